"""Whether a first row heads its columns, by what it says."""

from __future__ import annotations

import pytest

from plantext.read.table_heads import heads_columns

HEADS = [
    "Action|Lead",
    "Objective|Action|By when",
    "What|Our actions|Target date",
    "Commitment|How we measure|Responsible officer",
    "Measure|2030-31|2031-32",
    "Ref|Bridge mended|Date",
    "As Mayor, I will:|The wardens will:",
    "2030-31|2031-32",
]
ROWS = [
    "Lead|Ida Moss",
    "Date|4 May|Time|ten o'clock",
    "Action taken by the warden on the pier in the long winter|Lead",
    "Actions|Mend the pier",
    "Piers|Fords",
    "Lead|Lead",
    "Target",
]


@pytest.mark.parametrize("head", HEADS)
def test_names_of_columns(head: str) -> None:
    cells = head.split("|")
    assert heads_columns([cells, ["Mend the pier"] * len(cells)])


@pytest.mark.parametrize("row", ROWS)
def test_a_row_like_others(row: str) -> None:
    cells = row.split("|")
    assert not heads_columns([cells, ["Mend the pier"] * len(cells)])


def test_two_rows_of_names_are_a_list_of_names() -> None:
    assert not heads_columns([["Action", "Lead"], ["Target", "Owner"]])


def test_one_row_heads_nothing() -> None:
    assert not heads_columns([["Action", "Lead"]])
