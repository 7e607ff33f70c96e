"""Pictures and charts: counted, and the labels within a chart taken out of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, permutations

from plantext.model.document import Box
from plantext.read.pdf.engine import PageContent, Run, Shape

SMALLEST = 28.0  # points: a smaller picture is an ornament
REACH = 14.0  # points: drawn parts nearer than this belong to one picture
PARTS = 4  # drawn parts at least, one of them curved or oblique, make a chart
MARGIN = 16.0  # points around a chart in which its labels stand
SMALL = 0.92  # of the body's size: a chart's labels are at most so large
WORDS = 40  # more words of body type within it, and it is the ground of a page, not a chart
PASSES = 3  # labels by the axes, a legend below them, and no more
PARAGRAPH = 1.7  # em: a line so near to a longer one, above or below, is of its paragraph
LARGEST = 1.05  # of the body's size: larger type is a heading, wherever it stands
LABEL = 5  # words: a longer piece of body type is text that happens to stand by a chart
FEWEST_BARS = 3
MOST_BARS = 400  # and squares: more of them are a pattern
LONGEST_AXIS = 2.0  # times what is drawn: a longer rule parts the page
TICK = (5.0, 15.0)  # points: the sides of a square that waits for a tick
CORNER = 3.0  # points: the axes of a plot meet
HIGHEST = 0.6  # of the page: a longer upright rule is no axis
BETWEEN = 1.5  # points of white between two bars; the grounds of a table's cells touch
CAPTION = re.compile(r"(?:figure|fig\.?|table|chart|diagram|graph|map)\s+\d", re.IGNORECASE)
WHOLE = 0.75  # of the page: a larger picture is its ground, or a scan


def take_figures(content: PageContent, body: float) -> tuple[int, list[Box]]:
    """The number of figures on the page and the boxes of its charts; the charts' labels are taken out of `content.runs`.

    Squares that wait for a tick become dots: they open an item as a bullet does.
    """
    content.shapes += _ticks(content)
    if not content.shapes:  # as on most pages
        return 0, []
    area = content.width * content.height
    images = [s for s in content.shapes if s.kind == "image" and min(s.x1 - s.x0, s.bottom - s.top) >= SMALLEST]
    images = [s for s in images if (s.x1 - s.x0) * (s.bottom - s.top) < WHOLE * area]
    scaled = [*_plots(content), *_bars(content)]
    charts = [box for box in _apart_from([*_charts(content), *scaled]) if _is_chart(box, content, body)]
    labels: set[int] = set()
    for at, box in enumerate(charts):
        if any(box[0] <= s[0] and s[2] <= box[2] and box[1] <= s[1] and s[3] <= box[3] for s in scaled):
            charts[at] = _take_labels(box, content.runs, body, labels)
        else:  # perhaps only ornament: body type in it may be text
            labels |= {id(run) for run in content.runs if _within(run, box) and run.size <= SMALL * body}
    if labels:
        content.runs = [run for run in content.runs if id(run) not in labels]
    return len(_apart([(s.x0, s.top, s.x1, s.bottom) for s in images])) + len(charts), charts


def _ticks(content: PageContent) -> list[Shape]:
    """Small squares drawn by four rules."""
    low, high = TICK
    short = [r for r in content.rules if low <= max(r.x1 - r.x0, r.bottom - r.top) <= high]
    if not 4 <= len(short) <= MOST_BARS:
        return []
    flats, uprights = [r for r in short if r.x1 - r.x0 > r.bottom - r.top], [r for r in short if r.x1 - r.x0 <= r.bottom - r.top]
    found: dict[tuple[int, int], Shape] = {}
    for upper, lower in permutations(flats, 2):
        side = upper.x1 - upper.x0
        if abs(lower.x0 - upper.x0) > 1 or abs(lower.x1 - upper.x1) > 1 or abs(lower.top - upper.top - side) > 0.2 * side:
            continue
        sides = [r for r in uprights if abs(r.top - upper.top) < 1.5 and abs(r.bottom - lower.top) < 1.5]
        if any(abs(r.x0 - upper.x0) < 1.5 for r in sides) and any(abs(r.x0 - upper.x1) < 1.5 for r in sides):
            found[round(upper.x0), round(upper.top)] = Shape("dot", upper.x0, upper.top, upper.x1, lower.top, 0)
    return list(found.values())


def _take_labels(box: Box, runs: Sequence[Run], body: float, labels: set[int]) -> Box:
    """Add the ids of a chart's labels to `labels`; the chart's box with those around it, its legend too."""
    for _ in range(PASSES):
        found = [r for r in runs if id(r) not in labels and (_within(r, box) if r.size <= SMALL * body else _is_label(r, box, runs, body))]
        if not found:
            break
        labels |= {id(run) for run in found}
        box = (
            min(box[0], *(run.x0 for run in found)),
            min(box[1], *(run.top for run in found)),
            max(box[2], *(run.x1 for run in found)),
            max(box[3], *(run.bottom for run in found)),
        )
    return box


def _is_label(run: Run, box: Box, runs: Sequence[Run], body: float) -> bool:
    """Whether body type in or by a chart is a label: a few words that are part of no line, and of no paragraph, outside."""
    if run.size > LARGEST * body or len(run.text.split()) > LABEL or CAPTION.match(run.text) or not _near(run, box):
        return False
    if run.style.bold and not (box[0] <= run.x0 and run.x1 <= box[2] and box[1] <= run.top and run.bottom <= box[3]):
        return False  # a heading beside it
    for other in runs:
        rise = abs(other.baseline - run.baseline)
        if rise < 0.3 * run.size and CAPTION.match(other.text):
            return False
        if other is run or _near(other, box):
            continue
        if rise < 0.3 * run.size and min(abs(other.x0 - run.x1), abs(run.x0 - other.x1)) < run.size:
            return False
        if rise < PARAGRAPH * run.size and other.x0 < run.x1 and other.x1 > run.x0:
            return False
    return True


def _near(run: Run, box: Box) -> bool:
    """Whether a run stands in a chart or hard by it."""
    return run.x1 >= box[0] - MARGIN and run.x0 <= box[2] + MARGIN and run.bottom >= box[1] - MARGIN and run.top <= box[3] + MARGIN


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


def _bars(content: PageContent) -> list[Box]:
    """Boxes around bars that stand on one line (or begin at one), each of its own length, with the axes that touch them."""
    boxes = [s for s in content.shapes if s.kind == "box"]
    if not FEWEST_BARS <= len(boxes) <= MOST_BARS:
        return []
    upright = [((s.bottom, s.x1 - s.x0), s.top, (s.x0, s.x1), s) for s in boxes]
    level = [((s.x0, s.bottom - s.top), s.x1, (s.top, s.bottom), s) for s in boxes]
    found: list[Box] = []
    for sides in (upright, level):
        groups: dict[tuple[int, int], list[tuple[float, tuple[float, float], Shape]]] = {}
        for (base, width), end, across, shape in sides:
            groups.setdefault((round(base), round(width)), []).append((end, across, shape))
        for bars in groups.values():
            spans = sorted(across for _, across, _ in bars)
            apart = all(b[0] - a[1] >= BETWEEN for a, b in pairwise(spans))
            ends = len({round(end / 3) for end, _, _ in bars})
            shapes = [shape for _, _, shape in bars]
            if len(bars) >= FEWEST_BARS and apart and ends >= max(2, 0.5 * len(bars)) and not _hold_words(shapes, content):
                found.append(_with_axes(shapes, content))
    return found


def _hold_words(shapes: Sequence[Shape], content: PageContent) -> bool:
    """Whether words stand on the boxes: then they are the grounds of a table's rows."""
    return any(
        s.x0 <= (run.x0 + run.x1) / 2 <= s.x1 and s.top <= (run.top + run.bottom) / 2 <= s.bottom and any(map(str.isalpha, run.text))
        for s in shapes
        for run in content.runs
    )


def _with_axes(shapes: Sequence[Shape], content: PageContent) -> Box:
    """The box around drawn shapes and the rules that touch it: an axis, the other axis that it meets, the lines of their scale."""
    box = (min(s.x0 for s in shapes), min(s.top for s in shapes), max(s.x1 for s in shapes), max(s.bottom for s in shapes))
    limit = LONGEST_AXIS * max(box[2] - box[0], box[3] - box[1])
    rules = [r for r in content.rules if max(r.x1 - r.x0, r.bottom - r.top) < limit]
    for _ in range(2):
        x0, top, x1, bottom = (box[0] - REACH, box[1] - REACH, box[2] + REACH, box[3] + REACH)
        near = [r for r in rules if r.x0 <= x1 and r.x1 >= x0 and r.top <= bottom and r.bottom >= top]
        edges = [box, *near]
        box = (min(e[0] for e in edges), min(e[1] for e in edges), max(e[2] for e in edges), max(e[3] for e in edges))
    return box


def _apart_from(boxes: Sequence[Box]) -> list[Box]:
    """Boxes, those that overlap taken together."""
    kept: list[Box] = []
    for box in sorted(boxes, key=lambda b: (b[1], b[0])):
        overlapping = [o for o in kept if o[0] <= box[2] and box[0] <= o[2] and o[1] <= box[3] and box[1] <= o[3]]
        both = [*overlapping, box]
        kept = [o for o in kept if o not in overlapping]
        kept.append((min(b[0] for b in both), min(b[1] for b in both), max(b[2] for b in both), max(b[3] for b in both)))
    return kept


def _charts(content: PageContent) -> list[Box]:
    """Boxes around drawn parts that touch or nearly touch."""
    parts = [s for s in content.shapes if s.kind in {"curve", "dot"} or (s.kind == "box" and s.bottom - s.top < 0.5 * content.height)]
    curves = [s for s in parts if s.kind == "curve"]
    if not curves or len(parts) > 3000:
        return []
    groups: list[tuple[list[float], list[Shape]]] = []
    for part in sorted(parts, key=lambda s: (s.top, s.x0)):
        box = [part.x0, part.top, part.x1, part.bottom]
        members = [part]
        rest = []
        for other, shapes in groups:
            if other[0] - REACH <= box[2] and box[0] - REACH <= other[2] and other[1] - REACH <= box[3] and box[1] - REACH <= other[3]:
                box = [min(box[0], other[0]), min(box[1], other[1]), max(box[2], other[2]), max(box[3], other[3])]
                members += shapes
            else:
                rest.append((other, shapes))
        groups = [*rest, (box, members)]
    return [
        (box[0], box[1], box[2], box[3])
        for box, members in groups
        if len(members) >= PARTS and any(m.kind == "curve" for m in members) and min(box[2] - box[0], box[3] - box[1]) >= SMALLEST
    ]


def _is_chart(box: Box, content: PageContent, body: float) -> bool:
    words = sum(len(run.text.split()) for run in content.runs if _within(run, box) and run.size > SMALL * body)
    return words <= WORDS and (box[2] - box[0]) * (box[3] - box[1]) < WHOLE * content.width * content.height


def _within(run: Run, box: Box) -> bool:
    x, y = (run.x0 + run.x1) / 2, (run.top + run.bottom) / 2
    return box[0] - MARGIN <= x <= box[2] + MARGIN and box[1] - MARGIN <= y <= box[3] + MARGIN


def _apart(boxes: Sequence[Box]) -> list[Box]:
    """Boxes of pictures, those cut into strips counted once."""
    kept: list[Box] = []
    for box in sorted(boxes, key=lambda b: (b[1], b[0])):
        for i, other in enumerate(kept):
            if abs(other[0] - box[0]) < 2 and abs(other[2] - box[2]) < 2 and abs(other[3] - box[1]) < 2:
                kept[i] = (other[0], other[1], other[2], box[3])
                break
        else:
            kept.append(box)
    return kept
