"""The upper row of a heading of two, where no upright rules are drawn: a cell above several columns, with a rule of their width below it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

from plantext.read.pdf.engines.engine import Rule
from plantext.read.pdf.lines import Line
from plantext.read.pdf.tables.bands import column_of
from plantext.read.pdf.tables.grids import Grid, GridCell, merged

NEAR = 2.4  # em: the upper row's text stands no further above its rule, and the rule no further above the lower row
APART = 4.0  # points: rules nearer to each other are one
OFF = 4.0  # em: cells that take as many columns each are set to the left, in the middle or to the right of them
MOST = 12  # columns below one rule
BEYOND = 24.0  # points: a rule reaches so far beyond the text of a table that white parts
HALF = 0.5  # of a column above which nothing stands: a rule that runs over more of it spans it
ENDS = 6.0  # points: a rule that reaches so near both edges of the table spans all of it

Spanned = tuple[int, int, list[Line]]
"""The first column, the one behind the last, and what stands above them."""


def find_spanners(flats: Sequence[Rule], heading: Sequence[Line], lines: Sequence[Line], edges: Sequence[float]) -> list[Spanned]:
    """The cells above the lower row `heading`, from left to right; one that stands above no rule belongs to a single column."""
    floor, size = min(line.baseline for line in heading), heading[0].size
    within = [
        rule
        for rule in flats
        if 0 < floor - rule.top < NEAR * size
        and rule.x0 > edges[0] - ENDS
        and rule.x1 < edges[-1] + ENDS
        and rule.x1 - rule.x0 < edges[-1] - edges[0] - 2 * ENDS
    ]
    if not within:
        return []
    top = min(rule.top for rule in within)
    upper = [line for line in lines if 0 < top - line.baseline < NEAR * size and line.x0 > edges[0] - ENDS and line.x1 < edges[-1] + ENDS]
    found: dict[tuple[int, int], list[Line]] = {}
    shared = _shared(within, heading, upper, edges)
    for line in upper:
        if line.bold != heading[0].bold or abs(line.size - size) > 0.07 * size:
            return []
        middle = (line.x0 + line.x1) / 2
        rule = next((rule for rule in within if rule.x0 <= middle <= rule.x1), None)
        x0, x1 = (rule.x0, rule.x1) if rule is not None else (line.x0, line.x1)
        x0, x1 = shared.get(id(line), (x0, x1))
        reached = [c for c in range(len(edges) - 1) if min(x1, edges[c + 1]) - max(x0, edges[c]) > ENDS]
        if rule is not None and len(reached) > 1:  # figures set to the right leave room in which the rule of the next column may begin
            held = {column_of(edges, one) for one in heading if _is_over(one, rule)}
            reached = [c for c in reached if c in held or min(x1, edges[c + 1]) - max(x0, edges[c]) > HALF * (edges[c + 1] - edges[c])]
        if not reached or (rule is None and len(reached) > 1):
            return []
        found.setdefault((reached[0], reached[-1] + 1), []).append(line)
    taken = [c for start, end in found for c in range(start, end)]
    if len(taken) > len(set(taken)) or not any(end - start > 1 for start, end in found):
        return []
    return [(start, end, found[start, end]) for start, end in sorted(found)]


def head_aligned(grid: Grid, rules: Sequence[Rule], lines: Sequence[Line]) -> None:
    """Put before the first row of a table that white parts the upper row of its heading: a rule below that says what it spans, or where it stands."""
    heading = [
        line for line in lines if grid.ys[0] < line.baseline < grid.ys[1] and line.x0 >= grid.xs[0] - 1 and line.x1 <= grid.xs[-1] + 1
    ]
    if not heading or not all(line.bold for line in heading):
        return
    edges = [grid.xs[0] - BEYOND, *grid.xs[1:-1], grid.xs[-1] + BEYOND]
    width = grid.xs[-1] - grid.xs[0] - ENDS
    flats = merged([rule for rule in rules if rule.bottom - rule.top < rule.x1 - rule.x0 < width and rule.top < grid.ys[1]], flat=True)
    spanners = (find_spanners(flats, heading, lines, edges) if flats else []) or _centred(heading, lines, edges)
    if spanners:
        add_spanners(spanners, grid.cells, edges, grid.ys)


def _centred(heading: Sequence[Line], lines: Sequence[Line], edges: Sequence[float]) -> list[Spanned]:
    """The cells just above the row `heading`, no rule below them: each in a single column, or in the middle of several; one at least of these."""
    floor, size = min(line.baseline for line in heading), heading[0].size
    upper = [line for line in lines if 0 < floor - line.baseline < NEAR * size and all(line is not one for one in heading)]
    if len(upper) < 2 or not all(line.bold and abs(line.size - size) < 0.07 * size for line in upper):
        return []
    lower = sorted(heading, key=lambda line: line.x0)
    found: list[Spanned] = []
    for line in sorted(upper, key=lambda line: line.x0):
        runs = [lower[a : b + 1] for b in range(len(lower)) for a in range(b) if lower[a].x0 <= line.x0 and line.x1 <= lower[b].x1]
        run = min(runs, key=lambda run: _off_middle(line, run), default=[])
        column = column_of(edges, line)
        if run and _off_middle(line, run) < size:
            found.append((column_of(edges, run[0]), column_of(edges, run[-1]) + 1, [line]))
        elif edges[0] < line.x0 and line.x1 < edges[column + 1]:
            found.append((column, column + 1, [line]))
        else:
            return []
    apart = all(a[1] <= b[0] for a, b in pairwise(found))
    return found if apart and any(end - start > 1 for start, end, _ in found) else []


def _off_middle(line: Line, run: Sequence[Line]) -> float:
    """How far the middle of a line is from the middle of those below it."""
    return abs(line.x0 + line.x1 - run[0].x0 - run[-1].x1) / 2


def _shared(
    rules: Sequence[Rule], heading: Sequence[Line], upper: Sequence[Line], edges: Sequence[float]
) -> dict[int, tuple[float, float]]:
    """Where one rule runs below several cells: each takes as many columns as the others, or those in whose middle it stands."""
    found: dict[int, tuple[float, float]] = {}
    for rule in rules:
        above = sorted((line for line in upper if _is_over(line, rule)), key=lambda line: line.x0)
        below = sorted((line for line in heading if _is_over(line, rule)), key=lambda line: line.x0)
        if not 1 < len(above) < len(below) <= MOST:
            continue
        splits = [(0, *places, len(below)) for places in combinations(range(1, len(below)), len(above) - 1)]
        parts = [[below[a:b] for a, b in pairwise(places)] for places in splits]
        even = [part for part in parts if len({len(run) for run in part}) == 1]
        if even and all(_off_middle(line, run) < OFF * line.size for line, run in zip(above, even[0], strict=True)):
            best = even[0]
        else:
            best = min(parts, key=lambda part: sum(_off_middle(line, run) for line, run in zip(above, part, strict=True)))
            best = best if all(_off_middle(line, run) < line.size for line, run in zip(above, best, strict=True)) else []
        bounds = [(edges[column_of(edges, run[0])], edges[column_of(edges, run[-1]) + 1]) for run in best]
        if bounds and all(x0 - ENDS < line.x0 and line.x1 < x1 + ENDS for line, (x0, x1) in zip(above, bounds, strict=True)):
            found.update((id(line), bound) for line, bound in zip(above, bounds, strict=True))
    return found


def _is_over(line: Line, rule: Rule) -> bool:
    """Whether a line stands above or below a rule, and not beside it."""
    return rule.x0 <= (line.x0 + line.x1) / 2 <= rule.x1


def rules_within(rules: Sequence[Rule], frame: Sequence[Rule]) -> list[Rule]:
    """The rules that part the two rows of a heading which both stand between the table's first two rules, `frame`."""
    low, high = frame[0].top + APART, frame[1].top - APART
    x0, x1 = frame[0].x0, frame[0].x1
    inner = [r for r in rules if low < r.top < high and r.x0 > x0 - ENDS and r.x1 < x1 + ENDS and r.x1 - r.x0 < x1 - x0 - 2 * ENDS]
    return merged(inner, flat=True) if inner else []


def stands_on(line: Line, rules: Sequence[Rule]) -> bool:
    """Whether a line stands above one of the rules."""
    return any(line.baseline <= rule.top and rule.x0 <= (line.x0 + line.x1) / 2 <= rule.x1 for rule in rules)


def spanners_within(rules: Sequence[Rule], band: Sequence[Line], edges: Sequence[float]) -> tuple[list[Spanned], list[Line]]:
    """The upper row of a `band` that `rules` part, and the lines of its lower one; nothing and the band where it holds no such rows."""
    lower = [line for line in band if line.baseline > rules[0].top]
    upper = [line for line in band if line.baseline <= rules[0].top]
    found = find_spanners(rules, lower, upper, edges) if lower and upper else []
    return (found, lower) if found else ([], list(band))


def add_spanners(spanners: Sequence[Spanned], cells: list[GridCell], edges: Sequence[float], ys: list[float]) -> None:
    """Put the upper row of the heading before the others; what heads a single column, empty in the lower row, takes both."""
    lower = {cell.column: cell for cell in cells if cell.row == 0}
    for cell in cells:
        cell.row += 1
    ys.insert(0, min(line.top for _, _, lines in spanners for line in lines) - 1)
    upper = []
    for start, end, lines in spanners:
        deep = 2 if end - start == 1 and not lower[start].runs else 1
        if deep == 2:
            cells.remove(lower[start])
        runs = [run for line in lines for run in line.runs]
        upper.append(GridCell(0, start, deep, end - start, (edges[start], ys[0], edges[end], ys[deep]), runs))
    named = {c for start, end, _ in spanners for c in range(start, end)}
    upper += [GridCell(0, c, 1, 1, (edges[c], ys[0], edges[c + 1], ys[1])) for c in range(len(edges) - 1) if c not in named]
    cells[:0] = sorted(upper, key=lambda cell: cell.column)
