"""Who can answer an ask: this plan, a later one, or no plan at all but a report, a letter or a meeting."""

from __future__ import annotations

import re

from plantext.find.editions import find_editions, start_year
from plantext.model.coverage import Answerable
from plantext.model.findings import Statement

_IN_PLAN = re.compile(
    r"\b(?:in|within|into|of|to|from)\s+(?:the|this|your|his|her|its|their|any)\s+(?:\S+\s+){0,4}?(?:(?<!action )plan|draft|document|strategy|version)\b"
    r"|\b(?:plan|draft)\s+(?:should|could|must|might|to|had|would|needs?)\b|\bin\s+the\s+(?:draft|plan)",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:next|future|later|subsequent|following|forthcoming)\s+(?:\S+\s+){0,3}?(?:plan|plans|edition|editions|variations?|version|refresh)\b"
    r"|\bnext\s+year['’]?s\s+(?:\S+\s+){0,3}?plan\b",
    re.IGNORECASE,
)

NOT_BY_A_PLAN: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (reason, re.compile(pattern, re.IGNORECASE))
    for reason, pattern in (
        (
            "a report, update or figures are wanted",
            r"\b(?:receive|see|have|like|find|helpful|requests?|requested|ask(?:s|ed)?|asked\s+for|seeks?|sought|interested\s+in|await|awaits|for|provide\w*|given|bring|present"
            r"|produce|submit|circulate|share|publish|supply)\b[^.;]{0,60}?\b(?:reports?|updates?|briefings?|figures|statistics|data|presentations?|papers?|notes?"
            r"|evidence|breakdown|action\s+plan|analysis|evaluation|copy|copies)\b",
        ),
        (
            "somebody is to report, brief or write",
            r"\b(?:be\s+asked\s+to|to|should|will|must|and|would)\s+(?:report|reply|respond|write|brief|update|inform|notify|attend|present|advise|return|circulate|send)\b"
            r"(?!\s+(?:crime|crimes|incidents|offences|anti))|\b(?:be|is|are)\s+(?:kept\s+)?(?:informed|updated|notified|briefed|provided\s+with)\b|\bask\s+for\s+a\s+\w*\s*report\b",
        ),
        (
            "it is about meetings, papers or the way in which they are prepared",
            r"\b(?:papers|agenda|minutes|drafts?\s+(?:reach|be\s+sent|to\s+be)|clerk|secretariat|calendar|meeting\s+papers|deadlines?\s+for|working\s+days|panel\s+meetings?"
            r"|before\s+(?:the|a|each|any)\s+meetings?|publication\s+of\s+(?:the\s+)?(?:papers|report)|timetable\s+for)\b",
        ),
        (
            "the approach or the report itself is to be considered or supported",
            r"\b(?:consider|support|endorse|approve|note|agree|accept|receive)\s+(?:the|this)\s+(?:proposed\s+|revised\s+|draft\s+)?(?:report|approach|recommendations?|proposals?|variations?|draft|plan)\b"
            r"|\basks?\s+for\s+(?:its|your|their)\s+support\b|\b(?:draft|variation)\s+in\s+draft\b",
        ),
    )
)
"""Asks that words in a plan don't answer, and why."""


def find_answerable(ask: Statement, clause: str, edition: str | None) -> tuple[Answerable, str | None]:
    """Who can answer `ask`, and the reason where it is not this plan. `clause`: its own clause; `edition`: the plan's own."""
    process = next((reason for reason, pattern in NOT_BY_A_PLAN[2:] if pattern.search(ask.text)), None)
    if process:
        return "not_by_a_plan", process
    later = find_editions(ask.due or "") or find_editions(ask.text)
    if edition and any((start_year(one) or 0) > (start_year(edition) or 0) for one in later):
        return "later_plan", "it names a later edition"
    if not later and _LATER.search(ask.text):
        return "later_plan", "it is meant for a later plan"
    wanted = next((reason for reason, pattern in NOT_BY_A_PLAN[:2] if pattern.search(ask.text)), None)
    asks_to_be_told = ask.act == "information" or (wanted is not None and ask.act == "request")
    if wanted and asks_to_be_told and not _IN_PLAN.search(clause):
        return "not_by_a_plan", wanted
    return "this_plan", None
