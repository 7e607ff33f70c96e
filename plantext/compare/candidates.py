"""Which texts are worth comparing: an inverted index that gives the best few rows for each query, by the weight of the terms they share."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from plantext.text.similarity import Rows

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

LONGEST_POSTING = 4_000  # a term of more rows finds none, even where it is all that a query has
POSTINGS_PER_QUERY = 1_000  # rarest terms first; what is common to thousands of rows tells none of them apart, so time stays linear
CELLS_AT_ONCE = 300_000  # sums held at a time: 2.4 MB, which stay in the cache, and as much again for their order


class Candidates(NamedTuple):
    """Pairs worth scoring, by query, best first. `score` is the cosine of the terms looked at, in [0, 1].

    Of equals the row whose place in its list is nearest to the query's in its own comes first, then the earlier one: of hundreds of texts
    that are all the same, each has its own candidates.
    """

    query: Ints
    row: Ints
    score: Floats


class Index:
    """An inverted index over texts as weighted terms, which are positive numbers."""

    def __init__(self, rows: Rows, width: int) -> None:
        """The terms of rows and queries are numbers below `width`; weights are scaled to unit length here."""
        self.size = rows.size
        order = np.argsort(rows.terms, kind="stable")
        self._rows, self._weights = rows.owners[order], _unit(rows)[order]
        self._starts = np.searchsorted(rows.terms[order], np.arange(width + 1))

    def best(self, queries: Rows, limit: int, least: float = 0.0) -> Candidates:
        """For each query the `limit` rows that share most of its weight, of those that reach `least` of its best row's score.

        Rows that share nothing are left out.
        """
        lengths = (self._starts[1:] - self._starts[:-1])[queries.terms]
        order = np.lexsort((queries.terms, lengths, queries.owners))  # rarest first within each query
        order = order[lengths[order] > 0]
        order = order[_within(queries.owners[order], lengths[order], POSTINGS_PER_QUERY)]
        owners, terms, weights, lengths = queries.owners[order], queries.terms[order], _unit(queries)[order], lengths[order]
        step = max(1, CELLS_AT_ONCE // max(1, self.size))
        found = []
        for first in range(0, queries.size, step):
            low, high = np.searchsorted(owners, (first, first + step))
            chunk = slice(low, high)
            count = min(step, queries.size - first)
            sums = self._sums(owners[chunk] - first, terms[chunk], weights[chunk], lengths[chunk], count)
            found.append(_top(sums, limit, least, first, queries.size))
        if not found:
            return Candidates(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))
        return Candidates(*(np.concatenate(parts) for parts in zip(*found, strict=True)))

    def _sums(self, owners: Ints, terms: Ints, weights: Floats, lengths: Ints, count: int) -> Floats:
        """The cosines of `count` queries with every row, `[count, size]`."""
        total = int(lengths.sum())
        offsets = np.cumsum(lengths) - lengths
        postings = np.arange(total) + np.repeat(self._starts[terms] - offsets, lengths)
        cells = np.repeat(owners * self.size, lengths) + self._rows[postings]
        shares = np.repeat(weights, lengths) * self._weights[postings]
        sums: Floats = np.bincount(cells, shares, minlength=count * self.size).astype(np.float64, copy=False)
        return sums.reshape(count, self.size)


def _unit(rows: Rows) -> Floats:
    """The weights as shares of the length of the text that they are of."""
    norms = np.sqrt(np.bincount(rows.owners, rows.weights**2, minlength=rows.size))
    weights: Floats = rows.weights / norms[rows.owners]
    return weights


def _within(owners: Ints, lengths: Ints, budget: int) -> NDArray[np.bool_]:
    """Which terms a query can afford, in the order given; its first nearly always."""
    spent = np.cumsum(lengths)
    starts = np.searchsorted(owners, owners)
    before = spent - lengths
    first = (np.arange(len(owners)) == starts) & (lengths <= LONGEST_POSTING)
    kept: NDArray[np.bool_] = (spent - before[starts] <= budget) | first
    return kept


def _top(sums: Floats, limit: int, least: float, first: int, queries: int) -> tuple[Ints, Ints, Floats]:
    """The best `limit` positive columns of each row that reach `least` of the row's best; the rows are those from `first` of all `queries`."""
    floor = np.maximum(sums.max(axis=1, initial=0.0) * least, np.finfo(np.float64).tiny)
    size = sums.shape[1]
    query, row = np.divmod(np.flatnonzero(sums >= floor[:, None]), max(1, size))
    score = sums[query, row]
    query += first
    order = np.lexsort((row, np.abs(row * queries - query * size), -score, query))
    query, row, score = query[order], row[order], score[order]
    kept = np.arange(len(query)) - np.searchsorted(query, query) < limit
    return query[kept], row[kept], score[kept]
