"""Grids become tables; the parts of a table that crosses pages become one, a cut row whole, a repeated header said once."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

import msgspec

from plantext.model.document import Box
from plantext.read.pdf.cells import TableLeadings, read_cell
from plantext.read.pdf.engine import PageContent
from plantext.read.pdf.grids import Grid, GridCell
from plantext.read.pdf.lines import Line, read_lines
from plantext.read.pdf.paragraphs import Chunk
from plantext.read.pdf.spacing import Leadings
from plantext.read.pdf.unruled import part_grid
from plantext.read.table_heads import heading_depth

SAME_EDGE = 6.0  # points: columns of two parts that begin within this are one
USUAL = 0.8  # of the rows: a column filled in so many is empty only where a row goes on
LABEL_WORDS = 10  # a label's cell holds no more, and is not cut
HEADER_LONGEST = 90  # characters of a header's cell
LABEL = "label"
INITIAL = re.compile(r"^[A-Z]\.$")
_STOP = re.compile(r"[.!?:;][\"'”’)\]]*$")


class CellPart(msgspec.Struct):
    """A cell's chunks and span."""

    chunks: list[Chunk]
    colspan: int = 1
    rowspan: int = 1

    @property
    def text(self) -> str:
        """The chunks' text, one a line."""
        return "\n".join(chunk.text for chunk in self.chunks)


class Table(msgspec.Struct):
    """A table; `parts` are its pages and boxes in order."""

    xs: list[float]
    rows: list[list[CellPart]]
    parts: list[tuple[int, Box]]
    open_bottom: bool
    header: int = 0  # rows of the heading
    shaded: bool = False  # the first row has a ground of its own
    columns: list[tuple[float, float]] = []  # where the text of each column begins and ends

    @property
    def page(self) -> int:
        """Where it begins."""
        return self.parts[0][0]

    @property
    def box(self) -> Box:
        """The box of its first part."""
        return self.parts[0][1]


def read_table(grid: Grid, content: PageContent, leadings: Leadings) -> Table:
    """The table of one page's grid."""
    if grid.drawn:
        part_grid(grid, content)
    lined = [(cell, read_lines(content, cell.runs, ())) for cell in grid.cells]
    own = TableLeadings(leadings, lined)
    by_row: dict[int, list[tuple[GridCell, list[Line]]]] = {}
    for cell, lines in lined:
        by_row.setdefault(cell.row, []).append((cell, lines))
    rows = []
    kept = []
    for number in range(len(grid.ys) - 1):
        cells = by_row.get(number, [])
        if not any(cell.runs for cell, _ in cells):
            continue
        kept.append(number)
        rows.append([CellPart(read_cell(cell, lines, own), cell.colspan, cell.rowspan) for cell, lines in cells])
    table = Table(grid.xs, rows, [(grid.page, grid.box)], grid.open_bottom)
    if not grid.ruled or not grid.drawn:
        table.columns = _extents(grid)
    for row in rows:
        for part in row:
            _mark_label(part)
    table.shaded = bool(kept) and kept[0] in grid.shaded and not any(row in grid.shaded for row in kept[1 + _merged(table) :])
    table.header = _header_rows(table)
    if table.header:
        said = _text(rows[:1])
        table.rows[1:] = [row for row in rows[1:] if len(row) == 1 or _text([row]) != said]
        table.header = _depth(table, sum(row in grid.shaded for row in kept[:2]) == 2)
    return table


def _mark_label(cell: CellPart) -> None:
    """A number that stands alone in a cell is the label's own, as in "1. Harbour", and opens no list; a capital is an initial."""
    chunk = cell.chunks[0] if len(cell.chunks) == 1 else None
    if chunk is None or chunk.marker is None or chunk.role is not None:
        return
    if INITIAL.match(chunk.marker.text):
        chunk.give_back_marker()
    elif chunk.marker.kind == "number":
        chunk.role = LABEL


def _header_rows(table: Table) -> int:
    """How many first rows are column headings: short and bold (or on a ground of their own) above rows that are not."""
    if len(table.rows) < 2:
        return 0
    first, rest = table.rows[0], table.rows[1:]
    chunks = [chunk for cell in first for chunk in cell.chunks]
    filled = sum(bool(cell.chunks) for cell in first)
    if not chunks or any(len(chunk.text) > HEADER_LONGEST for chunk in chunks) or any(chunk.marker for chunk in chunks):
        return 0
    if filled < 2 and len(first) > 1:
        return 0
    below = [chunk for row in rest for cell in row for chunk in cell.chunks]
    if not below:
        return 0
    plain_below = sum(not chunk.bold for chunk in below) > 0.3 * len(below)
    if len(first) == 1 and first[0].colspan > 1:
        return 0
    if table.shaded or (all(chunk.bold for chunk in chunks) and plain_below):
        return 1
    return 0


def _merged(table: Table) -> bool:
    """Whether some but not all columns share a cell of the first row: their own headings may follow below it."""
    first = table.rows[0] if table.rows else []
    return len(first) > 1 and any(cell.colspan > 1 for cell in first)


def _depth(table: Table, shaded: bool) -> int:
    """How many rows the heading has; `shaded`: both of the first two have a ground."""
    spans = [[(cell.colspan, cell.rowspan) for cell in row] for row in table.rows[:3]]
    chunks = [[chunk for cell in row for chunk in cell.chunks] for row in table.rows[:2]]
    short = all(len(chunk.text) <= HEADER_LONGEST and chunk.marker is None for row in chunks for chunk in row)
    loud = [bool(row) and (shaded or all(chunk.bold for chunk in row)) for row in chunks]
    return heading_depth(spans, loud) if short else 1


def continue_table(table: Table, other: Table, closeness: Callable[[Chunk, Chunk], bool]) -> bool:
    """Go on with `other`, the first thing on the next page, if it is the same table.

    `closeness` says whether one chunk goes on in another.
    """
    if not _same_gutters(table, other) and not _same_columns(table, other):
        return False
    if (
        len(other.rows) > 1
        and _is_title_row(other.rows[0])
        and _is_title_row(table.rows[0])
        and _text(other.rows[:1]) != _text(table.rows[:1])
    ):
        return False  # each begins with a line across all its columns: another table of the same form
    rows = _without_said_header(table, other.rows)
    header = _text(table.rows[: table.header or 1])
    repeated = bool(rows) and _text(rows[: table.header or 1]) == header
    if repeated:
        table.header = table.header or 1
        rows = rows[table.header :]
    elif other.header and table.header and _text(rows[:1]) != header:
        return False
    if rows and table.rows and len(table.rows) > table.header and _is_cut(table, rows[0]):
        _join_rows(table.rows[-1], rows[0], closeness)
        rows = rows[1:]
    table.rows += rows
    table.parts += other.parts
    table.open_bottom = other.open_bottom
    return True


def _without_said_header(table: Table, rows: list[list[CellPart]]) -> list[list[CellPart]]:
    """The rows, the heading taken out of the first where it is said again in the cells of a row that goes on, with no rule between."""
    head = table.rows[0] if table.header == 1 else []
    if not rows or not head or len(rows[0]) != len(head) or _text(rows[:1]) == _text([head]):
        return rows
    if not all(a.chunks and b.chunks and _text([[CellPart(b.chunks[:1])]]) == _text([[a]]) for a, b in zip(head, rows[0], strict=True)):
        return rows
    return [[CellPart(cell.chunks[1:], cell.colspan, cell.rowspan) for cell in rows[0]], *rows[1:]]


def _same_columns(table: Table, other: Table) -> bool:
    """Whether the columns stand in the same places; if one part only lacks some of them, both are put on the finer columns."""
    shift = other.xs[0] - table.xs[0]  # pages may be bound left and right
    xs = [x - shift for x in other.xs]
    if abs(table.xs[-1] - xs[-1]) > SAME_EDGE:
        return False
    fine, coarse = (table.xs, xs) if len(table.xs) >= len(xs) else (xs, table.xs)
    places = [min(range(len(fine)), key=lambda i: abs(fine[i] - x)) for x in coarse]
    if len(set(places)) < len(places) or any(abs(fine[i] - x) > SAME_EDGE for i, x in zip(places, coarse, strict=True)):
        return False
    if len(fine) > len(coarse):
        part = other if coarse is xs else table
        if part.header or len(coarse) < 3:
            return False
        _spread(part, places)
        part.xs = [x + shift for x in fine] if part is other else fine
    return True


def _spread(table: Table, places: list[int]) -> None:
    """Let each cell span the finer columns that its own stand for."""
    for row in table.rows:
        column = 0
        for cell in row:
            end = min(column + cell.colspan, len(places) - 1)
            cell.colspan = max(places[end] - places[min(column, end)], 1)
            column = end


def _extents(grid: Grid) -> list[tuple[float, float]]:
    """Where the text of each column begins and ends; an empty list where one holds none."""
    found: list[tuple[float, float]] = []
    for column in range(len(grid.xs) - 1):
        runs = [run for cell in grid.cells if cell.column == column and cell.colspan == 1 for run in cell.runs]
        if not runs:
            return []
        found.append((min(run.x0 for run in runs), max(run.x1 for run in runs)))
    return found


def _same_gutters(table: Table, other: Table) -> bool:
    """Whether white parts the columns of both in the same places, where no upright rules say where they are."""
    if not table.columns or len(table.columns) != len(other.columns):
        return False
    both = [(min(a, c), max(b, d)) for (a, b), (c, d) in zip(table.columns, other.columns, strict=True)]
    return all(before[1] < after[0] for before, after in pairwise(both))


def _is_title_row(row: list[CellPart]) -> bool:
    return len(row) == 1 and row[0].colspan > 1


def _text(rows: Sequence[list[CellPart]]) -> str:
    return re.sub(r"\W+", " ", " ".join(cell.text for row in rows for cell in row)).casefold().strip()


def _is_cut(table: Table, row: list[CellPart]) -> bool:
    """Whether `row` only goes on with the table's last row. No rule closed the page, or the row can't begin one."""
    last = table.rows[-1]
    if len(last) != len(row):
        return False
    labels = [cell.text.strip().rstrip(".)") for cell in (last[0], row[0])]
    if all(label.isdigit() for label in labels) and labels[0] != labels[1]:
        return False  # rows that are counted
    if table.open_bottom:
        return not _opens_with_label(table, row)
    body = table.rows[table.header :]
    others = body[:-1] if len(body) > 2 else body
    evidence = 0
    for column, cell in enumerate(row):
        before = last[column]
        if not cell.chunks:
            filled = sum(column < len(r) and bool(r[column].chunks) for r in body)
            if filled >= USUAL * len(body):
                sure = filled == len(body) > 1
                evidence += (8 if sure else 4) if column == 0 else 2  # an empty label says most
            continue
        first = cell.chunks[0]
        if before.chunks and first.marker is None and first.text[:1].islower() and not _STOP.search(before.chunks[-1].text):
            evidence += 3
            continue
        starts = [r[column].chunks[0] for r in others if column < len(r) and r[column].chunks]
        if not starts:
            continue
        marked = sum(start.marker is not None for start in starts)
        if (first.marker is not None and marked < 0.2 * len(starts)) or (all(start.bold for start in starts) and not first.bold):
            evidence += 2
        else:
            evidence -= 3
    return evidence >= 2


def _opens_with_label(table: Table, row: list[CellPart]) -> bool:
    """Whether a row begins with a label of its own, in a table whose first column holds labels and whose last row has one already."""
    labels = [cells[0].text for cells in table.rows[table.header :] if cells[0].chunks]
    if not row[0].chunks or not table.rows[-1][0].chunks or row[0].chunks[0].marker is not None or len(labels) < USUAL * len(table.rows):
        return False
    short = all(len(text.split()) <= LABEL_WORDS for text in [*labels, row[0].text])
    return short and len(row) > 2 and not row[0].text[:1].islower() and all(len(cell.chunks) > 0 for cell in row[:2])


def _join_rows(last: list[CellPart], row: list[CellPart], closeness: Callable[[Chunk, Chunk], bool]) -> None:
    for before, cell in zip(last, row, strict=True):
        chunks = list(cell.chunks)
        for chunk in before.chunks[-1:] + chunks[:1]:
            chunk.role = None if chunk.role == LABEL else chunk.role
        if before.chunks and chunks and closeness(before.chunks[-1], chunks[0]):
            before.chunks[-1].append(chunks.pop(0))
        before.chunks += chunks
        _mark_label(before)
