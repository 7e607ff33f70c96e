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
_WORDS = rf"(?:an?\s+(?:hundred|thousand)|an?(?=\s+(?:million|billion)\b)|(?:{_WORD})(?:[\s-]+(?:and\s+)?(?:{_WORD})){{0,11}})"
_FIGURES = r"\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,9})?|\d{1,15}(?:\.\d{1,9})?"  # more digits are a reference, not a quantity
NUMBER = re.compile(
    rf"(?:(?P<currency>[£$€])\s?)?(?<![\w.,-])(?:(?P<figures>{_FIGURES})(?:\s?(?P<scale>million|billion|thousand|bn|m|k)\b)?(?!(?!per)\w|\.\d)"
    rf"|(?P<words>{_WORDS})\b(?:\s+(?P<great>million|billion)\b)?)"
    r"(?P<unit>\s*(?:%|per\s?cent(?:age\s+points?)?\b|percentage\s+points?\b))?",
    re.IGNORECASE,
)
_OF_A_WHOLE = (  # behind a part; any other word makes "a third" one of a row: "a third bridge"
    r"(?=\s*(?:$|[^\w\s-])|\s+(?:of|more|less|fewer|lower|higher|smaller|larger|longer|shorter|faster|by|in|on|from|for|at|to|and|or|over|as|than|with|within"
    r"|across|among|compared|against|before|after|since|during|is|are|was|were|has|have|will|the|its|our|their|all|these|those|every|each)\b)"
)
FRACTION = re.compile(
    r"\b(?:(?P<many>two[\s-]thirds|three[\s-]quarters)|(?:an?|one)[\s-](?P<one>half|quarter|(?:third|fifth|tenth)\b"
    + _OF_A_WHOLE
    + r")|(?P<bare>half))\b"
    r"(?!-[a-z]|\s+(?:an?\s+(?:second|minute|hour|day|week|month|year|mile|page|point)|terms?|hourly|yearly|price|past)\b)",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?:\s?[-–—/]\s?(?:(?:19|20)\d\d|\d{1,2}))?(?![\d,]|\.\d)(?!\s*(?:%|per\s?cent))")
_SPAN = re.compile(r"(?<![\w.,-])(?P<low>\d{1,3}(?:\.\d+)?)\s?[-–—]\s?(?P<high>\d{1,3}(?:\.\d+)?)\s?(?:%|per\s?cent\b)", re.IGNORECASE)
_SHARE = re.compile(
    r"(?<![\w.,£$€-])(?P<part>one|two|three|four|five|six|seven|eight|nine|[1-9])\s+(?:in|out\s+of)\s+(?:every\s+)?"
    r"(?P<whole>two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|a\s+hundred|[2-9]|10|20|50|100)\b(?![.,]?\d|\s*(?:%|per|hours?|days?|weeks?|months?|years?)\b)",
    re.IGNORECASE,
)
"""A share as people say it: "one in ten", "nine out of ten"."""
_TO = re.compile(r"\s+(?:to|or)\s+", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:around\s+|about\s+|the\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Number:
    """A number in a text. `unit` is "per cent", "percentage points", a currency's sign, or None for a bare count."""

    value: float
    unit: str | None
    start: int
    end: int
    upper: float | None = None  # the other end of a range


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


def find_quantities(text: str) -> list[Number]:
    """The numbers in `text`, the two ends of a range as one; years and editions are left out.

    >>> [n.value for n in find_quantities("in nine out of ten homes")]
    [90.0]
    >>> [(n.value, n.upper, n.unit) for n in find_quantities("by 5 to 10 per cent in 2031-32, and from 20 to 30 boats")]
    [(5.0, 10.0, 'per cent'), (20.0, None, None), (30.0, None, None)]
    """
    years = [match.span() for match in _YEARS.finditer(text)]
    found: list[Number] = []
    for number in find_numbers(text):
        if number.unit is None and any(start <= number.start < end for start, end in years):
            continue
        last = found[-1] if found else None
        if last and last.upper is None and _is_range(text, last, number):
            found[-1] = Number(value=last.value, unit=number.unit, start=last.start, end=number.end, upper=number.value)
        else:
            found.append(number)
    for match in _SHARE.finditer(text):
        part, whole = (find_numbers(match[name])[0].value for name in ("part", "whole"))
        if part < whole:
            found = [number for number in found if number.end <= match.start() or number.start >= match.end()]
            found.append(Number(value=100 * part / whole, unit="per cent", start=match.start(), end=match.end()))
    for match in _SPAN.finditer(text):
        low, high = float(match["low"]), float(match["high"])
        if low < high and not any(number.upper is not None and number.start <= match.start() < number.end for number in found):
            found = [number for number in found if number.end <= match.start() or number.start >= match.end()]
            found.append(Number(value=low, unit="per cent", start=match.start(), end=match.end(), upper=high))
    return sorted(found, key=lambda number: number.start)


def _is_range(text: str, low: Number, high: Number) -> bool:
    between, before = text[low.end : high.start], text[max(0, low.start - 20) : low.start]
    joined = _TO.fullmatch(between) and not _FROM.search(before)
    return bool(
        low.value < high.value
        and (low.unit is None or low.unit == high.unit)
        and (joined or (_AND.fullmatch(between) and _BETWEEN.search(before)))
    )


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
