"""The title: of a cover, or at the head of the first page with a line below it that says more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise, takewhile

from plantext.read.pdf.paragraphs import Chunk

TITLE = 1.3  # times the body's size: a title is at least so large
COVER_WORDS = 150  # a first page with fewer words and no long paragraph is a cover
COVER_PARAGRAPH = 45  # words of a paragraph that no cover has
ALONE = 1.05  # times any heading's size: a title above the text is larger than every heading
ALOFT = 1.5  # times the largest heading's size: so large a title may have text below the line that says more
BEFORE = 3  # blocks above it at most: a date, the name of a body
AFTER = 3  # blocks below it at most: what the document is, whose, of when
TOLD = 6  # words: a line above a table that says more than this is no heading, whatever its type
SUBTITLE = 30  # words: each of them is a line or two
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


def take_title(chunks: Sequence[Chunk], found: list[Chunk], body: float, above_tables: Collection[int] = ()) -> list[Chunk]:
    """Mark the title above the text of a first page, and take it and the lines around it out of the headings `found`.

    Only lines that stand between it and a heading, in a type that no heading has, tell it from the first heading:
    "Harbour plan", "Report of the wardens", "May 2031", "1 Bridges". Above it may stand the name of a body, and then a table of what the
    paper is may stand for the lines below it; `above_tables` are the ids of the chunks that stand above a table.
    """
    first = [chunk for chunk in found if chunk.page == chunks[0].page]
    title = max(first, key=lambda chunk: chunk.size) if len(found) > HEADINGS and first else None
    if title is None or title.size < TITLE * body:
        return found
    at = next(i for i, chunk in enumerate(chunks) if chunk is title)
    if at > BEFORE or any(not _is_line(chunk) or chunk.size * ALONE > title.size for chunk in chunks[:at]):
        return found
    ids = {id(chunk) for chunk in found}
    types = Counter(_type(chunk) for chunk in found)
    below: list[Chunk] = []
    for chunk, following in pairwise([*chunks[at + 1 : at + 2 + AFTER], None][: AFTER + 1]):
        if chunk is None or not _is_line(chunk) or chunk.page != title.page:
            break
        if id(chunk) in ids and following is not None and following.marker is not None and following.marker.kind == "bullet":
            break  # it heads a list
        if id(chunk) in ids and types[_type(chunk)] > 1 and (id(chunk) not in above_tables or len(chunk.text.split()) <= TOLD):
            break
        below.append(chunk)
    after = chunks[at + 1 + len(below)] if at + 1 + len(below) < len(chunks) else None
    around = {id(chunk) for chunk in [*chunks[:at], title, *below]}
    rest = [chunk for chunk in found if id(chunk) not in around]
    formed = at > 0 and id([title, *below][-1]) in above_tables
    if not (below or formed) or len(rest) < HEADINGS or after is None:
        return found
    aloft = bool(below) and id(below[0]) in ids and title.size >= ALOFT * max(chunk.size for chunk in rest)
    if not (id(after) in ids or after.kind == "heading" or (at and below) or aloft):
        return found
    if any(chunk.size * ALONE > title.size for chunk in [*rest, *below]):
        return found
    if not formed and any(_type(chunk) == _type(below[0]) for chunk in rest):
        return found
    title.kind, title.role, title.level = "heading", "title", 1
    return rest


def _is_line(chunk: Chunk) -> bool:
    """Whether a chunk is short, as what stands around a title."""
    short = len(chunk.text.split()) <= SUBTITLE and chunk.text[-1:] not in ".:;,"
    return short and chunk.kind == "paragraph" and chunk.marker is None and chunk.role is None


def _type(chunk: Chunk) -> tuple[float, bool, bool, int]:
    return (round(chunk.size * 2) / 2, chunk.bold, chunk.italic, chunk.lines[0].colour)
