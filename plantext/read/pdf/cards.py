"""Cards: boxes of one height side by side, each with a few lines of its own, as designers set figures and facts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from plantext.model.document import Box
from plantext.read.pdf.key_figures import LARGE, is_figure
from plantext.read.pdf.lines import BASELINE, Line
from plantext.read.pdf.paragraphs import Chunk, read_chunks
from plantext.read.pdf.spacing import Leadings
from plantext.read.pdf.tables.rows import columns_of

LEVEL = 4.0  # points: cards of one row begin and end within this
GUTTER = (4.0, 60.0)  # points between two cards
MOST = 6  # cards in a row
ALONE = 14.0  # points: where another box of its width stands nearer above or below, a box may be a table's cell
SHORT = 60  # words in a card
ASIDE = 6  # words of what stands in smaller type below a figure's own: its target, or last year's
MOST_FIGURES = 60  # in large type on a page; with more it is no text
APART = 6.0  # points between the words of two figures


class Card(msgspec.Struct):
    """The lines within one card."""

    lines: list[Line]
    box: Box


def take_cards(boxes: Sequence[Box], lines: list[Line]) -> tuple[list[list[Card]], list[Line]]:
    """The rows of cards among a page's boxes, each from left to right, and the lines that stand in none."""
    if len(boxes) < 2:
        return [], lines
    boxes = _distinct(boxes)
    rows = _rows(boxes)
    if not rows:
        return [], lines
    cut = _cut([box for row in rows for box in row], lines)
    found: list[list[Card]] = []
    for row in rows:
        cards = [Card([line for line in cut if _within(line, box)], box) for box in row]
        fewest = 1 if _is_alone(row, boxes) else 2  # lines: hard by others, one with a single line is a table's cell
        if _have_gutters(row, cut) and all(
            len(card.lines) >= fewest and sum(len(line.text.split()) for line in card.lines) <= SHORT for card in cards
        ):
            found.append(cards)
    taken = {id(line) for cards in found for card in cards for line in card.lines}
    return (found, [line for line in cut if id(line) not in taken]) if found else ([], lines)


def take_figures_in_rows(lines: list[Line], body: float) -> tuple[list[list[Card]], list[Line]]:
    """The rows of key figures in large type that stand side by side, each with its words below it, without boxes; and the other lines."""
    figures = [line for line in lines if line.size > LARGE * body and is_figure(line.text)]
    found: list[list[Card]] = []
    while 1 < len(figures) <= MOST_FIGURES:
        row = [line for line in figures if abs(line.baseline - figures[0].baseline) < line.size]
        figures = [line for line in figures if line not in row]
        cards = _with_words(row, lines) if 1 < len(row) <= MOST else []
        if cards:
            found.append(cards)
    taken = {id(line) for cards in found for card in cards for line in card.lines}
    return found, [line for line in lines if id(line) not in taken] if taken else lines


def _with_words(figures: Sequence[Line], lines: Sequence[Line]) -> list[Card]:
    """A card for each figure with the smaller lines below it, as far down as white parts it from its neighbours; none where one has no words."""
    held = sorted(figures, key=lambda line: line.x0)
    top, floor = min(line.top for line in held), max(line.bottom for line in held)
    small = [line for line in lines if line.bottom > top and all(line is not one for one in figures)]
    for line in sorted(small, key=lambda one: one.baseline):
        larger = line.size * LARGE > min(figure.size for figure in figures)
        if larger or line.top - floor > line.size or len(columns_of([*held, line], APART)) != len(figures):
            break
        held.append(line)
        floor = max(floor, line.bottom)
    cards = []
    for x0, x1 in columns_of(held, APART):
        own = [line for line in held if x0 <= line.x0 <= x1]
        cards.append(Card(own, (x0, min(line.top for line in own), x1, max(line.bottom for line in own))))
    whole = all(len(card.lines) > 1 and sum(any(line is one for one in figures) for line in card.lines) == 1 for card in cards)
    return cards if whole and len(cards) == len(figures) and all(is_figure(min(c.lines, key=BASELINE).text) for c in cards) else []


def read_cards(cards: Sequence[Card], leadings: Leadings, column: int) -> list[Chunk]:
    """The chunks of a row of cards, card by card; a figure and what it counts are one."""
    chunks: list[Chunk] = []
    for number, card in enumerate(cards):
        own = read_chunks(card.lines, leadings, column=column + number, right=card.box[2])
        if is_figure(own[0].lines[0].text):
            size = (own[0].lines[1] if len(own[0].lines) > 1 else own[min(1, len(own) - 1)].lines[0]).size
            breaks = {1} if len(own[0].lines) > 1 or len(own) > 1 else set()
            while len(own) > 1 and own[1].marker is None and (own[1].size == size or len(own[1].text.split()) <= ASIDE):
                if own[1].size != size:
                    breaks.add(len(own[0].lines))
                own[0].lines = own[0].lines + own.pop(1).lines
            own[0].breaks = breaks
        for chunk in own:
            chunk.boxed = -(column + number) - 1
        chunks += own
    return chunks


def _distinct(boxes: Sequence[Box]) -> list[Box]:
    """Boxes without those that are drawn within another one's edge, as a border and its ground are."""
    kept: list[Box] = []
    for box in sorted(boxes, key=lambda b: (b[0] - b[2], b[1])):
        if not any(all(abs(a - b) < LEVEL for a, b in zip(box, other, strict=True)) for other in kept):
            kept.append(box)
    return kept


def _rows(boxes: Sequence[Box]) -> list[list[Box]]:
    """Boxes of one height that stand side by side with a gutter between."""
    rows: list[list[Box]] = []
    for box in sorted(boxes, key=lambda b: (round(b[1] / LEVEL), b[0])):
        last = rows[-1][-1] if rows else None
        if (
            last is not None
            and abs(last[1] - box[1]) < LEVEL
            and abs(last[3] - box[3]) < LEVEL
            and GUTTER[0] <= box[0] - last[2] <= GUTTER[1]
            and abs((last[2] - last[0]) - (box[2] - box[0])) < 0.2 * (box[2] - box[0])
        ):
            rows[-1].append(box)
        else:
            rows.append([box])
    return [row for row in rows if 2 <= len(row) <= MOST]


def _have_gutters(row: Sequence[Box], lines: Sequence[Line]) -> bool:
    """Whether nothing stands between the boxes of a row: a narrow cell of a table does."""
    _, top, _, bottom = row[0]
    beside = [line for line in lines if top < line.baseline < bottom]
    return not any(a[2] - 1 < line.x0 and line.x1 < b[0] + 1 for a, b in pairwise(row) for line in beside)


def _is_alone(row: Sequence[Box], boxes: Sequence[Box]) -> bool:
    """Whether no box of a card's width stands hard by above or below it."""
    return not any(
        abs(other[0] - box[0]) < LEVEL
        and abs(other[2] - box[2]) < LEVEL
        and (0 <= other[1] - box[3] < ALONE or 0 <= box[1] - other[3] < ALONE)
        for box in row
        for other in boxes
    )


def _within(line: Line, box: Box) -> bool:
    return box[0] - 1 <= line.x0 and line.x1 <= box[2] + 1 and box[1] - 1 <= line.baseline - 0.5 * line.size and line.baseline <= box[3] + 1


def _cut(boxes: Sequence[Box], lines: Sequence[Line]) -> list[Line]:
    """Lines, those that reach over several cards cut between their runs where one card ends."""
    result: list[Line] = []
    for line in lines:
        over = [box for box in boxes if line.x0 < box[2] and line.x1 > box[0] and box[1] <= line.baseline - 0.5 * line.size <= box[3]]
        if len(over) < 2 or len(line.runs) < 2:
            result.append(line)
            continue
        places = [next((i for i, box in enumerate(over) if box[0] - 1 <= run.x0 and run.x1 <= box[2] + 1), -1) for run in line.runs]
        starts = [0, *(i + 1 for i, (a, b) in enumerate(pairwise(places)) if a != b), len(line.runs)]
        result += [Line(line.runs[a:b], line.page, underlined=line.underlined) for a, b in pairwise(starts)]
    return result
