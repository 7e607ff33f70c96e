"""Pieces that several Word documents share: a table of figures with bars, notices, lists, the closing line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from plantext.report import words
from plantext.report.docx import content
from plantext.report.docx.content import Cell, Words, paragraph, quiet
from plantext.report.docx.tables import add_table

if TYPE_CHECKING:
    from docx.document import Document

    from plantext.model.document import Place

BAR = 40  # no-break spaces in a bar for the whole
CHECK_IT = "Every entry names the page it was read from: check it there before you rely on it."


def add_paragraph(document: Document, *runs: str | Words, style: str = "Normal") -> Any:
    """A paragraph at the end of the document."""
    added = document.add_paragraph(style=style)
    for run in runs:
        text, look = (run, None) if isinstance(run, str) else run
        added.add_run(text, style=look)
    return added


def add_list(document: Document, texts: Iterable[str]) -> None:
    """A bulleted list."""
    for text in texts:
        add_paragraph(document, text, style="List Bullet")


def add_figures(document: Document, title: str, first: str, noun: str, rows: Sequence[tuple[str, int]], whole: int) -> None:
    """A table of figures: what, how many, and a bar with its share of `whole`."""
    table = [
        (content.cell(name), (paragraph(Words(f"{number:,}", content.STRONG)),), _bar(number, whole)) for name, number in rows
    ]
    add_table(document, title, (first, noun, "Share"), table, (10.5, 3.5, 9.5))


def _bar(number: int, whole: int) -> Cell:
    """A bar of shaded spaces, which no one reads aloud, then the share in words."""
    share = number / whole if whole else 0.0
    length = max(1, round(share * BAR)) if number else 0
    return (paragraph(Words("\u00a0" * length, content.BAR), f"{' ' if length else ''}{words.percent(share)}"),)


def add_notice(document: Document, lines: Sequence[str]) -> None:
    """What was not read, and what to know."""
    if lines:
        document.add_heading("What was not read, and what to know", 2)
        add_list(document, lines)


def where(place: Place) -> content.Paragraph:
    """The place of a passage, as a quiet paragraph."""
    return quiet(words.sentence(words.place_words(place)))


def add_foot(document: Document) -> None:
    """The closing line; a document whose last piece is a table needs a paragraph after it."""
    add_paragraph(document, Words(f"Made with plantext from the documents named above. {CHECK_IT}", content.QUIET))
