"""Which texts of two versions belong together, and what happened to each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from plantext.compare.aims import aims
from plantext.compare.assign import assign
from plantext.compare.pieces import Scored, join_pieces
from plantext.model.alignment import AlignedTexts, Feature, Kind, TextChange
from plantext.text.similarity import Pairs, Similarity, terms
from plantext.text.variants import folded

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

CANDIDATES = 8
THRESHOLD = 0.48
SECTION = 0.05
CONTEXT = 0.4
CONTEXT_USUAL = 0.3
NEAREST = 1
FIRST = 0.0
TIE = 0.15
FADE = 1.0
ROUNDS = 3
SIDES = {-1: 0.5, 1: 0.5}
ORDER_DOUBT = 2
ANCHOR = 0.75
PIECE_LEFT = 0.2
PIECE_EXPLAINED = 0.5
PIECE_COVERED = 0.5


def align_texts(
    before: Sequence[str],
    after: Sequence[str],
    before_sections: Sequence[str | None] | None = None,
    after_sections: Sequence[str | None] | None = None,
) -> AlignedTexts:
    """Align two lists of texts, each in document order."""
    sections_before = list(before_sections) if before_sections is not None else [None] * len(before)
    sections_after = list(after_sections) if after_sections is not None else [None] * len(after)
    if len(sections_before) != len(before) or len(sections_after) != len(after):
        raise ValueError("There must be one section for each text.")
    if (list(before), [s or "" for s in sections_before]) > (list(after), [s or "" for s in sections_after]):
        # One orientation decides, so that the sides swapped give the mirror image, ties included.
        return _mirrored(_align(list(after), list(before), sections_after, sections_before))
    return _align(list(before), list(after), sections_before, sections_after)


def _align(before: list[str], after: list[str], sections_before: list[str | None], sections_after: list[str | None]) -> AlignedTexts:
    keys_before, keys_after = _section_keys(sections_before), _section_keys(sections_after)
    same, surplus = _identical(before, after, keys_before, keys_after)
    left_before = sorted(set(range(len(before))) - set(same))
    left_after = sorted(set(range(len(after))) - set(same.values()))
    links: dict[tuple[int, int], float] = dict.fromkeys(same.items(), 1.0)
    if left_before and left_after:
        links |= _alike(before, after, left_before, left_after, same, keys_before, keys_after, surplus)
    return AlignedTexts(
        links=tuple((i, j, score) for (i, j), score in sorted(links.items())),
        changes=_changes(before, after, links, keys_before, keys_after),
    )


def _identical(before, after, keys_before, keys_after):
    where_before, where_after = defaultdict(list), defaultdict(list)
    for i, text in enumerate(before):
        where_before[folded(text)].append(i)
    for j, text in enumerate(after):
        where_after[folded(text)].append(j)
    same, surplus = {}, set()
    for key, rows in where_before.items():
        columns = where_after.get(key, [])
        if not columns:
            continue
        rest = list(columns)
        for i in rows:
            j = next((j for j in rest if keys_before[i] == keys_after[j]), None)
            if j is not None:
                same[i] = j
                rest.remove(j)
        for i in rows:
            if i not in same and rest:
                same[i] = rest.pop(0)
        surplus |= {("before", i) for i in rows if i not in same} | {("after", j) for j in rest}
    return same, surplus


def _section_keys(sections: list[str | None]) -> list[str | None]:
    from plantext.text.similarity import STOP_TERMS

    return [None if s is None else " ".join(sorted(set(terms(s)) - STOP_TERMS)) for s in sections]


def _alike(before, after, left_before, left_after, same, keys_before, keys_after, surplus):
    import numpy as np

    from plantext.compare.candidates import Index

    model = Similarity([before[i] for i in left_before], [after[j] for j in left_after])
    there = Index(model.after).best(model.before, CANDIDATES)
    back = Index(model.before).best(model.after, CANDIDATES)
    width = len(left_after)
    cells = np.unique(np.concatenate((there.query * width + there.row, back.row * width + back.query)))
    i, j = cells // width, cells % width
    pairs = model.pairs(i, j)
    rows, columns = np.array(left_before)[i], np.array(left_after)[j]
    alike = np.array([keys_before[x] is not None and keys_before[x] == keys_after[y] for x, y in zip(rows, columns)], dtype=float)
    near = 1 - np.abs(rows / max(1, len(before)) - columns / max(1, len(after)))
    base = pairs.score + SECTION * alike + 0.001 * near
    base = base - FIRST * _later(rows, columns, base)
    anchors = dict(same)
    firm = assign(zip(rows.tolist(), columns.tolist(), (base - ANCHOR).tolist(), strict=True))
    anchors |= firm
    for _ in range(ROUNDS):
        context = _context(rows, columns, anchors, len(before), len(after))
        order = _orderliness(anchors, len(before), len(after))
        final = base + CONTEXT * order * (context - CONTEXT_USUAL)
        chosen = assign(zip(rows.tolist(), columns.tolist(), (final - THRESHOLD).tolist(), strict=True))
        anchors = same | chosen
    score_of = {(x, y): min(0.999, s) for x, y, s in zip(rows.tolist(), columns.tolist(), final.tolist(), strict=True)}
    links = {pair: score_of[pair] for pair in chosen.items()}
    scored = {
        pair: Scored(*values)
        for pair, *values in zip(
            zip(rows.tolist(), columns.tolist(), strict=True), final.tolist(), pairs.covered_before.tolist(), pairs.covered_after.tolist(), strict=True
        )
    }
    for pair, _ in join_pieces(before, after, links, scored, surplus, model):
        links[pair] = score_of[pair]
    return links


def _later(rows, columns, score):
    """How many earlier rivals each pair has: pairs of the same text, nearly as alike, whose other text stands earlier."""
    import numpy as np

    best_row, best_column = np.zeros(rows.max() + 1), np.zeros(columns.max() + 1)
    np.maximum.at(best_row, rows, score)
    np.maximum.at(best_column, columns, score)
    near = (score >= best_row[rows] - TIE) & (score >= best_column[columns] - TIE) & (score > .5)
    rivals = np.zeros(len(rows))
    for own, other in ((rows, columns), (columns, rows)):
        order = np.lexsort((other, own))
        running = np.cumsum(near[order]) - near[order]
        start = np.searchsorted(own[order], own[order])
        rivals[order] += running - running[start]
    return np.where(near, np.minimum(rivals, 1), 0)


def _orderliness(anchors, count_before, count_after):
    """How far the sure pairs keep the order: the share of neighbouring ones that stand in order after, as before."""
    if not anchors:
        return 0.0
    columns = [anchors[i] for i in sorted(anchors)]
    kept = sum(1 for one, other in pairwise(columns) if 0 < other - one)
    total = len(columns) - 1
    return max(0.0, 2 * kept / (total + ORDER_DOUBT) - 1) if total else 0.0


def _context(rows, columns, anchors, count_before, count_after):
    """How well each pair stands between the sure pairs around it, in [0, 1]: on each side the best of the few nearest."""
    import numpy as np

    kept = sorted(anchors)
    at = np.array([-1, *kept, count_before])
    to = np.array([-1, *(anchors[i] for i in kept), count_after])
    context = np.zeros(len(rows))
    for side, place in ((-1, np.searchsorted(at, rows) - 1), (1, np.searchsorted(at, rows, side="right"))):
        best = np.zeros(len(rows))
        for step in range(NEAREST):
            index = np.clip(place + side * step, 0, len(at) - 1)
            step_before, step_after = (at[index] - rows) * side, (to[index] - columns) * side
            gap = np.maximum(step_before, step_after)
            best = np.maximum(best, np.where((step_after > 0) & (step_before > 0), 1 / np.maximum(gap, 1) ** FADE, 0.0))
        context += SIDES[side] * best
    return context


def _changes(before, after, links, keys_before, keys_after):
    of_before, of_after = defaultdict(list), defaultdict(list)
    for i, j in sorted(links):
        of_before[i].append(j)
        of_after[j].append(i)
    changes = []
    seen_before: set[int] = set()
    for i in range(len(before)):
        if i in seen_before:
            continue
        group_before, group_after = {i}, set()
        while True:
            grown = {j for x in group_before for j in of_before[x]}
            back = {x for j in grown for x in of_after[j]} | group_before
            if grown == group_after and back == group_before:
                break
            group_before, group_after = back, grown
        seen_before |= group_before
        changes.append(_change(before, after, tuple(sorted(group_before)), tuple(sorted(group_after)), links, keys_before, keys_after))
    changes += [_change(before, after, (), (j,), links, keys_before, keys_after) for j in range(len(after)) if not of_after[j]]
    return tuple(changes)


def _change(before, after, rows, columns, links, keys_before, keys_after):
    if not columns:
        return TextChange(before=rows, after=(), kinds=frozenset({"removed"}), score=1.0)
    if not rows:
        return TextChange(before=(), after=columns, kinds=frozenset({"added"}), score=1.0)
    kinds: set[Kind] = set()
    pairs = [(i, j) for i in rows for j in columns if (i, j) in links]
    if len(columns) > 1:
        kinds.add("split")
    if len(rows) > 1:
        kinds.add("merged")
    text_before, text_after = " ".join(before[i] for i in rows), " ".join(after[j] for j in columns)
    if aims(text_before) != aims(text_after):
        kinds.add("target")
    if len(pairs) > 1 or _wording(text_before) != _wording(text_after):
        kinds.add("reworded")
    if any(keys_before[i] is not None and keys_after[j] is not None and keys_before[i] != keys_after[j] for i, j in pairs):
        kinds.add("moved")
    return TextChange(before=rows, after=columns, kinds=frozenset(kinds), score=min(links[pair] for pair in pairs))


def _wording(text: str) -> str:
    from plantext.compare.aims import without_aims

    return folded(without_aims(text))


def _mirrored(aligned: AlignedTexts) -> AlignedTexts:
    other: dict[str, Kind] = {"split": "merged", "merged": "split", "added": "removed", "removed": "added"}
    changes = [
        TextChange(
            before=change.after,
            after=change.before,
            kinds=frozenset(other.get(kind, kind) for kind in change.kinds),  # type: ignore[arg-type]
            score=change.score,
            features=change.features,
        )
        for change in aligned.changes
    ]
    changes.sort(key=lambda change: (not change.before, change.before, change.after))
    return AlignedTexts(links=tuple(sorted((j, i, score) for i, j, score in aligned.links)), changes=tuple(changes))
