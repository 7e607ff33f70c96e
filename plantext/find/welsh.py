"""Which texts are in Welsh: told by the small words that every Welsh sentence has and English has not."""

from __future__ import annotations

import re

FEWEST = 3  # Welsh small words: one or two stand in the names of an English text ("Heddlu Dyfed a Phowys")
SHARE = 0.16  # of all words that are such words: about half of what running Welsh has; English has none but in names

_SMALL = frozenset(
    """yn yr ar gyda gan sydd mae bydd ein eich eu ac wrth drwy trwy rhwng hefyd fydd oedd wedi ydym ydynt ydy yw nad nid fel hyn
    hynny pob holl rydym rwyf byddwn byddaf byddant hwn hon rhai iawn neu sy bod fod dros dan heb cael gael gwneud ymhlith sut pan
    os ond eraill y i o am at er a gyfer mewn""".split()
)
_ALSO_ENGLISH = frozenset({"a", "i", "o", "y", "am", "at", "er", "os", "dan", "pan", "neu", "pob", "hon", "sut", "bod", "fod"})
_WORD = re.compile(r"[^\W\d_]+")


def is_welsh(text: str) -> bool:
    """Whether `text` is Welsh for the most part.

    >>> is_welsh("Mae'r comisiynydd yn gweithio gyda'r heddlu ac mae hyn yn bwysig i bob cymuned yng Nghymru."), is_welsh("I am at a fair.")
    (True, False)
    """
    found = [word.lower() for word in _WORD.findall(text)]
    small = [word for word in found if word in _SMALL]
    sure = [word for word in small if word not in _ALSO_ENGLISH]
    return len(sure) >= FEWEST and len(small) >= SHARE * len(found)
