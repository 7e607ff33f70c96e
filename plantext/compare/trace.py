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

    Bools = NDArray[np.bool_]

# The evidence of a passage is its score times the root of the number of the query's terms (what stands there, however long the query
# is: a long one asks for several things), plus the share of the query's rare terms.
RARE = 0.6  # how much the rare terms add
LINKED = 0.92  # evidence that the best passage needs, for anything to be linked; contractnli_dev is flat from .88 to 1
LINKED_ABSENT = 1.12  # the same for a query of which …
ABSENT = 0.8  # … this share of the rare terms stands in no passage: what it is about is hardly there
LONG = 10  # terms of a query, from which on it is linked too where part of it is stated: chance words don't add up over so many. 10 to 12 do alike
LINK_SHARE = 0.55  # of the best score: passages that answer together are about as good as one another
VOTED_SHARE = 0.65  # the same where a model has voted: its scores are less spread out
LINK_MOST = 4  # passages that answer one query; nearly always fewer do
# What the passages state of a query: the best one's score, and with these weights the second's and the mean of all queries. Two passages
# that each say something say more than one, and who answers the other queries answers this one too, sooner than who answers none.
SECOND = 0.5
USUAL = 0.5
PARTIAL = 0.375  # of that, from which part of the query is stated, and not its subject only; ria_dev is flat from .36 to .39
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
    them are linked. The lexicon also helps to tell whether anything is linked, and a part of a query from its subject; the model does
    not. Whether all of a query is there is for its words alone to say.
    """

    def __init__(self, passages: Sequence[str], names: Mapping[str, str] | None = None, model: Embeds | None = None) -> None:
        self._passages = passages
        self._names = names
        self._model = model

    def trace(self, queries: Sequence[str], limit: int = 10) -> list[Traced]:
        """One result per query, in order; `limit` bounds the matches that are listed, and decides nothing.

        Queries are traced together: a passage that suits another query better counts for less, and the answers to the others tell what
        these passages are about.
        """
        if not queries:
            return []
        relevance = Relevance(queries, self._passages, self._names, self._model)
        stated = [_stated(relevance.meant(number)) for number in range(len(queries))]
        usual = USUAL * sum(stated) / len(stated)
        share = VOTED_SHARE if self._model else LINK_SHARE
        return [_traced(relevance, number, limit, share, part=one + usual >= PARTIAL) for number, one in enumerate(stated)]


def trace_texts(queries: Sequence[str], passages: Sequence[str], limit: int = 10, *, model: Embeds | None = None) -> list[TextTrace]:
    """For each query, in order, the passages that bear on it, best first, at most `limit`, and how much of the query they state.

    `status` and `linked` do not depend on `limit`; scores are in [0, 1]. `model`: as for `Tracer`.

    >>> trace_texts(["Support burglary victims"], ["Parking is free", "We support the victims of burglary"])[0].matches[0].passage
    1
    """
    return [TextTrace(status=traced.status, matches=traced.matches) for traced in Tracer(passages, model=model).trace(queries, limit)]


def _stated(found: Ranked) -> float:
    """How much the two best passages state of a query, about in [0, 1.5]."""
    scores: list[float] = found.scores.tolist()
    first, second = [*sorted((score for score in scores if score > 0), reverse=True), 0.0, 0.0][:2]
    return first + SECOND * second


def _traced(relevance: Relevance, number: int, limit: int, share: float, *, part: bool) -> Traced:
    import numpy as np

    meant, voted = _best_first(relevance.meant(number)), _best_first(relevance.voted(number))
    chosen: Bools = np.zeros(len(voted.passages), bool)
    if _bears(relevance, number, meant, part=part):
        chosen = _chosen(voted, meant, share)
    status = _status(relevance, number, voted, chosen, part=part)
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


def _bears(relevance: Relevance, number: int, meant: Ranked, *, part: bool) -> bool:
    """Whether any passage bears on the query: by the words of the best few, which meaning has helped to find."""
    few = slice(min(LINK_MOST, len(meant.scores)))
    if not few.stop:
        return False
    terms = relevance.count(number)
    evidence = (meant.scores[few] * terms**0.5 + RARE * meant.rare_shares[few]).max()
    least = LINKED_ABSENT if relevance.absent_share(number) >= ABSENT else LINKED
    return bool(evidence >= least or meant.shares[few].max() >= COVERED or (part and terms >= LONG))


def _chosen(voted: Ranked, meant: Ranked, share: float) -> Bools:
    """Which passages are linked where any is, best first: the few that are about as good as the best, and those that hold the whole query."""
    import numpy as np

    chosen: Bools = np.zeros(len(voted.passages), bool)
    chosen[:LINK_MOST] = voted.scores[:LINK_MOST] >= share * voted.scores[0]
    whole = meant.passages[:LINK_MOST][meant.shares[:LINK_MOST] >= COVERED]
    return chosen | np.isin(voted.passages, whole)


def _status(relevance: Relevance, number: int, voted: Ranked, chosen: Bools, *, part: bool) -> Status:
    """Of a query, from the passages linked to it. Likeness alone never covers: the words themselves must be there."""
    if not chosen.any():
        return "not_found"
    whole = voted.passages[chosen & (voted.shares >= COVERED)]
    if any(relevance.share_nearby(number, int(passage)) >= COVERED for passage in whole):
        return "covered"
    return "partial" if part else "mentioned"
