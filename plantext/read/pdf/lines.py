"""Runs become lines: text on one baseline between two wide gaps, with its raised figures and its style."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import attrgetter

from plantext.model.document import Box
from plantext.read.pdf.engines.engine import PageContent, Rule, Run
from plantext.read.pdf.raised import RAISED, SMALLER, hangs, with_raised

SAME_BASELINE = 0.22  # em: runs whose baselines are nearer than this stand on one line
SPACE = 0.16  # em: a gap between runs wider than this is a space, whatever the stream says
SPLIT = 1.6  # em: a gap wider than this parts two lines (columns, cells, a label and its value)
GUTTERS = ((0.9, 7, 2), (0.5, 3, 4))
"""A gap of so many em parts two lines where, so many rows above and below, so many rows have their gap end in the same place."""
NARROWEST = min(least for least, _, _ in GUTTERS)
LABEL = 0.6  # times the size of a large figure: what it counts is set smaller
COLOURED = 60  # between the strongest and the weakest channel: underlined type in a colour is a link
UNDERLINE = (-0.05, 0.35)  # em below the baseline: where an underline is drawn
EDGE = 2.5  # points: lines of a column begin within this


_NONE: frozenset[int] = frozenset()
_LEFT = attrgetter("x0")
BASELINE = attrgetter("baseline")
PLACE = attrgetter("baseline", "x0")
"""The order from top to bottom, and from left to right on one baseline."""


class Line:
    """Runs on one baseline, from left to right. Box in points on the (turned) page.

    No dataclass: with 1.7 of them for each line of a page, setting each field once is worth three hundredths of the reading time.
    """

    # fmt: off
    __slots__ = (
        "baseline", "bold", "bottom", "colour", "italic", "page", "raised", "runs", "size", "term", "text", "top", "underlined", "x0", "x1",
    )
    # fmt: on

    def __init__(self, runs: list[Run], page: int, *, underlined: bool = False, term: bool = False) -> None:
        """`term`: it opens with a term that the rest explains."""
        self.runs = runs
        self.page = page
        self.underlined = underlined
        self.term = term
        self.raised: frozenset[int] = _NONE  # indices into runs
        if len(runs) == 1:  # as most are
            (run,) = runs
            style = run.style
            self.text: str = run.text
            self.x0: float = run.x0
            self.top: float = run.top
            self.x1: float = run.x1
            self.bottom: float = run.bottom
            self.baseline: float = run.baseline
            self.size: float = run.size
            self.colour: int = style.colour
            self.bold: bool = style.bold
            self.italic: bool = style.italic
        else:
            self._take(runs)

    def _take(self, runs: list[Run]) -> None:
        """Be what several runs make: of the size of most letters, bold or italic where nearly all are."""
        weights: dict[float, int] = {}
        letters = bolds = italics = 0
        for run in runs:
            count = len(run.text)
            weights[run.size] = weights.get(run.size, 0) + count
            letters += count
            style = run.style
            if style.bold:
                bolds += count
            if style.italic:
                italics += count
        several = len(weights) > 1
        self.size = size = _main_size(runs, weights) if several else runs[0].size
        main = max([run for run in runs if run.size == size] if several else runs, key=lambda run: len(run.text))
        self.baseline, self.colour = main.baseline, main.style.colour
        self.bold, self.italic = bolds > 0.9 * letters, italics > 0.9 * letters
        self.x0, self.x1 = runs[0].x0, max([run.x1 for run in runs])
        self.top, self.bottom = main.top, main.bottom
        if several:
            low, high = RAISED[0] * size, RAISED[1] * size
            small, baseline = SMALLER * size, self.baseline
            self.raised = frozenset([index for index, run in enumerate(runs) if run.size <= small and low < baseline - run.baseline < high])
        self.text = "".join([(" " if self.space_before(index) else "") + run.text for index, run in enumerate(runs)])

    @property
    def box(self) -> Box:
        """`(x0, top, x1, bottom)`."""
        return (self.x0, self.top, self.x1, self.bottom)

    @property
    def said(self) -> str:
        """The text without the marks of notes, and the space, at its end."""
        last = len(self.runs)
        while last - 1 in self.raised:
            last -= 1
        whole = last in {0, len(self.runs)}
        return (self.text if whole else Line(self.runs[:last], self.page).text).rstrip()

    def space_before(self, index: int) -> bool:
        """Whether a space stands between run `index` and the one before."""
        if index == 0:
            return False
        run, before = self.runs[index], self.runs[index - 1]
        gap = run.x0 - before.x1
        size = max(run.size, before.size)
        return gap > SPACE * size or (run.space and gap > 0.06 * size) or (run.size < LABEL * before.size and _is_counted(before, run))

    def without_first(self, count: int) -> Line:
        """The same line without its first `count` runs."""
        return Line(self.runs[count:], self.page, underlined=self.underlined)


def _is_counted(figure: Run, run: Run) -> bool:
    """Whether small type on the baseline of a large figure says what it counts: a producer may leave no white between them."""
    level = abs(figure.baseline - run.baseline) < 0.02 * figure.size
    return level and figure.text[-1:] in "0123456789%" and run.text[:1].isalpha() and len(run.text.split(" ", 1)[0]) > 2


def _main_size(runs: Sequence[Run], weights: dict[float, int]) -> float:
    """The size of most letters; where all the others are raised above the largest, as in "7]." at a line's start, the largest."""
    size, largest = max(weights, key=lambda size: (weights[size], size)), max(weights)
    if size <= SMALLER * largest:
        base = next(run.baseline for run in runs if run.size == largest)
        if all(run.size == largest or RAISED[0] * largest < base - run.baseline < RAISED[1] * largest for run in runs):
            return largest
    return size


def read_lines(content: PageContent, runs: Iterable[Run], rules: Sequence[Rule]) -> list[Line]:
    """The lines of `runs`, from top to bottom and left to right; parted at wide gaps and at upright rules."""
    uprights = [rule for rule in rules if rule.x1 - rule.x0 < rule.bottom - rule.top]
    rows = _rows([run for run in runs if run.angle == 0])
    gaps = _Gaps(rows)
    lines = []
    for at, row in enumerate(rows):
        if len(row) == 1:  # as most
            lines.append(Line(row, content.number))
            continue
        start = 0
        for index in range(1, len(row)):
            before, run = row[index - 1], row[index]
            gap = run.x0 - before.x1
            size = max(min(run.size, before.size), 1.0)
            wide = gap > SPLIT * size or (
                gap > NARROWEST * size
                and any(
                    gap > least * size and _open_nearby(gaps, at, (before.x1, run.x0), around, needed) for least, around, needed in GUTTERS
                )
            )
            if (wide and not (index == start + 1 and hangs(before, run))) or (
                uprights and gap > -0.2 * size and _ruled(uprights, before.x1, run)
            ):
                lines.append(Line(row[start:index], content.number))
                start = index
        lines.append(Line(row[start:] if start else row, content.number))
    if len(uprights) < len(rules):
        _underline(lines, rules)
    return lines


def _rows(runs: list[Run]) -> list[list[Run]]:
    """Runs by baseline, each row sorted from left to right, raised and lowered figures with the row they belong to."""
    rows: list[list[Run]] = []
    row: list[Run] = []
    baseline, near = -math.inf, 0.0  # of the run before, and how far below it another is in its row
    for run in sorted(runs, key=PLACE):
        own = SAME_BASELINE * run.size
        if (distance := run.baseline - baseline) < near and distance < own:
            row.append(run)
        else:
            rows.append(row := [run])
        baseline, near = run.baseline, own
    sizes = {run.size for run in runs}
    if sizes and min(sizes) <= SMALLER * max(sizes):
        rows = with_raised(rows, SMALLER * max(sizes))
    for at, row in enumerate(rows):
        if len(row) > 1:
            row.sort(key=_LEFT)
            rows[at] = _without_doubles(row)
    return rows


def _without_doubles(row: list[Run]) -> list[Run]:
    """Some producers print a run twice, a hair apart, for bold."""
    kept: list[Run] = []
    for run in row:
        for other in kept[-3:]:
            if other.text == run.text and abs(other.x0 - run.x0) < 0.12 * run.size:
                other.style = other.style._replace(bold=True)
                break
        else:
            kept.append(run)
    return kept


class _Gaps:
    """The open stretches of each row, those at its left and right included, found when they are asked for."""

    def __init__(self, rows: list[list[Run]]) -> None:
        self.rows = rows
        self.known: dict[int, list[tuple[float, float]]] = {}

    def of(self, at: int) -> list[tuple[float, float]]:
        """The stretches of row `at`, but for the one at its right."""
        known = self.known.get(at)
        if known is None:
            row = self.rows[at]
            known = self.known[at] = [(-1e6, row[0].x0)]
            known += [(a.x1, b.x0) for a, b in pairwise(row) if b.x0 - a.x1 > 0.5 * min(a.size, b.size)]
        return known


def _open_nearby(gaps: _Gaps, at: int, gap: tuple[float, float], around: int, needed: int) -> bool:
    """Whether rows around are open in the same place too, and go on (or begin) where this one does: a column's edge."""
    left, right = gap
    counts = 0
    for other in range(max(0, at - around), min(len(gaps.rows), at + around + 1)):
        if other != at:
            counts += any(abs(b - right) < EDGE and min(b, right) - max(a, left) > 3 for a, b in gaps.of(other))
            if counts >= needed:
                return True
    return False


def _ruled(uprights: list[Rule], left: float, run: Run) -> bool:
    middle = (run.top + run.bottom) / 2
    return any(left - 1 <= rule.x0 <= run.x0 + 1 and rule.top <= middle <= rule.bottom for rule in uprights)


def _underline(lines: list[Line], rules: Sequence[Rule]) -> None:
    """Mark lines that a rule of their own width runs under."""
    flat = sorted((r for r in rules if r.x1 - r.x0 > r.bottom - r.top), key=lambda r: r.top)
    tops = [r.top for r in flat]
    for line in lines:
        low, high = line.baseline + UNDERLINE[0] * line.size, line.baseline + UNDERLINE[1] * line.size
        below = flat[bisect_left(tops, low) : bisect_left(tops, high)]
        if not below or _is_coloured(line.colour):  # coloured: a link
            continue
        covered = 0.0
        for rule in below:
            if rule.x0 > line.x0 - 3 and rule.x1 < line.x1 + 3:
                covered += rule.x1 - rule.x0
        line.underlined = covered > 0.8 * (line.x1 - line.x0)


def _is_coloured(colour: int) -> bool:
    channels = (colour >> 16 & 255, colour >> 8 & 255, colour & 255)
    return max(channels) - min(channels) > COLOURED


def is_underline(rule: Rule, runs: Sequence[Run]) -> bool:
    """Whether a rule only underlines text: it is flat, begins and ends where text does, and lies just below a baseline."""
    if rule.x1 - rule.x0 <= rule.bottom - rule.top:
        return False
    low, high = UNDERLINE
    under = [r for r in runs if low * r.size < rule.top - r.baseline < high * r.size and r.x0 < rule.x1 and r.x1 > rule.x0]
    if not under:
        return False
    return rule.x0 >= min(r.x0 for r in under) - 2.5 and rule.x1 <= max(r.x1 for r in under) + 2.5


_LEADERS = re.compile(r"[\s.…·_‥]{4,}")


def has_leaders(text: str) -> bool:
    """Whether dots lead from the text to a page number."""
    return ("..." in text or ". . ." in text or "…" in text or "___" in text or "···" in text) and bool(_LEADERS.search(text))
