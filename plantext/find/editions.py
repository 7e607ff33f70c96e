"""Which year, or term of years, a text speaks of: "2014-15" from 2014/15, 2014-2015, 2014-5; a term as "2021-25"."""

from __future__ import annotations

import re

LONGEST_TERM = 30  # years; a longer range is a history or a telephone number

_RANGE = re.compile(r"(?<![\d/.-])((?:19|20)\d\d)\s*(?:[-–—‑/]|to|until)\s*((?:19|20)?\d{1,2})(?![\d/-]|\.\d)")
_YEAR = re.compile(r"(?<![\d/.-])((?:19|20)\d\d)(?![\d/-]|\.\d)")


def find_editions(text: str) -> list[str]:
    """Every edition named in `text`, in order, as the contract writes it.

    >>> find_editions("Milestones for 2014/15, 2014-5 and the 2021-2025 plan")
    ['2014-15', '2014-15', '2021-25']
    """
    return [edition for match in _RANGE.finditer(text) if (edition := _edition(match[1], match[2]))]


def find_edition(text: str) -> str | None:
    """The only edition, or the first of several, that `text` names; a single year where there is no range.

    >>> find_edition("Annual Plan 2031"), find_edition("Annual plan")
    ('2031', None)
    """
    editions = find_editions(text)
    if editions:
        return editions[0]
    years = _YEAR.findall(text)
    return years[0] if len(set(years)) == 1 else None


def edition_of(text: str) -> str | None:
    """The edition as a user writes it; None where it is none. "2014/5" and "2014-2015" are "2014-15"."""
    match = _RANGE.fullmatch(text.strip())
    if match:
        return _edition(match[1], match[2])
    return text.strip() if _YEAR.fullmatch(text.strip()) else None


def _edition(start: str, end: str) -> str | None:
    first = int(start)
    last = int(end)
    if len(end) == 1:  # "2014-5"
        last = first // 10 * 10 + last
    elif len(end) == 2:
        last = first // 100 * 100 + last
    if last <= first and len(end) < 4:  # "1999-00"
        last += 10 if len(end) == 1 else 100
    return f"{first}-{last % 100:02d}" if 0 < last - first <= LONGEST_TERM else None


def start_year(edition: str | None) -> int | None:
    """The year in which an edition begins, to put editions in order."""
    return int(edition[:4]) if edition else None
