"""The upper row of a heading of two, in a table that only level rules draw: a cell above several columns, with a rule of their width below it."""

from __future__ import annotations

from collections.abc import Sequence

from plantext.read.pdf.engines.engine import Rule
from plantext.read.pdf.lines import Line
from plantext.read.pdf.tables.grids import GridCell, merged

NEAR = 2.4  # em: the upper row's text stands no further above its rule, and the rule no further above the lower row
APART = 4.0  # points: rules nearer to each other are one
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
        if not reached or (rule is None and len(reached) > 1):
            return []
        found.setdefault((reached[0], reached[-1] + 1), []).append(line)
    taken = [c for start, end in found for c in range(start, end)]
    if len(taken) > len(set(taken)) or not any(end - start > 1 for start, end in found):
        return []
    return [(start, end, found[start, end]) for start, end in sorted(found)]


def _shared(
    rules: Sequence[Rule], heading: Sequence[Line], upper: Sequence[Line], edges: Sequence[float]
) -> dict[int, tuple[float, float]]:
    """Where one rule runs below several cells: each takes as many columns as the others, and stands within them."""
    found: dict[int, tuple[float, float]] = {}
    for rule in rules:
        above = sorted((line for line in upper if _is_over(line, rule)), key=lambda line: line.x0)
        below = [line for line in heading if _is_over(line, rule)]
        columns = sorted({max((c for c, edge in enumerate(edges[:-1]) if line.x0 >= edge - 1), default=0) for line in below})
        if len(above) < 2 or not columns or len(columns) % len(above) or len(columns) == len(above):
            continue
        share = len(columns) // len(above)
        bounds = [(edges[columns[i * share]], edges[columns[(i + 1) * share - 1] + 1]) for i in range(len(above))]
        if all(x0 - ENDS < line.x0 and line.x1 < x1 + ENDS for line, (x0, x1) in zip(above, bounds, strict=True)):
            found.update((id(line), bound) for line, bound in zip(above, bounds, strict=True))
    return found


def _is_over(line: Line, rule: Rule) -> bool:
    """Whether a line stands above or below a rule, and not beside it."""
    return rule.x0 <= (line.x0 + line.x1) / 2 <= rule.x1


def rules_within(rules: Sequence[Rule], frame: Sequence[Rule]) -> list[Rule]:
    """The rules that part the two rows of a heading which both stand between the table's first two rules, `frame`."""
    low, high = frame[0].top + APART, frame[1].top - APART
    inner = [r for r in rules if low < r.top < high and r.x0 > frame[0].x0 + ENDS and r.x1 < frame[0].x1 + ENDS]
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
