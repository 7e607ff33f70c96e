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
