from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantext.compare.redline import editorial, redline

WORDS = ["cut", "the", "of", "drugs", "Drugs", "well-being", "(5%)", ",", "  "]
TEXT = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))


@given(TEXT, TEXT)
def test_runs_joined_are_both_texts_to_the_letter(before, after):
    edits = redline(before, after)
    assert "".join(edit.text for edit in edits if edit.op != "insert") == before
    assert "".join(edit.text for edit in edits if edit.op != "delete") == after
    assert all(edit.text for edit in edits)
    assert all(one.op != other.op for one, other in pairwise(edits))


@given(TEXT)
def test_a_text_with_itself_is_one_equal_run(text):
    assert [(edit.op, edit.text) for edit in redline(text, text)] == ([("equal", text)] if text else [])


def test_goes_by_word_not_by_letter():
    edits = redline("Plant ten trees", "Plant tender trees")
    assert [(edit.op, edit.text) for edit in edits] == [("equal", "Plant "), ("delete", "ten"), ("insert", "tender"), ("equal", " trees")]


def test_a_little_word_alone_in_a_rewritten_passage_is_part_of_it():
    edits = redline("Paint every old bench of the northern park green", "Repair some broken lamps of our western square soon")
    assert [edit.op for edit in edits] == ["delete", "insert"]


def test_a_figure_is_one_word():
    assert [edit.text for edit in redline("Save 1,250 hours", "Save 1,900 hours")] == ["Save ", "1,250", "1,900", " hours"]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Train the work-force", "Train the workforce.", True),
        ("Organise five events", "organize 5 events", True),
        ("Plant trees", "Plant trees", False),
        ("Plant trees", "Plant hedges", False),
        ("Up by 1.5 per cent", "Up by 15 per cent", False),
    ],
)
def test_editorial(before, after, expected):
    assert editorial(before, after) is expected
