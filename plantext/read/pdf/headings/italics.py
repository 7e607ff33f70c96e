"""Headings of the lowest kind: a line of its own in italics, of the text's size, above a paragraph that is not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plantext.read.pdf.paragraphs import Chunk

FEWEST = 2  # in a document: a single line in italics may be anything
LONGEST = 12  # words
LABEL = 3  # words: what is said of a heading below it is longer
WHITE = 1.0  # points: so much more white stands above a heading than below
PROSE = 12  # words at least of the paragraph below
ALIKE = 0.08  # of the body's size: type that is larger is a heading's anyway
_NO_HEADING = re.compile(r"^(?:source|note|see|figure|table|chart|by|from)\b|^\W", re.IGNORECASE)


def find_italic(chunks: Sequence[Chunk], body: float) -> list[Chunk]:
    """The chunks in italics that head the paragraph below them, where there are several."""
    found = []
    parted = 0  # by more white from the text above than from that below
    for at, chunk in enumerate(chunks[:-1]):
        if (
            not chunk.lines[0].italic
            or not chunk.italic
            or chunk.bold
            or chunk.kind != "paragraph"
            or not _is_heading(chunk, chunks[at + 1], body)
        ):
            continue
        before = chunks[at - 1] if at else None
        if before is not None and before.page == chunk.page and before.column == chunk.column:
            first = before.bold and not before.italic and len(chunk.text.split()) <= LABEL  # of several below a heading
            if not first and (before.bold or before.italic or chunk.gap < chunks[at + 1].gap + WHITE):
                continue  # what is said of a heading, or of the paragraph above
            parted += not first
        found.append(chunk)
    return found if len(found) >= FEWEST and parted else []


def _is_heading(chunk: Chunk, below: Chunk, body: float) -> bool:
    text = chunk.text
    if len(chunk.lines) > 1 or chunk.role is not None or chunk.marker is not None or chunk.boxed:
        return False
    if len(text.split()) > LONGEST or not text[:1].isupper() or text[-1:] in ".,;:!" or _NO_HEADING.match(text):
        return False
    if abs(chunk.size - body) > ALIKE * body or below.kind != "paragraph" or below.italic or below.page != chunk.page:
        return False
    left = below.lines[0].x0 if below.marker is None else below.marker.x0
    hard_by = below.lines[0].baseline > chunk.lines[0].baseline and abs(left - chunk.lines[0].x0) < body
    numbered = below.marker is None or below.marker.kind == "number"
    return hard_by and numbered and len(below.text.split()) >= PROSE
