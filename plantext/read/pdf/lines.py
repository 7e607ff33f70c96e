"""Runs become lines: text on one baseline between two wide gaps, with its raised figures and its style."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from plantext.model.document import Box
from plantext.read.pdf.engine import PageContent, Rule, Run, Shape, Style, level_run

SAME_BASELINE = 0.22  # em: runs whose baselines are nearer than this stand on one line
RAISED = (0.12, 0.75)  # em of the larger type: how far a superscript's baseline stands above the line's
SMALLER = 0.86  # a raised or lowered run has at most this share of the line's size
SPACE = 0.16  # em: a gap between runs wider than this is a space, whatever the stream says
SPLIT = 1.6  # em: a gap wider than this parts two lines (columns, cells, a label and its value)
GUTTERS = ((0.9, 7, 2), (0.5, 3, 4))
"""A gap of so many em parts two lines where, so many rows above and below, so many rows have their gap end in the same place."""
COLOURED = 60  # between the strongest and the weakest channel: underlined type in a colour is a link
UNDERLINE = (-0.05, 0.35)  # em below the baseline: where an underline is drawn
EDGE = 2.5  # points: lines of a column begin within this
DOT_REACH = 32.0  # points: a drawn bullet stands at most this far left of its text


PLACE = attrgetter("baseline", "x0")
"""The order from top to bottom, and from left to right on one baseline."""


@dataclass(slots=True)
class Line:
    """Runs on one baseline, from left to right. Box in points on the (turned) page."""

    runs: list[Run]
    page: int
    x0: float = 0.0
    x1: float = 0.0
    baseline: float = 0.0
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    colour: int = 0
    raised: frozenset[int] = frozenset()  # indices into runs
    text: str = ""
    term: bool = False  # it opens with a term that the rest explains

    def __post_init__(self) -> None:
        if len(self.runs) == 1:  # as most are
            run = self.runs[0]
            self.size, self.baseline, self.colour, self.text = run.size, run.baseline, run.style.colour, run.text
            self.bold, self.italic = run.style.bold, run.style.italic
            self.x0, self.x1 = run.x0, run.x1
            return
        weights: dict[float, int] = {}
        letters = bolds = italics = 0
        for run in self.runs:
            count = len(run.text)
            weights[run.size] = weights.get(run.size, 0) + count
            letters += count
            bolds += count * run.style.bold
            italics += count * run.style.italic
        self.size = max(weights, key=lambda size: (weights[size], size))
        main = max(self.runs, key=lambda run: (run.size == self.size, len(run.text)))
        self.baseline, self.colour = main.baseline, main.style.colour
        self.bold, self.italic = bolds > 0.9 * letters, italics > 0.9 * letters
        self.x0, self.x1 = self.runs[0].x0, max(run.x1 for run in self.runs)
        if len(weights) > 1:
            low, high = RAISED
            self.raised = frozenset(
                index
                for index, run in enumerate(self.runs)
                if run.size <= SMALLER * self.size and low * self.size < self.baseline - run.baseline < high * self.size
            )
        self.text = "".join((" " if self.space_before(i) else "") + run.text for i, run in enumerate(self.runs))

    @property
    def top(self) -> float:
        """The upper edge, from the size."""
        return self.baseline - 0.78 * self.size

    @property
    def bottom(self) -> float:
        """The lower edge, from the size."""
        return self.baseline + 0.22 * self.size

    @property
    def box(self) -> Box:
        """`(x0, top, x1, bottom)`."""
        return (self.x0, self.top, self.x1, self.bottom)

    def space_before(self, index: int) -> bool:
        """Whether a space stands between run `index` and the one before."""
        if index == 0:
            return False
        run, before = self.runs[index], self.runs[index - 1]
        gap = run.x0 - before.x1
        size = max(run.size, before.size)
        return gap > SPACE * size or (run.space and gap > 0.06 * size)

    def without_first(self, count: int) -> Line:
        """The same line without its first `count` runs."""
        return Line(self.runs[count:], self.page, underlined=self.underlined)


def read_lines(content: PageContent, runs: Iterable[Run], rules: Sequence[Rule]) -> list[Line]:
    """The lines of `runs`, from top to bottom and left to right; parted at wide gaps and at upright rules."""
    uprights = [rule for rule in rules if rule.x1 - rule.x0 < rule.bottom - rule.top]
    rows = _rows([run for run in runs if run.angle == 0])
    gaps = _Gaps(rows)
    lines = []
    for at, row in enumerate(rows):
        start = 0
        for index in range(1, len(row)):
            before, run = row[index - 1], row[index]
            gap = run.x0 - before.x1
            size = max(min(run.size, before.size), 1.0)
            wide = gap > SPLIT * size or any(
                gap > least * size and _open_nearby(gaps, at, (before.x1, run.x0), around, needed) for least, around, needed in GUTTERS
            )
            if wide or (uprights and gap > -0.2 * size and _ruled(uprights, before.x1, run)):
                lines.append(Line(row[start:index], content.number))
                start = index
        lines.append(Line(row[start:] if start else row, content.number))
    if len(uprights) < len(rules):
        _underline(lines, rules)
    return lines


def _rows(runs: list[Run]) -> list[list[Run]]:
    """Runs by baseline, each row sorted from left to right, raised and lowered figures with the row they belong to."""
    rows: list[list[Run]] = []
    before: Run | None = None
    for run in sorted(runs, key=PLACE):
        if before is not None and run.baseline - before.baseline < SAME_BASELINE * (min(before.size, run.size)):
            rows[-1].append(run)
        else:
            rows.append([run])
        before = run
    rows = _with_raised(rows)
    for row in rows:
        if len(row) > 1:
            row.sort(key=lambda run: run.x0)
    return [_without_doubles(row) if len(row) > 1 else row for row in rows]


def _with_raised(rows: list[list[Run]]) -> list[list[Run]]:
    """Move each small run that stands against a larger one, a little above or below, into the larger one's row."""
    sizes = [[run.size for run in row] for row in rows]
    largest = [max(row) if len(row) > 1 else row[0] for row in sizes]
    smallest = [min(row) if len(row) > 1 else row[0] for row in sizes]
    if not rows or min(smallest) > SMALLER * max(largest):
        return rows
    for at, row in enumerate(rows):
        limit = SMALLER * max(largest[max(0, at - 2) : at + 3])
        if smallest[at] > limit:
            continue
        for run in [run for run in row if run.size <= limit]:
            for other_at in (at + 1, at - 1, at + 2, at - 2):
                if 0 <= other_at < len(rows) and any(_is_raised_at(run, base) for base in rows[other_at]):
                    row.remove(run)
                    rows[other_at].append(run)
                    break
    return [row for row in rows if row]


def _is_raised_at(run: Run, base: Run) -> bool:
    if run.size > SMALLER * base.size or len(run.text) > 6:
        return False
    rise = base.baseline - run.baseline
    low, high = RAISED
    near = -0.3 * base.size < run.x0 - base.x1 < 0.6 * base.size or -0.3 * base.size < base.x0 - run.x1 < 0.6 * base.size
    return near and (low * base.size < rise < high * base.size or -0.4 * base.size < rise < -0.08 * base.size)


def _without_doubles(row: list[Run]) -> list[Run]:
    """Some producers print a run twice, a hair apart, for bold."""
    kept: list[Run] = []
    for run in row:
        double = next((k for k in kept[-3:] if k.text == run.text and abs(k.x0 - run.x0) < 0.12 * run.size), None)
        if double is None:
            kept.append(run)
        else:
            double.style = double.style._replace(bold=True)
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
        if _is_coloured(line.colour):
            continue  # a link
        low, high = (line.baseline + part * line.size for part in UNDERLINE)
        covered = 0.0
        for rule in flat[bisect_left(tops, low) : bisect_left(tops, high)]:
            if rule.x0 > line.x0 - 3 and rule.x1 < line.x1 + 3:
                covered += rule.x1 - rule.x0
        line.underlined = covered > 0.8 * (line.x1 - line.x0)


def _is_coloured(colour: int) -> bool:
    channels = (colour >> 16 & 255, colour >> 8 & 255, colour & 255)
    return max(channels) - min(channels) > COLOURED


def is_underline(rule: Rule, runs: Sequence[Run]) -> bool:
    """Whether a flat rule only underlines text: it begins and ends where text does and lies just below a baseline."""
    low, high = UNDERLINE
    under = [r for r in runs if low * r.size < rule.top - r.baseline < high * r.size and r.x0 < rule.x1 and r.x1 > rule.x0]
    if not under:
        return False
    return rule.x0 >= min(r.x0 for r in under) - 2.5 and rule.x1 <= max(r.x1 for r in under) + 2.5


def dots_as_runs(shapes: Iterable[Shape], runs: Sequence[Run]) -> list[Run]:
    """Drawn bullets as runs of "•": dots that stand alone just left of a line's text, within its height."""
    found: list[Run] = []
    level = [run for run in runs if run.angle == 0]
    for shape in shapes:
        if shape.kind != "dot":
            continue
        middle = (shape.top + shape.bottom) / 2
        rights = [r for r in level if r.baseline - 0.75 * r.size < middle < r.baseline + 0.1 * r.size and r.x1 > shape.x0]
        if not rights:
            continue
        nearest = min(rights, key=lambda r: r.x0)
        over = any(r.x1 > shape.x0 - 1 and r.x0 < shape.x1 + 1 for r in level if abs(r.baseline - nearest.baseline) < 2)
        if not over and 0 < nearest.x0 - shape.x1 < DOT_REACH and shape.bottom - shape.top < 1.1 * nearest.size:
            style = Style(bold=False, italic=False, colour=shape.colour, alpha=255, hidden=False)
            found.append(level_run("•", shape.x0, shape.x1, nearest.baseline, nearest.size, style))
    return found


_LEADERS = re.compile(r"[\s.…·_‥]{4,}")


def has_leaders(text: str) -> bool:
    """Whether dots lead from the text to a page number."""
    return ("..." in text or ". . ." in text or "…" in text or "___" in text or "···" in text) and bool(_LEADERS.search(text))
