"""Facts and figures in boxes side by side."""

from __future__ import annotations

import pytest

from plantext.model.document import Document
from plantext.read.pdf import READERS, read_pdf
from plantext.read.pdf.key_figures import is_figure
from plantext.read.source import PDF, describe
from tests.factories.pdf import Sheet, pdf

both = pytest.mark.parametrize("reader", READERS)
PROSE = [
    "Every bridge in the county was looked at in the spring of the year, and what was found is set",
    "out below for all who cross them.",
]
FACTS = [("61 million", ["journeys by boat"]), ("14,200", ["people who learned", "to swim"]), ("£4.2m", ["spent on the old", "bridge"])]


def read(sheet: Sheet, reader: str) -> Document:
    data = pdf(sheet)
    return read_pdf(data, describe(data, "made.pdf", PDF), reader=reader)


@pytest.mark.parametrize(
    "text", ["61 million", "14,200", "£4.2m", "85%", "+3.5 per cent", "1.2bn", "1 in 4", "17 of 24", "11 min 20", "48 hours"]
)
def test_figures(text: str) -> None:
    assert is_figure(text)


@pytest.mark.parametrize("text", ["2031", "2031/32", "12 bridges", "Part 1", "", "1. Bridges"])
def test_what_is_no_figure(text: str) -> None:
    assert not is_figure(text)


@both
def test_each_card_is_read_by_itself(reader: str) -> None:
    sheet = Sheet().text(72, 80, "The year in figures", 16, bold=True).lines(72, 104, PROSE)
    for number, (figure, words) in enumerate(FACTS):
        x = 72 + 155 * number
        sheet.box(x, 150, x + 145, 220, 0.9).text(x + 8, 176, figure, 18, bold=True).lines(x + 8, 194, words, 9.5, leading=12)
    sheet.lines(72, 250, PROSE)
    blocks = read(sheet, reader).blocks
    assert [(b.kind, b.text) for b in blocks[2:-1]] == [("paragraph", f"{figure}\n{' '.join(words)}") for figure, words in FACTS]
    assert [b.text for b in blocks if b.kind == "heading"] == ["The year in figures"]


@both
def test_shaded_cells_of_a_table_are_no_cards(reader: str) -> None:
    sheet = Sheet().lines(72, 80, PROSE)
    rows = [("Bridge", "Built", "Length"), ("Long bridge", "1820", "80 m"), ("Old ford", "1750", "12 m"), ("New ferry", "1990", "200 m")]
    for at, row in enumerate(rows):
        for number, text in enumerate(row):
            x, y = 72 + 155 * number, 130 + 36 * at
            sheet.box(x, y, x + 150, y + 32, 0.9 if at else 0.6).text(x + 8, y + 20, text, bold=at == 0)
    blocks = read(sheet, reader).blocks
    assert [[cell.text for cell in row] for row in blocks[-1].rows][-3:] == [list(row) for row in rows[1:]]


@both
def test_what_stands_on_neighbouring_cards_is_never_one_sentence(reader: str) -> None:
    sheet = Sheet().text(72, 60, "Bridges", 16, bold=True).lines(72, 84, PROSE)
    for number, lines in enumerate(
        (["Blue: mended, and", "seen by the wardens"], ["Green: to be mended", "in the year"], ["Red: not", "begun"])
    ):
        x = 72 + 150 * number
        sheet.box(x, 130, x + 140, 170, 0.7).lines(x + 8, 146, lines)
    sheet.lines(72, 200, PROSE)
    assert [b.text for b in read(sheet, reader=reader).blocks if ":" in b.text] == [
        "Blue: mended, and seen by the wardens",
        "Green: to be mended in the year",
        "Red: not begun",
    ]


@both
def test_key_figures_side_by_side_need_no_boxes(reader: str) -> None:
    sheet = Sheet().text(72, 60, "Bridges", 16, bold=True).lines(72, 84, PROSE)
    for number, (figure, words) in enumerate(FACTS):
        sheet.text(72 + 155 * number, 160, figure, 24, bold=True).lines(72 + 155 * number, 176, words, 9.5, leading=12)
    sheet.lines(72, 230, PROSE)
    assert [b.text for b in read(sheet, reader).blocks[2:-1]] == [f"{figure}\n{' '.join(words)}" for figure, words in FACTS]


@both
def test_two_cells_with_a_narrow_one_between_are_no_cards(reader: str) -> None:
    sheet = Sheet().lines(72, 80, PROSE)
    edges = (72, 220, 260, 400)
    rows = [
        ("Work", "No", "Who"),
        ("Mend the piers", "12", "The masons"),
        ("Dig out the ford", "16", "The roads"),
        ("Paint", "9", "Nobody"),
    ]
    for at, row in enumerate(rows):
        y = 130 + 40 * at
        for c, text in enumerate(row):
            if at == 2:
                sheet.box(edges[c], y, edges[c + 1], y + 40, 0.9)
            sheet.text(edges[c] + 4, y + 14, text, bold=at == 0)
            if c != 1 and at:
                sheet.text(edges[c] + 4, y + 28, "before the winter comes")
        sheet.rule(72, y, 400, y)
    for x in edges:
        sheet.rule(x, 130, x, 290)
    sheet.rule(72, 290, 400, 290)
    (block,) = [b for b in read(sheet, reader).blocks if b.kind == "table"]
    assert [row[0].text for row in block.rows] == [f"{row[0]} before the winter comes" for row in rows[1:]]


@both
def test_a_figure_on_a_card_is_one_with_what_it_counts_and_its_target(reader: str) -> None:
    sheet = Sheet().text(72, 80, "The year in figures", 16, bold=True).lines(72, 104, PROSE)
    for number, (figure, words, target) in enumerate(
        (("1,947", "boats", "Last year 2,118"), ("78%", "on time", "Target 85%"), ("0", "lost", "Last year 2"))
    ):
        x = 72 + 155 * number
        sheet.box(x, 150, x + 145, 220, 0.9).text(x + 8, 176, figure, 18, bold=True).text(x + 8, 192, words, 10, bold=True).text(
            x + 8, 206, target, 8
        )
    sheet.lines(72, 250, PROSE)
    blocks = read(sheet, reader).blocks
    assert [b.text for b in blocks[2:5]] == ["1,947\nboats\nLast year 2,118", "78%\non time\nTarget 85%", "0\nlost\nLast year 2"]


@both
def test_figures_below_each_other_with_what_they_count(reader: str) -> None:
    sheet = Sheet().text(72, 80, "Training", 14, bold=True)
    for number, (figure, words) in enumerate(
        (("1,356", "people came to learn how a pier is mended"), ("94%", "said that they would come again"))
    ):
        sheet.text(72, 110 + 50 * number, figure, 24, bold=True).text(72, 124 + 50 * number, words, 9)
    sheet.lines(72, 230, PROSE).lines(72, 270, PROSE)
    texts = [block.text for block in read(sheet, reader).blocks]
    assert texts[1:3] == ["1,356\npeople came to learn how a pier is mended", "94%\nsaid that they would come again"]
