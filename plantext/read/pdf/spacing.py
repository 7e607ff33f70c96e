"""How a document spaces its lines: the usual distance of two, and whether paragraphs open with an indent."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from plantext.read.pdf.lines import BASELINE, Line
from plantext.read.pdf.markers import marker_of

USUAL = 1.2  # em: the distance of lines where a document shows none
LOOSEST = 1.45  # em: two headings that stand below each other are further apart
FREQUENT = 0.12  # of the distances seen: the smallest distance that is so frequent is the usual one
WIDER = 1.1  # times the distance of a paragraph's own lines: a wider one parts two sentences into two paragraphs
ENOUGH = 6  # lines on which a sentence goes on tell how prose is set
BESIDE = 0.3  # em: lines whose baselines are nearer stand in one row
_STOPS = frozenset(".!?:;")
EVEN = 0.4  # points: lines set evenly differ by no more
FIRST_LINE = (0.8, 4.0)  # em: how far a paragraph's first line may be indented


class Leadings:
    """The usual distance of two lines, by size of type."""

    def __init__(self, pages: Iterable[Sequence[Line]]) -> None:
        seen: defaultdict[float, Counter[float]] = defaultdict(Counter)
        alone: defaultdict[float, Counter[float]] = defaultdict(Counter)  # of sentences that go on, with nothing beside their lines
        pages = [sorted(lines, key=BASELINE) for lines in pages]
        for ordered in pages:
            for at, line in enumerate(ordered, 1):
                size, baseline = line.size, line.baseline
                for other in ordered[at : at + 4]:
                    distance = other.baseline - baseline
                    if distance > 2.4 * size:
                        break
                    if distance > 0.9 * size and -0.3 < other.size - size < 0.3 and other.x0 < line.x1 and other.x1 > line.x0:
                        seen[round(size)][round(distance * 2) / 2] += 1
                        if other is ordered[at] and _goes_on(line, other) and _are_alone(ordered, at):
                            alone[round(size)][round(distance * 2) / 2] += 1
                        break
        self.indented = _first_line_indents(pages)
        starts = Counter([round(line.x0) for lines in pages for line in lines])
        self.margin = float(max(starts, key=lambda x: (starts[x], -x), default=0))  # where most lines begin
        self._of: dict[float, float] = {}
        self._usual: dict[float, float] = {}
        for size, counts in seen.items():
            total = sum(counts.values())
            frequent = [d for d, n in counts.items() if n + counts.get(d + 0.5, 0) >= max(2, FREQUENT * total)]
            if frequent:
                self._usual[size] = min(frequent) + 0.25
        self._prose = {
            size: max(counts, key=lambda d: (counts[d], -d)) + 0.25 for size, counts in alone.items() if counts.total() >= ENOUGH
        }
        letters = max(seen, key=lambda size: (sum(seen[size].values()), size), default=0)
        body = self._usual.get(letters)
        self._loose = min(max(body / letters, USUAL), LOOSEST) if body and letters else USUAL  # sizes that say nothing are set like most

    def of(self, size: float) -> float:
        """Points from baseline to baseline, in prose."""
        known = self._of.get(size)
        if known is None:
            known = self._of[size] = max(self.tightest(size), min(self._prose.get(round(size), 0.0), 1.9 * size))
        return known

    def tightest(self, size: float) -> float:
        """Points from baseline to baseline, tables counted too: they may be set more tightly than prose of the same size."""
        usual = self._usual.get(round(size))
        return min(usual, 1.9 * size) if usual else self._loose * size


def _goes_on(line: Line, below: Line) -> bool:
    """Whether a sentence surely goes on from one line in the next."""
    return below.text[:1].islower() and line.text[-1:] not in _STOPS


def _are_alone(ordered: Sequence[Line], at: int) -> bool:
    """Whether nothing stands in one row with line `at` of a page, nor with the one above it."""
    above, line = ordered[at - 1], ordered[at]
    near = BESIDE * line.size
    return (at < 2 or above.baseline - ordered[at - 2].baseline > near) and (
        at + 1 == len(ordered) or ordered[at + 1].baseline - line.baseline > near
    )


def _first_line_indents(pages: Sequence[Sequence[Line]]) -> bool:
    """Whether the document opens its paragraphs with an indent: lines further in are mostly followed by one further out."""
    opening = going_on = 0
    for ordered in pages:
        left = min((line.x0 for line in ordered), default=0.0)
        for line, following in pairwise(ordered):
            if line.x0 <= left and line.x0 <= following.x0:  # as most lines: it is not further in, and no lines are that go on
                continue
            if abs(line.size - following.size) > 0.3 or following.baseline - line.baseline > 2 * line.size:
                continue
            shift = (line.x0 - following.x0) / line.size
            if FIRST_LINE[0] < shift < FIRST_LINE[1] and following.x1 > line.x0:
                opening += not (marker_of(line) or marker_of(following))
            elif abs(shift) < 0.1 and line.x0 > left + FIRST_LINE[0] * line.size:
                going_on += not (marker_of(line) or marker_of(following))
    return opening >= 4 and opening > going_on


def stands_off(lines: Sequence[Line], distance: float) -> bool:
    """Whether a line `distance` below the last of `lines`, which are set evenly, stands further off than they do from each other."""
    if len(lines) < 2:
        return False
    own = [b.baseline - a.baseline for a, b in pairwise(lines)]
    return max(own) - min(own) < EVEN and distance > WIDER * max(own)


def base_of(lines: Sequence[Line], margin: float) -> float:
    """Where the lines of a column begin: the document's margin where the column's few lines are only indented from it."""
    starts = Counter(round(line.x0) for line in lines)
    own = float(max(starts, key=lambda x: (starts[x] + starts[x + 1], -x)))
    low, high = FIRST_LINE
    return margin if low * lines[0].size < own - margin < high * lines[0].size else own
