"""How relevant each passage is to each query: words, word forms, phrases, and how much of the query is there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from plantext.compare.terms import TOKEN, Counts, Vocabulary, parts
from plantext.text.acronyms import Names, harvest
from plantext.text.related import related_stems

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float32]

CANDIDATES = 500  # passages looked at closely for one query: the rest share hardly a word with it
GRAM = 4  # letters of a word's pieces: endings, compounds and misspellings still agree
WEIGHTS = {"words": 1.0, "related": 0.8, "forms": 0.75, "phrases": 0.35}
"""What each feature adds; searched over wide grids, the figures are flat around these."""
LENGTH = 0.4  # how far a passage's length counts against it: 0 not at all, 1 as in a cosine
FEEDBACK = 0.6  # weight of likeness to the query's best passages, which bring words the query does not have
FEEDBACK_PASSAGES = 10
RIVALRY = 0.4  # how much a passage's score falls where another query suits it better
CROWD = 0.3  # how much of the mean of its best scores a passage that suits every query loses
CROWD_QUERIES = 10
NEARBY = 40  # words with a subject: a long sentence; what stands farther apart is not one statement


class Ranked(NamedTuple):
    """Candidates of one query, in the passages' order."""

    passages: Ints
    scores: Floats
    shares: Floats  # of the weight of the query's terms, those that the passage holds; in [0, 1]
    rare_shares: Floats  # the same with squared weights: the rare terms decide


class Relevance:
    """Scores of `queries` against `passages`, all computed at once. `names`: acronyms that both may use in either form."""

    def __init__(self, queries: Sequence[str], passages: Sequence[str], names: Mapping[str, str] | None = None) -> None:
        import numpy as np

        both = Names(harvest([*passages, *queries]) | dict(names or {}))
        if both:
            queries, passages = [both.expanded(text) for text in queries], [both.expanded(text) for text in passages]
        self.queries = queries

        self.vocabulary = vocabulary = Vocabulary()
        self.size = len(passages)
        asked, askers = vocabulary.numbers(queries)
        table = related_stems()
        vocabulary.want({*vocabulary.stems, *(other for word in vocabulary.stems for other in table.get(word, ()))})
        given, givers = vocabulary.numbers(passages)
        forms, owners = np.concatenate([given, asked]), np.concatenate([givers, askers + len(passages)])
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
        pivot = self.norms[: self.size].mean() if self.size else 1.0
        self.pivoted = (weighted / ((1 - LENGTH) * pivot + LENGTH * self.norms)[self.stems.owners]).astype(np.float32)
        self._related = self._related_stems()
        self._pieces()
        self._pairs(stems, stem_owners)
        self._run, self._run_starts = stems, np.searchsorted(stem_owners, np.arange(rows + 1))
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
        without = np.log1p(-np.minimum(self.forms.frequency / n, 0.999))[self.grams.owners]  # as if forms stood independently
        frequency = n * -np.expm1(np.bincount(self.grams.terms, weights=without, minlength=self.grams.columns))
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

    def _related_stems(self) -> dict[int, tuple[int, ...]]:
        known = self.vocabulary.stems
        table = related_stems()
        return {
            number: tuple(known[other] for other in table[word] if other in known) for word, number in known.items() if word in table
        }

    def _query(self, row: int) -> dict[int, float]:
        """The weights of the query's own stems, of unit length, and of those that often stand for them."""
        own = self.stems.row(row)
        terms = self.stems.terms[own].tolist()
        weights: dict[int, float] = dict(zip(terms, self.weighted[own].tolist(), strict=True))
        added: dict[int, float] = {}
        for term in terms:
            for other in self._related.get(term, ()):
                if other not in weights:
                    least = min(float(self.idf[term]), float(self.idf[other])) / float(self.norms[row])
                    added[other] = max(added.get(other, 0.0), WEIGHTS["related"] * least)
        return weights | added

    def _score(self, number: int) -> Ranked:
        import numpy as np

        row = self.size + number
        scores = np.zeros(self.stems.rows, np.float32)
        for term, weight in self._query(row).items():
            column = self.stems.column(term)
            scores[self.stems.owners[column]] += weight * self.pivoted[column]
        scores = scores[: self.size]
        if self.size > CANDIDATES:
            candidates = np.sort(np.argpartition(-scores, CANDIDATES)[:CANDIDATES])
        else:
            candidates = np.arange(self.size)
        own = self.stems.row(row)
        dense = np.zeros(self.stems.columns, np.float32)
        dense[self.stems.terms[own]] = self.idf[self.stems.terms[own]]
        total = float(dense.sum()) + 1e-9
        entries, at = self.stems.entries(candidates)
        m = len(candidates)
        value = dense[self.stems.terms[entries]]
        share = np.bincount(at, weights=value, minlength=m) / total
        rare_share = np.bincount(at, weights=value * value, minlength=m) / (float((dense * dense).sum()) + 1e-9)
        score = (
            WEIGHTS["words"] * scores[candidates]
            + WEIGHTS["forms"] * self._form_score(row, candidates)
            + WEIGHTS["phrases"] * self._pair_score(row, candidates)
        ) / (WEIGHTS["words"] + WEIGHTS["forms"] + WEIGHTS["phrases"])
        score[score > 0] += self._feedback(score, entries, at)[score > 0]
        return Ranked(candidates, score.astype(np.float32), share.astype(np.float32), rare_share.astype(np.float32))

    def _feedback(self, score: Floats, entries: Ints, at: Ints) -> Floats:
        """How like each candidate is to the best of them, on the scale of `score`."""
        import numpy as np

        m = len(score)
        best = np.argsort(-score, kind="stable")[:FEEDBACK_PASSAGES]
        trust = np.zeros(m, np.float32)
        trust[best] = np.maximum(score[best], 0)
        if trust.sum() <= 0:
            return np.zeros(m, np.float32)
        terms = self.stems.terms[entries]
        centre = np.bincount(terms, weights=self.weighted[entries] * trust[at], minlength=self.stems.columns)
        likeness = np.bincount(at, weights=self.weighted[entries] * centre[terms], minlength=m)
        return (FEEDBACK * likeness * score[best].mean() / max(float(likeness[best].mean()), 1e-9)).astype(np.float32)

    def _form_score(self, row: int, candidates: Ints) -> Floats:
        import numpy as np

        own = self.forms.row(row)
        entries, at = self.grams.entries(self.forms.terms[own])
        query = np.bincount(self.grams.terms[entries], weights=self.form_counts[own][at] * self.gram_weighted[entries], minlength=self.grams.columns)
        query /= np.sqrt((query * query).sum()) + 1e-9
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
        pivot = (1 - LENGTH) * self.pair_totals[: self.size].mean() + LENGTH * self.pair_totals[candidates]
        return (found / np.sqrt((dense.sum() + 1e-9) * (pivot * usual + 1e-9))).astype(np.float32)

    def _rival(self, results: list[Ranked]) -> list[Ranked]:
        """A passage belongs rather to the queries it suits best."""
        import numpy as np

        best = np.full(self.size, 1e-9, np.float32)
        for result in results:
            best[result.passages] = np.maximum(best[result.passages], result.scores)
        scores = [result.scores * (np.maximum(result.scores, 0) / best[result.passages]) ** RIVALRY for result in results]
        passages = np.concatenate([result.passages for result in results])
        flat = np.concatenate(scores)
        order = np.lexsort((-flat, passages))
        rank = np.arange(len(order)) - np.searchsorted(passages[order], passages[order])
        few = min(CROWD_QUERIES, len(results))
        top = order[rank < few]
        crowd = (np.bincount(passages[top], weights=flat[top], minlength=self.size) / few).astype(np.float32)
        found = []
        for result, score in zip(results, scores, strict=True):
            some = result.scores > 0
            found.append(Ranked(*(column[some] for column in result._replace(scores=score - CROWD * crowd[result.passages]))))
        return found

    def ranked(self, number: int) -> Ranked:
        """The candidates of query `number` that share anything with it."""
        return self._results[number]

    def count(self, number: int) -> int:
        """How many terms query `number` has."""
        own = self.stems.row(self.size + number)
        return int(own.stop - own.start)

    def terms(self, number: int) -> list[tuple[str, float, int]]:
        """The terms of query `number`: as printed there, share of its weight, number of passages that hold it."""
        own = self.stems.terms[self.stems.row(self.size + number)]
        printed: dict[int, str] = {}
        for token in TOKEN.findall(self.queries[number]):
            words = parts(token)
            for stem, word in zip(self.vocabulary.form_stems[self.vocabulary[token]], (token, *words[1:]) if words else (), strict=True):
                printed.setdefault(stem, word)
        total = float(self.idf[own].sum()) or 1.0
        return [(printed[t], round(float(self.idf[t]) / total, 4), int(self._in_passages[t])) for t in own.tolist()]

    def absent_share(self, number: int) -> float:
        """The share of the weight of the terms of query `number`, squared, that no passage holds."""
        own = self.stems.terms[self.stems.row(self.size + number)]
        squares = self.idf[own] ** 2
        return float(squares[self._in_passages[own] == 0].sum() / (squares.sum() + 1e-9))

    def share_nearby(self, number: int, passage: int) -> float:
        """The share of the weight of query `number` that stands within `NEARBY` words of the passage."""
        own = self.stems.terms[self.stems.row(self.size + number)]
        weights = dict(zip(own.tolist(), self.idf[own].tolist(), strict=True))
        run = self._run[self._run_starts[passage] : self._run_starts[passage + 1]].tolist()
        places = [(place, stem) for place, stem in enumerate(run) if stem in weights]
        best = 0.0
        for k, (place, _) in enumerate(places):
            inside = {stem for later, stem in places[k:] if later < place + NEARBY}
            best = max(best, sum(weights[stem] for stem in inside))
        return best / (sum(weights.values()) or 1.0)

    def held(self, number: int, passage: int) -> tuple[int, ...]:
        """Which of the terms of query `number` the passage holds."""
        own = self.stems.terms[self.stems.row(self.size + number)]
        there = set(self.stems.terms[self.stems.row(passage)].tolist())
        return tuple(k for k, term in enumerate(own.tolist()) if term in there)
