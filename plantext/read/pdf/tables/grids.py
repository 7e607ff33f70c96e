"""Ruling lines become grids: the rows, columns and merged cells of ruled and part-ruled tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from plantext.model.document import Box
from plantext.read.pdf.engines.engine import PageContent, Rule, Run
from plantext.read.pdf.forms import Field, find_fields, single_box
from plantext.read.pdf.tables.stripes import is_striped

NEAR = 3.0  # points: rules nearer than this are one rule, and meet
DASH = 5.0  # points: collinear rules with gaps no wider than this are one (dashed borders)
COVERS = 0.6  # of a cell's side must be ruled for the side to part two cells
SMALL_ROW = 5.0  # points: a lower row is the space within a double rule
NARROW = 6.0  # points: so is a narrower column
EMPTY = 0.25  # of a large grid's cells at least hold text, else it is a chart's grid
LARGE_GRID = 12  # cells
SHADE = (14.0, 7.0)  # points: the least width and height of a shaded cell


RATED = 3  # rows at least of a column of ratings


class GridCell(msgspec.Struct):
    """A cell: its place in the grid, how many rows and columns it takes, its box and its runs."""

    row: int
    column: int
    rowspan: int
    colspan: int
    box: Box
    runs: list[Run] = []


class Grid(msgspec.Struct):
    """A table's grid on one page. `open_top` and `open_bottom`: no rule closes it there."""

    page: int
    xs: list[float]
    ys: list[float]
    cells: list[GridCell]
    open_bottom: bool = False
    drawn: bool = False  # by rules or grounds, and not by the white between its cells
    ruled: bool = True  # some upright line of it is drawn, and not only the edge of a coloured ground
    parted: bool = False  # level rules part its rows
    shaded: set[int] = set()  # rows whose cells have a coloured ground

    @property
    def box(self) -> Box:
        """`(x0, top, x1, bottom)`."""
        return (self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])


def find_grids(content: PageContent, runs: Sequence[Run]) -> list[Grid]:
    """The tables that rules or shaded cells draw on a page, from top to bottom, each cell with its runs."""
    flats = [r for r in content.rules if _is_flat(r)]
    uprights = [r for r in content.rules if not _is_flat(r)]
    edges = _shade_edges(content)
    flats += [r for r in edges if _is_flat(r)]
    drawn = merged(uprights, flat=False)
    flats, uprights = merged(flats, flat=True), merged(uprights + [r for r in edges if not _is_flat(r)], flat=False)
    shades = {id(rule) for rule in uprights if not any(abs(rule.x0 - other.x0) < NEAR and _overlap(rule, other) for other in drawn)}
    grids = []
    boxes: list[Box] = []
    grounds: list[Grid] = []
    for h, v in _components(flats, uprights):
        grid = _grid(content, h, v)
        if grid is None:
            continue
        if len(grid.cells) == 1 and (box := single_box(h, v)) is not None:
            boxes.append(box)
            continue
        grid.ruled = any(id(rule) not in shades for rule in v)
        if not grid.ruled:
            grounds.append(grid)
        _fill(grid, runs)
        if _is_table(grid):
            _note_shades(grid, content)
            grids.append(grid)
    if boxes:
        grids += [_form(fields, content.number) for fields in find_fields(boxes, runs)]
    if grounds:
        found = [(grid.xs, grid.ys) for grid in grounds]
        grids = [grid for grid in grids if grid.ruled or _spans(grid) or not is_striped(grid.xs, grid.ys, found, runs)]
    return sorted(_outermost([grid for grid in grids if not _is_one_column(grid)]), key=lambda grid: grid.ys[0])


def _is_one_column(grid: Grid) -> bool:
    """Whether only a column of ratings has cells, and all the others, side by side in rows of their own, stand in one beside it."""
    count = len(grid.ys) - 1
    return count >= RATED and any(cell.rowspan == count and _holds_rows(cell, grid.ys) for cell in grid.cells)


def _holds_rows(cell: GridCell, ys: Sequence[float]) -> bool:
    """Whether in each row of the grid several pieces of text stand side by side in a cell."""
    for top, bottom in pairwise(ys):
        row = sorted((run for run in cell.runs if top < run.baseline <= bottom), key=lambda run: run.x0)
        if not any(b.x0 - a.x1 > b.size for a, b in pairwise(row)):
            return False
    return True


def _spans(grid: Grid) -> bool:
    """Whether a cell takes some but not all columns, as in a heading of two rows."""
    return any(1 < cell.colspan < len(grid.xs) - 1 for cell in grid.cells)


def _form(fields: Sequence[Field], page: int) -> Grid:
    """Labels and the boxes on their right, a row each."""
    left = min(run.x0 for _, labels, _ in fields for run in labels)
    edge, right = fields[0][0][0], max(box[2] for box, _, _ in fields)
    ys = [fields[0][0][1], *((a[3] + b[1]) / 2 for (a, _, _), (b, _, _) in pairwise(fields)), fields[-1][0][3]]
    cells = []
    for row, (box, labels, values) in enumerate(fields):
        cells.append(GridCell(row, 0, 1, 1, (left, ys[row], edge, ys[row + 1]), labels))
        cells.append(GridCell(row, 1, 1, 1, box, values))
    return Grid(page, [left, edge, right], ys, cells)


def _overlap(rule: Rule, other: Rule) -> bool:
    return min(rule.bottom, other.bottom) - max(rule.top, other.top) > 0.3 * (rule.bottom - rule.top)


def _is_flat(rule: Rule) -> bool:
    return rule.x1 - rule.x0 >= rule.bottom - rule.top


def _shade_edges(content: PageContent) -> list[Rule]:
    """The edges of coloured grounds of cells, where at least two lie side by side or one below the other."""
    boxes = [
        s
        for s in content.shapes
        if s.kind == "box" and s.x1 - s.x0 >= SHADE[0] and s.bottom - s.top >= SHADE[1] and s.bottom - s.top < 0.6 * content.height
    ]
    if len(boxes) > 400:
        return []
    edges: list[Rule] = []
    for box in boxes:
        beside = any(
            o is not box
            and (
                (abs(o.x0 - box.x1) < NEAR or abs(o.x1 - box.x0) < NEAR)
                and (abs(o.top - box.top) < NEAR or abs(o.bottom - box.bottom) < NEAR)
            )
            for o in boxes
        )
        if beside:
            edges += [
                Rule(box.x0, box.top, box.x1, box.top),
                Rule(box.x0, box.bottom, box.x1, box.bottom),
                Rule(box.x0, box.top, box.x0, box.bottom),
                Rule(box.x1, box.top, box.x1, box.bottom),
            ]
    return edges


def merged(rules: Iterable[Rule], *, flat: bool) -> list[Rule]:
    """Collinear rules that touch or nearly touch, as one."""
    keyed = sorted(((r.top, r.x0, r.x1) if flat else (r.x0, r.top, r.bottom)) for r in rules)
    groups: list[list[tuple[float, float, float]]] = []
    for item in keyed:
        if groups and item[0] - groups[-1][0][0] < 1.2:
            groups[-1].append(item)
        else:
            groups.append([item])
    merged = []
    for group in groups:
        at = sum(item[0] for item in group) / len(group)
        low, high = None, 0.0
        for _, start, end in sorted(group, key=lambda item: item[1]):
            if low is None:
                low, high = start, end
            elif start - high <= DASH:
                high = max(high, end)
            else:
                merged.append((at, low, high))
                low, high = start, end
        if low is not None:
            merged.append((at, low, high))
    return [Rule(a, at, b, at) if flat else Rule(at, a, at, b) for at, a, b in merged if b - a > 4]


def _components(flats: list[Rule], uprights: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Rules that cross or meet, together."""
    parent = list(range(len(flats) + len(uprights)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, h in enumerate(flats):
        for j, v in enumerate(uprights):
            if h.x0 - NEAR <= v.x0 <= h.x1 + NEAR and v.top - NEAR <= h.top <= v.bottom + NEAR:
                parent[root(i)] = root(len(flats) + j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i in range(len(parent)):
        h_group, v_group = groups.setdefault(root(i), ([], []))
        if i < len(flats):
            h_group.append(flats[i])
        else:
            v_group.append(uprights[i - len(flats)])
    return [group for group in groups.values() if group[0] and group[1]]


def _levels(values: Iterable[float], smallest: float) -> list[float]:
    """Sorted coordinates, those nearer than `smallest` taken as one."""
    result: list[float] = []
    for value in sorted(values):
        if not result or value - result[-1] >= smallest:
            result.append(value)
    return result


def _grid(content: PageContent, flats: list[Rule], uprights: list[Rule]) -> Grid | None:
    top, bottom = min(v.top for v in uprights), max(v.bottom for v in uprights)
    left, right = min(h.x0 for h in flats), max(h.x1 for h in flats)
    ys = _levels([h.top for h in flats] + [top, bottom], SMALL_ROW)
    xs = _levels([v.x0 for v in uprights] + [left, right], NARROW)
    if len(xs) < 2 or len(ys) < 2 or (len(xs) - 1) * (len(ys) - 1) > 4000:
        return None
    rows, columns = len(ys) - 1, len(xs) - 1
    parent = list(range(rows * columns))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for row in range(rows):
        for column in range(columns):
            here = row * columns + column
            if column + 1 < columns and not _covered(uprights, xs[column + 1], ys[row], ys[row + 1], upright=True):
                parent[root(here + 1)] = root(here)
            if row + 1 < rows and not _covered(flats, ys[row + 1], xs[column], xs[column + 1], upright=False):
                parent[root(here + columns)] = root(here)
    slots: dict[int, list[tuple[int, int]]] = {}
    for i in range(rows * columns):
        slots.setdefault(root(i), []).append(divmod(i, columns))
    cells = []
    for members in slots.values():
        r0, r1 = min(r for r, _ in members), max(r for r, _ in members)
        c0, c1 = min(c for _, c in members), max(c for _, c in members)
        cells.append(GridCell(r0, c0, r1 - r0 + 1, c1 - c0 + 1, (xs[c0], ys[r0], xs[c1 + 1], ys[r1 + 1])))
    cells.sort(key=lambda cell: (cell.row, cell.column))
    closing = max(h.top for h in flats)
    return Grid(content.number, xs, ys, cells, open_bottom=ys[-1] - closing > SMALL_ROW, drawn=True)


def _covered(rules: list[Rule], at: float, start: float, end: float, *, upright: bool) -> bool:
    total = 0.0
    for rule in rules:
        place, a, b = (rule.x0, rule.top, rule.bottom) if upright else (rule.top, rule.x0, rule.x1)
        if abs(place - at) < (NARROW if upright else SMALL_ROW):
            total += max(0.0, min(b, end) - max(a, start))
    return total >= COVERS * (end - start)


def _fill(grid: Grid, runs: Sequence[Run]) -> None:
    x0, top, x1, bottom = grid.box
    inside = [r for r in runs if x0 - 1 <= (r.x0 + r.x1) / 2 <= x1 + 1 and top - 1 <= (r.top + r.bottom) / 2 <= bottom + 1]
    for run in inside:
        x, y = run.x0 + min(3.0, (run.x1 - run.x0) / 2), (run.top + run.bottom) / 2
        for cell in grid.cells:
            if cell.box[0] - 1 <= x < cell.box[2] and cell.box[1] - 1 <= y < cell.box[3] + 0.01:
                cell.runs.append(run)
                break


def _is_table(grid: Grid) -> bool:
    filled = [cell for cell in grid.cells if cell.runs]
    if len(grid.cells) < 2 or not filled:
        return False
    if len(grid.ys) == 2 and not grid.ruled:  # shaded column headings of a table without upright rules
        return False
    if len(grid.xs) == 2:  # boxes one below the other: no columns, so no table
        return False
    if len({cell.column for cell in filled}) < 2 and len(filled) < 3:
        return False
    return not (len(grid.cells) >= LARGE_GRID and len(filled) < EMPTY * len(grid.cells))


def _note_shades(grid: Grid, content: PageContent) -> None:
    for row in range(len(grid.ys) - 1):
        middle = (grid.ys[row] + grid.ys[row + 1]) / 2
        width = sum(
            max(0.0, min(s.x1, grid.xs[-1]) - max(s.x0, grid.xs[0]))
            for s in content.shapes
            if s.kind == "box" and s.top <= middle <= s.bottom and s.bottom - s.top < 3 * (grid.ys[row + 1] - grid.ys[row])
        )
        if width > 0.8 * (grid.xs[-1] - grid.xs[0]):
            grid.shaded.add(row)


def _outermost(grids: list[Grid]) -> list[Grid]:
    """Grids that lie in no other."""
    kept = []
    for grid in grids:
        x0, top, x1, bottom = grid.box
        boxes = [other.box for other in grids if other is not grid]
        inside = any(b[0] - 1 <= x0 and b[1] - 1 <= top and b[2] + 1 >= x1 and b[3] + 1 >= bottom for b in boxes)
        if not inside:
            kept.append(grid)
    return kept
