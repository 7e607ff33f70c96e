"""Bare counts that are aimed at: "in 40 villages", "replace four fire engines"; not "the seven areas", nor "for two years"."""

from __future__ import annotations

import re

from plantext.find.measures import TIMES, counted
from plantext.find.quantities import Number

_DEFINITE = re.compile(
    r"\b(?:the|these|those|this|our|its|their|his|her|your|my|all|both|every|each|other|last|next|first|past|of|with|between|among|aged?|over|than|is|are|no"
    r"|(?-i:[A-Z]{2,}))\s+$"
    r"|\b(?:number|page|section|part|phase|stage|level|tier|band|strand|grade|version|class|category|type|article|clause|line|ward|zone|route|unit|year)s?\s+$",
    re.IGNORECASE,
)
"""What stands before a number of things that are there already, and before a number that is a name."""
_WHERE = re.compile(
    r"\b(?:in|across|at|to|for|from|on|into|outside|around|near|along|throughout)\s+(?:(?:up\s+to|at\s+least|a\s+further|over|more\s+than|around|about|another)\s+)?$",
    re.IGNORECASE,
)
_DOING = re.compile(
    r"(?:^\W*|\b(?:will|shall|to|and|or|also|jointly)\s+|[,;:.]\s+)(?P<verb>[\w-]+)\s+"
    r"(?:(?:up\s+to|at\s+least|a\s+further|an?\s+additional|over|more\s+than|around|about|another|some)\s+)?$",
    re.IGNORECASE,
)
_NO_VERB = frozenset("in on at by for from of with to as within under over about around after before during than the a an".split())
_NO_THINGS = re.compile(
    rf"(?:{TIMES}|months?|years?|quarters|decades|times|phases|stages|steps|ways|parts|things|halves|sides|points|lots|terms|metres|miles\s+per|per)\b",
    re.IGNORECASE,
)
_PEOPLE = frozenset("people men women children staff personnel crew police youth".split())


def count_aimed_at(text: str, number: Number) -> str | None:
    """What a bare number counts, where it is a count that is aimed at; None for any other number.

    >>> from plantext.find.quantities import find_numbers
    >>> [count_aimed_at(text, find_numbers(text)[0]) for text in ("Run speed watch in 40 villages", "Meet in the 40 villages")]
    ['villages', None]
    """
    before, after = text[max(0, number.start - 80) : number.start], text[number.end :]
    if number.unit is not None or number.value in {0, 1} or _DEFINITE.search(before):
        return None
    doing = _DOING.search(before)
    verb = doing is not None and doing["verb"].lower() not in _NO_VERB
    if not verb and not _WHERE.search(before):
        return None
    things = counted(after)
    if not things or _NO_THINGS.match(things):
        return None
    words = things.split()
    while words and not _is_plural(words[-1].lower()):  # "1,200 staff training in …"
        words.pop()
    return " ".join(words) or None


def _is_plural(word: str) -> bool:
    return (word.endswith("s") and not word.endswith("ss")) or word in _PEOPLE
