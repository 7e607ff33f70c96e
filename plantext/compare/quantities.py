"""The numbers, years, rates and shares that an ask names, and whether a plan's commitment sets others."""

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


_DEADLINE = re.compile(
    rf"\b(?:by|before|no\s+later\s+than|not\s+later\s+than|until)\s+(?:the\s+)?(?:(?:end|start|close|beginning)\s+of\s+)?(?:\w+\s+)?(?:\d{{1,2}}\s+)?(?:{_MONTH}\s+)?"
    r"(?P<year>20\d\d)\b(?!\s*[-/–]\s*\d)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b20\d\d\b")


def is_later(clause: str, text: str) -> bool:
    """Whether the ask is to be met by a year, and the text names a later one, or says only that it is for the whole of the plan's life.

    >>> is_later("open a ferry by 2030", "Open a ferry in 2032"), is_later("open a ferry by 2030", "Open a ferry")
    (True, False)
    """
    asked = _DEADLINE.search(clause)
    if not asked:
        return False
    years = [int(year) for year in _YEAR.findall(text)]
    return max(years, default=0) > int(asked["year"]) or (not years and bool(_OVER_ALL.search(text)))


_OVER_ALL = re.compile(
    r"\b(?:over|during|throughout|within|in)\s+the\s+(?:life(?:time)?|course|period|term)\s+of\s+(?:the|this|our)\b", re.IGNORECASE
)


def sets_others(clause: str, text: str) -> bool:
    """Whether the ask names numbers, and the text none of them.

    >>> sets_others("answered within ten minutes", "Answer within fifteen minutes"), sets_others("answered within ten minutes", "In 10 minutes")
    (True, False)
    """
    asked = quantities(clause)
    return bool(asked) and not asked & quantities(text)


_RATES = {
    "day": r"daily|(?:every|each|once a|per) day",
    "week": r"weekly|(?:every|each|once a|per) week",
    "fortnight": r"fortnightly|(?:every|each|once a) fortnight|every two weeks",
    "month": r"monthly|(?:every|each|once a|per) month",
    "quarter": r"quarterly|(?:every|each|once a|per) quarter|every three months|four times a year",
    "half-year": r"six-monthly|half-yearly|twice[ -](?:a[ -]year|yearly)|every six months|biannually",
    "year": r"annual|annually|yearly|(?:every|each|once a) year",
}
"""How often a thing is done."""
_RATE = {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in _RATES.items()}


def is_rarer(clause: str, text: str) -> bool:
    """Whether the ask says how often, and the text says that it will be done less often.

    >>> is_rarer("tested every week", "Test it each month"), is_rarer("tested every week", "Test it daily"), is_rarer("tested", "Test it yearly")
    (True, False, False)
    """
    order = list(_RATES)
    asked, set_ = ([order.index(name) for name, pattern in _RATE.items() if pattern.search(one)] for one in (clause, text))
    return bool(asked) and bool(set_) and min(set_) > min(asked)


_SHARES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bhalv(?:e|es|ed|ing)\b|\b(?:by|in)\s+(?:a\s+)?half\b|\b50\s?(?:%|per\s?cent)",
        r"\bdoubl(?:e|es|ed|ing)\b|\btwice\s+as\b|\b100\s?(?:%|per\s?cent)",
        r"\b(?:treble|triple)[sd]?\b|\bthree\s+times\s+as\b",
    )
)


def another_share(clause: str, text: str) -> bool:
    """Whether the ask is for half, twice or three times as much, and the text says no such thing.

    >>> another_share("that fees be halved", "Cut fees by a tenth"), another_share("that fees be halved", "Cut fees by half")
    (True, False)
    """
    return any(pattern.search(clause) and not pattern.search(text) for pattern in _SHARES)
