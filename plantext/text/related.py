"""Words that often stand for one another, from the table beside this file.

They help to rank passages; they never make a word present that is not there.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from pathlib import Path

from plantext.text.words import stem

TABLE = Path(__file__).with_suffix(".txt")


@lru_cache(maxsize=1)
def related_stems() -> dict[str, tuple[str, ...]]:
    """Stem -> the stems of the words that often stand for it, sorted.

    >>> "juvenil" in related_stems()["youth"]
    True
    """
    table: dict[str, set[str]] = defaultdict(set)
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        group = {stem(word) for word in line.split()} if not line.startswith("#") else set()
        for word in group:
            table[word] |= group - {word}
    return {word: tuple(sorted(others)) for word, others in sorted(table.items())}
