"""Commitments that go the other way, hang on a condition, or leave the deed to others."""

import pytest

from plantext.compare.contrary import only_urges, reserved, undoes


@pytest.mark.parametrize(
    ("clause", "text", "expected"),
    [
        ("that the harbour ferry be retained", "Withdraw the harbour ferry by 2041", True),
        ("that the harbour ferry be retained", "Keep the harbour ferry through the winter", False),
        ("that the tolls be abolished", "Introduce tolls on the second bridge", True),
        ("rule out further closures of piers", "We will close two piers.", True),
        ("there is no mention of training pilots", "Train every pilot", False),
    ],
)
def test_what_undoes_the_ask(clause, text, expected):
    assert undoes(clause, text) is expected


def test_a_condition_or_an_exception_that_the_ask_lacks_is_a_reservation():
    assert reserved("a lamp on every pier", "We will put a lamp on every pier, subject to a grant.")
    assert reserved("a lamp on every pier", "Put a lamp on every pier except the oldest")
    assert not reserved("lamps, if funding allows", "We will light the piers if funding allows.")


def test_to_ask_others_is_not_to_do_it():
    assert only_urges("that the owners cut the hedges", "Encourage owners to cut the hedges")
    assert not only_urges("that owners be encouraged to cut hedges", "Encourage owners to cut the hedges")
