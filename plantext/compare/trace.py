"""Which passages bear on a query, and how much of it they state."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from plantext.compare.relevance import Relevance
from plantext.model.coverage import Status, TextMatch, TextTrace

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float32]

LINK_LEAST = 0.14  # absolute: under this nothing is linked
LINK_SHARE = 0.6  # of the query's best
LINK_MOST = 4
COVERED = 0.8
PARTIAL = 0.5


class KeyTerm(msgspec.Struct, frozen=True, kw_only=True):
    """A term of a query: its words as printed, its share of the query's weight in [0, 1], and in how many passages it stands."""

    text: str
    weight: float
    passages: int


class Traced(msgspec.Struct, frozen=True, kw_only=True):
    """What the passages say to one query, with the reasons.

    `held[k]` are the numbers (into `terms`) of the query's terms that match `k`'s passage holds; `shares[k]` the share of the query's
    weight that they make.
    """

    status: Status
    matches: tuple[TextMatch, ...]
    terms: tuple[KeyTerm, ...]
    held: tuple[tuple[int, ...], ...]
    shares: tuple[float, ...]

    @property
    def absent(self) -> tuple[KeyTerm, ...]:
        """The terms that stand in no passage."""
        return tuple(term for term in self.terms if not term.passages)


class Tracer:
    """Traces queries to one collection of passages."""

    def __init__(self, passages: Sequence[str]) -> None:
        self._passages = passages

    def trace(self, queries: Sequence[str], limit: int = 10) -> list[Traced]:
        """One result per query, in order; `limit` bounds the matches that are listed, and decides nothing."""
        if not queries:
            return []
        relevance = Relevance(queries, self._passages)
        return [self._traced(relevance, number, limit) for number in range(len(queries))]

    def _traced(self, relevance: Relevance, number: int, limit: int) -> Traced:
        import numpy as np

        ranked = relevance.ranked(number)
        terms = tuple(KeyTerm(text=t, weight=w, passages=n) for t, w, n in relevance.terms(number))
        order = np.argsort(-ranked.scores, kind="stable")
        scores = ranked.scores[order]
        best = float(scores[0]) if len(scores) else 0.0
        linked = (scores >= LINK_LEAST) & (scores >= LINK_SHARE * best) & (np.arange(len(scores)) < LINK_MOST)
        share = float(ranked.shares[order][0]) if len(order) else 0.0
        status: Status = "not_found"
        if linked.any():
            status = "covered" if share >= COVERED else "partial" if share >= PARTIAL else "mentioned"
        top = order[:limit]
        return Traced(
            status=status,
            matches=tuple(
                TextMatch(passage=int(ranked.passages[o]), score=round(float(ranked.scores[o]), 4), linked=bool(linked[k])) for k, o in enumerate(top)
            ),
            terms=terms,
            held=tuple(relevance.held(number, int(ranked.passages[o])) for o in top),
            shares=tuple(round(float(ranked.shares[o]), 4) for o in top),
        )


def trace_texts(queries: Sequence[str], passages: Sequence[str], limit: int = 10) -> list[TextTrace]:
    """For each query, in order, the passages that bear on it, best first, at most `limit`, and how much of the query they state.

    `status` and `linked` do not depend on `limit`; scores are in [0, 1].

    >>> trace_texts(["Support burglary victims"], ["Victims of burglary get support", "Parking"])[0].matches[0].passage
    0
    """
    return [TextTrace(status=traced.status, matches=traced.matches) for traced in Tracer(passages).trace(queries, limit)]
