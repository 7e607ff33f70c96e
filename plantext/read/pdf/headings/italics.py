"""Headings of the lowest kind: a line of its own in italics, of the text's size, or in small bold type, above a paragraph that is neither."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from plantext.read.pdf.paragraphs import Chunk

FEWEST = 2  # in a document: a single line in italics may be anything
LONGEST = 12  # words
LABEL = 3  # words: what is said of a heading below it is longer
WHITE = 1.0  # points: so much more white stands above a heading than below
PROSE = 12  # words at least of the paragraph below
ALIKE = 0.08  # of the body's size: type that is larger is a heading's anyway
SMALL = (0.82, 0.92)  # ... and bold type that is so small, of another font mostly, may be one's; smaller is a label's
LARGER = 1.1  # times the size of such a heading: the heading above it
_NO_HEADING = re.compile(r"^(?:source|note|see|figure|table|chart|by|from)\b|^\W", re.IGNORECASE)


def find_italic(chunks: Sequence[Chunk], body: float) -> list[Chunk]:
    """The chunks in italics, and those in small bold type, that head the paragraph below them: of either kind several, or one between numbered paragraphs."""
    return _of_kind(chunks, body, _is_italic) + _of_kind(chunks, body, _is_small_bold)


def _is_italic(chunk: Chunk, body: float) -> bool:
    return chunk.lines[0].italic and chunk.italic and not chunk.bold and abs(chunk.size - body) <= ALIKE * body


def _is_small_bold(chunk: Chunk, body: float) -> bool:
    low, high = SMALL
    return chunk.lines[0].bold and low * body <= chunk.size < high * body and chunk.bold and not chunk.italic


def _of_kind(chunks: Sequence[Chunk], body: float, is_kind: Callable[[Chunk, float], bool]) -> list[Chunk]:
    found = []
    parted = 0  # by more white from the text above than from that below
    sure = False
    for at, chunk in enumerate(chunks[:-1]):
        if chunk.kind != "paragraph" or not is_kind(chunk, body) or not _is_heading(chunk, chunks[at + 1]):
            continue
        before = chunks[at - 1] if at else None
        if before is not None and before.page == chunk.page and before.column == chunk.column:
            first = (
                before.bold
                and not before.italic
                and (len(chunk.text.split()) <= LABEL or (chunk.bold and before.size > LARGER * chunk.size))
            )
            if not first and (before.bold or before.italic or chunk.gap < chunks[at + 1].gap + WHITE):
                continue  # what is said of a heading, or of the paragraph above; "first" of several below a heading
            parted += not first
            sure = sure or (before.marker is not None and chunks[at + 1].marker is not None)
        found.append(chunk)
    return found if sure or (len(found) >= FEWEST and parted) else []


def _is_heading(chunk: Chunk, below: Chunk) -> bool:
    text = chunk.text
    if len(chunk.lines) > 1 or chunk.role is not None or chunk.marker is not None or chunk.boxed:
        return False
    if len(text.split()) > LONGEST or not text[:1].isupper() or text[-1:] in ".,;:!" or _NO_HEADING.match(text):
        return False
    if below.kind != "paragraph" or below.italic or below.bold or below.page != chunk.page:
        return False
    left = below.lines[0].x0 if below.marker is None else below.marker.x0
    hard_by = below.lines[0].baseline > chunk.lines[0].baseline and (
        abs(left - chunk.lines[0].x0) < below.size or abs(below.lines[0].x0 - chunk.lines[0].x0) < 1
    )
    numbered = below.marker is None or below.marker.kind == "number"
    return hard_by and numbered and len(below.text.split()) >= PROSE
