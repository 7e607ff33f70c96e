"""The numbers that an ask names."""

import pytest

from plantext.compare.quantities import quantities, sets_others


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two hundred lamps", [200.0]),
        ("12,500 lamps by 14 March 2041", [12500.0]),
        ("ring 999 in the 2041-42 season", []),
        ("one of the piers", []),
    ],
)
def test_quantities(text, expected):
    assert sorted(quantities(text)) == expected


def test_another_number_is_told_from_the_same_one():
    assert sets_others("500 lamps be lit", "Light 300 lamps")
    assert not sets_others("five hundred lamps be lit", "Light 500 lamps")
    assert not sets_others("lamps be lit", "Light 300 lamps")
