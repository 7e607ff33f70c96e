from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantext.find.targets.quantities import find_numbers


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("5 per cent", 5, "per cent"),
        ("5%", 5, "per cent"),
        ("5.5 %", 5.5, "per cent"),
        ("five per cent", 5, "per cent"),
        ("five percent", 5, "per cent"),
        ("twenty-five per cent", 25, "per cent"),
        ("3 percentage points", 3, "percentage points"),
        ("two percentage points", 2, "percentage points"),
        ("£2m", 2_000_000, "£"),
        ("£2.5 million", 2_500_000, "£"),
        ("£1,250,000", 1_250_000, "£"),
        ("€3bn", 3_000_000_000, "€"),
        ("$40k", 40_000, "$"),
        ("450", 450, None),
        ("1,200", 1200, None),
        ("three hundred and fifty", 350, None),
        ("two thousand four hundred and six", 2406, None),
        ("a hundred", 100, None),
        ("a thousand", 1000, None),
        ("a third", 100 / 3, "per cent"),
        ("two thirds", 200 / 3, "per cent"),
        ("two-thirds", 200 / 3, "per cent"),
        ("one quarter", 25, "per cent"),
        ("three quarters", 75, "per cent"),
        ("half", 50, "per cent"),
        ("5 million", 5_000_000, None),
        ("five million", 5_000_000, None),
    ],
)
def test_a_number_has_its_value_and_unit(text: str, value: float, unit: str | None) -> None:
    (number,) = find_numbers(f"raise it by {text}, at once")
    assert (round(number.value, 6), number.unit) == (round(value, 6), unit)
    assert f"raise it by {text}, at once"[number.start : number.end].strip() == text


@pytest.mark.parametrize("text", ["none here", "someone", "tentative", "4th", "B2B", "version-3x", "the A38M"])
def test_letters_and_digits_in_a_word_are_no_number(text: str) -> None:
    assert find_numbers(text) == []


def test_numbers_come_in_order_and_do_not_overlap() -> None:
    text = "from 12 to two thirds, half of £3m and twenty-one of 1,000"
    numbers = find_numbers(text)
    assert [number.value for number in numbers] == [12, pytest.approx(66.667, abs=0.001), 50, 3_000_000, 21, 1000]
    assert all(one.end <= other.start for one, other in pairwise(numbers))


@given(st.integers(0, 999_999))
def test_figures_are_read_with_and_without_commas(value: int) -> None:
    assert (
        [number.value for number in find_numbers(f"to {value:,} piers")]
        == [number.value for number in find_numbers(f"to {value} piers")]
        == [value]
    )


@given(st.text(alphabet="one hundred and a thousand 5,.%£$m-kbn third half", max_size=60))
def test_numbers_lie_within_any_text(text: str) -> None:
    numbers = find_numbers(text)
    assert all(0 <= number.start < number.end <= len(text) and number.value >= 0 for number in numbers)
    assert all(one.end <= other.start for one, other in pairwise(numbers))
