"""A second opinion on which passages bear on a query: how near their meanings are, by a model of the user's own.

It votes on the order of passages only. A vote on the alignment of two versions was tried and left out: on the public sets it gained nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

READ_MOST = 100  # candidates of one query that are read where not all passages can be: the best by their words
ALL_UP_TO = 2_000  # passages that are all read, about half a minute for a small model: meaning may then find what shares no word
VOTE = 0.6  # weight of the likeness of meaning beside that of words, which is about in [0, 1] too; from .5 to .8 hardly anything changes


class Embeds(Protocol):
    """What an `Embedder` does: a row of unit length for each text, `[texts, width]`."""

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Rows in the order of the texts."""


class Meaning:
    """The vectors of queries and passages; of very many passages, only of those that are asked for."""

    def __init__(self, model: Embeds, queries: Sequence[str], passages: Sequence[str], wanted: Sequence[Ints]) -> None:
        """`wanted`: the passages worth reading for each query, best first."""
        import numpy as np

        read = np.arange(len(passages))
        if len(passages) > ALL_UP_TO:
            read = np.unique(np.concatenate([one[:READ_MOST] for one in wanted]))
        self._place = np.full(len(passages), -1)
        self._place[read] = np.arange(len(read))
        self._queries = model.vectors(list(queries))
        self._passages = model.vectors([passages[number] for number in read.tolist()])

    def likeness(self, query: int, passages: Ints) -> Floats:
        """The cosine of the query's meaning with that of each passage, in [0, 1]; 0 for passages that were not read."""
        import numpy as np

        place = self._place[passages]
        # Summed in this fixed order, so that the same texts give the same digits whatever else is asked.
        cosines = np.einsum("ij,j->i", self._passages[place], self._queries[query], optimize=False)
        found: Floats = np.where(place >= 0, np.clip(cosines, 0.0, 1.0), 0.0).astype(np.float64)
        return found
