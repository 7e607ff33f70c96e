"""What is set like a heading and heads nothing, titles above the text, headings in italics and in small capitals."""

from __future__ import annotations

import pytest

from plantext.model.document import Document
from plantext.read.pdf import READERS, read_pdf
from plantext.read.source import PDF, describe
from tests.factories.pdf import Sheet, pdf

both = pytest.mark.parametrize("reader", READERS)
PROSE = [
    "The county looks after its bridges and its roads in every season of the year, and it",
    "mends what the floods have broken before the autumn brings the next of them down.",
]


def read(*sheets: Sheet, reader: str = "pdfium") -> Document:
    data = pdf(*sheets)
    return read_pdf(data, describe(data, "made.pdf", PDF), reader=reader)


def headings(document: Document) -> list[tuple[str, int | None]]:
    return [(block.text, block.level) for block in document.blocks if block.kind == "heading" and block.role != "title"]


@both
def test_a_title_with_a_line_below_it_is_no_heading(reader: str) -> None:
    sheet = Sheet().text(72, 80, "Harbour plan 2031", 24).text(72, 104, "Agreed by the wardens in May", 15, grey=0.4)
    for y, text in ((140, "Bridges"), (220, "Roads"), (300, "Ferries")):
        sheet.text(72, y, text, 16, bold=True).lines(72, y + 24, PROSE)
    document = read(sheet, reader=reader)
    assert [block.text for block in document.blocks if block.role == "title"] == ["Harbour plan 2031"]
    assert document.title == "Harbour plan 2031"
    assert headings(document) == [("Bridges", 1), ("Roads", 1), ("Ferries", 1)]


@both
def test_a_first_heading_above_text_stays_one(reader: str) -> None:
    sheet = Sheet().text(72, 80, "Harbour plan 2031", 24).lines(72, 110, PROSE)
    for y, text in ((160, "Bridges"), (240, "Roads"), (320, "Ferries")):
        sheet.text(72, y, text, 16, bold=True).lines(72, y + 24, PROSE)
    assert headings(read(sheet, reader=reader)) == [("Harbour plan 2031", 1), ("Bridges", 2), ("Roads", 2), ("Ferries", 2)]


@both
def test_the_first_line_of_a_box_heads_only_the_box(reader: str) -> None:
    sheet = Sheet().text(72, 80, "Bridges", 16, bold=True).lines(72, 104, PROSE)
    sheet.box(66, 140, 530, 210, 0.9).text(72, 158, "How one ford was mended", bold=True).lines(72, 176, PROSE)
    sheet.lines(72, 240, ["What follows belongs to the bridges again, and the ford has nothing to do with it."])
    document = read(sheet, reader=reader)
    assert headings(document) == [("Bridges", 1), ("How one ford was mended", 2)]
    assert [block.section for block in document.blocks[-2:]] == ["How one ford was mended", "Bridges"]


@both
def test_boxes_that_make_up_the_document_have_headings(reader: str) -> None:
    sheet = Sheet().text(72, 60, "Bridges", 16, bold=True).lines(72, 84, PROSE)
    for number, top in enumerate((120, 210, 300), 1):
        sheet.box(66, top, 530, top + 70, 0.9).text(72, top + 18, f"Aim {number} of the county", bold=True).lines(72, top + 36, PROSE)
    assert [text for text, _ in headings(read(sheet, reader=reader))] == ["Bridges", *(f"Aim {n} of the county" for n in (1, 2, 3))]


@both
def test_a_quotation_a_signature_and_a_stem_head_nothing(reader: str) -> None:
    sheet = Sheet().text(72, 60, "Bridges", 16, bold=True).lines(72, 84, PROSE)
    sheet.text(72, 130, '"Nobody told us that the ford was closed."', 15, italic=True).lines(72, 156, PROSE)
    sheet.text(72, 200, "Ada Winterbourne", bold=True).text(72, 216, "Bridge master")
    sheet.text(72, 250, "Roads", 16, bold=True).lines(72, 274, PROSE)
    sheet.text(72, 320, "AGREED:", bold=True).text(72, 338, "1.  That the ford be dug out.").text(72, 354, "2.  That the ferry be painted.")
    sheet.lines(72, 380, PROSE)
    assert [text for text, _ in headings(read(sheet, reader=reader))] == ["Bridges", "Roads"]


@both
def test_lines_in_italics_above_paragraphs_are_headings_of_the_lowest_kind(reader: str) -> None:
    sheet = Sheet().text(72, 60, "Bridges", 16, bold=True).lines(72, 84, PROSE)
    sheet.text(72, 130, "What the ice has done", italic=True).lines(72, 148, PROSE)
    sheet.text(72, 194, "Which piers come first", italic=True).lines(72, 212, PROSE)
    assert headings(read(sheet, reader=reader)) == [("Bridges", 1), ("What the ice has done", 2), ("Which piers come first", 2)]


@both
def test_a_line_in_italics_below_a_heading_is_none(reader: str) -> None:
    sheet = Sheet()
    for y, text in ((60, "Bridges"), (180, "Roads")):
        sheet.text(72, y, text, 16, bold=True).text(72, y + 20, "Done in the year before", italic=True).lines(72, y + 40, PROSE)
    assert headings(read(sheet, reader=reader)) == [("Bridges", 1), ("Roads", 1)]


@both
def test_small_capitals_are_small_letters_of_the_capitals_size(reader: str) -> None:
    sheet = Sheet().text(72, 60, "B", 16, bold=True).text(83.6, 60, "RIDGES AND", 12, bold=True).text(162, 60, "R", 16, bold=True)
    sheet.text(173.6, 60, "OADS", 12, bold=True).lines(72, 90, PROSE)
    (first, *_) = read(sheet, reader=reader).blocks
    assert (first.kind, first.text) == ("heading", "Bridges and Roads")


@both
def test_names_above_a_line_each_are_headings_where_there_are_many(reader: str) -> None:
    sheet = Sheet().text(72, 60, "Bridges", 16, bold=True).lines(72, 84, PROSE)
    places = ("Castle Ward", "Harbour Ward", "Marsh Ward")
    for number, name in enumerate(places):
        y = 140 + 110 * number
        sheet.text(72, y, name, bold=True).text(72, y + 18, "Two bridges and a ford")
        sheet.text(72, y + 46, f"Works {number}", 16, bold=True).lines(72, y + 70, PROSE)
    assert [text for text, _ in headings(read(sheet, reader=reader)) if text in places] == list(places)


@both
def test_the_name_of_a_body_above_the_title_is_no_heading(reader: str) -> None:
    sheet = Sheet().text(72, 70, "HARBOUR DISTRICT COUNCIL", 11, bold=True).text(72, 110, "Bridges and fords", 24)
    sheet.text(72, 136, "What the wardens found and what they ask for", 13).text(72, 152, "May 2031")
    for number, text in enumerate(("What was found", "What is asked")):
        sheet.text(72, 200 + 100 * number, text, 15, bold=True).lines(72, 220 + 100 * number, PROSE)
    blocks = read(sheet, reader=reader).blocks
    assert [(b.text, b.role) for b in blocks if b.kind == "heading"] == [
        ("Bridges and fords", "title"),
        ("What was found", None),
        ("What is asked", None),
    ]


@both
def test_a_bold_sentence_of_two_lines_heads_nothing(reader: str) -> None:
    sheet = Sheet().text(72, 80, "What is asked", 15, bold=True).lines(72, 104, PROSE)
    sheet.lines(72, 160, ["Recommendation 1: That the council look at each of its old bridges before", "the next winter comes."], bold=True)
    sheet.lines(72, 200, PROSE)
    assert [b.text for b in read(sheet, reader=reader).blocks if b.kind == "heading"] == ["What is asked"]


@both
def test_a_short_line_in_italics_below_a_heading_is_the_first_of_several(reader: str) -> None:
    sheet = Sheet().text(72, 80, "Bridges", 15, bold=True).text(72, 104, "Background", italic=True).lines(72, 118, PROSE)
    sheet.text(72, 160, "Discussion", italic=True).lines(72, 174, PROSE)
    assert headings(read(sheet, reader=reader)) == [("Bridges", 1), ("Background", 2), ("Discussion", 2)]


@both
def test_a_title_may_stand_above_the_contents(reader: str) -> None:
    sheet = (
        Sheet().text(72, 80, "Bridges and fords", 24, bold=True).text(72, 110, "What the wardens found", 14).text(72, 130, "May 2031", 14)
    )
    sheet.text(72, 180, "Contents", 14, bold=True)
    for number, text in enumerate(("1 What was found", "2 What is asked", "3 Who was heard")):
        sheet.text(72, 204 + 16 * number, text).text(500, 204 + 16 * number, str(number + 2))
    pages = [
        Sheet().text(72, 80, text, 14, bold=True).lines(72, 104, PROSE)
        for text in ("1 What was found", "2 What is asked", "3 Who was heard")
    ]
    document = read(sheet, *pages, reader=reader)
    assert document.title == "Bridges and fords"
    assert headings(document) == [("Contents", 1), ("1 What was found", 1), ("2 What is asked", 1), ("3 Who was heard", 1)]


@both
def test_lines_in_italics_may_head_numbered_paragraphs(reader: str) -> None:
    sheet = Sheet().text(72, 60, "Bridges", 16, bold=True).lines(72, 84, PROSE)
    for number, (y, text) in enumerate(((130, "What the ice has done"), (210, "Which piers come first")), 1):
        sheet.text(72, y, text, italic=True).text(72, y + 20, f"4.{number}").lines(106, y + 20, PROSE)
    assert headings(read(sheet, reader=reader)) == [("Bridges", 1), ("What the ice has done", 2), ("Which piers come first", 2)]


@both
def test_a_heading_in_a_box_is_one_deeper_than_the_one_above_the_box(reader: str) -> None:
    sheet = Sheet().text(72, 60, "Bridges", 20, bold=True).lines(72, 84, PROSE)
    sheet.text(72, 130, "The piers", 16, bold=True).lines(72, 154, PROSE)
    sheet.box(66, 190, 530, 250, 0.9).text(72, 208, "How one was mended", 13.5, bold=True).lines(72, 226, PROSE)
    sheet.lines(72, 270, PROSE).text(72, 320, "Fords", 20, bold=True).lines(72, 344, PROSE)
    sheet.box(66, 380, 530, 440, 0.9).text(72, 398, "How one was dug", 13.5, bold=True).lines(72, 416, PROSE)
    sheet.lines(72, 460, PROSE)
    assert headings(read(sheet, reader=reader)) == [
        ("Bridges", 1),
        ("The piers", 2),
        ("How one was mended", 3),
        ("Fords", 1),
        ("How one was dug", 2),
    ]


@both
def test_a_line_that_heads_a_list_is_no_part_of_the_title(reader: str) -> None:
    sheet = Sheet().text(72, 80, "Bridges and fords", 24, bold=True).text(72, 106, "What the wardens found in the year", 14)
    sheet.text(72, 150, "In short", 12.5, bold=True)
    for number, text in enumerate(("Two bridges are sound.", "The long ford is closed.", "The ferry is late."), 1):
        sheet.text(84, 156 + 14 * number, "•").text(98, 156 + 14 * number, text)
    for y, text in ((240, "Bridges"), (320, "Roads"), (400, "Ferries")):
        sheet.text(72, y, text, 16, bold=True).lines(72, y + 24, PROSE)
    assert [text for text, _ in headings(read(sheet, reader=reader))] == ["In short", "Bridges", "Roads", "Ferries"]


@both
def test_small_bold_lines_above_paragraphs_are_headings_of_the_lowest_kind(reader: str) -> None:
    sheet = Sheet().text(72, 80, "Bridges", 15, bold=True).lines(72, 104, PROSE)
    sheet.text(72, 164, "What the ice has done to all of them", 9.7, bold=True).lines(72, 186, PROSE)
    sheet.text(72, 246, "Which of the piers come first", 9.7, bold=True).lines(72, 268, PROSE)
    found = [(b.text, b.level) for b in read(sheet, reader=reader).blocks if b.kind == "heading"]
    assert found == [("Bridges", 1), ("What the ice has done to all of them", 2), ("Which of the piers come first", 2)]


@both
def test_one_line_in_italics_between_numbered_paragraphs_is_a_heading(reader: str) -> None:
    sheet = Sheet().text(100, 80, "Bridges", 15, bold=True)
    for at, y in enumerate((104, 190)):
        sheet.text(72, y, f"3.{at + 1}").lines(100, y, PROSE)
    sheet.text(100, 166, "What the ice has done", italic=True)
    assert [b.text for b in read(sheet, reader=reader).blocks if b.kind == "heading"] == ["Bridges", "What the ice has done"]
