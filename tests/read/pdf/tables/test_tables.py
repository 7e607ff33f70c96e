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


WORDY = [
    (
        ["Mend the long bridge", "and the low one"],
        ["Masons come first, and", "carpenters after them,", "as the river allows."],
        ["Roads team"],
    ),
    (["Dig out the fords"], ["The old gravel goes to", "the farms near by."], ["River team"]),
    (["Count the ferries"], ["Each is counted twice,", "once in winter."], ["Harbour"]),
]


def wordy(sheet: Sheet, *, ground: bool = False) -> list[list[str]]:
    """A table without rules whose cells hold several lines, every other row on a coloured ground if `ground`."""
    y = 114.0
    rows = [(["Work"], ["What it means"], ["Who"]), *WORDY]
    for number, row in enumerate(rows):
        height = 14 * max(len(cell) for cell in row) + 10
        if ground and number % 2 == 0:
            for x0, x1 in ((68, 208), (208, 388), (388, 520)):
                sheet.box(x0, y - 15, x1, y - 15 + height, 0.85)
        for x, cell in zip((72, 212, 392), row, strict=True):
            sheet.lines(x, y, cell, bold=number == 0)
        y += height
    sheet.text(72, y + 20, "All of this is paid for by the county, and no part of it by the parishes, as was agreed.")
    return [[" ".join(cell) for cell in row] for row in WORDY]


@both
@pytest.mark.parametrize("ground", [False, True])
def test_a_table_without_rules_whose_cells_hold_several_lines(reader, ground):
    sheet = Sheet().text(72, 80, "The works of the coming year are set out below, each with those who will do them.")
    rows = wordy(sheet, ground=ground)
    document = read(sheet, reader=reader)
    block = table(document)
    assert block.header == ("Work", "What it means", "Who")
    assert cells(block) == rows
    assert [b.kind for b in document.blocks] == ["paragraph", "table", "paragraph"]


@both
def test_three_columns_of_prose_are_no_table(reader):
    sheet = Sheet()
    for x in (50, 220, 390):
        y = 100.0
        for part in range(4):
            sheet.lines(
                x, y, ["The county mends bridges", "and digs out old fords so", "that they are open to all", "and nobody has to wait."]
            )
            y += 56 + 6 + 3 * part + x / 100
    document = read(sheet, reader=reader)
    assert {block.kind for block in document.blocks} == {"paragraph"}


@both
def test_narrow_figures_between_level_rules_are_columns_of_their_own(reader):
    sheet = Sheet().text(72, 90, "Works", bold=True).text(200, 90, "2012", bold=True).text(320, 90, "2013", bold=True)
    for number, row in enumerate([("Bridges", "393", "763"), ("Fords", "418", "246"), ("Ferries", "589", "811")]):
        y = 96 + 20 * number
        sheet.rule(72, y, 420, y)
        for x, text in zip((72, 200, 320), row, strict=True):
            sheet.text(x, y + 14, text)
    sheet.rule(72, 156, 420, 156)
    block = table(read(sheet, reader=reader))
    assert cells(block) == [["Bridges", "393", "763"], ["Fords", "418", "246"], ["Ferries", "589", "811"]]


@both
def test_a_table_stands_in_its_own_column_and_goes_on_in_the_next(reader):
    left = [f"left line {n} of the text goes to the edge" for n in range(20)]
    right = [f"right line {n} of the text goes to the edge" for n in range(20)]
    sheet = Sheet().lines(60, 100, left).lines(320, 160, right)
    for x, y, rows in ((60, 400, ["Bridges", "Fords"]), (320, 90, ["Ferries"])):
        grid(sheet, [x, x + 110, x + 220], [y + 20 * n for n in range(len(rows) + 2)])
        sheet.text(x + 4, y + 14, "Works", bold=True).text(x + 114, y + 14, "Team", bold=True)
        for number, row in enumerate(rows, start=1):
            sheet.text(x + 4, y + 14 + 20 * number, row).text(x + 114, y + 14 + 20 * number, "Roads")
    document = read(sheet, reader=reader)
    block = table(document)
    assert (block.header, cells(block)) == (("Works", "Team"), [["Bridges", "Roads"], ["Fords", "Roads"], ["Ferries", "Roads"]])
    order = [b.text.split()[0] for b in document.blocks]
    assert order[0] == "left"
    assert order[-1] == "right"


@both
@pytest.mark.parametrize("bold", [True, False])
def test_a_heading_of_two_rows_is_said_of_each_column(reader: str, bold: bool) -> None:
    sheet = Sheet().rule(200, 120, 520, 120).rule(360, 120, 360, 180)
    for x in (72, 200, 520):
        sheet.rule(x, 100, x, 180)
    for y in (100, 140, 160, 180):
        sheet.rule(72, y, 520, y)
    sheet.text(76, 124, "Works", bold=True).text(300, 114, "Target", bold=True)
    sheet.text(204, 134, "Spring", bold=bold).text(364, 134, "Autumn", bold=bold)
    sheet.text(76, 154, "Bridges").text(204, 154, "4").text(364, 154, "6").text(76, 174, "Fords").text(204, 174, "1").text(364, 174, "2")
    block = table(read(sheet, reader=reader))
    assert (block.header, cells(block)) == (("Works", "Target Spring", "Target Autumn"), [["Bridges", "4", "6"], ["Fords", "1", "2"]])


def titled(sheet: Sheet, title: str, rows: list[tuple[str, str, str]], *, ground: bool, top: float = 100) -> Sheet:
    """A ruled table with a line across all columns above its heading."""
    if ground:
        sheet.box(72, top, 520, top + 20, 0.2).box(72, top + 20, 520, top + 40, 0.8)
    ys = [top + 20 * n for n in range(len(rows) + 3)]
    for x in (72, 520):
        sheet.rule(x, top, x, ys[-1])
    for x in (250, 400):
        sheet.rule(x, top + 20, x, ys[-1])
    for y in ys:
        sheet.rule(72, y, 520, y)
    sheet.text(76, top + 14, title, bold=True)
    for at, row in enumerate([("Works", "Team", "Until"), *rows]):
        for x, text in zip((76, 254, 404), row, strict=True):
            sheet.text(x, top + 34 + 20 * at, text, bold=at == 0)
    return sheet


@both
@pytest.mark.parametrize("ground", [True, False])
def test_the_heading_may_stand_below_a_title_across_all_columns(reader: str, ground: bool) -> None:
    rows = [("Bridges", "Roads", "May"), ("Fords", "Roads", "June"), ("Ferries", "Harbour", "July")]
    block = table(read(titled(Sheet(), "Part 2: crossings", rows, ground=ground), reader=reader))
    assert block.header == ("Works", "Team", "Until")
    assert [(cell.text, cell.colspan) for cell in block.rows[0]] == [("Part 2: crossings", 3)]
    assert cells(block)[1:] == [list(row) for row in rows]


@both
@pytest.mark.parametrize(("title", "count"), [("Part 2: crossings", 1), ("Part 3: weirs", 2)])
def test_a_title_of_other_words_begins_another_table(reader: str, title: str, count: int) -> None:
    first = titled(Sheet(), "Part 2: crossings", [("Bridges", "Roads", "May"), ("Fords", "Roads", "June")], ground=True, top=640)
    second = titled(Sheet(), title, [("Weirs", "Mills", "May"), ("Locks", "Mills", "June")], ground=True)
    document = read(first, second, reader=reader)
    tables = [block for block in document.blocks if block.kind == "table"]
    assert [block.header for block in tables] == [("Works", "Team", "Until")] * count
    assert [row[0].text for row in tables[0].rows][:3] == ["Part 2: crossings", "Bridges", "Fords"]
    assert sum(len(block.rows) for block in tables) == 4 + count


@both
def test_a_form_below_its_title_has_no_heading(reader: str) -> None:
    sheet = Sheet()
    for x in (72, 520):
        sheet.rule(x, 100, x, 160)
    sheet.rule(250, 120, 250, 160)
    for y in (100, 120, 140, 160):
        sheet.rule(72, y, 520, y)
    sheet.text(76, 114, "Mend the ford", bold=True)
    sheet.text(76, 134, "Lead", bold=True).text(254, 134, "Ida Moss").text(76, 154, "Due", bold=True).text(254, 154, "May 2031")
    block = table(read(sheet, reader=reader))
    assert block.header == ()
    assert cells(block) == [["Mend the ford"], ["Lead", "Ida Moss"], ["Due", "May 2031"]]
