"""Text that columns, boxes and pages cut, and text that only seems cut."""

from __future__ import annotations

import pytest

from plantext.model.document import Document
from plantext.read.pdf import READERS, read_pdf
from plantext.read.source import PDF, describe
from tests.factories.pdf import Sheet, pdf

both = pytest.mark.parametrize("reader", READERS)
WIDE = "Every bridge in the county was looked at in the spring of the year, and what was found is set out in the"
NARROW = [
    "parts that follow, one for each of the towns and",
    "one for the roads between them, with a word on",
    "what each will cost to mend and on who is to pay",
    "for it; the council has asked for as much money",
    "as it may, and will say in the autumn how much of",
]
END = "that it has been given by those who have it to give, and what it means to do with all of it."


def paragraphs(*sheets: Sheet, reader: str) -> list[str]:
    data = pdf(*sheets)
    document: Document = read_pdf(data, describe(data, "made.pdf", PDF), reader=reader)
    return [block.text for block in document.blocks if block.kind == "paragraph"]


@both
def test_a_paragraph_beside_a_box_is_one(reader: str) -> None:
    sheet = Sheet().text(72, 80, WIDE, 10.5).lines(72, 94, NARROW, 10.5).text(72, 164, END, 10.5)
    sheet.box(350, 86, 530, 152, 0.9).lines(360, 100, ["At a glance", "Twelve bridges are old", "Two of them are closed"], 9)
    found = paragraphs(sheet, reader=reader)
    assert " ".join([WIDE, *NARROW, END]) in found
    assert not any("At a glance" in text and "towns" in text for text in found)


@both
def test_a_sentence_that_ends_with_the_mark_of_a_note_ends_there(reader: str) -> None:
    first = Sheet().lines(72, 700, [WIDE], 10.5).raised(72, 714, "county for all to read.", "1", "", 10.5)
    first.rule(72, 760, 200, 760).raised(72, 772, "", "1", " Counted in May.", 8)
    second = Sheet().lines(72, 80, ["Roads are looked at in the summer, when they are dry, and mended before", "the winter comes."], 10.5)
    found = paragraphs(first, second, reader=reader)
    assert found[0].endswith("for all to read.")
    assert found[1].startswith("Roads are looked at")


@both
def test_the_address_of_a_link_goes_on_with_its_words(reader: str) -> None:
    sheet = Sheet().lines(72, 80, ["What was found is said in full in the report of the wardens of the bridges"], 12)
    sheet.text(72, 95, "(https://county.example/reports/bridges-and-fords)", 10.5).text(310, 95, "that came out in May, and", 12)
    sheet.text(72, 110, "in the one before it.", 12)
    (found,) = paragraphs(sheet, reader=reader)
    assert found.endswith(
        "of the wardens of the bridges (https://county.example/reports/bridges-and-fords) that came out in May, and in the one before it."
    )


@both
def test_columns_above_and_below_a_picture_are_read_apart(reader: str) -> None:
    left = ["The roads of the county were looked", "at in the spring, and it was found", "that the old ones are the ones that"]
    right = ["hold best in the rain; the new ones", "have to be mended every other year,", "which costs more than was thought."]
    sheet = Sheet().lines(72, 80, left).lines(320, 80, right).picture(72, 130, 500, 260)
    sheet.lines(72, 290, [f"{text} too" for text in left]).lines(320, 290, [f"{text} too" for text in right])
    found = " ".join(paragraphs(sheet, reader=reader))
    assert found.index("ones that hold best in the rain") < found.index("old ones are the ones that too")


@both
def test_headings_above_a_table_each_are_no_list(reader: str) -> None:
    sheet = Sheet()
    for number in range(4):
        top = 90 + 170 * number
        sheet.text(72, top - 18, WIDE).text(72, top, f"Theme {'ABCD'[number]}: bridges", bold=True)
        for row, (what, who) in enumerate(
            [("What", "Who"), (f"Mend bridge {number}", "The county"), (f"Paint bridge {number}", "The town")]
        ):
            sheet.text(76, top + 28 + 20 * row, what).text(306, top + 28 + 20 * row, who)
        for y in range(4):
            sheet.rule(72, top + 14 + 20 * y, 500, top + 14 + 20 * y)
        for x in (72, 302, 500):
            sheet.rule(x, top + 14, x, top + 74)
    data = pdf(sheet)
    document = read_pdf(data, describe(data, "made.pdf", PDF), reader=reader)
    assert [b.text for b in document.blocks if b.kind == "heading"] == [f"Theme {letter}: bridges" for letter in "ABCD"]


@both
def test_a_longer_left_column_goes_down_beside_white(reader: str) -> None:
    left = ["The roads of the county were looked", "at in the spring, and it was found", "that the old ones are the best ones"]
    sheet = Sheet().lines(72, 80, left * 4).lines(320, 80, left * 4)
    sheet.text(72, 275, "Fords and ferries", bold=True).lines(
        72, 292, ["All of the fords were counted in the", "month of May, with every ferry and", "every lock that is still open."]
    )
    found = paragraphs(sheet, reader=reader)
    assert [text.split()[0] for text in found] == ["The", "All", "The"]


@both
def test_a_large_heading_below_two_columns_is_that_of_the_text_below(reader: str) -> None:
    left = ["The roads of the county were looked", "at in the spring, and it was found", "that the old ones are the ones that"]
    right = ["hold best in the rain; the new ones", "have to be mended every other year."]
    sheet = Sheet().lines(72, 80, left).lines(320, 80, right).text(72, 160, "What is asked", 18, bold=True)
    sheet.lines(72, 190, [WIDE, "county for all of those who want to read it."], 10.5)
    data = pdf(sheet)
    blocks = read_pdf(data, describe(data, "made.pdf", PDF), reader=reader).blocks
    assert [block.kind for block in blocks] == ["paragraph", "heading", "paragraph"]
    assert blocks[0].text == " ".join([*left, *right])


@both
def test_a_column_that_begins_beside_a_picture_goes_on_from_the_one_below_it(reader: str) -> None:
    left = ["The roads of the county were looked", "at in the spring, and it was found", "that the old ones are the ones that"]
    right = ["hold best in the rain; the new ones", "have to be mended every other year,", "which costs more than was thought."]
    ferries = ["Ferries are painted in the autumn", "of each year, when the tourists have", "gone home and the river is low."]
    sheet = Sheet().picture(72, 60, 260, 200).lines(72, 230, left * 2).lines(320, 80, right).lines(320, 140, ferries * 4)
    found = paragraphs(sheet, reader=reader)
    assert found[0].startswith("The roads")
    assert "are the ones that hold best in the rain" in found[0]


@both
def test_an_address_does_not_go_on_in_the_one_beside_it(reader: str) -> None:
    sheet = Sheet().lines(
        72, 80, ["Ida Moss", "Warden of the bridges of the county", "The Bridge House", "Quay Way", "Northmere", "NM2 7RT"]
    )
    for at, line in enumerate(("Office of the Panel", "The Guildhall", "Northmere NM1 1AA", "panel@north.example")):
        sheet.text(520 - 5.3 * len(line), 80 + 14 * at, line)
    sheet.lines(72, 200, [WIDE, END])
    found = paragraphs(sheet, reader=reader)
    assert not any("NM2 7RT" in text and "Guildhall" in text for text in found)
