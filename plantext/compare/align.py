"""Which texts of two versions belong together, and what happened to each. The flow of the alignment on one page."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence

from plantext.compare.changes import changes_of, in_order
from plantext.compare.places import Section, section_keys
from plantext.model.alignment import AlignedTexts, Feature, Kind, TextChange
from plantext.text.variants import folded

MIRRORED: dict[Kind, Kind] = {"split": "merged", "merged": "split", "added": "removed", "removed": "added"}


def align_texts(
    before: Sequence[str],
    after: Sequence[str],
    before_sections: Sequence[str | None] | None = None,
    after_sections: Sequence[str | None] | None = None,
) -> AlignedTexts:
    """Align two versions of a list of texts (milestones, controls, sentences), each in the order of its document.

    Identical texts are paired first, those of one section before others; then what is alike, one to one; then splits and mergers. The
    sections are headings, one for each text or None. `links` are `(i, j, score)`, the score in [0, 1]; each text of either side is in
    exactly one of `changes`, whose `kinds` are empty where nothing changed. The sides swapped give the mirror image.

    Raises ValueError where there is not one section for each text.

    >>> aligned = align_texts(["Cut burglary by 8 per cent", "Review parking"], ["Cut burglary by 2 per cent"])
    >>> [(change.before, change.after, sorted(change.kinds)) for change in aligned.changes]
    [((0,), (0,), ['target']), ((1,), (), ['removed'])]
    """
    sections_before = [None] * len(before) if before_sections is None else list(before_sections)
    sections_after = [None] * len(after) if after_sections is None else list(after_sections)
    if len(sections_before) != len(before) or len(sections_after) != len(after):
        raise ValueError("There must be one section for each text (None where it has none).")
    one = (list(before), [section or "" for section in sections_before])
    other = (list(after), [section or "" for section in sections_after])
    # One orientation is computed, and mirrored for the other, so that ties are decided alike in both.
    if one > other:
        return _mirrored(_aligned(other[0], one[0], section_keys(sections_after), section_keys(sections_before)))
    return _aligned(one[0], other[0], section_keys(sections_before), section_keys(sections_after))


def _aligned(before: list[str], after: list[str], sections_before: list[Section], sections_after: list[Section]) -> AlignedTexts:
    keys = {text: folded(text) for text in dict.fromkeys((*before, *after))}
    keys_before, keys_after = [keys[text] for text in before], [keys[text] for text in after]
    same = _identical(keys_before, keys_after, sections_before, sections_after)
    links = dict.fromkeys(same.items(), 1.0)
    features: dict[tuple[int, int], tuple[Feature, ...]] = {}
    lone = _repeats("before", keys_before, set(same)) | _repeats("after", keys_after, set(same.values()))
    left_before = [i for i in range(len(before)) if i not in same]
    left_after = sorted(set(range(len(after))) - set(same.values()))
    if left_before and left_after:
        from plantext.compare.alike import LINKED, Texts, pair_alike
        from plantext.compare.pieces import join_pieces

        one = Texts(before, sections_before, left_before, {index for side, index in lone if side == "before"})
        other = Texts(after, sections_after, left_after, {index for side, index in lone if side == "after"})
        chosen, scored, model = pair_alike(one, other, same)
        found = {*chosen.items(), *join_pieces(one, other, chosen, scored, model)}
        for at in scored.places(found):
            pair = int(scored.rows[at]), int(scored.columns[at])
            links[pair], features[pair] = float(scored.score[at]), scored.features(at)
        linked = {"before": {i for i, _ in found}, "after": {j for _, j in found}}
        for side, index, score, rival in scored.nearest():
            if index not in linked[side]:
                # Half sure that there is no partner where the nearest text is just short of one, or is another's.
                certainty = 1 - 0.5 * min(1.0, score / LINKED)
                lone.setdefault((side, index), (certainty, (Feature(name="nearest", score=score, weight=-1.0, detail=str(rival)),)))
    changes = changes_of(before, after, links, (sections_before, sections_after), features=features, lone=lone, keys=keys)
    return AlignedTexts(links=tuple((i, j, score) for (i, j), score in sorted(links.items())), changes=changes)


def _identical(before: list[str], after: list[str], sections_before: list[Section], sections_after: list[Section]) -> dict[int, int]:
    """Texts that say the same, paired in order: those of one section first, then what is left."""
    same: dict[int, int] = {}
    taken: set[int] = set()
    for with_sections in (True, False):
        queues: defaultdict[tuple[str, Section], deque[int]] = defaultdict(deque)
        for j, key in enumerate(after):
            if j not in taken:
                queues[key, sections_after[j] if with_sections else None].append(j)
        for i, key in enumerate(before):
            queue = queues.get((key, sections_before[i] if with_sections else None)) if i not in same else None
            if queue:
                same[i] = queue.popleft()
                taken.add(same[i])
    return same


def _repeats(side: str, keys: list[str], paired: set[int]) -> dict[tuple[str, int], tuple[float, tuple[Feature, ...]]]:
    """The texts left over of which the same side has another, paired or earlier, with the index of that one."""
    first: dict[str, int] = {}
    for index in [*sorted(paired), *range(len(keys))]:
        first.setdefault(keys[index], index)
    return {
        (side, index): (1.0, (Feature(name="repeats", score=1.0, weight=1.0, detail=str(first[key])),))
        for index, key in enumerate(keys)
        if index not in paired and first[key] != index
    }


def _mirrored(aligned: AlignedTexts) -> AlignedTexts:
    changes = [
        TextChange(
            before=change.after,
            after=change.before,
            kinds=frozenset(MIRRORED.get(kind, kind) for kind in change.kinds),
            score=change.score,
            features=change.features,
        )
        for change in aligned.changes
    ]
    return AlignedTexts(links=tuple(sorted((j, i, score) for i, j, score in aligned.links)), changes=in_order(changes))
