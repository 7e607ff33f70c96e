"""Entries of contents lists of many forms: without their page numbers, whole, and nothing else."""

from __future__ import annotations

import pytest

from plantext.read.pdf import READERS, read_pdf
from plantext.read.source import PDF, describe
from tests.factories.pdf import Sheet, pdf

both = pytest.mark.parametrize("reader", READERS)

PROSE = [
    "The county looks after its bridges and its roads in every season, and",
    "it mends what the floods of the winter have broken, of which there were 9",
]


def read(sheet: Sheet, reader: str) -> tuple[list[str], list[str]]:
    """The entries, and the other blocks."""
    data = pdf(sheet)
    blocks = read_pdf(data, describe(data, "made.pdf", PDF), reader=reader).blocks
    return [b.text for b in blocks if b.role == "toc"], [b.text for b in blocks if b.role != "toc"]


def listed(*entries: tuple[str, str], x: float = 72, right: float = 460, y: float = 110, sheet: Sheet | None = None) -> Sheet:
    sheet = sheet or Sheet().text(72, 80, "Contents", 16, bold=True)
    for at, (text, page) in enumerate(entries):
        sheet.text(x, y + 20 * at, text).text(right, y + 20 * at, page)
    return sheet


@both
def test_text_below_the_list_on_its_page_is_no_entry(reader: str) -> None:
    sheet = (
        listed(("Bridges", "2"), ("Fords", "4"), ("Ferries", "7"))
        .text(72, 200, "Bridges", 16, bold=True)
        .lines(72, 230, [PROSE[0]] * 7 + PROSE)
    )
    entries, others = read(sheet, reader)
    assert entries == ["Bridges", "Fords", "Ferries"]
    assert others[:2] == ["Contents", "Bridges"]
    assert others[2].startswith(PROSE[0])


@both
def test_an_entry_whose_number_stands_on_its_first_line_is_whole(reader: str) -> None:
    sheet = listed(("Bridges and what they have cost the county in the years", "2"), y=110)
    sheet.text(72, 124, "of the great floods")
    listed(("Fords", "4"), ("Ferries", "7"), y=146, sheet=sheet)
    assert read(sheet, reader)[0] == ["Bridges and what they have cost the county in the years of the great floods", "Fords", "Ferries"]


@both
def test_two_columns_are_read_one_after_the_other(reader: str) -> None:
    sheet = listed(("Bridges", "2"), ("Fords", "4"), ("Ferries", "7"), right=280)
    listed(("Roads", "9"), ("Lanes", "10"), ("Stiles", "11"), x=310, right=520, sheet=sheet)
    assert read(sheet, reader)[0] == ["Bridges", "Fords", "Ferries", "Roads", "Lanes", "Stiles"]


@both
def test_page_numbers_may_lead(reader: str) -> None:
    sheet = Sheet().text(72, 80, "Contents", 16, bold=True)
    for at, (page, text) in enumerate([("3", "Foreword"), ("4", "1 Bridges"), ("4", "1.1 Stone bridges"), ("6", "2 Fords")]):
        sheet.text(72, 110 + 20 * at, page, bold=True).text(110, 110 + 20 * at, text)
    assert read(sheet, reader)[0] == ["Foreword", "1 Bridges", "1.1 Stone bridges", "2 Fords"]


@both
def test_numbers_that_count_the_entries_are_kept(reader: str) -> None:
    sheet = Sheet().text(72, 80, "Contents", 16, bold=True)
    for at, text in enumerate(["Bridges", "Fords", "Ferries", "Roads"]):
        sheet.text(72, 110 + 20 * at, f"{at + 1}").text(110, 110 + 20 * at, text)
    assert read(sheet, reader)[0] == ["1 Bridges", "2 Fords", "3 Ferries", "4 Roads"]


@both
def test_the_word_page_before_a_number_is_none_of_the_entry(reader: str) -> None:
    assert read(listed(("Bridges", "Page 2"), ("Fords", "Page 4"), ("Ferries", "Page 7")), reader)[0] == ["Bridges", "Fords", "Ferries"]


@both
def test_a_heading_that_may_head_anything_heads_a_list_with_page_numbers_only(reader: str) -> None:
    entries = [("Bridges", "2"), ("Fords", "4"), ("Ferries", "7")]
    sheet = listed(*entries, sheet=Sheet().text(72, 80, "Inside", 16, bold=True))
    assert read(sheet, reader)[0] == [text for text, _ in entries]
    sheet = Sheet().text(72, 80, "Inside", 16, bold=True).lines(72, 110, PROSE[:1]).text(72, 150, "The keys hang by the door.")
    assert read(sheet, reader)[0] == []


@both
def test_three_entries_make_a_list_above_much_text_of_their_size(reader: str) -> None:
    sheet = listed(("Bridges", "2"), ("Fords", "4"), ("Ferries", "7")).lines(72, 210, [PROSE[0]] * 12)
    assert read(sheet, reader)[0] == ["Bridges", "Fords", "Ferries"]


@both
@pytest.mark.parametrize("left", [True, False])
def test_a_list_beside_a_foreword_is_read_apart_from_it(reader: str, left: bool) -> None:
    panel, prose = (72, 240) if left else (400, 72)
    sheet = Sheet().box(panel - 10, 70, panel + 130, 230, 0.9).text(panel, 94, "Contents", 16, bold=True)
    for at, (text, page) in enumerate((("Foreword", "2"), ("Bridges", "3"), ("Fords", "5"), ("Ferries", "8"))):
        sheet.text(panel, 124 + 20 * at, text, 9).text(panel + 110, 124 + 20 * at, page, 9)
    sheet.text(prose, 84, "Foreword", 18, bold=True)
    sheet.lines(prose, 110, ["The county looks after its bridges and its roads in every"] * 9)
    entries, others = read(sheet, reader)
    assert entries == ["Foreword", "Bridges", "Fords", "Ferries"]
    assert others == (["Contents", "Foreword", others[-1]] if left else ["Foreword", others[1], "Contents"])
    assert others[-1 if left else 1] == " ".join(["The county looks after its bridges and its roads in every"] * 9)


@both
def test_page_numbers_may_lead_in_a_list_beside_a_foreword(reader: str) -> None:
    sheet = Sheet().box(60, 70, 200, 700, 0.9).text(72, 94, "Contents", 16, bold=True)
    for at, (page, text) in enumerate((("2", "Foreword"), ("3", "Bridges and fords"), ("5", "Ferries"), ("8", "What we do in 2034\u2013"))):
        sheet.text(72, 124 + 22 * at, page, 9).text(98, 124 + 22 * at, text, 9)
    sheet.text(98, 202, "35", 9).text(72, 260, "Is a bridge shut?", 10, bold=True).lines(
        72, 276, ["Call the masons, who", "are there at all hours."], 9, 12
    )
    sheet.text(240, 84, "Foreword", 18, bold=True)
    sheet.lines(240, 118, ["The county looks after its bridges and its roads in every"] * 12)
    entries, others = read(sheet, reader)
    assert entries == ["Foreword", "Bridges and fords", "Ferries", "What we do in 2034\u201335"]
    assert others[0] == "Contents"
    assert others[1:3] == ["Is a bridge shut?", "Call the masons, who are there at all hours."]


@both
def test_numbers_of_sections_that_lead_are_no_page_numbers(reader: str) -> None:
    sheet = Sheet().text(72, 80, "Contents", 16, bold=True).text(72, 110, "Foreword").text(460, 110, "2")
    for at, (section, text, page) in enumerate((("1", "Bridges", "3"), ("2", "Fords", "4"), ("3", "Ferries", "7"))):
        sheet.text(72, 130 + 20 * at, section).text(100, 130 + 20 * at, text).text(460, 130 + 20 * at, page)
    sheet.text(72, 190, "Appendix A: Costs").text(460, 190, "9").text(72, 210, "Appendix B: Words").text(460, 210, "11")
    entries, others = read(sheet, reader)
    assert [entry.split(" ", 1)[-1] if entry[0].isdigit() else entry for entry in entries] == [
        "Foreword",
        "Bridges",
        "Fords",
        "Ferries",
        "Appendix A: Costs",
        "Appendix B: Words",
    ]
    assert others == ["Contents"]
