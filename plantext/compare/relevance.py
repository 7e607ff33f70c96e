"""How relevant each passage is to each query: words and those that stand for them, letters, phrases, senses, and the queries' rivalry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from plantext.compare.forms import Forms
from plantext.compare.joins import joined
from plantext.compare.meaning import VOTE, Embeds, Meaning
from plantext.compare.senses import SENSES, Senses
from plantext.compare.terms import TOKEN, Counts, Vocabulary, parts
from plantext.text.acronyms import Names, harvest
from plantext.text.related import related_stems
from plantext.text.words import stem

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

CANDIDATES = 300  # passages looked at closely for one query: the rest share hardly a word with it
COMMON = 0.2  # share of all texts: a word that stands in more of them finds no candidates, though it counts in their scores
WEIGHTS = {"words": 1.0, "forms": 0.75, "phrases": 0.35}
"""What each feature adds: round numbers, set by hand, in the middle of a wide range in which the public sets' figures hardly change."""
RELATED = 0.8  # what a word that often stands for the query's word is worth; ranks only, is never "there"
LIGHT = 0.5  # share of its rarity that a verb of wanting counts for: in plans it goes with anything
LIGHT_VERBS = """achieve address advance aim boost commit consider deliver develop encourage enhance ensure establish expand facilitate focus
    foster further implement improve increase promote reinforce seek strengthen strive support undertake"""
LENGTH = 0.4  # how far a passage's length counts against it: 0 not at all, 1 as in a cosine
FEEDBACK = 0.6  # weight of likeness to the query's best passages, which bring words that the query does not have
FEEDBACK_PASSAGES = 10
RIVALRY = 0.4  # how much a passage's score falls where another query suits it better
CROWD = 0.3  # how much of the mean of its best scores a passage that suits every query loses
CROWD_QUERIES = 10
HELD = 0.1  # what the share of the query's terms that a passage holds adds to its score; from .05 to .15 hardly anything changes
NEARBY = 40  # words with a subject: a long sentence; what stands farther apart is not one statement


class Ranked(NamedTuple):
    """The candidates of one query that have anything of it, in the passages' order."""

    passages: Ints
    scores: Floats  # about in [0, 1], in the light of all queries
    shares: Floats  # share of the weight of the query's terms that the passage holds, in [0, 1]
    rare_shares: Floats  # the same with squared weights: the rare terms decide


class Relevance:
    """Scores of `queries` against `passages`, all computed at once. `names`: acronyms that both may use in either form.

    What words mean has a vote on the order of the passages: by the lexicon in `meant`, by `model` too in `voted`; it changes nothing else.
    """

    def __init__(
        self, queries: Sequence[str], passages: Sequence[str], names: Mapping[str, str] | None = None, model: Embeds | None = None
    ) -> None:
        import numpy as np

        as_given = queries, passages
        both = Names(harvest([*passages, *queries]) | dict(names or {})).used_in(queries)
        if both:
            queries, passages = [both.expanded(text) for text in queries], [both.expanded(text) for text in passages]
        self._queries = queries
        self._size = len(passages)
        self._vocabulary = vocabulary = Vocabulary()
        table = related_stems()
        asked, askers = vocabulary.numbers(queries)
        vocabulary.want({*vocabulary.stems, *(other for word in vocabulary.stems for other in table.get(word, ()))})
        given, givers = joined(vocabulary, (asked, askers), vocabulary.numbers(passages))
        forms, owners = np.concatenate([given, asked]), np.concatenate([givers, askers + len(passages)])
        rows = len(passages) + len(queries)  # passages first, then queries
        self._forms = Forms(vocabulary.forms, Counts(forms, owners, rows, len(vocabulary.forms)))
        stems, owners = vocabulary.stemmed(forms, owners)
        self._run, self._run_starts = stems, np.searchsorted(owners, np.arange(rows + 1))
        self._weigh(Counts(stems, owners, rows, max(1, len(vocabulary.stems))))
        self._pair(stems, owners)
        self._related = {
            number: tuple(vocabulary.stems[other] for other in table[word] if other in vocabulary.stems)
            for word, number in vocabulary.stems.items()
            if word in table
        }
        found = [self._score(len(passages) + number) for number in range(len(queries))] if passages else []
        likeness = self._senses(found)
        self._meant = self._rival(_with(found, likeness, SENSES)) if found else []
        self._voted = self._meant
        if model and found:
            meaning = Meaning(model, *as_given, [one.passages[(-one.scores).argsort(kind="stable")] for one in found])
            likeness = [like + VOTE * meaning.likeness(number, found[number].passages) for number, like in enumerate(likeness)]
            self._voted = self._rival(_with(found, likeness, SENSES + VOTE))

    def meant(self, number: int) -> Ranked:
        """The candidates of query `number`, by their words and what these mean; some may share no word with it."""
        return self._meant[number] if self._meant else _nothing()

    def voted(self, number: int) -> Ranked:
        """`meant`, and where there is a model, in its light too."""
        return self._voted[number] if self._voted else _nothing()

    def count(self, number: int) -> int:
        """How many terms query `number` has."""
        return len(self._own(number))

    def terms(self, number: int) -> list[tuple[str, float, int]]:
        """The terms of query `number`: as printed there, share of its weight, number of passages that hold it."""
        printed: dict[int, str] = {}
        for token in TOKEN.findall(self._queries[number]):
            words = parts(token)
            for term, word in zip(self._vocabulary.form_stems[self._vocabulary[token]], (token, *words[1:]) if words else (), strict=True):
                printed.setdefault(term, word)
        own = sorted(self._own(number).tolist(), key=list(printed).index)
        total = float(self._idf[own].sum()) or 1.0
        return [(printed[t], round(float(self._idf[t]) / total, 4), int(self._in_passages[t])) for t in own]

    def held(self, number: int, passage: int) -> tuple[int, ...]:
        """Which of `terms(number)` the passage holds."""
        there = set(self._stems.terms[self._stems.row(passage)].tolist())
        run = self._run[self._run_starts[self._size + number] : self._run_starts[self._size + number + 1]].tolist()
        return tuple(k for k, term in enumerate(dict.fromkeys(run)) if term in there)

    def absent_share(self, number: int) -> float:
        """The share of the squared weight of the terms of query `number` that stand in no passage: of its rare terms, about."""
        own = self._own(number)
        squares = self._idf[own] ** 2
        return float(squares[self._in_passages[own] == 0].sum() / (squares.sum() + 1e-9))

    def share_nearby(self, number: int, passage: int) -> float:
        """The largest share of the weight of query `number` that stands within `NEARBY` words of the passage."""
        own = self._own(number)
        weights: dict[int, float] = dict(zip(own.tolist(), self._idf[own].tolist(), strict=True))
        run = self._run[self._run_starts[passage] : self._run_starts[passage + 1]].tolist()
        places = [(place, stem) for place, stem in enumerate(run) if stem in weights]
        best = 0.0
        for k, (first, _) in enumerate(places):
            best = max(best, sum(weights[stem] for stem in {stem for place, stem in places[k:] if place < first + NEARBY}))
        return best / (sum(weights.values()) or 1.0)

    def _own(self, number: int) -> Ints:
        own: Ints = self._stems.terms[self._stems.row(self._size + number)]
        return own

    def _weigh(self, stems: Counts) -> None:
        """Weights of the stems: rare ones more, and less in long texts."""
        import numpy as np

        self._stems = stems
        self._idf = np.log(1 + (stems.rows - stems.frequency + 0.5) / (stems.frequency + 0.5))
        known = self._vocabulary.stems
        self._idf[[known[light] for light in sorted({stem(verb) for verb in LIGHT_VERBS.split()} & known.keys())]] *= LIGHT
        self._in_passages = np.bincount(stems.terms[: stems.starts[self._size]], minlength=stems.columns)
        weights = (1 + np.log(stems.counts)) * self._idf[stems.terms]
        self._norms = np.sqrt(np.bincount(stems.owners, weights=weights**2, minlength=stems.rows)) + 1e-9
        self._unit = weights / self._norms[stems.owners]
        usual = self._norms[: self._size].mean() if self._size else 1.0
        self._weights = weights / ((1 - LENGTH) * usual + LENGTH * self._norms)[stems.owners]

    def _pair(self, stems: Ints, owners: Ints) -> None:
        """Pairs of neighbouring words: of the passages only those that a query has too."""
        import numpy as np

        rows, columns = self._stems.rows, self._stems.columns
        together = owners[1:] == owners[:-1]
        keys, at = (stems[:-1] * columns + stems[1:])[together], owners[1:][together]
        self._pair_totals = np.bincount(at, minlength=rows)
        asked = np.append(np.unique(keys[at >= self._size]), -1)  # the last is a stand-in that no pair equals
        place = np.minimum(np.searchsorted(asked[:-1], keys), len(asked) - 1)
        hit = asked[place] == keys
        self._pairs = Counts(place[hit], at[hit], rows, len(asked))
        self._pair_idf = np.log(1 + rows / np.maximum(1, self._pairs.frequency))

    def _query(self, row: int) -> dict[int, float]:
        """The weights of the query's own stems, together of unit length, and of those that often stand for them."""
        own = self._stems.row(row)
        weights: dict[int, float] = dict(zip(self._stems.terms[own].tolist(), self._unit[own].tolist(), strict=True))
        added: dict[int, float] = {}
        for term in weights:
            for other in self._related.get(term, ()):
                if other not in weights:
                    least = min(float(self._idf[term]), float(self._idf[other])) / float(self._norms[row])
                    added[other] = max(added.get(other, 0.0), RELATED * least)
        return weights | added

    def _score(self, row: int) -> Ranked:
        """The candidates of one query by themselves."""
        import numpy as np

        query = self._query(row)
        candidates = self._candidates(query)
        entries, at = self._stems.entries(candidates)
        terms = self._stems.terms[entries]
        weights = np.zeros(self._stems.columns)
        weights[list(query)] = list(query.values())
        words = np.bincount(at, weights=weights[terms] * self._weights[entries], minlength=len(candidates))
        own = self._stems.terms[self._stems.row(row)]
        asked = np.zeros(self._stems.columns)
        asked[own] = self._idf[own]
        value = asked[terms]
        shares = np.bincount(at, weights=value, minlength=len(candidates)) / (asked.sum() + 1e-9)
        rare_shares = np.bincount(at, weights=value * value, minlength=len(candidates)) / ((asked * asked).sum() + 1e-9)
        scores = (
            WEIGHTS["words"] * words
            + WEIGHTS["forms"] * self._forms.score(row, candidates)
            + WEIGHTS["phrases"] * self._phrases(row, candidates)
        ) / sum(WEIGHTS.values())
        scores = np.where(scores > 0, scores + self._feedback(scores, entries, at), 0)
        return Ranked(candidates, scores, shares, rare_shares)

    def _candidates(self, query: Mapping[int, float]) -> Ints:
        """The passages that may be relevant: of few all, of many those with most of the query's rarer words."""
        import numpy as np

        if self._size <= CANDIDATES:
            return np.arange(self._size)
        found = np.zeros(self._stems.rows)
        for term, weight in query.items():
            if self._stems.frequency[term] <= COMMON * self._stems.rows:
                column = self._stems.column(term)
                found[self._stems.owners[column]] += weight * self._weights[column]
        return np.sort(np.argpartition(-found[: self._size], CANDIDATES - 1)[:CANDIDATES])

    def _phrases(self, row: int, candidates: Ints) -> Floats:
        """How many of the query's pairs of words each candidate has, by their rarity."""
        import numpy as np

        own = self._pairs.terms[self._pairs.row(row)]
        asked = np.zeros(self._pairs.columns)
        asked[own] = self._pair_idf[own]
        entries, at = self._pairs.entries(candidates)
        found = np.bincount(at, weights=asked[self._pairs.terms[entries]], minlength=len(candidates))
        length = (1 - LENGTH) * self._pair_totals[: self._size].mean() + LENGTH * self._pair_totals[candidates]
        scores: Floats = found / np.sqrt((asked.sum() + 1e-9) * (length * np.log(1 + self._stems.rows) + 1e-9))
        return scores

    def _feedback(self, scores: Floats, entries: Ints, at: Ints) -> Floats:
        """How like each candidate is to the best of them, on the scale of `scores`."""
        import numpy as np

        best = np.argsort(-scores, kind="stable")[:FEEDBACK_PASSAGES]
        trust = np.zeros(len(scores))
        trust[best] = scores[best]
        terms = self._stems.terms[entries]
        centre = np.bincount(terms, weights=self._unit[entries] * trust[at], minlength=self._stems.columns)
        likeness = np.bincount(at, weights=self._unit[entries] * centre[terms], minlength=len(scores))
        added: Floats = FEEDBACK * likeness * scores[best].mean() / max(float(likeness[best].mean()), 1e-9)
        return added

    def _senses(self, found: Sequence[Ranked]) -> list[Floats]:
        """How like in meaning each query's candidates are to it, by the lexicon, weighed."""
        import numpy as np

        if not found:
            return []
        wanted = np.unique(np.concatenate([*(one.passages for one in found), np.arange(self._size, self._stems.rows)]))
        senses = Senses(self._vocabulary.stems, self._stems, self._unit, wanted)
        return [SENSES * senses.likeness(self._size + number, one.passages) for number, one in enumerate(found)]

    def _rival(self, results: Sequence[Ranked]) -> list[Ranked]:
        """A passage belongs rather to the queries that it suits best, and one that suits every query to none."""
        import numpy as np

        best = np.full(self._size, 1e-9)
        for result in results:
            best[result.passages] = np.maximum(best[result.passages], result.scores)
        scores = [result.scores * (result.scores / best[result.passages]) ** RIVALRY for result in results]
        passages, flat = np.concatenate([result.passages for result in results]), np.concatenate(scores)
        order = np.lexsort((-flat, passages))
        rank = np.arange(len(order)) - np.searchsorted(passages[order], passages[order])
        few = min(CROWD_QUERIES, len(results))
        top = order[rank < few]
        crowd = np.bincount(passages[top], weights=flat[top], minlength=self._size) / few
        found = []
        for result, score in zip(results, scores, strict=True):
            some = result.scores > 0
            settled = score - CROWD * crowd[result.passages]
            found.append(Ranked(result.passages[some], settled[some], result.shares[some], result.rare_shares[some]))
        return found


def _with(found: Sequence[Ranked], likeness: Sequence[Floats], most: float) -> list[Ranked]:
    """The candidates with what their meaning adds, which is `most` at most; about in [0, 1] again."""
    return [
        one._replace(scores=(one.scores + HELD * one.shares + like) / (1 + HELD + most)) for one, like in zip(found, likeness, strict=True)
    ]


def _nothing() -> Ranked:
    import numpy as np

    return Ranked(np.zeros(0, np.int64), np.zeros(0), np.zeros(0), np.zeros(0))
