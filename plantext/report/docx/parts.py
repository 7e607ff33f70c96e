"""Pieces that several Word documents share: a table of figures with bars, notices, lists, the closing line."""

from __future__ import annotations

import base64
import io
import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from plantext.report import words
from plantext.report.docx import content
from plantext.report.docx.content import Words, quiet
from plantext.report.docx.styles import text_width
from plantext.report.docx.tables import add_table

if TYPE_CHECKING:
    from docx.document import Document

    from plantext.model.document import Place
    from plantext.report.supplements import Supplement

LONGEST = 300  # characters of a text beyond which a column grows no wider
BAR = 7.0, 0.38  # width of a bar for the whole, and height, in centimetres
_DOT = base64.b64decode(  # one navy dot, that is stretched: a picture of its own for each bar would weigh more and be no sharper
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGMQMosHAAEFAKgbYdtwAAAAAElFTkSuQmCC"
)
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
    shares = [number / whole if whole else 0.0 for _, number in rows]
    cells = [
        (content.cell(name), (content.strong(f"{number:,}"),), content.cell(words.percent(share)))
        for (name, number), share in zip(rows, shares, strict=True)
    ]
    table = add_table(document, title, (first, noun, "Share"), cells, (10.5, 3.5, 9.5))
    _add_bars(document, table, shares)


def _add_bars(document: Document, table: Any, shares: Sequence[float]) -> None:
    """A bar before the share that is said in words, in each row."""
    from docx.shared import Cm
    from docx.table import Table

    for row, share in zip(Table(table, document).rows[1:], shares, strict=True):
        if not share:
            continue
        line = row.cells[-1].paragraphs[0]
        bar = line.add_run()
        picture = bar.add_picture(io.BytesIO(_DOT), Cm(BAR[0] * share), Cm(BAR[1]))
        picture._inline.docPr.set("descr", f"A bar as long as the share, {words.percent(share)}")  # noqa: SLF001  # no API for it
        line.runs[0].text = f" {words.percent(share)}"
        line._p.insert(1, bar._r)  # noqa: SLF001  # before the words


def add_notice(document: Document, lines: Sequence[str]) -> None:
    """What was not read, and what to know."""
    if lines:
        document.add_heading("What was not read, and what to know", 2)
        add_list(document, lines)


def add_supplement(document: Document, supplement: Supplement) -> None:
    """A heading, a note, and a table whose columns are as wide as their texts need."""
    document.add_heading(supplement.title, 2)
    add_paragraph(document, supplement.note, style="Lead-in")
    if not supplement.rows:
        add_paragraph(document, "None.")
        return
    if len(supplement.columns) == 1:
        add_list(document, (words.sentence(text) for (text,) in supplement.rows))
        return
    columns = zip(supplement.columns, zip(*supplement.rows, strict=True), strict=True)
    weights = [math.sqrt(min(LONGEST, max(len(name), *map(len, texts)))) for name, texts in columns]
    widths = [text_width() * weight / sum(weights) for weight in weights]
    add_table(
        document,
        supplement.title,
        supplement.columns,
        [[content.cell(*text.split("\n")) for text in row] for row in supplement.rows],
        widths,
    )


def where(place: Place) -> content.Paragraph:
    """The place of a passage, as a quiet paragraph."""
    return quiet(words.sentence(words.place_words(place)))


def add_foot(document: Document) -> None:
    """The closing line; a document whose last piece is a table needs a paragraph after it."""
    add_paragraph(document, Words(f"Made with plantext from the documents named above. {CHECK_IT}", content.QUIET), style="After table")
