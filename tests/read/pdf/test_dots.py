"""Bullets that are drawn: a short rule is one where it stands alone before a line."""

from __future__ import annotations

import pytest

from plantext.read.pdf import READERS, read_pdf
from plantext.read.source import PDF, describe
from tests.factories.pdf import Sheet, pdf

both = pytest.mark.parametrize("reader", READERS)


def items(sheet: Sheet, reader: str) -> list[tuple[str | None, int | None, str]]:
    data = pdf(sheet)
    document = read_pdf(data, describe(data, "made.pdf", PDF), reader=reader)
    return [(block.marker, block.level, block.text) for block in document.blocks if block.kind == "list_item"]


@both
def test_drawn_dashes_open_the_items_of_a_list_within_one(reader: str) -> None:
    sheet = (
        Sheet()
        .text(72, 80, "The county mends three of its crossings:")
        .text(72, 100, "\u2022")
        .text(84, 100, "fords of the lower river, namely")
    )
    for at, name in enumerate(("the mill ford", "the old ford")):
        sheet.rule(86, 112.5 + 16 * at, 90, 112.5 + 16 * at).text(98, 116 + 16 * at, name)
    assert items(sheet, reader) == [
        ("\u2022", 1, "fords of the lower river, namely"),
        ("\u2013", 2, "the mill ford"),
        ("\u2013", 2, "the old ford"),
    ]


@both
@pytest.mark.parametrize("kind", ["within a line", "of a dashed line", "a blank"])
def test_other_short_rules_are_no_bullets(reader: str, kind: str) -> None:
    sheet = Sheet().text(72, 80, "The county mends three of its crossings.")
    if kind == "within a line":
        sheet.text(72, 100, "2019").rule(98, 96.5, 104, 96.5)
    if kind == "of a dashed line":
        for at in range(6):
            sheet.rule(40 + 10 * at, 96.5, 46 + 10 * at, 96.5)
    if kind == "a blank":
        sheet.rule(98, 101, 104, 101)
    assert items(sheet.text(108, 100, "when the bridge was built"), reader) == []


@both
def test_a_paragraph_at_the_place_of_the_bullets_above_it_is_no_part_of_the_last_item(reader: str) -> None:
    sheet = Sheet().text(72, 80, "The county looks after all these:")
    for at, name in enumerate(("the stone bridge", "the old ford")):
        sheet.text(72, 98 + 16 * at, "\u2022").text(82, 98 + 16 * at, name)
    sheet.lines(72, 130, ["Work at the ford begins first, since the river is low in summer and", "the stones are there."])
    assert [text for _, _, text in items(sheet, reader)] == ["the stone bridge", "the old ford"]
