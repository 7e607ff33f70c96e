"""The best one-to-one choice among scored pairs: sparse, exact, and in plain Python, so that small and large cases go one way."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heappop, heappush


def assign(pairs: Iterable[tuple[int, int, float]]) -> dict[int, int]:
    """The one-to-one choice of `(i, j, gain)` with the largest sum of gains; pairs without a gain are never chosen.

    Shortest augmenting paths with prices (Jonker and Volgenant, 1987): each row looks only at its own few pairs, so the time follows
    the tangles, not the size. Each row may also stay alone, at no gain.

    >>> assign([(0, 0, 0.9), (0, 1, 0.8), (1, 0, 0.7)])
    {0: 1, 1: 0}
    """
    edges: dict[int, list[tuple[int, float]]] = {}
    for i, j, gain in sorted(pairs):
        if gain > 0:
            edges.setdefault(i, []).append((j, gain))
    prices: dict[int, float] = {}
    row_of: dict[int, int] = {}
    column_of: dict[int, int] = {}
    for start in edges:
        _augment(start, edges, prices, row_of, column_of)
    return dict(sorted(column_of.items()))


def _augment(
    start: int, edges: dict[int, list[tuple[int, float]]], prices: dict[int, float], row_of: dict[int, int], column_of: dict[int, int]
) -> None:
    """Give `start` a column, or leave it or a row that it displaces alone, whichever sums up best."""
    best_end: tuple[float, int, int | None] | None = None  # cost, the row that ends the path, the column it takes (None: alone)
    cost_of: dict[int, float] = {}  # columns, by the cheapest way to them
    via: dict[int, int] = {}
    done: dict[int, float] = {}
    heap: list[tuple[float, int]] = []
    # Costs are prices minus gains; only differences matter, and `base` makes a row's cost comparable along the path.
    row, base = start, 0.0
    while True:
        if best_end is None or base < best_end[0]:
            best_end = (base, row, None)
        for column, gain in edges[row]:
            cost = base - gain + prices.get(column, 0.0)
            if column not in done and cost < cost_of.get(column, float("inf")):
                cost_of[column] = cost
                via[column] = row
                heappush(heap, (cost, column))
        while heap and (heap[0][1] in done or heap[0][0] > cost_of[heap[0][1]]):
            heappop(heap)
        if not heap or heap[0][0] >= best_end[0]:
            break
        cost, column = heappop(heap)
        done[column] = cost
        if column not in row_of:
            best_end = (cost, via[column], column)
            break
        row = row_of[column]
        gain = next(gain for other, gain in edges[row] if other == column)
        base = cost + gain - prices.get(column, 0.0)
    total, row, free = best_end
    for column, cost in done.items():
        if cost < total:
            prices[column] = prices.get(column, 0.0) + total - cost
    while True:
        taken = column_of.get(row)
        if free is None:
            column_of.pop(row, None)
        else:
            column_of[row], row_of[free] = free, row
        if row == start:
            break
        assert taken is not None
        free, row = taken, via[taken]
