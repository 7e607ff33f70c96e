"""The numbers that recommendations bear in print."""

import pytest

from plantext.find.statements.numbers import printed_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Recommendation 4: Name a lead.", "Recommendation 4"),
        ("P2. Cap the fees.", "P2"),
        ("(b) to cap the fees", "(b)"),
        ("Pier 2 is shut.", None),
        ("A1 is a road.", None),
    ],
)
def test_printed_number(text: str, number: str | None) -> None:
    assert printed_number(text) == number


def test_a_letter_stands_behind_the_number_that_it_is_a_part_of() -> None:
    assert printed_number("(b) to cap the fees", "Recommendation 3") == "Recommendation 3(b)"
