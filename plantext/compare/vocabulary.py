"""How much a reason and a milestone speak of the same, by the rarity of their words among the milestones."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from plantext.find.reasons.explanations import Clause
from plantext.text.words import WORD, stems

UNKNOWN = 0.3  # of a rare word's weight, for each word of a reason's subject that no milestone has


class Vocabulary:
    """How much each word of the milestones tells: a word that few of them have tells much."""

    def __init__(self, texts: Iterable[str]) -> None:
        rows = [frozenset(stems(text)) for text in texts]
        counts = Counter(term for row in rows for term in row)
        self._weights = {term: max(0.0, math.log((len(rows) + 1) / (count + 0.5))) for term, count in counts.items()}
        self._rare = math.log(len(rows) + 1)

    def weight(self, terms: Iterable[str]) -> float:
        """The weight of the words that some milestone has."""
        return sum(self._weights.get(term, 0.0) for term in terms)

    def said(self, terms: frozenset[str], text: str, subject: frozenset[str] = frozenset()) -> tuple[float, float]:
        """The share of `terms` that `text` says, and of `text` that `terms` say, each in [0, 1].

        Words that no milestone has count where they are of the `subject`: "the review of the fish market" is not any other review.
        """
        row = frozenset(stems(text))
        short = initials_in(text, terms - row)
        both = self.weight(terms & row) + self._rare * len(short)
        unknown = sum(term not in self._weights for term in subject - short)
        known = self.weight(terms) + self._rare * (UNKNOWN * unknown + len(short))
        whole = self.weight(row) + self._rare * len(short)
        return (min(1.0, both / known) if known else 0.0), (min(1.0, both / whole) if whole else 0.0)

    def alike(self, clause: Clause, text: str) -> float:
        """How much a clause and `text` speak of the same, in [0, 1]."""
        first, second = self.said(clause.terms, text, clause.subject)
        return math.sqrt(first * second)


def initials_in(text: str, terms: Iterable[str]) -> frozenset[str]:
    """The terms that are the initials of words of `text`: "pcso" of "police community support officers".

    >>> sorted(initials_in("Review police community support officers' powers", {"pcso", "review"}))
    ['pcso']
    """
    letters = "".join(word[0].lower() for word in WORD.findall(text))
    return frozenset(term for term in terms if len(term) >= 4 and term in letters)
