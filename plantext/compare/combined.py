"""Headings of a report that name several milestones at once: "Answer 90 per cent of calls and 80 per cent of letters in time"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from plantext.find.performance.entry import ReportEntry, Said
from plantext.find.targets.quantities import find_quantities
from plantext.text.words import STOP_WORDS, stems

_JOINT = re.compile(r"\s*(?:,|;|\band\b)\s*", re.IGNORECASE)
_LARGEST = 6  # parts of a heading; more is a paragraph


@dataclass(frozen=True)
class Share:
    """One part of a heading, whole in itself, and the milestone (its place among those given) that it names."""

    text: str
    own: frozenset[str]  # stems that no other part has
    milestone: int


def share_heading(title: str, milestones: Sequence[str]) -> list[Share]:
    """The parts of a heading with the milestones that they name; nothing unless every part names one of its own.

    >>> [share.milestone for share in share_heading("Cut spills by 5 per cent and fires by 8 per cent", ["Cut fires", "Cut spills"])]
    [1, 0]
    """
    parts = _parts(title)
    kept = [_telling(part) for part in parts]
    shares = []
    for place, part in enumerate(parts):
        others = frozenset().union(*(stems_ for other, stems_ in enumerate(kept) if other != place))
        own, common = kept[place] - others, kept[place] & others
        scored = [
            (len(own & telling), len(kept[place] & telling), -index)
            for index, telling in enumerate(map(_telling, milestones))
            if own & telling and (common & telling or not common) and not (others - kept[place]) & telling
        ]
        if not scored:
            return []
        shares.append(Share(part, own, -max(scored)[2]))
    return shares if len({share.milestone for share in shares}) == len(parts) else []


def share_entry(entry: ReportEntry, shares: Sequence[Share], names: Mapping[str, str]) -> list[tuple[int, ReportEntry]]:
    """The entry once for each milestone, with its part of the heading and what is said of that part, or of none in particular."""
    found = []
    for share in shares:
        others = [other.own for other in shares if other is not share]
        said = tuple(one for one in entry.said if not _of_another(one, share.own, others, names))
        found.append((share.milestone, replace(entry, titles=(share.text,), said=said)))
    return found


def _of_another(one: Said, own: frozenset[str], others: Sequence[frozenset[str]], names: Mapping[str, str]) -> bool:
    text = one.text
    for acronym, name in names.items():
        text = re.sub(rf"\b{acronym}s?\b", name, text)
    held = frozenset(stems(text))
    return not own & held and any(other & held for other in others)


def _parts(title: str) -> list[str]:
    """A heading cut at its joints so that each part has a number, the opening words said again where a part begins with its number."""
    numbers = find_quantities(title)
    if not 1 < len(numbers) <= _LARGEST:
        return []
    cuts = [0]
    for before, after in pairwise(numbers):
        joints = list(_JOINT.finditer(title, before.end, after.start))
        if not joints:
            return []
        cuts.append(joints[-1].end())
    pieces = [title[start:end] for start, end in zip(cuts, [*cuts[1:], len(title)], strict=True)]
    opening, verb = title[: numbers[0].start], title.split(maxsplit=1)[0]
    return [
        _JOINT.sub(" ", piece).strip()
        if not place
        else f"{opening if start == number.start else verb + ' '}{_JOINT.sub(' ', piece).strip()}"
        for place, (piece, start, number) in enumerate(zip(pieces, cuts, numbers, strict=True))
    ]


def _telling(text: str) -> frozenset[str]:
    return frozenset(stem for stem in stems(text) if not stem[:1].isdigit() and stem not in STOP_WORDS)
