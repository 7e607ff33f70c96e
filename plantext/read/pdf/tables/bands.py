"""The cells of a table whose rows level rules part: a row for each band of lines, and within it what shorter rules part further."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import pairwise

from plantext.read.pdf.engines.engine import PageContent, Rule
from plantext.read.pdf.lines import Line
from plantext.read.pdf.tables.grids import Grid, GridCell
from plantext.read.pdf.tables.rows import FIGURE, rows_of, split_rows

NEAR = 2.4  # em: a heading row stands at most so far above the first rule
WRAPPED = 1.6  # em: a heading's own lines stand no further apart
COVERS = 0.6  # of a column must be ruled for the rule to part two of its cells
ENOUGH = 3  # rows and columns of figures together: more tell that a band between two rules holds several rows
REACHES = 6.0  # points: a rule that stops nearer to an edge of the table reaches it
NO_GROUPS: frozenset[int] = frozenset()

Cut = tuple[float, set[int]]
"""How far down a rule within a band stands, and the columns that it parts."""


def column_of(edges: Sequence[float], line: Line) -> int:
    """The column that a line begins in."""
    return max((i for i, edge in enumerate(edges[:-1]) if line.x0 >= edge - 1), default=0)


def fits(line: Line, edges: Sequence[float]) -> bool:
    """Whether a line ends in the column that it begins in."""
    return column_of(edges, line) == max((i for i, edge in enumerate(edges[:-1]) if line.x1 > edge + 3), default=0)


def short_rules(flats: Sequence[Rule], edges: Sequence[float]) -> list[Rule]:
    """The rules that begin or end with the table, and stop short of its other side."""
    found = []
    for rule in flats:
        left, right = abs(rule.x0 - edges[0]) < REACHES, abs(rule.x1 - edges[-1]) < REACHES
        if left != right and rule.x0 > edges[0] - REACHES and rule.x1 < edges[-1] + REACHES:
            found.append(rule)
    return found


def cuts_of(band: Sequence[Line], short: Sequence[Rule], edges: Sequence[float]) -> list[Cut]:
    """The rules that part a band in some of its columns; a label, or what holds for several rows, stands in the others."""
    if not short or len(band) < 2:
        return []
    top, low = min(line.baseline for line in band), max(line.baseline for line in band)
    cuts: list[Cut] = []
    for rule in sorted(short, key=lambda one: one.top):
        if not top < rule.top < low:
            continue
        columns = {
            c for c in range(len(edges) - 1) if min(rule.x1, edges[c + 1]) - max(rule.x0, edges[c]) > COVERS * (edges[c + 1] - edges[c])
        }
        held = [line for line in band if column_of(edges, line) in columns]
        crossed = any(line.top + 1 < rule.top < line.baseline for line in held)
        both = {column_of(edges, line) for line in held if line.baseline <= rule.top} & {
            column_of(edges, line) for line in held if line.baseline > rule.top
        }
        if both and not crossed and len(columns) < len(edges) - 1:
            cuts.append((rule.top, columns))
    if cuts and _part_all(band, [top for top, _ in cuts], edges):
        return [(top, set(range(len(edges) - 1))) for top, _ in cuts]
    return cuts


def _part_all(band: Sequence[Line], tops: Sequence[float], edges: Sequence[float]) -> bool:
    """Whether rules that only part a column of ratings, say, part rows: each column has a line between any two of them, and one of them figures."""
    levels = [float("-inf"), *tops, float("inf")]
    held = [[line for line in band if column_of(edges, line) == c] for c in range(len(edges) - 1)]
    rows = [[[line for line in column if a < line.baseline <= b] for a, b in pairwise(levels)] for column in held]
    figures = any(all(len(cell) == 1 and FIGURE.match(cell[0].text.strip()) for cell in column) for column in rows)
    return figures and all(cell for column in rows for cell in column)


def band_grid(
    content: PageContent,
    edges: list[float],
    bands: Sequence[Sequence[Line]],
    *,
    open_bottom: bool,
    parted: bool,
    short: Sequence[Rule] = (),
    groups: Container[int] = NO_GROUPS,
) -> Grid:
    """The grid of bands of lines. `short`: rules that part some columns only; `groups`: lines that name a group of rows across all columns."""
    ys: list[float] = []
    cells: list[GridCell] = []
    floor = max(line.bottom for line in bands[-1]) + 1
    tops = [*(min(line.top for line in band) - 1 for band in bands), floor]
    columns = len(edges) - 1
    for at, band in enumerate(bands):
        row = len(ys)
        if all(id(line) in groups for line in band):
            runs = [run for line in band for run in line.runs]
            cells.append(GridCell(row, 0, 1, columns, (edges[0], tops[at], edges[-1], tops[at + 1]), runs))
            ys.append(tops[at])
            continue
        cuts = cuts_of(band, short, edges)
        levels = [tops[at], *(top for top, _ in cuts), tops[at + 1]]
        for c in range(columns):
            own = [line for line in band if column_of(edges, line) == c]
            starts = [0, *(i for i, (_, parted_columns) in enumerate(cuts, start=1) if c in parted_columns), len(levels) - 1]
            for start, end in pairwise(starts):
                inside = [line for line in own if _is_between(line, start, end, levels)]
                box = (edges[c], levels[start], edges[c + 1], levels[end])
                cells.append(GridCell(row + start, c, end - start, 1, box, [run for line in inside for run in line.runs]))
        ys += levels[:-1]
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return Grid(content.number, edges, [*ys, floor], cells, open_bottom=open_bottom, parted=parted)


def _is_between(line: Line, start: int, end: int, levels: Sequence[float]) -> bool:
    """Whether a line stands between two levels; the first and the last of them take in all that there is."""
    return (start == 0 or line.baseline > levels[start]) and (end == len(levels) - 1 or line.baseline <= levels[end])


def split_band(band: Sequence[Line], edges: Sequence[float]) -> list[list[Line]]:
    """The rows of a band whose rows no rule parts."""
    rows = rows_of(band)
    cells = [[[line for line in row.lines if column_of(edges, line) == c] for c in range(len(edges) - 1)] for row in rows]
    return [[line for i in group for line in rows[i].lines] for group in split_rows(rows, cells)]


def split_head(band: Sequence[Line], edges: Sequence[float]) -> list[list[Line]]:
    """The bold rows that a band begins with, and fill its columns, apart from the others; the band itself where there are none."""
    rows = rows_of(band)
    bold = [all(line.bold for line in row.lines) for row in rows]
    count = bold.index(False) if False in bold else 0
    head, rest = ([line for row in part for line in row.lines] for part in (rows[:count], rows[count:]))
    columns = {column_of(edges, line) for line in rest}
    if count and len(columns) > 1 and columns <= {column_of(edges, line) for line in head} and not any(line.bold for line in rest):
        return [head, rest]
    return [list(band)]


def split_figures(band: Sequence[Line], edges: Sequence[float]) -> list[list[Line]]:
    """The rows of a band, where each of several has a label and one figure in the same columns; the band itself where it has no such rows."""
    rows = split_band(band, edges)
    if len(rows) < 2:
        return [list(band)]
    held = [[[line for line in row if column_of(edges, line) == c] for c in range(len(edges) - 1)] for row in rows]
    figures = sum(all(len(row[c]) == 1 and FIGURE.match(row[c][0].text.strip()) for row in held) for c in range(1, len(edges) - 1))
    return rows if len(rows) + figures > ENOUGH and figures and all(row[0] for row in held) else [list(band)]
