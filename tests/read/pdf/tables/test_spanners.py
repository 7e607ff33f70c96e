"""Headings of two rows between level rules: a cell above several columns, with a rule of their width."""

from __future__ import annotations

import pytest

from plantext.model.document import Block
from plantext.read.pdf import READERS, read_pdf
from plantext.read.source import PDF, describe
from tests.factories.pdf import Sheet, pdf

both = pytest.mark.parametrize("reader", READERS)


def table(sheet: Sheet, reader: str) -> Block:
    data = pdf(sheet)
    (block,) = [one for one in read_pdf(data, describe(data, "made.pdf", PDF), reader=reader).blocks if one.kind == "table"]
    return block


def barred(*, spanned: bool) -> Sheet:
    sheet = Sheet().text(72, 70, "The bridge master reports on the works of the year, in the spring and in the autumn of it.")
    sheet.text(250, 116, "Mended", bold=True) if spanned else None
    sheet.text(76, 116 if spanned else 136, "Works", bold=True)
    if spanned:
        sheet.rule(200, 121, 420, 121)
    sheet.text(204, 136, "Spring", bold=True).text(330, 136, "Autumn", bold=True)
    for number, row in enumerate([("Bridges", "four", "six"), ("Fords", "one", "two"), ("Ferries", "none", "one")]):
        y = 142 + 20 * number
        sheet.rule(72, y, 420, y)
        for x, text in zip((76, 204, 330), row, strict=True):
            sheet.text(x, y + 14, text)
    return sheet.rule(72, 202, 420, 202)


@both
@pytest.mark.parametrize(
    ("spanned", "header"), [(True, ("Works", "Mended Spring", "Mended Autumn")), (False, ("Works", "Spring", "Autumn"))]
)
def test_a_cell_above_several_columns_is_said_of_each(reader: str, spanned: bool, header: tuple[str, ...]) -> None:
    block = table(barred(spanned=spanned), reader)
    assert block.header == header
    assert [[cell.text for cell in row] for row in block.rows] == [
        ["Bridges", "four", "six"],
        ["Fords", "one", "two"],
        ["Ferries", "none", "one"],
    ]


@both
def test_one_rule_below_several_heads_of_as_many_columns(reader: str) -> None:
    sheet = Sheet().rule(72, 100, 520, 100).text(76, 114, "Crossing", bold=True)
    for x, words in ((232, "Agree"), (428, "Disagree")):
        sheet.text(x, 114, words, bold=True)
    sheet.rule(160, 118, 520, 118)
    for x, words in zip((200, 300, 390, 490), ("No.", "%", "No.", "%"), strict=True):
        sheet.text(x, 132, words, bold=True)
    for number, row in enumerate((("Ford", "61", "70", "14", "16"), ("Ferry", "69", "79", "52", "60"), ("Bridge", "39", "45", "38", "44"))):
        sheet.rule(72, 138 + 18 * number, 520, 138 + 18 * number)
        for x, words in zip((76, 200, 300, 390, 490), row, strict=True):
            sheet.text(x, 151 + 18 * number, words)
    sheet.rule(72, 192, 520, 192)
    assert table(sheet, reader).header == ("Crossing", "Agree No.", "Agree %", "Disagree No.", "Disagree %")


@both
def test_a_single_cell_above_all_figures_belongs_to_the_heading(reader: str) -> None:
    sheet = Sheet().text(72, 70, "The bridge master reports on the works of the year, in the spring and in the autumn of it.")
    sheet.text(394, 116, "Tons", bold=True).rule(200, 121, 420, 121)
    sheet.text(204, 136, "Spring", bold=True).text(330, 136, "Autumn", bold=True)
    for number, row in enumerate([("Bridges", "40", "60"), ("Fords", "10", "20"), ("Ferries", "0", "15")]):
        sheet.rule(72, 142 + 20 * number, 420, 142 + 20 * number)
        for x, text in zip((76, 204, 330), row, strict=True):
            sheet.text(x, 156 + 20 * number, text)
    block = table(sheet.rule(72, 202, 420, 202), reader)
    assert block.header == ("", "Tons Spring", "Tons Autumn")


@both
def test_a_rule_that_reaches_the_tables_side_may_span_columns_of_figures(reader: str) -> None:
    sheet = Sheet().text(72, 70, "The bridge master reports on the works of the year, in the spring and in the autumn of it.")
    sheet.rule(72, 100, 520, 100).rule(330, 118, 520, 118).rule(72, 136, 520, 136).rule(72, 199, 520, 199).rule(72, 217, 520, 217)
    for x, text in ((76, "Crossing"), (240, "Looked at"), (390, "In need of work")):
        sheet.text(x, 113, text, bold=True)
    sheet.text(380, 131, "All", bold=True).text(480, 131, "Now", bold=True)
    rows = [("Bridges", "41", "12", "3"), ("Fords", "20", "10", "2"), ("Ferries", "9", "6", "1"), ("All", "70", "28", "6")]
    for number, row in enumerate(rows):
        for x, text in zip((76, 280, 384, 492), row, strict=True):
            sheet.text(x, 149 + 18 * number + 2 * (number == 3), text, bold=number == 3)
    block = table(sheet, reader)
    assert block.header == ("Crossing", "Looked at", "In need of work All", "In need of work Now")
    assert [tuple(cell.text for cell in row) for row in block.rows] == rows


@both
def test_the_upper_row_of_a_heading_needs_no_rule_where_it_stands_in_the_middle(reader: str) -> None:
    sheet = Sheet().text(72, 70, "The bridge master reports on the works of the year, in the spring and in the autumn of it.")
    sheet.text(72, 110, "Work", bold=True).text(312, 110, "Opinion of those who replied", bold=True)
    for x, text in zip((260, 380, 500), ("Young", "Grown", "Old"), strict=True):
        sheet.text(x, 126, text, bold=True)
    for number, row in enumerate([("Bridges", "84%", "71%", "49%"), ("Fords", "14%", "19%", "12%"), ("Ferries", "37%", "41%", "44%")]):
        for x, text in zip((72, 270, 390, 500), row, strict=True):
            sheet.text(x, 143 + 16 * number, text)
    opinion = "Opinion of those who replied"
    assert table(sheet, reader).header == ("Work", f"{opinion} Young", f"{opinion} Grown", f"{opinion} Old")


@both
def test_one_rule_below_cells_that_take_unequally_many_columns(reader: str) -> None:
    sheet = Sheet().rule(72, 100, 540, 100).rule(200, 118, 540, 118).rule(72, 136, 540, 136).text(76, 114, "Works", bold=True)
    sheet.text(275, 114, "Month", bold=True).text(447, 114, "Year", bold=True)
    for x, words in zip((210, 280, 350, 420, 490), ("May", "June", "July", "2030", "2031"), strict=True):
        sheet.text(x, 131, words, bold=True)
    for number, row in enumerate([("Ford", *"12345"), ("Ferry", *"67890"), ("Bridge", *"13579")]):
        for x, words in zip((76, 210, 280, 350, 420, 490), row, strict=True):
            sheet.text(x, 149 + 18 * number, words)
        sheet.rule(72, 154 + 18 * number, 540, 154 + 18 * number)
    assert table(sheet, reader).header == ("Works", "Month May", "Month June", "Month July", "Year 2030", "Year 2031")


@both
@pytest.mark.parametrize("figures", [True, False])
def test_a_plain_heading_of_two_rows_above_figures(reader: str, figures: bool) -> None:
    sheet = Sheet().rule(72, 100, 520, 100).text(230, 114, "Long bridge").text(410, 114, "Ford")
    sheet.rule(200, 119, 340, 119).rule(360, 119, 520, 119)
    for x, words in zip((76, 204, 284, 364, 444), ("Measure", "Nov 2025", "May 2026", "Nov 2025", "May 2026"), strict=True):
        sheet.text(x, 133, words)
    sheet.rule(72, 139, 520, 139)
    rows = (
        ("Seen within four hours", "61.2", "64.8", "63.0", "68.4"),
        ("Waiting", "11.9", "9.7", "8.8", "6.1"),
        ("Left", "6.4", "5.2", "4.9", "3.3"),
    )
    for at, row in enumerate(rows):
        for x, words in zip((76, 204, 284, 364, 444), row, strict=True):
            sheet.text(x, 153 + 15 * at, words if figures or x == 76 else "none")
    sheet.rule(72, 190, 520, 190)
    head = ("Measure", "Long bridge Nov 2025", "Long bridge May 2026", "Ford Nov 2025", "Ford May 2026")
    assert table(sheet, reader).header == (head if figures else ())
