"""How deep an item stands: within its own list, whatever list stands before it."""

from __future__ import annotations

import pytest

from plantext.read.pdf import READERS, read_pdf
from plantext.read.source import PDF, describe
from tests.factories.pdf import Sheet, pdf

both = pytest.mark.parametrize("reader", READERS)

PROSE = ["The county looks after its bridges and its roads in every season,", "and it works with these people:"]
FURTHER = ["In the autumn we asked everybody who lives by the river which", "of the crossings they would miss, and many answered:"]


def depths(sheet: Sheet, reader: str) -> list[int | None]:
    data = pdf(sheet)
    document = read_pdf(data, describe(data, "made.pdf", PDF), reader=reader)
    return [block.level for block in document.blocks if block.kind == "list_item"]


def items(sheet: Sheet, x: float, y: float, *texts: str) -> Sheet:
    for at, text in enumerate(texts):
        sheet.text(x, y + 16 * at, "\u2022").text(x + 12, y + 16 * at, text)
    return sheet


@both
def test_a_list_in_a_box_counts_from_its_own_edge(reader: str) -> None:
    sheet = items(Sheet().lines(72, 80, PROSE), 72, 120, "the masons", "the painters of the town").box(66, 160, 500, 260, 0.9)
    items(sheet.lines(84, 180, FURTHER), 92, 218, "the bridge by the mill", "the ford")
    assert depths(sheet, reader) == [1, 1, 1, 1]


@both
@pytest.mark.parametrize("x", [87, 110])  # an item's text stands at 84
def test_a_list_below_an_indented_paragraph_that_is_no_item_s_is_a_new_one(reader: str, x: float) -> None:
    sheet = items(Sheet().lines(72, 80, PROSE), 72, 120, "the masons", "the painters of the town")
    items(sheet.lines(x, 170, FURTHER), x + 8, 208, "the bridge by the mill", "the ford")
    assert depths(sheet, reader) == [1, 1, 1, 1]


@both
def test_a_list_goes_on_below_the_second_paragraph_of_an_item(reader: str) -> None:
    sheet = items(Sheet().lines(72, 80, PROSE), 72, 120, "the masons, who will bring:")
    items(sheet, 92, 136, "lime")
    sheet.text(104, 160, "Lime is burnt in the county's own kilns.")
    items(sheet, 92, 184, "stone")
    items(sheet, 72, 200, "the painters of the town")
    assert depths(sheet, reader) == [1, 2, 2, 1]


@both
def test_numbers_that_run_on_among_unnumbered_paragraphs_are_of_items(reader: str) -> None:
    sheet = Sheet()
    for number in range(4):
        top = 80 + 130 * number
        sheet.text(72, top, f"Part {'ABCD'[number]} of the plan", 15, bold=True)
        for line in range(2):
            sheet.text(72, top + 26 + 30 * line, "The panel heard what the keepers of the bridges had to say of it all, and thanks them.")
        sheet.text(72, top + 86, f"{number + 1}.").text(96, top + 86, "That each of the old bridges be looked at before the winter.")
    data = pdf(sheet)
    found = [(b.kind, b.marker) for b in read_pdf(data, describe(data, "made.pdf", PDF), reader=reader).blocks if b.marker]
    assert found == [("list_item", f"{number}.") for number in range(1, 5)]
