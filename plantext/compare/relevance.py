"""How relevant each passage is to each query: words, word forms, phrases, and how much of the query is there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from plantext.compare.terms import Counts, Vocabulary

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float32]

CANDIDATES = 500  # passages looked at closely for one query: the rest share hardly a word with it
K1, B = 1.2, 0.4  # BM25: saturation, and how much length counts (passages of one collection differ less than web pages)
GRAM = 4  # letters of a word's pieces: endings, compounds and misspellings still agree
WEIGHTS = {"cosine": 1.0, "forms": 1.0, "bm25": 0.5, "phrases": 1.0, "share": 0.3}
"""Each feature is in [0, 1]; chosen on contractnli_dev and trace_dev, checked on ria_dev."""
RIVALRY = 0.5  # how much a passage's score falls where other queries suit it better


class Ranked(NamedTuple):
    """Candidates of one query, in the passages' order."""

    passages: Ints
    scores: Floats
    shares: Floats  # of the query's weight, in [0, 1]


class Relevance:
    """Scores of `queries` against `passages`, all computed at once."""

    def __init__(self, queries: Sequence[str], passages: Sequence[str]) -> None:
        import numpy as np

        self.vocabulary = vocabulary = Vocabulary()
        self.size = len(passages)
        forms, owners = vocabulary.numbers([*passages, *queries])
        stems, stem_owners = vocabulary.stemmed(forms, owners)
        rows = len(passages) + len(queries)
        self.forms = Counts(forms, owners, rows, len(vocabulary.forms))
        self.stems = Counts(stems, stem_owners, rows, max(1, len(vocabulary.stems)))
        n = rows
        self.idf = np.log(1 + (n - self.stems.frequency + 0.5) / (self.stems.frequency + 0.5)).astype(np.float32)
        self._in_passages = np.bincount(self.stems.terms[: self.stems.starts[self.size]], minlength=self.stems.columns)
        weighted = (1 + np.log(self.stems.counts)) * self.idf[self.stems.terms]
        self.norms = np.sqrt(np.bincount(self.stems.owners, weights=weighted**2, minlength=rows)) + 1e-9
        self.weighted = (weighted / self.norms[self.stems.owners]).astype(np.float32)
        lengths = np.bincount(self.stems.owners, weights=self.stems.counts, minlength=rows)
        average = lengths[: self.size].mean() if self.size else 1.0
        saturation = K1 * (1 - B + B * lengths / max(average, 1e-9))
        self.bm25 = (self.stems.counts * (K1 + 1) / (self.stems.counts + saturation[self.stems.owners])).astype(np.float32)
        self._pieces()
        self._pairs(stems, stem_owners)
        self._results = self._rival([self._score(number) for number in range(len(queries))])

    def _pieces(self) -> None:
        import numpy as np

        pieces: dict[str, int] = {}
        flat: list[int] = []
        lengths: list[int] = []
        for form in self.vocabulary.forms:
            padded = f" {form} "
            own = [pieces.setdefault(padded[k : k + GRAM], len(pieces)) for k in range(max(1, len(padded) - GRAM + 1))] if form else []
            flat.extend(own)
            lengths.append(len(own))
        owners = np.repeat(np.arange(len(lengths)), lengths)
        self.grams = Counts(np.array(flat, dtype=np.int64), owners, len(lengths), max(1, len(pieces)))
        n = self.forms.rows
        weights = self.forms.frequency[self.grams.owners]
        frequency = np.minimum(n, np.bincount(self.grams.terms, weights=weights, minlength=self.grams.columns))
        self.gram_idf = (np.log((1 + n) / (1 + frequency)) + 1).astype(np.float32)
        self.gram_weighted = self.grams.counts * self.gram_idf[self.grams.terms]
        self.form_squares = np.bincount(self.grams.owners, weights=self.gram_weighted**2, minlength=len(lengths))
        self.form_counts = (1 + np.log(self.forms.counts)).astype(np.float32)
        squares = self.form_counts**2 * self.form_squares[self.forms.terms]
        self.form_norms = np.sqrt(np.bincount(self.forms.owners, weights=squares, minlength=n)) + 1e-9

    def _pairs(self, stems: Ints, owners: Ints) -> None:
        import numpy as np

        columns = self.stems.columns
        together = owners[1:] == owners[:-1]
        keys = (stems[:-1] * columns + stems[1:])[together]
        at = owners[1:][together]
        self.pair_totals = np.bincount(at, minlength=self.stems.rows)
        asked = np.unique(keys[at >= self.size])
        place = np.searchsorted(asked, keys)
        place[place == len(asked)] = 0
        hit = asked[place] == keys if len(asked) else np.zeros(len(keys), bool)
        self.pairs = Counts(place[hit], at[hit], self.stems.rows, max(1, len(asked)))
        self.pair_idf = np.log(1 + self.stems.rows / np.maximum(1, self.pairs.frequency)).astype(np.float32)

    def _score(self, number: int) -> Ranked:
        import numpy as np

        row = self.size + number
        own = self.stems.row(row)
        scores = np.zeros(self.stems.rows, np.float32)
        for term, weight in zip(self.stems.terms[own], self.weighted[own], strict=True):
            column = self.stems.column(term)
            scores[self.stems.owners[column]] += weight * self.weighted[column]
        scores = scores[: self.size]
        if self.size > CANDIDATES:
            candidates = np.sort(np.argsort(-scores, kind="stable")[:CANDIDATES])
        else:
            candidates = np.arange(self.size)
        cosine = scores[candidates]
        dense = np.zeros(self.stems.columns, np.float32)
        dense[self.stems.terms[own]] = self.idf[self.stems.terms[own]]
        total = float(dense.sum()) + 1e-9
        entries, at = self.stems.entries(candidates)
        value = dense[self.stems.terms[entries]]
        m = len(candidates)
        share = np.bincount(at, weights=value, minlength=m) / total
        bm25 = np.bincount(at, weights=value * self.bm25[entries], minlength=m) / (total * (K1 + 1))
        total_score = (
            WEIGHTS["cosine"] * cosine
            + WEIGHTS["forms"] * self._form_score(row, candidates)
            + WEIGHTS["bm25"] * bm25
            + WEIGHTS["phrases"] * self._pair_score(row, candidates)
            + WEIGHTS["share"] * share
        ) / sum(WEIGHTS.values())
        return Ranked(candidates, total_score.astype(np.float32), share.astype(np.float32))

    def _form_score(self, row: int, candidates: Ints) -> Floats:
        import numpy as np

        own = self.forms.row(row)
        entries, at = self.grams.entries(self.forms.terms[own])
        query = np.bincount(self.grams.terms[entries], weights=self.form_counts[own][at] * self.gram_weighted[entries], minlength=self.grams.columns)
        query /= np.linalg.norm(query) + 1e-9
        values = np.zeros(self.grams.rows)
        for gram in np.flatnonzero(query):
            column = self.grams.column(gram)
            values[self.grams.owners[column]] += query[gram] * self.gram_weighted[column]
        entries, at = self.forms.entries(candidates)
        found = np.bincount(at, weights=values[self.forms.terms[entries]] * self.form_counts[entries], minlength=len(candidates))
        return (found / self.form_norms[candidates]).astype(np.float32)

    def _pair_score(self, row: int, candidates: Ints) -> Floats:
        import numpy as np

        own = self.pairs.row(row)
        dense = np.zeros(self.pairs.columns, np.float32)
        dense[self.pairs.terms[own]] = self.pair_idf[self.pairs.terms[own]]
        entries, at = self.pairs.entries(candidates)
        found = np.bincount(at, weights=dense[self.pairs.terms[entries]], minlength=len(candidates))
        usual = np.log(1 + self.stems.rows)
        return (found / np.sqrt((dense.sum() + 1e-9) * (self.pair_totals[candidates] * usual + 1e-9))).astype(np.float32)

    def _rival(self, results: list[Ranked]) -> list[Ranked]:
        import numpy as np

        best = np.full(self.size, 1e-9, np.float32)
        for result in results:
            best[result.passages] = np.maximum(best[result.passages], result.scores)
        return [r._replace(scores=np.clip(r.scores, 0, 1) * (r.scores / best[r.passages]) ** RIVALRY) for r in results]

    def ranked(self, number: int) -> Ranked:
        """The candidates of query `number` that share anything with it."""
        found = self._results[number]
        some = found.scores > 0
        return Ranked(found.passages[some], found.scores[some], found.shares[some])

    def terms(self, number: int) -> list[tuple[str, float, int]]:
        """The terms of query `number`: as printed, share of its weight, number of passages that hold it."""
        own = self.stems.terms[self.stems.row(self.size + number)]
        names = list(self.vocabulary.stems)
        total = float(self.idf[own].sum()) or 1.0
        return [(names[t], round(float(self.idf[t]) / total, 4), int(self._in_passages[t])) for t in own]

    def held(self, number: int, passage: int) -> tuple[int, ...]:
        """Which of the terms of query `number` the passage holds."""
        own = self.stems.terms[self.stems.row(self.size + number)]
        there = set(self.stems.terms[self.stems.row(passage)].tolist())
        return tuple(k for k, term in enumerate(own.tolist()) if term in there)
