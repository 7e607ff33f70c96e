"""Headings and their levels."""

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


def texts(document: Document, kind: str) -> list[str]:
    return [block.text for block in document.blocks if block.kind == kind]


@both
def test_headings_take_their_level_from_size_and_number(reader):
    sheet = Sheet().text(72, 80, "4 Bridges", 18, bold=True).lines(72, 110, PROSE)
    sheet.text(72, 170, "4.2 Old bridges", 14, bold=True).lines(72, 190, PROSE)
    sheet.text(72, 250, "What comes first", 11, bold=True).lines(72, 270, PROSE)
    document = read(pdf(sheet), reader)
    assert [(b.text, b.level) for b in document.blocks if b.kind == "heading"] == [
        ("4 Bridges", 1),
        ("4.2 Old bridges", 2),
        ("What comes first", 3),
    ]
    assert texts(document, "paragraph") == [" ".join(PROSE)] * 3


@both
def test_numbers_tell_levels_apart_where_the_type_does_not(reader):
    sheet = Sheet().text(72, 80, "4 Bridges", 14, bold=True).lines(72, 110, PROSE)
    sheet.text(72, 170, "4.2 Old bridges", 14, bold=True).lines(72, 190, PROSE)
    document = read(pdf(sheet), reader)
    assert [b.level for b in document.blocks if b.kind == "heading"] == [1, 2]


@both
def test_the_contents_heading_says_nothing_of_the_other_headings_levels(reader: str) -> None:
    sheet = Sheet().text(72, 60, "Contents", 20, bold=True)
    for number, words in enumerate(("Bridges", "Fords")):
        sheet.text(72, 90 + 16 * number, f"{number + 1} {words} {'.' * 80} {number + 2}")
    sheet.text(72, 150, "1 Bridges", 15, bold=True).lines(72, 172, PROSE)
    sheet.text(72, 260, "2 Fords", 15, bold=True).lines(72, 282, PROSE)
    document = read(pdf(sheet), reader)
    assert [(b.text, b.level) for b in document.blocks if b.kind == "heading"] == [("Contents", 1), ("1 Bridges", 1), ("2 Fords", 1)]


@both
def test_a_heading_may_be_set_as_loosely_as_the_text(reader: str) -> None:
    sheet = Sheet()
    for number in range(3):
        top = 80 + 160 * number
        sheet.lines(72, top, [f"What has changed in part {number}", "of the plan"], 14, leading=22, bold=True)
        sheet.lines(
            72,
            top + 50,
            ["The county looks after its bridges and its roads in every season", "of the year as well as it can."],
            11,
            leading=17.2,
        )
    found = [block.text for block in read(pdf(sheet), reader).blocks if block.kind == "heading"]
    assert found == [f"What has changed in part {number} of the plan" for number in range(3)]


@both
def test_a_short_contents_list_above_a_long_text_loses_its_page_numbers(reader: str) -> None:
    sheet = Sheet().text(72, 80, "Contents", 16, bold=True)
    names = ["1 Bridges", "2 Fords", "3 Ferries", "4 Locks"]
    for number, name in enumerate(names):
        sheet.text(72, 110 + 20 * number, name).text(500, 110 + 20 * number, str(2 + number))
        sheet.rule(72, 116 + 20 * number, 520, 116 + 20 * number)
    sheet.text(72, 230, "Foreword", 16, bold=True)
    for number in range(8):
        sheet.lines(
            72, 256 + 40 * number, ["The county looks after its bridges and its roads in every season", "of the year as well as it can."]
        )
    blocks = read(pdf(sheet), reader).blocks
    assert [block.text for block in blocks if block.role == "toc"] == names


@both
def test_a_foreword_set_as_a_letter_has_no_letterhead(reader: str) -> None:
    sheet = Sheet().text(72, 60, "The year on the river", 22, bold=True).text(72, 100, "Foreword", 15, bold=True)
    sheet.text(72, 122, "Dear colleagues").lines(72, 142, PROSE).text(72, 200, "Yours sincerely").text(72, 240, "Ida Moss")
    sheet.text(72, 280, "Bridges", 15, bold=True).lines(72, 302, PROSE)
    document = read(pdf(sheet), reader)
    assert texts(document, "heading") == ["The year on the river", "Foreword", "Bridges"]


@both
def test_what_leads_in_with_a_dash_or_is_hardly_larger_and_long_is_no_heading(reader: str) -> None:
    sheet = Sheet().text(72, 60, "The bridges", 18, bold=True)
    sheet.text(72, 84, "Papers for the meeting of the wardens in the Moot Hall on the first day of May", 12.2).lines(72, 110, PROSE)
    sheet.text(72, 164, "RESOLVED –", 11, bold=True).lines(72, 182, PROSE).text(72, 240, "The fords", 12.2).lines(72, 258, PROSE)
    assert texts(read(pdf(sheet.text(72, 320, "More of it", 18, bold=True).lines(72, 340, PROSE)), reader), "heading") == [
        "The bridges",
        "The fords",
        "More of it",
    ]


@both
def test_whose_words_a_quotation_is_heads_nothing(reader: str) -> None:
    sheet = (
        Sheet()
        .text(72, 80, "Foreword", 18, bold=True)
        .lines(72, 110, ["The county looks after its bridges and its roads in every season."] * 5)
    )
    sheet.lines(90, 200, ["\u201cNobody looks after a bridge alone, and", "no bridge looks after itself.\u201d"], 15, 19)
    sheet.text(90, 240, "Mason of the county", 10, bold=True)
    sheet.lines(72, 268, ["This report says what was done, what it cost, and what is still to do."] * 3)
    sheet.text(72, 330, "What was done", 14, bold=True).lines(72, 352, ["All of the piers were looked at in the spring of the year."] * 3)
    data = pdf(sheet)
    blocks = read_pdf(data, describe(data, "made.pdf", PDF), reader=reader).blocks
    assert [block.text for block in blocks if block.kind == "heading"] == ["Foreword", "What was done"]


@both
def test_whose_paper_it_is_above_the_first_heading_heads_nothing(reader: str) -> None:
    sheet = Sheet().text(200, 80, "BRIDGE PANEL", 11.5, bold=True).text(170, 110, "Minutes of the Panel", 16, bold=True)
    sheet.lines(72, 150, PROSE).text(72, 210, "Apologies", 11.5, bold=True).lines(72, 230, PROSE).text(
        72, 290, "Bridges", 11.5, bold=True
    ).lines(72, 310, PROSE)
    headings = [(block.text, block.level) for block in read(pdf(sheet), reader).blocks if block.kind == "heading"]
    assert headings == [("Minutes of the Panel", 1), ("Apologies", 2), ("Bridges", 2)]
