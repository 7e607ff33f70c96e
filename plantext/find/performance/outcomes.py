"""How far something is, in the report's own words: complete, on track, missed, met. Sentences and the cells of a status column."""

from __future__ import annotations

import re

from plantext.model.progress import ProgressStatus
from plantext.text.words import stems

_NOT_YET = (
    r"(?:not|yet|almost|nearly|partly|partially|largely|mostly|until|once|when|if|before|after|will|would|should|could"
    r"|to|due|expected|planned|scheduled|aim\w*|hope\w*|intend\w*|incomplete|towards?|near(?:ing|s)?|substantially)"
)
_BE = r"(?:is|was|are|were|has\s+(?:now\s+|since\s+|also\s+)?been|have\s+(?:now\s+|since\s+|also\s+|all\s+)?been|been|now)"

SENTENCES: tuple[tuple[ProgressStatus, str], ...] = (
    (
        "missed",
        (
            r"\b(?:not|never|fail\w*|un(?:likely|able)|no\s+longer)\b(?:\s+\w+){0,4}\s+(?:met|meet|reached|reach|achieved|achieve"
            r"|attained|delivered|completed?)\b(?!\s+(?:in\s+full\s+)?until)"
            r"|\b(?:behind|off)\s+(?:schedule|track|target|course|plan)|\b(?:has|have|had)\s+(?:been\s+(?:abandoned|stopped|cancelled|withdrawn|suspended))|\bmissed\s+(?:the|its|our)\s+(?:target|deadline|milestone)"
        ),
    ),
    (
        "met",
        (
            r"\b(?:target|milestone|aim|standard|level|deliverable|goal)s?\s+(?:\w+\s+){0,4}(?:been\s+|was\s+|were\s+|is\s+|are\s+)?(?:met"
            r"|exceeded|reached|achieved|surpassed)\b"
        ),
    ),
    (
        "complete",
        (
            r"^\W*(?:now\s+|fully\s+)?(?:complete[d]?|achieved|delivered|done|implemented|closed|discharged)\b(?=\s*(?:$|[.;:,–—(-]"
            r"|in\b|for\b|by\b|on\b|and\b|as\b))"
            rf"|\b{_BE}\s+(?:now\s+|fully\s+|all\s+|successfully\s+){{0,2}}(?:complete[d]?|concluded|finished|finalised|fully\s+(?:implemented"
            rf"|operational|established|delivered)|in\s+place(?:\s+across)?)\b"
            rf"|\b(?:is|are|has|have)\s+now\s+(?:been\s+)?(?:(?:fully|formally|all)\s+)?(?:established|agreed|adopted|published"
            rf"|opened|open|launched|installed|implemented|delivered|introduced|appointed|signed|approved|allocated)\b"
            r"|\b(?:has|have)\s+(?:all\s+|now\s+|successfully\s+){0,2}(?:completed|concluded|finished)\b"
        ),
    ),
    (
        "on_track",
        (
            r"\b(?:on|in)\s+(?:track|course|target|schedule)\b|\bprogress(?:ing|es)?\s+(?:well|to plan|as planned|to schedule)"
            r"|\bgoing\s+(?:to|according\s+to)\s+plan\b|\bahead\s+of\s+(?:schedule|target|plan)\b"
        ),
    ),
)
"""Tried in this order in each sentence: a denial before what it denies."""

_LATE = r"(?:delayed|postponed|put\s+back|pushed\s+back)"
DELAYS = re.compile(
    rf"^\W*(?:now\s+|further\s+)?(?:{_LATE}|deferred|slipped)\b(?=\s*(?:$|[.;:–—(-]|,\s+(?:and|but|as|because|owing|due)\b"
    r"|(?:until|till|to|by|into|because|owing|due|pending|while|for)\b))"
    rf"|\b(?:is|are|was|were)\s+(?:now\s+|currently\s+|being\s+|already\s+|still\s+)?(?:{_LATE}|overdue|running\s+late)\b"
    r"|\b(?:has|have|had)\s+(?:now\s+|since\s+|again\s+)?(?:slipped|been\s+(?:now\s+|since\s+)?(?:delayed|postponed|put\s+back|pushed\s+back))\b",
    re.IGNORECASE,
)
"""That something will come later than it was to: it counts where the sentence does not go on to say that it has come."""

_SENTENCES = tuple((status, re.compile(pattern, re.IGNORECASE)) for status, pattern in SENTENCES)
_DENIED = re.compile(r"\b(?:no|none|nothing|not|never|neither|nor|without|if|whether|avoid\w*|had|should)\b[^.;]*$", re.IGNORECASE)
_BARE = re.compile(
    rf"\W*(?:now\s+|fully\s+|further\s+|all\s+)?(?:complete[d]?|achieved|delivered|done|implemented|closed|discharged|on\s+track|{_LATE}|deferred|slipped)\b",
    re.IGNORECASE,
)
_DATED_DEED = re.compile(r"\W*(?P<deed>[A-Za-z-]+ed)\b(?:\s+(?:on|in|by|at\s+the\s+end\s+of)\s+(?=\d|[A-Z])[\w\s]{3,30})?\W*$")
_OTHER_SUBJECT = re.compile(r"^[^.;]*?,\s+(?:the|a|an|this|these|those|it|we|they|our|its|his|her)\b", re.IGNORECASE)
_HEDGE = re.compile(rf"\b{_NOT_YET}\b(?:\s+[\w'’-]+){{0,4}}\s*$", re.IGNORECASE)

CELLS: tuple[tuple[ProgressStatus, str], ...] = (
    (
        "missed",
        (
            r"(?:target\s+)?not\s+(?:met|achieved|reached|delivered)|missed|failed|off\s+(?:track|target)|behind(?:\s+\w+)*|delayed"
            r"|overdue|slipped|deferred|postponed|put\s+back|red|abandoned|cancelled|withdrawn|below\s+target|stopped"
        ),
    ),
    (
        "reported",
        (
            r"not\s+(?:started|begun|commenced|due)|not\s+yet\b|no\s+(?:progress|data|update)|limited|partial(?:ly)?(?:\s+\w+)?"
            r"|partly(?:\s+\w+)?|amber|yellow|at\s+risk|(?:some|minor|slight)\s+(?:progress|delay|slippage)|paused|on\s+hold|tbc|ongoing|continuing"
            r"|in\s+(?:development|planning)"
        ),
    ),
    ("met", r"met|target\s+(?:met|achieved|exceeded)|exceeded|above\s+target|reached"),
    ("complete", r"(?:fully\s+|now\s+)?(?:complete[d]?|achieved|delivered|done|closed|finished|implemented|blue)"),
    (
        "on_track",
        (
            r"(?:nearly|almost|mostly|largely)\s+(?:complete[d]?|met|achieved|delivered|done)"
            r"|(?:on\s+|in\s+)(?:track|target|course|schedule)|ahead(?:\s+of\s+\w+)?|green|substantial(?:ly)?(?:\s+complete[d]?)?"
            r"|in\s+progress|under\s?way|progressing(?:\s+\w+)?|started|good\s+progress"
        ),
    ),
)
"""Words of a status column. Colours as the public services use them: green is on track, amber at risk, red off it, blue done."""

SIGNS: dict[str, ProgressStatus] = {
    "R": "missed", "A": "reported", "G": "on_track", "B": "complete", "🔴": "missed", "🟠": "reported", "🟡": "reported", "🟢": "on_track", "🔵": "complete",
    "✓": "complete", "✔": "complete", "☑": "complete", "✅": "complete", "✗": "missed", "✘": "missed", "❌": "missed",
}  # fmt: skip
"""A colour's first letter, a coloured dot, a tick or a cross that stands alone in a cell."""

ONCE: tuple[tuple[str, str], ...] = (
    ("publish", "published"),
    ("open", "opened"),
    ("launch", "launched"),
    ("appoint", "appointed"),
    ("establish", "established|set up|formed"),
    ("set up", "set up|established|formed"),
    ("introduce", "introduced"),
    ("adopt", "adopted"),
    ("agree", "agreed"),
    ("install", "installed"),
    ("create", "created|set up"),
    ("produce", "produced|published"),
    ("build", "built"),
    ("complete", "completed"),
    ("sign", "signed"),
)
"""Deeds that are done once, and how a report says that they are. What goes on for years (support, improve, work with) is never done so."""

_SIGNED = re.compile(rf"\W*?(?:(?:rag|brag|status|rating)\s*[:–-]?\s*)?(?P<sign>{'|'.join(SIGNS)})[\s\ufe0f.)]*", re.IGNORECASE)
_CELLS = tuple(
    (status, re.compile(rf"\W*(?:(?:status|rag|rating|now|currently|rated)\s*[:–-]?\s*)?(?:{pattern})\b", re.IGNORECASE))
    for status, pattern in CELLS
)


def find_outcome(sentence: str) -> ProgressStatus | None:
    """What a sentence says of how far the thing is, or None.

    >>> find_outcome("This has been completed."), find_outcome("It will be completed in May."), find_outcome("It is on course.")
    ('complete', None, 'on_track')
    """
    late = next((match for match in DELAYS.finditer(sentence) if not _DENIED.search(sentence[: match.start()])), None)
    for status, pattern in _SENTENCES:
        for match in pattern.finditer(sentence):
            if (late and match.start() < late.end()) or (status == "on_track" and late):
                continue
            if status == "missed" or not _hedged(sentence, match.start(), match.end(), within=status != "on_track"):
                return status
    return "missed" if late else None


def is_bare(sentence: str) -> bool:
    """Whether a sentence without a subject says how far the thing above it is, and nothing else is its subject.

    >>> is_bare("Delayed until May because of the flood."), is_bare("Completed in May, the survey was a success.")
    (True, False)
    """
    return bool(_BARE.match(sentence)) and not _OTHER_SUBJECT.search(sentence)


def is_done(milestone: str, sentence: str) -> bool:
    """Whether a sentence says in the past, and without reserve, what a milestone says in the imperative, for deeds that are done once.

    >>> is_done("Publish a falls strategy", "The strategy was published in May."), is_done("Publish a falls strategy", "It will be published.")
    (True, False)
    """
    if _same_deed(milestone, sentence):
        return True
    verb = next((past for verb, past in ONCE if re.match(rf"\W*{verb}\b", milestone, re.IGNORECASE)), None)
    if verb is None:
        return False
    match = re.search(
        rf"\b(?:(?:was|were|is\s+now|are\s+now|(?:has|have)\s+(?:now\s+|since\s+|all\s+)?been)\s+(?:\w+ly\s+)?(?:{verb})|(?:{verb})\s+(?:on"
        rf"|in)\s+(?=\d|[A-Z]))\b",
        sentence,
        re.IGNORECASE,
    )
    return match is not None and not _hedged(sentence, match.start(), match.end())


def _same_deed(milestone: str, sentence: str) -> bool:
    """Whether a sentence opens with the milestone's own verb in the past, and says no more than when: "Re-accredited in May."."""
    match = _DATED_DEED.match(sentence)
    verb = re.match(r"\W*([\w-]+)", milestone)
    return bool(match and verb) and stems(match["deed"]) == stems(verb[1])  # type: ignore[index]  # both are matches


def find_stated(cell: str) -> ProgressStatus | None:
    """What a cell of a status column says, or None.

    >>> find_stated("Amber"), find_stated("Completed (May)"), find_stated("The pier")
    ('reported', 'complete', None)
    >>> find_stated("RAG: G"), find_stated("🔴")
    ('on_track', 'missed')
    """
    sign = _SIGNED.fullmatch(cell)
    if sign:
        return SIGNS[sign["sign"].upper()]
    return next((status for status, pattern in _CELLS if pattern.match(cell)), None)


def _hedged(sentence: str, start: int, end: int, *, within: bool = True) -> bool:
    """Whether it is said to be still to come, or not wholly so; `within` the words that say it too ("going to plan" holds a "to")."""
    clause = re.split(r"[;:.]|,\s+(?:and|but|which)\b|\b(?:and|but|although|while|whilst)\b", sentence[:start])[-1]
    if re.match(r"\s+(?:until|by the end of next|in part|except|apart)\b", sentence[end:], re.IGNORECASE):
        return True
    return bool(_HEDGE.search(clause)) or (within and bool(re.search(rf"\b{_NOT_YET}\b", sentence[start:end], re.IGNORECASE)))
