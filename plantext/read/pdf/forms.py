"""Forms whose values stand in boxes, each with its label on the left: a table of two columns."""

from __future__ import annotations

from collections.abc import Sequence

from plantext.model.document import Box
from plantext.read.pdf.engines.engine import Rule, Run

NEAR = 3.0  # points: rules nearer than this meet
FEWEST = 2  # boxes below each other
HEIGHT = (10.0, 60.0)  # points: a box for a line or a few
NARROWEST = 40.0  # points: a narrower box is there to be ticked
REACH = 260.0  # points: a label stands no further from its box


Field = tuple[Box, list[Run], list[Run]]
"""A box, the runs of its label and the runs within it."""


def find_fields(boxes: Sequence[Box], runs: Sequence[Run]) -> list[list[Field]]:
    """The columns of boxes with labels among a page's single boxes."""
    low, high = HEIGHT
    fitting = sorted((b for b in boxes if low <= b[3] - b[1] <= high and b[2] - b[0] >= NARROWEST), key=lambda b: (b[1], b[0]))
    columns: list[list[Field]] = [[]]
    for box in fitting:
        labels = [run for run in runs if _labels(run, box) and not any(_inside(run, other) for other in boxes)]
        if not labels or (columns[-1] and not _below(columns[-1][-1][0], box)):
            columns.append([])
        if labels:
            columns[-1].append((box, labels, [run for run in runs if _inside(run, box)]))
    return [column for column in columns if len(column) >= FEWEST]


def single_box(flats: Sequence[Rule], uprights: Sequence[Rule]) -> Box | None:
    """The box that a component of rules draws, where it is one box and no more."""
    x0, x1 = min(rule.x0 for rule in uprights), max(rule.x0 for rule in uprights)
    top, bottom = min(rule.top for rule in flats), max(rule.top for rule in flats)
    if x1 - x0 < NEAR or bottom - top < NEAR:
        return None
    within = any(x0 + NEAR < rule.x0 < x1 - NEAR for rule in uprights) or any(top + NEAR < rule.top < bottom - NEAR for rule in flats)
    whole = all(abs(rule.x0 - x0) < NEAR and abs(rule.x1 - x1) < NEAR for rule in flats)
    return None if within or not whole else (x0, top, x1, bottom)


def _inside(run: Run, box: Box) -> bool:
    x, y = (run.x0 + run.x1) / 2, (run.top + run.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _labels(run: Run, box: Box) -> bool:
    return box[1] <= (run.top + run.bottom) / 2 <= box[3] and run.x1 <= box[0] + 1 and box[0] - run.x0 <= REACH


def _below(above: Box, box: Box) -> bool:
    return abs(above[0] - box[0]) < NEAR and 0 <= box[1] - above[3] + NEAR < 2.5 * (above[3] - above[1])
