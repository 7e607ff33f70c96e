"""By when, and since when: the deadline and the baseline that a milestone names, as written."""

from __future__ import annotations

import re

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_YEARS = r"20\d\d(?:[-–/]\d{2,4})?"
_DEADLINE = re.compile(
    rf"\b(?:by|before|no\s+later\s+than|until)\s+((?:the\s+)?(?:(?:end|close|start|middle)\s+(?:of\s+)?)?(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?"
    rf"(?:{_MONTH}\s+(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s+)?|(?:spring|summer|autumn|winter|fall)\s+|Q[1-4]\s+(?:of\s+)?|(?:(?:financial|fiscal|calendar|school)\s+)?(?:year\s+)?|FY\s?)"
    rf"(?:{_YEARS})|the\s+end\s+of\s+(?:the|this)\s+(?:(?:financial|fiscal|calendar|school|plan)\s+)?(?:year|period)\b)",
    re.IGNORECASE,
)
_IN_YEAR = re.compile(rf"\s+(?:[\w-]+\s+){{0,3}}?(?:in|during|for)\s+((?:the\s+year\s+|FY\s?)?{_YEARS})(?!\d)", re.IGNORECASE)
_BASELINE = re.compile(
    r"\b((?:compared\s+(?:with|to)|against|from|relative\s+to|on)\s+(?:the\s+|a\s+|its\s+)?(?:[\w-]+\s+){0,3}?(?:baseline|levels?|20\d\d(?:[-/]\d{2,4})?|last\s+year|previous\s+year)"
    r"(?:\s+(?:baseline|levels?|figures?))?)",
    re.IGNORECASE,
)


def find_deadline(text: str) -> re.Match[str] | None:
    """The first deadline in `text`; group 1 is the date as written.

    >>> find_deadline("Open a pier by the end of FY 2033")[1]
    'the end of FY 2033'
    """
    return _DEADLINE.search(text)


def deadline_behind(text: str, start: int) -> str | None:
    """The year that stands straight behind a number: "to 100 in 2031-32"."""
    match = _IN_YEAR.match(text, start)
    return match[1] if match else None


def find_baseline(text: str) -> re.Match[str] | None:
    """The first thing that `text` compares with; group 1 is as written."""
    return _BASELINE.search(text)
