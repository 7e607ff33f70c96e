"""Dates as a report writes them, in order of time: what its figures hold for, and when the year that it speaks of ends."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from plantext.find.editions import find_editions, start_year

YEAR_END = (3, 31)  # of an edition such as 2031-32: the British financial year, in which plans of public bodies run
TERM_END = (12, 31)  # of a single year, and of a longer term, whose last year may be of either kind

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTH = "|".join(name for name in calendar.month_name if name) + r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
_ORDINAL = r"(?:st|nd|rd|th)?"
_DATE = re.compile(
    rf"(?:the\s+)?(?P<part>end|close|beginning|start|middle|mid|early|late)?[\s-]*(?:of\s+)?\b(?:(?P<day>\d{{1,2}}){_ORDINAL}\s+(?:of\s+)?)?(?P<month>{_MONTH})"
    rf"(?:\s+(?P<after>\d{{1,2}}){_ORDINAL}\b(?!\d),?)?(?:,?\s+(?P<year>20\d\d)\b)?"
    r"|(?<![\d/.])(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>20\d\d)(?![\d/])"
    r"|(?:(?P<quarter>Q[1-4])|(?P<word>first|second|third|fourth|last)\s+quarter(?:\s+of)?)\s+(?P<qyear>20\d\d(?:[-/]\d{2,4})?)",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"\b(?:(?:rolling\s+)?(?:\d{1,2}|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|twenty-four)[\s-]months?|year[\s-]to[\s-]date|YTD"
    r"|(?:first|second|third|fourth|last)\s+(?:quarter|half)(?:\s+of\s+the\s+year)?|Q[1-4]|full\s+year|so\s+far\s+this\s+year|since\s+(?:\w+\s+)?\w+)\b"
    r"|\b(?:April|January|July|October)\s+(?:20\d\d\s+)?(?:to|-|–|and)\s+\w+\s+20\d\d",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Dated:
    """A date in a text: as written, and the day on which it falls or ends; None where it names no year."""

    text: str
    day: date | None
    start: int
    end: int


def find_dates(text: str, until: date | None = None) -> list[Dated]:
    """The dates in `text`, in order. A date without a year is the last such day up to `until`, where that is given.

    >>> [(found.text, str(found.day)) for found in find_dates("from 1 April 2031 to the end of February 2032")]
    [('1 April 2031', '2031-04-01'), ('the end of February 2032', '2032-02-29')]
    """
    found = []
    for match in _DATE.finditer(text):
        start = match.start() + len(match[0]) - len(match[0].lstrip(" -"))
        written = match[0].strip(" -,")
        if match["month"] and written.casefold() == "may":
            continue  # the verb
        if match["month"] and not (match["day"] or match["after"] or match["year"] or match["part"]) and not match["month"][0].isupper():
            continue
        if match["part"] and match["part"].lower() in {"start", "beginning", "middle", "early", "late", "mid"} and not match["year"]:
            continue
        found.append(Dated(text=written, day=_day(match, until), start=start, end=match.end()))
    return found


def find_period(text: str) -> str | None:
    """The time that a figure is measured over, as written.

    >>> find_period("Over the twelve months to June it was 4"), find_period("It was 4")
    ('twelve months', None)
    """
    match = _PERIOD.search(text)
    return match[0] if match else None


def period_end(edition: str | None) -> date | None:
    """The last day of an edition: 31 March of its second year, 31 December of a single year or of a longer term.

    >>> str(period_end("2031-32")), str(period_end("2031"))
    ('2032-03-31', '2031-12-31')
    """
    first = start_year(edition)
    if edition is None or first is None:
        return None
    if "-" not in edition:
        return date(first, *TERM_END)
    last = first // 100 * 100 + int(edition[-2:])
    last = last if last > first else last + 100
    return date(last, *(YEAR_END if last == first + 1 else TERM_END))


def is_one_year(edition: str | None) -> bool:
    """Whether an edition is of one year.

    >>> is_one_year("2031-32"), is_one_year("2031"), is_one_year("2031-35")
    (True, True, False)
    """
    first = start_year(edition)
    return first is not None and edition in {str(first), f"{first}-{(first + 1) % 100:02d}"}


def year_span(text: str) -> list[tuple[int, int]]:
    """Where years and ranges of years stand in `text`: they are no figures."""
    spans = [
        match.span() for match in re.finditer(r"(?<![\d.,£$€])(?:19|20)\d\d(?:\s?[-–/]\s?\d{1,4})?(?![\d,]|\.\d|\s*(?:per cent|%))", text)
    ]
    return spans if spans or find_editions(text) else []


def _day(match: re.Match[str], until: date | None) -> date | None:
    """The day that a match names; None where there is no such day, or no year is known."""
    try:
        if match["y"]:
            return date(int(match["y"]), int(match["m"]), int(match["d"]))
        if match["qyear"]:
            return None
        number = int(match["year"] or (until.year if until else 0))
        if not number:
            return None
        month = next(value for name, value in _MONTHS.items() if name.startswith(match["month"].lower().rstrip(".")[:3]))
        last = calendar.monthrange(number, month)[1]
        day = int(match["day"] or match["after"] or 0)
        if day > last:
            return None
        opening = (match["part"] or "").lower() in {"start", "beginning", "early"}
        found = date(number, month, day or (1 if opening else last))
        return found.replace(year=number - 1) if until and not match["year"] and found > until else found
    except ValueError:
        return None
