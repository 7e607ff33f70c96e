"""Where a page's charts are: bars on one line, curves over axes, lines with the figures of a scale, pies with their shares or a legend."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from operator import itemgetter

from plantext.model.document import Box
from plantext.read.pdf.engines.engine import PageContent, Rule, Run, Shape
from plantext.read.pdf.figures.drawn import HIGHEST, around, box_of, overlap, with_touching
from plantext.read.pdf.figures.legends import MIDDLE, SERIES, legend_of
from plantext.read.pdf.tables.grids import merged

SMALLEST = 28.0  # points: a smaller picture is an ornament
REACH = 14.0  # points: drawn parts nearer than this belong to one picture
PARTS = 4  # drawn parts at least, one of them curved or oblique, make a chart
FEWEST_BARS = 3  # or two that stand on an axis and are named below it
MOST_BARS = 400  # and squares: more of them are a pattern
LONGEST_AXIS = 2.0  # times what is drawn: a longer rule parts the page
CORNER = 3.0  # points: the axes of a plot meet
BETWEEN = 1.5  # points of white between two bars; the grounds of a table's cells touch
STEPS = 3  # lines of a scale that say their values; two of them may be the rules of a heading
LABELLED = 0.6  # of a scale's lines say theirs
EVEN = 0.08  # of a step: the steps of a scale are equal
SAME = 1.0  # points: lines of a scale that are nearer are one
BESIDE = 45.0  # points from a line's end to its value
UNDER = 2.0  # em from its foot
CENTRED = 2.5  # points
ENDS = 4.0  # points, with half the width of the line
WHOLE_PIE = (97.0, 103.0)  # the sum of the shares, rounded
BELOW = 130.0  # points from a line down to the years below it
VALUE = re.compile(r"[-−–+(]?[£$€]?\s?(\d[\d,]*(?:\.\d+)?)\s?(?:%|k|m|bn|°C?)?\)?$")
SHARE = re.compile(r"(\d{1,2}(?:\.\d+)?)\s?%$")


def find_charts(content: PageContent) -> tuple[list[Box], list[Box]]:
    """The boxes of charts that show their scale or legend, and of other groups of curves, some of which are charts."""
    known = [*_plots(content), *_bars(content), *_scales(content), *_courses(content)]
    groups = _groups(content)
    known += [box for box, _ in groups if _is_pie(box, content)]
    return known, [box for box, parts in groups if parts >= PARTS]


def _plots(content: PageContent) -> list[Box]:
    """Boxes around curves that are drawn over two axes: an upright rule whose foot is where a level one begins."""
    curves = [s for s in content.shapes if s.kind == "curve" and min(s.x1 - s.x0, s.bottom - s.top) >= SMALLEST]
    if not 0 < len(curves) <= MOST_BARS:
        return []
    flats = [r for r in content.rules if r.x1 - r.x0 > SMALLEST]
    found = []
    for upright in content.rules:
        if upright.bottom - upright.top <= SMALLEST or upright.bottom - upright.top > HIGHEST * content.height:
            continue
        for flat in flats:
            if abs(flat.top - upright.bottom) < CORNER and abs(flat.x0 - upright.x0) < CORNER:
                box = (upright.x0 - CORNER, upright.top - CORNER, flat.x1 + CORNER, flat.top + CORNER)
                if any(box[0] <= s.x0 and s.x1 <= box[2] and box[1] <= s.top and s.bottom <= box[3] for s in curves):
                    found.append(box)
    return found


def _courses(content: PageContent) -> list[Box]:
    """Boxes around lines that run from above the first to above the last of some names or years in a row, which stand equally far from each other."""
    curves = [s for s in content.shapes if s.kind == "curve" and s.x1 - s.x0 >= 2 * SMALLEST]
    if not 0 < len(curves) <= MOST_BARS:
        return []
    rows: dict[int, list[Run]] = {}
    for run in content.runs:
        rows.setdefault(round(run.baseline), []).append(run)
    found: list[Box] = []
    for runs in rows.values():
        middles = sorted((run.x0 + run.x1) / 2 for run in runs)
        if len(runs) < STEPS or not _is_even(middles):
            continue
        top, bottom = runs[0].top, runs[0].bottom
        over = [
            box_of(s) for s in curves if abs(s.x0 - middles[0]) < ENDS and abs(s.x1 - middles[-1]) < ENDS and 0 <= top - s.bottom < BELOW
        ]
        if over:
            found.append(with_touching(around([*over, (middles[0], top, middles[-1], bottom)]), content))
    return found


def _is_even(places: Sequence[float]) -> bool:
    """Whether places are equally far from each other, or some of them left out."""
    steps = [b - a for a, b in pairwise(places)]
    least = min(steps)
    return least > 1 and all(abs(step / least - round(step / least)) < EVEN for step in steps)


def _bars(content: PageContent) -> list[Box]:
    """Boxes around bars that stand on one line (or begin at one), each of its own length, with what touches them."""
    boxes = [s for s in content.shapes if s.kind == "box"]
    if not 2 <= len(boxes) <= MOST_BARS:
        return []
    upright = [((s.bottom, s.x1 - s.x0), s.top, (s.x0, s.x1), s) for s in boxes]
    level = [((s.x0, s.bottom - s.top), s.x1, (s.top, s.bottom), s) for s in boxes]
    found: list[Box] = []
    for sides in (upright, level):
        groups: dict[tuple[int, int], list[_Bar]] = {}
        for (base, width), end, across, shape in sides:
            groups.setdefault((round(base), round(width)), []).append((end, across, shape))
        for group in groups.values():
            for bars in _apart(group):
                if len(bars) < 2 or len({round(end / 3) for end, _, _ in bars}) < max(2, 0.5 * len(bars)):
                    continue  # as nearly all
                shapes = [shape for _, _, shape in bars]
                if len(bars) < FEWEST_BARS and not _are_named(shapes, content):
                    continue
                if not (sides is level and _are_in_rows(shapes, content)) and not _hold_words(shapes, content):
                    found.append(with_touching(_with_axes(shapes, content), content))
    return found


_Bar = tuple[float, tuple[float, float], Shape]
"""Where a bar ends, where it stands beside the others, and its shape."""


def _apart(bars: Sequence[_Bar]) -> list[list[_Bar]]:
    """Bars that stand apart; where they touch, in groups of one for each year perhaps, those of each colour that do; none where these touch too."""
    if not _touch(bars):
        return [list(bars)]
    colours: dict[int, list[_Bar]] = {}
    for bar in bars:
        colours.setdefault(bar[2].colour, []).append(bar)
    several = [group for group in colours.values() if len(group) >= FEWEST_BARS]
    return several if len(several) > 1 and not any(map(_touch, several)) else []


def _touch(bars: Sequence[_Bar]) -> bool:
    spans = sorted(across for _, across, _ in bars)
    return any(b[0] - a[1] < BETWEEN for a, b in pairwise(spans))


def _are_in_rows(shapes: Sequence[Shape], content: PageContent) -> bool:
    """Whether rules part most of some level bars from each other: then each stands in its row of a table."""
    ordered = sorted(shapes, key=lambda s: s.top)
    flats = [r for r in content.rules if r.bottom - r.top < 1 and r.x0 <= ordered[0].x0 + 1 and r.x1 > min(s.x1 for s in shapes)]
    parted = sum(any(a.bottom <= r.top <= b.top for r in flats) for a, b in pairwise(ordered))
    return bool(flats) and parted > 0.5 * (len(ordered) - 1)


def _are_named(shapes: Sequence[Shape], content: PageContent) -> bool:
    """Whether a word or a year stands below the middle of each bar, and a line on which they all stand parts it from them."""
    foot = shapes[0].bottom
    if not any(abs(r.top - foot) < CORNER and all(r.x0 < s.x0 and s.x1 < r.x1 for s in shapes) for r in content.rules):
        return False
    return all(
        any(abs(run.x0 + run.x1 - s.x0 - s.x1) < 2 * CENTRED and -1 <= run.top - foot < UNDER * run.size for run in content.runs)
        for s in shapes
    )


def _hold_words(shapes: Sequence[Shape], content: PageContent) -> bool:
    """Whether words stand on the boxes: then they are the grounds of a table's rows."""
    return any(
        s.x0 <= (run.x0 + run.x1) / 2 <= s.x1 and s.top <= (run.top + run.bottom) / 2 <= s.bottom and any(map(str.isalpha, run.text))
        for s in shapes
        for run in content.runs
    )


def _with_axes(shapes: Sequence[Shape], content: PageContent) -> Box:
    """The box around drawn shapes and the rules that touch it: an axis, the other axis that it meets, the lines of their scale."""
    box = around([box_of(s) for s in shapes])
    limit = LONGEST_AXIS * max(box[2] - box[0], box[3] - box[1])
    rules = [box_of(r) for r in content.rules if max(r.x1 - r.x0, r.bottom - r.top) < limit]
    for _ in range(2):
        box = around([box, *(r for r in rules if overlap(r, box, REACH))])
    return box


def _scales(content: PageContent) -> list[Box]:
    """Boxes around what is drawn on the lines of a scale (or the ticks on its axis): equally far from each other, each with its value at its end."""
    values = [run for run in content.runs if run.text[-1:] in "0123456789%kmnC°)" and run.angle == 0 and VALUE.match(run.text)]
    if len(values) < STEPS:
        return []
    largest = max(run.size for run in values)
    found: list[Box] = []
    for flat in (True, False):
        rules = [r for r in content.rules if (r.x1 - r.x0 > r.bottom - r.top) == flat]
        groups: dict[tuple[int, int], dict[float, Rule]] = {}
        for rule in (*rules, *merged(rules, flat=flat)):
            ends = (rule.x0, rule.x1) if flat else (rule.top, rule.bottom)
            lines = groups.setdefault((round(ends[0]), round(ends[1])), {})
            at = rule.top if flat else rule.x0
            if len(lines) < MOST_BARS and not any(
                abs(at - other) < SAME for other in lines
            ):  # else drawn again, or merged with a bit of a curve
                lines[at] = rule
        placed = sorted(((run.baseline if flat else (run.x0 + run.x1) / 2, run) for run in values), key=itemgetter(0))
        before, behind = (0.0, MIDDLE[1] * largest) if flat else (-CENTRED, CENTRED)
        for lines in groups.values():
            said = []
            for at, rule in sorted(lines.items()) if len(lines) >= STEPS else ():
                near = placed[
                    bisect_left(placed, at + before - 0.1, key=itemgetter(0)) : bisect_left(placed, at + behind + 0.1, key=itemgetter(0))
                ]
                if (value := _value_at(rule, [run for _, run in near], flat=flat)) is not None:
                    said.append((at, value))
            if len(said) >= max(STEPS, LABELLED * len(lines)) and _is_scale(said):
                found.append(with_touching(around([box_of(rule) for rule in lines.values()]), content))
    return [box for box in found if min(box[2] - box[0], box[3] - box[1]) >= SMALLEST]


def _value_at(rule: Rule, values: Sequence[Run], *, flat: bool) -> float | None:
    """The value that stands at a line's end, in its middle."""
    low, high = MIDDLE
    for run in values:
        if flat:
            at = low * run.size <= run.baseline - rule.top <= high * run.size
            at = at and (-1 <= rule.x0 - run.x1 < BESIDE or -1 <= run.x0 - rule.x1 < BESIDE)
        else:
            at = abs((run.x0 + run.x1) / 2 - rule.x0) < CENTRED
            at = at and (-1 <= run.top - rule.bottom < UNDER * run.size or -1 <= rule.top - run.bottom < UNDER * run.size)
        if at and (match := VALUE.match(run.text)):
            value = float(match.group(1).replace(",", ""))
            return -value if run.text[0] in "-−–(" else value
    return None


def _is_scale(said: Sequence[tuple[float, float]]) -> bool:
    """Whether values rise (or fall) from line to line, and the lines are equally far from each other."""
    rises = [b[1] - a[1] for a, b in pairwise(said)]
    return _is_even([at for at, _ in said]) and (all(rise > 0 for rise in rises) or all(rise < 0 for rise in rises))


def _is_pie(box: Box, content: PageContent) -> bool:
    """Whether the shares that are written on or by curves make a whole, or a legend tells their colours."""
    if min(box[2] - box[0], box[3] - box[1]) < 2 * SMALLEST:
        return False
    near = [r for r in content.runs if r.text.endswith("%") and overlap((r.x0, r.top, r.x1, r.bottom), box, 2 * REACH)]
    shares = [float(match.group(1)) for run in near if (match := SHARE.match(run.text))]
    return (len(shares) >= SERIES and WHOLE_PIE[0] <= sum(shares) <= WHOLE_PIE[1]) or len(legend_of(box, content)) >= SERIES


def _groups(content: PageContent) -> list[tuple[Box, int]]:
    """Boxes around drawn parts that touch or nearly touch, one at least a curve; and how many parts they are."""
    parts = [s for s in content.shapes if s.kind in {"curve", "dot"} or (s.kind == "box" and s.bottom - s.top < 0.5 * content.height)]
    if len(parts) > 3000 or not any(s.kind == "curve" for s in parts):
        return []
    groups: list[tuple[Box, list[Shape]]] = []
    for part in sorted(parts, key=lambda s: (s.top, s.x0)):
        box, members = box_of(part), [part]
        rest = []
        for other, shapes in groups:
            if other[0] - REACH <= box[2] and box[0] - REACH <= other[2] and other[1] - REACH <= box[3] and box[1] - REACH <= other[3]:
                box = (min(box[0], other[0]), min(box[1], other[1]), max(box[2], other[2]), max(box[3], other[3]))
                members += shapes
            else:
                rest.append((other, shapes))
        groups = [*rest, (box, members)]
    return [
        (box, len(members))
        for box, members in groups
        if any(m.kind == "curve" for m in members) and min(box[2] - box[0], box[3] - box[1]) >= SMALLEST
    ]
