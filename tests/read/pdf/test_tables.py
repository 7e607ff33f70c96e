"""Tables: ruled, barred, without rules, merged cells, and over a page's end."""

from __future__ import annotations

import pytest

from plantext.model.document import Block, Document
from plantext.read.pdf import READERS, read_pdf
from plantext.read.source import PDF, describe
from tests.factories.pdf import Sheet, pdf

both = pytest.mark.parametrize("reader", READERS)


def read(*sheets: Sheet, reader: str = "pdfium") -> Document:
    data = pdf(*sheets)
    return read_pdf(data, describe(data, "made.pdf", PDF), reader=reader)


def table(document: Document) -> Block:
    (block,) = [block for block in document.blocks if block.kind == "table"]
    return block


def cells(block: Block) -> list[list[str]]:
    return [[cell.text for cell in row] for row in block.rows]


def grid(sheet: Sheet, xs: list[float], ys: list[float]) -> None:
    for x in xs:
        sheet.rule(x, ys[0], x, ys[-1])
    for y in ys:
        sheet.rule(xs[0], y, xs[-1], y)


@both
def test_a_ruled_table_with_a_list_in_a_cell(reader):
    sheet = Sheet()
    grid(sheet, [72, 300, 520], [100, 120, 180])
    sheet.text(76, 114, "This year", bold=True).text(304, 114, "Next year", bold=True)
    sheet.text(76, 136, "Old bridges").text(76, 152, "•").text(90, 152, "Mend one").text(76, 168, "•").text(90, 168, "Paint two")
    sheet.text(304, 136, "Fords")
    block = table(read(sheet, reader=reader))
    assert block.header == ("This year", "Next year")
    assert cells(block) == [["Old bridges\nMend one\nPaint two", "Fords"]]
    assert [b.kind for b in block.rows[0][0].blocks] == ["paragraph", "list_item", "list_item"]
    assert all(b.page == 1 and b.bbox for b in block.rows[0][0].blocks)


@both
def test_merged_cells_say_how_far_they_reach(reader):
    sheet = Sheet().rule(72, 100, 72, 160).rule(520, 100, 520, 160).rule(300, 120, 300, 160)
    for y in (100, 120, 140, 160):
        sheet.rule(72, y, 520, y)
    sheet.text(76, 114, "Both").text(76, 134, "left").text(304, 134, "right").text(76, 154, "low").text(304, 154, "lower")
    block = table(read(sheet, reader=reader))
    first = block.rows[0][0] if not block.header else None
    assert first is not None
    assert (first.text, first.colspan) == ("Both", 2)
    assert cells(block)[1:] == [["left", "right"], ["low", "lower"]]


def crossing(*, closed: bool) -> tuple[Sheet, Sheet]:
    """A table over two pages, its second row cut, with a note below its first part."""
    first, second = Sheet(), Sheet()
    for sheet in (first, second):
        sheet.text(200, 30, "The bridge plan of the county", 8)
        sheet.text(76, 114, "This year", bold=True).text(304, 114, "Next year", bold=True)
    grid(first, [72, 300, 520], [100, 120, 160])
    for x in (72, 300, 520):
        first.rule(x, 160, x, 700)
    first.text(76, 136, "Old bridges", bold=True).text(304, 136, "Old fords", bold=True)
    first.text(76, 152, "All of them are to be mended").text(304, 152, "None of them is to be mended")
    first.text(76, 176, "New bridges", bold=True).text(304, 176, "New fords", bold=True)
    first.text(76, 192, "To be built of stone, which is")
    first.text(304, 192, "•").text(318, 192, "To be dug by hand")
    if closed:
        first.rule(72, 700, 520, 700)
    first.rule(72, 760, 200, 760).text(72, 772, "1", 6).text(77, 775, "Stone means old stone.", 8.5)
    grid(second, [72, 300, 520], [100, 120, 160])
    second.text(76, 136, "dear but lasts").text(304, 136, "•").text(318, 136, "To be marked on the map")
    return first, second


@both
@pytest.mark.parametrize("closed", [True, False])
def test_a_table_over_two_pages_is_one_block_and_its_cut_row_whole(reader, closed):
    document = read(*crossing(closed=closed), reader=reader)
    block = table(document)
    assert block.header == ("This year", "Next year")
    assert cells(block) == [
        ["Old bridges\nAll of them are to be mended", "Old fords\nNone of them is to be mended"],
        ["New bridges\nTo be built of stone, which is dear but lasts", "New fords\nTo be dug by hand\nTo be marked on the map"],
    ]
    assert (block.page, block.last_page) == (1, 2)
    assert [b.text for b in document.blocks if b.kind == "footnote"] == ["Stone means old stone."]


@both
def test_a_table_with_level_rules_only(reader):
    sheet = Sheet().text(72, 90, "Bridge", bold=True).text(250, 90, "Built of", bold=True).text(400, 90, "Due", bold=True)
    rows = [
        ("Long bridge over the river", "stone", "March 2024"),
        ("Low bridge", "timber and iron", "May 2024"),
        ("Ford", "gravel", "June"),
    ]
    for number, row in enumerate(rows):
        y = 96 + 24 * number
        sheet.rule(72, y, 520, y)
        for x, text in zip((72, 250, 400), row, strict=True):
            sheet.text(x, y + 16, text)
    sheet.rule(72, 168, 520, 168)
    block = table(read(sheet, reader=reader))
    assert block.header == ("Bridge", "Built of", "Due")
    assert cells(block) == [list(row) for row in rows]


@both
def test_a_table_without_rules(reader):
    sheet = Sheet().text(72, 90, "What the bridges cost in each of the last years")
    rows = [("Bridge", "2012", "2013"), ("Long bridge", "1,200", "1,340"), ("Low bridge", "310", "290"), ("Total", "1,510", "1,630")]
    for number, row in enumerate(rows):
        for x, text in zip((72, 250, 350), row, strict=True):
            sheet.text(x, 120 + 16 * number, text)
    block = table(read(sheet, reader=reader))
    assert [list(block.header), *cells(block)] in ([list(row) for row in rows], [[], *(list(row) for row in rows)])


@both
def test_a_box_around_text_is_no_table(reader):
    sheet = Sheet().text(90, 120, "A word in a box about bridges")
    grid(sheet, [72, 300], [100, 140])
    assert [block.kind for block in read(sheet, reader=reader).blocks] == ["paragraph"]
