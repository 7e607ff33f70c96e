"""Ruled tables whose rules leave some rows or columns out."""

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


ROWS = [["Crossing", "Team", "2012"], ["Long bridge", "Masons", "1,200"], ["Ford", "Roads", "310"], ["Ferry", "Harbour", "90"]]


@both
def test_rows_between_upright_rules_only(reader: str) -> None:
    sheet = Sheet().rule(72, 118, 420, 118)
    for x in (72, 200, 320, 420):
        sheet.rule(x, 100, x, 190)
    for number, row in enumerate(ROWS):
        for x, text in zip((76, 204, 324), row, strict=True):
            sheet.text(x, 113 + 22 * number, text, bold=number == 0)
    block = table(read(sheet, reader=reader))
    assert [list(block.header), *cells(block)] == ROWS


@both
def test_a_row_without_upright_rules_keeps_to_the_columns(reader: str) -> None:
    sheet = Sheet()
    for number, row in enumerate(ROWS):
        y = 100 + 22 * number
        sheet.rule(72, y, 420, y).rule(72, y, 72, y + 22).rule(420, y, 420, y + 22)
        if number != 2:
            sheet.rule(200, y, 200, y + 22).rule(320, y, 320, y + 22)
        for x, text in zip((76, 204, 324), row, strict=True):
            sheet.text(x, y + 14, text, bold=number == 0)
    sheet.rule(72, 188, 420, 188)
    assert cells(table(read(sheet, reader=reader))) == ROWS[1:]


@both
def test_a_list_in_the_cells_of_one_row_is_not_parted(reader: str) -> None:
    sheet = Sheet().rule(72, 118, 420, 118).rule(72, 100, 420, 100).rule(72, 190, 420, 190)
    for x in (72, 240, 420):
        sheet.rule(x, 100, x, 190)
    sheet.text(76, 113, "This year", bold=True).text(244, 113, "Next year", bold=True)
    for x in (76, 244):
        for number, text in enumerate(("Bridges", "Fords", "Ferries")):
            sheet.text(x, 134 + 20 * number, "-").text(x + 14, 134 + 20 * number, text)
    assert cells(table(read(sheet, reader=reader))) == [["Bridges\nFords\nFerries"] * 2]


@both
def test_a_number_alone_in_a_cell_is_its_label_s_own(reader: str) -> None:
    sheet = Sheet()
    for y in (100, 120, 140, 160):
        sheet.rule(72, y, 420, y)
    for x in (72, 240, 420):
        sheet.rule(x, 100, x, 160)
    for number, (label, team) in enumerate((("1. Bridges", "Masons"), ("2. Fords", "Roads"), ("3. Ferries", "Harbour"))):
        sheet.text(76, 114 + 20 * number, label).text(244, 114 + 20 * number, team)
    first = [row[0].blocks[0] for row in table(read(sheet, reader=reader)).rows]
    assert [(block.kind, block.marker, block.text) for block in first] == [
        ("paragraph", "1.", "Bridges"),
        ("paragraph", "2.", "Fords"),
        ("paragraph", "3.", "Ferries"),
    ]


@both
def test_a_rule_below_every_third_row_of_figures(reader: str) -> None:
    months = ["April", "May", "June", "July", "August", "September", "October", "November", "December"]
    rows = [[month, f"{3 + at},4{at}0", f"{at}1%"] for at, month in enumerate(months)]
    sheet = Sheet()
    for x in (72, 200, 320, 420):
        sheet.rule(x, 100, x, 118 + 16 * len(rows))
    for y in (100, 118, *(118 + 48 * third for third in (1, 2, 3))):
        sheet.rule(72, y, 420, y)
    for number, row in enumerate([["Month", "Loads", "Share"], *rows]):
        for x, text in zip((76, 204, 324), row, strict=True):
            sheet.text(x, 114 + 16 * number, text, bold=number == 0)
    assert cells(table(read(sheet, reader=reader))) == rows


@both
def test_figures_of_one_cell_below_each_other_part_no_row_without_its_label(reader: str) -> None:
    sheet = Sheet()
    for x in (72, 200, 320, 420):
        sheet.rule(x, 100, x, 244)
    for y in (100, 118, 160, 202, 244):
        sheet.rule(72, y, 420, y)
    for x, text in zip((76, 204, 324), ("Month", "Loads", "Share"), strict=True):
        sheet.text(x, 114, text, bold=True)
    for number, month in enumerate(("April", "May", "June")):
        y = 134 + 42 * number
        sheet.text(76, y, month).lines(204, y, ["400", "410"]).lines(324, y, ["12%", "13%"])
    assert [row[0] for row in cells(table(read(sheet, reader=reader)))] == ["April", "May", "June"]
