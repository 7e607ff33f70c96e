"""Notes that end the paper, and marks in words."""

from __future__ import annotations

import pytest

from plantext.model.document import Document
from plantext.read.pdf import READERS, read_pdf
from plantext.read.source import PDF, describe
from tests.factories.pdf import Sheet, pdf

both = pytest.mark.parametrize("reader", READERS)
NOTES = ["1. Those that are open all the year.", "2. But for the one at the mill, which is closed."]


def read(sheet: Sheet, reader: str) -> Document:
    data = pdf(sheet)
    return read_pdf(data, describe(data, "made.pdf", PDF), reader=reader)


def paper(first: str, second: str) -> Sheet:
    sheet = Sheet().raised(72, 80, "Every bridge in the county was looked at in the spring", first, " and every ford.")
    sheet.raised(72, 110, "Every lock was looked at in the summer", second, " and every weir of the county.")
    return sheet.lines(72, 200, NOTES, leading=20)


@both
def test_the_list_that_ends_the_paper_is_of_notes(reader: str) -> None:
    blocks = read(paper("[footnote 1]", "[footnote 2]"), reader).blocks
    assert [(b.marker, b.text) for b in blocks if b.kind == "footnote"] == [
        ("1", "Those that are open all the year."),
        ("2", "But for the one at the mill, which is closed."),
    ]
    assert [m.note for b in blocks for m in b.marks if m.style == "footnote"] == ["1", "2"]


@both
def test_a_list_without_marks_in_the_text_stays_one(reader: str) -> None:
    assert [b.kind for b in read(paper("", ""), reader).blocks][-2:] == ["list_item", "list_item"]


@both
def test_a_mark_without_room_belongs_to_the_line_above(reader: str) -> None:
    sheet = Sheet().lines(72, 80, ["Every bridge in the county was looked at in the spring of the year and", "every ford too."])
    sheet.text(72, 106, "[footnote 1]", 8).text(72, 140, "Every lock was looked at in the summer.")
    blocks = read(sheet, reader).blocks
    assert [b.text for b in blocks] == [
        "Every bridge in the county was looked at in the spring of the year and every ford too.",
        "Every lock was looked at in the summer.",
    ]
    assert [m.note for m in blocks[0].marks if m.style == "footnote"] == ["1"]
