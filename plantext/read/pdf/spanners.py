"""The upper row of a heading of two, in a table that only level rules draw: a cell above several columns, with a rule of their width below it."""

from __future__ import annotations

from collections.abc import Sequence

from plantext.read.pdf.engine import Rule
from plantext.read.pdf.lines import Line

NEAR = 2.4  # em: the upper row's text stands no further above its rule, and the rule no further above the lower row
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
    for line in upper:
        if line.bold != heading[0].bold or abs(line.size - size) > 0.07 * size:
            return []
        middle = (line.x0 + line.x1) / 2
        rule = next((rule for rule in within if rule.x0 <= middle <= rule.x1), None)
        x0, x1 = (rule.x0, rule.x1) if rule is not None else (line.x0, line.x1)
        reached = [c for c in range(len(edges) - 1) if min(x1, edges[c + 1]) - max(x0, edges[c]) > ENDS]
        if not reached or (rule is None and len(reached) > 1):
            return []
        found.setdefault((reached[0], reached[-1] + 1), []).append(line)
    taken = [c for start, end in found for c in range(start, end)]
    if len(taken) > len(set(taken)) or not any(end - start > 1 for start, end in found):
        return []
    return [(start, end, found[start, end]) for start, end in sorted(found)]
