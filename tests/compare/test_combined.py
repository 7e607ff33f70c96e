"""Headings that name several milestones at once."""

from __future__ import annotations

import pytest

from plantext.compare.combined import share_heading

MILESTONES = ["Cut spills in the outer harbour", "Cut fires on boats", "Raise the share of rowers who wear jackets"]


@pytest.mark.parametrize(
    ("title", "shared"),
    [
        ("Cut spills by 5 per cent and fires by 8 per cent", [0, 1]),
        ("Cut fires by 8 per cent, and spills by 5 per cent", [1, 0]),
        ("Cut spills by 5 per cent", []),  # one aim names one milestone
        ("Cut spills by 5 per cent and noise by 8 per cent", []),  # a part that names none
        ("Cut spills by 5 per cent in 2031 and by 8 per cent in 2032", []),  # two aims of one milestone
    ],
)
def test_parts_of_a_heading(title: str, shared: list[int]) -> None:
    assert [share.milestone for share in share_heading(title, MILESTONES)] == shared


def test_a_part_that_begins_with_its_number_takes_the_opening_words() -> None:
    shares = share_heading(
        "Reach a score of 88% for rowers and 80% for anglers", ["Raise the score of anglers", "Raise the score of rowers"]
    )
    assert [share.text for share in shares] == ["Reach a score of 88% for rowers", "Reach a score of 80% for anglers"]
