"""Results as plain text: the same words at a terminal and in a pipe, colour only where it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from plantext.report.lines import STYLES, Laid, Span
from plantext.report.places import places_of
from plantext.report.printable import printable

WIDTH = 100  # characters: what a reader follows with ease; a pipe gets no wider lines than a terminal
NARROWEST = 40  # characters: below this the columns of a report would be a word wide

PIECES: dict[str, str] = {
    "Document": "text_document:document_lines",
    "Milestones": "text_document:milestones_lines",
    "Recommendations": "text_document:recommendations_lines",
    "Variations": "text_variations:variations_lines",
    "Coverage": "text_coverage:coverage_lines",
    "Progress": "progress:text_lines",
    "History": "history:text_lines",
    "Checks": "checks:text_lines",
    "TopicMatrix": "topics:topics_text",
}
"""Which module and function lays out which result. A module is imported when a result of its kind is written."""


def render_text(result: object, *, width: int = WIDTH, colour: bool = False) -> str:
    """A result as text of at most `width` columns (words longer than that apart), ending in a line feed. `colour` adds ANSI colours."""
    module, _, name = PIECES[type(result).__name__].partition(":")
    pieces: Callable[[Any], Iterator[Laid]] = getattr(import_module(f"plantext.report.{module}"), name)
    width = max(NARROWEST, width)
    shown = printable(result)
    with places_of(result):
        lines = [
            _line(spans, colour=colour)
            for piece in pieces(shown)
            for spans in (((Span(piece),),) if isinstance(piece, str) else piece(width))
        ]
    return "\n".join(lines).strip("\n") + "\n"


def _line(spans: tuple[Span, ...], *, colour: bool) -> str:
    """One line, its styles told to a terminal or left out; no blanks at its end."""
    if not colour:
        return "".join(span.text for span in spans).rstrip()
    return "".join(f"\x1b[{STYLES[span.style]}m{span.text}\x1b[0m" if span.style and span.text else span.text for span in spans).rstrip()
