"""Splits and mergers: a text without a partner that says what the first partner of another text left unsaid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from plantext.compare.alike import LINKED, Pair, Scored, Texts
from plantext.text.similarity import Similarity

COVERED = 0.4  # the share of a piece, by weight of its words, that the whole says
GAIN = 0.12  # how much more alike the pieces together must be than the first alone
GAIN_APART = 0.15  # the same where the pieces do not stand side by side; .13 to .16 do as well
# The whole holds nearly all of the piece, in words that the first lacks: a few words in a long text gain little, and are a piece
# all the same.
WITHIN = 0.85  # the share of such a piece that the whole says
WITHIN_NEW = 0.5  # the share of it that the whole says and the first does not
WITHIN_ALIKE = 0.4  # how alike it and the whole are: a long list holds the words of many a text
WITHIN_GAIN = 0.03
# In texts that share a frame ("Help … to write travel plans") a piece is short of words of its own: what tells is that it says what the
# first lacks of the whole, and hardly anything else.
FILLS = 0.7  # the share of what the first leaves unsaid that the piece says
OWN = 0.7  # the share of what the piece says beyond the first that the whole says
LEAST_FILLED = 0.2  # the share of the whole that is filled so: a word or two may be there by chance
SAID = 0.95  # the share of a piece that the whole says, from which a single word of its own will do …
LEAST_SAID = 0.11  # … of at least this share of the whole (.11 to .15 do alike): "Visit every lamp", "Visit every bench"; the pieces together say the frame twice
FILLS_ALIKE = 0.5  # how alike such a piece and the whole are; it stands beside the first, which is no less like the whole with it
# "Keep a register of equipment" becomes one of networked equipment and one of other: both say all that the whole says, each for a part of it.
SPECIFIED = 0.9  # the share of the whole that each of the two says; they stand side by side in one section …
AS_ALIKE = 0.06  # … and the piece is less like the whole than the first by no more than this; .05 to .07 do as well
LEAST_GAIN = 0.001  # such pieces come after those that make the whole more alike


class _Proposal(NamedTuple):
    gain: float
    pair: Pair
    first: Pair  # the whole and its first partner
    piece: tuple[str, int]


def join_pieces(before: Texts, after: Texts, chosen: Mapping[int, int], scored: Scored, model: Similarity) -> list[Pair]:
    """The pairs to add to the one-to-one choice: each unpaired text of either side goes to at most one whole.

    What was split is not merged as well, so that every group is one text on one side; a text that repeats another is no piece.
    """
    added: list[Pair] = []
    kinds: dict[Pair, str] = {}
    taken: set[tuple[str, int]] = set()
    for proposal in sorted(_proposals(before, after, chosen, scored, model), key=lambda proposal: (-proposal.gain, proposal.pair)):
        kind = proposal.piece[0]
        if proposal.piece not in taken and kinds.setdefault(proposal.first, kind) == kind:
            taken.add(proposal.piece)
            added.append(proposal.pair)
    return added


def _proposals(before: Texts, after: Texts, chosen: Mapping[int, int], scored: Scored, model: Similarity) -> Iterator[_Proposal]:
    import numpy as np

    whole_of = {j: i for i, j in chosen.items()}
    place_of = {(int(scored.rows[at]), int(scored.columns[at])): at for at in scored.places(chosen.items())}
    has_first = np.isin(scored.rows, list(chosen)), np.isin(scored.columns, list(whole_of))
    enough = np.where(has_first[0], scored.words.covered_after, scored.words.covered_before) >= COVERED
    for at in np.flatnonzero((has_first[0] != has_first[1]) & enough).tolist():
        i, j, alike = int(scored.rows[at]), int(scored.columns[at]), float(scored.words.score[at])
        said, held = scored.words.covered_after, scored.words.covered_before  # shares of the piece and of the whole
        if i in chosen:
            if j in after.repeats:
                continue
            first, piece = (i, chosen[i]), ("after", j)
            texts, distance = (before.texts[i], after.texts[chosen[i]], after.texts[j]), j - chosen[i]
        else:
            if i in before.repeats:
                continue
            said, held = held, said
            first, piece = (whole_of[j], j), ("before", i)
            texts, distance = (after.texts[j], before.texts[whole_of[j]], before.texts[i]), i - whole_of[j]
        of_first = place_of[first]
        before_it = float(scored.words.score[of_first])
        gain = _gain(model, *texts, distance=distance, covered=float(said[at]), alike=alike, before=before_it)
        if not gain and abs(distance) == 1 and scored.same_section[at] and scored.score[at] >= LINKED and before_it - alike <= AS_ALIKE:
            gain = LEAST_GAIN if min(held[at], held[of_first]) >= SPECIFIED else 0.0
        if gain > 0:
            yield _Proposal(gain, (i, j), first, piece)


def _gain(model: Similarity, whole: str, first: str, piece: str, *, distance: int, covered: float, alike: float, before: float) -> float:
    """How much more like the whole than `before` the first becomes with the piece, which stands `distance` after it; 0 if not enough."""
    together = f"{first} {piece}" if distance > 0 else f"{piece} {first}"
    gain = model.of(whole, together) - before
    if gain >= (GAIN if abs(distance) == 1 else GAIN_APART):
        return gain
    if alike < WITHIN_ALIKE:
        return 0.0
    if covered >= WITHIN and gain >= WITHIN_GAIN and model.new_share(whole, first, piece) >= WITHIN_NEW:
        return gain
    said = covered >= SAID
    beside = abs(distance) == 1 and alike >= FILLS_ALIKE and (gain >= 0 or said)
    return max(gain, LEAST_GAIN) if beside and _fills(model, whole, first, piece, LEAST_SAID if said else LEAST_FILLED) else 0.0


def _fills(model: Similarity, whole: str, first: str, piece: str, least: float) -> bool:
    """Whether the piece says what the first leaves unsaid of the whole, `least` of it, and hardly anything else."""
    unsaid, filled = model.new_share(whole, first, whole), model.new_share(piece, first, whole)
    own, of_whole = model.new_share(piece, first, piece), model.new_share(whole, first, piece)
    return filled >= max(least, FILLS * unsaid) and of_whole >= OWN * own
