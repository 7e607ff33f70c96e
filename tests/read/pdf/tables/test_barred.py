"""Tables that only level rules, or grounds behind every other row, draw."""

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


def counted(sheet: Sheet, rows: list[list[str]], y: float) -> float:
    """Rows of a number, two lines of text and a name, each on a ground or on none."""
    for at, (number, work, more, who) in enumerate(rows):
        if at % 2 == 0:
            sheet.box(70, y - 13, 520, y + 21, 0.88)
        sheet.text(74, y, number).text(100, y, work).text(100, y + 14, more).text(400, y, who)
        y += 34
    return y


ROWS = [[str(n), f"Mend bridge {n} as it was said", "in the plan of the year", f"Team {'ABCDEF'[n - 1]}"] for n in range(1, 7)]


@both
def test_numbers_that_count_the_rows_are_a_column(reader: str) -> None:
    sheet = Sheet().text(72, 80, "What is to be done at each of the crossings of the river in the coming year.")
    for x, text in ((74, "No"), (100, "Work"), (400, "Who")):
        sheet.text(x, 110, text, bold=True)
    counted(sheet, ROWS, 136)
    block = table(read(sheet, reader=reader))
    assert block.header == ("No", "Work", "Who")
    assert cells(block) == [[number, f"{work} {more}", who] for number, work, more, who in ROWS]


@both
def test_the_last_row_needs_no_rule_below_it(reader: str) -> None:
    sheet = Sheet()
    rows = [("Work", "Until"), ("Mend the long bridge", "May"), ("Dig out the ford", "June"), ("Count the ferries", "July")]
    for number, row in enumerate(rows):
        for x, text in zip((76, 400), row, strict=True):
            sheet.text(x, 110 + 22 * number, text, bold=number == 0)
        if number < len(rows) - 1:
            sheet.rule(72, 118 + 22 * number, 520, 118 + 22 * number)
    sheet.text(72, 220, "All of it is paid for by the county, and no part of it by the parishes, as was agreed.")
    assert cells(table(read(sheet, reader=reader))) == [list(row) for row in rows[1:]]


@both
def test_a_row_that_goes_on_at_the_top_of_the_page_is_whole(reader: str) -> None:
    first, second = Sheet(), Sheet()
    for x, text in ((76, "Crossing"), (200, "Work"), (400, "Who")):
        first.text(x, 600, text, bold=True)
    first.rule(72, 606, 520, 606)
    first.text(76, 622, "Ford").text(200, 622, "Dig out the old gravel").text(400, 622, "Roads").rule(72, 630, 520, 630)
    first.text(76, 646, "Long bridge").text(200, 646, "Mend the piers, which").text(400, 646, "Masons").text(
        200, 660, "were hurt by the ice of"
    )
    second.text(200, 100, "the long winter").rule(72, 108, 520, 108)
    second.text(76, 124, "Ferry").text(200, 124, "Paint it").text(400, 124, "Harbour").rule(72, 132, 520, 132)
    second.text(76, 148, "Low bridge").text(200, 148, "Leave it").text(400, 148, "Nobody").rule(72, 156, 520, 156)
    assert cells(table(read(first, second, reader=reader))) == [
        ["Ford", "Dig out the old gravel", "Roads"],
        ["Long bridge", "Mend the piers, which were hurt by the ice of the long winter", "Masons"],
        ["Ferry", "Paint it", "Harbour"],
        ["Low bridge", "Leave it", "Nobody"],
    ]


@both
def test_rules_drawn_cell_by_cell_say_where_the_columns_are(reader: str) -> None:
    """Where the words of two columns nearly touch, the rules' own ends part them."""
    sheet = Sheet()
    rows = [
        ("Crossing", "Who", "Until"),
        ("The very long bridge", "Masons", "May"),
        ("Ford", "Roads", "June"),
        ("Ferry", "Harbour", "July"),
    ]
    for number, row in enumerate(rows):
        for x, text in zip((76, 200 if number == 1 else 177, 300), row, strict=True):
            sheet.text(x, 110 + 22 * number, text, bold=number == 0)
        for x0, x1 in ((72, 174), (174, 298), (298, 420)):
            sheet.rule(x0, 117 + 22 * number, x1, 117 + 22 * number)
    block = table(read(sheet, reader=reader))
    assert [list(block.header), *cells(block)] == [list(row) for row in rows]


@both
def test_a_rule_under_a_heading_is_no_part_of_the_table_below(reader: str) -> None:
    sheet = Sheet().text(72, 80, "The crossings in columns", 20).rule(72, 88, 520, 88)
    for x, words in ((72, "Ford"), (230, "Ferry"), (390, "Bridge")):
        sheet.lines(x, 110, [f"{words} and those who", "walk there in the year", "of the plan agree that", "it wants looking after."])
    sheet.text(72, 200, "The crossings in figures", 20).rule(72, 208, 520, 208)
    for number, row in enumerate((("Crossing", "2030", "2031"), ("Ford", "12", "14"), ("Ferry", "9", "11"), ("Bridge", "40", "44"))):
        for x, words in zip((76, 300, 440), row, strict=True):
            sheet.text(x, 240 + 20 * number, words, bold=number == 0)
        sheet.rule(72, 246 + 20 * number, 520, 246 + 20 * number)
    sheet.rule(72, 226, 520, 226)
    document = read(sheet, reader=reader)
    assert [block.text for block in document.blocks if block.kind == "heading"] == ["The crossings in columns", "The crossings in figures"]
    assert cells(table(document)) == [["Ford", "12", "14"], ["Ferry", "9", "11"], ["Bridge", "40", "44"]]
    assert sum(block.text.endswith("it wants looking after.") for block in document.blocks if block.kind == "paragraph") == 3


@both
def test_a_rule_between_a_table_and_a_numbered_paragraph_is_the_headings(reader: str) -> None:
    sheet = Sheet().rule(72, 86, 520, 86)
    for number, row in enumerate((("Crossing", "2030", "2031"), ("Ford", "12", "14"), ("Ferry", "9", "11"), ("Bridge", "40", "44"))):
        for x, words in zip((76, 300, 440), row, strict=True):
            sheet.text(x, 100 + 20 * number, words, 9, bold=number == 0)
        sheet.rule(72, 106 + 20 * number, 520, 106 + 20 * number)
    sheet.text(72, 206, "4. The crossings next year", 15, bold=True).rule(72, 212, 520, 212).text(72, 228, "4.1")
    sheet.lines(106, 228, ["The wardens look after the ford in spring, and after the ferry and the", "bridge when the floods are over."])
    document = read(sheet, reader=reader)
    assert [block.text for block in document.blocks if block.kind == "heading"] == ["4. The crossings next year"]
    assert cells(table(document)) == [["Ford", "12", "14"], ["Ferry", "9", "11"], ["Bridge", "40", "44"]]


@both
def test_a_rule_right_above_a_row_is_the_tables_even_under_a_heading(reader: str) -> None:
    sheet = Sheet().text(72, 80, "The crossings in figures", 20).rule(72, 88, 520, 88)
    for number, row in enumerate((("Crossing", "2030", "2031"), ("Ford", "12", "14"), ("Ferry", "9", "11"), ("Bridge", "40", "44"))):
        for x, words in zip((76, 300, 440), row, strict=True):
            sheet.text(x, 102 + 20 * number, words, bold=number == 0)
        sheet.rule(72, 108 + 20 * number, 520, 108 + 20 * number)
    document = read(sheet, reader=reader)
    assert [block.text for block in document.blocks if block.kind == "heading"] == ["The crossings in figures"]
    assert cells(table(document)) == [["Ford", "12", "14"], ["Ferry", "9", "11"], ["Bridge", "40", "44"]]


@both
def test_the_heading_stands_above_a_first_row_without_a_ground(reader: str) -> None:
    sheet = Sheet().box(70, 60, 520, 90, 0.3).text(74, 80, "The crossings", 16, bold=True, grey=1.0)
    for x, words in ((74, "Crossing"), (300, "2030"), (440, "Target")):
        sheet.text(x, 120, words, bold=True)
    for number, row in enumerate(
        (("Ford", "12", "14"), ("Ferry", "9", "11"), ("Bridge", "40", "44"), ("Pier", "3", "4"), ("Lock", "6", "8"))
    ):
        y = 140 + 20 * number
        if number % 2:
            sheet.box(70, y - 14, 520, y + 6, 0.9)
        for x, words in zip((74, 310, 460), row, strict=True):
            sheet.text(x, y, words)
    sheet.text(72, 280, "All of it is paid for by the county, and no part of it by the parishes, as was agreed.")
    block = table(read(sheet, reader=reader))
    assert block.header == ("Crossing", "2030", "Target")
    assert [row[0] for row in cells(block)] == ["Ford", "Ferry", "Bridge", "Pier", "Lock"]


@both
def test_a_heading_on_a_ground_of_its_own_heads_the_rows_that_rules_part(reader: str) -> None:
    sheet = Sheet().text(72, 80, "What is to be done at each of the crossings of the river in the coming year.")
    sheet.box(70, 97, 520, 119, 0.6)
    for x, text in ((74, "Work"), (250, "Who"), (400, "Until")):
        sheet.text(x, 110, text, bold=True)
    rows = [["Mend the long bridge", "Masons", "May"], ["Dig out the ford", "Roads", "June"], ["Count the ferries", "Harbour", "July"]]
    for at, row in enumerate(rows):
        y = 132 + 22 * at
        for x, text in zip((74, 250, 400), row, strict=True):
            sheet.text(x, y, text)
        sheet.rule(70, y + 9, 520, y + 9)
    block = table(read(sheet, reader=reader))
    assert block.header == ("Work", "Who", "Until")
    assert cells(block) == rows


@both
def test_a_heading_on_its_own_ground_is_no_row_of_the_table_below(reader: str) -> None:
    sheet = Sheet().box(72, 80, 520, 106, 0.7).text(72, 98, "What is asked", 16, bold=True)
    for y in (120, 140, 230):
        sheet.rule(72, y, 520, y)
    rows = [
        ("No.", "Work", "Who"),
        ("1", "Mend the long bridge", "Masons"),
        ("2", "Dig out the ford", "Roads"),
        ("3", "Count the eels", "Roads"),
    ]
    for number, row in enumerate(rows):
        for x, text in zip((76, 120, 400), row, strict=True):
            sheet.text(x, 134 + 24 * number, text, bold=number == 0)
    sheet.text(72, 260, "The wardens will see to it in the spring and the autumn of the year.")
    document = read(sheet, reader=reader)
    assert next((block.kind, block.text) for block in document.blocks) == ("heading", "What is asked")
    assert cells(table(document)) == [list(row) for row in rows[1:]]


@both
def test_columns_may_stand_as_near_as_the_padding_of_their_cells(reader: str) -> None:
    sheet = Sheet().text(72, 70, "What is to be done at each of the crossings of the river in the coming year.")
    for y in (98, 118, 180):
        sheet.rule(72, y, 300, y)
    rows = [("Where", "Loads", "Share"), ("Bridge", "16300", "39%"), ("Ford", "10900", "26%"), ("Ferry", "71000", "17%")]
    for number, row in enumerate(rows):
        for x, text in zip((76, 220, 257.5), row, strict=True):
            sheet.text(x, 112 + 20 * number, text, bold=number == 0)
    block = table(read(sheet, reader=reader))
    assert (block.header, cells(block)) == (rows[0], [list(row) for row in rows[1:]])


@both
def test_a_bold_row_above_the_first_stripe_is_the_heading(reader: str) -> None:
    sheet = Sheet().text(72, 70, "What is to be done at each of the crossings of the river in the coming year.")
    rows = [
        ("Work", "Who"),
        ("Mend the long bridge", "Masons"),
        ("Dig out the ford", "Roads"),
        ("Count the eels", "Roads"),
        ("Paint", "All"),
    ]
    for at, row in enumerate(rows):
        y = 96 + 20 * at
        if at in {2, 4}:
            sheet.box(70, y, 520, y + 20, 0.9)
        for x, text in zip((74, 300), row, strict=True):
            sheet.text(x, y + 14, text, bold=at == 0)
    sheet.rule(70, 96, 520, 96).rule(70, 196, 520, 196)
    block = table(read(sheet, reader=reader))
    assert (block.header, cells(block)) == (rows[0], [list(row) for row in rows[1:]])


@both
def test_a_box_of_the_tables_width_above_two_lists_is_no_part_of_it(reader: str) -> None:
    sheet = Sheet().box(70, 80, 520, 130, 0.9).text(80, 98, "What you told me", bold=True)
    sheet.lines(
        80, 112, ["Many of you said that the long bridge shakes in the wind, and that nobody", "had told you when it would be mended."]
    )
    for x, head, items in (
        (70, "I will", ["mend the bridge", "tell you when"]),
        (310, "I expect the masons to", ["look at it", "say what they saw"]),
    ):
        sheet.text(x, 154, head, bold=True)
        for at, item in enumerate(items):
            sheet.text(x, 170 + 14 * at, "\u2022").text(x + 12, 170 + 14 * at, item)
    sheet.text(70, 208, "How we will know", bold=True)
    for x, name in zip((74, 330, 430), ("Measure", "Now", "By the spring"), strict=True):
        sheet.text(x, 226, name, 9, bold=True)
    for at, row in enumerate((("People who cross", "51%", "60%"), ("Boards that shake", "18%", "Below 5%"))):
        for x0, x1 in ((70, 326), (326, 426), (426, 520)):
            sheet.rule(x0, 232 + 22 * at, x1, 232 + 22 * at)
        for x, text in zip((74, 330, 430), row, strict=True):
            sheet.text(x, 246 + 22 * at, text, 9)
    for x0, x1 in ((70, 326), (326, 426), (426, 520)):
        sheet.rule(x0, 276, x1, 276)
    document = read(sheet, reader=reader)
    assert table(document).header == ("Measure", "Now", "By the spring")
    assert cells(table(document)) == [["People who cross", "51%", "60%"], ["Boards that shake", "18%", "Below 5%"]]
    assert [b.text for b in document.blocks if b.kind == "list_item"] == [
        "mend the bridge",
        "tell you when",
        "look at it",
        "say what they saw",
    ]


@both
def test_a_column_of_ratings_on_coloured_cells_beside_rows_without_rules(reader: str) -> None:
    sheet = Sheet().text(72, 70, "The bridge master reports on each of the districts, as follows in this table of the year.")
    head, xs = ("District", "Crossings", "In time", "Change", "Rating"), (76, 200, 290, 380, 484)
    for x, name in zip(xs, head, strict=True):
        sheet.text(x, 104, name, 9, bold=True)
    sheet.rule(72, 110, 540, 110)
    rows = [
        ("North", "211", "91.0%", "+0.8%", "Green"),
        ("South", "184", "88.6%", "-1.1%", "Green"),
        ("Mid", "96", "82.3%", "-2.4%", "Amber"),
        ("West", "73", "54.8%", "-11.7%", "Red"),
    ]
    for at, row in enumerate(rows):
        y = 110 + 20 * at
        sheet.box(480, y, 540, y + 20, 0.5 + 0.1 * (at % 3)).rule(480, y, 540, y).rule(480, y, 480, y + 20).rule(540, y, 540, y + 20)
        for x, text in zip(xs, row, strict=True):
            sheet.text(x, y + 13, text, 9)
    sheet.rule(72, 190, 540, 190)
    block = table(read(sheet, reader=reader))
    assert block.header == head
    assert cells(block) == [list(row) for row in rows]


@both
def test_the_rule_below_a_running_header_is_no_part_of_a_table_drawn_cell_by_cell(reader: str) -> None:
    sheet = (
        Sheet().text(72, 40, "Bridges of the county", 8).rule(72, 48, 520, 48).text(72, 72, "How we will measure progress", 11, bold=True)
    )
    sheet.text(72, 90, "Table 1: What is measured", 9, bold=True)
    rows = [
        ("Measure", "Now", "By the spring"),
        ("People who cross", "51%", "60%"),
        ("Boards that shake", "18%", "Below 5%"),
        ("Shut days", "9", "2"),
    ]
    for at, row in enumerate(rows):
        for x, x1, text in zip((72, 330, 430), (330, 430, 520), row, strict=True):
            sheet.text(x + 4, 108 + 20 * at, text, 9, bold=at == 0).rule(x, 114 + 20 * at, x1, 114 + 20 * at)
    sheet.lines(
        72, 220, ["The county looks after its bridges and its roads in every season of the year, and", "mends what the floods have broken."]
    )
    document = read(sheet, reader=reader)
    assert [block.kind for block in document.blocks if block.kind != "paragraph"] == ["heading", "caption", "table"]
    assert table(document).header == rows[0]
    assert cells(table(document)) == [list(row) for row in rows[1:]]
