"""Footnotes and endnotes, and what only looks like one."""

from __future__ import annotations

import pytest

from plantext.model.document import Document
from plantext.read.pdf import READERS, read_pdf
from plantext.read.source import PDF, describe
from tests.factories.pdf import Sheet, pdf

PROSE = [
    "The county council sets out in this part how it will look after its bridges over the",
    "coming years, which of them come first, and what each of the towns may expect of it in",
    "the months before the work begins and after it has been done.",
]

both = pytest.mark.parametrize("reader", READERS)


def read(data: bytes, reader: str) -> Document:
    return read_pdf(data, describe(data, "made.pdf", PDF), reader=reader)


@both
def test_footnotes_are_tied_to_their_marks(reader):
    sheet = Sheet().lines(72, 100, PROSE[:2])
    sheet.raised(72, 128, "and at the end of it all", "1", ", no more than that, as was said.")
    sheet.rule(72, 760, 200, 760).text(72, 772, "1", 6).text(77, 775, "The county means the old county.", 8.5)
    document = read(pdf(sheet), reader)
    (paragraph,) = [b for b in document.blocks if b.kind == "paragraph"]
    (note,) = [b for b in document.blocks if b.kind == "footnote"]
    assert paragraph.text.endswith("at the end of it all, no more than that, as was said.")
    (mark,) = [m for m in paragraph.marks if m.style == "footnote"]
    assert mark.note == "1"
    assert paragraph.text[: mark.span[0]].endswith("it all")
    assert (note.marker, note.text) == ("1", "The county means the old county.")


@both
def test_notes_at_the_end_of_a_short_last_page_are_notes(reader: str) -> None:
    sheet = Sheet().raised(72, 80, "The wardens counted the piers", "1", " and the fords")
    sheet.raised(72, 94, "and found them well", "2", " in the spring of the year, as they had been before.")
    sheet.rule(72, 120, 520, 120).raised(72, 132, "", "1", " Counted in May.", 8).raised(72, 144, "", "2", " Counted in June.", 8)
    data = pdf(sheet)
    blocks = read_pdf(data, describe(data, "made.pdf", PDF), reader=reader).blocks
    assert [(b.marker, b.text) for b in blocks if b.kind == "footnote"] == [("1", "Counted in May."), ("2", "Counted in June.")]


@both
def test_a_date_in_small_type_at_the_foot_is_no_note(reader: str) -> None:
    sheet = Sheet().lines(72, 100, PROSE).rule(72, 748, 200, 748)
    sheet.text(72, 760, "3 July 2031", 8).text(72, 774, "Checked by the harbour master", 8)
    data = pdf(sheet)
    assert not [b for b in read_pdf(data, describe(data, "made.pdf", PDF), reader=reader).blocks if b.kind == "footnote" and b.marker]


@both
def test_a_mark_may_be_said_in_words(reader: str) -> None:
    sheet = Sheet().lines(72, 100, PROSE[:2])
    sheet.raised(72, 128, "and at the end of it all", "[footnote 2]", ", no more than that, as was")
    sheet.text(72, 142, "said.")
    (paragraph,) = read(pdf(sheet), reader).blocks
    assert paragraph.text.endswith("at the end of it all, no more than that, as was said.")
    assert [m.note for m in paragraph.marks if m.style == "footnote"] == ["2"]


@both
def test_a_mark_in_words_may_be_broken_at_a_lines_end(reader: str) -> None:
    sheet = (
        Sheet()
        .lines(72, 100, PROSE[:2])
        .raised(72, 128, "and what they may expect at the end of it all, no more than that", "[footnote", "")
    )
    sheet.raised(72, 142, "", "7]", ".")
    (paragraph,) = read(pdf(sheet), reader).blocks
    assert paragraph.text.endswith("no more than that[footnote 7].")


@both
def test_numbered_rows_of_a_ruled_table_at_the_foot_are_no_notes(reader: str) -> None:
    sheet = Sheet().lines(72, 100, PROSE * 3).text(72, 600, "Appendix", 14, bold=True)
    for number, row in enumerate([("No.", "What is asked"), ("1", "Mend the long bridge"), ("2", "Dig out the ford")]):
        y = 640 + 20 * number
        sheet.text(76, y, row[0], 8.5, bold=number == 0).text(116, y, row[1], 8.5, bold=number == 0)
    for y in (628, 648, 668, 688):
        sheet.rule(72, y, 400, y)
    for x in (72, 112, 400):
        sheet.rule(x, 628, x, 688)
    blocks = read(pdf(sheet), reader).blocks
    assert [block.kind for block in blocks[-2:]] == ["heading", "table"]
    assert [[cell.text for cell in row] for row in blocks[-1].rows] == [["1", "Mend the long bridge"], ["2", "Dig out the ford"]]


@both
def test_each_of_two_columns_has_its_own_notes(reader: str) -> None:
    left = ["The roads of the county were looked", "at in the spring, and it was found", "that the old ones are the ones that"]
    sheet = Sheet().lines(72, 80, left * 3).lines(320, 80, left * 3)
    sheet.raised(72, 640, "The fords were counted", "1", " in May").raised(320, 640, "The locks were counted", "2", " in June")
    sheet.lines(
        320,
        654,
        [
            "and the weirs as well, all",
            "of them, down to the sea and",
            "back up to the hills again",
            "where they had begun to be",
            "counted in the first place.",
        ],
    )
    sheet.rule(72, 700, 150, 700).raised(72, 712, "", "1", " Those that are open all the year", 8).text(
        72, 722, "and those that are not.", 8
    )
    sheet.rule(320, 740, 400, 740).raised(320, 752, "", "2", " But for the one at the mill.", 8)
    blocks = read(pdf(sheet), reader).blocks
    assert [(b.marker, b.text) for b in blocks if b.kind == "footnote"] == [
        ("1", "Those that are open all the year and those that are not."),
        ("2", "But for the one at the mill."),
    ]
    assert any("back up to the hills again where they had begun" in b.text for b in blocks)


@both
def test_numbered_rows_of_small_type_without_the_next_note_are_none(reader: str) -> None:
    sheet = Sheet().lines(72, 100, PROSE * 3)
    for number in range(8, 15):
        sheet.text(72, 400 + 14 * (number - 8), str(number), 8).text(100, 400 + 14 * (number - 8), f"Mend bridge {number} before winter", 8)
    assert not [b for b in read(pdf(sheet), reader).blocks if b.kind == "footnote"]


@both
def test_notes_are_found_below_tables_of_smaller_type_than_the_text(reader: str) -> None:
    sheet = Sheet()
    for row in range(22):
        for column in range(2):
            sheet.lines(76 + 230 * column, 80 + 28 * row, ["what the county does with its", "bridges in the year"], 9, leading=11)
        sheet.rule(72, 70 + 28 * row, 520, 70 + 28 * row)
    sheet.rule(72, 700, 160, 700).lines(72, 712, ["1 Counted in the month of May.", "2 But for the one at the mill."], 8.7, leading=11)
    notes = [(b.marker, b.text) for b in read(pdf(sheet), reader).blocks if b.kind == "footnote"]
    assert notes == [("1", "Counted in the month of May."), ("2", "But for the one at the mill.")]


@both
def test_a_time_of_day_at_the_foot_is_no_notes_mark(reader: str) -> None:
    sheet = Sheet().lines(72, 100, PROSE * 3).rule(72, 748, 200, 748)
    sheet.text(72, 760, "7:00 pm, the Moot Hall, Long Street", 8.5)
    assert not [b for b in read(pdf(sheet), reader).blocks if b.kind == "footnote" and b.marker]


@both
def test_what_stands_far_below_the_last_note_is_no_part_of_it(reader: str) -> None:
    sheet = Sheet().raised(72, 80, "The wardens counted the piers", "1", " and the fords of the county")
    sheet.text(72, 94, "and found them well in the spring of the year, as they had been before.")
    sheet.raised(72, 560, "", "1", " Counted in May, when the river was low.", 8.5).text(
        72, 600, "The wardens, Moot Hall, Long Street", 8.5
    )
    blocks = read(pdf(sheet), reader).blocks
    assert [b.text for b in blocks if b.kind == "footnote"] == ["Counted in May, when the river was low."]
    assert [b.kind for b in blocks if b.text.startswith("The wardens, Moot")] == ["paragraph"]


@both
def test_a_row_that_counts_on_from_the_last_note_is_none(reader: str) -> None:
    first = Sheet().raised(72, 80, "The wardens counted the piers", "1", " and the fords of the county")
    first.lines(72, 94, PROSE * 3).raised(72, 760, "", "1", " Counted in May, when the river was low.", 8.5)
    second = Sheet().text(72, 380, "Appendix", 14, bold=True)
    for y in (400, 420, 466):
        second.rule(72, y, 520, y)
    for number, row in enumerate([("No.", "Work", "Who"), ("1", "Mend the bridge", "Masons"), ("2", "Dig out the ford", "Roads")]):
        for x, text in zip((76, 120, 400), row, strict=True):
            second.text(x, 414 + 22 * number, text, 9, bold=number == 0)
    blocks = read(pdf(first, second), reader).blocks
    assert [b.text for b in blocks if b.kind == "footnote"] == ["Counted in May, when the river was low."]
    assert [[cell.text for cell in row] for b in blocks for row in b.rows] == [
        ["1", "Mend the bridge", "Masons"],
        ["2", "Dig out the ford", "Roads"],
    ]


@both
def test_the_raised_number_of_a_note_may_hang_in_the_margin(reader: str) -> None:
    sheet = Sheet().raised(72, 80, "The wardens counted the piers", "1", " and the fords")
    sheet.raised(72, 94, "in the spring of the year", "2", " as they had before.").lines(72, 140, PROSE)
    sheet.text(72, 200, "Notes", 14, bold=True)
    for at, text in enumerate(("Counted in May, when the river was low.", "But for the one at the mill.")):
        sheet.text(72, 222 + 16 * at - 4.5, str(at + 1), 5.8).text(89, 222 + 16 * at, text, 8.5)
    notes = [(b.marker, b.text) for b in read(pdf(sheet), reader).blocks if b.kind == "footnote"]
    assert notes == [("1", "Counted in May, when the river was low."), ("2", "But for the one at the mill.")]


@both
def test_notes_stand_below_the_rule_of_their_column_and_a_table_across_the_page_below_both(reader: str) -> None:
    left = ["The roads of the county were looked", "at in the spring, and it was found", "that the old ones are the ones that"]
    sheet = Sheet().lines(72, 80, left * 4).lines(320, 80, left * 4)
    sheet.raised(72, 260, "The fords were counted", "1", " in May").raised(320, 260, "The locks were counted", "2", " in June")
    sheet.rule(72, 590, 150, 590).raised(72, 602, "", "1", "Those that are open all the year", 8).text(
        72, 612, "and those that are not.", 8
    )
    sheet.rule(320, 590, 400, 590).raised(320, 602, "", "2", "But for the one at the mill.", 8)
    sheet.text(72, 650, "Table 1: What was counted", 8.5, italic=True)
    rows = [("Place", "Fords", "Locks"), ("The mill", "2", "1"), ("The castle", "4", "3"), ("The abbey", "1", "2")]
    for at, row in enumerate(rows):
        sheet.rule(72, 660 + 16 * at, 520, 660 + 16 * at)
        for x, text in zip((76, 300, 450), row, strict=True):
            sheet.text(x, 671 + 16 * at, text, 8, bold=at == 0)
    sheet.rule(72, 724, 520, 724)
    blocks = read(pdf(sheet), reader).blocks
    assert [(b.marker, b.text) for b in blocks if b.kind == "footnote"] == [
        ("1", "Those that are open all the year and those that are not."),
        ("2", "But for the one at the mill."),
    ]
    assert [[cell.text for cell in row] for b in blocks for row in b.rows] == [list(row) for row in rows[1:]]
