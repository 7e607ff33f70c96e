"""Names below a foreword or letter, with the office held."""

from __future__ import annotations

import pytest

from plantext.model.document import Document
from plantext.read.pdf import READERS, read_pdf
from plantext.read.source import PDF, describe
from tests.factories.pdf import Sheet, pdf

both = pytest.mark.parametrize("reader", READERS)
PROSE = ["Every bridge in the county was looked at in the spring, and what was found is set out below", "for all who cross them to read."]


def read(sheet: Sheet, reader: str) -> Document:
    data = pdf(sheet)
    return read_pdf(data, describe(data, "made.pdf", PDF), reader=reader)


def foreword() -> Sheet:
    return Sheet().text(72, 80, "Foreword", 16, bold=True).lines(72, 110, PROSE)


def ended(sheet: Sheet) -> Sheet:
    return sheet.text(72, 240, "What was found", 16, bold=True).lines(72, 264, PROSE)


def said(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in document.blocks]


@both
@pytest.mark.parametrize("bold", [True, False])
def test_a_name_and_an_office_are_one_paragraph(reader: str, bold: bool) -> None:
    sheet = foreword().text(72, 150, "Councillor Rosa Finch", bold=True).text(72, 164, "Chair of the Bridges Panel", bold=bold)
    assert said(read(ended(sheet), reader))[2] == ("paragraph", "Councillor Rosa Finch\nChair of the Bridges Panel")


@both
def test_a_name_in_its_own_hand_is_no_heading(reader: str) -> None:
    sheet = foreword().text(72, 155, "R. Finch", 17, italic=True).text(72, 176, "Rosa Finch", bold=True)
    sheet.text(72, 190, "Mayor of the county")
    found = said(read(ended(sheet), reader))
    assert found[2:4] == [("paragraph", "R. Finch"), ("paragraph", "Rosa Finch\nMayor of the county")]
    assert found[4] == ("heading", "What was found")


@both
def test_a_heading_of_two_capitals_is_no_name(reader: str) -> None:
    sheet = foreword().text(72, 150, "Safer Bridges", bold=True).lines(72, 166, PROSE)
    assert said(read(ended(sheet), reader))[2] == ("heading", "Safer Bridges")


@both
def test_an_office_that_stands_apart_is_a_paragraph_of_its_own(reader: str) -> None:
    sheet = foreword().text(72, 150, "Rosa Finch", bold=True).text(72, 196, "Officers of the panel are named on the last page")
    assert ("paragraph", "Rosa Finch") in said(read(ended(sheet), reader))


@both
def test_two_who_sign_one_below_the_other(reader: str) -> None:
    sheet = foreword().text(72, 150, "Councillor Rosa Finch", bold=True).text(72, 164, "Leader of the Council")
    sheet.text(72, 182, "Ida Moss", bold=True).text(72, 196, "Chief Executive")
    assert said(read(ended(sheet), reader))[2:4] == [
        ("paragraph", "Councillor Rosa Finch\nLeader of the Council"),
        ("paragraph", "Ida Moss\nChief Executive"),
    ]


def letter() -> Sheet:
    sheet = Sheet().text(72, 70, "Letter from the Chief Executive", 15, bold=True)
    sheet.lines(420, 100, ["The Bridge House", "Northmere"]).text(72, 140, "1 July 2026").text(72, 180, "Dear Councillor Finch")
    return (
        sheet.lines(72, 210, PROSE)
        .text(72, 260, "Yours sincerely")
        .text(72, 310, "Dr Ida Moss", bold=True)
        .text(72, 324, "Chief Executive")
    )


@both
def test_below_a_letters_closing_a_bold_name_and_its_office_are_one(reader: str) -> None:
    assert said(read(letter(), reader))[-1] == ("paragraph", "Dr Ida Moss\nChief Executive")


@both
@pytest.mark.parametrize("listed", [True, False])
def test_a_heading_above_a_letter_is_one_where_the_contents_list_it(reader: str, listed: bool) -> None:
    first = Sheet().text(72, 70, "Answer to the Panel", 24, bold=True)
    if listed:
        first.text(72, 120, "Contents", 15, bold=True)
        for at, (text, page) in enumerate((("Letter from the Chief Executive", "2"), ("What was found", "3"), ("What it costs", "4"))):
            first.text(72, 150 + 18 * at, f"{text} ............ {page}")
    data = pdf(first, letter())
    blocks = read_pdf(data, describe(data, "made.pdf", PDF), reader=reader).blocks
    (kind,) = [b.kind for b in blocks if b.text == "Letter from the Chief Executive" and b.role != "toc"]
    assert kind == ("heading" if listed else "paragraph")


@both
@pytest.mark.parametrize(
    ("heading", "kind"), [("Appendix 1: Letter to the Commissioner", "heading"), ("Northmere Bridge Authority", "paragraph")]
)
def test_a_part_that_is_a_letter_is_headed_and_a_letterhead_heads_nothing(reader: str, heading: str, kind: str) -> None:
    sheet = letter()
    sheet.commands[0] = Sheet().text(72, 70, heading, 15, bold=True).commands[0]
    data = pdf(Sheet().text(72, 80, "Minutes", 15, bold=True).lines(72, 110, PROSE * 4), sheet)
    blocks = read_pdf(data, describe(data, "made.pdf", PDF), reader=reader).blocks
    assert [block.kind for block in blocks if block.text == heading] == [kind]
