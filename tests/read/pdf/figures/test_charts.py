"""Where charts are: what shows that lines are a scale, curves a pie, and two boxes bars."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from plantext.model.document import Document
from plantext.read.pdf import READERS, read_pdf
from plantext.read.source import PDF, describe
from tests.factories.pdf import Sheet, pdf

both = pytest.mark.parametrize("reader", READERS)

BEFORE = ["What the county spent on its bridges in each of the last years", "is shown by the chart below, in thousands."]
AFTER = "The cost is higher in the years of the great ice, as everybody in the county expected it to be."


def read(sheet: Sheet, reader: str) -> Document:
    data = pdf(sheet.lines(72, 80, BEFORE).text(72, 330, AFTER))
    return read_pdf(data, describe(data, "made.pdf", PDF), reader=reader)


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def path(sheet: Sheet, points: list[tuple[float, float]], colour: str = "0 0 1", *, filled: bool = False) -> Sheet:
    """Add a broken line, or the shape that it bounds."""
    steps = " ".join(f"{x:.2f} {sheet.height - y:.2f} {'l' if at else 'm'}" for at, (x, y) in enumerate(points))
    sheet.commands.append(f"{colour} rg {steps} h f" if filled else f"{colour} RG 2 w {steps} S")
    return sheet


def grid(*, values: tuple[str, ...] = ("60%", "70%", "80%", "90%")) -> Sheet:
    sheet = Sheet()
    for at, value in enumerate(values):
        sheet.rule(110, 260 - 40 * at, 420, 260 - 40 * at).text(78, 263 - 40 * at, value, 8)
    return sheet


def months(sheet: Sheet, size: float = 8) -> Sheet:
    for at, name in enumerate(("March", "April", "May", "June")):
        sheet.text(120 + 80 * at, 275, name, size)
    return sheet


@both
@pytest.mark.parametrize("size", [8, 11])
def test_the_labels_of_a_line_over_the_lines_of_its_scale_are_in_no_block(reader: str, size: float) -> None:
    sheet = path(months(grid(), size), [(130, 220), (210, 200), (290, 230), (370, 170)]).text(370, 160, "Standard", size)
    document = read(sheet, reader)
    assert texts(document) == [" ".join(BEFORE), AFTER]
    assert document.figures == 1


@both
def test_bars_over_the_lines_of_a_scale_are_one_chart_with_it(reader: str) -> None:
    sheet = months(grid(values=("0", "2,000", "4,000", "6,000")))
    for at, height in enumerate((60, 110, 30, 80)):
        sheet.box(120 + 80 * at, 260 - height, 150 + 80 * at, 260, 0.4).text(125 + 80 * at, 256 - height, f"{50 * height:,}", 8)
    document = read(sheet, reader)
    assert texts(document) == [" ".join(BEFORE), AFTER]
    assert document.figures == 1


@both
def test_blanks_beside_numbers_are_no_scale(reader: str) -> None:
    sheet = path(Sheet(), [(300, 120), (310, 140)])
    for at in range(4):
        sheet.text(90, 200 + 24 * at, str(at + 1)).rule(110, 202 + 24 * at, 420, 202 + 24 * at)
    document = read(sheet, reader)
    assert document.figures == 0
    assert "3" in " ".join(texts(document))


def wedges(shares: tuple[int, ...], colours: tuple[str, ...]) -> Sheet:
    sheet, done = Sheet(), 0.0
    for share, colour in zip(shares, colours, strict=True):
        turns = [2 * math.pi * (done + share * step / 8) / 100 for step in range(9)]
        path(sheet, [(160, 200), *((160 + 60 * math.sin(t), 200 - 60 * math.cos(t)) for t in turns)], colour, filled=True)
        done += share
    return sheet


COLOURS = ("0 0 1", "1 0.5 0", "0 0.5 0")
KINDS = ("Stone bridges", "Fords", "Ferries of the lower county")


@both
def test_the_legend_of_a_pie_is_in_no_block(reader: str) -> None:
    sheet = wedges((50, 30, 20), COLOURS)
    for at, (colour, kind) in enumerate(zip(COLOURS, KINDS, strict=True)):
        y = 170 + 24 * at
        path(sheet, [(270, y), (282, y), (282, y + 12), (270, y + 12)], colour, filled=True).text(290, y + 10, kind)
    document = read(sheet, reader)
    assert texts(document) == [" ".join(BEFORE), AFTER]
    assert document.figures == 1


@both
def test_shares_that_make_a_whole_are_those_of_a_pie(reader: str) -> None:
    sheet = wedges((50, 30, 20), COLOURS).text(190, 205, "50%").text(130, 235, "30%").text(130, 180, "20%")
    assert texts(read(sheet, reader)) == [" ".join(BEFORE), AFTER]


@both
def test_words_beside_a_drawing_without_legend_are_text(reader: str) -> None:
    document = read(wedges((50, 30, 20), COLOURS).text(240, 205, "96 bridges mended"), reader)
    assert "96 bridges mended" in texts(document)


@both
def test_two_bars_that_are_named_below_their_axis_are_a_chart(reader: str) -> None:
    sheet = Sheet().rule(100, 260, 400, 260).box(150, 170, 200, 260, 0.4).box(300, 120, 350, 260, 0.4)
    sheet.text(162, 274, "2022").text(312, 274, "2023").text(165, 166, "900").text(312, 116, "1400")
    document = read(sheet, reader)
    assert texts(document) == [" ".join(BEFORE), AFTER]
    assert document.figures == 1


@both
def test_a_caption_close_to_a_chart_is_no_label(reader: str) -> None:
    sheet = path(months(grid()), [(130, 220), (210, 200), (290, 230), (370, 170)])
    sheet.text(110, 128, "Figure 1: Crossings that were open, by month, in the whole", 9, bold=True).text(
        110, 139, "of the county", 9, bold=True
    )
    assert [b.text for b in read(sheet, reader).blocks if b.kind == "caption"] == [
        "Figure 1: Crossings that were open, by month, in the whole of the county"
    ]


@both
def test_a_line_from_the_first_to_the_last_of_some_years_is_a_chart_without_a_scale(reader: str) -> None:
    sheet = path(Sheet(), [(140, 220), (220, 200), (300, 230), (380, 170)]).text(390, 172, "Bridges")
    for at in range(4):
        sheet.text(128 + 80 * at, 270, str(2020 + at))
    assert texts(read(sheet, reader)) == [" ".join(BEFORE), AFTER]


@both
def test_a_line_that_ends_elsewhere_is_none(reader: str) -> None:
    sheet = path(Sheet(), [(100, 220), (220, 200), (450, 170)])
    for at in range(4):
        sheet.text(128 + 80 * at, 270, str(2020 + at))
    assert "2021" in " ".join(texts(read(sheet, reader)))


@both
@pytest.mark.parametrize("x", [202.7, 120])
def test_the_title_in_the_middle_of_a_chart_s_frame_belongs_to_it(reader: str, x: float) -> None:
    sheet = path(months(grid()), [(130, 220), (210, 200), (290, 230), (370, 170)])
    for rule in ((70, 112, 430, 112), (70, 290, 430, 290), (70, 112, 70, 290), (430, 112, 430, 290)):
        sheet.rule(*rule)
    title = "Bridges mended"  # 94.6 points wide
    document = read(sheet.text(x, 128, title, 13), reader)
    assert (title in texts(document)) == (x == 120)


@both
def test_a_legend_that_shows_a_piece_of_each_line_is_in_no_block(reader: str) -> None:
    sheet = path(months(grid()), [(130, 220), (210, 200), (290, 230), (370, 170)])
    path(sheet, [(130, 180), (210, 190), (290, 170), (370, 175)], "1 0.5 0")
    for at, name in enumerate(("This year in the county", "The year before")):
        sheet.rule(120 + 160 * at, 296, 145 + 160 * at, 296, 2).text(152 + 160 * at, 300, name)
    assert texts(read(sheet, reader)) == [" ".join(BEFORE), AFTER]


@both
def test_the_note_that_names_the_source_is_text(reader: str) -> None:
    sheet = path(months(grid()), [(130, 220), (210, 200), (290, 230), (370, 170)]).text(150, 290, "Source: the county's own survey", 8)
    assert texts(read(sheet, reader)) == [" ".join(BEFORE), "Source: the county's own survey", AFTER]


@both
def test_bars_in_the_rows_of_a_table_are_no_chart(reader: str) -> None:
    sheet = Sheet()
    for at, (name, share) in enumerate([("Stone bridges", 62), ("Old fords", 40), ("River ferries", 85), ("Village lanes", 33)]):
        y = 140 + 24 * at
        sheet.rule(70, y, 400, y).rule(70, y + 24, 400, y + 24)
        sheet.text(76, y + 16, name).text(220, y + 16, f"{share}%").box(280, y + 6, 280 + share, y + 18, 0.4)
    document = read(sheet, reader)
    assert document.figures == 0
    assert all(word in " ".join(texts(document)) for word in ("Old fords", "40%", "85%", "Village lanes"))


@both
@pytest.mark.parametrize("shift", [0, 1])
def test_short_lines_of_the_text_by_a_chart_are_no_labels(reader: str, shift: int) -> None:
    sheet = path(months(grid()), [(130, 220), (210, 200), (290, 230), (370, 170)])
    sheet.lines(
        72, 100, [*["In the year before the bridges had been open for longer than it was", "thought they would."][shift:], "We found:"]
    )
    sheet.text(72, 292, "It did not last.")
    document = read(sheet.lines(72, 400, [*BEFORE, AFTER]), reader)
    assert "We found:" in " ".join(texts(document))
    assert "It did not last." in texts(document)


@both
def test_a_course_drawn_as_many_short_lines_is_a_chart(reader: str) -> None:
    sheet = months(grid(), 11)
    course = [(120 + 2.5 * at, 200 + 30 * math.sin(at / 16)) for at in range(100)]
    for (ax, ay), (bx, by) in pairwise(course):
        sheet.rule(ax, ay, bx, by, 1.5)
    document = read(sheet, reader)
    assert texts(document) == [" ".join(BEFORE), AFTER]
    assert document.figures == 1


def bars(sheet: Sheet, ends: list[tuple[float, float]]) -> Sheet:
    for at, (x0, x1) in enumerate(ends):
        sheet.box(x0, 140 + 24 * at, x1, 156 + 24 * at, 0.4)
    return sheet


@both
def test_the_bold_value_beside_the_longest_bar_is_in_no_block(reader: str) -> None:
    sheet = bars(Sheet(), [(200, 480), (200, 430), (200, 390), (200, 340)])
    for at, (name, x1, value) in enumerate((("Bridges", 480, "64"), ("Fords", 430, "58"), ("Ferries", 390, "49"), ("Lanes", 340, "33"))):
        sheet.text(150, 152 + 24 * at, name, 10.5).text(x1 + 6, 152 + 24 * at, value, 10.5, bold=True)
    assert texts(read(sheet, reader)) == [" ".join(BEFORE), AFTER]


@both
def test_the_names_of_bars_that_go_both_ways_are_in_no_block(reader: str) -> None:
    sheet = bars(Sheet().rule(300, 135, 300, 260), [(220, 300), (260, 300), (300, 340), (300, 420), (300, 366)])
    for at, name in enumerate(("Bridges of stone", "Fords", "Ferries", "Lanes", "Paths by the river")):
        sheet.text(72, 152 + 24 * at, name, 10.5)
    assert texts(read(sheet, reader)) == [" ".join(BEFORE), AFTER]


@both
def test_the_labels_of_level_bars_in_touching_pairs_are_in_no_block(reader: str) -> None:
    sheet = Sheet()
    pairs = [("Bridges", 430, 371), ("Fords", 290, 203), ("Ferries", 286, 230), ("Lanes", 240, 199)]
    for at, (name, first, second) in enumerate(pairs):
        y = 140 + 26 * at
        sheet.box(160, y, first, y + 9, 0.3).box(160, y + 9, second, y + 18, 0.6).text(115, y + 12, name, 8.5)
        sheet.text(first + 4, y + 8, str(first), 8.5).text(second + 4, y + 17, str(second), 8.5)
    for at, name in enumerate(("2022", "Target 2030")):
        sheet.box(440, 200 + 16 * at, 451, 209 + 16 * at, 0.3 * (at + 1)).text(456, 208 + 16 * at, name, 8.5)
    document = read(sheet, reader)
    assert texts(document) == [" ".join(BEFORE), AFTER]
    assert document.figures == 1
