"""The figures that a report's sentence gives: what is counted, where it stands or by how much it changed, and for which date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from plantext.find.performance.asat import Dated, find_dates, find_period, year_span
from plantext.find.targets.quantities import Number, find_numbers

UP = r"higher|more|up|above|greater|increas\w*|ris(?:e|en|es|ing)|rose|grow\w*|grew|grown|gain\w*|improv\w*|additional|extra|better"
DOWN = r"lower|fewer|less|down|below|reduc\w*|fall\w*|fell|decreas\w*|declin\w*|drop\w*|cut\w*|worse|smaller"
_GAP = r"(?:\s*\([^()]{0,60}\))?\s+"

BEHIND = re.compile(rf"^{_GAP}(?:of\s+)?(?:\w+\s+)?(?P<way>(?:{UP})|(?:{DOWN}))\b(?!\s+than\s+(?:half|a third|one))", re.IGNORECASE)
"""A direction straight behind a number: "6 per cent (91 offences) lower", "4 per cent more hours", "a 5 per cent reduction"."""

BEFORE = re.compile(
    rf"\b(?P<way>(?:{UP})|(?:{DOWN}))\b(?:\s+(?:of|by|again|slightly|further|a|the|only|just|some|about|around|nearly"
    rf"|almost|over|more|than|satisfied|year|on|another|overall|recorded|to|date|this|on\s+average|another|ytd))*\s*\(?\s*$",
    re.IGNORECASE,
)
"""A direction before a number, small words between: "has risen by 19", "an increase of 4", "up by 3", "a small increase (1.8"."""

REACH = 300  # characters on either side of a number that are looked at; the longest clause met has 180

_UP = re.compile(rf"(?:{UP})$", re.IGNORECASE)
_SIGN = re.compile(r"(?<![\w\d])(?P<sign>[+\-–−])\s*$")
_EARLIER = re.compile(
    r"\b(?:compared\s+(?:with|to)|against|from|(?<!more )(?<!less )(?<!fewer )(?<!other )(?<!rather )than|previously"
    r"|up\s+from|down\s+from|versus|vs\.?)\s+(?:(?:the|an?|just|only|about|around|average|of|its)\s+){0,4}$"
    r"|\(\s*(?:in\s+)?(?:19|20)\d\d(?:\s?[-/–]\s?\d{2,4})?\s*[:=,]?\s*$|\bwhen\s+it\s+(?:was|stood\s+at)\s+(?:only\s+)?$",
    re.IGNORECASE,
)
_EARLIER_AFTER = re.compile(
    r"^[^.;,]{0,50}?\b(?:in|during|for|at)\s+(?:the\s+)?(?:same\s+(?:period|point|time)|(?:year|period|month|quarter)s?\s+(?:before"
    r"|earlier)|previous\s+\w+|last\s+year|preceding\s+\w+)"
    r"|^\s*(?:a|one|the)\s+year\s+(?:earlier|before|ago)|^\s*(?:last|the\s+previous)\s+year\b",
    re.IGNORECASE,
)
_AIMED = re.compile(
    r"\b(?:target|milestone|aim(?:ed|s|ing)?|goal|ambition|objective)\b(?:\s+[\w'’/-]+){0,7}\s+(?:a|an|of|is|was|to|at"
    r"|by|for|another|the|set|further)\s+$|\b(?:required|asked\s+for|promised|intended|planned)\b[^,;]{0,25}$",
    re.IGNORECASE,
)
_FORECAST = re.compile(
    r"\b(?:expected|forecast|predicted|projected|likely|anticipated|set|due|estimated|should|will|would|on\s+course|on\s+track|confident)\b(?:\s+(?!for\b)[\w'’-]+){0,8}\s+(?:£\s*)?$",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"^\s*(?:[\w'’-]+\s+){0,3}?(?:is|are|were|has\s+been|have\s+been|being)\s+(?:now\s+|already\s+|also\s+)?(?:ordered|booked|planned|scheduled|due|expected|proposed"
    r"|on\s+order|under\s+construction|advertised)\b",
    re.IGNORECASE,
)
"""What is counted is still to come: "five more have been ordered"."""
_CONDITION = re.compile(
    r"\b(?:within|every|second|over\s+the\s+(?:last|past)|in\s+the\s+(?:last|past)|for\s+the\s+(?:last|past)|after|first"
    r"|last|next)\s+$",
    re.IGNORECASE,
)
_TIME = re.compile(r"^[\s-]*(?:weeks?|months?|years?|year[\s-]olds?|am|pm|times?\s+(?:as|more))\b", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|from|between|began\s+(?:on|in)|after|compared\s+(?:with|to))\s+(?:the\s+)?$", re.IGNORECASE)
_PART = re.compile(r"^\s*(?:of\s+)?(?:an?|the)\s+(?:day|year|month|hour)\b", re.IGNORECASE)
_LABEL = re.compile(
    r"\b(?:section|page|objective|priority|table|figure|annex|appendix|part|phase|paragraph|item|level|tier|band|strand"
    r"|no|number|operation|principle|action|milestone|step|wave|version)\.?\s+$",
    re.IGNORECASE,
)
_MINUS = re.compile(r"(?<![\w)])[-–](?=\s?\d)")
_SECONDS = re.compile(r"\s*(?:minutes?|mins?)\s+(?:and\s+)?(?P<count>\d{1,2})\s*(?:seconds?|secs?)\b", re.IGNORECASE)
_ORDINAL = re.compile(r"^(?:st|nd|rd|th)\b", re.IGNORECASE)
_ONE = re.compile(r"\b(?:one|a hundred|half)\b(?!\s+(?:per|of\s+the))", re.IGNORECASE)
_OTHERS = re.compile(r"\b(?:most\s+similar|national(?:ly)?|England|MSGs?|similar\s+forces|regional|other\s+forces|peers?)\b", re.IGNORECASE)
_NOUN = re.compile(
    r"^\s+(?:(?:new|more|further|additional|extra|police|of\s+the|of\s+our|such|people|full[\s-]time)\s+)*(?P<noun>[a-z][a-z'’-]+)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;:–—]|,\s|\b(?:and|but|while|whilst|although|which|because|compared|against|than|with|when)\b", re.IGNORECASE)
_NO_NOUN = frozenset(
    "fewer more less higher lower additional extra of in at to by from on for per and or is was are were have has had"
    " will since as that with this the".split()
)


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A figure in a sentence. A change carries its sign; `role` says whether it is the present state, a forecast, an earlier state or an aim."""

    value: float
    unit: str | None  # "per cent", "percentage points", "£"; for a count the noun behind it, or None
    change: bool
    role: str  # "actual", "forecast", "earlier", "aim" or "others" (another body's)
    clause: str  # the words around it that say what is counted
    lead: str  # the words of the sentence before it
    as_at: Dated | None
    period: str | None
    start: int
    end: int


def find_figures(sentence: str, until: date | None = None) -> list[Reading]:
    """The figures of one sentence, in order; numbers of dates, pages, durations and conditions are none. `until` is the
    day of the report: dates behind it are of what is to come, and those without a year are the last before it.

    >>> [(r.value, r.unit, r.change) for r in find_figures("Thefts are 6.1% lower than a year ago")]
    [(-6.1, 'per cent', True)]
    >>> [(r.value, r.unit, r.role) for r in find_figures("We hired 124 wardens, up from 110")]
    [(124.0, 'wardens', 'actual'), (110.0, None, 'earlier')]
    """
    sentence = _MINUS.sub("−", sentence)  # one character for another: places stay
    dates = find_dates(sentence, until)
    masked = [(found.start, found.end) for found in dates] + year_span(sentence)
    readings: list[Reading] = []
    for number in find_numbers(sentence):
        if any(start < number.end and number.start < end for start, end in masked) or not _is_figure(sentence, number):
            continue
        if readings and (seconds := _SECONDS.match(sentence, readings[-1].end)) and number.start == seconds.start("count"):
            readings[-1] = replace(readings[-1], value=readings[-1].value + number.value / 60, end=number.end)
            continue
        readings.append(_reading(sentence, number, dates, until))
    return readings


def _is_figure(text: str, number: Number) -> bool:
    before, after = _around(text, number)
    if _LABEL.search(before) or _ORDINAL.match(after) or (re.search(r"[\w/]$", before) and number.unit is None):
        return False
    if number.unit is None and (_TIME.match(after) or _CONDITION.search(before) or after[:1] == "/" or re.match(r"-[a-z]", after)):
        return False
    if text[number.start : number.end].lower().endswith("half") and (_PART.match(after) or _CONDITION.search(before)):
        return False
    return not (number.unit is None and _ONE.fullmatch(text[number.start : number.end].strip()))


def _reading(text: str, number: Number, dates: Sequence[Dated], until: date | None) -> Reading:
    before, after = _around(text, number)
    sign = _sign(text, number)
    change = sign is not None and (number.unit is not None or not re.search(r"\bto\s+$", before))
    noun = _noun(after) if number.unit is None else None
    return Reading(
        value=number.value * (sign if change and sign is not None else 1),
        unit=number.unit or noun,
        change=change,
        role=_role(text, number, before, after),
        clause=_clause(text, number),
        lead=before,
        as_at=_as_at(text, number, dates, until),
        period=find_period(text),
        start=number.start,
        end=number.end,
    )


def _sign(text: str, number: Number) -> int | None:
    """+1 or -1 for a change, None for a level."""
    before, after = _around(text, number)
    if (mark := _SIGN.search(before)) and (number.unit in {"per cent", "percentage points"} or mark["sign"] == "+"):
        joined = mark["sign"] in "–-" and mark.start() > 0 and before[mark.start() - 1 : mark.start()] not in {" ", "("}
        if not joined:
            return 1 if mark["sign"] == "+" else -1
    if behind := BEHIND.match(after):
        return 1 if _UP.match(behind["way"]) else -1
    if (ahead := BEFORE.search(before)) and not re.search(r"\b(?:to|from|at)\s*\(?$", before.rstrip(" ")[-8:]):
        if ahead["way"].lower() in {"more", "less", "fewer"} and re.search(r"(?:more|less|fewer)\s+than\s*$", before, re.IGNORECASE):
            return None  # "more than 80 per cent" is a level
        return 1 if _UP.match(ahead["way"]) else -1
    return None


def _role(text: str, number: Number, before: str, after: str) -> str:
    if _EARLIER.search(before) or _EARLIER_AFTER.match(after):
        return "others" if _OTHERS.search(after[:40]) else "earlier" if not BEHIND.match(after) else "actual"
    if _AIMED.search(before):
        return "aim"
    if _FORECAST.search(before) or _PLANNED.match(after):
        return "forecast"
    return (
        "others"
        if _OTHERS.search(text[max(0, number.start - 60) : number.start].rsplit(".", maxsplit=1)[-1])
        and _OTHERS.search(_clause(text, number))
        else "actual"
    )


def _around(text: str, number: Number) -> tuple[str, str]:
    """The words on either side of a number, as far as they bear on it."""
    return text[max(0, number.start - REACH) : number.start], text[number.end : number.end + REACH]


def _noun(after: str) -> str | None:
    match = _NOUN.match(after)
    return match["noun"] if match and match["noun"].lower() not in _NO_NOUN else None


def _clause(text: str, number: Number) -> str:
    """The words about the number, up to the nearest break on either side; the words before it alone where they are many."""
    left = max(0, number.start - REACH)
    for match in _CLAUSE.finditer(text, left, number.start):
        if len(text[match.end() : number.start].split()) >= 2:
            left = match.end()
    right = next((match.start() for match in _CLAUSE.finditer(text, number.end, number.end + REACH)), min(len(text), number.end + REACH))
    return text[left:right].strip()


def _as_at(text: str, number: Number, dates: Sequence[Dated], until: date | None) -> Dated | None:
    """The date that a figure holds for: the nearest in its sentence, but for beginnings and what is to come."""
    dated = [
        (min(abs(number.start - found.end), abs(found.start - number.end)), found.start, found)
        for found in dates
        if found.day is not None and not (until and found.day > until) and not _SINCE.search(text[: found.start])
    ]
    return min(dated, key=lambda one: one[:2])[2] if dated else None
