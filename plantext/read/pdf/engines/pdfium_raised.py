"""Marks of notes that are glyphs of their own in the text's font and size, drawn small and high: pdfium gives them as plain figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from plantext.read.pdf.engines import pdfium_calls as calls
from plantext.read.pdf.engines.engine import Run, level_run

RISE = 0.2  # of the line's height: how far above the baseline the lower edge of such a figure stands; a plain one stands on it
SIZE = 0.6  # of the line's height: it is no higher; and so much of the text's size it is given
LIFT = 0.35  # em above the baseline: and there it is put
_GLUED = re.compile(r"[0-9](?:(?<=[a-z].)|(?<=[A-Za-z0-9)’”][.,;:!?’”)].))[0-9]{0,2}(?![\w%])")
"""It begins with the figure, which is looked for fast, and only then looks back: the other way round costs a twentieth of all reading."""

Span = tuple[int, int]
"""A first character, and the one after the last."""


def find_raised(page: calls.Pointer, room: calls.Room, text: str) -> list[Span]:
    """The figures hard behind a word, or its stop, whose glyphs stand above the baseline."""
    return [match.span() for match in _GLUED.finditer(text) if _stands_high(page, room, match.start())]


def _stands_high(page: calls.Pointer, room: calls.Room, at: int) -> bool:
    calls.origin(page, at, room.x, room.y)
    baseline = room.point[1]
    calls.tight_box(page, at, *room.edge_places)
    _, _, bottom, top = room.edges
    calls.loose_box(page, at, room.box_place)
    height = room.box[1] - room.box[3]
    return bool(bottom - baseline > RISE * height and top - bottom < SIZE * height)


def as_raised(run: Run) -> Run:
    """The run of such a mark as other producers set it: smaller, and above the line."""
    raised = level_run(run.text, run.x0, run.x1, run.baseline - LIFT * run.size, SIZE * run.size, run.style)
    raised.space = False
    return raised


def cut_at(raised: Sequence[Span], lines: Iterable[Span]) -> Iterator[Span]:
    """The spans of a page's lines, the marks in them apart.

    >>> list(cut_at([(4, 5)], [(0, 9), (10, 20)]))
    [(0, 4), (4, 5), (5, 9), (10, 20)]
    """
    for start, end in lines:
        inner = [mark for mark in raised if start < mark[0] and mark[1] <= end]
        edges = [start, *(place for mark in inner for place in mark), end]
        yield from ((first, last) for first, last in pairwise(edges) if first < last)
