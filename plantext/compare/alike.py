"""Which texts that are not identical belong together: candidates, their features, the best one-to-one choice, then splits and mergers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from plantext.compare.assign import assign
from plantext.compare.places import Section, between, orderliness
from plantext.model.alignment import Feature
from plantext.text.similarity import WEIGHTS, Pairs, Rows, Similarity
from plantext.text.wording import distinct

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

CANDIDATES = 16  # of each text, on the other side; among the first 8 the right one is missing where many texts share most of their words
LEAST = 0.4  # a candidate has at least this share of the best one's weight: what has less is paired by chance only; .35 to .5 do as well
LINKED = 0.5  # the score from which two texts are linked; .47 to .52 do as well
SURE = 0.75  # the score, without the neighbours, from which a pair vouches for its neighbours
SECTION = 0.05  # added within one section: a tie-break, for real links change section with nearly the same words
PLACE = 0.40  # weight of standing between the same neighbours, where the sure pairs keep the order; .35 to .45 do as well
PLACE_USUAL = 0.3  # the place that neither adds nor takes
AWAY = 0.05  # taken from a pair in two sections and between other neighbours: what went so far must be more alike. .04 to .08 do as well
NEIGHBOURS = 0.1  # place below which hardly a neighbour is the same
ROUNDS = 3  # pairs found in one round are neighbours in the next; after the third little changes
NUMBERS = 0.005  # added where all numbers agree, half where some do: decides between texts that differ in nothing but numbers
NUMBER_WEIGHT = 0.3  # of a number among the words that find candidates, so that the same number is found among many such texts
EARLIER = 0.05  # taken from a pair with an equal rival that stands earlier: what is new follows what it was taken from
EQUAL = 0.04  # rivals differ by no more than this
NEARNESS = 0.001  # how far along its list each text stands: decides between equals only

Pair = tuple[int, int]
Side = Literal["before", "after"]


class Texts(NamedTuple):
    """One side: its texts in order, the keys of their sections, which are left to pair, and which of those repeat another text."""

    texts: list[str]
    sections: list[Section]
    left: list[int]
    repeats: set[int]


class Scored(NamedTuple):
    """Candidate pairs as parallel arrays: indices into before and after, features of the words, and of the place."""

    rows: Ints
    columns: Ints
    words: Pairs
    same_section: Floats
    place: Floats
    place_weight: float
    score: Floats

    def features(self, at: int) -> tuple[Feature, ...]:
        """What made the score of the pair at index `at`."""
        return (
            *(Feature(name=name, score=float(getattr(self.words, name)[at]), weight=weight) for name, weight in WEIGHTS.items()),
            Feature(name="section", score=float(self.same_section[at]), weight=SECTION),
            Feature(name="place", score=float(self.place[at]), weight=self.place_weight, detail=f"{PLACE_USUAL} is usual"),
        )

    def places(self, pairs: Iterable[Pair]) -> list[int]:
        """Where those of `pairs` that are candidates stand in the arrays, in the order of the arrays."""
        import numpy as np

        keys = {row << 32 | column for row, column in pairs}
        return np.flatnonzero(np.isin(self.rows << 32 | self.columns, np.array(sorted(keys), dtype=np.int64))).tolist()

    def nearest(self) -> Iterator[tuple[Side, int, float, int]]:
        """For each text that has a candidate: its side, its index, the best score, and the index of the other; of equals the last."""
        import numpy as np

        sides: tuple[tuple[Side, Ints, Ints], ...] = (("before", self.rows, self.columns), ("after", self.columns, self.rows))
        for side, own, other in sides:
            order = np.lexsort((other, self.score, own))
            last = order[np.append(np.diff(own[order]) > 0, len(order) > 0)[: len(order)]]
            yield from zip([side] * len(last), own[last].tolist(), self.score[last].tolist(), other[last].tolist(), strict=True)


def pair_alike(before: Texts, after: Texts, same: dict[int, int]) -> tuple[dict[int, int], Scored, Similarity]:
    """The best one-to-one choice among the texts left on both sides, given the identical pairs `same`; every candidate with its score."""
    import numpy as np

    model = Similarity(
        [before.texts[i] for i in before.left],
        [after.texts[j] for j in after.left],
        ([before.texts[i] for i in same], [after.texts[j] for j in same.values()]),
    )
    numbered = model.numbers[: len(before.left)], model.numbers[len(before.left) :]
    i, j = _candidates(model, *numbered)
    words = model.pairs(i, j)
    rows, columns = np.array(before.left, dtype=np.int64)[i], np.array(after.left, dtype=np.int64)[j]
    same_section = _same_section(before.sections, after.sections, rows, columns)
    nearness = 1 - np.abs((rows + 1) / (len(before.texts) + 1) - (columns + 1) / (len(after.texts) + 1))
    agree = _agreement(*numbered, i, j)
    base = words.score + SECTION * same_section + NUMBERS * agree + NEARNESS * nearness
    base = base - EARLIER * _has_earlier_rival(rows, columns, base)
    chosen = _chosen(rows, columns, base, SURE)
    for _ in range(ROUNDS):
        partners = same | chosen
        weight = PLACE * orderliness(partners)
        place = between(rows, columns, partners, len(before.texts), len(after.texts))
        score = base + weight * (place - PLACE_USUAL) - AWAY * ((place < NEIGHBOURS) & (same_section == 0))
        earlier, chosen = chosen, _chosen(rows, columns, score, LINKED)
        if chosen == earlier:
            break
    return chosen, Scored(rows, columns, words, same_section, place, weight, np.clip(score, 0.0, 0.999)), model


def _same_section(before: Sequence[Section], after: Sequence[Section], rows: Ints, columns: Ints) -> Floats:
    """1 for each pair whose texts stand in one section, which has a heading."""
    import numpy as np

    known: dict[Section, int] = {}
    one, other = (np.array([known.setdefault(section, len(known)) for section in side], dtype=np.int64) for side in (before, after))
    same: Floats = ((one[rows] == other[columns]) & (one[rows] != known.get(None, -1))).astype(np.float64)
    return same


def _agreement(before: Sequence[frozenset[str]], after: Sequence[frozenset[str]], i: Ints, j: Ints) -> Floats:
    """How far the numbers of each pair agree: 1 where all do, a half where some do."""
    import numpy as np

    agree = np.zeros(len(i))
    one, other = (np.array([bool(found) for found in side], dtype=np.bool_) for side in (before, after))
    for at in np.flatnonzero(one[i] & other[j]).tolist():
        first, second = before[i[at]], after[j[at]]
        agree[at] = 0.0 if first.isdisjoint(second) else 1.0 if first == second else 0.5
    return agree


def _candidates(model: Similarity, numbers_before: Sequence[frozenset[str]], numbers_after: Sequence[frozenset[str]]) -> tuple[Ints, Ints]:
    """The pairs worth scoring: the best few of every text, seen from either side, in order."""
    import numpy as np

    from plantext.compare.candidates import Index

    found = sorted(set().union(*numbers_before, *numbers_after))
    terms = {number: model.width + at for at, number in enumerate(found)}
    one, other = _with(model.rows(after=False), numbers_before, terms), _with(model.rows(after=True), numbers_after, terms)
    width = model.width + len(terms)
    there = Index(other, width).best(one, CANDIDATES, LEAST)
    back = Index(one, width).best(other, CANDIDATES, LEAST)
    cells = distinct(np.concatenate((there.query * other.size + there.row, back.row * other.size + back.query)))
    return np.divmod(cells, max(1, other.size))


def _with(rows: Rows, numbered: Sequence[frozenset[str]], terms: dict[str, int]) -> Rows:
    """The texts with their numbers among their terms."""
    import numpy as np

    owners = np.repeat(np.arange(rows.size), [len(found) for found in numbered])
    further = np.array([terms[number] for found in numbered for number in sorted(found)], dtype=np.int64)
    weights = np.full(len(further), NUMBER_WEIGHT)
    return Rows(
        np.concatenate((rows.owners, owners)),
        np.concatenate((rows.terms, further)),
        np.concatenate((rows.weights, weights)),
        rows.size,
    )


def _has_earlier_rival(rows: Ints, columns: Ints, score: Floats) -> NDArray[np.bool_]:
    """Which pairs have a rival for one of their texts that is as good and whose other text stands earlier; only among the best of both texts."""
    import numpy as np

    best_row, best_column = np.zeros(rows.max(initial=0) + 1), np.zeros(columns.max(initial=0) + 1)
    np.maximum.at(best_row, rows, score)
    np.maximum.at(best_column, columns, score)
    good = (score >= best_row[rows] - EQUAL) & (score >= best_column[columns] - EQUAL) & (score >= LINKED)
    rival: NDArray[np.bool_] = np.zeros(len(rows), dtype=np.bool_)
    for own, other in ((rows, columns), (columns, rows)):
        order = np.lexsort((other, own))
        earlier: Ints = np.cumsum(good[order]) - good[order]
        start = np.searchsorted(own[order], own[order])
        rival[order] |= earlier > earlier[start]
    return rival & good


def _chosen(rows: Ints, columns: Ints, score: Floats, least: float) -> dict[int, int]:
    kept = score > least
    return assign(zip(rows[kept].tolist(), columns[kept].tolist(), (score[kept] - least).tolist(), strict=True))
