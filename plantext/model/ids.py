"""Ids that come from the content, so that they do not change with position, reader or file name."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

_NOT_A_WORD = re.compile(r"[^\w£$€%]+")
_NOT_A_WORD_ASCII = "".join(char if char.isalnum() or char in "$%" else " " for char in map(chr, range(128)))
_SHORT = 16  # characters: kinds, editions and numbers, which are said again and again
_LENGTH = 12  # hex digits: 48 bits, a clash among a million ids is unlikely (p < .002)


def normalised(text: str) -> str:
    """Fold what readers and printers differ in: case, width, accents' form, punctuation and spacing.

    >>> normalised("Work-force  Plan’s aims.")
    'work force plan s aims'
    """
    if text.isascii():  # the same, in a short way
        return " ".join(text.casefold().translate(_NOT_A_WORD_ASCII).split())
    folded = unicodedata.normalize("NFKC", text).casefold().replace("_", " ")
    return _NOT_A_WORD.sub(" ", folded).strip()


_word = lru_cache(maxsize=1024)(normalised)


class Ids:
    """Gives ids within one result; a repeat of the same content gets `-2`, `-3`, ….

    >>> ids = Ids()
    >>> ids.new("m", "2014-15", "Harm", "Reduce harm") == ids.new("m", "2014-15", "Harm", "Reduce harm")
    False
    """

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def new(self, prefix: str, *parts: str | None) -> str:
        """An id from `parts` (kind, edition, objective or theme, text), in that order."""
        key = "\x1f".join([_word(part) if len(part) <= _SHORT else normalised(part) for part in [part or "" for part in parts]])
        name = f"{prefix}-{hashlib.sha256(key.encode()).hexdigest()[:_LENGTH]}"
        count = self._seen[name] = self._seen.get(name, 0) + 1
        return name if count == 1 else f"{name}-{count}"
