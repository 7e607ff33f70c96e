from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantext.find.editions import edition_of, find_edition, find_editions, start_year


@pytest.mark.parametrize(
    ("text", "edition"),
    [
        ("2014/15", "2014-15"),
        ("2014-2015", "2014-15"),
        ("2014-5", "2014-15"),
        ("2014–15", "2014-15"),
        ("2014 - 15", "2014-15"),
        ("2014 to 2015", "2014-15"),
        ("2021-25", "2021-25"),
        ("2021-2025", "2021-25"),
        ("1999-00", "1999-00"),
        ("1999-2000", "1999-00"),
        ("2019-20", "2019-20"),
        ("2009-10", "2009-10"),
        ("2029-0", "2029-30"),
        ("FY2031/32", "2031-32"),
    ],
)
def test_an_edition_is_written_one_way(text: str, edition: str) -> None:
    assert find_editions(f"Milestones for {text}: piers") == [edition]
    assert edition_of(edition) == edition


@pytest.mark.parametrize(
    "text",
    [
        "2014",
        "01.2014-15",
        "2014-15-16",
        "2014-01-07",
        "7/2014/15",
        "12014-15",
        "1914-99",
        "2014-14",
        "call 2014-2015-33",
        "2014-15.5",
        "section 4.2014",
    ],
)
def test_these_are_no_ranges_of_years(text: str) -> None:
    assert find_editions(text) == []


@pytest.mark.parametrize("text", ["", "2014-15 plan", "14-15", "soon", "2014-2013"])
def test_what_a_user_writes_is_an_edition_or_none(text: str) -> None:
    assert edition_of(text) is None
    assert edition_of(" 2014/5 ") == "2014-15"
    assert edition_of("2031") == "2031"


@pytest.mark.parametrize(
    ("text", "edition"),
    [
        ("from 2013-14 to 2014-15", "2013-14"),
        ("Plan 2031", "2031"),
        ("between 2030 and 2031", None),
        ("2031 and again 2031", "2031"),
        ("no year", None),
    ],
)
def test_a_single_year_counts_where_there_is_no_range(text: str, edition: str | None) -> None:
    assert find_edition(text) == edition


def test_editions_have_an_order() -> None:
    assert start_year("2014-15") == 2014
    assert start_year(None) is None


@given(st.integers(1900, 2069), st.integers(1, 30), st.sampled_from(["-", "/", "–", " to ", "‑"]))
def test_every_way_of_writing_a_term_gives_one_edition(first: int, years: int, dash: str) -> None:
    last = first + years
    assert find_editions(f"{first}{dash}{last}") == find_editions(f"{first}{dash}{last % 100:02d}") == [f"{first}-{last % 100:02d}"]
