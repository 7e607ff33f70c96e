"""Bare counts that are aimed at: "in 40 villages", "replace four fire engines"; not "the seven areas", nor "for two years"."""

from __future__ import annotations

import re

from plantext.find.targets.measures import TIMES, counted
from plantext.find.targets.quantities import Number

_DEFINITE = re.compile(
    r"\b(?:the|these|those|this|our|its|their|his|her|your|my|all|both|every|each|other|last|next|first|past|of|with|between|among|aged?|over|than|is|are|no"
    r"|(?-i:[A-Z]{2,}))\s+$"
    r"|\b(?:number|page|section|part|phase|stage|level|tier|band|strand|grade|version|class|category|type|article|clause|line|ward|zone|route|unit|(?<!every )(?<!each )(?<!a )year)s?\s+$",
    re.IGNORECASE,
)
"""What stands before a number of things that are there already, and before a number that is a name."""
_AT_LEAST = r"(?:(?:up\s+to|at\s+least|a\s+further|an?\s+(?:additional|extra|estimated)|a\s+total\s+of|over|more\s+than|around|about|between|nearly|almost|another|some)\s+)?$"
_PLACE = r"\b(?:in|across|at|to|for|from|on|into|outside|around|near|along|throughout)\s+"
_WHERE = re.compile(_PLACE + _AT_LEAST, re.IGNORECASE)
_WHERE_OF = re.compile(_PLACE + r"(?:each\s+of|(?:the\s+)?(?:[\w-]+\s+)?[a-z-]{2,}s\s+of)\s+" + _AT_LEAST, re.IGNORECASE)
"""Things that belong to the number: "at the gates of 20 schools", "in each of three villages"."""
_DOING = re.compile(
    r"(?:^\W*|\b(?:will|shall|to|and|or|also|jointly)\s+|[,;:.]\s+)(?P<verb>[\w-]+)(?:\s+(?:out|up|on|in|off|over|down|back|forward|together|away))?\s+"
    + _AT_LEAST,
    re.IGNORECASE,
)
_NO_VERB = frozenset("in on at by for from of with to as within under over about around after before during than the a an".split())
_NO_THINGS = re.compile(
    rf"(?:{TIMES}|months?|years?|quarters|decades|times|phases|stages|steps|ways|parts|things|halves|sides|mornings|afternoons|evenings|weekends|occasions|points|lots|terms|metres|miles\s+per|per)\b",
    re.IGNORECASE,
)
_FIRST_PLURAL = re.compile(r"\s+((?:[a-z-]+\s+){0,3}?[a-z-]+[^s\W]s)\b", re.IGNORECASE)  # "Two health centres open …"
_WILL_BE = re.compile(
    r"(?:\s+[a-z-]+){0,3}?\s+[a-z-]+[^s\W]s\s+(?:will|shall|are\s+to)\b", re.IGNORECASE
)  # "Each year 900 pupils will visit …"
_TARGET_IS = re.compile(r"\b(?:target|aim|goal|ambition)s?\s*(?:is|are|of|:|will\s+be)\s*(?:to\s+have\s+)?" + _AT_LEAST, re.IGNORECASE)
_HOURS_OF = re.compile(r"\s+hours\s+of\s+[a-z]", re.IGNORECASE)  # hours that are given are no time that is taken
_OF_THOSE = re.compile(r"\s+of\s+(?:the|our|its|their|those|these)\s+(?:(?:[\d,]+|[a-z]+)\s+)?(?=[a-z])", re.IGNORECASE)
_NAMED = re.compile(r"(?:101|111|112|911|999)\b(?=\s+(?:calls?|service|number|line|contact))")  # numbers to ring
_BODY = re.compile(
    r"\b(?:partners?|councils?|universities|authorities|agencies|organisations|organizations|services|forces|boards|bodies|trusts|charities|companies|firms|schools"
    r"|colleges|departments|neighbours|parishes|others)$",
    re.IGNORECASE,
)
_UNITS = frozenset("km ha kg mw gw kwh mwh gwh sqm".split())
_PEOPLE = frozenset("people men women children staff personnel crew police youth".split())


def count_aimed_at(text: str, number: Number) -> str | None:
    """What a bare number counts, where it is a count that is aimed at; None for any other number.

    >>> from plantext.find.targets.quantities import find_numbers
    >>> [count_aimed_at(text, find_numbers(text)[0]) for text in ("Run speed watch in 40 villages", "Meet in the 40 villages")]
    ['villages', None]
    """
    before, after = text[max(0, number.start - 80) : number.start], text[number.end :]
    if number.unit is not None or number.value in {0, 1} or _NAMED.match(text[number.start :]):
        return None
    if _DEFINITE.search(before) and not _WHERE_OF.search(before) and not _TARGET_IS.search(before):
        return None
    doing = _DOING.search(before)
    verb = doing is not None and doing["verb"].lower() not in _NO_VERB
    opens = not text[: number.start].strip()
    if some := _OF_THOSE.match(after):  # "eight of the ten schemes"
        after = after[some.end() :]
    opens = opens or _WILL_BE.match(after) is not None
    if not opens and not verb and not _TARGET_IS.search(before) and not _WHERE.search(before) and not _WHERE_OF.search(before):
        return None
    things = counted(after) or (opens and (found := _FIRST_PLURAL.match(after)) and found[1]) or None
    if not things or (_NO_THINGS.match(things) and not _HOURS_OF.match(after)):
        return None
    things, per, each = things.partition(" per ")
    words = things.split()
    while words and not _is_plural(words[-1].lower()):  # "1,200 staff training in …"
        words.pop()
    return f"{' '.join(words)}{per}{each}" if words else None


def is_body(things: str) -> bool:
    """Whether what is counted are those with whom something is done.

    >>> is_body("neighbouring councils"), is_body("beds")
    (True, False)
    """
    return _BODY.search(things) is not None


def _is_plural(word: str) -> bool:
    return (word.endswith("s") and not word.endswith("ss")) or word in _PEOPLE or word in _UNITS
