"""Dates in order of time, and the ends of years."""

from __future__ import annotations

from datetime import date

import pytest

from plantext.find.performance.asat import find_dates, find_period, period_end


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("as at 14th March 2032", date(2032, 3, 14)),
        ("the end of February 2032", date(2032, 2, 29)),
        ("March 5, 2032", date(2032, 3, 5)),
        ("on 05/03/2032", date(2032, 3, 5)),
        ("in December", date(2031, 12, 31)),
        ("on 31 June 2031", None),
    ],
)
def test_a_date_falls_on_its_day(text: str, day: date | None) -> None:
    found = find_dates(text, date(2032, 4, 1))
    assert [one.day for one in found] == ([day] if found else [])
    assert all(text[one.start : one.end].strip() == one.text for one in found)


def test_may_is_a_month_only_with_a_day_or_year() -> None:
    assert find_dates("Crews may sail") == []
    assert [one.text for one in find_dates("until 3 May 2031")] == ["3 May 2031"]


@pytest.mark.parametrize(
    ("edition", "end"),
    [
        ("2031-32", date(2032, 3, 31)),
        ("2031", date(2031, 12, 31)),
        ("2031-35", date(2035, 12, 31)),
        ("2099-00", date(2100, 3, 31)),
        (None, None),
    ],
)
def test_the_end_of_an_edition(edition: str | None, end: date | None) -> None:
    assert period_end(edition) == end


def test_periods() -> None:
    assert find_period("over the rolling 12 months") == "rolling 12 months"
    assert find_period("Spills are up 3% YTD") == "YTD"
    assert find_period("Spills are up") is None
