"""Words and stems: what "the same word" means everywhere in plantext."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

WORD = re.compile(r"[^\W_]+(?:['’.&][^\W_]+)*", re.UNICODE)
"""A word or number: letters and digits, with an apostrophe, point or ampersand only inside ("force's", "1.9", "R&D")."""

STOP_WORDS = frozenset(
    """a about above after again against all also am an and any are as at be because been before being below between both but by can
    could did do does doing down during each few for from further had has have having he her here hers him his how i if in into is it
    its itself just me more most my no nor not now of off on once only or other our ours out over own same shall she should so some
    such than that the their theirs them then there these they this those through to too under until up upon us very was we were what
    when where which while who whom why will with within without would you your yours""".split()
)
"""English words that carry no subject."""


def words(text: str) -> list[str]:
    """The words of `text` in order, lower case, a possessive 's taken off.

    >>> words("The Force's well-being: 1.9 per cent")
    ['the', 'force', 'well', 'being', '1.9', 'per', 'cent']
    """
    found: list[str] = WORD.findall(text.casefold())
    return [_plain(word) if "'" in word or "’" in word else word for word in found]


def _plain(word: str) -> str:
    word = word.replace("’", "'")
    return word[:-2] if word.endswith("'s") else word.rstrip("'")


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    import Stemmer  # PyStemmer: Snowball's own code, 18 times as fast as its Python

    return Stemmer.Stemmer("english")


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The Snowball English stem (Porter 2) of a lower-case word.

    >>> stem("policing") == stem("policed")
    True
    """
    return str(_stemmer().stemWord(word))


def stems(text: str) -> list[str]:
    """The stems of the words of `text` that carry a subject, in order, stop words left out.

    >>> stems("Increase the confidence in policing")
    ['increas', 'confid', 'polic']
    """
    return [stem(word) for word in words(text) if word not in STOP_WORDS]
