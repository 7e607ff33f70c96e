"""Charts: counted, their labels in no block, the text around them kept."""

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


BEFORE = ["What the county spent on its bridges in each of the last years", "is shown by the chart below, in thousands."]
AFTER = "The bars are higher in the years of the great ice, as everybody in the county expected them to be."


def bars(heights: tuple[int, ...], *, words: bool = False) -> Sheet:
    sheet = Sheet().lines(72, 80, BEFORE).rule(100, 130, 100, 250).rule(100, 250, 400, 250)
    for number, height in enumerate(heights):
        x = 120 + 50 * number
        sheet.box(x, 250 - height, x + 24, 250, 0.4).text(x, 264, f"20{12 + number}")
        if words:
            sheet.text(x, 248, "Ford")
    for number in range(3):
        sheet.text(76, 250 - 40 * number, str(40 * number))
    return sheet.text(72, 310, AFTER)


@both
def test_the_labels_of_a_bar_chart_in_body_type_are_in_no_block(reader: str) -> None:
    document = read(bars((90, 60, 110, 30)), reader=reader)
    assert [block.text for block in document.blocks] == [" ".join(BEFORE), AFTER]
    assert document.figures == 1


@both
def test_boxes_that_hold_words_are_no_bars(reader: str) -> None:
    document = read(bars((90, 60, 110, 30), words=True), reader=reader)
    assert document.figures == 0
    assert "2012" in " ".join(block.text for block in document.blocks)


@both
def test_rows_of_a_table_on_grounds_are_no_bars(reader: str) -> None:
    sheet = Sheet().lines(72, 80, BEFORE)
    for number, row in enumerate([("Crossing", "2012"), ("Bridge", "1,200"), ("Ford", "310"), ("Ferry", "90"), ("All", "1,600")]):
        if number % 2 == 0:
            sheet.box(70, 108 + 20 * number, 300 + 4 * number, 128 + 20 * number, 0.85)
        sheet.text(74, 122 + 20 * number, row[0], bold=number == 0).text(240, 122 + 20 * number, row[1], bold=number == 0)
    assert "Ferry" in " ".join(block.text for block in read(sheet, reader=reader).blocks)


@both
def test_the_names_left_of_level_bars_are_in_no_block(reader: str) -> None:
    sheet = Sheet().lines(72, 80, BEFORE)
    for number, (name, length) in enumerate((("The long ford", 260), ("Ferries", 180), ("Quays and locks", 120), ("Mills", 40))):
        sheet.text(72, 143 + 28 * number, name).box(200, 130 + 28 * number, 200 + length, 148 + 28 * number, 0.4)
        sheet.text(206 + length, 143 + 28 * number, str(length))
    document = read(sheet.text(72, 290, AFTER), reader=reader)
    assert [block.text for block in document.blocks] == [" ".join(BEFORE), AFTER]
