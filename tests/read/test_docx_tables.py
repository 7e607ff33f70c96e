"""Tables in Word documents."""

from __future__ import annotations

from typing import Any

import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from tests.factories.word import read_word


def test_merged_cells_come_once() -> None:
    def build(document: Any) -> None:
        table = document.add_table(rows=4, cols=3)
        for at, text in enumerate(("Action", "By when", "Lead")):
            table.cell(0, at).paragraphs[0].add_run(text).bold = True
        for row, texts in enumerate((("Mend", "June", "Master"), ("Paint", "July", ""), ("All of it", "", "Wardens")), start=1):
            for at, text in enumerate(texts):
                table.cell(row, at).text = text
        table.cell(1, 2).merge(table.cell(2, 2))
        table.cell(3, 0).merge(table.cell(3, 1))

    table = read_word(build).blocks[0]
    assert table.header == ("Action", "By when", "Lead")
    assert [[(cell.text, cell.colspan, cell.rowspan) for cell in row] for row in table.rows] == [
        [("Mend", 1, 1), ("June", 1, 1), ("Master", 1, 2)],
        [("Paint", 1, 1), ("July", 1, 1)],
        [("All of it", 2, 1), ("Wardens", 1, 1)],
    ]


@pytest.mark.parametrize(("look", "header"), [("04A0", ("Piers", "Summer")), ("0480", ())])
def test_a_table_style_that_prints_the_first_row_in_bold_tells_the_header(look: str, header: tuple[str, ...]) -> None:
    def build(document: Any) -> None:
        table = document.add_table(rows=2, cols=2, style="Light Grid Accent 1")
        for cell, text in zip(table._cells, ("Piers", "Summer", "Mend the pier", "June 2031"), strict=True):
            cell.text = text
        marks = table._tbl.tblPr.find(qn("w:tblLook"))
        marks.attrib.clear()
        marks.set(qn("w:val"), look)

    assert read_word(build).blocks[0].header == header


def test_a_table_within_a_cell_keeps_its_words() -> None:
    def build(document: Any) -> None:
        table = document.add_table(rows=2, cols=2)
        table.cell(0, 0).text = "Mend"
        table.cell(1, 1).add_table(rows=1, cols=1).cell(0, 0).text = "inner"

    assert "inner" in read_word(build).blocks[0].text


def test_a_merged_heading_is_said_for_each_of_its_columns() -> None:
    def build(document: Any) -> None:
        table = document.add_table(rows=2, cols=3)
        for cell, text in zip(table._cells, ("Piers", "Fords", "", "Stone", "Gravel", "Sand"), strict=True):
            cell.paragraphs[0].add_run(text).bold = bool(text in {"Piers", "Fords"})
        table.cell(0, 1).merge(table.cell(0, 2))

    (table,) = read_word(build).blocks
    assert table.header == ("Piers", "Fords", "Fords")


@pytest.mark.parametrize("marked", [True, False])
def test_a_heading_of_two_rows_is_said_of_each_column(marked: bool) -> None:
    def build(document: Any) -> None:
        table = document.add_table(rows=4, cols=3)
        texts = ("Works", "Target", "", "", "Spring", "Autumn", "Bridges", "4", "6", "Fords", "1", "2")
        for at, (cell, text) in enumerate(zip(table._cells, texts, strict=True)):
            cell.paragraphs[0].add_run(text).bold = at < 6 and not marked
        for row in table.rows[: 2 if marked else 0]:
            row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        table.cell(0, 1).merge(table.cell(0, 2))
        table.cell(0, 0).merge(table.cell(1, 0))

    (table,) = read_word(build).blocks
    assert table.header == ("Works", "Target Spring", "Target Autumn")
    assert [[cell.text for cell in row] for row in table.rows] == [["Bridges", "4", "6"], ["Fords", "1", "2"]]
