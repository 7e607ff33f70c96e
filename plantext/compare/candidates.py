"""Which texts are worth comparing: an inverted index that gives the best few rows for each query, by the weight of the terms they share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

LONGEST_POSTING = 4_000  # a term of more rows finds none, even where it is all that a query has
POSTINGS_PER_QUERY = 1_000  # rarest terms first; what is common to thousands of rows tells none of them apart, so time stays linear
CELLS_AT_ONCE = 2_000_000  # sums held at a time: 16 MB, and as much again for their order


class Candidates(NamedTuple):
    """Pairs worth scoring, by query, best first, ties by row. `score` is the cosine of the terms looked at, in [0, 1]."""

    query: Ints
    row: Ints
    score: Floats


class Index:
    """An inverted index over rows of weighted terms.

    >>> index = Index([{"drug": 2.0, "strategy": 1.0}, {"burglary": 2.0}])
    >>> index.best([{"drug": 2.0}], limit=3).row.tolist()
    [0]
    """

    def __init__(self, rows: Sequence[Mapping[str, float]]) -> None:
        """Each row maps a term to its weight, which is positive; weights are scaled to unit length here."""
        self.size = len(rows)
        self._terms: dict[str, int] = {}
        for row in rows:
            for term in row:
                self._terms.setdefault(term, len(self._terms))
        owners, terms, weights = self._flat(rows)
        order = np.argsort(terms, kind="stable")
        self._rows, self._weights = owners[order], weights[order]
        self._starts = np.searchsorted(terms[order], np.arange(len(self._terms) + 1))

    def best(self, queries: Sequence[Mapping[str, float]], limit: int, least: float = 0.0) -> Candidates:
        """For each query the `limit` rows that share most of its weight, of those that reach `least` of its best row's score.

        Rows that share nothing are left out.
        """
        owners, terms, weights = self._flat(queries)
        lengths = (self._starts[1:] - self._starts[:-1])[terms]
        order = np.lexsort((terms, lengths, owners))  # rarest first within each query
        owners, terms, weights, lengths = owners[order], terms[order], weights[order], lengths[order]
        kept = _within(owners, lengths, POSTINGS_PER_QUERY)
        owners, terms, weights, lengths = owners[kept], terms[kept], weights[kept], lengths[kept]
        step = max(1, CELLS_AT_ONCE // max(1, self.size))
        found = []
        for first in range(0, len(queries), step):
            low, high = np.searchsorted(owners, (first, first + step))
            chunk = slice(low, high)
            count = min(step, len(queries) - first)
            sums = self._sums(owners[chunk] - first, terms[chunk], weights[chunk], lengths[chunk], count)
            query, row, score = _top(sums, limit, least)
            found.append((query + first, row, score))
        if not found:
            return Candidates(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))
        return Candidates(*(np.concatenate(parts) for parts in zip(*found, strict=True)))

    def _flat(self, rows: Sequence[Mapping[str, float]]) -> tuple[Ints, Ints, Floats]:
        """Rows as three parallel arrays: whose, which term, its share of the row's length; unknown terms count for the length only."""
        owners = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
        terms = np.array([self._terms.get(term, -1) for row in rows for term in row], dtype=np.int64)
        weights = np.array([weight for row in rows for weight in row.values()], dtype=np.float64)
        norms = np.sqrt(np.bincount(owners, weights**2, minlength=len(rows))) if len(rows) else np.ones(0)
        weights = weights / norms[owners] if len(owners) else weights
        known = terms >= 0
        return owners[known], terms[known], weights[known]

    def _sums(self, owners: Ints, terms: Ints, weights: Floats, lengths: Ints, count: int) -> Floats:
        """The cosines of `count` queries with every row, `[count, size]`."""
        total = int(lengths.sum())
        offsets = np.cumsum(lengths) - lengths
        postings = np.arange(total) + np.repeat(self._starts[terms] - offsets, lengths)
        cells = np.repeat(owners * self.size, lengths) + self._rows[postings]
        shares = np.repeat(weights, lengths) * self._weights[postings]
        sums: Floats = np.bincount(cells, shares, minlength=count * self.size).astype(np.float64, copy=False)
        return sums.reshape(count, self.size)


def _within(owners: Ints, lengths: Ints, budget: int) -> NDArray[np.bool_]:
    """Which terms a query can afford, in the order given; its first nearly always."""
    spent = np.cumsum(lengths)
    starts = np.searchsorted(owners, owners)
    before = spent - lengths
    first = (np.arange(len(owners)) == starts) & (lengths <= LONGEST_POSTING)
    kept: NDArray[np.bool_] = (spent - before[starts] <= budget) | first
    return kept


def _top(sums: Floats, limit: int, least: float) -> tuple[Ints, Ints, Floats]:
    """The best `limit` positive columns of each row that reach `least` of the row's best."""
    floor = np.maximum(sums.max(axis=1, initial=0.0) * least, np.finfo(np.float64).tiny)
    query, row = np.divmod(np.flatnonzero(sums >= floor[:, None]), max(1, sums.shape[1]))
    score = sums[query, row]
    order = np.lexsort((row, -score, query))
    query, row, score = query[order], row[order], score[order]
    kept = np.arange(len(query)) - np.searchsorted(query, query) < limit
    return query[kept], row[kept], score[kept]
