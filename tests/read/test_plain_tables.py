"""Tables in plain text, held to plain-text cases: to add one, write it into fixtures/plain_tables.txt."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantext.read.plain_tables import is_table_line
from tests.factories.cases import load_cases, read_plain, shown


@pytest.mark.parametrize(("given", "expected"), load_cases(Path(__file__).parent / "fixtures" / "plain_tables.txt"))
def test_case(given: str, expected: list[str]) -> None:
    assert shown(read_plain(given)) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("one\ttwo", True),
        ("\tindented", False),
        ("\tone\ttwo", True),
        ("\t<p>one</p>\ttwo", True),
        ("one", False),
        ("\t \t", False),
        ("", False),
    ],
)
def test_a_table_line_has_text_beside_a_tab(line: str, expected: bool) -> None:
    assert is_table_line(line) is expected


def test_cells_of_one_row_are_as_many_as_the_widest() -> None:
    document = read_plain("Action\tLead\tDate\nMend the pier\tMaster\n")
    assert [len(row) for row in document.blocks[0].rows] == [3]
