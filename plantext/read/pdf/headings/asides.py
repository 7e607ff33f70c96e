"""What is set like a heading and heads nothing, or only the box in which it stands: a quotation, the stem of a list, the first line of a box."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from plantext.model.document import Box
from plantext.read.pdf.engines.engine import PageContent
from plantext.read.pdf.paragraphs import Chunk
from plantext.read.pdf.tables.grids import merged

WIDEST = 0.6  # of the page's height: a higher ground or frame holds the text itself
SMALLEST = (90.0, 30.0)  # points: a smaller box holds no text of its own
NEAR = 3.0  # points: the sides of a frame meet
FRAMED = 24  # upright rules: with more, the page holds a table, whose cells are no asides
LEAST = 3  # chunks on a page: two in a box, one beside it
MOST = 200  # shapes: with more, the page is a drawing or a large table
FEW = 3  # boxes whose first line is bold: as many are the way in which the document is set, and their lines head what follows too
LARGE = 1.2  # times the body's size: type so large is a heading in a box too
CALLED = 2  # sentences in a type of their own, each with a stop: called out of the text; more of them are how headings are written
SENTENCE = 5  # words
_QUOTED = re.compile(r"^[“\"‘'].{20,}[.!?…][”\"’'](?:\s.{0,80})?$", re.DOTALL)
"""A quotation, with or without who said it."""


def find_boxes(content: PageContent) -> list[Box]:
    """The grounds and frames on a page that may hold an aside."""
    width, height = SMALLEST
    boxes: list[Box] = []
    if len(content.shapes) <= MOST:
        for shape in sorted((s for s in content.shapes if s.kind == "box"), key=lambda s: (round(s.x0), s.top)):
            last = boxes[-1] if boxes else None
            if last is not None and abs(last[0] - shape.x0) < NEAR and abs(last[2] - shape.x1) < NEAR and shape.top <= last[3] + 1:
                boxes[-1] = (last[0], last[1], last[2], max(last[3], shape.bottom))
            else:
                boxes.append((shape.x0, shape.top, shape.x1, shape.bottom))
    if len(content.rules) >= 4:
        boxes += _frames(content)
    return [b for b in boxes if b[2] - b[0] >= width and height <= b[3] - b[1] < WIDEST * content.height]


def _frames(content: PageContent) -> list[Box]:
    """The boxes that four rules draw."""
    uprights = merged((r for r in content.rules if r.bottom - r.top > r.x1 - r.x0), flat=False)
    if not 2 <= len(uprights) <= FRAMED:
        return []
    flats = merged((r for r in content.rules if r.x1 - r.x0 >= r.bottom - r.top), flat=True)
    found: list[Box] = []
    for left, right in combinations(uprights, 2):
        if right.x0 - left.x0 < SMALLEST[0] or abs(left.top - right.top) > NEAR or abs(left.bottom - right.bottom) > NEAR:
            continue
        ends = [r.top for r in flats if abs(r.x0 - left.x0) < NEAR and abs(r.x1 - right.x0) < NEAR]
        if any(abs(y - left.top) < NEAR for y in ends) and any(abs(y - left.bottom) < NEAR for y in ends):
            found.append((left.x0, left.top, right.x0, left.bottom))
    return found


def mark_boxed(chunks: Sequence[Chunk], boxes: Sequence[Box]) -> None:
    """Set `boxed` of the chunks that stand in one of the page's boxes with others, to its number."""
    if len(chunks) < LEAST or not boxes:
        return
    places = [(chunk, chunk.box) for chunk in chunks]
    for number, box in enumerate(boxes, 1):
        inside = [chunk for chunk, own in places if _is_within(own, box)]
        if 1 < len(inside) < len(chunks):
            for chunk in inside:
                chunk.boxed = number


def _is_within(own: Box, box: Box) -> bool:
    return box[1] - 1 <= own[1] and own[3] <= box[3] + 1 and box[0] - 1 <= own[0] and own[2] <= box[2] + 1


def mark_asides(chunks: Sequence[Chunk], found: list[Chunk], body: float) -> list[Chunk]:
    """The headings `found` without quotations and sentences that are called out, and without those that head only their box: these are marked."""
    found = [chunk for chunk in found if not _QUOTED.match(chunk.text)]
    styles: dict[tuple[float, bool, bool, int], list[Chunk]] = {}
    for chunk in found:
        styles.setdefault((round(chunk.size * 2) / 2, chunk.bold, chunk.italic, chunk.lines[0].colour), []).append(chunk)
    said = {id(chunk) for own in styles.values() if len(own) <= CALLED and all(map(_is_said, own)) for chunk in own}
    found = [chunk for chunk in found if id(chunk) not in said]
    ids = {id(chunk) for chunk in found}
    boxes: dict[tuple[int, int], list[Chunk]] = {}
    for chunk in chunks:
        if chunk.boxed:
            boxes.setdefault((chunk.page, chunk.boxed), []).append(chunk)
    heads = [
        inside[0]
        for inside in boxes.values()
        if id(inside[0]) in ids and inside[0].size < LARGE * body and not any(id(chunk) in ids for chunk in inside[1:])
    ]
    if len(heads) >= FEW:
        return found
    for chunk in heads:
        chunk.aside = True
    return [chunk for chunk in found if not chunk.aside]


def _is_said(chunk: Chunk) -> bool:
    """Whether loud type says a sentence."""
    return chunk.text.endswith(".") and len(chunk.text.split()) >= SENTENCE and not chunk.underlined


def level_asides(chunks: Sequence[Chunk]) -> None:
    """Make the marked chunks headings, each a level below the heading that it stands under; the first of another box is no deeper."""
    level = shift = 0
    box = (0, 0)
    for chunk in chunks:
        if chunk.aside:
            chunk.kind, chunk.level = "heading", level + 1
        elif chunk.kind == "heading" and chunk.role is None and chunk.level is not None:
            if not chunk.boxed:
                level = chunk.level
                continue
            if box != (chunk.page, chunk.boxed):
                box, shift = (chunk.page, chunk.boxed), max(chunk.level - level - 1, 0)
            chunk.level = max(chunk.level - shift, 1)


def give_back_stems(chunks: Sequence[Chunk]) -> None:
    """Make paragraphs of the headings that only open the items below them; their type has told how deep the others are."""
    for at, chunk in enumerate(chunks):
        if chunk.kind == "heading" and chunk.role is None and _is_stem(chunks, at):
            chunk.kind, chunk.level = "paragraph", None


def _is_stem(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a chunk is one word and a colon above the items that it opens, as "RESOLVED:" in minutes."""
    text = chunks[at].text
    return (
        chunks[at].marker is None and text.endswith(":") and " " not in text and at + 1 < len(chunks) and chunks[at + 1].marker is not None
    )
