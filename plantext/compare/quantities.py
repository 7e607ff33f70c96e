"""The numbers that an ask names, and whether a plan's commitment sets others."""

from __future__ import annotations

import re

from plantext.text.variants import NUMBER_WORDS

_TIMES = {"hundred": 100.0, "thousand": 1000.0, "million": 1_000_000.0, "dozen": 12.0}
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_DATE = re.compile(rf"\b\d{{1,2}}\s+{_MONTH}\b|\b{_MONTH}\s+\d{{1,2}}\b|\b(?:19|20)\d\d(?:\s*[-/–]\s*\d{{2,4}})?\b", re.IGNORECASE)
_NAME = re.compile(r"\b(?:999|112|111|101|24/7)\b|\b[A-Za-z]+\d+\b|\b(?:recommendation|section|objective|page)\s+\d+", re.IGNORECASE)
"""Numbers that name something: a telephone number, a recommendation."""
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?|[a-z]+", re.IGNORECASE)


def quantities(text: str) -> frozenset[float]:
    """The numbers of a text that say how many or how much; not "one" in words, which is seldom a number, nor dates and years.

    >>> sorted(quantities("Plant ten thousand trees, 2,500 of them by March 2031, and ring 101"))
    [2500.0, 10000.0]
    """
    found: list[float] = []
    last: float | None = None
    for match in _NUMBER.finditer(_NAME.sub(" ", _DATE.sub(" ", text))):
        word = match.group().lower()
        singular = word.removesuffix("s")
        if singular in _TIMES and last is not None:
            found[-1] = last = last * _TIMES[singular]
        elif word[0].isdigit() or (word in NUMBER_WORDS and word not in {"one", "zero"}):
            last = float(word.replace(",", "") if word[0].isdigit() else NUMBER_WORDS[word])
            found.append(last)
        else:
            last = None
    return frozenset(found)


def sets_others(clause: str, text: str) -> bool:
    """Whether the ask names numbers, and the text none of them.

    >>> sets_others("answered within ten minutes", "Answer within fifteen minutes"), sets_others("answered within ten minutes", "In 10 minutes")
    (True, False)
    """
    asked = quantities(clause)
    return bool(asked) and not asked & quantities(text)
