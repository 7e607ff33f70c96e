"""How near in meaning texts are by their words alone: the mean of what their words mean, rare ones more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from plantext.compare.terms import Counts
from plantext.text.lexicon import word_vectors

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

SENSES = 0.2  # weight of this likeness beside that of words, which is about in [0, 1] too; from .15 to .3 hardly anything changes
AT_ONCE = 2_000  # texts that are summed up at once: about 30 MB of their words' vectors


class Senses:
    """Some of the texts of `counts` (text × stem): those numbered `texts`, sorted.

    `weights` are those of the entries of `counts`, `stems` the names of its columns.
    """

    def __init__(self, stems: Mapping[str, int], counts: Counts, weights: NDArray[np.float32], texts: Ints) -> None:
        import numpy as np

        vectors = word_vectors(stems)
        known = np.append(vectors.any(axis=1), np.zeros(counts.columns - len(stems), bool))
        self._place = np.full(counts.rows, -1)
        self._place[texts] = np.arange(len(texts))
        self._rows = np.zeros((len(texts), vectors.shape[1]), np.float32)
        for start in range(0, len(texts), AT_ONCE):
            entries, at = counts.entries(texts[start : start + AT_ONCE])
            told = known[counts.terms[entries]]
            entries, at = entries[told], at[told]
            if len(at):
                first = np.flatnonzero(np.append(True, at[1:] != at[:-1]))
                sums = np.add.reduceat(vectors[counts.terms[entries]] * weights[entries, None], first, axis=0)
                self._rows[start + at[first]] = sums / np.maximum(np.sqrt((sums * sums).sum(axis=1, keepdims=True)), np.float32(1e-9))

    def likeness(self, query: int, texts: Ints) -> Floats:
        """The cosine of the meaning of text `query` with that of each of `texts`, in [0, 1]; 0 where no word is known."""
        import numpy as np

        # Summed in this fixed order, so that the same texts give the same digits whatever else is asked.
        cosines = np.einsum("ij,j->i", self._rows[self._place[texts]], self._rows[self._place[query]], optimize=False)
        found: Floats = np.clip(cosines, 0.0, 1.0).astype(np.float64)
        return found
