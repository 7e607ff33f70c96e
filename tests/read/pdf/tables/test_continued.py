"""Tables that go on over a page's end: cut rows, and labels that hold for rows on both pages."""

from __future__ import annotations

import pytest

from plantext.model.document import Block, Document
from plantext.read.pdf import READERS, read_pdf
from plantext.read.source import PDF, describe
from tests.factories.pdf import Sheet, pdf

both = pytest.mark.parametrize("reader", READERS)
EDGES = (72, 160, 360, 520)


def read(*sheets: Sheet, reader: str) -> Document:
    data = pdf(*sheets)
    return read_pdf(data, describe(data, "made.pdf", PDF), reader=reader)


def table(document: Document) -> Block:
    (block,) = [block for block in document.blocks if block.kind == "table"]
    return block


def rows_of(block: Block) -> list[list[tuple[str, int]]]:
    return [[(cell.text, cell.rowspan) for cell in row] for row in block.rows]


def fill(sheet: Sheet, top: float, label: str, rows: list[tuple[list[str], str]], *, bold: bool = False) -> float:
    """A label in one cell beside ruled rows; returns where they end."""
    bottom = top + sum(20 + 14 * (len(lines) - 1) for lines, _ in rows)
    for x in EDGES:
        sheet.rule(x, top, x, bottom)
    sheet.rule(EDGES[0], top, EDGES[-1], top).rule(EDGES[0], bottom, EDGES[-1], bottom)
    if label:
        sheet.text(EDGES[0] + 4, top + 14, label, bold=bold)
    for lines, who in rows:
        sheet.rule(EDGES[1], top, EDGES[-1], top).lines(EDGES[1] + 4, top + 14, lines, bold=bold)
        if who:
            sheet.text(EDGES[2] + 4, top + 14, who, bold=bold)
        top += 20 + 14 * (len(lines) - 1)
    return top


def headed(top: float) -> tuple[Sheet, float]:
    sheet = Sheet()
    return sheet, fill(sheet, top, "Place", [(["Work"], "Who")], bold=True)


PONDS = [(["Dig out the old pond"], "Roads"), (["Mend the wall of the new one"], "Masons")]


@both
def test_a_label_holds_for_rows_of_both_pages(reader: str) -> None:
    first, y = headed(640)
    y = fill(first, y, "Ponds", PONDS)
    fill(first, y, "Weirs", [(["Paint the gates"], "Harbour"), (["Count the eels"], "Roads")])
    second, y = headed(60)
    y = fill(second, y, "", [(["Clear the screens"], "Roads"), (["Oil the wheels"], "Harbour")])
    fill(second, y, "Fords", [(["Leave them"], "Nobody")])
    assert rows_of(table(read(first, second, reader=reader))) == [
        [("Ponds", 2), ("Dig out the old pond", 1), ("Roads", 1)],
        [("Mend the wall of the new one", 1), ("Masons", 1)],
        [("Weirs", 4), ("Paint the gates", 1), ("Harbour", 1)],
        [("Count the eels", 1), ("Roads", 1)],
        [("Clear the screens", 1), ("Roads", 1)],
        [("Oil the wheels", 1), ("Harbour", 1)],
        [("Fords", 1), ("Leave them", 1), ("Nobody", 1)],
    ]


@both
def test_the_page_may_cut_a_row_beside_such_a_label(reader: str) -> None:
    first, y = headed(620)
    y = fill(first, y, "Ponds", PONDS)
    fill(first, y, "Weirs", [(["Paint the gates"], "Harbour"), (["Count the eels that come up in", "the spring and those that"], "Roads")])
    second, y = headed(60)
    fill(second, y, "", [(["go down again"], ""), (["Oil the wheels"], "Harbour")])
    assert rows_of(table(read(first, second, reader=reader)))[2:] == [
        [("Weirs", 3), ("Paint the gates", 1), ("Harbour", 1)],
        [("Count the eels that come up in the spring and those that go down again", 1), ("Roads", 1)],
        [("Oil the wheels", 1), ("Harbour", 1)],
    ]


@both
def test_a_cut_cell_may_go_on_with_a_capital(reader: str) -> None:
    first, y = headed(600)
    for place in ("Ponds", "Weirs", "Fords"):
        y = fill(first, y, place, [(["Leave it as it is"], "Nobody")])
    fill(first, y, "Locks", [(["All is done as it was laid down", "some years ago by the old River"], "Harbour")])
    second, y = headed(60)
    y = fill(second, y, "", [(["Board and its engineers"], "")])
    fill(second, y, "Mills", [(["Leave it as it is"], "Nobody")])
    assert rows_of(table(read(first, second, reader=reader)))[3:] == [
        [("Locks", 1), ("All is done as it was laid down some years ago by the old River Board and its engineers", 1), ("Harbour", 1)],
        [("Mills", 1), ("Leave it as it is", 1), ("Nobody", 1)],
    ]


@both
def test_a_label_on_the_next_page_opens_a_row(reader: str) -> None:
    first, y = headed(640)
    fill(first, y, "Ponds and the fords", [(["Dig out the old pond"], "Roads")])
    second, y = headed(60)
    fill(second, y, "Weirs and the locks", [(["Paint the gates"], ""), (["Oil the wheels"], "Harbour")])
    assert [row[0] for row in rows_of(table(read(first, second, reader=reader)))][:2] == [
        ("Ponds and the fords", 1),
        ("Weirs and the locks", 2),
    ]


@both
def test_a_whole_row_below_a_label_that_the_page_before_says_is_one_of_its_own(reader: str) -> None:
    first, y = headed(640)
    y = fill(first, y, "Ponds", PONDS)
    fill(first, y, "Weirs", [(["Paint the gates"], "Harbour")])
    second, y = headed(60)
    fill(second, y, "", [(["Count the eels"], "Roads")])
    assert rows_of(table(read(first, second, reader=reader)))[2:] == [
        [("Weirs", 2), ("Paint the gates", 1), ("Harbour", 1)],
        [("Count the eels", 1), ("Roads", 1)],
    ]


def beside(sheet: Sheet, top: float, left: list[str], right: list[str]) -> float:
    """A row of two ruled cells; returns where it ends."""
    bottom = top + 8 + 14 * max(len(left), len(right))
    for x in (72, 296, 520):
        sheet.rule(x, top, x, bottom)
    sheet.rule(72, top, 520, top).rule(72, bottom, 520, bottom)
    sheet.lines(76, top + 14, left).lines(300, top + 14, right)
    return bottom


MENDED = ["will be mended before the winter of the", "year comes, by the masons of the county", "and the wardens of the river."]


@both
def test_items_at_the_top_of_a_page_go_on_with_a_row_of_numbered_paragraphs(reader: str) -> None:
    first = Sheet()
    y = beside(first, 500, ["1.1 The bridges of the old river county", *MENDED], ["1.1 Ten bridges of the old river county", *MENDED])
    y = beside(first, y, ["1.2 The fords of the old river county", *MENDED], ["1.2 Ten fords of the old river county", *MENDED])
    beside(
        first,
        y,
        ["1.3 The piers of the old river county", *MENDED, "• one by the old mill"],
        ["1.3 Ten piers of the old river county", *MENDED],
    )
    second = Sheet()
    y = beside(second, 60, ["• one by the castle", "• one by the sea"], [])
    beside(second, y, ["1.4 The locks of the old river county", *MENDED], ["1.4 Ten locks of the old river county", *MENDED])
    *_, cut, last = table(read(first, second, reader=reader)).rows
    assert [(block.kind, block.marker, block.text) for block in cut[0].blocks] == [
        ("paragraph", "1.3", " ".join(["The piers of the old river county", *MENDED])),
        ("list_item", "•", "one by the old mill"),
        ("list_item", "•", "one by the castle"),
        ("list_item", "•", "one by the sea"),
    ]
    assert [block.marker for block in last[0].blocks] == ["1.4"]


XS = (72, 200, 270, 340, 410, 480)
FIGURES = [(f"{name} of the river", "201", "41%", "202", f"{5 + at}2%") for at, name in enumerate(("Fords", "Weirs", "Locks", "Piers"))]


def striped(sheet: Sheet, top: float, rows: list[tuple[str, ...]]) -> Sheet:
    """A heading of two rows with merged cells, and rows of which every other has a ground, without rules."""
    sheet.box(XS[0], top, XS[1], top + 40, 0.6)
    for start, end in ((1, 3), (3, 5)):
        sheet.box(XS[start], top, XS[end], top + 20, 0.6).text(XS[start] + 20, top + 14, ("Before", "After")[start > 1], bold=True)
    sheet.text(XS[0] + 4, top + 14, "Works", bold=True)
    for c in range(1, 5):
        sheet.box(XS[c], top + 20, XS[c + 1], top + 40, 0.6).text(XS[c] + 4, top + 34, ("Year", "Share")[c % 2 == 0], bold=True)
    for at, row in enumerate(rows):
        y = top + 40 + 20 * at
        for c, text in enumerate(row):
            if at % 2 == 0 and len(rows) > 1:
                sheet.box(XS[c], y, XS[c + 1], y + 20, 0.9)
            sheet.text(XS[c] + 4, y + 14, text)
    return sheet


@both
def test_a_heading_on_grounds_belongs_to_striped_rows_and_to_those_of_the_page_before(reader: str) -> None:
    first = striped(Sheet().text(72, 80, "The wardens looked at the crossings of the river in the spring."), 700, FIGURES[:1])
    second = striped(Sheet(), 60, FIGURES[1:]).text(72, 300, "The wardens will look at them again in the autumn of the year.")
    block = table(read(first, second, reader=reader))
    assert block.header == ("Works", "Before Year", "Before Share", "After Year", "After Share")
    assert [tuple(cell.text for cell in row) for row in block.rows] == FIGURES
