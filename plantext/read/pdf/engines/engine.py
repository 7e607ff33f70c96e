"""What both PDF readers fill: a page as runs of characters, ruling lines, small dots and pictures.

Coordinates are points from the top left of the page as displayed. Where most of a page's text runs upwards or downwards
the readers' coordinates are turned with `turned`, and `PageContent.unturn` gives a box on the displayed page again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple, Protocol

import msgspec

from plantext.model.document import Box

ASCENT = 0.78  # of the font size: a run's box reaches this far above its baseline (fonts' own boxes can be absurdly high)
DESCENT = 0.22  # and this far below
LEAST = 0.2  # points: nobody reads smaller type, and a size of nothing can't be divided by
TURNED = 0.6  # of a page's letters must run upwards or downwards before the page is turned
_BOLD = re.compile(r"bold|black|heavy|demi(?!.*light)|(?<![a-z])bd(?![a-z])", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|(?<![a-z])it(?![a-z])", re.IGNORECASE)
_NAMED = re.compile(r"[A-Za-z]{4,}[A-Za-z ,_-]*$")
"""What a family is called, without a number that would tell its weight ("Frutiger-65")."""


class Style(NamedTuple):
    """How a run is set. `colour` is 0xRRGGBB; `hidden` text is drawn invisibly, over a scanned picture."""

    bold: bool
    italic: bool
    colour: int
    alpha: int  # 0 clear … 255 solid
    hidden: bool


class Run(msgspec.Struct):
    """Characters of one style on one baseline. `angle` in degrees as displayed, anticlockwise; `space` says that a space stood before it.

    `baseline` is the baseline's distance from the page's top, for text that goes up or down from the page's left.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    size: float  # points
    style: Style
    angle: int = 0
    space: bool = True


def level_run(text: str, x0: float, x1: float, baseline: float, size: float, style: Style) -> Run:
    """A run that is set level: its box follows from its baseline and size."""
    return Run(text, x0, baseline - ASCENT * size, x1, baseline + DESCENT * size, baseline, size, style)


class Rule(NamedTuple):
    """A straight ruling line, or the edge of a box; horizontal where it is wider than high."""

    x0: float
    top: float
    x1: float
    bottom: float


class Shape(NamedTuple):
    """A filled box, a dot or another drawing; `kind` is "box", "dot", "curve" or "image"."""

    kind: str
    x0: float
    top: float
    x1: float
    bottom: float
    colour: int


class PageContent(msgspec.Struct):
    """One page as a reader gives it."""

    number: int  # from 1
    width: float
    height: float
    runs: list[Run] = []
    rules: list[Rule] = []
    shapes: list[Shape] = []
    turned: int = 0  # degrees by which the coordinates were turned so that the text stands upright

    @property
    def shown(self) -> tuple[float, float]:
        """Width and height of the page as displayed."""
        return (self.height, self.width) if self.turned in {90, 270} else (self.width, self.height)

    def unturn(self, box: Box) -> Box:
        """`box` on the page as displayed."""
        x0, top, x1, bottom = box
        width, height = self.width, self.height  # of the turned page
        if self.turned == 90:
            return (top, width - x1, bottom, width - x0)
        if self.turned == 270:
            return (height - bottom, x0, height - top, x1)
        if self.turned == 180:
            return (width - x1, height - bottom, width - x0, height - top)
        return box


def turned(content: PageContent) -> PageContent:
    """The page turned so that most of its text is level; the same page where it is already."""
    if not any(run.angle for run in content.runs):  # as nearly every page
        return content
    letters: dict[int, int] = {}
    for run in content.runs:
        letters[run.angle] = letters.get(run.angle, 0) + len(run.text)
    angle = max(sorted(letters), key=lambda a: letters[a], default=0)
    if angle not in {90, 180, 270} or letters[angle] < TURNED * sum(letters.values()):
        return content
    width, height = content.width, content.height

    def box(x0: float, top: float, x1: float, bottom: float) -> Box:
        if angle == 90:
            return (height - bottom, x0, height - top, x1)
        if angle == 270:
            return (top, width - x1, bottom, width - x0)
        return (width - x1, height - bottom, width - x0, height - top)

    baselines = {90: lambda at: at, 270: lambda at: width - at, 180: lambda at: height - at}
    runs = []
    for run in content.runs:
        x0, top, x1, bottom = box(run.x0, run.top, run.x1, run.bottom)
        if run.angle == angle:
            new = level_run(run.text, x0, x1, baselines[angle](run.baseline), run.size, run.style)
            new.space = run.space
        else:
            new = Run(run.text, x0, top, x1, bottom, bottom, run.size, run.style, (run.angle - angle) % 360, run.space)
        runs.append(new)
    size = (width, height) if angle == 180 else (height, width)
    return PageContent(
        number=content.number,
        width=size[0],
        height=size[1],
        runs=runs,
        rules=[Rule(*box(*rule)) for rule in content.rules],
        shapes=[Shape(s.kind, *box(*s[1:5]), s.colour) for s in content.shapes],
        turned=angle,
    )


class Reader(Protocol):
    """A PDF opened by one of the two readers. Raises `SourceError` on opening, `PageError` on a page it can't read."""

    page_count: int

    def page(self, index: int) -> PageContent:
        """The content of page `index`, from 0."""

    def size(self, index: int) -> tuple[float, float]:
        """Width and height of page `index` as displayed."""

    def close(self) -> None:
        """Let go of the file."""


class PageError(Exception):
    """A page can't be read by this reader."""


@lru_cache(maxsize=1024)
def weight_and_slope(font: str, weight: int, flags: int) -> tuple[bool, bool]:
    """Whether a font is bold and italic: by its name, else by its weight and its flags (ISO 32000, table 121).

    The weight counts only where the name is none ("F1", "TT2"): some printers say 800 of "Carlito" as of "Carlito-Bold".

    >>> weight_and_slope("ABCDEF+Arial-BoldItalicMT", 400, 4), weight_and_slope("Carlito", 828, 4), weight_and_slope("F1", 700, 4)
    ((True, True), (False, False), (True, False))
    """
    name = font.split("+", 1)[-1]
    bold = bool(_BOLD.search(name)) or bool(flags & 0x40000) or (weight >= 700 and not _NAMED.match(name))
    return bold, bool(_ITALIC.search(name)) or bool(flags & 0x40)


def rules_of_box(x0: float, top: float, x1: float, bottom: float) -> Iterator[Rule]:
    """The four edges of a stroked box."""
    yield Rule(x0, top, x1, top)
    yield Rule(x0, bottom, x1, bottom)
    yield Rule(x0, top, x0, bottom)
    yield Rule(x1, top, x1, bottom)
