"""The one similarity of two short texts that everything uses.

Words count by their rarity in these very texts, so that what every text says ("with partners") makes no pair. Numbers are kept out:
"by 5 per cent" and "by 8 per cent" are the same words, and whether the number aimed at changed is another question.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from plantext.text.variants import folded_word, plain_words
from plantext.text.words import STOP_WORDS, stem

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

WEIGHTS: dict[str, float] = {"shared": 0.35, "within": 0.3, "letters": 0.35}
"""How much each feature of a pair counts. `shared`: weight of the common words, of both texts' words (Dice). `within`: the same, of the
words of the text that has less, for one text often holds the other. `letters`: common letters in order."""

BOILERPLATE_SHARE = 0.35  # what more than this share of one version's texts say is boilerplate, and not compared letter by letter
BOILERPLATE_LEAST = 2  # two texts of a short list may well share their subject
LETTERS_MOST = 2_000  # letters compared one by one: the time for a pair grows with their square
VARIANT_LENGTH = 6  # shorter terms have too many neighbours: police, policy
VARIANT_RATIO = 85.0  # per cent of the letters: "violent" and "violence", "recieve" and "receive"
STOP_WEIGHT = 0.5  # words without a subject still tell near-identical sentences apart
_NUMBER = re.compile(r"[£$€]?\d+(?:\.\d+)*(?:%|st|nd|rd|th|k|m|bn)?$")
_MEASURE_WORDS = frozenset({"per", "cent", "percent", "%"})


def numbers(text: str) -> frozenset[str]:
    """The numbers of `text` as written, words as figures.

    >>> sorted(numbers("Two visits by 5% of wards"))
    ['2', '5']
    """
    return frozenset(folded.rstrip("%") for word in plain_words(text) if _NUMBER.match(folded := folded_word(word)))


@lru_cache(maxsize=65_536)
def term_of(word: str) -> str | None:
    """The term that a lower-case word counts as, or None for a number.

    >>> term_of("organisations") == term_of("organization"), term_of("5%")
    (True, None)
    """
    folded = folded_word(word)
    return None if _NUMBER.match(folded) or folded in _MEASURE_WORDS else stem(folded)


def terms(text: str) -> dict[str, None]:
    """The distinct terms of `text`, in order; a text of numbers alone has its numbers.

    >>> list(terms("Reduce burglaries by 5 per cent"))
    ['reduc', 'burglari', 'by']
    """
    found = plain_words(text)
    named = {term: None for word in found if (term := term_of(word)) is not None}
    return named or dict.fromkeys(found)


def variants(before: set[str], after: set[str]) -> dict[str, str]:
    """Terms that stand on one side only, each with the term of the other side that it is a form or a misspelling of.

    >>> variants({"violent", "burglari"}, {"violenc", "burglari"})
    {'violenc': 'violent'}
    """
    from rapidfuzz import fuzz

    starts: dict[str, list[str]] = {}
    for term in sorted(before - after):
        if len(term) >= VARIANT_LENGTH and term not in STOP_TERMS:
            starts.setdefault(term[:3], []).append(term)
    found = {}
    for term in sorted(after - before):
        rivals = starts.get(term[:3], ()) if len(term) >= VARIANT_LENGTH else ()
        best = max(((fuzz.ratio(term, rival), rival) for rival in rivals), default=(0.0, ""))
        if best[0] >= VARIANT_RATIO:
            found[term] = best[1]
    return found


STOP_TERMS = frozenset(term for word in STOP_WORDS if (term := term_of(word)) is not None)


class Rarity:
    """How much each term says: its inverse document frequency in the version of the texts that says it more often.

    >>> rarity = Rarity([{"reduc": None, "burglari": None}, {"reduc": None, "drug": None}], [])
    >>> rarity["burglari"] > rarity["reduc"] > 0
    True
    """

    def __init__(self, before: Sequence[Mapping[str, object]], after: Sequence[Mapping[str, object]]) -> None:
        from math import log

        counts: dict[str, int] = {}
        for side in (before, after):
            own: dict[str, int] = {}
            for text in side:
                for term in text:
                    own[term] = own.get(term, 0) + 1
            for term, count in own.items():
                counts[term] = max(count, counts.get(term, 0))
        total = max(len(before), len(after))
        self._weights = {
            term: (STOP_WEIGHT if term in STOP_TERMS else 1.0) * log(1 + (total - count + 0.5) / (count + 0.5))
            for term, count in counts.items()
        }
        self._unseen = log(2 * total + 2)
        self.boilerplate = {term for term, count in counts.items() if count > max(BOILERPLATE_LEAST, BOILERPLATE_SHARE * total)}

    def __getitem__(self, term: str) -> float:
        return self._weights.get(term, self._unseen)

    def weighted(self, text: Mapping[str, object]) -> dict[str, float]:
        """The terms of one text with their weights."""
        return {term: self[term] for term in text}


class Pairs(NamedTuple):
    """The features of pairs of texts, each an array as long as the pairs, in [0, 1]."""

    shared: Floats
    within: Floats
    letters: Floats
    covered_before: Floats  # the share of the text before, by weight, that stands after too
    covered_after: Floats
    score: Floats


class Similarity:
    """The similarity of any text before with any text after."""

    def __init__(self, before: Sequence[str], after: Sequence[str], others: tuple[Sequence[str], Sequence[str]] = ((), ())) -> None:
        """`others` are further texts of either version, which say only how rare a word is."""
        import numpy as np

        found = [terms(text) for text in (*before, *after)]
        one, other = (set().union(*side) for side in (found[: len(before)], found[len(before) :]))
        self._variants = variants(one, other)
        if self._variants:
            found = [self._same(text) for text in found]
        more = [[self._same(terms(text)) for text in side] for side in others]
        self.rarity = Rarity([*found[: len(before)], *more[0]], [*found[len(before) :], *more[1]])
        rows = [self.rarity.weighted(text) for text in found]
        self.before, self.after = rows[: len(before)], rows[len(before) :]
        self._bare = [self._said(text) for text in (*before, *after)]
        vocabulary: dict[str, int] = {}
        for row in rows:
            for term in row:
                vocabulary.setdefault(term, len(vocabulary))
        self._width = max(1, len(vocabulary))
        lengths = np.array([len(row) for row in rows], dtype=np.int64)
        self._starts = np.concatenate(([0], np.cumsum(lengths)))
        self._terms = np.array([vocabulary[term] for row in rows for term in row], dtype=np.int64)
        self._weights = np.array([weight for row in rows for weight in row.values()], dtype=np.float64)
        owners = np.repeat(np.arange(len(rows)), lengths)
        self._keys = np.sort(owners * self._width + self._terms)
        self._totals = np.bincount(owners, self._weights, minlength=len(rows))

    def pairs(self, i: Ints, j: Ints) -> Pairs:
        """The features of the pairs `(i[k], j[k])`, `i` into before and `j` into after."""
        import numpy as np

        j = j + len(self.before)
        shared = self._shared(i, j)
        before, after = self._totals[i], self._totals[j]
        dice = 2 * shared / np.maximum(before + after, 1e-9)
        letters = self._letters(i, j)
        within = shared / np.maximum(np.minimum(before, after), 1e-9)
        score = WEIGHTS["shared"] * dice + WEIGHTS["within"] * within + WEIGHTS["letters"] * letters
        return Pairs(dice, within, letters, shared / np.maximum(before, 1e-9), shared / np.maximum(after, 1e-9), score)

    def _same(self, text: Mapping[str, None]) -> dict[str, None]:
        """The terms of a text, each variant as the one form that both sides use."""
        return dict.fromkeys(self._variants.get(term, term) for term in text)

    def _said(self, text: str) -> str:
        """The words of a text that are no numbers and no boilerplate, where any are left."""
        found = plain_words(text)
        known = self.rarity.boilerplate
        said = " ".join([word for word in found if (term := term_of(word)) is not None and term not in known]) or " ".join(found)
        return said[:LETTERS_MOST]

    def of(self, before: str, after: str) -> float:
        """The score of two texts that need not be among these, by the rarity of their words among these."""
        from rapidfuzz import fuzz

        one, other = (self.rarity.weighted(self._same(terms(text))) for text in (before, after))
        shared = sum(weight for term, weight in one.items() if term in other)
        all_one, all_other = sum(one.values()), sum(other.values())
        dice = 2 * shared / max(1e-9, all_one + all_other)
        within = shared / max(1e-9, min(all_one, all_other))
        letters = fuzz.ratio(self._said(before), self._said(after)) / 100
        return WEIGHTS["shared"] * dice + WEIGHTS["within"] * within + WEIGHTS["letters"] * letters

    def new_share(self, whole: str, first: str, piece: str) -> float:
        """The share of `piece`, by weight, that `whole` says and `first` does not."""
        said, known = self._same(terms(whole)), self._same(terms(first))
        weights = self.rarity.weighted(self._same(terms(piece)))
        return sum(weight for term, weight in weights.items() if term in said and term not in known) / max(1e-9, sum(weights.values()))

    def _shared(self, i: Ints, j: Ints) -> Floats:
        """The weight of the terms that both texts have."""
        import numpy as np

        starts, lengths = self._starts[i], self._starts[i + 1] - self._starts[i]
        pair = np.repeat(np.arange(len(i)), lengths)
        at = np.arange(len(pair)) + np.repeat(starts - (np.cumsum(lengths) - lengths), lengths)
        keys = j[pair] * self._width + self._terms[at]
        place = np.minimum(np.searchsorted(self._keys, keys), max(0, len(self._keys) - 1))
        both = self._keys[place] == keys if len(self._keys) else np.zeros(0, bool)
        weights: Floats = np.bincount(pair, self._weights[at] * both, minlength=len(i)).astype(np.float64, copy=False)
        return weights

    def _letters(self, i: Ints, j: Ints) -> Floats:
        import numpy as np
        from rapidfuzz import fuzz

        ratio, bare = fuzz.ratio, self._bare
        return np.array([ratio(bare[x], bare[y]) for x, y in zip(i.tolist(), j.tolist(), strict=True)], dtype=np.float64) / 100


def similarity(before: str, after: str) -> float:
    """The similarity of two texts by themselves, in [0, 1]; symmetric.

    >>> round(similarity("Tackle drug dealing.", "Tackle drug dealing"), 3)
    1.0
    """
    import numpy as np

    zero = np.zeros(1, np.int64)
    return float(Similarity([before], [after]).pairs(zero, zero).score[0])
