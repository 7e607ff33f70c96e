"""Where texts stand: whether two sections are one, and how well a pair stands between the sure pairs around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from plantext.text.wording import STOP_TERMS, terms

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

SAME_SECTION = 0.75  # Dice of two headings' words from which they are one heading, reworded
RENAMED_MANY = 2  # so many texts must come along before a heading without an heir counts as renamed, not its texts as moved
RENAMED_SHARE = 0.5
RENAMED_ALIKE = 0.5  # Dice from which two headings are one where all texts of the one that go anywhere go to the other, and no others
ORDER_DOUBT = 2  # sure pairs counted as out of order from the start: a few in order may be chance

Section = str | None


def section_keys(sections: Sequence[Section]) -> list[Section]:
    """Headings without numbers, little words, case and endings, so that "1. Reduce harm" and "Reducing harm" are one.

    >>> section_keys(["4.6 Reducing crime and offending", None]) == section_keys(["Reduce crime and offending", None])
    True
    """
    known: dict[str, str] = {}
    for section in sections:
        if section is not None and section not in known:
            known[section] = " ".join(sorted(set(terms(section)) - STOP_TERMS or set(terms(section))))
    return [None if section is None else known[section] for section in sections]


def moves(pairs: Sequence[tuple[Section, Section]], before: Sequence[Section], after: Sequence[Section]) -> set[tuple[Section, Section]]:
    """Which of the linked texts' pairs of section keys are a move to another section, not the same one under another heading.

    `before` and `after` are the section keys of all texts of each side.
    """
    old, new = set(before), set(after)
    counts = Counter(pairs)
    leaving, arriving = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    found: set[tuple[Section, Section]] = set()
    for (one, other), count in counts.items():
        if one is None or other is None or one == other:
            continue
        known_elsewhere = one in new or other in old
        enough = RENAMED_ALIKE if count == leaving[one] == arriving[other] else SAME_SECTION
        if not known_elsewhere and (_alike(one, other) >= enough or (count >= RENAMED_MANY and count > RENAMED_SHARE * leaving[one])):
            continue
        found.add((one, other))
    return found


def _alike(one: str, other: str) -> float:
    words, others = set(one.split()), set(other.split())
    return 2 * len(words & others) / max(1, len(words) + len(others))


def orderliness(partners: Mapping[int, int]) -> float:
    """How far `partners`, from texts before to texts after, keep the order, in [0, 1]; 0 where it is no better than chance.

    >>> orderliness({0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6}) > orderliness({0: 6, 1: 1, 2: 5, 3: 2, 4: 4}) == 0.0
    True
    """
    columns = [partners[i] for i in sorted(partners)]
    if len(columns) < 2:
        return 0.0
    kept = sum(other > one for one, other in pairwise(columns))
    return max(0.0, 2 * kept / (len(columns) - 1 + ORDER_DOUBT) - 1)


def between(rows: Ints, columns: Ints, partners: Mapping[int, int], count_before: int, count_after: int) -> Floats:
    """How well each pair `(rows[k], columns[k])` stands between its neighbours in `partners`, in [0, 1].

    Half for each side: 1 where the nearest partnered text before has the nearest partner after, less the more texts lie between, 0 where
    the order is broken. The beginnings and the ends of the two lists are partners.
    """
    import numpy as np

    kept = sorted(partners)
    at = np.array([-1, *kept, count_before])
    to = np.array([-1, *(partners[i] for i in kept), count_after])
    place = np.zeros(len(rows))
    for side, index in ((-1, np.searchsorted(at, rows) - 1), (1, np.searchsorted(at, rows, side="right"))):
        step_before, step_after = (at[index] - rows) * side, (to[index] - columns) * side
        gap = np.maximum(np.maximum(step_before, step_after), 1)
        place += np.where(step_after > 0, 0.5 / gap, 0.0)
    return place
