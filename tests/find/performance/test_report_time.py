"""Of what day and year a report is."""

from __future__ import annotations

from datetime import date

import pytest

from plantext.find.performance.report_time import general_date, is_final, is_interim, report_date, report_edition, term_of
from tests.factories.cases import read_plain


def report(text: str):
    return read_plain(f"# Progress on the Harbour Plan\n\n## Report\n\n{text}\n", markdown=True)


@pytest.mark.parametrize(
    ("text", "edition"),
    [
        ("It speaks of 2031/32, and once of 2030/31. 2031-32 was wet.", "2031-32"),
        ("It speaks of 2030-31.", "2030-31"),
        ("It speaks of no year.", None),
        ("It speaks of 2040-41.", None),
    ],
)
def test_the_edition_named_most(text: str, edition: str | None) -> None:
    assert report_edition(report(text), ["2030-31", "2031-32"]) == edition


def test_a_plan_known_by_its_first_year_is_named_by_its_term() -> None:
    assert report_edition(report("The second plan, 2031-2033"), ["2029", "2031", "2033"]) == "2031"
    assert term_of(report("The second plan, 2031-2033"), "2031") == "2031-33"


def test_the_day_stands_in_a_line_that_tells_nothing() -> None:
    assert report_date(report("The pier was opened on 3 May 2031.\n\nHarbour Board, 24 March 2032")) == date(2032, 3, 24)
    assert report_date(report("The pier was opened on 3 May 2031.")) is None


def test_the_date_of_the_figures() -> None:
    found = general_date(report("Figures run from 1 April 2031 to 29 February 2032."), date(2032, 3, 24))
    assert found is not None
    assert (found.text, found.day) == ("29 February 2032", date(2032, 2, 29))
    assert general_date(report("The pier opened on 3 May 2031."), None) is None


@pytest.mark.parametrize(("text", "verdict"), [("Quarter 3", True), ("Mid-term self-assessment", True), ("Annual report", False)])
def test_a_part_of_the_time(text: str, verdict: bool) -> None:
    assert is_interim(read_plain(f"# {text}\n\n## Piers\n\nThe piers are open.\n", markdown=True)) is verdict


@pytest.mark.parametrize(
    ("title", "final"),
    [
        ("Year-end report 2031-32", True),
        ("Outturn report", True),
        ("Annual report", False),
        ("Quarter 3 report before the year end", False),
    ],
)
def test_a_report_of_the_whole_year(title: str, final: bool) -> None:
    assert is_final(read_plain(f"# {title}\n\n## Piers\n\nThey are long.\n", markdown=True)) is final
