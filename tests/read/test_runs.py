from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantext.model.document import Mark
from plantext.read.runs import Run, join_runs, shifted

runs = st.builds(
    Run, text=st.text(alphabet="ab  \n\t¹é\u200b2.", max_size=6), bold=st.booleans(), italic=st.booleans(), raised=st.booleans()
)


def test_spaces_between_runs_are_kept_once() -> None:
    assert join_runs([Run(text=" Mend "), Run(text=" the\n"), Run(text="pier ")])[0] == "Mend the pier"


def test_bold_runs_that_space_parts_are_one_mark() -> None:
    text, marks = join_runs([Run(text="Mend", bold=True), Run(text=" "), Run(text="the pier", bold=True), Run(text=" now")])
    assert text == "Mend the pier now"
    assert marks == [Mark(style="bold", span=(0, 13))]


def test_bold_and_italic_may_overlap() -> None:
    _, marks = join_runs([Run(text="Mend ", bold=True), Run(text="piers", bold=True, italic=True)])
    assert marks == [Mark(style="bold", span=(0, 10)), Mark(style="italic", span=(5, 10))]


@pytest.mark.parametrize(
    ("given", "text", "notes"),
    [
        ([Run(text="Mend"), Run(text="3", raised=True), Run(text=" it")], "Mend it", [("3", 4)]),
        ([Run(text="Mend¹² it")], "Mend it", [("12", 4)]),
        ([Run(text="Mend¹ the pier²")], "Mend the pier", [("1", 4), ("2", 13)]),
        ([Run(text="the 14"), Run(text="th", raised=True)], "the 14th", []),
        ([Run(text="40 km² of mud")], "40 km² of mud", []),
    ],
)
def test_references_to_footnotes_are_marks(given: list[Run], text: str, notes: list[tuple[str, int]]) -> None:
    found, marks = join_runs(given)
    assert found == text
    assert [(mark.note, mark.span[0]) for mark in marks] == notes


@given(st.lists(runs, max_size=8))
def test_marks_lie_within_the_text(given: list[Run]) -> None:
    text, marks = join_runs(given)
    assert text == " ".join(text.split())
    assert all(0 <= mark.span[0] <= mark.span[1] <= len(text) for mark in marks)
    assert all(mark.style == "footnote" or text[slice(*mark.span)].strip() for mark in marks)


def test_marks_move_with_what_is_taken_off_or_put_before() -> None:
    mark = Mark(style="bold", span=(2, 6))
    assert shifted([mark], 3) == [Mark(style="bold", span=(0, 3))]
    assert shifted([mark], 6) == []
    assert shifted([mark], -4) == [Mark(style="bold", span=(6, 10))]
