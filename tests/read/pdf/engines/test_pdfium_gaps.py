"""Words that only gaps part: the narrow gaps that pdfium misses are spaces where the producer writes none."""

from __future__ import annotations

import pytest

from plantext.read.pdf import read_pdf
from plantext.read.source import PDF, describe
from tests.factories.pdf import Sheet, pdf

WORDS = "the bridges of the county are looked after in every season of the year".split()


def _spaceless(sheet: Sheet, y: float, gaps: list[int]) -> None:
    """Add a line of WORDS without a space, in one text object, with gaps of so many thousandths of an em."""
    shown = f"({WORDS[0]})" + "".join(f" -{gap} ({word})" for gap, word in zip(gaps, WORDS[1:], strict=True))
    sheet.commands.append(f"BT 0 g 0 Tr /F0 11 Tf 1 0 0 1 72 {sheet.height - y} Tm [{shown}] TJ ET")


def _text(sheet: Sheet) -> str:
    data = pdf(sheet)
    return " ".join(block.text for block in read_pdf(data, describe(data, "gaps.pdf", PDF)).blocks)


@pytest.mark.parametrize("narrow", [1, 5, 9])
def test_a_gap_that_pdfium_misses_is_a_space_where_the_others_were_gaps_too(narrow: int) -> None:
    sheet = Sheet()
    for row in range(6):
        gaps = [300] * (len(WORDS) - 1)
        gaps[narrow] = 130
        _spaceless(sheet, 100 + 14 * row, gaps)
    assert _text(sheet) == " ".join(WORDS * 6)


def test_a_word_that_is_set_wide_stays_whole_where_the_producer_writes_spaces() -> None:
    sheet = Sheet()
    for row in range(6):
        sheet.commands.append(
            f"BT 0 g 0 Tr /F0 11 Tf 1 0 0 1 72 {sheet.height - 100 - 14 * row} Tm [(the coun) -130 (ty looks after it)] TJ ET"
        )
    assert "the county looks after it" in _text(sheet)


def test_the_white_between_columns_is_no_sign_of_a_producer_without_spaces() -> None:
    sheet = Sheet()
    for row in range(6):
        y = 100 + 14 * row
        sheet.commands.append(f"BT 0 g 0 Tr /F0 11 Tf 1 0 0 1 72 {sheet.height - y} Tm [(coun) -130 (ty)] TJ ET")
        for column in range(1, 4):
            sheet.text(72 + 110 * column, y, f"{row}{column} looked after")
    assert "coun ty" not in _text(sheet)
    assert "county" in _text(sheet)


def test_the_white_between_columns_parts_a_row_that_is_one_text_object() -> None:
    sheet = Sheet().rule(70, 86, 500, 86).rule(70, 108, 500, 108).rule(70, 196, 500, 196)
    rows = [
        (["Kind", "of", "ford"], "2031", "2032"),
        *((["Ford", "of", "stone", "and", "of", "wood"], f"{n}1", f"{n}2") for n in range(1, 5)),
    ]
    for at, (label, first, second) in enumerate(rows):
        y = 100 + 22 * at
        gap = 12000 - 2000 * (len(label) - 3)
        shown = " -300 ".join(f"({word})" for word in label) + f" -{gap} ({first}) -4000 ({second})"
        sheet.commands.append(f"BT 0 g 0 Tr /F{int(at == 0)} 11 Tf 1 0 0 1 74 {sheet.height - y} Tm [{shown}] TJ ET")
    data = pdf(sheet)
    (block,) = read_pdf(data, describe(data, "gaps.pdf", PDF)).blocks
    assert block.header == ("Kind of ford", "2031", "2032")
    assert [[cell.text for cell in row] for row in block.rows] == [["Ford of stone and of wood", f"{n}1", f"{n}2"] for n in range(1, 5)]


def test_cells_that_were_joined_into_one_text_object_are_parted_where_a_space_was_put_in() -> None:
    sheet = Sheet()
    sheet.lines(72, 80, ["The wardens of the fords have written down here", "what they found in the spring of the year."])
    for x in (70, 200, 300, 400):
        sheet.rule(x, 120, x, 200)
    for y in (120, 140, 160, 180, 200):
        sheet.rule(70, y, 400, y)
    for at, (where, what) in enumerate(
        [("Place", "Found"), ("Old ford of stone", "Dry"), ("New ford of wood", "Wet"), ("The long ferry", "Gone")]
    ):
        sheet.commands.append(
            f"BT 0 g 0 Tr /F0 11 Tf 1 0 0 1 74 {sheet.height - 134 - 20 * at} Tm [({where}) -{11900 - 490 * len(where)} ({what}) -7000 (May)] TJ ET"
        )
    data = pdf(sheet)
    block = read_pdf(data, describe(data, "gaps.pdf", PDF)).blocks[-1]
    assert [[cell.text for cell in row] for row in block.rows][-2:] == [
        ["New ford of wood", "Wet", "May"],
        ["The long ferry", "Gone", "May"],
    ]


def test_a_line_set_letter_by_letter_is_words() -> None:
    sheet = Sheet()
    sheet.commands.append("BT 0 g /F0 10 Tf 6 Tc 72 762 Td (PARK AUTHORITY OF THE DALES) Tj 0 Tc ET")
    sheet.lines(72, 120, ["The park looks after its bridges and its paths in every season of the year."])
    data = pdf(sheet)
    assert read_pdf(data, describe(data, "made.pdf", PDF)).blocks[0].text == "PARK AUTHORITY OF THE DALES"
