"""What a drawn path is to a reader of text: a rule, a box, a bullet's dot, or part of a picture."""

from __future__ import annotations

from plantext.read.pdf.engines.engine import PageContent, Rule, Shape, rules_of_box

THIN = 3.0  # points: a filled box no thicker is a rule (Word and browsers draw table borders so)
DOT = (1.2, 9.0)  # points: the sides of a drawn bullet
ICON = 14.0  # points: a raster picture no larger is a bullet
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


def add_image(content: PageContent, x0: float, top: float, x1: float, bottom: float) -> None:
    """A raster picture: a bullet where it is small."""
    kind = "dot" if max(x1 - x0, bottom - top) <= ICON else "image"
    content.shapes.append(Shape(kind, x0, top, x1, bottom, 0))


def _is_dot(width: float, height: float) -> bool:
    low, high = DOT
    return low <= width <= high and low <= height <= high and 0.5 <= width / height <= 2


def _is_light(colour: int) -> bool:
    return all(colour >> shift & 0xFF >= LIGHT for shift in (0, 8, 16))
