"""Splits and mergers: a text without a partner that says what the first partner of another text left unsaid."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from plantext.text.similarity import Similarity

GAIN = 0.13  # how much more alike the pieces together must be than the first alone
GAIN_APART = 0.17  # the same where the pieces do not stand side by side
COVERED = 0.4  # the share of the piece, by weight, that the whole says

Side = Literal["before", "after"]
Pair = tuple[int, int]


class Scored(NamedTuple):
    """A candidate pair: how alike, and the share of each text, by weight, that the other says."""

    score: float
    covered_before: float
    covered_after: float


class _Proposal(NamedTuple):
    gain: float
    pair: Pair
    first: Pair  # the whole and its first partner


def join_pieces(
    before: list[str], after: list[str], links: Mapping[Pair, float], scored: Mapping[Pair, Scored], whole_only: set[tuple[Side, int]], model: Similarity
) -> list[tuple[Pair, float]]:
    """The pairs to add to the one-to-one `links`, with their gains: each unpaired text of either side to at most one whole.

    A text in `whole_only` is no piece of another. What was split is not merged as well: groups stay stars.
    """
    after_of, before_of = {i: j for i, j in links}, {j: i for i, j in links}
    proposals: list[_Proposal] = []
    for (i, j), pair in scored.items():
        if i in after_of and j not in before_of and ("after", j) not in whole_only and pair.covered_after >= COVERED:
            first = after_of[i]
            gain = _gain(model, before[i], after[first], after[j], swap=j < first)
            needed = GAIN if abs(first - j) == 1 else GAIN_APART
            proposals += [_Proposal(gain, (i, j), (i, first))] * (gain >= needed)
        elif j in before_of and i not in after_of and ("before", i) not in whole_only and pair.covered_before >= COVERED:
            first = before_of[j]
            gain = _gain(model, after[j], before[first], before[i], swap=i < first)
            needed = GAIN if abs(first - i) == 1 else GAIN_APART
            proposals += [_Proposal(gain, (i, j), (first, j))] * (gain >= needed)
    return _chosen(proposals)


def _chosen(proposals: list[_Proposal]) -> list[tuple[Pair, float]]:
    added: list[tuple[Pair, float]] = []
    kinds: dict[Pair, str] = {}
    taken: set[tuple[str, int]] = set()
    for gain, (i, j), first in sorted(proposals, key=lambda proposal: (-proposal.gain, proposal.pair)):
        kind, piece = ("split", ("after", j)) if first[0] == i else ("merged", ("before", i))
        if piece not in taken and kinds.setdefault(first, kind) == kind:
            taken.add(piece)
            added.append(((i, j), gain))
    return added


def _gain(model: Similarity, whole: str, first: str, piece: str, *, swap: bool) -> float:
    """How much more like the whole the first becomes with the piece."""
    together = f"{piece} {first}" if swap else f"{first} {piece}"
    return model.of(whole, together) - model.of(whole, first)
