"""Tables whose rows only level rules part, on page after page below their own heading."""

from __future__ import annotations

import pytest

from plantext.model.document import Block, Document
from plantext.read.pdf import READERS, read_pdf
from plantext.read.source import PDF, describe
from tests.factories.pdf import Sheet, pdf

both = pytest.mark.parametrize("reader", READERS)
COLUMNS = (60, 170, 290, 410)
HEADING = [("Cause of", "Who holds", "What is", "What is left"), ("flooding", "the figures", "counted", "to be done")]
WORDS = "the keepers of each weir and lock write down what passes them and send it on to the county before the end of every single month".split()


def read(*sheets: Sheet, reader: str) -> Document:
    data = pdf(*sheets)
    return read_pdf(data, describe(data, "made.pdf", PDF), reader=reader)


def headed() -> Sheet:
    """A page that begins with the heading, and a rule below it."""
    sheet = Sheet()
    for number, row in enumerate(HEADING):
        for x, text in zip(COLUMNS, row, strict=True):
            sheet.text(x, 50 + 16 * number, text, bold=True)
    return sheet.rule(58, 76, 530, 76)


def fill(sheet: Sheet, top: float, count: int, first: int, *, label: str = "") -> str:
    """Lines of running text in the last two columns, from the `first` word on, and perhaps a label; what each of both columns says."""
    said = [f"{WORDS[at % len(WORDS)]} {WORDS[(at + 1) % len(WORDS)]}" for at in range(first, first + 2 * count, 2)]
    if label:
        sheet.text(COLUMNS[0], top, label, bold=True).text(COLUMNS[1], top, "The county")
    for x in COLUMNS[2:]:
        sheet.lines(x, top, said, leading=15)
    return " ".join(said)


@both
def test_a_row_may_be_higher_than_a_page(reader: str) -> None:
    first = headed()
    ponds = fill(first, 96, 3, 50, label="Ponds")
    first.rule(58, 140, 530, 140)
    one = fill(first, 160, 40, 8, label="Weirs")
    second = headed()
    one += " " + fill(second, 96, 38, 88)
    second.rule(58, 668, 530, 668)
    two = fill(second, 688, 5, 3, label="Drains")
    third = headed()
    two += " " + fill(third, 96, 44, 13)
    last = headed()
    two += " " + fill(last, 96, 3, 101)
    last.rule(58, 140, 530, 140)
    last.text(60, 200, "All that is said here was put together by the county from what the keepers of the weirs wrote down.")
    document = read(first, second, third, last, reader=reader)
    (block,) = [block for block in document.blocks if block.kind == "table"]
    assert block.header == tuple(f"{a} {b}" for a, b in zip(*HEADING, strict=True))
    assert [[cell.text for cell in row] for row in block.rows] == [
        ["Ponds", "The county", ponds, ponds],
        ["Weirs", "The county", one, one],
        ["Drains", "The county", two, two],
    ]
    assert document.blocks[-1].text.startswith("All that is said here")
    assert len(document.blocks) == 2


def rows_of(block: Block) -> list[str]:
    return [row[0].text for row in block.rows]


@both
def test_rows_that_no_rule_parts_stay_rows(reader: str) -> None:
    pages = []
    for page in range(3):
        sheet = headed()
        for number in range(20):
            for x, text in zip(COLUMNS, (f"Weir {20 * page + number}", "The county", f"{number} m", f"{2 * number} m"), strict=True):
                sheet.text(x, 96 + 30 * number, text)
        pages.append(sheet)
    pages[-1].rule(58, 680, 530, 680)
    (block,) = [block for block in read(*pages, reader=reader).blocks if block.kind == "table"]
    assert rows_of(block) == [f"Weir {number}" for number in range(60)]


@both
def test_a_heading_of_other_words_begins_another_table(reader: str) -> None:
    first = headed()
    fill(first, 96, 6, 0, label="Weirs")
    first.rule(58, 190, 530, 190)
    fill(first, 210, 6, 4, label="Drains")
    first.rule(58, 304, 530, 304)
    second = Sheet()
    for x, text in zip(COLUMNS, ("Name", "Place", "Length", "Age"), strict=True):
        second.text(x, 50, text, bold=True)
    second.rule(58, 60, 530, 60)
    for number in range(3):
        fill(second, 80 + 100 * number, 5, 3 * number, label=f"Lock {number}")
        second.rule(58, 150 + 100 * number, 530, 150 + 100 * number)
    tables = [block for block in read(first, second, reader=reader).blocks if block.kind == "table"]
    assert [rows_of(block) for block in tables] == [["Weirs", "Drains"], ["Lock 0", "Lock 1", "Lock 2"]]


@both
def test_rows_that_no_rule_parts_are_told_by_their_lines_on_the_next_page_too(reader: str) -> None:
    def page(sheet: Sheet, top: float, rows: list[tuple[str, str, list[str]]]) -> Sheet:
        for x, text in zip((76, 180, 340), ("Date", "Who", "What"), strict=True):
            sheet.text(x, top + 14, text, bold=True)
        y = top + 38
        for date, who, what in rows:
            sheet.text(76, y, date).text(180, y, who).lines(340, y, what, leading=12.5)
            y += 12.5 * len(what) + 7
        return sheet.rule(72, top, 520, top).rule(72, top + 20, 520, top + 20).rule(72, y - 8, 520, y - 8)

    what = ["What they saw of the fords, and", "why they went there, when they", "did and with whom"]
    first = page(Sheet().lines(72, 80, ["The wardens heard from all of those who"] * 40), 680, [("6 May", "Masons", what)])
    second = page(Sheet(), 60, [("7 May", "Roads", what), ("8 May", "Harbour", what[:2]), ("9 May", "Nobody", what)])
    document = read(first, second, reader=reader)
    rows = [tuple(cell.text for cell in row) for block in document.blocks for row in block.rows]
    assert [row[0] for row in rows] == ["6 May", "7 May", "8 May", "9 May"]
