"""Labels that end with a colon and their values, without rules; dots that lead from one to the other."""

from __future__ import annotations

import pytest

from plantext.model.document import Document
from plantext.read.pdf import READERS, read_pdf
from plantext.read.source import PDF, describe
from tests.factories.pdf import Sheet, pdf

both = pytest.mark.parametrize("reader", READERS)
PAIRS = [("Lead:", "Ida Moss"), ("Due:", "May 2031"), ("Cost:", "£40,000"), ("Ward:", "Castle Ward")]
PROSE = "The county looks after its bridges and its roads in every season of the year."


def read(sheet: Sheet, reader: str) -> Document:
    data = pdf(sheet.text(72, 300, PROSE))
    return read_pdf(data, describe(data, "made.pdf", PDF), reader=reader)


def cells(document: Document) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in row) for block in document.blocks for row in block.rows]


def form(pairs: list[tuple[str, str]], dots: str = "") -> Sheet:
    sheet = Sheet().text(72, 70, "Old piers", 16, bold=True)
    for at, (label, value) in enumerate(pairs):
        sheet.text(72, 96 + 16 * at, label).text(200, 96 + 16 * at, value)
        if dots:
            sheet.text(130, 96 + 16 * at, dots)
    return sheet


@both
@pytest.mark.parametrize("dots", ["", "." * 20])
def test_labels_and_their_values_are_a_table(reader: str, dots: str) -> None:
    document = read(form(PAIRS, dots), reader)
    assert cells(document) == PAIRS
    assert [block.text for block in document.blocks if block.kind != "table"] == ["Old piers", PROSE]


@both
def test_a_value_of_two_lines_is_one(reader: str) -> None:
    sheet = form([*PAIRS[:2], ("Where:", "The old pier")]).text(200, 141, "by the castle")
    assert cells(read(sheet, reader))[-1] == ("Where:", "The old pier by the castle")


@both
def test_terms_that_are_explained_are_items(reader: str) -> None:
    words = "what wardens do in the winter when the river is in flood"
    document = read(form([("Walking:", words), ("Mending:", words), ("Painting:", words)]), reader)
    assert cells(document) == []
    assert next(block.text for block in document.blocks if block.kind == "list_item") == f"Walking: {words}"


@both
def test_names_beside_bold_labels_may_be_long(reader: str) -> None:
    sheet = Sheet()
    names = ["Councillors Ida Moss (Chair), Tom Reed and Ann Pike", "Mr Jonas Field, Friends of the Ferry", "Ruth Lane, Clerk to the Panel"]
    for at, (label, name) in enumerate(zip(("Members", "Guest", "Officer"), names, strict=True)):
        sheet.text(72, 110 + 20 * at, label, bold=True).text(200, 110 + 20 * at, name)
    sheet.text(72, 170, "Sent to", bold=True).text(200, 170, "The council of the county, whose members will").text(
        200, 184, "Meet in May 2031"
    )
    document = read(sheet, reader)
    assert cells(document) == [
        ("Members", names[0]),
        ("Guest", names[1]),
        ("Officer", names[2]),
        ("Sent to", "The council of the county, whose members will Meet in May 2031"),
    ]


@both
def test_a_glossary_is_a_table(reader: str) -> None:
    sheet = Sheet()
    for at, label in enumerate(("Walking", "Mending", "Painting")):
        sheet.text(72, 110 + 20 * at, label, bold=True).text(200, 110 + 20 * at, "The wardens do it in the winter months.")
    assert cells(read(sheet, reader)) == [
        (label, "The wardens do it in the winter months.") for label in ("Walking", "Mending", "Painting")
    ]


@both
def test_names_beside_labels_with_a_colon_are_values(reader: str) -> None:
    names = "Councillors Ida Moss (Chair), Tom Reed, Ann Pike and Ruth Lane"
    assert cells(read(form([("Present:", names), ("Apologies:", names), ("Guests:", names)]), reader))[0] == ("Present:", names)


@both
def test_two_labels_are_no_table(reader: str) -> None:
    assert cells(read(form(PAIRS[:2]), reader)) == []


@both
def test_lines_with_dots_from_label_to_value_stay_lines(reader: str) -> None:
    sheet = Sheet().text(72, 70, "Old piers", 16, bold=True)
    for at, (label, value) in enumerate(PAIRS):
        sheet.text(72, 96 + 14 * at, f"{label[:-1]}{' .' * 20} {value}")
    texts = [block.text for block in read(sheet, reader).blocks]
    assert [text.split()[0] for text in texts[1:-1]] == ["Lead", "Due", "Cost", "Ward"]


@both
def test_bold_labels_need_no_colon(reader: str) -> None:
    sheet = Sheet().text(72, 70, "Old piers", 16, bold=True)
    for at, (label, value) in enumerate(PAIRS):
        sheet.text(72, 96 + 20 * at, label.rstrip(":"), bold=True).text(240, 96 + 20 * at, value)
    document = read(sheet, reader)
    assert cells(document) == [(label.rstrip(":"), value) for label, value in PAIRS]
    assert [block.text for block in document.blocks if block.kind == "heading"] == ["Old piers"]


@both
def test_terms_in_italics_that_stand_off_from_each_other_are_labels(reader: str) -> None:
    sheet, prose = Sheet(), Sheet()
    for at, label in enumerate(("Ford", "Weir", "Lock", "Leat")):
        sheet.text(72, 110 + 18 * at, label, italic=True).text(200, 110 + 18 * at, "A place where the river may be crossed")
        prose.text(72, 110 + 14 * at, "the wardens say", italic=True).text(200, 110 + 14 * at, "that the river may be crossed at the")
    assert [row[0] for row in cells(read(sheet, reader))] == ["Ford", "Weir", "Lock", "Leat"]
    assert cells(read(prose, reader)) == []


@both
def test_dates_are_labels_of_what_happened_on_them(reader: str) -> None:
    sheet = Sheet()
    for at, label in enumerate(("18 July 2031", "17 September 2031", "3 October 2031")):
        sheet.text(72, 110 + 14 * at, label).text(200, 110 + 14 * at, "A visit to the ford, with the wardens")
    assert [row[0] for row in cells(read(sheet, reader))] == ["18 July 2031", "17 September 2031", "3 October 2031"]
