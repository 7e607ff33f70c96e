"""Tables without rules: rows whose pieces stand below each other in columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from plantext.read.pdf.grids import Grid, GridCell
from plantext.read.pdf.lines import PLACE, Line, has_leaders
from plantext.read.pdf.markers import marker_of

ROWS = 3  # at least so many rows of at least so many pieces
PIECES = 3
APART = 5.0  # points between two columns
PROSE = 0.55  # of a column's lines reach its right edge: then it is a column of prose, not of a table
TALL = 2.6  # em: rows further apart than this are not of one table, unless all are
FIGURE = re.compile(r"^[(\-–+£$€]?[\d,. ]*\d[\d,.]*\s?(?:%|m|bn|k|p)?\)?$|^[-–—]$|^n/?a$", re.IGNORECASE)
"""A cell that holds a number, a dash or n/a."""


@dataclass(slots=True)
class Row:
    """Pieces on one baseline."""

    lines: list[Line]

    @property
    def baseline(self) -> float:
        """The highest of its pieces' baselines."""
        return min(line.baseline for line in self.lines)


def find_aligned(lines: Sequence[Line]) -> list[Grid]:
    """The unruled tables among `lines`, each cell with its runs."""
    if not _side_by_side(lines):
        return []
    rows = rows_of(lines)
    grids: list[Grid] = []
    at = 0
    while at < len(rows):
        if len(rows[at].lines) < 2:
            at += 1
            continue
        end = _run_end(rows, at)
        grid = _grid(rows[at:end])
        if grid is not None:
            grids.append(grid)
        at = end
    return grids


def join_terms(lines: Sequence[Line]) -> list[Line]:
    """Lines, with each term and what explains it, set beside it, made one: three or more bold labels, or ones that end with a colon."""
    if not _side_by_side(lines):
        return list(lines)
    rows = rows_of(lines)
    terms: list[int] = []
    for i, row in enumerate(rows):
        if len(row.lines) == 2 and _is_term(*row.lines):
            terms.append(i)
    joined: dict[int, Line] = {}
    for group in _neighbours(terms, rows):
        for i in group:
            term, rest = rows[i].lines
            joined[i] = Line([*term.runs, *rest.runs], term.page, term=True)
    result: list[Line] = []
    for i, row in enumerate(rows):
        result += [joined[i]] if i in joined else row.lines
    return result if joined else list(lines)


def _is_term(term: Line, rest: Line) -> bool:
    text = term.text.strip()
    if len(text) > 40 or marker_of(term) is not None or FIGURE.match(rest.text.strip()):
        return False
    return (text.endswith(":") and not rest.bold) or (term.bold and not rest.bold and len(rest.text) > 25)


def _neighbours(terms: list[int], rows: list[Row]) -> list[list[int]]:
    """Terms below each other, their explanations too, with at most a few lines between."""
    groups: list[list[int]] = []
    for i in terms:
        before = rows[groups[-1][-1]] if groups else None
        close = (
            before is not None
            and i - groups[-1][-1] <= 6
            and abs(before.lines[0].x0 - rows[i].lines[0].x0) < APART
            and abs(before.lines[1].x0 - rows[i].lines[1].x0) < APART
        )
        if close:
            groups[-1].append(i)
        else:
            groups.append([i])
    return [group for group in groups if len(group) >= ROWS]


def _side_by_side(lines: Sequence[Line]) -> bool:
    """Whether any two lines stand in one row."""
    ordered = sorted(lines, key=PLACE)
    return any(line.baseline - before.baseline < 0.3 * line.size for before, line in pairwise(ordered))


def rows_of(lines: Sequence[Line]) -> list[Row]:
    """Lines by baseline, from top to bottom, each row from left to right."""
    rows: list[Row] = []
    for line in sorted(lines, key=PLACE):
        if rows and abs(rows[-1].lines[0].baseline - line.baseline) < 0.3 * line.size:
            rows[-1].lines.append(line)
        else:
            rows.append(Row([line]))
    for row in rows:
        if len(row.lines) > 1:
            row.lines.sort(key=lambda line: line.x0)
    return rows


def _run_end(rows: list[Row], start: int) -> int:
    """The end of the rows from `start` on that keep at least one gutter of the first open and stand close together."""
    gaps = [(a.x1, b.x0) for a, b in zip(rows[start].lines, rows[start].lines[1:], strict=False)]
    pitch = 0.0
    end = start + 1
    while end < len(rows):
        row, before = rows[end], rows[end - 1]
        distance = row.baseline - before.baseline
        size = row.lines[0].size
        if distance > max(TALL * size, 1.35 * pitch):
            break
        open_gaps = []
        for a, b in gaps:
            left = max([a, *(line.x1 for line in row.lines if line.x0 < (a + b) / 2)])
            right = min([b, *(line.x0 for line in row.lines if line.x1 > (a + b) / 2)])
            if right - left >= APART:
                open_gaps.append((left, right))
        if len(open_gaps) < max(1, len(gaps) - 1) or len(open_gaps) < 1:
            break
        if len(row.lines) == 1 and rows[start].lines[0].x0 - 2 > row.lines[0].x0:
            break
        gaps = open_gaps
        pitch = max(pitch, distance)
        end += 1
    while end > start + 1 and len(rows[end - 1].lines) == 1 and len(rows[end - 1].lines[0].text) > 60:
        end -= 1
    return end


def columns_of(lines: Sequence[Line], apart: float = APART) -> list[tuple[float, float]]:
    """The extents of the columns: pieces that overlap sideways are of one column."""
    spans = sorted((line.x0, line.x1) for line in lines)
    columns: list[list[float]] = []
    for x0, x1 in spans:
        if columns and x0 < columns[-1][1] + apart:
            columns[-1][1] = max(columns[-1][1], x1)
        else:
            columns.append([x0, x1])
    return [(a, b) for a, b in columns]


def _grid(rows: list[Row]) -> Grid | None:
    columns = columns_of([line for row in rows for line in row.lines])
    full = [row for row in rows if len(row.lines) >= min(PIECES, len(columns))]
    if len(columns) < 2 or len(full) < ROWS or any(has_leaders(line.text) for row in rows for line in row.lines):
        return None
    cells = [[[line for line in row.lines if a - 1 <= line.x0 <= b] for a, b in columns] for row in rows]
    if _is_prose(cells, columns) or not _is_tabular(cells, columns):
        return None
    groups = logical_rows(rows, cells)
    ys = [rows[group[0]].lines[0].top - 1 for group in groups] + [max(line.bottom for line in rows[groups[-1][-1]].lines) + 1]
    xs = [a for a, _ in columns] + [columns[-1][1]]
    found = []
    for r, group in enumerate(groups):
        for c in range(len(columns)):
            runs = [run for i in group for line in cells[i][c] for run in line.runs]
            found.append(GridCell(r, c, 1, 1, (xs[c], ys[r], columns[c][1], ys[r + 1]), runs))
    return Grid(rows[0].lines[0].page, xs, ys, found)


def logical_rows(rows: list[Row], cells: list[list[list[Line]]]) -> list[list[int]]:
    """Row indices grouped: a row without its first cell goes on with the row above where it follows closely."""
    groups: list[list[int]] = []
    for i, row in enumerate(rows):
        close = i > 0 and row.baseline - rows[i - 1].baseline < 1.4 * row.lines[0].size
        filled = sum(bool(cell) for cell in cells[i])
        figures = sum(bool(cell) and bool(FIGURE.match(cell[0].text)) for cell in cells[i])
        if groups and close and not cells[i][0] and figures == 0 and filled < len(cells[i]):
            groups[-1].append(i)
        else:
            groups.append([i])
    return groups


def _is_prose(cells: list[list[list[Line]]], columns: list[tuple[float, float]]) -> bool:
    """Whether every column is filled to its edge by most of its lines."""
    for c, (a, b) in enumerate(columns):
        lines = [line for row in cells for line in row[c]]
        if not lines:
            return False
        reach = sum(line.x1 > b - 0.12 * (b - a) for line in lines)
        if reach < PROSE * len(lines) or b - a < 6 * lines[0].size:
            return False
    return True


def _is_tabular(cells: list[list[list[Line]]], columns: list[tuple[float, float]]) -> bool:
    """Three columns of short cells, or a column of labels beside columns of figures."""
    figures = [sum(bool(row[c]) and bool(FIGURE.match(row[c][0].text.strip())) for row in cells) for c in range(len(columns))]
    filled = [sum(bool(row[c]) for row in cells) for c in range(len(columns))]
    if any(marker_of(row[0][0]) is not None for row in cells if row[0]) and len(columns) == 2:
        return False
    numeric = sum(n >= ROWS and f >= 0.6 * n for f, n in zip(figures, filled, strict=True))
    if numeric >= 1 and filled[0] >= ROWS:
        return True
    return len(columns) >= PIECES and all(n >= 2 for n in filled) and _aligned_share(cells) >= 0.6


def _aligned_share(cells: list[list[list[Line]]]) -> float:
    """The share of rows in which at least three cells are filled."""
    return sum(sum(bool(cell) for cell in row) >= PIECES for row in cells) / len(cells)
