"""The levels of headings: by the rank of their type, by the depth of their numbers, and by how the contents list has them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from plantext.read.pdf.paragraphs import Chunk

ALIKE = 0.95  # of the largest size in a level: sizes nearer than this are of one level
LISTED = 2  # headings of a type at least, and most of them, that the contents list has at one indent
NESTED = 2  # parts at least in which two types come in one order
INDENT = 4.0  # points: entries that begin within this are at one
_NUMBERED = re.compile(r"^(?:(?:section|part|chapter|annex|appendix)\s+)?(\d{1,2}(?:\.\d{1,2})*)[.):]?\s+\S", re.IGNORECASE)
_APPENDIX = re.compile(r"(?:appendix|appendices|annexe?|schedule)\b", re.IGNORECASE)

Type = tuple[float, int]
"""Size, and weight: 3 bold, 2 underlined or capitals, 1 italic or plain."""


def number_depth(text: str) -> int:
    """How many numbers a heading's own number has: 2 for "4.2 Harm", 0 for none.

    >>> number_depth("4.2 Harm"), number_depth("Harm")
    (2, 0)
    """
    match = _NUMBERED.match(text)
    return match.group(1).count(".") + 1 if match else 0


def heading_text(chunk: Chunk) -> str:
    """The text with the number that was taken for a marker."""
    return f"{chunk.marker.text} {chunk.text}" if chunk.marker is not None else chunk.text


def set_levels(headings: Sequence[Chunk], contents: Sequence[Chunk] = ()) -> None:
    """Levels from 1: larger before smaller, then capitals and bold before the rest; deeper numbers deeper.

    Types that stand side by side in the contents list are of one level, whatever their size.
    """
    if not headings:
        return
    keys = [_rank_key(chunk) for chunk in headings]
    sizes = sorted({size for size, _ in keys}, reverse=True)
    cluster: dict[float, float] = {}
    top = sizes[0]
    for size in sizes:
        if size < ALIKE * top:
            top = size
        cluster[size] = top
    depths = [number_depth(heading_text(chunk)) for chunk in headings]
    types = _as_nested(
        _as_listed(_with_appendices([(cluster[size], weight) for size, weight in keys], headings), headings, depths, contents)
    )
    shallowest: dict[tuple[float, int], int] = {}
    for key, depth in zip(types, depths, strict=True):
        if depth:
            shallowest[key] = min(depth, shallowest.get(key, depth))
    ranks = [(-key[0], -key[1], depth - shallowest[key] if depth else 0) for key, depth in zip(types, depths, strict=True)]
    levels = _levels(ranks)
    for chunk, rank in zip(headings, ranks, strict=True):
        chunk.level = levels[rank]
    _lower_in_appendices(headings)


def _lower_in_appendices(headings: Sequence[Chunk]) -> None:
    """Set what stands in an appendix one deeper, where its headings, set as the text's own and as the appendix's, are numbered anew from 1."""
    ones = {chunk.level for chunk in headings if _number(chunk) == "1"}
    starts = [at for at, chunk in enumerate(headings) if _APPENDIX.match(chunk.text) and chunk.level in ones]
    for at, end in pairwise([*starts, len(headings)]):
        level = headings[at].level or 1
        held: list[Chunk] = []
        for chunk in headings[at + 1 : end]:
            if (chunk.level or 1) < level:
                break
            held.append(chunk)
        alike = [_number(chunk) for chunk in held if chunk.level == level]
        if alike and alike[0] == "1" and all(alike) and any(_number(chunk) == "1" for chunk in headings[:at]):
            for chunk in held:
                chunk.level = (chunk.level or 1) + 1


def _number(chunk: Chunk) -> str:
    """The number of a heading without points within."""
    match = _NUMBERED.match(heading_text(chunk))
    return match.group(1) if match and not _APPENDIX.match(chunk.text) else ""


def _levels(ranks: Sequence[tuple[float, int, int]]) -> dict[tuple[float, int, int], int]:
    """The level of each rank: as deep as its members ever stand within higher ranks, and no higher than a higher rank's."""
    deepest: dict[tuple[float, int, int], int] = {}
    open_ranks: list[tuple[float, int, int]] = []
    for rank in ranks:
        while open_ranks and open_ranks[-1] >= rank:
            open_ranks.pop()
        deepest[rank] = max(deepest.get(rank, 1), len(open_ranks) + 1)
        open_ranks.append(rank)
    level = 1
    levels: dict[tuple[float, int, int], int] = {}
    for rank in sorted(deepest):
        level = max(level, deepest[rank])
        levels[rank] = level
    return levels


def _rank_key(chunk: Chunk) -> tuple[float, int]:
    """Size, and the weight of the type: 3 bold, 2 underlined or capitals, 1 italic or plain."""
    text = heading_text(chunk)
    caps = text.upper() == text
    if chunk.bold and not chunk.italic:
        weight = 3
    elif chunk.underlined or caps or chunk.bold:
        weight = 2
    else:
        weight = 1
    return (round(chunk.size * 2) / 2, weight)


def _as_listed(types: list[Type], headings: Sequence[Chunk], depths: Sequence[int], contents: Sequence[Chunk]) -> list[Type]:
    """The types, those that the contents list has at one indent, in one type and without deeper numbers, made the highest of them."""
    if len(contents) < LISTED or len(set(types)) < LISTED:
        return types
    listed = {_words(chunk.text): (round(chunk.lines[0].x0 / INDENT), chunk.size, chunk.bold) for chunk in contents}
    places: dict[Type, Counter[tuple[int, float, bool]]] = {}
    count = Counter(types)
    for kind, chunk, depth in zip(types, headings, depths, strict=True):
        place = listed.get(_words(heading_text(chunk)))
        if place is not None and depth < 2:
            places.setdefault(kind, Counter())[place] += 1
    heads: dict[tuple[int, float, bool], Type] = {}
    result: dict[Type, Type] = {}
    for kind in sorted(places, key=lambda kind: (-kind[0], -kind[1])):
        place, often = places[kind].most_common(1)[0]
        head = heads.get(place)
        if head is not None and often >= LISTED and 2 * often > count[kind]:
            result[kind] = head
        elif head is None:
            heads[place] = kind
    return [result.get(kind, kind) for kind in types]


def _with_appendices(types: list[Type], headings: Sequence[Chunk]) -> list[Type]:
    """The types; where only appendices are set in the largest, they are of the next: no part of the text stands below an appendix."""
    top = max(types)
    others = [kind for kind in types if kind != top]
    if not others or not all(_APPENDIX.match(heading_text(chunk)) for kind, chunk in zip(types, headings, strict=True) if kind == top):
        return types
    return [max(others) if kind == top else kind for kind in types]


def _as_nested(types: list[Type]) -> list[Type]:
    """The types, two of one size changed about where the one of less weight comes first in every part that has both."""
    swapped = types
    for size in {size for size, _ in types}:
        weights = sorted({weight for other, weight in types if other == size}, reverse=True)
        for strong, weak in pairwise(weights):
            first = Counter(_firsts(types, (size, strong), (size, weak)))
            if first[size, weak] >= NESTED and not first[size, strong]:
                change = {(size, strong): (size, weak), (size, weak): (size, strong)}
                swapped = [change.get(kind, kind) for kind in types]
    return swapped


def _firsts(types: Sequence[Type], strong: Type, weak: Type) -> Iterator[Type]:
    """Which of two types comes first, in each part below a higher heading that has both."""
    seen: list[Type] = []
    for kind in [*types, (float("inf"), 0)]:
        if kind in {strong, weak}:
            seen.append(kind)
        elif kind[0] > strong[0] or (kind[0] == strong[0] and kind[1] > strong[1]):
            if strong in seen and weak in seen:
                yield seen[0]
            seen = []


def _words(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).casefold().strip()
