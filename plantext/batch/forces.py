"""Whose document it is, guessed from its text; a guess is always said to be one."""

from __future__ import annotations

import re
from collections import Counter

from plantext.model.document import Document

OPENING = 40  # blocks: a cover, a letterhead and a foreword name whose document it is
OPENING_WEIGHT = 3  # a name there counts so many times one in the text
LEAST = 2  # a name that is said once in passing is no sign

_NAME = r"((?:[A-Z][a-z’'-]+|[A-Z]{2,})(?:[ \u00a0](?:(?:and|&|of|upon|the)[ \u00a0])?(?:[A-Z][a-z’'-]+|[A-Z]{2,})){0,3})"
_OFFICE = r"(?:Police(?:,? Fire)? (?:and|&) Crime|Police & Crime|PFCC|PCC)"
FORMS: tuple[str, ...] = (
    rf"{_NAME}[’']?s? {_OFFICE} (?:Commissioner|Panel|Plan)",
    rf"(?:Police(?:, Fire)? (?:and|&) Crime Commissioner|Police (?:and|&) Crime Panel|Police (?:and|&) Crime Plan) (?:for|of) (?:the )?{_NAME}",
    rf"{_NAME} (?:Constabulary|Police)\b(?! (?:and|&) Crime)",
)
"""How a force's area is named beside its office: before it, after "for", or as the force's own name."""
NO_AREA = frozenset(
    "the draft local strategic varied national british metropolitan chief deputy temporary our your my his her this that a an of for to and "
    "statutory neighbourhood transport every each elected new former military ministry county welsh scottish annual report plan".split()
)
"""Words before "Police" that name no area: they are dropped from the front of a name."""

_FORMS = tuple(re.compile(form) for form in FORMS)


def find_force(document: Document) -> str | None:
    """The area that the document's force, commissioner or panel serves; None where nothing, or nothing often enough, tells.

    "Police and Crime Plan for Downland" and "Downland Police" are both Downland.
    """
    votes: Counter[str] = Counter()
    for number, block in enumerate(document.blocks):
        for form in _FORMS:
            for match in form.finditer(block.text):
                if name := _area(match[1]):
                    votes[name] += OPENING_WEIGHT if number < OPENING else 1
    for form in _FORMS:
        for match in form.finditer(document.title or ""):
            if name := _area(match[1]):
                votes[name] += OPENING_WEIGHT
    if not votes:
        return None
    most = max(votes.values())
    return min(name for name, count in votes.items() if count == most) if most >= LEAST else None


def _area(name: str) -> str:
    words = name.replace("\u00a0", " ").split()
    while words and words[0].lower().rstrip("’'s") in NO_AREA | {"police"}:
        words.pop(0)
    while words and words[-1].lower() in NO_AREA:
        words.pop()
    return re.sub(r"[’']s?$", "", " ".join(words).removeprefix("Police "))
