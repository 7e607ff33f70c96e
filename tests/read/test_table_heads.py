"""Whether a first row heads its columns, by what it says."""

from __future__ import annotations

import pytest

from plantext.read.table_heads import column_heads, heading_depth, heads_columns

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


def test_the_rows_of_a_heading_are_said_of_each_column() -> None:
    rows = [[("Aim", 1, 2), ("Target", 2, 1), ("Lead", 1, 2)], [("Spring", 1, 1), ("Autumn", 1, 1)]]
    assert column_heads(rows) == ["Aim", "Target Spring", "Target Autumn", "Lead"]


def test_a_heading_says_nothing_twice_and_nothing_for_an_empty_cell() -> None:
    assert column_heads([[("", 1, 1), ("Cost", 2, 1)], [("Aim", 1, 1), ("Cost", 1, 1), ("", 1, 1)]]) == ["Aim", "Cost", "Cost"]
    assert column_heads([]) == []


ONE = (1, 1)


@pytest.mark.parametrize(
    ("rows", "loud", "depth"),
    [
        ([[(1, 2), (2, 1)], [ONE, ONE], [ONE] * 3], [True, False], 2),  # beside a cell of two rows
        ([[ONE, (2, 1)], [ONE] * 3, [ONE] * 3], [True, True], 2),
        ([[ONE, (2, 1)], [ONE] * 3, [ONE] * 3], [True, False], 1),
        ([[ONE, ONE], [ONE, ONE], [ONE, ONE]], [True, True], 1),  # nothing is shared
        ([[(3, 1)], [ONE] * 3, [ONE] * 3], [True, True], 1),  # a title across all columns
        ([[ONE, (2, 1)], [(3, 1)], [ONE] * 3], [True, True], 1),  # a title within
        ([[ONE, (2, 1)], [ONE] * 3], [True, True], 1),  # nothing would be left
        ([[ONE, (2, 2)], [ONE], [ONE] * 3], [True, True], 1),
    ],
)
def test_how_many_rows_a_heading_has(rows: list[list[tuple[int, int]]], loud: list[bool], depth: int) -> None:
    assert heading_depth(rows, loud) == depth
