"""What texts say, as numbered terms: one number for the forms of a word, so that thousands of texts are compared by arithmetic."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from plantext.text.variants import folded_word, plain_words
from plantext.text.words import STOP_WORDS, stem

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

VARIANT_LENGTH = 6  # shorter terms have too many neighbours: police, policy
VARIANT_RATIO = 85.0  # per cent of the letters: "violent" and "violence", "recieve" and "receive"
_NUMBER = re.compile(r"[£$€]?\d+(?:\.\d+)*(?:%|st|nd|rd|th|k|m|bn)?$")
_MEASURE_WORDS = frozenset({"per", "cent", "percent", "%"})
_FIRST_SIGN, _LAST_SIGN = 0x100, 0x10FFFF  # words are written as one sign each, to compare their order; past the last they share it
_SIGNS_MOST = 2_000  # words of a text whose order is compared: the time for a pair grows with their square


@lru_cache(maxsize=65_536)
def number_of(word: str) -> str | None:
    """The number that a lower-case word is, as written, words as figures; None for a word.

    >>> number_of("five"), number_of("5%"), number_of("ward")
    ('5', '5', None)
    """
    return found.rstrip("%") if _NUMBER.match(found := folded_word(word)) else None


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
    return dict.fromkeys(terms_in(plain_words(text)))


def terms_in(words: Sequence[str]) -> Sequence[str]:
    """The terms of plain words, in order, each as often as it stands there."""
    return list(filter(None, map(term_of, words))) or words


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


def distinct(keys: Ints) -> Ints:
    """The distinct numbers among `keys`, in order: several times faster than `np.unique` where they are nearly sorted."""
    import numpy as np

    keys = np.sort(keys)
    found: Ints = keys[np.append(True, keys[1:] != keys[:-1])[: len(keys)]]
    return found


class Wording:
    """The words of texts by number: all of them one after another, and each of them once.

    A text's numbers are left out, but for a text that has nothing else.
    """

    def __init__(self, texts: Sequence[Sequence[str]]) -> None:
        """Each of `texts` in plain words."""
        import numpy as np

        place = {word: number for number, word in enumerate(dict.fromkeys(chain.from_iterable(texts)))}
        self.words = tuple(place)
        lengths = np.fromiter(map(len, texts), np.int64, len(texts))
        words = np.fromiter(map(place.__getitem__, chain.from_iterable(texts)), np.int64, int(lengths.sum()))
        owners = np.repeat(np.arange(len(texts)), lengths)
        named = [term_of(word) for word in place]
        kept = np.array([term is not None for term in named], dtype=np.bool_)[words]
        kept |= (np.bincount(owners, kept, minlength=len(texts)) == 0)[owners]
        self.owners, self._words = owners[kept], words[kept]
        terms_found: dict[str, int] = {}
        of_word = [terms_found.setdefault(term or word, len(terms_found)) for term, word in zip(named, place, strict=True)]
        self.terms = tuple(terms_found)
        self.said: Ints = np.array(of_word, dtype=np.int64)[self._words]  # terms by number
        self._signs: dict[str, str] = {}

    def terms_of(self, first: int, last: int) -> set[str]:
        """The terms of the texts from `first` to before `last`."""
        import numpy as np

        low, high = np.searchsorted(self.owners, (first, last))
        return {self.terms[number] for number in np.flatnonzero(np.bincount(self.said[low:high])).tolist()}

    def in_signs(self, count: int) -> list[str]:
        """The first `count` texts, each of their first 2,000 words as one sign, the same for all spellings of a word."""
        import numpy as np

        forms: dict[str, int] = {}
        codes = [min(_FIRST_SIGN + forms.setdefault(folded_word(word), len(forms)), _LAST_SIGN) for word in self.words]
        self._signs = {word: chr(code) for word, code in zip(self.words, codes, strict=True)}
        written = np.array(codes, dtype="<u4")[self._words].tobytes().decode("utf-32-le", "surrogatepass")
        at = np.searchsorted(self.owners, np.arange(count + 1)).tolist()
        return [written[first : min(last, first + _SIGNS_MOST)] for first, last in pairwise(at)]

    def sign(self, words: Sequence[str]) -> str:
        """Any words of these texts in the same signs."""
        said = [word for word in words if term_of(word) is not None] or words
        return "".join([self._signs.get(word, word) for word in said[:_SIGNS_MOST]])
