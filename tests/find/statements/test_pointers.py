"""Sentences that only point to another report."""

from __future__ import annotations

import pytest

from plantext.find.statements.pointers import find_pointer


@pytest.mark.parametrize(
    ("sentence", "where"),
    [
        ("To be included in the Ferries portfolio report, May 2032.", "Ferries portfolio report, May 2032"),
        ("Will be reported in the Ferries report, May 2032.", "Ferries report, May 2032"),
        ("As per the Harbour Master's report of January 2032", "Harbour Master's report of January 2032"),
        ("As last updated within the Works report 5 November", "Works report 5 November"),
        ("Updated in the Works paper, March 2032", "Works paper, March 2032"),
        ("Covered in the Piers and Ferries report to be presented in June 2032.", "Piers and Ferries report to be presented in June 2032"),
        ("See the capital programme report, May 2032.", "capital programme report, May 2032"),
        ("This item was covered in the Works report January 2032 with the key changes below", "Works report January 2032"),
        ("Additional detail on this area was included in the Works report in February", "Works report in February"),
        ("Commitment 2 is reported separately in the Quays bulletin, April 2032.", "Quays bulletin, April 2032"),
        ("Actions 3, 5 and 7 are set out in the Works report.", "Works report"),
        ("A full account was given in the Works report of May 2031.", "Works report of May 2031"),
        ("Progress on the pier is covered in the Works report.", "Works report"),
        ("Commitment 2 is reported separately to the Audit Committee in June.", "to the Audit Committee in June"),
        ("This will be reported on separately.", "a separate report"),
        ("Rowing lessons are covered in the Boat Trust's annual review.", "Boat Trust's annual review"),
    ],
)
def test_pointers(sentence: str, where: str) -> None:
    found = find_pointer(sentence)
    assert found is not None
    assert found[0] == where


@pytest.mark.parametrize(
    "sentence",
    [
        "The report was published in May.",
        "Crews reported 12 spills.",
        "Results of the survey show that ferries are clean.",
        "We have reviewed how spills are reported.",
        "The crews are reported to be tired.",
        "Wardens and crews are paid separately.",
        "The survey was described in the Works report as a success.",
    ],
)
def test_what_says_something_itself(sentence: str) -> None:
    assert find_pointer(sentence) is None
