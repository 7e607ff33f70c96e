from __future__ import annotations

import pytest

from plantext.find.statements.speakers import speaker


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("The Assembly ", "body"),
        ("Following a debate, members of the public ", "body"),
        ("Healthwatch Marches ", "body"),
        ("The Panel, however, ", "body"),
        ("You ", "answerer"),
        ("In reply, the Chief Fire Officer ", "answerer"),
        ("ACC Brook ", "answerer"),
        ("The draft plan ", "paper"),
        ("However, ", "start"),
        ("the targets ", "thing"),
        ("the victims are ", "thing"),
        ("to train, to help, ", "thing"),
    ],
)
def test_speaker(before: str, who: str) -> None:
    assert speaker(before) == who
