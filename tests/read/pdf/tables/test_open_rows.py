"""The first and the last row of a table that only level rules draw, where no rule closes them."""

from __future__ import annotations

import pytest

from plantext.model.document import Document
from plantext.read.pdf import READERS, read_pdf
from plantext.read.source import PDF, describe
from tests.factories.pdf import Sheet, pdf

both = pytest.mark.parametrize("reader", READERS)
TERMS = [
    ("Ford", "A place where the river is so shallow", "that one can walk across it."),
    ("Weir", "A low wall across the river, which", "holds the water back for the mill."),
    ("Ferry", "A boat that crosses the river on a", "rope, as long as somebody pulls."),
    ("Mill", "A house with a wheel, and no more", "than that since the flour went."),
]


def read(sheet: Sheet, reader: str) -> Document:
    data = pdf(sheet)
    return read_pdf(data, describe(data, "made.pdf", PDF), reader=reader)


def cells(document: Document) -> list[list[str]]:
    return [[cell.text for cell in row] for block in document.blocks for row in block.rows]


def glossary(y: float) -> Sheet:
    sheet = Sheet()
    for term, first, second in TERMS:
        sheet.text(72, y, term, bold=True).text(200, y, first).text(200, y + 13, second).rule(70, y + 22, 520, y + 22)
        y += 38
    return sheet


@both
def test_the_first_row_needs_no_rule_above_it(reader: str) -> None:
    sheet = glossary(120).text(72, 80, "Words that we use", 16, bold=True)
    document = read(sheet, reader)
    assert cells(document) == [[term, f"{first} {second}"] for term, first, second in TERMS]
    assert [block.text for block in document.blocks if block.kind != "table"] == ["Words that we use"]


@both
def test_a_line_right_above_the_first_rule_is_no_row(reader: str) -> None:
    sheet = glossary(150).rule(70, 134, 520, 134).text(72, 126, "These are the words that the wardens of the river have for what they see.")
    document = read(sheet, reader)
    assert cells(document) == [[term, f"{first} {second}"] for term, first, second in TERMS]
    assert sum(block.kind == "paragraph" for block in document.blocks) == 1
