"""Running headers and footers, and what is none."""

from __future__ import annotations

import pytest

from plantext.model.document import Document
from plantext.read.pdf import READERS, read_pdf
from plantext.read.source import PDF, describe
from tests.factories.pdf import Sheet, pdf

both = pytest.mark.parametrize("reader", READERS)
FIRST = ["The county looks after its bridges and its roads in every season of", "the year, and mends what the floods have broken."]
SECOND = ["Wardens walk along the river in the morning and in the evening, and", "they tell the bridge master what they have seen there."]


def texts(*sheets: Sheet, reader: str = "pdfium") -> list[str]:
    data = pdf(*sheets)
    document: Document = read_pdf(data, describe(data, "made.pdf", PDF), reader=reader)
    return [block.text for block in document.blocks]


@both
@pytest.mark.parametrize(("y", "size"), [(40, 8), (40, 11), (120, 8)])
def test_a_header_of_two_pages_is_no_text(reader: str, y: float, size: float) -> None:
    sheets = [Sheet().text(72, y, f"Harbour plan 2031, page {n}", size).lines(72, y + 40, lines) for n, lines in ((1, FIRST), (2, SECOND))]
    assert texts(*sheets, reader=reader) == [" ".join(FIRST), " ".join(SECOND)]


@both
@pytest.mark.parametrize("pages", [2, 4])
def test_parts_that_each_begin_a_page_keep_their_headings(reader: str, pages: int) -> None:
    sheets = [
        Sheet().text(72, 40, "Harbour plan 2031", 8).text(72, 80, f"Priority {n}", 16, bold=True).lines(72, 110, [f"{n} works.", *FIRST])
        for n in range(1, pages + 1)
    ]
    found = texts(*sheets, reader=reader)
    assert [text for text in found if text.startswith("Priority")] == [f"Priority {n}" for n in range(1, pages + 1)]
    assert not any("Harbour" in text for text in found)


@both
def test_text_that_begins_alike_on_two_pages_is_whole(reader: str) -> None:
    sheets = [Sheet().text(72, 40, "Harbour plan", 8).lines(72, 60, [*FIRST[:1], *lines]) for lines in (FIRST[1:], SECOND[1:])]
    assert all(text.startswith("The county looks after") for text in texts(*sheets, reader=reader))


@both
def test_the_number_of_a_single_page_is_no_text_but_another_number_is(reader: str) -> None:
    assert texts(Sheet().lines(72, 90, FIRST).text(290, 800, "1", 9), reader=reader) == [" ".join(FIRST)]
    assert texts(Sheet().lines(72, 90, FIRST).text(290, 800, "7", 9), reader=reader) == [" ".join(FIRST), "7"]


@both
def test_what_a_left_page_says_at_the_height_of_the_others_is_no_text(reader: str) -> None:
    bodies = [FIRST, SECOND, ["Ferries cross the river at noon, in every month of the year but one."]]
    said = ["Harbour plan", "Bridge wardens", "Harbour plan"]
    sheets = [Sheet().text(400 if n != 1 else 72, 40, said[n], 8).lines(72, 90, bodies[n]) for n in range(3)]
    assert texts(*sheets, reader=reader) == [" ".join(body) for body in bodies]


@both
def test_notes_whose_numbers_stand_alone_on_their_pages_are_kept(reader: str) -> None:
    notes = ["Counted in the spring by the wardens.", "Counted in the autumn by the masons."]
    sheets = []
    for number, lines in enumerate((FIRST, SECOND), 1):
        sheet = Sheet().raised(72, 90, lines[0][:20], str(number), lines[0][20:]).text(72, 104, lines[1])
        sheets.append(sheet.text(72, 746.5, f"{number}.", 7).text(79, 750, notes[number - 1], 8).text(290, 810, str(number), 8))
    found = texts(*sheets, reader=reader)
    assert [text for text in found if text in notes] == notes


TITLES = ["Bridges of the county", "Roads and lanes by the river", "Rivers", "Boats"]


def chapters(*, said: list[str], size: float = 8) -> list[Sheet]:
    return [
        Sheet()
        .text(72, 40, line, size)
        .text(72, 90, f"{n} {title}", 16, bold=True)
        .lines(72, 120, [f"{title} are looked after in every season.", *FIRST])
        .text(290, 810, str(n), 8)
        for n, (title, line) in enumerate(zip(TITLES, said, strict=True), 1)
    ]


@both
@pytest.mark.parametrize("form", ["{title}", "Section {n}: {title}", "{n} {title}"])
def test_lines_that_name_the_chapter_of_each_page_are_no_text(reader: str, form: str) -> None:
    said = [form.format(n=n, title=title) for n, title in enumerate(TITLES, 1)]
    found = texts(*chapters(said=said), reader=reader)
    assert [text for text in found if any(text.endswith(title) for title in TITLES)] == [f"{n} {t}" for n, t in enumerate(TITLES, 1)]


@both
def test_they_may_say_only_how_its_heading_begins(reader: str) -> None:
    found = texts(*chapters(said=["Bridges of the", "Roads and lanes", "Rivers", "Boats"]), reader=reader)
    assert [text for text in found if text in {"Bridges of the", "Roads and lanes", "Rivers", "Boats"}] == []


@both
def test_small_lines_that_name_nothing_else_are_text(reader: str) -> None:
    said = ["Masons work here.", "Carters work here.", "Divers work here.", "Caulkers work here."]
    found = texts(*chapters(said=said), reader=reader)
    assert [text for text in found if text in said] == said


@both
def test_the_header_of_a_page_of_another_format_may_stand_at_another_height(reader: str) -> None:
    sheets = [Sheet().text(72, 40, "Harbour plan 2031", 8).lines(72, 80, [f"{n} works.", *FIRST]) for n in range(1, 5)]
    wide = Sheet(width=842, height=595).text(60, 30, "Harbour plan 2031", 8).lines(60, 70, SECOND)
    found = texts(*sheets, wide, reader=reader)
    assert not any("Harbour" in text for text in found)
    assert found[-1] == " ".join(SECOND)
