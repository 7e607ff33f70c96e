"""Tables that level rules draw, some of which begin beside a label that holds for several rows."""

from __future__ import annotations

import pytest

from plantext.model.document import Block, Document
from plantext.read.pdf import READERS, read_pdf
from plantext.read.source import PDF, describe
from tests.factories.pdf import Sheet, pdf

both = pytest.mark.parametrize("reader", READERS)
HEADING = ("Aim", "Measure", "Now", "By 2031")
COLUMNS = (74, 190, 380, 460)
AIMS = [
    ("Safer fords", [("Fords with a rail", "3", "9"), ("Fords with a light", "1", "8")]),
    ("Dry feet", [("Ferries that run in winter", "2", "5"), ("Days without a boat", "40", "10"), ("Boats that leak", "7", "0")]),
]
Row = list[tuple[str, int]]


def read(*sheets: Sheet, reader: str) -> Document:
    data = pdf(*sheets)
    return read_pdf(data, describe(data, "made.pdf", PDF), reader=reader)


def rows_of(block: Block) -> list[Row]:
    return [[(cell.text, cell.rowspan) for cell in row] for row in block.rows]


def tables(document: Document) -> list[Block]:
    return [block for block in document.blocks if block.kind == "table"]


def expected(*aims: tuple[str, list[tuple[str, str, str]]]) -> list[Row]:
    rows: list[Row] = []
    for aim, measures in aims:
        for at, measure in enumerate(measures):
            rows.append([*([(aim, len(measures))] if at == 0 else []), *((text, 1) for text in measure)])
    return rows


def heading(sheet: Sheet, y: float, *, ground: bool) -> None:
    if ground:
        sheet.box(70, y - 13, 520, y + 9, 0.8)
    else:
        sheet.rule(70, y - 13, 520, y - 13).rule(70, y + 9, 520, y + 9)
    for x, text in zip(COLUMNS, HEADING, strict=True):
        sheet.text(x, y, text, bold=True)


def fill(sheet: Sheet, y: float, aim: str, measures: list[tuple[str, str, str]], *, zebra: bool = False) -> float:
    """The rows of an aim, a short rule below each but the last, which has one of the table's width."""
    if zebra:
        sheet.box(186, y + 9, 520, y + 31, 0.95)
    sheet.text(COLUMNS[0], y, aim)
    for at, measure in enumerate(measures):
        for x, text in zip(COLUMNS[1:], measure, strict=True):
            sheet.text(x, y, text)
        last = at == len(measures) - 1
        sheet.rule(70 if last else 186, y + 9, 520, y + 9)
        y += 22
    return y


@both
def test_a_label_beside_shorter_rules_holds_for_all_their_rows(reader: str) -> None:
    sheet = Sheet()
    heading(sheet, 100, ground=False)
    y = fill(sheet, 122, *AIMS[0])
    y = fill(sheet, y, *AIMS[1])
    sheet.text(72, y + 20, "What is counted here was counted by the wardens of the fords in the spring of the year.")
    (block,) = tables(read(sheet, reader=reader))
    assert block.header == HEADING
    assert rows_of(block) == expected(*AIMS)


@both
def test_such_a_table_goes_on_below_its_heading_on_the_next_page(reader: str) -> None:
    first, second = Sheet(), Sheet()
    first.text(72, 80, "What is counted here was counted by the wardens of the fords in the spring of the year.")
    heading(first, 720, ground=False)
    fill(first, 742, *AIMS[0])
    heading(second, 80, ground=True)
    y = fill(second, 102, *AIMS[1], zebra=True)
    y = fill(second, y, "Good order", [("Rails mended", "5", "9"), ("Lights lit", "6", "7")], zebra=True)
    second.text(72, y + 20, "The wardens meet in the autumn and say in public what they have found at each of the fords.")
    (block,) = tables(read(first, second, reader=reader))
    assert block.header == HEADING
    assert rows_of(block) == expected(*AIMS, ("Good order", [("Rails mended", "5", "9"), ("Lights lit", "6", "7")]))


@both
def test_a_line_to_write_on_parts_no_row(reader: str) -> None:
    sheet = Sheet()
    heading(sheet, 100, ground=False)
    for at, name in enumerate(("Ford", "Ferry", "Weir")):
        y = 122 + 44 * at
        sheet.text(COLUMNS[0], y, name).text(COLUMNS[1], y, "Seen by the warden").text(COLUMNS[2], y, "3").text(COLUMNS[3], y, "4")
        sheet.text(COLUMNS[1], y + 18, "and by the clerk").rule(COLUMNS[1] + 90, y + 5, COLUMNS[1] + 140, y + 5).rule(
            70, y + 27, 520, y + 27
        )
    (block,) = tables(read(sheet, reader=reader))
    assert [row[0] for row in rows_of(block)] == [("Ford", 1), ("Ferry", 1), ("Weir", 1)]
    assert {len(row) for row in block.rows} == {4}
