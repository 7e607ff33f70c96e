"""Numbers as plans write them, in figures and in words, with their unit."""

from __future__ import annotations

import re
from dataclasses import dataclass

_UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "m": 1_000_000,
    "bn": 1_000_000_000,
    "k": 1_000,
}
_FRACTIONS = {"half": 50.0, "third": 100 / 3, "quarter": 25.0, "fifth": 20.0, "tenth": 10.0, "two thirds": 200 / 3, "three quarters": 75.0}

_WORD = "|".join([*_TENS, *_UNITS, "hundred", "thousand"])
_WORDS = rf"(?:an?\s+(?:hundred|thousand)|(?:{_WORD})(?:[\s-]+(?:and\s+)?(?:{_WORD})){{0,11}})"
_FIGURES = r"\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,9})?|\d{1,15}(?:\.\d{1,9})?"  # more digits are a reference, not a quantity
NUMBER = re.compile(
    rf"(?:(?P<currency>[£$€])\s?)?(?<![\w.,-])(?:(?P<figures>{_FIGURES})(?:\s?(?P<scale>million|billion|thousand|bn|m|k)\b)?(?!(?!per)\w|\.\d)"
    rf"|(?P<words>{_WORDS})\b(?:\s+(?P<great>million|billion)\b)?)"
    r"(?P<unit>\s*(?:%|per\s?cent(?:age\s+points?)?\b|percentage\s+points?\b))?",
    re.IGNORECASE,
)
FRACTION = re.compile(
    r"\b(?:(?P<many>two[\s-]thirds|three[\s-]quarters)|(?:an?|one)[\s-](?P<one>half|third|quarter|fifth|tenth)|(?P<bare>half))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Number:
    """A number in a text. `unit` is "per cent", "percentage points", a currency's sign, or None for a bare count."""

    value: float
    unit: str | None
    start: int
    end: int


def find_numbers(text: str) -> list[Number]:
    """Every number in `text`, in order: figures, words, and fractions as per cent.

    >>> [(n.value, n.unit) for n in find_numbers("by five per cent, £2m and a third")]
    [(5.0, 'per cent'), (2000000.0, '£'), (33.333333333333336, 'per cent')]
    """
    numbers = []
    for match in NUMBER.finditer(text):
        value = float(match["figures"].replace(",", "")) if match["figures"] else float(_value(match["words"]))
        value *= _SCALES.get((match["scale"] or match["great"] or "").lower(), 1)
        unit = match["currency"] or _unit(match["unit"])
        numbers.append(Number(value=value, unit=unit, start=match.start(), end=match.end()))
    for match in FRACTION.finditer(text):
        name = re.sub(r"[\s-]", " ", match["many"] or match["one"] or match["bare"]).lower()
        if not any(number.start < match.end() and match.start() < number.end and number.unit for number in numbers):
            numbers = [number for number in numbers if number.end <= match.start() or number.start >= match.end()]
            numbers.append(Number(value=_FRACTIONS[name], unit="per cent", start=match.start(), end=match.end()))
    return sorted(numbers, key=lambda number: number.start)


def _unit(text: str | None) -> str | None:
    if not text:
        return None
    return "percentage points" if "point" in text.lower() else "per cent"


def _value(words: str) -> int:
    """The value of a number in words, below a million."""
    total = current = 0
    for word in re.split(r"[\s-]+", words.lower()):
        if word in {"a", "an"}:
            current = 1
        elif word == "hundred":
            current = max(current, 1) * 100
        elif word == "thousand":
            total, current = total + max(current, 1) * 1000, 0
        else:
            current += _UNITS.get(word, _TENS.get(word, 0))
    return total + current
