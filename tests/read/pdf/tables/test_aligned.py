"""Tables that only the white between their cells draws."""

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


LETTER = 5.5  # points, about: to set text to the middle


def centred(sheet: Sheet, middle: float, y: float, text: str, *, bold: bool = False) -> None:
    sheet.text(middle - len(text) * LETTER / 2, y, text, bold=bold)


@both
def test_cells_set_to_the_middle_of_their_columns(reader: str) -> None:
    sheet = Sheet().text(72, 80, "Who looks after each of the crossings of the river, and until when they do.")
    rows = [
        ["Crossing", "Team", "Until"],
        ["Long bridge", "Masons of the county", "May"],
        ["Ford", "Roads", "the winter"],
        ["Ferry", "", "June"],
    ]
    for number, row in enumerate(rows):
        for middle, text in zip((130, 300, 460), row, strict=True):
            centred(sheet, middle, 110 + 22 * number, text, bold=number == 0)
    block = table(read(sheet, reader=reader))
    assert block.header == tuple(rows[0])
    assert cells(block) == rows[1:]


@both
def test_a_wrapped_cell_below_the_middle_of_others_is_one(reader: str) -> None:
    sheet = Sheet().text(72, 80, "What is to be done at each of the crossings of the river in the coming year.")
    for middle, text in ((150, "Work"), (330, "Team"), (460, "Until")):
        centred(sheet, middle, 110, text, bold=True)
    rows = [(["Mend the piers of the", "long bridge"], "Masons", "May"), (["Dig out the old gravel", "of the ford"], "Roads", "June")]
    y = 132.0
    for work, team, until in [*rows, *rows]:
        for number, text in enumerate(work):
            centred(sheet, 150, y + 14 * number, text)
        centred(sheet, 330, y, team)
        centred(sheet, 460, y, until)
        y += 14 * len(work) + 8
    sheet.text(72, y + 24, "All of it is paid for by the county, and no part of it by the parishes, as was agreed.")
    found = cells(table(read(sheet, reader=reader)))
    assert found == [[" ".join(work), team, until] for work, team, until in [*rows, *rows]]


@both
def test_two_columns_of_names_side_by_side_are_no_table(reader: str) -> None:
    sheet = (
        Sheet()
        .lines(72, 100, ["Ida Moss", "The Old Ferry House", "Low Road"])
        .lines(330, 100, ["The Bridge Master", "Quay Street", "High Town"])
    )
    assert all(block.kind == "paragraph" for block in read(sheet, reader=reader).blocks)


@both
def test_a_table_over_two_pages_without_rules_is_one(reader: str) -> None:
    first, second = Sheet(), Sheet()
    for sheet, rows in ((first, [("Long bridge", "1,200", "1,340"), ("Ford", "310", "290")]), (second, [("Ferry", "90", "9,120")])):
        for x, text in zip((72, 250, 350), ("Crossing", "2012", "2013"), strict=True):
            sheet.text(x, 140, text, bold=True)
        for number, row in enumerate(rows, start=1):
            for x, text in zip((72, 250, 350), row, strict=True):
                sheet.text(x, 140 + 18 * number, text)
    block = table(read(first, second, reader=reader))
    assert [row[0] for row in cells(block)] == ["Long bridge", "Ford", "Ferry"]
    assert (block.page, block.last_page) == (1, 2)


@both
def test_a_bold_caption_above_the_rule_of_a_table_is_no_part_of_its_heading(reader: str) -> None:
    sheet = Sheet().lines(
        72, 70, ["The wardens scored each of the fords for its depth and for its banks,", "and found them as they had been."]
    )
    sheet.text(72, 116, "Table 1: What the wardens found", 10, bold=True).rule(66, 123, 470, 123)
    rows = [("Ford", "May", "June", "July"), ("Mill", "71", "83", "66"), ("Castle", "80", "79", "74"), ("Abbey", "64", "88", "70")]
    for at, row in enumerate(rows):
        for x, text in zip((72, 290, 364, 437), row, strict=True):
            sheet.text(x, 135 + 15.5 * at, text, 10, bold=at == 0)
    sheet.rule(66, 202, 470, 202)
    data = pdf(sheet)
    blocks = read_pdf(data, describe(data, "made.pdf", PDF), reader=reader).blocks
    assert [block.kind for block in blocks] == ["paragraph", "caption", "table"]
    assert (blocks[2].header, [tuple(cell.text for cell in row) for row in blocks[2].rows]) == (rows[0], rows[1:])


@both
def test_offices_beside_some_of_the_names_of_a_list(reader: str) -> None:
    sheet = Sheet().text(72, 80, "Members of the group", 14, bold=True)
    rows = [["Rosa Finch", "Chair"], ["Ida Moss", "Deputy"], ["Tom Reed", ""], ["Ada Lark", ""], ["Ned Heron", "Co-opted, Guild of Masons"]]
    for at, (name, office) in enumerate(rows):
        sheet.text(72, 104 + 15 * at, f"Councillor {name}")
        if office:
            sheet.text(260, 104 + 15 * at, office)
    assert cells(table(read(sheet, reader=reader))) == [[f"Councillor {name}", office] for name, office in rows]


@both
def test_two_lists_of_names_side_by_side_are_no_table(reader: str) -> None:
    sheet = Sheet()
    for at, (name, other) in enumerate(
        (("Rosa Finch", "Ida Moss"), ("Tom Reed", "Ned Heron"), ("Ada Lark", "Eva Dove"), ("Jo Wren", "Al Crake"))
    ):
        sheet.text(72, 104 + 15 * at, f"Councillor {name}").text(260, 104 + 15 * at, f"Councillor {other}")
    assert not [block for block in read(sheet, reader=reader).blocks if block.kind == "table"]


GLOSSARY = [
    ["Bed of a river", ["What the water runs over, and what the piers stand in, which is", "looked at every year."]],
    ["Ford", ["A place at which a river can be crossed on foot."]],
    ["Keystone", ["The stone in the middle of an arch, without which all the others", "would fall."]],
    ["Pier", ["What bears a bridge between its banks."]],
]


@both
@pytest.mark.parametrize("white", [8, 0])
def test_plain_terms_beside_what_explains_them_where_white_parts_them(reader: str, white: int) -> None:
    sheet = Sheet().text(72, 80, "Glossary", 14, bold=True)
    y = 104.0
    for term, text in GLOSSARY:
        sheet.text(72, y, str(term)).lines(200, y, list(text))
        y += 14 * len(text) + white
    found = [block for block in read(sheet, reader=reader).blocks if block.kind == "table"]
    assert [cells(block) for block in found] == ([[[term, " ".join(text)] for term, text in GLOSSARY]] if white else [])
