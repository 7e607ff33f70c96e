"""Pictures and charts: counted, and the labels within a chart taken out of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import permutations

from plantext.model.document import Box
from plantext.read.pdf.dots import find_dashes
from plantext.read.pdf.engines.engine import PageContent, Run, Shape
from plantext.read.pdf.figures.charts import CENTRED, CORNER, MOST_BARS, SMALLEST, VALUE, find_charts
from plantext.read.pdf.figures.drawn import apart_from, around
from plantext.read.pdf.figures.legends import bar_names, legend_of, sample_labels
from plantext.read.pdf.headings.asides import find_boxes

MARGIN = 16.0  # points around a chart in which its labels stand
SMALL = 0.92  # of the body's size: a chart's labels are at most so large
WORDS = 40  # more words of body type within it, and it is the ground of a page, not a chart
ALL_WORDS = 150  # so are so many words of any type: no chart has so many labels
LINES = 12  # rules alone: fewer are no chart, whose curve is drawn as many of them
PASSES = 3  # labels by the axes, a legend below them, and no more
PARAGRAPH = 1.7  # em: a line so near to a longer one, above or below, is of its paragraph
LARGEST = 1.05  # of the body's size: larger type is a heading, wherever it stands
LABEL = 5  # words: a longer piece of body type is text that happens to stand by a chart
HANGS = 45.0  # points: a paragraph's number stands no further from it
EDGE = 3  # lines of text that begin at one place: the edge of a column
TITLE = 12  # words of a chart's title; a longer line is text
TICK = (5.0, 15.0)  # points: the sides of a square that waits for a tick
CAPTION = re.compile(r"(?:figure|fig\.?|table|chart|diagram|graph|map)\s+\d", re.IGNORECASE)
NOTE = re.compile(r"(?:sources?|notes?|base):\s", re.IGNORECASE)  # below a chart, and part of the text as the caption is
CAPTION_LEADING = 1.5  # em from one line of a caption to the next
WHOLE = 0.75  # of the page: a larger picture is its ground, or a scan


def take_figures(content: PageContent, body: float) -> tuple[int, list[Box]]:
    """The number of figures on the page and the boxes of its charts; the charts' labels are taken out of `content.runs`.

    Squares that wait for a tick, and dashes that are drawn, become dots: they open an item as a bullet does.
    """
    content.shapes += [*_ticks(content), *find_dashes(content)]
    if not content.shapes and len(content.rules) < LINES:  # as on most pages
        return 0, []
    area = content.width * content.height
    images = [s for s in content.shapes if s.kind == "image" and min(s.x1 - s.x0, s.bottom - s.top) >= SMALLEST]
    images = [s for s in images if (s.x1 - s.x0) * (s.bottom - s.top) < WHOLE * area]
    known, others = find_charts(content)
    charts = [box for box in apart_from([*others, *known]) if _is_chart(box, content, body)]
    labels: set[int] = set()
    captions = _captions(content.runs) if charts else set()
    for at, box in enumerate(charts):
        if any(box[0] <= s[0] and s[2] <= box[2] and box[1] <= s[1] and s[3] <= box[3] for s in known):
            charts[at] = _take_labels(box, content, body, labels, captions)
        else:  # perhaps only ornament: body type in it may be text
            labels |= {id(run) for run in content.runs if _within(run, box) and run.size <= SMALL * body}
    if labels := labels - captions:
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


def _captions(runs: Sequence[Run]) -> set[int]:
    """The ids of the runs of captions, and of notes that name the source, to their last lines."""
    found: set[int] = set()
    for first in (run for run in runs if CAPTION.match(run.text) or NOTE.match(run.text)):
        end = first.baseline
        for run in sorted(runs, key=lambda r: (r.baseline, r.x0)):
            alike = run.size == first.size and run.style == first.style and abs(run.x0 - first.x0) < 1
            if alike and 0.3 * run.size < run.baseline - end < CAPTION_LEADING * run.size:
                end = run.baseline  # its next line
            if first.baseline - 0.3 * first.size < run.baseline < end + 0.3 * first.size and run.x0 >= first.x0 - 1:
                found.add(id(run))
    return found


def _take_labels(box: Box, content: PageContent, body: float, labels: set[int], captions: set[int]) -> Box:
    """Add the ids of a chart's labels to `labels`; the chart's box with those around it, its legend too."""
    runs = [run for run in content.runs if id(run) not in captions]
    found = [*legend_of(box, content), *sample_labels(content, box), *bar_names(content, box)]
    places = Counter(round(run.x0) for run in runs if SMALL * body < run.size <= LARGEST * body and len(run.text.split()) > LABEL)
    edges = [place for place, count in places.items() if count >= EDGE]
    for _ in range(PASSES):
        for run in runs:
            small = run.size <= SMALL * body
            if id(run) not in labels and ((small and _within(run, box)) or _is_label(run, box, runs, body, () if small else edges)):
                found.append(run)
        if not found:
            break
        labels |= {id(run) for run in found}
        box = around([box, *((run.x0, run.top, run.x1, run.bottom) for run in found)])
        found = []
    labels |= {id(run) for run in _title(box, content, runs)}
    return box


def _title(box: Box, content: PageContent, runs: Sequence[Run]) -> list[Run]:
    """What stands in the middle above all else on the ground, or in the frame, that holds a chart and little more."""
    near = CORNER + 1
    panels = [
        p
        for p in find_boxes(content)
        if p[0] - near <= box[0] and box[2] <= p[2] + near and p[1] - near <= box[1] and box[3] <= p[3] + near
    ]
    if not panels:
        return []
    x0, top, x1, bottom = max(panels, key=lambda p: p[1])
    found: list[Run] = []
    for run in sorted((r for r in runs if top < r.top and r.bottom < bottom and x0 < r.x0 and r.x1 < x1), key=lambda r: r.baseline):
        if abs(run.x0 + run.x1 - x0 - x1) >= 2 * CENTRED or len(run.text.split()) > TITLE or run.text.endswith("."):
            break
        found.append(run)
    return found


def _is_label(run: Run, box: Box, runs: Sequence[Run], body: float, edges: Collection[float] = ()) -> bool:
    """Whether body type in or by a chart is a label: a few words that are part of no line, and of no paragraph, outside."""
    inside = box[0] <= run.x0 and run.x1 <= box[2] and box[1] <= run.top and run.bottom <= box[3]
    if VALUE.match(run.text) and (inside or _is_beside(run, box)):
        return True
    if run.size > LARGEST * body or len(run.text.split()) > LABEL or not _near(run, box):
        return False
    if not inside and (run.style.bold or any(abs(run.x0 - edge) < 1 for edge in edges)):
        return False  # a heading beside it, or a short line of the text
    for other in runs:
        rise = abs(other.baseline - run.baseline)
        if other is run or (_near(other, box) and len(other.text.split()) <= LABEL):
            continue
        if rise < 0.3 * run.size and min(abs(other.x0 - run.x1), abs(run.x0 - other.x1)) < run.size:
            return False
        if rise < 0.3 * run.size and 0 < other.x0 - run.x1 < HANGS and len(other.text.split()) > LABEL:
            return False  # the number of a paragraph
        if rise < PARAGRAPH * run.size and other.x0 < run.x1 and other.x1 > run.x0:
            return False
    return True


def _is_beside(run: Run, box: Box) -> bool:
    """Whether a run stands hard by a chart's right side, as the value of its longest bar does."""
    return box[1] <= run.top and run.bottom <= box[3] and box[2] - 1 <= run.x0 <= box[2] + MARGIN


def _near(run: Run, box: Box) -> bool:
    """Whether a run stands in a chart or hard by it."""
    return run.x1 >= box[0] - MARGIN and run.x0 <= box[2] + MARGIN and run.bottom >= box[1] - MARGIN and run.top <= box[3] + MARGIN


def _is_chart(box: Box, content: PageContent, body: float) -> bool:
    inside = [(len(run.text.split()), run.size > SMALL * body) for run in content.runs if _within(run, box)]
    if sum(words for words, _ in inside) > ALL_WORDS:
        return False
    words = sum(words for words, large in inside if large)
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
