"""Large initials that open a text."""

from __future__ import annotations

import pytest

from plantext.read.pdf import READERS, read_pdf
from plantext.read.source import PDF, describe
from tests.factories.pdf import Sheet, pdf

REST = ["river in the morning and in the evening,", "and they tell the master of the bridges", "what they saw of the fords."]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("below", [0, 1])  # the letter stands on the baseline of the second line, or lower than it
@pytest.mark.parametrize(
    ("letter", "text", "whole"),
    [("W", "ardens walk along the", "Wardens walk along the"), ("A", "warden walks along the", "A warden walks along the")],
)
def test_a_large_initial_opens_its_text(reader: str, letter: str, text: str, whole: str, below: float) -> None:
    sheet = Sheet().text(72, 60, "Of the wardens", 16, bold=True)
    sheet.text(72, 104 + below, letter, 34).lines(108, 90, [text, REST[0]]).lines(72, 118, REST[1:])
    sheet.lines(
        72, 150, ["The masons mend what the wardens have found in need of it, before the", "winter comes, and paint it in the spring."]
    )
    data = pdf(sheet)
    texts = [block.text for block in read_pdf(data, describe(data, "made.pdf", PDF), reader=reader).blocks]
    assert texts[1] == " ".join([whole, *REST])
