"""Chunks that a column's or page's end cut in two become one; so do tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from plantext.read.pdf.paragraphs import INDENT, LEADING, Chunk
from plantext.read.pdf.tables.continued import continue_table, crown_table
from plantext.read.pdf.tables.tables import Table
from plantext.text.words import STOP_WORDS

Item = Chunk | Table

EXACT = 1.2  # points: justified lines end so near to each other
FULL = 0.12  # of the column's width: a last line that leaves no more room runs on
BESIDE = 12  # blocks: what stands beside a text holds no more
HYPHENS = "-\u2010\u00ad\x02\ufffe"
_STOP = re.compile(r"[.!?:;][\"'”’)\]]*$")


def goes_on(before: Chunk, chunk: Chunk) -> bool:
    """Whether `chunk`, the first of a column or page, goes on with `before`, the last of the one before."""
    if _is_figure_of_sentence(before, chunk):
        chunk.give_back_marker()
    if chunk.marker is not None or chunk.role is not None or before.role is not None:
        return False
    if before.kind != chunk.kind or before.kind in {"heading", "caption"}:
        return False
    last, first = before.lines[-1], chunk.lines[0]
    if abs(last.size - first.size) > 0.07 * last.size and last.runs[-1].size != first.runs[0].size:
        return False  # a line may hold more of a link's address than of the text
    text = last.said
    lower = first.text[:1].islower()
    if text[-1:] in HYPHENS and first.text[:1].isalnum() and len(text) > 2:
        return True
    if last.bold != first.bold and last.runs[-1].style.bold != first.runs[0].style.bold:
        return False
    if last.italic != first.italic and last.runs[-1].style.italic != first.runs[0].style.italic and not lower:
        return False
    room = before.right - last.x1
    full = room < FULL * (before.right - before.left) or room < _first_word(chunk)
    if _STOP.search(text):
        return full and (lower or _is_justified(before))
    if lower:
        return True
    if before.marker is not None and not _at_its_place(before, chunk):
        return False
    unfinished = text.rpartition(" ")[2].casefold() in STOP_WORDS or (
        before.marker is None and len(before.lines) > 1 and not before.bold and not before.breaks
    )
    return full or unfinished


def _is_figure_of_sentence(before: Chunk, chunk: Chunk) -> bool:
    """Whether the number that opens `chunk` is no marker: it is set as part of the text, and the text before is unfinished."""
    marker = chunk.marker
    if marker is None or marker.kind not in {"number", "letter"} or not marker.tight:
        return False
    if before.kind != "paragraph" or before.role is not None:
        return False
    text = before.lines[-1].said
    if text[-1:] in HYPHENS:
        return True
    if _STOP.search(text) or (before.marker is not None and before.marker.kind == marker.kind):
        return False
    return before.right - before.lines[-1].x1 < FULL * (before.right - before.left)


def _is_justified(chunk: Chunk) -> bool:
    """Whether its lines, the last too, end exactly at the column's edge: only the last line of a paragraph would fall short."""
    own = [line for line in chunk.lines if line.page == chunk.lines[-1].page]
    return len(own) > 2 and all(abs(chunk.right - line.x1) < EXACT for line in own[-3:])


def _at_its_place(before: Chunk, chunk: Chunk) -> bool:
    """Whether `chunk` begins where the lines of an item do, counted from the column's edge."""
    usual = (before.lines[1] if len(before.lines) > 1 else before.lines[0]).x0 - before.left
    own = chunk.lines[0].x0 - (chunk.left if chunk.page != before.page else before.left)
    return abs(own - usual) < 2 * INDENT or abs(chunk.lines[0].x0 - usual - before.left) < 2 * INDENT


def _is_next(before: Chunk, chunk: Chunk, *, new_page: bool) -> bool:
    """Whether `chunk` stands on a later page than `before`'s end, or in the next column, to its right and further up."""
    if not new_page and before.column == chunk.column:
        return False
    if before.lines[-1].page != chunk.page:
        return True
    if before.boxed != chunk.boxed:
        return False
    beside = chunk.lines[0].x0 >= before.lines[-1].x1 - 2 and chunk.lines[0].top < before.lines[-1].bottom
    return beside and (len(before.lines) > 1 or _is_unfinished(before, chunk))


def _is_unfinished(before: Chunk, chunk: Chunk) -> bool:
    """Whether a single line goes on for sure: every line that stands alone fills its column."""
    text = before.lines[0].text.rstrip()
    return text[-1:] in HYPHENS or chunk.lines[0].text[:1].islower() or text.rpartition(" ")[2].casefold() in STOP_WORDS


def _in_next_column(before: Table, table: Table) -> bool:
    """Whether `table` stands on the page of the end of `before`, to its right and no lower."""
    page, box = before.parts[-1]
    return page == table.page and table.box[0] > box[2] - 2 and table.box[1] < box[3]


def _first_word(chunk: Chunk) -> float:
    line = chunk.lines[0]
    word = line.text.split(" ", 1)[0]
    return (line.x1 - line.x0) * (len(word) + 1) / max(len(line.text), 1) + 0.3 * line.size


def join_items(pages: Sequence[Sequence[Item]]) -> list[Item]:
    """The pages' items in one flow, those that were cut made whole."""
    flow: list[Item] = []
    for items in pages:
        for position, item in enumerate(items):
            new_page = position == 0 or (position == 1 and isinstance(items[0], Chunk) and items[0].kind == "caption")
            before = _before(flow, item)
            if isinstance(item, Table):
                if isinstance(before, Table) and crown_table(before, item):
                    continue
                further = new_page or (isinstance(before, Table) and _in_next_column(before, item))
                if further and isinstance(before, Table) and continue_table(before, item, goes_on):
                    continue
            elif isinstance(before, Chunk) and _is_next(before, item, new_page=new_page) and goes_on(before, item):
                before.append(item)
                continue
            elif position and (above := _straight_above(flow, item)) is not None:
                above.append(item)
                continue
            flow.append(item)
    return flow


def _straight_above(flow: Sequence[Item], item: Chunk) -> Chunk | None:
    """The unfinished text that `item` goes on with at the usual distance of lines: what stands beside one of the two made columns of them."""
    if item.marker is not None or item.role is not None or item.kind != "paragraph" or item.gap:
        return None
    first = item.lines[0]
    for one in reversed(flow[-BESIDE:]):
        if not isinstance(one, Chunk) or one.column == item.column or one.page != item.page:
            continue
        last = one.lines[-1]
        distance = first.baseline - last.baseline
        usual = next((b.baseline - a.baseline for lines in (one.lines, item.lines) for a, b in pairwise(lines[-2:])), 0.0)
        if (
            0 < distance < LEADING * usual
            and abs(first.x0 - last.x0) < EXACT
            and one.kind == "paragraph"
            and one.role is None
            and (first.size, first.bold, first.italic) == (last.size, last.bold, last.italic)
            and not _STOP.search(last.said)
        ):
            return one
    return None


def _before(flow: list[Item], item: Item) -> Item | None:
    """The item that `item` might go on with: the last, or the one before a caption that stands at the page's top."""
    if not flow:
        return None
    last = flow[-1]
    if isinstance(last, Chunk) and last.kind == "caption" and last.page == item.page and len(flow) > 1 and isinstance(item, Chunk):
        return flow[-2]
    if isinstance(last, Chunk) and last.boxed and isinstance(item, Chunk) and not item.boxed and last.page != item.page:
        return next(
            (one for one in reversed(flow) if not (isinstance(one, Chunk) and (one.page, one.boxed) == (last.page, last.boxed))), None
        )
    return last
