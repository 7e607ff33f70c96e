"""Pictures and charts: counted, and the labels within a chart taken out of the text."""

from __future__ import annotations

from collections.abc import Sequence

from plantext.model.document import Box
from plantext.read.pdf.engine import PageContent, Run, Shape

SMALLEST = 28.0  # points: a smaller picture is an ornament
REACH = 14.0  # points: drawn parts nearer than this belong to one picture
PARTS = 4  # drawn parts at least, one of them curved or oblique, make a chart
MARGIN = 12.0  # points around a chart in which its labels stand
SMALL = 0.92  # of the body's size: a chart's labels are at most so large
WORDS = 40  # more words of body type within it, and it is the ground of a page, not a chart
WHOLE = 0.75  # of the page: a larger picture is its ground, or a scan


def take_figures(content: PageContent, body: float) -> tuple[int, list[Box]]:
    """The number of figures on the page and the boxes of its charts; the charts' labels are taken out of `content.runs`."""
    area = content.width * content.height
    images = [s for s in content.shapes if s.kind == "image" and min(s.x1 - s.x0, s.bottom - s.top) >= SMALLEST]
    images = [s for s in images if (s.x1 - s.x0) * (s.bottom - s.top) < WHOLE * area]
    charts = [box for box in _charts(content) if _is_chart(box, content, body)]
    labels = {id(run) for box in charts for run in content.runs if _within(run, box) and run.size <= SMALL * body}
    content.runs = [run for run in content.runs if id(run) not in labels]
    return len(_apart([(s.x0, s.top, s.x1, s.bottom) for s in images])) + len(charts), charts


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
