"""The terms of many texts: word forms and stems as numbers, so that arithmetic can be done on all texts at once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from plantext.text.variants import NUMBER_WORDS, folded_word
from plantext.text.words import STOP_WORDS, stem

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float32]

TOKEN = re.compile(r"\w+(?:['’.&]\w+)*")
"""A word, number or identifier; `log_file` and `startTime` are one token of several words."""

_PARTS = re.compile(r"_+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_ENDING = re.compile(r"['’]s$|(?<=^[A-Z]{2})s$|(?<=[A-Z]{3})s$")  # a possessive's, and the plural of an acronym
BEGINNING = 4  # letters that a word shares with its stem at most (the last one aside: try, tri; using, use)
STOP = 0
"""The number of a token that carries no subject."""


def parts(token: str) -> tuple[str, ...]:
    """The words of one token, lower case: an identifier's parts first whole, then one by one; none for a stop word.

    >>> parts("Policing"), parts("startTime"), parts("PCSOs"), parts("the")
    (('policing',), ('starttime', 'start', 'time'), ('pcso',), ())
    """
    if token.isalpha() and token.islower():  # nearly all tokens
        return () if token in STOP_WORDS else (token,)
    token = _ENDING.sub("", token).strip("_")
    whole = token.lower()
    if not whole or whole in STOP_WORDS:
        return ()
    if whole.isalpha() and (token.islower() or token[1:].islower() or token.isupper()):
        return (whole,)
    pieces = [piece.lower() for piece in _PARTS.split(token) if piece]
    return (whole,) if len(pieces) < 2 else (whole, *(piece for piece in pieces if piece not in STOP_WORDS))


class Vocabulary(dict[str, int]):
    """Token as printed -> number of its word form; unknown tokens are numbered when they are asked for.

    Stems are made for the words that begin like one of `wanted`; once that is set, others count as they are printed. That is what makes
    large collections quick: most words of a collection are like no word of any query.

    `forms` are the word forms (lower case) by number and `form_stems` the numbers of their stems; `stems` are the stems by number.
    """

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[str] = [""]
        self.form_stems: list[tuple[int, ...]] = [()]
        self.stems: dict[str, int] = {}
        self._numbers: dict[tuple[str, ...], int] = {(): STOP}
        self._wanted: frozenset[str] | None = None

    def want(self, stems: Iterable[str]) -> None:
        """From now on make stems only of words that may have one of these."""
        self._wanted = frozenset(stem[: min(BEGINNING, len(stem) - stem.endswith(("i", "e")))] for stem in stems)

    def _stem(self, word: str) -> str:
        if self._wanted is not None and self._wanted.isdisjoint((word[:4], word[:3], word[:2], word[:1])) and word not in NUMBER_WORDS:
            return word
        return stem(folded_word(word))

    def __missing__(self, token: str) -> int:
        words = parts(token)
        number = self._numbers.setdefault(words, len(self.forms))
        if number == len(self.forms):
            self.forms.append(words[0])
            self.form_stems.append(tuple(self.stems.setdefault(self._stem(word), len(self.stems)) for word in words))
        self[token] = number
        return number

    def numbers(self, texts: Iterable[str]) -> tuple[Ints, Ints]:
        """The word forms of all texts in order, stop words left out, and for each the index of its text."""
        import numpy as np

        flat: list[int] = []
        lengths: list[int] = []
        for text in texts:
            before = len(flat)
            flat.extend(map(self.__getitem__, TOKEN.findall(text)))
            lengths.append(len(flat) - before)
        forms = np.array(flat, dtype=np.int64)
        owners = np.repeat(np.arange(len(lengths)), lengths)
        kept = forms != STOP
        return forms[kept], owners[kept]

    def stemmed(self, forms: Ints, owners: Ints) -> tuple[Ints, Ints]:
        """The same run of words as stems; an identifier gives several."""
        import numpy as np

        counts = np.array([len(stems) for stems in self.form_stems], dtype=np.int64)
        starts = np.cumsum(counts) - counts
        flat = np.array([number for stems in self.form_stems for number in stems], dtype=np.int64)
        repeats = counts[forms]
        first = np.repeat(starts[forms], repeats)
        step = np.arange(len(first)) - np.repeat(np.cumsum(repeats) - repeats, repeats)
        return flat[first + step], np.repeat(owners, repeats)


# `candidates.Index` is another inverted index, on purpose: it takes weights that are no counts (numbers weigh less than words), and has
# columns only, cut to a budget, to score very many queries at once. Here the rows are what is needed, and columns of few terms; to fold
# one into the other would share the two lines that sort by term, and cost a sort of all passages for every search.
class Counts:
    """How often each text holds each term: rows are texts, as compressed rows (and columns, when asked for)."""

    def __init__(self, terms: Ints, owners: Ints, rows: int, columns: int) -> None:
        import numpy as np

        keys, counts = np.unique(owners * columns + terms, return_counts=True)
        self.owners = keys // columns
        self.terms = keys % columns
        self.counts = counts.astype(np.float32)
        self.starts = np.searchsorted(self.owners, np.arange(rows + 1))
        self.rows = rows
        self.columns = columns
        self.frequency = np.bincount(self.terms, minlength=columns)
        """In how many texts each term stands."""

    @cached_property
    def _columns(self) -> tuple[Ints, Ints]:
        import numpy as np

        return np.argsort(self.terms, kind="stable"), np.concatenate(([0], np.cumsum(self.frequency)))

    def row(self, text: int) -> slice:
        """The entries of one text."""
        return slice(self.starts[text], self.starts[text + 1])

    def column(self, term: int) -> Ints:
        """The entries of one term."""
        order, starts = self._columns
        return order[starts[term] : starts[term + 1]]

    def entries(self, texts: Ints) -> tuple[Ints, Ints]:
        """The entries of several texts, and for each the position of its text in `texts`."""
        import numpy as np

        lengths = self.starts[texts + 1] - self.starts[texts]
        first = np.repeat(self.starts[texts], lengths)
        step = np.arange(len(first)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        return first + step, np.repeat(np.arange(len(texts)), lengths)
