"""The numbers that a text aims at, kept apart from its words."""

from __future__ import annotations

import re

from plantext.text.variants import NUMBER_WORDS, plain_words

_FRACTIONS = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "tenth": 1 / 10}
_YEAR = r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d?))?"
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_NOT_AIMED = re.compile(
    rf"\b{_YEAR}\b"  # years and editions
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTHS})\b|\b(?:{_MONTHS})\s+\d{{1,2}}\b"  # days
    r"|\b(?:section|part|page|chapter|table|figure|version|paragraph|appendix|annex|level|phase|article|clause|objective|priority|number|no\.?|tier)"
    r"\s+\d+(?:\.\d+)*"  # references
    r"|[^\W\d_]+[-.]?\d[\w.-]*|(?-i:\b[A-Z]{2,}\s\d+(?:\.\d+)*)\b"  # names: TLS1.2, SHA-256, ISO 9001
    # what is there already: "the seven districts"
    rf"|\b(?:the|these|those|all|our|every|other)\s+(?:\d+|{'|'.join(NUMBER_WORDS)})(?=\s+(?!per\b|percent)[a-z])"
    r"|^\s*\(?\d+(?:\.\d+)*[.)]\s",  # printed numbers of items
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?P<figure>\d+(?:,\d{3})*(?:\.\d+)?)\s?(?P<scale>million|billion|thousand|bn|[mk])?\b"
    r"|\b(?P<fraction>(?:a|one)[ -](?:half|third|quarter|fifth|tenth))\b"
    rf"|\b(?P<word>{'|'.join(word for word in NUMBER_WORDS if word not in ('zero', 'one'))})\b",
    re.IGNORECASE,
)
_PHRASE = re.compile(
    rf"(?P<lead>\s*\b(?:by|to)\s+(?:(?:at\s+least|up\s+to|a\s+further|around|about|over)\s+)?)?(?:{_NUMBER.pattern})(?P<unit>\s*(?:%|per\s?cent\b))?",
    re.IGNORECASE,
)
_SCALES = {"thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9}
_WORDS = frozenset(_FRACTIONS) | frozenset(NUMBER_WORDS) - {"zero", "one"} | frozenset(_SCALES)


def figures(text: str) -> list[str]:
    """The words of `text` that are or hold a number or a part of one, in order: where two texts agree in them, they aim at the same.

    >>> figures("Answer 90% of calls, and five million letters")
    ['90%', 'five', 'million']
    """
    words = plain_words(text)
    if _WORDS.isdisjoint(words) and all(map(str.isalpha, words)):
        return []
    return [word for word in words if word in _WORDS or not word.isalpha()]


def aims(text: str) -> list[float]:
    """The numbers of `text`, smallest first; years, days, references and numbers within names are none.

    >>> aims("In 2014-15 cut burglary by five per cent and robbery by 1,250 (section 4.6)")
    [5.0, 1250.0]
    """
    if not _has_number(text):
        return []
    return sorted(_value(match) for match in _NUMBER.finditer(_NOT_AIMED.sub(" ", text)))


def _has_number(text: str) -> bool:
    """Whether a closer look is worth its time."""
    return bool(figures(text))


def _value(match: re.Match[str]) -> float:
    if match["figure"]:
        return float(match["figure"].replace(",", "")) * _SCALES.get((match["scale"] or "").lower(), 1.0)
    if match["word"]:
        return float(NUMBER_WORDS[match["word"].lower()])
    return _FRACTIONS[re.split(r"[ -]", match["fraction"])[1].lower()]


def without_aims(text: str) -> str:
    """`text` with each number aimed at replaced by one sign, so that only its words are compared; "by 5 per cent" goes whole.

    >>> without_aims("Reduce robbery by 5 per cent"), without_aims("Answer 90% of calls")
    ('Reduce robbery', 'Answer #% of calls')
    """
    if not _has_number(text):
        return text
    kept: list[str] = []
    end = 0
    for match in _NOT_AIMED.finditer(text):
        kept += [_PHRASE.sub(_sign, text[end : match.start()]), match.group()]
        end = match.end()
    return "".join(kept) + _PHRASE.sub(_sign, text[end:])


def _sign(match: re.Match[str]) -> str:
    whole = match["lead"] and (match["unit"] or match["fraction"])
    return "" if whole else f"{match['lead'] or ''}#{match['unit'] or ''}"
