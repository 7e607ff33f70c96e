"""Tables without rules whose cells hold several lines: white bands across all columns part the rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from plantext.read.pdf.aligned import Row, rows_of
from plantext.read.pdf.grids import Grid, GridCell
from plantext.read.pdf.lines import Line, has_leaders
from plantext.read.pdf.markers import marker_of

COLUMNS = 3  # at least: two columns of prose beside each other are no table
BANDS = 3  # at least, the heading among them
EDGE = 3.0  # points: lines of a column begin within this
GUTTER = 5.0  # points: a line ends at least so far before the next column
WHITE = 1.18  # times the distance of lines within a cell: a wider one is a white band
TALLEST = 3.2  # times: a wider one ends the table
TOPS = 0.7  # of the bands begin with lines in several columns side by side: columns of prose break each for itself
FREQUENT = 0.15  # of the distances within columns: the smallest so frequent is that of lines within a cell
LOWER = 0.15  # of the cells at most begin with a small letter
FULL = 0.6  # of the columns, which such a first line fills


def find_banded(lines: Sequence[Line]) -> list[Grid]:
    """The tables among `lines` that only white bands and gutters draw, each cell with its runs."""
    rows = rows_of(lines)
    grids: list[Grid] = []
    at = 0
    while at < len(rows):
        if len(rows[at].lines) < COLUMNS or any(has_leaders(line.text) or marker_of(line) for line in rows[at].lines):
            at += 1
            continue
        edges = [line.x0 for line in rows[at].lines]
        end = at + 1
        while end < len(rows) and _fits(rows[end], edges) and _near(rows[end - 1], rows[end]):
            end += 1
        grid = _grid(rows[at:end], edges)
        if grid is None:
            at += 1
            continue
        grids.append(grid)
        at = end
    return grids


def _column(line: Line, edges: Sequence[float]) -> int | None:
    """The column that a line keeps to."""
    column = max((i for i, edge in enumerate(edges) if line.x0 > edge - EDGE), default=None)
    if column is None or (column + 1 < len(edges) and line.x1 > edges[column + 1] - GUTTER):
        return None
    return column


def _fits(row: Row, edges: Sequence[float]) -> bool:
    return all(_column(line, edges) is not None for line in row.lines)


def _near(before: Row, row: Row) -> bool:
    return row.baseline - before.baseline < TALLEST * row.lines[0].size


def _grid(rows: list[Row], edges: list[float]) -> Grid | None:
    bands = _bands(rows, edges)
    if len(bands) < BANDS or not any(len(band) > 1 for band in bands):
        return None
    bands = _to_last_row(bands, edges)
    tops = sum(len(band[0].lines) >= max(2, FULL * len(edges)) for band in bands)
    if len(bands) < BANDS or tops < TOPS * len(bands):
        return None
    if _hanging(bands, edges) or _goes_on(bands, edges):
        return None
    own = [line for band in bands for row in band for line in row.lines]
    rights = [max((line.x1 for line in own if _column(line, edges) == c), default=edge) for c, edge in enumerate(edges)]
    tops_of = [min(line.top for line in band[0].lines) - 1 for band in bands]
    ys = [*tops_of, max(line.bottom for line in bands[-1][-1].lines) + 1]
    xs = [*edges, rights[-1]]
    cells = []
    for r, band in enumerate(bands):
        for c in range(len(edges)):
            runs = [run for row in band for line in row.lines if _column(line, edges) == c for run in line.runs]
            cells.append(GridCell(r, c, 1, 1, (xs[c], ys[r], rights[c], ys[r + 1]), runs))
    return Grid(rows[0].lines[0].page, xs, ys, cells)


def _bands(rows: list[Row], edges: Sequence[float]) -> list[list[Row]]:
    """Rows of lines parted where they stand further apart than the lines of one cell do."""
    columns: dict[int | None, list[Line]] = {}
    for row in rows:
        for line in row.lines:
            columns.setdefault(_column(line, edges), []).append(line)
    distances = Counter(round((b.baseline - a.baseline) * 2) / 2 for lines in columns.values() for a, b in pairwise(lines))
    frequent = [distance for distance, count in distances.items() if count >= FREQUENT * distances.total()]
    usual = min(frequent, default=0.0) + 0.25
    if usual < rows[0].lines[0].size:
        return [rows]
    bands = [[rows[0]]]
    for before, row in pairwise(rows):
        if row.baseline - before.baseline > WHITE * usual:
            bands.append([row])
        else:
            bands[-1].append(row)
    return bands


def _to_last_row(bands: list[list[Row]], edges: Sequence[float]) -> list[list[Row]]:
    """Without what follows the table and only happens to keep to its first column: a heading, a short line."""
    while bands and all(_column(line, edges) == 0 for row in bands[-1] for line in row.lines):
        bands = bands[:-1]
    return bands


def _goes_on(bands: list[list[Row]], edges: Sequence[float]) -> bool:
    """Whether cells begin in mid-sentence: then the bands cut columns of prose."""
    starts = [
        next((line.text for row in band for line in row.lines if _column(line, edges) == column), "")
        for band in bands
        for column in range(len(edges))
    ]
    filled = [text for text in starts if text]
    return sum(text[0].islower() for text in filled) > LOWER * len(filled)


def _hanging(bands: list[list[Row]], edges: Sequence[float]) -> bool:
    """Whether the first column holds nothing but numbers or bullets: a list whose items hang."""
    first = [line for band in bands for row in band for line in row.lines if _column(line, edges) == 0]
    return len(edges) < COLUMNS or all(len(line.text) < 4 for line in first)
