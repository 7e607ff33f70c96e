"""What a drawn path is to a reader of text: a rule, a box, a bullet's dot, or part of a picture."""

from __future__ import annotations

from collections.abc import Sequence

from plantext.model.document import Box
from plantext.read.pdf.engines.engine import PageContent, Rule, Shape, rules_of_box

THIN = 3.0  # points: a filled box no thicker is a rule (Word and browsers draw table borders so)
DOT = (1.2, 9.0)  # points: the sides of a drawn bullet
ICON = 14.0  # points: a raster picture no larger is a bullet
CORNER = 24.0  # points: a rounded corner is no larger
LIGHT = 0xF8  # every channel at least this: white, drawn only to clear the page
SHORTEST = 2.0  # points: a shorter stroke is ornament, or a dash of a dashed line


def add_line(content: PageContent, ax: float, ay: float, bx: float, by: float) -> None:
    """A straight stroke."""
    x0, x1, top, bottom = min(ax, bx), max(ax, bx), min(ay, by), max(ay, by)
    if max(x1 - x0, bottom - top) < SHORTEST:
        return
    if bottom - top <= 1:
        middle = (top + bottom) / 2
        content.rules.append(Rule(x0, middle, x1, middle))
    elif x1 - x0 <= 1:
        middle = (x0 + x1) / 2
        content.rules.append(Rule(middle, top, middle, bottom))
    else:
        content.shapes.append(Shape("curve", x0, top, x1, bottom, 0))


def add_box(content: PageContent, x0: float, top: float, x1: float, bottom: float, *, colour: int, stroked: bool) -> None:
    """A filled rectangle (or other straight shape)."""
    width, height = x1 - x0, bottom - top
    if not stroked and _is_light(colour):
        return
    if height <= THIN and width > 2 * height and width >= SHORTEST:
        middle = (top + bottom) / 2
        content.rules.append(Rule(x0, middle, x1, middle))
    elif width <= THIN and height > 2 * width and height >= SHORTEST:
        middle = (x0 + x1) / 2
        content.rules.append(Rule(middle, top, middle, bottom))
    elif _is_dot(width, height):
        content.shapes.append(Shape("dot", x0, top, x1, bottom, colour))
    else:
        if stroked:
            content.rules.extend(rules_of_box(x0, top, x1, bottom))
        if not _is_light(colour):
            content.shapes.append(Shape("box", x0, top, x1, bottom, colour))


def add_curve(
    content: PageContent, x0: float, top: float, x1: float, bottom: float, *, colour: int = 0x808080, filled: bool = False
) -> None:
    """A curved or oblique path: a bullet where it is small and filled, else part of a picture."""
    if _is_dot(x1 - x0, bottom - top):
        if not (filled and _is_light(colour)):
            content.shapes.append(Shape("dot", x0, top, x1, bottom, colour))
    else:
        content.shapes.append(Shape("curve", x0, top, x1, bottom, colour))


def is_rounded(points: Sequence[tuple[float, float]]) -> bool:
    """Whether the points of a path with curves, those that steer the curves too, lie in the corners of a rectangle: only these are rounded.

    >>> is_rounded([(5, 0), (95, 0), (100, 5), (100, 45), (95, 50), (5, 50), (0, 45), (0, 5)]), is_rounded([(50, 0), (100, 25), (50, 50), (0, 25)])
    (True, False)
    """
    xs, ys = [x for x, _ in points], [y for _, y in points]
    x0, x1, top, bottom = min(xs), max(xs), min(ys), max(ys)
    reach = min(CORNER, 0.4 * min(x1 - x0, bottom - top))
    corners = set()
    for x, y in points:
        left, upper = x - x0 <= reach, y - top <= reach
        if not (left or x1 - x <= reach) or not (upper or bottom - y <= reach):
            return False
        corners.add((left, upper))
    return len(corners) == 4


def borders_of(subpaths: Sequence[Sequence[tuple[float, float]]]) -> list[Rule]:
    """The sides of a path of two rectangles, one close within the other, that is filled between them: the border of a box; none for other paths.

    >>> borders_of([[(0, 0), (90, 0), (90, 40), (0, 40)], [(0, 1), (90, 1), (90, 40), (0, 40)]])
    [Rule(x0=0.0, top=0.5, x1=90.0, bottom=0.5)]
    """
    if len(subpaths) != 2 or any(len(points) < 4 for points in subpaths):
        return []
    inner, outer = sorted((_around(points) for points in subpaths), key=lambda box: box[2] - box[0] + box[3] - box[1])
    gaps = [inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3]]
    if not all(-0.01 <= gap <= THIN for gap in gaps) or max(gaps) <= 0.01:
        return []
    x0, top, x1, bottom = ((a + b) / 2 for a, b in zip(inner, outer, strict=True))
    sides = [Rule(x0, top, x0, bottom), Rule(x0, top, x1, top), Rule(x1, top, x1, bottom), Rule(x0, bottom, x1, bottom)]
    return [side for side, gap in zip(sides, gaps, strict=True) if gap > 0.01]


def _around(points: Sequence[tuple[float, float]]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def add_image(content: PageContent, x0: float, top: float, x1: float, bottom: float) -> None:
    """A raster picture: a bullet where it is small."""
    kind = "dot" if max(x1 - x0, bottom - top) <= ICON else "image"
    content.shapes.append(Shape(kind, x0, top, x1, bottom, 0))


def _is_dot(width: float, height: float) -> bool:
    low, high = DOT
    return low <= width <= high and low <= height <= high and 0.5 <= width / height <= 2


def _is_light(colour: int) -> bool:
    return all(colour >> shift & 0xFF >= LIGHT for shift in (0, 8, 16))
