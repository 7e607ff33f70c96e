"""Who can answer an ask: this plan, a later one, or no plan at all but a report, a letter or a meeting."""

from __future__ import annotations

import re

from plantext.find.editions import find_editions, start_year
from plantext.model.coverage import Answerable
from plantext.model.findings import Statement

_IN_PLAN = re.compile(
    r"\b(?:in|within|into|of|to|from)\s+(?:the|this|your|his|her|its|their|any)\s+(?:\S+\s+){0,4}?(?:(?<!action )plan|draft|document|"
    r"strategy|version)\b"
    r"|\b(?:plan|draft)\s+(?:should|could|must|might|to|had|would|needs?)\b|\bin\s+the\s+(?:draft|plan)",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:next|future|later|subsequent|following|forthcoming)\s+(?:\S+\s+){0,3}?(?:plan|plans|edition|editions|variations?|version|"
    r"refresh|strategy)\b"
    r"|\bwhen\s+the\s+(?:\w+\s+){0,3}?(?:plan|strategy)\s+is\s+(?:next\s+|again\s+)?(?:revised|reviewed|refreshed|varied|rewritten|renewed|updated)\b"
    r"|\bnext\s+year['’]?s\s+(?:\S+\s+){0,3}?plan\b",
    re.IGNORECASE,
)
_OF_EDITION = re.compile(r"[^.;]{0,30}\b(?:plans?|editions?|variations?|refresh|version|strategy|draft)\b[^.;]{0,20}", re.IGNORECASE)
"""The words around the name of a plan: what years stand there are an edition's, others may be any date."""

NOT_BY_A_PLAN: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (reason, re.compile(pattern, re.IGNORECASE))
    for reason, pattern in (
        (
            "a report, update or figures are wanted",
            (
                r"(?<!\bevery )(?<!\beach )(?<!\ball )\b(?:reports?|updates?|briefings?|figures|statistics|data|presentations?|papers?|notes?|evidence|breakdown|action\s+plan|"
                r"analysis|evaluation|copy|copies|results|answers?|numbers?\s+of)\b"
                r"|\b(?:know|tell\s+(?:us|members)|told|learn|find\s+out|hear)\b|\basked\s+(?:\w+\s+){0,3}?(?:how|what|why|when|whether|if|who|where)\b"
            ),
        ),
        (
            "somebody is to report, brief or write",
            (
                r"\b(?:report|reply|respond|write|present|return|provide|bring|submit|circulate|send|supply|give|"
                r"make)\w*\s+(?:\S+\s+){0,8}?(?:to|with|for|before)\s+"
                r"(?:the\s+|its\s+|our\s+)?(?:panel|committee|members|board|assembly|council|us)\b"
                r"|\b(?:update|inform|notify|brief|advise)\s+(?:the\s+)?(?:panel|committee|members|board|assembly|council|us)\b"
                r"|\b(?:panel|committee|members|board|we)\s+(?:\w+\s+){0,2}?be\s+(?:kept\s+)?(?:informed|updated|notified|briefed|"
                r"provided\s+with|sent|given)\b"
                r"|\breceives?\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,2}?(?:reports?|updates?|briefings?|presentations?)\b"
                r"|\b(?:report|come)\s+back\b|\bask\s+for\s+a\s+(?:\w+\s+)?report\b|^\W*(?:reply|respond|report|write)\s+to\b"
                r"|\b(?:would\s+like|wish\w*\s+to|asked?\s+to|requests?)\s+(?:\w+\s+)?(?:receive|a|an)\s+(?:\w+\s+){0,2}?(?:reports?|updates?|"
                r"briefings?|presentations?)\b"
            ),
        ),
        (
            "it is about meetings, papers or the way in which they are prepared",
            (
                r"\b(?:papers|agenda|minutes\s+of|(?:the|its|our|draft)\s+minutes|drafts?\s+(?:reach|be\s+sent|to\s+be)|clerk|secretariat|calendar|meeting\s+papers|"
                r"deadlines?\s+for|working\s+days|panel\s+meetings?"
                r"|before\s+(?:the|a|each|any)\s+meetings?|publication\s+of\s+(?:the\s+)?(?:papers|report)|timetable\s+for)\b"
            ),
        ),
        (
            "the approach or the report itself is to be considered or supported",
            (
                r"\b(?:consider|support|endorse|approve|note|agree|accept|receive)\s+(?:the|this)\s+(?:proposed\s+|revised\s+|"
                r"draft\s+)?(?:report|approach|recommendations?|proposals?|variations?|draft|plan)\b"
                r"|\basks?\s+for\s+(?:its|your|their)\s+support\b|\b(?:draft|variation)\s+in\s+draft\b"
            ),
        ),
    )
)
"""Asks that words in a plan don't answer, and why."""


def find_answerable(ask: Statement, clause: str, edition: str | None) -> tuple[Answerable, str | None]:
    """Who can answer `ask`, and the reason where it is not this plan. `clause`: its own clause; `edition`: the plan's own."""
    process = next((reason for reason, pattern in NOT_BY_A_PLAN[2:] if pattern.search(ask.text)), None)
    if process:
        return "not_by_a_plan", process
    later = [one for match in _OF_EDITION.finditer(ask.text) for one in find_editions(match.group())]
    if edition and any((start_year(one) or 0) > (start_year(edition) or 0) for one in later):
        return "later_plan", "it names a later edition"
    if not later and _LATER.search(ask.text):
        return "later_plan", "it is meant for a later plan"
    if not _IN_PLAN.search(clause):
        report, told = NOT_BY_A_PLAN[:2]
        if ask.act == "information" and report[1].search(ask.text):
            return "not_by_a_plan", report[0]
        if told[1].search(clause) or told[1].search(ask.text):
            return "not_by_a_plan", told[0]
    return "this_plan", None
