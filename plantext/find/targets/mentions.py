"""Numbers that are mentioned and not aimed at: a reference, what says which are meant, a sum that was spent."""

from __future__ import annotations

import re

_REFERENCE = re.compile(
    r"(?:^|\b)(?:section|page|objective|priority|table|figure|annex|part|phase|act|stage|level|tier|band|strand)s?\s*$", re.IGNORECASE
)
_CONDITION = re.compile(
    r"\b(?:worth|costing|valued\s+at|aged|exceeding|in\s+excess\s+of"
    r"|[a-z]+s\s+with(?=\s+(?:(?:more|fewer|less)\s+than|over|under)\b)|(?:that|which|who)\s+(?:spend|have|has|employ|earn|handle|hold|receive|own|contain|serve|carry|emit|house|use)s?)"
    r"\s+(?:(?:more\s+than|less\s+than|fewer\s+than|over|under|at\s+least|up\s+to)\s+)?$",
    re.IGNORECASE,
)
_AGED = re.compile(
    r"\b(?:people|persons|children|adults|residents|those|anyone|men|women|pupils|passengers|tenants|staff|households?|drivers|carers)\s+(?:under|over|above|below)\s+$",
    re.IGNORECASE,
)
_STARTS = re.compile(
    r"(?:\(\s*(?:now|currently|today|at\s+present|was|were|baseline|(?:up|down)\s+from|from|against|compared\s+with|(?:in\s+)?20\d\d(?:[-–/]\d{2,4})?)"
    r"|,\s+(?:up|down)\s+from)\s*(?:in\s+20\d\d(?:[-–/]\d{2,4})?)?\s*[:,]?\s*(?:of\s+|at\s+)?$",
    re.IGNORECASE,
)
"""Where something starts from, set apart: "to 70% (2031: 62%)", "to 18 minutes (now 22)", "to 40, up from 30"."""
_BRACKET = re.compile(r"(?:\s+[\w%-]+){0,3}?\s*\(([^()]{2,60})\)")
_OF_THEM = re.compile(r"\s+of\s+(?:them|whom|which|these|those)\b", re.IGNORECASE)
_DONE = r"launched|spent|invested|awarded|allocated|provided|received|given|gave|paid|committed|contributed|cost|distributed"
_ALREADY = re.compile(
    rf"\b(?:(?:which|that|who)\s+(?:[\w’'.&-]+\s+){{0,5}}?|(?:has|have|had)\s+(?:already\s+)?(?:been\s+)?)(?:{_DONE})\b[^.;:,]{{0,80}}$",
    re.IGNORECASE,
)
_DOES = (
    r"publish|releas|disclos|list|map|record|report|inspect|review|visit|audit|assess|check|test|survey|monitor|train|support|fund|help|offer|give|provid|invit|ask|requir"
    r"|regist|licen[cs]|prosecut|exempt|charg|tax|fin|replac|repair|upgrad|retrofit|insulat|digitis|convert|fit|install|clos|write|contact|interview|exclud|includ"
)
_THINGS_BOUND = re.compile(
    rf"\b(?:{_DOES})(?:e|er|es|s|ing)?\s+[^.;:]{{0,120}}?\b[a-z-]{{2,}}s\s+"
    r"(?:above|over|below|under|(?:more|fewer|less)\s+than)\s+$",
    re.IGNORECASE,
)


def is_mentioned(before: str) -> bool:
    """Whether the number that stands behind `before` is only mentioned.

    >>> [is_mentioned(text) for text in ("See section ", "every contract worth over ", "a fund which has given out ", "Spend ")]
    [True, True, True, False]
    """
    return any(pattern.search(before) for pattern in (_REFERENCE, _CONDITION, _ALREADY, _AGED, _STARTS))


def is_part(after: str) -> bool:
    """Whether the number before `after` is some of what was named before: "a tenth of them from schools".

    >>> is_part(" of them from schools"), is_part(" of pupils")
    (True, False)
    """
    return _OF_THEM.match(after) is not None


def starting_point(text: str, number_end: int) -> str | None:
    """The bracket behind a number that says where it starts from, without its brackets.

    >>> starting_point("to 70% (2031: 62%)", 6)
    '2031: 62%'
    """
    match = _BRACKET.match(text, number_end)
    if match and any(_STARTS.search(f"({match[1][: digit.start()]}") for digit in re.finditer(r"\d", match[1])):
        return match[1]
    return None


def bounds_things(before: str) -> bool:
    """Whether a bound stands straight behind things that something is done to, and says which are meant.

    >>> bounds_things("Publish all contracts above "), bounds_things("Average waits below ")
    (True, False)
    """
    return _THINGS_BOUND.search(before) is not None
