"""Grids become tables: the text of their cells, and which of the first rows head the columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from plantext.model.document import Box
from plantext.read.pdf.engines.engine import PageContent
from plantext.read.pdf.lines import Line, read_lines
from plantext.read.pdf.paragraphs import Chunk
from plantext.read.pdf.spacing import Leadings
from plantext.read.pdf.tables.cells import TableLeadings, read_cell
from plantext.read.pdf.tables.grids import Grid, GridCell
from plantext.read.pdf.tables.rows import FIGURE
from plantext.read.pdf.tables.unruled import part_grid
from plantext.read.table_heads import heading_depth

HEADER_LONGEST = 90  # characters of a header's cell
LABEL = "label"
INITIAL = re.compile(r"^[A-Z]\.$")
_YEAR = re.compile(r"(?:19|20)\d\d")


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
    titled: bool = False  # the row below the heading, across all columns, is printed above it
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
            mark_label(part)
    _find_heading(table, [row in grid.shaded for row in kept])
    return table


def _find_heading(table: Table, shaded: Sequence[bool]) -> None:
    """Set how many rows head the columns; where a line across all columns stands above them, put it below. `shaded`: rows on a ground."""
    rows = table.rows
    at = int(len(rows) > 2 and is_title(rows[0]) and len(text_of(rows[:1])) <= HEADER_LONGEST)
    head = rows[at:]
    own = any(shaded[at : at + 1]) and not any(shaded[at + 1 + _merged(head) :])
    if not _has_heading(head, shaded=own):
        table.header = 2 if at == 0 and _names_figures(rows) else 0
        return
    said = text_of(head[:1])
    head[1:] = [row for row in head[1:] if len(row) == 1 or text_of([row]) != said]
    table.header = _depth(head, shaded=all(shaded[at : at + 2]))
    table.titled = at > 0
    table.rows = [*head[: table.header], *rows[:at], *head[table.header :]]


def mark_label(cell: CellPart) -> None:
    """A number that stands alone in a cell is the label's own, as in "1. Harbour", and opens no list; a capital is an initial."""
    chunk = cell.chunks[0] if len(cell.chunks) == 1 else None
    if chunk is None or chunk.marker is None or chunk.role is not None:
        return
    if INITIAL.match(chunk.marker.text):
        chunk.give_back_marker()
    elif chunk.marker.kind == "number":
        chunk.role = LABEL


def _has_heading(rows: Sequence[list[CellPart]], *, shaded: bool) -> bool:
    """Whether the first row holds column headings: short and bold, or on a ground of its own (`shaded`), above rows that are not."""
    if len(rows) < 2 or is_title(rows[0]):
        return False
    first, rest = rows[0], rows[1:]
    chunks = [chunk for cell in first for chunk in cell.chunks]
    filled = max(sum(bool(cell.chunks) for cell in row) for row in ([first, rest[0]] if _merged(rows) else [first]))
    if not chunks or any(len(chunk.text) > HEADER_LONGEST for chunk in chunks) or any(chunk.marker for chunk in chunks):
        return False
    if filled < 2 and len(first) > 1:
        return False
    below = [chunk for row in rest for cell in row for chunk in cell.chunks]
    plain_below = sum(not chunk.bold for chunk in below) > 0.3 * len(below)
    return bool(below) and (shaded or (all(chunk.bold for chunk in chunks) and plain_below))


def _names_figures(rows: Sequence[list[CellPart]]) -> bool:
    """Whether a first row of merged cells and a second of words, or years, stand above columns of figures, whatever their type."""
    if len(rows) < 3 or not _merged(rows) or any(cell.colspan > 1 for row in rows[1:] for cell in row):
        return False
    columns: list[int] = []
    for cell in rows[0]:
        columns += [len(columns) if cell.colspan > 1 else -1] * cell.colspan
    named = [at for at, group in enumerate(columns) if group >= 0]
    if any(len(row) != len(columns) for row in rows[1:]) or any(not cell.text for cell in rows[0] if cell.colspan > 1):
        return False
    heads = [rows[1][at].text for at in named]
    cells = [row[at].text for row in rows[2:] for at in named]
    return all(text and (_YEAR.fullmatch(text) or not FIGURE.match(text)) for text in heads) and all(map(FIGURE.match, cells))


def _merged(rows: Sequence[list[CellPart]]) -> bool:
    """Whether some but not all columns share a cell of the first row: their own headings may follow below it."""
    first = rows[0] if rows else []
    return len(first) > 1 and any(cell.colspan > 1 for cell in first)


def _depth(rows: Sequence[list[CellPart]], *, shaded: bool) -> int:
    """How many rows the heading has; `shaded`: both of the first two have a ground."""
    spans = [[(cell.colspan, cell.rowspan) for cell in row] for row in rows[:3]]
    chunks = [[chunk for cell in row for chunk in cell.chunks] for row in rows[:2]]
    short = all(len(chunk.text) <= HEADER_LONGEST and chunk.marker is None for row in chunks for chunk in row)
    loud = [bool(row) and (shaded or all(chunk.bold for chunk in row)) for row in chunks]
    return heading_depth(spans, loud) if short else 1


def _extents(grid: Grid) -> list[tuple[float, float]]:
    """Where the text of each column begins and ends; an empty list where one holds none."""
    found: list[tuple[float, float]] = []
    for column in range(len(grid.xs) - 1):
        runs = [run for cell in grid.cells if cell.column == column and cell.colspan == 1 for run in cell.runs]
        if not runs:
            return []
        found.append((min(run.x0 for run in runs), max(run.x1 for run in runs)))
    return found


def is_title(row: list[CellPart]) -> bool:
    """Whether a row is one cell across several columns."""
    return len(row) == 1 and row[0].colspan > 1


def text_of(rows: Sequence[list[CellPart]]) -> str:
    """The words of rows, for comparing."""
    return re.sub(r"\W+", " ", " ".join(cell.text for row in rows for cell in row)).casefold().strip()
