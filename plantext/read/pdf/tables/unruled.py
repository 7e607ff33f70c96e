"""The rows and columns of a ruled table that no rule parts: upright rules only, or rules that leave some rows out."""

from __future__ import annotations

from itertools import pairwise

from plantext.read.pdf.engines.engine import PageContent
from plantext.read.pdf.lines import Line, read_lines
from plantext.read.pdf.markers import is_marker_only, marker_of
from plantext.read.pdf.tables.grids import Grid, GridCell
from plantext.read.pdf.tables.rows import FIGURE, Row, leaves_room, marks_next, pieces_of, rows_of, split_rows

FEW = 2  # rows, a heading and one more: a grid with more has a rule between any two of them, but for columns of figures
LEVEL = 0.5  # em: first lines of cells side by side
LOOSE = 2  # cells at least must show that a row ends where no rule says so


def part_grid(grid: Grid, content: PageContent) -> Grid:
    """The grid with its cells merged no further than their text is; the same grid where rules say all."""
    if any(cell.colspan > 1 and cell.runs for cell in grid.cells):
        grid.cells = [part for cell in grid.cells for part in _part_columns(cell, grid, content)]
    if len(grid.xs) > 2:
        count = len(grid.ys) - 1
        for row in reversed(range(count)):
            if count <= FEW + 1 or _holds_figures(grid, row):
                _part_rows(grid, row, content, figures=count > FEW)
    return grid


def _holds_figures(grid: Grid, row: int) -> bool:
    """Whether in two cells of a row several figures stand below each other."""
    held = [cell.runs for cell in grid.cells if cell.row == row and len(cell.runs) > 1]
    return sum(all(FIGURE.match(run.text.strip()) for run in runs) for runs in held) > 1


def _part_columns(cell: GridCell, grid: Grid, content: PageContent) -> list[GridCell]:
    """A cell across several columns, parted where its pieces stand side by side, each within a column."""
    if cell.colspan == 1 or len(cell.runs) < 2:
        return [cell]
    xs = grid.xs[cell.column : cell.column + cell.colspan + 1]
    pieces = [piece for row in rows_of(read_lines(content, cell.runs, ())) for line in row.lines for piece in pieces_of(line)]
    held = [[piece for piece in pieces if a - 1 <= piece.x0 and piece.x1 <= b + 1] for a, b in pairwise(xs)]
    filled = [i for i, column in enumerate(held) if column]
    if sum(map(len, held)) < len(pieces) or len(filled) < 2 or len(filled) < cell.colspan - 1:
        return [cell]
    tops = [column[0].baseline for column in held if column]
    if max(tops) - min(tops) > LEVEL * pieces[0].size or any(marks_next(line, pieces) for line in pieces if is_marker_only(line)):
        return [cell]
    return [
        GridCell(
            cell.row,
            cell.column + i,
            cell.rowspan,
            1,
            (xs[i], cell.box[1], xs[i + 1], cell.box[3]),
            [run for line in column for run in line.runs],
        )
        for i, column in enumerate(held)
    ]


def _part_rows(grid: Grid, row: int, content: PageContent, *, figures: bool) -> None:
    """Part a row of the grid into those that its cells show: figures below figures, lines that leave room in several columns.

    `figures`: only where a column holds one figure for each row.
    """
    own = [cell for cell in grid.cells if cell.row == row]
    if len(own) != len(grid.xs) - 1 or any(cell.rowspan > 1 or cell.colspan > 1 for cell in own):
        return
    lines = [[piece for line in read_lines(content, cell.runs, ()) for piece in pieces_of(line)] for cell in own]
    if sum(len(column) > 1 for column in lines) < 2:
        return
    rows = rows_of([line for column in lines for line in column])
    places = {id(line): c for c, column in enumerate(lines) for line in column}
    cells = [[[line for line in one.lines if places[id(line)] == c] for c in range(len(own))] for one in rows]
    groups = _whole(split_rows(rows, cells), cells)
    if len(groups) < 2 or not all(_begins(cells, group) for group in groups) or _loose(cells, groups, own) < LOOSE * (len(groups) - 1):
        return
    if figures and not any(all(_is_figure([line for i in group for line in cells[i][c]]) for group in groups) for c in range(len(own))):
        return
    _replace(grid, row, own, rows, cells, groups)


def _is_figure(pieces: list[Line]) -> bool:
    return len(pieces) == 1 and bool(FIGURE.match(pieces[0].text.strip()))


def _whole(groups: list[list[int]], cells: list[list[list[Line]]]) -> list[list[int]]:
    """The groups, what is only a sentence of the first cell taken to the row above, or below where that cell ended above with room to spare."""
    result: list[list[int]] = []
    ahead: list[int] = []
    for group in groups:
        if any(cells[i][c] for i in group for c in range(1, len(cells[0]))):
            result.append([*ahead, *group])
            ahead = []
            continue
        above = [line for i in (result[-1] if result else []) for line in cells[i][0]]
        widest = max((line.x1 - line.x0 for row in cells for line in row[0]), default=0.0)
        if above and not leaves_room(above[-1], cells[group[0]][0][0], widest):
            result[-1] += group
        else:
            ahead += group
    return [*result, ahead] if ahead else result


def _begins(cells: list[list[list[Line]]], group: list[int]) -> bool:
    """Whether a row of the table begins with its label, beside at least one other cell."""
    return bool(cells[group[0]][0]) and any(cells[i][c] for i in group for c in range(1, len(cells[0])))


def _loose(cells: list[list[list[Line]]], groups: list[list[int]], own: list[GridCell]) -> int:
    """How many cells end, above another row, with a line on which the next row's first word had room."""
    found = 0
    for above, below in pairwise(groups):
        for c, cell in enumerate(own):
            ends = [line for i in above for line in cells[i][c]]
            starts = [line for i in below for line in cells[i][c]]
            if not (ends and starts):
                continue
            if _is_figure(ends[-1:]) and _is_figure(starts[:1]):
                found += 1
            elif marker_of(starts[0]) is None and not is_marker_only(starts[0]):  # else an item of a list within the cell
                found += leaves_room(ends[-1], starts[0], cell.box[2] - cell.box[0] - ends[-1].size)
    return found


def _replace(grid: Grid, row: int, own: list[GridCell], rows: list[Row], cells: list[list[list[Line]]], groups: list[list[int]]) -> None:
    tops = [grid.ys[row], *(min(line.top for line in rows[group[0]].lines) - 1 for group in groups[1:])]
    edges = [*tops, grid.ys[row + 1]]
    more = len(groups) - 1
    for cell in grid.cells:
        if cell.row > row:
            cell.row += more
        elif cell.row + cell.rowspan > row + 1:
            cell.rowspan += more
    parts = [
        GridCell(
            row + r,
            cell.column,
            1,
            1,
            (cell.box[0], edges[r], cell.box[2], edges[r + 1]),
            [run for i in group for line in cells[i][c] for run in line.runs],
        )
        for r, group in enumerate(groups)
        for c, cell in enumerate(own)
    ]
    grid.cells = sorted([*(cell for cell in grid.cells if cell not in own), *parts], key=lambda cell: (cell.row, cell.column))
    grid.ys = [*grid.ys[: row + 1], *tops[1:], *grid.ys[row + 1 :]]
    grid.shaded = {at if at <= row else at + more for at in grid.shaded}
