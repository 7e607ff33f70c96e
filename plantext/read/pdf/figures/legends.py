"""The labels of a chart's legend, beside small squares in the chart's colours or pieces of its lines; and the names of its bars."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from plantext.model.document import Box
from plantext.read.pdf.engines.engine import PageContent, Run, Shape
from plantext.read.pdf.figures.drawn import around, box_of, overlap

SWATCH = (45.0, 16.0)  # points: no coloured square or bar in a legend is wider or higher
MOST_SWATCHES = 400  # more of them are a pattern
SWATCH_GAP = 1.5  # em from the square to its label
SERIES = 2  # colours in a legend
LEGEND = 130.0  # points: it stands no further from the chart
MIDDLE = (0.08, 0.7)  # em above the baseline: a line that points at the middle of a word; a blank to be filled in stands lower
BARS = 2  # bars that begin at one place
LONGEST = 6  # words of a bar's name


def legend_of(box: Box, content: PageContent) -> list[Run]:
    """The labels of a chart's legend: each to the right of a small square in the colour of something in the chart. Empty where all have one colour."""
    colours = {s.colour for s in content.shapes if s.kind != "image" and overlap(box_of(s), box, 0)}
    swatches = [s for s in content.shapes if s.kind != "image" and s.colour in colours]
    swatches = [s for s in swatches if s.x1 - s.x0 <= SWATCH[0] and s.bottom - s.top <= SWATCH[1]]
    if len(swatches) > MOST_SWATCHES:
        return []
    found: dict[int, Run] = {}
    said: set[int] = set()
    for _ in range(2):  # what stands further along the legend's row the second time
        for swatch in swatches:
            if (_beside(swatch, box) or overlap(box_of(swatch), box, LEGEND / 2)) and (label := _label_of(swatch, content)):
                found[id(label)] = label
                said.add(swatch.colour)
        box = around([box, *((run.x0, run.top, run.x1, run.bottom) for run in found.values())])
    return list(found.values()) if len(said) >= SERIES else []


def _beside(shape: Shape, box: Box) -> bool:
    return shape.x0 < box[2] + LEGEND and shape.x1 > box[0] - LEGEND and shape.top < box[3] and shape.bottom > box[1]


def _label_of(swatch: Shape, content: PageContent) -> Run | None:
    """What stands hard by a square, to its right."""
    middle = (swatch.top + swatch.bottom) / 2
    row = [run for run in content.runs if run.top <= middle <= run.bottom and 0 <= run.x0 - swatch.x1 < SWATCH_GAP * run.size]
    return min(row, key=lambda run: run.x0, default=None)


def sample_labels(content: PageContent, box: Box) -> Iterable[Run]:
    """The labels of a legend that shows a piece of each line: hard by its end, which points at their middle."""
    low, high = MIDDLE
    rules = [r for r in content.rules if r.bottom - r.top < 1 and overlap(box_of(r), box, LEGEND / 2)]
    return [
        run
        for run in content.runs
        if any(0 <= run.x0 - r.x1 < SWATCH_GAP * run.size and low * run.size <= run.baseline - r.top <= high * run.size for r in rules)
    ]


def bar_names(content: PageContent, box: Box) -> list[Run]:
    """The names of level bars, left of where all of them begin, or below each other on the left; empty where one has none, or a sentence."""
    boxes = _grouped([s for s in content.shapes if s.kind == "box" and overlap(box_of(s), box, 0)])
    return _names_beside(boxes, content) or _names_in_column(boxes, content)


def _grouped(boxes: Sequence[Shape]) -> list[Shape]:
    """Level bars that begin at one place, those that touch as one: their name stands beside the middle of the group."""
    groups: list[Shape] = []
    for box in sorted(boxes, key=lambda s: (round(s.x0), s.top)):
        last = groups[-1] if groups else None
        if last is not None and abs(last.x0 - box.x0) < 1 and abs(last.bottom - box.top) < 1:
            groups[-1] = last._replace(x1=max(last.x1, box.x1), bottom=box.bottom)
        else:
            groups.append(box)
    return groups


def _names_beside(boxes: Sequence[Shape], content: PageContent) -> list[Run]:
    left = min((s.x0 for s in boxes), default=0.0)
    bars = [s for s in boxes if s.x0 - left < 1]
    names: list[Run] = []
    for bar in bars:
        row = [r for r in content.runs if bar.top < (r.top + r.bottom) / 2 < bar.bottom and left - LEGEND < r.x1 <= left + 1]
        if not row or any(len(run.text.split()) > LONGEST for run in row):
            return []
        names += row
    return names if len({bar.top for bar in bars}) >= BARS else []


def _names_in_column(boxes: Sequence[Shape], content: PageContent) -> list[Run]:
    """The first words in the rows of bars that go to the left and the right of their axis, where all of these begin at one place."""
    height = Counter(round(s.bottom - s.top) for s in boxes).most_common(1)
    bars = [s for s in boxes if round(s.bottom - s.top) == height[0][0]]
    if len(bars) <= BARS or len({bar.top for bar in bars}) < len(bars):
        return []
    names: list[Run] = []
    for bar in bars:
        row = [r for r in content.runs if bar.top < (r.top + r.bottom) / 2 < bar.bottom and r.x1 <= bar.x0 + 1]
        if not row:
            return []
        names.append(min(row, key=lambda run: run.x0))
    alike = all(abs(run.x0 - names[0].x0) < 1 and len(run.text.split()) <= LONGEST for run in names)
    return names if alike else []
