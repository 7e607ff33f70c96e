"""Names of groups of rows, across all columns of a table that only level rules draw."""

from __future__ import annotations

import pytest

from plantext.model.document import Block, Document
from plantext.read.pdf import READERS, read_pdf
from plantext.read.source import PDF, describe
from tests.factories.pdf import Sheet, pdf

both = pytest.mark.parametrize("reader", READERS)
HEADING = ("Name", "Post", "Day")
PEOPLE = [
    ("Keepers", None),
    ("Ida Moss", "Keeper of the long bridge", "4 May"),
    ("Tom Reed", "Keeper of the ford", "4 May"),
    ("Those who live by the water and far from it", None),
    ("Ann Pike", "Ferry Street", "6 May"),
    ("Jon Field", "Weir Lane", "7 May"),
]


def read(*sheets: Sheet, reader: str) -> Document:
    data = pdf(*sheets)
    return read_pdf(data, describe(data, "made.pdf", PDF), reader=reader)


def tables(document: Document) -> list[Block]:
    return [block for block in document.blocks if block.kind == "table"]


def spans(block: Block) -> list[list[tuple[str, int]]]:
    return [[(cell.text, cell.colspan) for cell in row] for row in block.rows]


def heading(sheet: Sheet, y: float) -> float:
    sheet.rule(70, y - 13, 520, y - 13).rule(70, y + 9, 520, y + 9)
    for x, text in zip((74, 200, 420), HEADING, strict=True):
        sheet.text(x, y, text, bold=True)
    return y + 22


def fill(sheet: Sheet, y: float, rows: list[tuple[str | None, ...]], *, ground: bool) -> float:
    for row in rows:
        if row[1] is None and ground:
            sheet.box(70, y - 13, 520, y + 9, 0.9)
        for x, text in zip((74, 200, 420), row, strict=False):
            if text:
                sheet.text(x, y, text, bold=row[1] is None)
        sheet.rule(70, y + 9, 520, y + 9)
        y += 22
    return y


@both
def test_a_name_on_a_ground_is_one_cell_across_all_columns(reader: str) -> None:
    sheet = Sheet()
    fill(sheet, heading(sheet, 100), PEOPLE, ground=True)
    (block,) = tables(read(sheet, reader=reader))
    assert block.header == HEADING
    assert spans(block) == [[(row[0], 3)] if row[1] is None else [(text, 1) for text in row] for row in PEOPLE]


@both
def test_a_bold_name_that_reaches_over_the_columns_needs_no_ground(reader: str) -> None:
    sheet = Sheet()
    fill(sheet, heading(sheet, 100), PEOPLE, ground=False)
    (block,) = tables(read(sheet, reader=reader))
    assert spans(block) == [[(row[0], 3)] if row[1] is None else [(text, 1) for text in row] for row in PEOPLE]


@both
def test_names_of_groups_are_kept_on_the_next_page(reader: str) -> None:
    first, second = Sheet(), Sheet()
    first.text(72, 80, "All those who spoke to the wardens of the fords in the spring of the year are named below.")
    fill(first, heading(first, 660), PEOPLE[:3], ground=True)
    y = fill(second, heading(second, 80), PEOPLE[3:], ground=True)
    second.text(72, y + 20, "The wardens thank them all for what they said about the fords, the ferries and the weirs.")
    (block,) = tables(read(first, second, reader=reader))
    assert spans(block) == [[(row[0], 3)] if row[1] is None else [(text, 1) for text in row] for row in PEOPLE]


@both
def test_a_heading_between_two_tables_of_one_width_names_no_group(reader: str) -> None:
    sheet = Sheet()
    y = fill(sheet, heading(sheet, 100), PEOPLE[1:3], ground=False)
    sheet.text(72, y + 30, "Those who live by the water and far from it", bold=True)
    fill(sheet, heading(sheet, y + 60), PEOPLE[4:], ground=False)
    document = read(sheet, reader=reader)
    assert [len(block.rows) for block in tables(document)] == [2, 2]
    assert PEOPLE[3][0] in [block.text for block in document.blocks if block.kind != "table"]


@both
@pytest.mark.parametrize("above", [0, 8])
def test_several_short_bold_names_need_no_ground(reader: str, above: float) -> None:
    rows = [(name, *rest) if rest[0] else ("Others" if "water" in name else name, None) for name, *rest in PEOPLE]
    sheet = Sheet()
    y = heading(sheet, 100)
    for row in rows:
        y += above if row[1] is None else 0
        y = fill(sheet, y, [row], ground=False)
    (block,) = tables(read(sheet, reader=reader))
    assert spans(block) == [[(row[0], 3)] if row[1] is None else [(text, 1) for text in row] for row in rows]


@both
def test_the_rest_of_a_cut_row_on_a_ground_is_no_name(reader: str) -> None:
    first, second = Sheet(), Sheet()
    rows = [("Law", "Set out in the papers of the year.", "Clerk"), ("Fairness", "It helps all who live by the water. An", "Warden")]
    rest = [
        ("", "assessment has been carried out.", ""),
        ("Weather", "The piers stand deeper than they did.", "Mason"),
        ("Health", "People walk more.", "Doctor"),
        ("Peace", "Lamps are lit.", "Warden"),
    ]
    for sheet, own, top in ((first, rows, 760), (second, rest, 70)):
        for number, row in enumerate([("Matter", "Comment", "Who was asked"), *own]):
            y = top + 20 * number
            if number % 2 == 0 or number == 1:
                sheet.box(70, y - 14, 520, y + 6, 0.75 if number == 0 else 0.92)
            for x, text in zip((74, 170, 430), row, strict=True):
                if text:
                    sheet.text(x, y, text, 9, bold=number == 0)
    first.text(72, 80, "What else it means", 14, bold=True)
    (block,) = tables(read(first, second, reader=reader))
    assert spans(block)[1] == [
        ("Fairness", 1),
        ("It helps all who live by the water. An assessment has been carried out.", 1),
        ("Warden", 1),
    ]
