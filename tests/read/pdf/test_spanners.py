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
