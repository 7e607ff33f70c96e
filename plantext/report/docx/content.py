"""What paragraphs and cells hold: words, each run with the name of its character style."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

ADDED = "Words added"
REMOVED = "Words taken out"
BLANK = "Blank to fill"
QUIET = "Quiet words"
STRONG = "Strong words"

TEXT = "Table text"
BULLET = "Table bullet"


class Words(NamedTuple):
    """A run of words; `style` names a character style."""

    text: str
    style: str | None = None


class Paragraph(NamedTuple):
    """A paragraph in a cell; `style` names a paragraph style."""

    runs: tuple[Words, ...]
    style: str = TEXT


Cell = tuple[Paragraph, ...]


def paragraph(*runs: str | Words, style: str = TEXT) -> Paragraph:
    """A paragraph of plain and styled words."""
    return Paragraph(tuple(run if isinstance(run, Words) else Words(run) for run in runs), style)


def cell(*texts: str | None) -> Cell:
    """One plain paragraph a text; those that say nothing are left out."""
    return tuple(paragraph(text) for text in texts if text)


def quiet(text: str) -> Paragraph:
    """What only guides: the place of a text, a note."""
    return paragraph(Words(text, QUIET))


def strong(text: str) -> Paragraph:
    """What the eye should find first."""
    return paragraph(Words(text, STRONG))


def blank(text: str) -> Words:
    """A blank that a person must fill in, marked by brackets and by its style."""
    return Words(f"[{text}]", BLANK)


def bullets(texts: Iterable[str]) -> Cell:
    """A bulleted list."""
    return tuple(paragraph(text, style=BULLET) for text in texts)
