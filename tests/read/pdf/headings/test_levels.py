"""Levels of headings by type, by number and by the contents list."""

from __future__ import annotations

import pytest

from plantext.model.document import Document
from plantext.read.pdf import READERS, read_pdf
from plantext.read.source import PDF, describe
from tests.factories.pdf import Sheet, pdf

both = pytest.mark.parametrize("reader", READERS)
PROSE = [
    "The county looks after its bridges and its roads in every season of the year, and it",
    "mends what the floods have broken before the autumn.",
]
PARTS = [("Foreword", 20), ("Bridges and fords", 17), ("Ferries", 17), ("Action plan", 20)]


def read(*sheets: Sheet, reader: str) -> Document:
    data = pdf(*sheets)
    return read_pdf(data, describe(data, "made.pdf", PDF), reader=reader)


def levels(document: Document) -> list[int | None]:
    return [block.level for block in document.blocks if block.kind == "heading" and block.text != "Contents"]


def contents(indents: list[float]) -> Sheet:
    sheet = Sheet().text(72, 80, "Contents", 20, bold=True)
    for number, ((name, _), indent) in enumerate(zip(PARTS, indents, strict=True)):
        sheet.text(72 + indent, 110 + 20 * number, name).text(500, 110 + 20 * number, str(2 + number))
    return sheet


def parts() -> list[Sheet]:
    return [Sheet().text(72, 80, name, size, bold=True).lines(72, 110, PROSE) for name, size in PARTS]


@both
def test_headings_listed_side_by_side_are_of_one_level(reader: str) -> None:
    assert levels(read(contents([0, 0, 0, 0]), *parts(), reader=reader)) == [1, 1, 1, 1]


@both
def test_headings_listed_further_in_are_deeper(reader: str) -> None:
    assert levels(read(contents([0, 20, 20, 0]), *parts(), reader=reader)) == [1, 2, 2, 1]


@both
def test_of_two_types_of_one_size_the_one_that_comes_first_is_higher(reader: str) -> None:
    sheet = Sheet()
    for number in range(2):
        top = 80 + 340 * number
        sheet.text(72, top, f"{number + 1} BRIDGES AND FORDS", 14, bold=True).lines(72, top + 24, PROSE)
        sheet.text(72, top + 66, f"Old bridges {number}", bold=True, italic=True).lines(72, top + 84, PROSE)
        sheet.text(72, top + 126, f"Recommendation {number}", bold=True).lines(72, top + 144, PROSE)
    assert levels(read(sheet, reader=reader)) == [1, 2, 3, 1, 2, 3]


@both
def test_an_appendix_in_larger_type_is_no_higher_than_the_parts(reader: str) -> None:
    sheet = Sheet()
    for number, (text, size) in enumerate([("41 Bridges", 13), ("42 Fords", 13), ("APPENDIX", 15)]):
        sheet.text(72, 80 + 100 * number, text, size, bold=True).lines(72, 104 + 100 * number, PROSE)
    assert levels(read(sheet, reader=reader)) == [1, 1, 1]


@both
@pytest.mark.parametrize(("anew", "expected"), [(True, [1, 1, 1, 2, 2, 1]), (False, [1, 1, 1, 1, 1, 1])])
def test_what_is_numbered_anew_in_an_appendix_stands_below_it(reader: str, anew: bool, expected: list[int]) -> None:
    names = [
        "1. Why we met",
        "2. What we found",
        "Appendix A: The list",
        *(["1. Who may join", "2. How"] if anew else ["Who may join", "How"]),
    ]
    sheet = Sheet()
    for at, name in enumerate([*names, "Appendix B: Words"]):
        sheet.text(72, 80 + 70 * at, name, 14, bold=True).lines(72, 100 + 70 * at, PROSE)
    assert levels(read(sheet, reader=reader)) == expected
