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
