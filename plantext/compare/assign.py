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
    matching = _Matching()
    for i, j, gain in sorted(pairs):
        if gain > 0:
            matching.gains.setdefault(i, {})[j] = gain
    for row in matching.gains:
        matching.place(row)
    return dict(sorted(matching.column_of.items()))


class _Matching:
    """A matching that is the best there is for the rows placed so far."""

    def __init__(self) -> None:
        self.gains: dict[int, dict[int, float]] = {}
        self.prices: dict[int, float] = {}  # what taking a column costs the others; 0 for a free one
        self.row_of: dict[int, int] = {}
        self.column_of: dict[int, int] = {}

    def place(self, start: int) -> None:
        """Give `start` a column; or leave it, or a row that it displaces, alone: whichever sums up best."""
        costs: dict[int, float] = {}  # of the columns seen, by the cheapest path from `start`
        via: dict[int, int] = {}  # the row from which that path comes
        done: dict[int, float] = {}
        heap: list[tuple[float, int]] = []
        row, base = start, 0.0
        end_cost, end_row, end_column = 0.0, start, None  # where to stop: this row takes this column, or stays alone
        while True:
            for column, gain in self.gains[row].items():
                cost = base - gain + self.prices.get(column, 0.0)
                if column not in done and cost < costs.get(column, float("inf")):
                    costs[column], via[column] = cost, row
                    heappush(heap, (cost, column))
            while heap and (heap[0][1] in done or heap[0][0] > costs[heap[0][1]]):
                heappop(heap)
            if not heap or heap[0][0] >= end_cost:
                break
            cost, column = heappop(heap)
            done[column] = cost
            if column not in self.row_of:
                end_cost, end_row, end_column = cost, via[column], column
                break
            row = self.row_of[column]
            base = cost + self.gains[row][column] - self.prices.get(column, 0.0)
            if base < end_cost:
                end_cost, end_row, end_column = base, row, None
        for column, cost in done.items():
            if cost < end_cost:
                self.prices[column] = self.prices.get(column, 0.0) + end_cost - cost
        self._shift(start, end_row, end_column, via)

    def _shift(self, start: int, row: int, column: int | None, via: dict[int, int]) -> None:
        """Give `row` the `column` (None: none), and each row on the path back to `start` the column that its successor leaves."""
        while True:
            left = self.column_of.pop(row, None)
            if column is not None:
                self.column_of[row], self.row_of[column] = column, row
            if row == start or left is None:
                return
            row, column = via[left], left
