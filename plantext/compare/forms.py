"""How alike words look: a query's letters in fours, and how much of them each word of the passages has.

Endings, compounds, identifiers and misspellings still agree in part. A word's value for a query is worked out once, by its letters;
a passage's is then the sum over its words, so that a passage never has to be taken apart into letters.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from plantext.compare.terms import Counts

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

LETTERS = 4  # of a piece; 3 to 5 letters together do no better
SAMPLE = 2_000  # texts from which the rarity of pieces is taken: more tell nothing new


class Forms:
    """The word forms of texts (`counts`: text × form), of which `words` are the spellings."""

    def __init__(self, words: Sequence[str], counts: Counts) -> None:
        import numpy as np

        pieces: dict[str, int] = {}
        flat: list[int] = []
        lengths: list[int] = []
        for word in words:
            padded = f" {word} "
            own = (
                [pieces.setdefault(padded[k : k + LETTERS], len(pieces)) for k in range(max(1, len(padded) - LETTERS + 1))] if word else []
            )
            flat.extend(own)
            lengths.append(len(own))
        owners = np.repeat(np.arange(len(lengths)), lengths)
        self._counts = counts
        self._pieces = Counts(np.array(flat, dtype=np.int64), owners, len(lengths), max(1, len(pieces)))
        self._weights = self._pieces.counts * self._rarity()[self._pieces.terms]
        self._often = 1 + np.log(counts.counts)
        squares = np.bincount(self._pieces.owners, weights=self._weights**2, minlength=len(lengths))
        self._norms = np.sqrt(np.bincount(counts.owners, weights=self._often**2 * squares[counts.terms], minlength=counts.rows)) + 1e-9

    def score(self, query: int, texts: Ints) -> Floats:
        """How much of the letters of text `query` each of `texts` has, about in [0, 1]."""
        import numpy as np

        own = self._counts.row(query)
        entries, at = self._pieces.entries(self._counts.terms[own])
        weights = self._often[own][at] * self._weights[entries]
        asked = np.bincount(self._pieces.terms[entries], weights=weights, minlength=self._pieces.columns).astype(np.float64)
        asked = asked / (np.sqrt((asked * asked).sum()) + 1e-9)
        values = np.zeros(self._pieces.rows)
        for piece in np.flatnonzero(asked).tolist():
            column = self._pieces.column(piece)
            values[self._pieces.owners[column]] += asked[piece] * self._weights[column]
        entries, at = self._counts.entries(texts)
        found = np.bincount(at, weights=values[self._counts.terms[entries]] * self._often[entries], minlength=len(texts))
        scores: Floats = found / self._norms[texts]
        return scores

    def _rarity(self) -> Floats:
        """The inverse document frequency of each piece, in at most `SAMPLE` texts spread evenly over all."""
        import numpy as np

        rows = self._counts.rows
        sample = np.unique(np.linspace(0, rows - 1, min(rows, SAMPLE)).astype(np.int64))
        entries, of = self._counts.entries(sample)
        pieces, at = self._pieces.entries(self._counts.terms[entries])
        seen = Counts(self._pieces.terms[pieces], of[at], len(sample), self._pieces.columns)
        rarity: Floats = np.log((1 + len(sample)) / (1 + seen.frequency)) + 1
        return rarity
