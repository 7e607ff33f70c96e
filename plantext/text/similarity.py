"""The one similarity of two short texts that everything uses.

Words count by their rarity in these very texts, so that what every text says ("with partners") makes no pair. Numbers are kept out:
"by 5 per cent" and "by 8 per cent" are the same words, and whether the number aimed at changed is another question.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING, NamedTuple

from plantext.text.variants import plain_words
from plantext.text.wording import STOP_TERMS, Wording, distinct, number_of, term_of, terms_in, variants

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

WEIGHTS: dict[str, float] = {"shared": 0.3, "within": 0.25, "letters": 0.3, "order": 0.15}
"""How much each feature of a pair counts. `shared`: weight of the common words, of both texts' words (Dice). `within`: the same, of the
words of the text that has less, for one text often holds the other. `letters`: common letters in order. `order`: common words in order, all
of them: of two texts that hold much of a third, the one that leaves it most as it was is its heir."""

BOILERPLATE_SHARE = 0.35  # what more than this share of one version's texts say is boilerplate, and not compared letter by letter
BOILERPLATE_LEAST = 2  # two texts of a short list may well share their subject
LETTERS_MOST = 2_000  # letters compared one by one: the time for a pair grows with their square
STOP_WEIGHT = 0.5  # words without a subject still tell near-identical sentences apart


class Rarity:
    """How much each term says: its inverse document frequency in the version of the texts that says it more often.

    >>> rarity = Rarity({"reduc": 2, "burglari": 1, "drug": 1}, total=2)
    >>> rarity["burglari"] > rarity["reduc"] > 0
    True
    """

    def __init__(self, counts: Mapping[str, int], total: int) -> None:
        """`counts`: how many texts of the version that says it more often say each term; `total`: the texts of the larger version."""
        self._weights = {
            term: (STOP_WEIGHT if term in STOP_TERMS else 1.0) * log(1 + (total - count + 0.5) / (count + 0.5))
            for term, count in counts.items()
        }
        self._unseen = log(2 * total + 2)
        most = max(BOILERPLATE_LEAST, BOILERPLATE_SHARE * total)
        self.boilerplate = {term for term, count in counts.items() if count > most}

    def __getitem__(self, term: str) -> float:
        return self._weights.get(term, self._unseen)

    def weighted(self, text: Iterable[str]) -> dict[str, float]:
        """The terms of one text with their weights."""
        return {term: self[term] for term in text}


class Rows(NamedTuple):
    """Texts as weighted terms: whose, which term by its number, its weight; by text, then term, each term once."""

    owners: Ints
    terms: Ints
    weights: Floats
    size: int  # texts, of which some may have no term


class Pairs(NamedTuple):
    """The features of pairs of texts, each an array as long as the pairs, in [0, 1]."""

    shared: Floats
    within: Floats
    letters: Floats
    order: Floats
    covered_before: Floats  # the share of the text before, by weight, that stands after too
    covered_after: Floats
    score: Floats


class Similarity:
    """The similarity of any text before with any text after."""

    def __init__(self, before: Sequence[str], after: Sequence[str], others: tuple[Sequence[str], Sequence[str]] = ((), ())) -> None:
        """`others` are further texts of either version, which say only how rare a word is."""
        import numpy as np

        sides = (before, after, *others)
        said = [plain_words(text) for side in sides for text in side]
        parts = np.cumsum([0, *(len(side) for side in sides)])
        here = int(parts[2])
        wording = self._wording = Wording(said)
        self._variants = variants(wording.terms_of(0, int(parts[1])), wording.terms_of(int(parts[1]), here))
        self.width = max(1, len(wording.terms))
        place = {term: number for number, term in enumerate(wording.terms)}
        forms = np.array([place[self._variants.get(term, term)] for term in wording.terms], dtype=np.int64)
        keys = distinct(wording.owners * self.width + forms[wording.said])
        owners, terms = np.divmod(keys, self.width)
        at = np.searchsorted(owners, parts).tolist()
        of_side = [np.bincount(terms[first:last], minlength=self.width) for first, last in pairwise(at)]
        counts = np.maximum(of_side[0] + of_side[2], of_side[1] + of_side[3]).tolist()
        self.rarity = Rarity(dict(zip(place, counts, strict=False)), max(len(before) + len(others[0]), len(after) + len(others[1])))
        weights = np.array([self.rarity[term] for term in place], dtype=np.float64)
        self._sizes = len(before), len(after)
        self._owners, self._terms, self._keys = owners[: at[2]], terms[: at[2]], keys[: at[2]]
        self._weights = weights[self._terms]
        self._starts = np.searchsorted(self._owners, np.arange(here + 1))
        self._totals = np.bincount(self._owners, self._weights, minlength=here)
        del said[here:]
        self._subjects = {word for word in wording.words if (term := term_of(word)) is not None and term not in self.rarity.boilerplate}
        self._bare = [self._said(text) for text in said]
        self._written = wording.in_signs(here)
        figures = {word: number for word in wording.words if (number := number_of(word)) is not None}
        self.numbers = [frozenset(map(figures.__getitem__, figures.keys() & text)) if figures else frozenset() for text in said]

    def rows(self, *, after: bool) -> Rows:
        """The texts of one side, by the numbers of their terms, which are below `width`."""
        first, last = (self._starts[self._sizes[0]], None) if after else (0, self._starts[self._sizes[0]])
        part = slice(first, last)
        return Rows(self._owners[part] - after * self._sizes[0], self._terms[part], self._weights[part], self._sizes[after])

    def pairs(self, i: Ints, j: Ints) -> Pairs:
        """The features of the pairs `(i[k], j[k])`, `i` into before and `j` into after."""
        import numpy as np

        j = j + self._sizes[0]
        shared = self._shared(i, j)
        before, after = self._totals[i], self._totals[j]
        dice = 2 * shared / np.maximum(before + after, 1e-9)
        within = shared / np.maximum(np.minimum(before, after), 1e-9)
        letters, order = _ratios(self._bare, i, j), _ratios(self._written, i, j)
        score = WEIGHTS["shared"] * dice + WEIGHTS["within"] * within + WEIGHTS["letters"] * letters + WEIGHTS["order"] * order
        return Pairs(dice, within, letters, order, shared / np.maximum(before, 1e-9), shared / np.maximum(after, 1e-9), score)

    def of(self, before: str, after: str) -> float:
        """The score of two texts that need not be among these, by the rarity of their words among these."""
        from rapidfuzz import fuzz

        one, other = (self.rarity.weighted(self._same(text)) for text in (before, after))
        shared = sum(weight for term, weight in one.items() if term in other)
        all_one, all_other = sum(one.values()), sum(other.values())
        dice = 2 * shared / max(1e-9, all_one + all_other)
        within = shared / max(1e-9, min(all_one, all_other))
        said = plain_words(before), plain_words(after)
        letters = fuzz.ratio(*map(self._said, said)) / 100
        order = fuzz.ratio(*map(self._wording.sign, said)) / 100
        return WEIGHTS["shared"] * dice + WEIGHTS["within"] * within + WEIGHTS["letters"] * letters + WEIGHTS["order"] * order

    def new_share(self, whole: str, first: str, piece: str) -> float:
        """The share of `piece`, by weight, that `whole` says and `first` does not."""
        said, known = self._same(whole), self._same(first)
        weights = self.rarity.weighted(self._same(piece))
        return sum(weight for term, weight in weights.items() if term in said and term not in known) / max(1e-9, sum(weights.values()))

    def _same(self, text: str) -> dict[str, None]:
        """The terms of a text, each variant as the one form that both sides use."""
        return dict.fromkeys(self._variants.get(term, term) for term in terms_in(plain_words(text)))

    def _said(self, words: Sequence[str]) -> str:
        """The words that are no numbers and no boilerplate, where any are left."""
        return (" ".join(filter(self._subjects.__contains__, words)) or " ".join(words))[:LETTERS_MOST]

    def _shared(self, i: Ints, j: Ints) -> Floats:
        """The weight of the terms that both texts have."""
        import numpy as np

        starts, lengths = self._starts[i], self._starts[i + 1] - self._starts[i]
        pair = np.repeat(np.arange(len(i)), lengths)
        at = np.arange(len(pair)) + np.repeat(starts - (np.cumsum(lengths) - lengths), lengths)
        keys = j[pair] * self.width + self._terms[at]
        place = np.minimum(np.searchsorted(self._keys, keys), max(0, len(self._keys) - 1))
        both = self._keys[place] == keys if len(self._keys) else np.zeros(0, bool)
        weights: Floats = np.bincount(pair, self._weights[at] * both, minlength=len(i)).astype(np.float64, copy=False)
        return weights


def _ratios(texts: Sequence[str], i: Ints, j: Ints) -> Floats:
    """The share of the signs of the texts `i[k]` and `j[k]` that are common and in order."""
    import numpy as np
    from rapidfuzz import fuzz, process

    one, other = ([texts[at] for at in side.tolist()] for side in (i, j))
    ratios: Floats = process.cpdist(one, other, scorer=fuzz.ratio, dtype=np.float64) / 100
    return ratios


def similarity(before: str, after: str) -> float:
    """The similarity of two texts by themselves, in [0, 1]; symmetric.

    >>> round(similarity("Tackle drug dealing.", "Tackle drug dealing"), 3)
    1.0
    """
    import numpy as np

    zero = np.zeros(1, np.int64)
    return float(Similarity([before], [after]).pairs(zero, zero).score[0])
