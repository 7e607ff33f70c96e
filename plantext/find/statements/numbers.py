"""The number that a recommendation bears in print, on its label, its marker, its heading or in its table's first column."""

from __future__ import annotations

import re

_NAMED = re.compile(
    r"^\W*(?P<number>(?:(?:recommendation|rec|conclusion|action|suggestion)\.?\s*(?:no\.?|number)?\s*(?:\d+(?:\.\d+)*(?:[a-z]\b"
    r"|\([a-z]\))?|(?<=[\s.])(?-i:[A-Z])\b|\([a-z]\))"
    r"|(?-i:R)\s?\d+(?:\.\d+)*[a-z]?))(?![\w.]*\w)",
    re.IGNORECASE,
)
_MARKER = re.compile(r"^\(?(?P<number>\d+(?:\.\d+)*[a-z]?|[a-z]|[ivx]+)[.):]*$", re.IGNORECASE)
_PART = re.compile(r"^\(?(?:[a-z]|[ivx]+)[.):]+$", re.IGNORECASE)
_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
).split()
_SPELT = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b")
_KEY = re.compile(r"(?P<whole>\d+(?:\.\d+)*[a-z]?|(?<![a-z])[a-z](?![a-z]))(?:\s*\(?(?P<part>[a-z]|[ivx]+)\)?)?$")

_RECOMMENDED = re.compile(
    r"(?:\b(?:recommendations?|rec\.?|conclusion|observation)\s*(?:no\.?|number)?\s*|^\W*R\s?)"
    rf"(?P<number>\d+(?:\.\d+)*(?:[a-z]\b|\s?\([a-z]\))?|(?:{'|'.join(_WORDS)})\b|[A-Z]\b(?!\.?\s+[a-z]))",
    re.IGNORECASE,
)
NUMBERS_COLUMN = re.compile(
    r"^\W*(?:(?:rec(?:ommendation)?|item|action|issue|point)?s?\W*(?:no|number|ref(?:erence)?|id)|#|ref(?:erence)?)\W*$", re.IGNORECASE
)
"""The heading of a column of numbers."""

NUMBER_CELL = re.compile(r"^\W*(?:recommendation|rec\.?|R)?\s*\d+(?:\.\d+)*(?:[a-z]|\s?\([a-z]\))?\W*$", re.IGNORECASE)
"""A cell that holds nothing but a number: "R1.1"."""

LABEL = re.compile(
    r"^(?:(?i:recommendation|rec\.?|suggestion|action)\s*(?:(?i:no)\.?\s*)?|R)(?:\d+(?:\.\d+)?(?:[a-z]|\([a-z]\))?|[A-Z]\b"
    r"|\([a-z]\))\s*(?:[:.)–—-]\s*|\s+(?=[A-Z]|that\b))(?=\S)"
)
"""A printed label ahead of a recommendation's words: "Recommendation 4:", "R1."."""

MARKED = re.compile(r"^\(?(?:recommendation|rec\.?|R)\s*\d+[a-z.]?\d*[:.)]?$", re.IGNORECASE)
"""The same as a list item's marker."""

PARAGRAPH = re.compile(r"^\(?(?:\d{1,3}(?:\.\d{1,3})+[.)]?|[A-Z]{1,2}\d{1,2}[.:)])\s+(?=[\"“‘'(]?[A-Z])|^\((?:[a-z]|[ivx]{1,4})\)\s+(?=\w)")
"""The number of a paragraph of a report, ahead of its words: "4.12 The Panel", "B2. Cap the fares", "(a) to cap the fares"."""
_LETTER = re.compile(r"(?P<number>\((?:[a-z]|[ivx]{1,4})\))\s+(?=\w)")
CODE = re.compile(r"(?P<number>[A-Z]{1,2}\d{1,2})[.:)]\s+(?=[\"“‘'(]?[A-Z])")

UNNUMBERED = re.compile(
    r"^(?:(?:agreed|resolved)\s+)?(?:actions?|recommendations?|recommended)\s*(?:agreed|required)?\s*[:–]\s*(?=\S)", re.IGNORECASE
)
"""A label without a number: "Action: the Clerk to circulate the slides"."""


def named_number(text: str) -> str | None:
    """The number on a label or heading, with the word that names it.

    >>> named_number("Recommendation 4: Name a lead."), named_number("R1.1 Audit the files"), named_number("Roads")
    ('Recommendation 4', 'R1.1', None)
    >>> named_number("Conclusions and recommendations"), named_number("Action points"), named_number("Recommendation B")
    (None, None, 'Recommendation B')
    """
    match = _NAMED.match(text)
    return match["number"].strip() if match else None


def marker_number(marker: str | None, within: str | None = None) -> str | None:
    """The number that a marker prints; a lettered part is put behind the number of what it is a part of.

    >>> marker_number("4.2"), marker_number("R3."), marker_number("(a)", "Recommendation 3"), marker_number("•")
    ('4.2', 'R3', 'Recommendation 3(a)', None)
    """
    printed = (marker or "").strip()
    if named := named_number(printed):
        return named
    match = _MARKER.match(printed)
    if match is None:
        return None
    if not _PART.match(printed):
        return match["number"]
    return f"{within}({match['number']})" if within else f"({match['number']})"


def printed_number(text: str, within: str | None = None) -> str | None:
    """The number that stands ahead of a paragraph's words: on its label, as a letter and a figure, or as a letter in brackets.

    >>> printed_number("R1. Audit the files."), printed_number("B2. Cap the fares."), printed_number("(a) to cap the fares", "3")
    ('R1', 'B2', '3(a)')
    """
    if label := LABEL.match(text):
        return named_number(label.group())
    ahead = CODE.match(text) or _LETTER.match(text)
    return marker_number(ahead["number"], within) or ahead["number"] if ahead else None


def number_key(number: str) -> str:
    """What two prints of one number share: "Recommendation 3(a)" and "R3a", "recommendation four" and "4".

    >>> number_key("Recommendation 3(a)"), number_key("R3a"), number_key("recommendation four"), number_key("4.2")
    ('3a', '3a', '4', '4.2')
    """
    plain = _SPELT.sub(lambda word: str(_WORDS.index(word[0]) + 1), number.casefold())
    plain = re.sub(r"^\W*(?:recommendation|rec|conclusion|action|suggestion|number|no|r(?=\s?\d))?\.?\s*(?:no\.?|number)?\s*", "", plain)
    match = _KEY.match(plain.strip("(). "))
    return (match["whole"] + (match["part"] or "")) if match else plain.strip("(). ")


def number_of(text: str) -> str | None:
    """The number of the recommendation that a heading or label names.

    >>> number_of("Government response to recommendation four"), number_of("R2.1: publish the map"), number_of("Our roads")
    ('4', '2.1', None)
    """
    match = _RECOMMENDED.search(text)
    if not match:
        return None
    return number_key(match.group("number"))
