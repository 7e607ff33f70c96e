"""The rows at a table's ends that no rule closes: above the first rule, below the last, or cut by the page's end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from plantext.read.pdf.engines.engine import Rule
from plantext.read.pdf.lines import PLACE, Line
from plantext.read.pdf.tables.bands import NEAR, WRAPPED, column_of, fits, split_band
from plantext.read.pdf.tables.grids import Grid, GridCell

MOST = 2  # rows below a heading at a page's end; more make a table by themselves
LEVEL = 0.3  # em: rows stand equally far below their rules, or above them


def first_row(lines: Sequence[Line], rules: Sequence[Rule], edges: list[float], bands: Sequence[Sequence[Line]]) -> list[Line]:
    """The row above the first rule, where none opens the table: set as the rows of `bands` are, a bold label beside what explains it.

    It stands as far above the rule as they do above theirs, and nothing else stands near above it.
    """
    left, right = rules[0].x0 - 2, rules[0].x1 + 2
    ends = [rule.top - max(line.baseline for line in band) for rule, band in zip(rules[1:], bands, strict=False) if band]
    pitch = max((b.baseline - a.baseline for band in bands for a, b in pairwise(sorted(band, key=PLACE))), default=0.0)
    found: list[Line] = []
    floor = rules[0].top
    for line in sorted(lines, key=PLACE, reverse=True):
        if line.baseline > rules[0].top or line.x1 < left or line.x0 > right:
            continue
        if floor - line.baseline > (NEAR * line.size if not found else pitch + 1):
            break
        if not fits(line, edges) or (not found and not any(abs(floor - line.baseline - end) < LEVEL * line.size for end in ends)):
            return []
        found.append(line)
        floor = line.baseline
    looks = [_look(band, edges) for band in bands]
    return found if found and 2 * sum(look == _look(found, edges) for look in looks) > len(looks) else []


def _look(row: Sequence[Line], edges: list[float]) -> list[bool | None]:
    """How each column of a row is set: whether its first line is bold, None where there is none."""
    firsts = [min((line for line in row if column_of(edges, line) == c), key=PLACE, default=None) for c in range(len(edges) - 1)]
    return [None if line is None else line.bold for line in firsts]


def cut_row(lines: Sequence[Line], rule: Rule, edges: list[float], left: float, right: float) -> list[Line]:
    """The rest of a row that the page before cut: all that stands above the first rule, in the columns beside the labels'."""
    above = [line for line in lines if line.baseline <= rule.top]
    if not above or not all(line.x0 >= left and line.x1 <= right and fits(line, edges) for line in above):
        return []
    lowest = max(above, key=lambda line: line.baseline)
    if rule.top - lowest.baseline > NEAR * lowest.size or not any(column_of(edges, line) > 0 for line in above):
        return []
    return above if all(b.baseline - a.baseline < NEAR * b.size for a, b in pairwise(sorted(above, key=PLACE))) else []


def find_tail(lines: Sequence[Line], rule: Rule, edges: list[float], left: float, right: float) -> list[Line]:
    """All that follows the last rule, where it keeps to the columns: a row that the page's end cut."""
    below = [line for line in lines if line.baseline > rule.top + 1]
    if not below or not all(line.x0 >= left and line.x1 <= right and fits(line, edges) for line in below):
        return []
    close = min(line.top for line in below) - rule.top < 2 * below[0].size
    return below if close and len({column_of(edges, line) for line in below}) > 1 else []


def begin_rows(grid: Grid, lines: Sequence[Line]) -> None:
    """Give a heading on grounds, with no rule, the row or two that stand below it at the page's end: the next page has the others."""
    if grid.ruled or len(grid.shaded) < len(grid.ys) - 1 or not any(1 < cell.colspan < len(grid.xs) - 1 for cell in grid.cells):
        return
    x0, _, x1, floor = grid.box
    tail = find_tail(lines, Rule(x0, floor, x1, floor), grid.xs, x0 - 2, x1 + 2)
    bands = split_band(tail, grid.xs) if tail else []
    for band in bands if len(bands) <= MOST else ():
        row, bottom = len(grid.ys) - 1, max(line.bottom for line in band) + 1
        for c, (left, right) in enumerate(pairwise(grid.xs)):
            runs = [run for line in band if column_of(grid.xs, line) == c for run in line.runs]
            grid.cells.append(GridCell(row, c, 1, 1, (left, grid.ys[-1], right, bottom), runs))
        grid.ys.append(bottom)


def last_row(lines: Sequence[Line], rules: Sequence[Rule], edges: list[float], bands: Sequence[Sequence[Line]]) -> list[Line]:
    """The row below the last rule, or the last coloured ground, where none closes the table: lines that keep to the columns, up to a gap.

    It stands as far below the rule as the rows of `bands` do below theirs; there are none where grounds and not rules part the rows.
    """
    left, right = rules[0].x0 - 2, rules[0].x1 + 2
    starts = [min(line.baseline for line in band) - rule.top for rule, band in zip(rules, bands, strict=False) if band]
    pitch = max((b.baseline - a.baseline for band in bands for a, b in pairwise(sorted(band, key=PLACE))), default=0.0)
    found: list[Line] = []
    floor = rules[-1].top
    for line in sorted(lines, key=PLACE):
        if line.baseline <= rules[-1].top + 1 or line.x1 < left or line.x0 > right:
            continue
        if not fits(line, edges) or line.baseline - floor > max((NEAR if not found else WRAPPED) * line.size, pitch + 1):
            break
        if not found and bands and not any(abs(line.baseline - floor - start) < LEVEL * line.size for start in starts):
            break
        found.append(line)
        floor = line.baseline
    return found if len({column_of(edges, line) for line in found}) > 1 else []
