"""What words mean, roughly: a vector for each of some thousand common stems, from the files beside this one.

They help to order passages ("officers on the beat" for "visible patrols"); they never make a word present that is not there.
`scripts/make_lexicon.py` makes the files and says from what.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

WORDS = Path(__file__).with_suffix(".txt")
VECTORS = Path(__file__).with_suffix(".npy")
LARGEST = 127  # of a row's values, which are bytes


@lru_cache(maxsize=1)
def _rows() -> dict[str, int]:
    """The row of each stem and of its common forms; a form that is another line's stem is that stem."""
    lines = [line.split() for line in WORDS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    forms = {form: row for row, (_, *forms) in enumerate(lines) for form in forms}
    return forms | {line[0]: row for row, line in enumerate(lines)}


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Some twenty thousand words and stems that are common in English, in lower case.

    >>> "accommodation" in common_words(), "tion" in common_words()
    (True, False)
    """
    return frozenset(_rows())


@lru_cache(maxsize=1)
def _vectors() -> Floats:
    """Rows of unit length; the last stands for every word that is not known, and is zero."""
    import numpy as np

    rows = np.load(VECTORS).astype(np.float32)
    rows /= np.sqrt((rows * rows).sum(axis=1, keepdims=True))
    found: Floats = np.concatenate([rows, np.zeros((1, rows.shape[1]), np.float32)])
    return found


def word_vectors(words: Iterable[str]) -> Floats:
    """A row for each lower-case word or stem, float32 `[words, width]`: of unit length, or zero for a word that is not known.

    >>> youth, young, bridge = word_vectors(["youth", "young", "bridge"])
    >>> bool(youth @ young > 0.5 > youth @ bridge)
    True
    """
    rows, vectors = _rows(), _vectors()
    unknown = len(vectors) - 1
    found: Floats = vectors[[rows.get(word, unknown) for word in words]]
    return found
