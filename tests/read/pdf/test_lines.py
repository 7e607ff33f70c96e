"""Where a space stands between two runs of a line."""

from __future__ import annotations

import pytest

from plantext.read.pdf.engines.engine import Style, level_run
from plantext.read.pdf.lines import Line

PLAIN = Style(bold=False, italic=False, colour=0, alpha=255, hidden=False)


@pytest.mark.parametrize(
    ("figure", "words", "text"),
    [
        ("1,356", "people came", "1,356 people came"),
        ("94%", "said they would", "94% said they would"),
        ("1", "st of May", "1st of May"),
        ("A", "bridge", "Abridge"),
    ],
)
def test_what_a_large_figure_counts_is_a_word_of_its_own(figure: str, words: str, text: str) -> None:
    runs = [level_run(figure, 72, 120, 100, 24, PLAIN), level_run(words, 120, 180, 100, 9, PLAIN)]
    runs[1].space = False
    assert Line(runs, 1).text == text
