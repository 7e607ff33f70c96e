"""Rows across all columns of a table that only level rules draw: the names of the groups of rows below them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from plantext.read.pdf.engines.engine import PageContent, Rule
from plantext.read.pdf.lines import Line
from plantext.read.pdf.tables.rows import columns_of, marked_columns

APART = 6.0  # points between two columns
LINES = 2  # a name takes no more
CENTRED = 6.0  # points
INDENT = 3.0  # em: a name begins no further in than this, or is set to the middle
NEIGHBOURS = 6  # bands before and after show how the table's rows look
LEVEL = 0.3  # em: a name without a ground stands in its band as the rows, or the other names, do in theirs; a heading between two tables hardly does
GROUND = 0.8  # of the table's width lies on a ground
ALIKE = 0.07  # of their size: a name's two lines differ by no more
SEVERAL = 2  # short bold names without a ground make each other sure
FEW = 0.34  # of the rows at most have a ground too, or a bold label: else neither tells a name from a row


def find_groups(content: PageContent, rules: Sequence[Rule], lines: Sequence[Line]) -> set[int]:
    """The ids of the lines that name a group of rows, each alone between two of the `rules`.

    Such a name is bold or has a ground where rows have not; it has a ground, or reaches further than the first column, or another
    of its kind does, or there are several.
    """
    left, right = rules[0].x0 - 2, rules[0].x1 + 2
    bands = [
        [line for line in lines if a.top < line.baseline <= b.top + 1 and line.x1 > left and line.x0 < right] for a, b in pairwise(rules)
    ]
    names = {at: _is_group(content, rules, bands, at) for at, band in enumerate(bands) if _is_alone(band)}
    sure = any(names.values()) or sum(known is False for known in names.values()) >= SEVERAL
    return {id(line) for at, known in names.items() if known or (sure and known is not None) for line in bands[at]}


def _is_group(content: PageContent, rules: Sequence[Rule], bands: Sequence[Sequence[Line]], at: int) -> bool | None:
    """Whether a band surely names a group of rows; None where it does not look like one."""
    ground = _has_ground(content, rules, bands[at])
    if not ground and not all(line.bold for line in bands[at]):
        return None
    around = [i for i in range(max(at - NEIGHBOURS, 0), min(at + NEIGHBOURS + 1, len(bands))) if i != at]
    rows = [i for i in around if len(columns_of(bands[i], APART)) > 1]
    follows = next((i for i in range(at + 1, len(bands)) if not _is_alone(bands[i])), None)
    if len(rows) < 2 or follows not in rows:
        return None
    columns = marked_columns([line for i in rows for line in bands[i]], APART)
    name = bands[at][0]
    if len(columns) < 2 or (not ground and name.x0 > columns[0][1]):
        return None
    if name.x0 > columns[0][0] + INDENT * name.size and abs(name.x0 + name.x1 - rules[0].x0 - rules[0].x1) > 2 * CENTRED:
        return None  # it begins in another column: the rest of a row that the page before cut
    bold = all(line.bold for line in bands[at]) and _share([min(bands[i], key=_place).bold for i in rows]) <= FEW
    if ground:
        return True if bold or _share([_has_ground(content, rules, bands[i]) for i in rows]) <= FEW else None
    likes = rows
    if follows is not None and not min(bands[follows], key=_place).bold:  # no heading of another table
        likes = [*rows, *(i for i in range(len(bands)) if i != at and _is_alone(bands[i]) and bands[i][0].bold)]
    level = bold and any(_is_level(rules, bands, at, i) for i in likes)
    return max(line.x1 for line in bands[at]) > columns[1][0] if level else None


def _is_alone(band: Sequence[Line]) -> bool:
    """Whether nothing stands in a band but what may be a name: a line or two of one size."""
    return 0 < len(band) <= LINES and len(columns_of(band, APART)) == 1 and abs(band[0].size - band[-1].size) < ALIKE * band[0].size


def _share(signs: Sequence[bool]) -> float:
    return sum(signs) / len(signs)


def _place(line: Line) -> tuple[float, float]:
    return (line.x0, line.baseline)


def _is_level(rules: Sequence[Rule], bands: Sequence[Sequence[Line]], at: int, other: int) -> bool:
    """Whether two bands leave as much room above and below their text."""
    a, b = bands[at], bands[other]
    above = min(line.baseline for line in a) - rules[at].top - (min(line.baseline for line in b) - rules[other].top)
    below = rules[at + 1].top - max(line.baseline for line in a) - (rules[other + 1].top - max(line.baseline for line in b))
    return abs(above) < LEVEL * a[0].size and abs(below) < LEVEL * a[0].size


def _has_ground(content: PageContent, rules: Sequence[Rule], band: Sequence[Line]) -> bool:
    """Whether a band's text stands on a ground of about the table's width, and of no great height."""
    top, bottom = min(line.top for line in band), max(line.bottom for line in band)
    middle = (top + bottom) / 2
    x0, x1 = rules[0].x0, rules[0].x1
    width = sum(
        max(0.0, min(s.x1, x1) - max(s.x0, x0))
        for s in content.shapes
        if s.kind == "box" and s.top <= middle <= s.bottom and s.bottom - s.top < 3 * (bottom - top)
    )
    return width > GROUND * (x1 - x0)
