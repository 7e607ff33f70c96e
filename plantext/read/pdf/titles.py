"""The title: of a cover, or at the head of the first page with a line below it that says more."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from plantext.read.pdf.paragraphs import Chunk

TITLE = 1.3  # times the body's size: a title is at least so large
COVER_WORDS = 150  # a first page with fewer words and no long paragraph is a cover
COVER_PARAGRAPH = 45  # words of a paragraph that no cover has
ALONE = 1.05  # times any heading's size: a title above the text is larger than every heading
BEFORE = 3  # blocks above it at most: a date, the name of a body
SUBTITLE = 20  # words: what stands below a title is a line or two
HEADINGS = 2  # the document has as many more at least, else its title is only its first heading


def mark_cover(chunks: Sequence[Chunk], body: float) -> bool:
    """Mark the title's lines on a cover; whether the first page is one."""
    if not chunks:
        return False
    page = chunks[0].page
    first = list(takewhile(lambda chunk: chunk.page == page, chunks))
    words = [len(chunk.text.split()) for chunk in first]
    if len(first) == len(chunks) or sum(words) > COVER_WORDS or max(words) > COVER_PARAGRAPH or any(c.marker or c.role for c in first):
        return False
    largest = max(chunk.size for chunk in first)
    if largest < TITLE * body:
        return False
    for chunk in first:
        if chunk.size >= 0.97 * largest:
            chunk.kind, chunk.role, chunk.level = "heading", "title", 1
    return True


def take_title(chunks: Sequence[Chunk], found: list[Chunk], body: float) -> list[Chunk]:
    """Mark the title above the text of a first page, and take it and the line below it out of the headings `found`.

    Only a line that stands between it and a heading, in a type that no heading has, tells it from the first heading:
    "Harbour plan", "Report of the wardens, May 2031", "1 Bridges".
    """
    title = found[0] if len(found) > HEADINGS else None
    if title is None or title.page != chunks[0].page or title.size < TITLE * body:
        return found
    at = next(i for i, chunk in enumerate(chunks) if chunk is title)
    if at > BEFORE or at + 2 >= len(chunks) or any(len(chunk.text.split()) > SUBTITLE for chunk in chunks[:at]):
        return found
    below, after = chunks[at + 1], chunks[at + 2]
    rest = [chunk for chunk in found if chunk is not title and chunk is not below]
    ids = {id(chunk) for chunk in rest}
    if len(rest) < HEADINGS or id(after) not in ids or any(chunk.size * ALONE > title.size for chunk in [*rest, below]):
        return found
    if len(below.text.split()) > SUBTITLE or below.marker is not None or below.role is not None or below.text[-1:] in ".:;,":
        return found
    if any(_type(chunk) == _type(below) for chunk in rest):
        return found
    title.kind, title.role, title.level = "heading", "title", 1
    return rest


def _type(chunk: Chunk) -> tuple[float, bool, bool, int]:
    return (round(chunk.size * 2) / 2, chunk.bold, chunk.italic, chunk.lines[0].colour)
