"""Which passages bear on a query, and how much of it they state: `trace_texts` for plain texts, and `Tracer` with the reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from plantext.compare.meaning import Embeds
from plantext.compare.relevance import Ranked, Relevance
from plantext.model.coverage import Status, TextMatch, TextTrace

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Bools = NDArray[np.bool_]
    Floats = NDArray[np.float64]

# The evidence of a passage is its score times the root of the number of the query's terms (what stands there, however long the query
# is: a long one asks for several things), plus the share of the query's rare terms.
RARE = 0.3  # how much the rare terms add
LINKED = 0.76  # evidence that the best passage needs, for anything to be linked; contractnli_dev is flat from .7 to .9
ABSENT = 0.8  # share of the query's rare terms that stand in no passage, from which …
LINKED_ABSENT = 1.0  # … this much is needed: what the query is about is hardly there
ALSO = 0.3  # evidence that every further passage needs
LINK_SHARE = 0.5  # of the best score: passages that answer together are about as good as one another
VOTED_SHARE = 0.55  # the same once meaning has voted, which is less spread out
LINK_MOST = 4  # passages that answer one query; nearly always fewer do
PARTIAL = 0.83  # evidence from which a passage states part of the query, and not its subject only
COVERED = 0.8  # share of the query's terms, by weight, that must stand close together in one passage: all but a word or two


class KeyTerm(msgspec.Struct, frozen=True, kw_only=True):
    """A term of a query: as printed there, its share of the query's weight in [0, 1], and in how many passages it stands."""

    text: str
    weight: float
    passages: int


class Traced(msgspec.Struct, frozen=True, kw_only=True):
    """What the passages say to one query, with the reasons.

    `held[k]` are the numbers (into `terms`) of those terms of the query that the passage of `matches[k]` holds; `shares[k]` is the
    share of the query's weight that they make. Terms agree by their stems; acronyms stand for their names and the other way.
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
    """Traces queries to one collection of passages. `names`: acronym -> name, beside those that the texts themselves introduce.

    What words mean (the lexicon), and `model` (a `plantext.text.embedding.Embedder`), vote on the order of the passages and on which of
    them are linked. Whether anything is linked, and the status, are those of the words alone.
    """

    def __init__(self, passages: Sequence[str], names: Mapping[str, str] | None = None, model: Embeds | None = None) -> None:
        self._passages = passages
        self._names = names
        self._model = model

    def trace(self, queries: Sequence[str], limit: int = 10) -> list[Traced]:
        """One result per query, in order; `limit` bounds the matches that are listed, and decides nothing.

        Queries are traced together: a passage that suits another query better counts for less.
        """
        if not queries:
            return []
        relevance = Relevance(queries, self._passages, self._names, self._model)
        return [_traced(relevance, number, limit) for number in range(len(queries))]


def trace_texts(queries: Sequence[str], passages: Sequence[str], limit: int = 10, *, model: Embeds | None = None) -> list[TextTrace]:
    """For each query, in order, the passages that bear on it, best first, at most `limit`, and how much of the query they state.

    `status` and `linked` do not depend on `limit`; scores are in [0, 1]. `model`: as for `Tracer`.

    >>> trace_texts(["Support burglary victims"], ["Parking is free", "We support the victims of burglary"])[0].matches[0].passage
    1
    """
    return [TextTrace(status=traced.status, matches=traced.matches) for traced in Tracer(passages, model=model).trace(queries, limit)]


def _traced(relevance: Relevance, number: int, limit: int) -> Traced:
    import numpy as np

    ranked = _best_first(relevance.ranked(number))
    evidence = ranked.scores * np.sqrt(relevance.count(number)) + RARE * ranked.rare_shares
    linked = _linked(ranked.scores, evidence, ranked.shares, LINKED_ABSENT if relevance.absent_share(number) >= ABSENT else LINKED)
    status = _status(relevance, number, ranked.passages[linked], evidence[linked], ranked.shares[linked])
    voted = _best_first(relevance.voted(number))
    chosen = _chosen(voted, ranked.passages[linked], ranked.shares[linked])
    listed = range(min(max(0, limit), len(voted.passages)))
    return Traced(
        status=status,
        matches=tuple(
            TextMatch(passage=int(voted.passages[k]), score=round(min(1.0, max(0.0, float(voted.scores[k]))), 4), linked=bool(chosen[k]))
            for k in listed
        ),
        terms=tuple(KeyTerm(text=text, weight=weight, passages=count) for text, weight, count in relevance.terms(number)),
        held=tuple(relevance.held(number, int(voted.passages[k])) for k in listed),
        shares=tuple(round(min(1.0, float(voted.shares[k])), 4) for k in listed),
    )


def _best_first(ranked: Ranked) -> Ranked:
    order = (-ranked.scores).argsort(kind="stable")
    return Ranked(ranked.passages[order], ranked.scores[order], ranked.shares[order], ranked.rare_shares[order])


def _chosen(voted: Ranked, linked: Ints, shares: Floats) -> Bools:
    """Which passages are linked, once meaning has voted: the few best, if the words link any; those that hold the whole query stay."""
    import numpy as np

    chosen: Bools = np.zeros(len(voted.passages), bool)
    if len(linked):
        chosen[:LINK_MOST] = voted.scores[:LINK_MOST] >= VOTED_SHARE * voted.scores[0]
        chosen |= np.isin(voted.passages, linked[shares >= COVERED])
    return chosen


def _linked(scores: Floats, evidence: Floats, shares: Floats, least: float) -> Bools:
    """Which passages, best first, bear on the query: the few that are about as good as the best, if the best is good enough."""
    import numpy as np

    linked = np.zeros(len(scores), bool)
    few = min(LINK_MOST, len(scores))
    if few and (evidence[:few].max() >= least or shares[:few].max() >= COVERED):
        linked[:few] = (scores[:few] >= LINK_SHARE * scores[0]) & ((evidence[:few] >= ALSO) | (shares[:few] >= COVERED))
    return linked


def _status(relevance: Relevance, number: int, passages: Ints, evidence: Floats, shares: Floats) -> Status:
    """Of a query, from the passages linked to it. Likeness alone never covers: the words themselves must be there."""
    if not len(passages):
        return "not_found"
    if any(relevance.share_nearby(number, int(passage)) >= COVERED for passage in passages[shares >= COVERED]):
        return "covered"
    return "partial" if evidence.max() >= PARTIAL else "mentioned"
