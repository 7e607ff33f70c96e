"""Numbers as lists print them."""

from __future__ import annotations

import pytest

from plantext.read.markup import parse_html
from plantext.read.ordinals import MOST, number_items, written
from tests.factories.cases import read_plain


@pytest.mark.parametrize(
    ("count", "form", "expected"),
    [
        (1, "lowerLetter", "a"),
        (26, "upperLetter", "Z"),
        (53, "lowerLetter", "aaa"),
        (4, "lowerRoman", "iv"),
        (1999, "upperRoman", "MCMXCIX"),
        (7, "decimal", "7"),
        (0, "lowerRoman", "0"),
        (-2, "lowerLetter", "-2"),
        (MOST + 1, "upperRoman", str(MOST + 1)),
        (10**9, "lowerLetter", str(10**9)),
    ],
)
def test_a_number_is_written_in_its_form(count: int, form: str, expected: str) -> None:
    assert written(count, form) == expected


@pytest.mark.parametrize("start", ["", "x", "1e9", "9" * 5000])
def test_a_start_that_is_no_number_counts_from_one(start: str) -> None:
    root = parse_html(f"<ol start='{start}'><li>mend<li>paint</ol>", "page")
    number_items(root)
    assert [item.get("data-marker") for item in root.iter("li")] == ["1.", "2."]


def test_a_list_of_markdown_keeps_its_numbers_and_their_sign() -> None:
    document = read_plain("3. mend\n4. paint\n\nThen:\n\n1) sail\n   - far\n2) row\n", markdown=True)
    assert [(block.marker, block.text) for block in document.blocks] == [
        ("3.", "mend"),
        ("4.", "paint"),
        (None, "Then:"),
        ("1)", "sail"),
        (None, "far"),
        ("2)", "row"),
    ]
