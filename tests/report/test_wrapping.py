from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plantext.report.wrapping import columns_of, wrap

TEXT = st.text(st.sampled_from("ab \u00e9\u4e2d\u0301\n"), max_size=60)


@given(TEXT, st.integers(2, 20))
def test_lines_fit_and_hold_every_letter_in_order(text: str, width: int):
    lines = wrap(text, width)
    assert all(columns_of(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(TEXT)
def test_a_text_that_fits_is_left_as_it_is(text: str):
    assert wrap(text, 200) == [line.rstrip() for line in text.split("\n")]


def test_a_word_that_is_too_long_begins_a_line_and_is_cut():
    assert wrap("see unconstitutional", 8) == ["see", "unconsti", "tutional"]


def test_line_feeds_tabs_and_blanks_within_a_line_are_kept():
    assert wrap("a  b\n\nc\td", 20) == ["a  b", "", "c       d"]
