"""Sentences of a plan or response that repeat what was asked, as an answer does before it answers: they are nobody's promise."""

from __future__ import annotations

from collections.abc import Sequence

from plantext.text.words import words

QUOTED = 90  # of 100, likeness of a sentence to an ask, or to its part of the same length, from which it is the ask
FEWEST = 6  # words of such a sentence: a short one is alike by chance
SHARED = 0.85  # of the shorter one's words, without which likeness is not asked for


class Asks:
    """What was asked, to be recognised where it is quoted."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = [(frozenset(words(text)), " ".join(words(text))) for text in texts]

    def quoted_in(self, text: str) -> bool:
        """Whether `text` repeats one of the asks, or a part of one.

        >>> Asks(["The harbour should publish every fee in advance."]).quoted_in("the harbour should publish every fee, in advance")
        True
        """
        from rapidfuzz import fuzz

        run = words(text)
        if len(run) < FEWEST:
            return False
        own, plain = frozenset(run), " ".join(run)
        for other, ask in self._texts:
            shorter = min(len(own), len(other))
            if shorter >= FEWEST and len(own & other) >= SHARED * shorter and fuzz.partial_ratio(plain, ask) >= QUOTED:
                return True
        return False
