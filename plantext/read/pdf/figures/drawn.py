"""Boxes around what is drawn on a page."""

from __future__ import annotations

from collections.abc import Sequence

from plantext.model.document import Box
from plantext.read.pdf.engines.engine import PageContent, Rule, Shape

TOUCHING = 3.0  # points: the axes of a plot meet, and bars stand on one
HIGHEST = 0.6  # of the page: a higher part is its ground, or parts it


def box_of(shape: Shape | Rule) -> Box:
    """The box of a shape or rule."""
    return (shape.x0, shape.top, shape.x1, shape.bottom)


def overlap(one: Box, other: Box, reach: float) -> bool:
    """Whether two boxes overlap, or stand no further than `reach` apart."""
    return one[0] <= other[2] + reach and one[2] >= other[0] - reach and one[1] <= other[3] + reach and one[3] >= other[1] - reach


def around(boxes: Sequence[Box]) -> Box:
    """The box around others."""
    return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))


def apart_from(boxes: Sequence[Box]) -> list[Box]:
    """Boxes, those that overlap taken together."""
    kept: list[Box] = []
    for box in sorted(boxes, key=lambda b: (b[1], b[0])):
        overlapping = [o for o in kept if o[0] <= box[2] and box[0] <= o[2] and o[1] <= box[3] and box[1] <= o[3]]
        kept = [o for o in kept if o not in overlapping]
        kept.append(around([*overlapping, box]))
    return kept if len(kept) == len(boxes) else apart_from(kept)  # together they may overlap a third


def with_touching(box: Box, content: PageContent) -> Box:
    """The box around what it touches: the other bars, curves and axes; not around the ground on which it stands."""
    high, wide = HIGHEST * content.height, content.width
    parts = [box_of(s) for s in content.shapes if s.kind != "image" and s.bottom - s.top < high]
    parts += [box_of(r) for r in content.rules if r.bottom - r.top < high and r.x1 - r.x0 < wide]
    for _ in range(2):
        inner = box
        touching = [
            p
            for p in parts
            if overlap(p, inner, TOUCHING) and not (p[0] < inner[0] and p[1] < inner[1] and p[2] > inner[2] and p[3] > inner[3])
        ]
        box = around([box, *touching])
    return box
