"""Forms whose values stand in boxes."""

from __future__ import annotations

import pytest

from plantext.model.document import Block, Document
from plantext.read.pdf import READERS, read_pdf
from plantext.read.source import PDF, describe
from tests.factories.pdf import Sheet, pdf

both = pytest.mark.parametrize("reader", READERS)


def read(*sheets: Sheet, reader: str) -> Document:
    data = pdf(*sheets)
    return read_pdf(data, describe(data, "made.pdf", PDF), reader=reader)


def table(document: Document) -> Block:
    (block,) = [block for block in document.blocks if block.kind == "table"]
    return block


def cells(block: Block) -> list[list[str]]:
    return [[cell.text for cell in row] for row in block.rows]


def form(*fields: tuple[str, str], labelled: bool = True) -> Sheet:
    sheet = Sheet().text(72, 80, "Application to mend a bridge", 16, bold=True)
    for number, (label, value) in enumerate(fields):
        y = 110 + 30 * number
        if labelled:
            sheet.text(72, y + 14, label)
        for x0, y0, x1, y1 in ((200, y, 420, y), (200, y + 20, 420, y + 20), (200, y, 200, y + 20), (420, y, 420, y + 20)):
            sheet.rule(x0, y0, x1, y1)
        sheet.text(206, y + 14, value)
    return sheet.text(72, 400, "Send it to the bridge master before the summer, with a drawing of what is to be mended.")


@both
def test_labels_and_their_boxes_are_a_table(reader: str) -> None:
    fields = [("Name", "Ida Moss"), ("Crossing", "Long bridge"), ("Day", "4 May 2031")]
    assert cells(table(read(form(*fields), reader=reader))) == [list(field) for field in fields]


@both
def test_boxes_without_labels_are_none(reader: str) -> None:
    document = read(form(("", "Ida Moss"), ("", "Long bridge"), labelled=False), reader=reader)
    assert not any(block.kind == "table" for block in document.blocks)


@both
def test_a_box_that_is_empty_keeps_its_label(reader: str) -> None:
    assert cells(table(read(form(("Name", ""), ("Crossing", "Ford")), reader=reader))) == [["Name", ""], ["Crossing", "Ford"]]
