"""Tables whose heading and every other row have a ground, cell by cell, and no rules."""

from __future__ import annotations

from itertools import pairwise

import pytest

from plantext.model.document import Document
from plantext.read.pdf import READERS, read_pdf
from plantext.read.source import PDF, describe
from tests.factories.pdf import Sheet, pdf

both = pytest.mark.parametrize("reader", READERS)
EDGES = (70, 300, 400, 520)
HEADING = ("Ford", "Depth", "Warden")
ROWS = [(f"Ford of the {name}", f"{n} cm", "Moss") for n, name in enumerate(("mill", "castle", "abbey", "weir", "market"), start=20)]
PROSE = "All of them were measured in the spring of the year, before the snow had gone from the hills."


def read(*sheets: Sheet, reader: str) -> Document:
    data = pdf(*sheets)
    return read_pdf(data, describe(data, "made.pdf", PDF), reader=reader)


def striped(rows: list[tuple[str, str, str]], top: float) -> Sheet:
    """The heading on a dark ground, and the first, third and fifth row on a light one."""
    sheet = Sheet()
    for at, row in enumerate([HEADING, *rows]):
        y = top + 22 * at
        for (x0, x1), text in zip(pairwise(EDGES), row, strict=True):
            if at % 2 or at == 0:
                sheet.box(x0, y, x1, y + 22, 0.9 if at else 0.6)
            sheet.text(x0 + 4, y + 15, text, bold=at == 0)
    return sheet


@both
@pytest.mark.parametrize("count", [2, 3, 5])
def test_rows_with_and_without_a_ground_are_one_table(reader: str, count: int) -> None:
    sheet = striped(ROWS[:count], 100).text(72, 100 + 22 * count + 60, PROSE)
    document = read(sheet, reader=reader)
    (block,) = [block for block in document.blocks if block.kind == "table"]
    assert block.header == HEADING
    assert [tuple(cell.text for cell in row) for row in block.rows] == ROWS[:count]
    assert document.blocks[-1].text == PROSE


@both
def test_such_a_table_goes_on_below_its_heading_on_the_next_page(reader: str) -> None:
    first, second = striped(ROWS[:4], 650).text(72, 80, PROSE), striped(ROWS[4:], 70).text(72, 160, PROSE)
    (block,) = [block for block in read(first, second, reader=reader).blocks if block.kind == "table"]
    assert block.header == HEADING
    assert [tuple(cell.text for cell in row) for row in block.rows] == ROWS


@both
@pytest.mark.parametrize("group", [True, False])
def test_a_heading_of_merged_cells_on_grounds_heads_the_rows_below(reader: str, group: bool) -> None:
    sheet = Sheet()
    places = (70, 250, 340, 430, 520)
    for x0, y0, x1, y1 in ((70, 100, 250, 144), (250, 100, 430, 122), (250, 122, 340, 144), (340, 122, 430, 144), (430, 100, 520, 144)):
        sheet.box(x0, y0, x1, y1, 0.6)
    for x, y, text in ((74, 115, "Ford"), (310, 115, "Depth"), (254, 137, "May"), (344, 137, "June"), (434, 115, "Warden")):
        sheet.text(x, y, text, bold=True)
    y = 159
    if group:
        sheet.box(70, 144, 520, 166, 0.9).text(74, y, "Above the mill", bold=True)
        y += 22
    rows = [(f"Ford of the {name}", f"{n}", f"{n + 5}", "Moss") for n, name in enumerate(("mill", "castle", "abbey"), start=20)]
    for row in rows:
        for x, text in zip(places, row, strict=False):
            sheet.text(x + 4, y, text)
        sheet.rule(70, y + 7, 520, y + 7)
        y += 22
    (block,) = [block for block in read(sheet, reader=reader).blocks if block.kind == "table"]
    assert block.header == ("Ford", "Depth May", "Depth June", "Warden")
    assert [tuple(cell.text for cell in row) for row in block.rows] == [("Above the mill",)] * group + rows
