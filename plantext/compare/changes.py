"""Links → what happened to each text: every text of either side in exactly one change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from plantext.compare.aims import aims, figures, without_aims
from plantext.compare.places import Section, moves
from plantext.model.alignment import Feature, Kind, TextChange
from plantext.text.variants import folded

Pair = tuple[int, int]


def changes_of(
    before: Sequence[str],
    after: Sequence[str],
    links: Mapping[Pair, float],
    sections: tuple[Sequence[Section], Sequence[Section]],
    *,
    features: Mapping[Pair, tuple[Feature, ...]],
    lone: Mapping[tuple[str, int], tuple[float, tuple[Feature, ...]]],
    keys: Mapping[str, str],
) -> tuple[TextChange, ...]:
    """The changes that `links` amount to, by first text before; the added texts last.

    `features` say what made a link; `lone` gives the certainty, and why, that a text has no partner; `keys` the texts folded.
    """
    linked_before, linked_after = {i for i, _ in links}, {j for _, j in links}
    moved = moves([(sections[0][i], sections[1][j]) for i, j in links], sections[0], sections[1])
    changes = []
    for pairs in _groups(links):
        rows, columns = tuple(sorted({i for i, _ in pairs})), tuple(sorted({j for _, j in pairs}))
        kinds = _wording_kinds(" ".join([before[i] for i in rows]), " ".join([after[j] for j in columns]), keys, several=len(pairs) > 1)
        if len(columns) > 1:
            kinds.add("split")
        if len(rows) > 1:
            kinds.add("merged")
        if any((sections[0][i], sections[1][j]) in moved for i, j in pairs):
            kinds.add("moved")
        score, why = min(links[pair] for pair in pairs), tuple(feature for pair in pairs for feature in features.get(pair, ()))
        changes.append(TextChange(before=rows, after=columns, kinds=frozenset(kinds), score=score, features=why))
    sure: tuple[float, tuple[Feature, ...]] = (1.0, ())
    for i in sorted(set(range(len(before))) - linked_before):
        score, why = lone.get(("before", i), sure)
        changes.append(TextChange(before=(i,), after=(), kinds=frozenset({"removed"}), score=score, features=why))
    for j in sorted(set(range(len(after))) - linked_after):
        score, why = lone.get(("after", j), sure)
        changes.append(TextChange(before=(), after=(j,), kinds=frozenset({"added"}), score=score, features=why))
    return in_order(changes)


def in_order(changes: Sequence[TextChange]) -> tuple[TextChange, ...]:
    """By first text before; what has none comes last, by first text after."""
    return tuple(sorted(changes, key=lambda change: (not change.before, change.before, change.after)))


def _groups(links: Mapping[Pair, float]) -> list[list[Pair]]:
    """Links that share a text, together. Groups are stars: one text on one side."""
    of_before, of_after = defaultdict(list), defaultdict(list)
    for i, j in sorted(links):
        of_before[i].append((i, j))
        of_after[j].append((i, j))
    return [of_after[j] if len(of_after[j]) > 1 else of_before[i] for i, j in sorted(links) if _opens(i, j, of_before, of_after)]


def _opens(i: int, j: int, of_before: Mapping[int, list[Pair]], of_after: Mapping[int, list[Pair]]) -> bool:
    return (of_after[j] if len(of_after[j]) > 1 else of_before[i])[0] == (i, j)


def _wording_kinds(before: str, after: str, keys: Mapping[str, str], *, several: bool) -> set[Kind]:
    """`reworded` and `target`, as the texts show them."""
    if before == after:
        return set()
    kinds: set[Kind] = set()
    if figures(before) != figures(after) and aims(before) != aims(after):
        kinds.add("target")
        before, after = without_aims(before), without_aims(after)
    if several or (keys.get(before) or folded(before)) != (keys.get(after) or folded(after)):
        kinds.add("reworded")
    return kinds
