"""The words by which a plan names what it commits itself to: "Key actions", "Action 3: …", "As Mayor, I will:"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from plantext.find.plan.objectives import without_number

CONTAINERS: dict[str, str] = {
    "strong": r"milestones?|deliverables?|actions?|commitments?|pledges?|success measures?|performance (?:measures?|indicators?)|kpis?|key results?|practices?|promises?|tasks?",
    "weak": r"priorit(?:y|ies)|objectives?|outcomes?|measures?|targets?|aims?|goals?|indicators?|activit(?:y|ies)|initiatives?|next steps?",
    "beside": r"strategies|activities|initiatives|projects|tactics|next steps|targets|measures|indicators",
}
"""What plans call their commitments. A weak word also names what commitments are grouped by, so it counts only where no strong one does;
a word of what is done counts too as a heading's beside a strong one, as "Strategies" and "Performance measures" of one objective."""

LONGEST_HEADING = 14  # words of a heading that names a container; a longer line is a sentence

_WILL = re.compile(
    r"\b(?:will|shall|(?:commit(?:s|ted)?|pledges?|undertakes?|intends?)(?:\s+(?:myself|ourselves|itself))?\s+to)\b", re.IGNORECASE
)
_BREAKS_OFF = re.compile(rf"(?:{_WILL.pattern})(?:\s+also)?\s*[–—-]?\s*$", re.IGNORECASE)
"""A line that is set without a colon: "We will", and the list says what."""
_SENTENCE_END = re.compile(r"[.!?]\s")
_WILL_OF_CONTENT = re.compile(
    r"\bwill\s+(?:be\s+(?:used|found|published|measured|based|included|judged|shown|supported)|include|contain|cover|set\s+out|have|consist|comprise|need|mean)\b",
    re.IGNORECASE,
)
_WHAT_WILL = re.compile(
    r"\W*what\s+(?:[\w’']+\s+){1,4}(?:will|shall)\s+(?:do|deliver|achieve)\b(?:\s+(?:next|about\s+it|to\s+[\w\s]{1,40}))?\W*$",
    re.IGNORECASE,
)
_OPENS_WITH_WILL = re.compile(
    r"(?:will|shall|(?:is|are|am)\s+(?:hereby\s+)?(?:committ(?:ing|ed)|pledg(?:ing|ed)|undertaking|going)\b|commits?\s+(?:itself\s+|ourselves\s+)?to|pledges?\s+to|undertakes?\s+to)\b",
    re.IGNORECASE,
)
PAST = re.compile(
    r"\b(?:last year|previous(?:ly)?|during\s+20\d\d|have\s+(?:already\s+)?(?:been|delivered)|achievements?|completed|progress)\b",
    re.IGNORECASE,
)
"""A list of what was: last year's items, what was done."""

_NAMED: dict[str, str] = {
    "strong": r"milestone|deliverable|action|commitment|pledge|practice",
    "weak": r"priority|objective|goal|measure|aim",
    "ruled": r"policy|proposal|requirement|standard|provision|project|scheme|initiative|task|intervention|promise|undertaking",
}
"""What an entry may call itself: "Action 3: …"; the "ruled" ones, "Policy T3: …", where they hold nothing that is found otherwise."""
CODE = r"(?:[A-Z]{1,3}[.-]?)?\d{1,3}(?:\.\d+)*[a-z]?"
"""How an entry is numbered: "3", "2.1", "T3", "EN-4b"."""


_FILLER = re.compile(
    rf"\b(?:{CONTAINERS['strong']}|{CONTAINERS['weak']}|the|our|my|your|key|main|planned|agreed|specific|annual|summary|table|list|of|and|for|in|this|next|year|plan"
    r"|we|i|will|take|deliver|\d+)\b|[\W\d]",
    re.IGNORECASE,
)


@lru_cache(maxsize=32)
def _head_noun(container: str) -> re.Pattern[str]:
    """A heading whose noun is a container: "Key actions for 2031-32"; not "Action plan", not "Showing our commitment to the region"."""
    words = CONTAINERS.get(container) or _inflected(container)
    return re.compile(
        rf"^(?!\w+ing\b)(?:[\w’'&,-]+\s+){{0,6}}?(?:{words})\b(?:\s*(?:and|&|/|,)\s*[\w-]+)?"
        r"(?:\s*[:–—?-]|\s+(?:for|in|of|by|during|under|\d+)\b|(?<=s)\s+(?:to|on|with|from)\b|\s*\(|\s*$)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=32)
def named_entry(container: str) -> re.Pattern[str]:
    """An entry that names itself by the container: "Action 3: Open a centre", with groups `word`, `number`, `sign` and `text`."""
    words = _NAMED.get(container) or _inflected(container)
    return re.compile(
        rf"^(?P<word>{words})\s+(?P<number>(?-i:{CODE}))\s*(?P<sign>[:.–—)-])?\s*(?P<text>(?<![\w])\S.*)?$", re.IGNORECASE | re.DOTALL
    )


def _inflected(word: str) -> str:
    """A word that the user gives for the container, in either number."""
    base = re.escape(" ".join(word.lower().split()))
    if base.endswith("ies"):
        base = f"{base[:-3]}y"
    elif base.endswith("s") and not base.endswith("ss"):
        base = base[:-1]
    return rf"{base[:-1]}(?:y|ies)" if base.endswith("y") else rf"{base}(?:e?s)?"


def is_container(heading: str, strength: str) -> bool:
    """Whether a heading names a list of commitments that are to come.

    >>> is_container("Milestones and deliverables for 2031-32", "strong"), is_container("Action plan", "strong")
    (True, False)
    """
    text = without_number(heading)
    return (
        len(text.split()) <= LONGEST_HEADING
        and bool(_head_noun(strength).match(text))
        and not PAST.search(text)
        and not any(named_entry(name).match(text) for name in {*_NAMED, strength})
    )


def is_bare(heading: str) -> bool:
    """Whether a heading that names a container says nothing of what it is about.

    >>> is_bare("Key deliverables"), is_bare("Milestones for 2031-32:"), is_bare("Geospatial data practices")
    (True, True, False)
    """
    return is_container(heading, "strong") and not _FILLER.sub("", without_number(heading))


def says_will(text: str) -> bool:
    """Whether a text ends in a statement of intent that a list completes, or asks for it as a heading does.

    >>> says_will("As Mayor, I will:"), says_will("What we will do"), says_will("The report will include:")
    (True, True, False)
    >>> says_will("By spring we will")
    True
    """
    tail = _SENTENCE_END.split(text)[-1]
    if _WHAT_WILL.match(text):
        return True
    left_open = text.rstrip().endswith(":") or _BREAKS_OFF.search(tail) is not None
    return left_open and bool(_WILL.search(tail)) and not of_content(tail)


def goes_on_to_will(lead: str, items: Sequence[str]) -> bool:
    """Whether the items of a list say themselves what a lead's subject will do: "To go further, the Council:", "Will open …".

    >>> goes_on_to_will("To go further, the Council:", ["Will open a pier", "Is committing itself to a second"])
    True
    """
    intends = sum(bool(_OPENS_WITH_WILL.match(item)) for item in items)
    return lead.rstrip().endswith(":") and 2 * intends > len(items)


def of_content(text: str) -> bool:
    """Whether "will" says what a document holds or how it is used: "The report will include …"."""
    return _WILL_OF_CONTENT.search(text) is not None
