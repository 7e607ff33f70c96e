"""Bullets, numbers and dashes that open a line: of an item, of a heading, or of neither."""

from __future__ import annotations

import pytest

from plantext.read.pdf import READERS, read_pdf
from plantext.read.source import PDF, describe
from tests.factories.pdf import Sheet, pdf

both = pytest.mark.parametrize("reader", READERS)


def blocks(sheet: Sheet, reader: str) -> list[tuple[str, str | None, str]]:
    data = pdf(sheet)
    return [(block.kind, block.marker, block.text) for block in read_pdf(data, describe(data, "made.pdf", PDF), reader=reader).blocks]


@both
@pytest.mark.parametrize("dash", ["-", "–"])
def test_a_dash_within_a_sentence_that_is_broken_there_is_no_bullet(reader: str, dash: str) -> None:
    lines = [
        "The county looks after its bridges and its roads in every season",
        f"{dash} and it does so with few hands {dash} and mends what the floods have",
        "broken.",
    ]
    assert blocks(Sheet().lines(72, 80, lines), reader) == [("paragraph", None, " ".join(lines))]


LISTS = {
    "items below each other": ["The county looks after its bridges and its roads in every season", "- mends what is broken", "- paints it"],
    "room above": ["The county does this:", "the bridges of the old town beside the long river in the north, and", "it says", "- mends"],
    "a capital": ["The county looks after its bridges and its roads in every season", "- Mends what is broken"],
    "a sentence that ended": ["The county looks after its bridges and its roads in every season.", "- mends what is broken"],
}


@both
@pytest.mark.parametrize("lines", LISTS.values(), ids=LISTS)
def test_a_dash_that_opens_an_item_does(reader: str, lines: list[str]) -> None:
    found = blocks(Sheet().lines(72, 80, lines), reader)
    assert [(marker, text) for kind, marker, text in found if kind == "list_item"] == [
        (line[0], line[2:]) for line in lines if line.startswith("-")
    ]


@both
@pytest.mark.parametrize("angle", ["\u203a", "\u00bb"])
def test_an_angle_marks_an_item_below_another(reader: str, angle: str) -> None:
    sheet = Sheet().text(72, 80, "The county mends its bridges:").text(80, 100, "-").text(92, 100, "Bridges of stone, of which")
    sheet.text(100, 116, angle).text(112, 116, "forty are old").text(100, 132, angle).text(112, 132, "nine are new")
    assert [text for kind, _, text in blocks(sheet, reader) if kind == "list_item"] == [
        "Bridges of stone, of which",
        "forty are old",
        "nine are new",
    ]


@both
@pytest.mark.parametrize("bold", [True, False])
def test_a_heading_behind_numbered_items_keeps_its_number(reader: str, bold: bool) -> None:
    sheet = Sheet().text(72, 80, "3.3 Old piers", 11 if bold else 13, bold=bold)
    sheet.lines(72, 100, ["3.3.1 Mend the pier and the two gates that lead to it before the winter", "3.3.2 Paint the gate"])
    sheet.text(72, 128, "3.4 New piers", 11 if bold else 13, bold=bold).text(72, 148, "3.4.1 Build the pier")
    assert ("heading", None, "3.4 New piers") in blocks(sheet, reader)


@both
def test_letters_with_numbers_that_follow_each_other_mark_items(reader: str) -> None:
    sheet = Sheet().lines(72, 60, ["The county is asked to do what stands here, and to say when it is done."])
    for number, (mark, text) in enumerate((("R1", "Dig out the ford."), ("R2", "Paint the ferry."), ("R3", "Count the piers."))):
        sheet.text(72, 90 + 20 * number, mark).text(100, 90 + 20 * number, text)
    assert blocks(sheet, reader)[1:] == [
        ("list_item", "R1", "Dig out the ford."),
        ("list_item", "R2", "Paint the ferry."),
        ("list_item", "R3", "Count the piers."),
    ]


@both
def test_a_letter_with_a_number_alone_is_text(reader: str) -> None:
    sheet = Sheet().lines(72, 60, ["The county is asked to do what stands here, and to say when it is done."])
    sheet.text(72, 90, "A38").text(100, 90, "is closed between the two bridges.")
    assert blocks(sheet, reader)[1] == ("paragraph", None, "A38 is closed between the two bridges.")
