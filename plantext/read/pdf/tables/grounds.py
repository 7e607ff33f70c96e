"""The coloured grounds of a table's rows as rules, and which rules and grounds are a heading's own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plantext.read.pdf.engines.engine import PageContent, Rule
from plantext.read.pdf.lines import Line
from plantext.read.pdf.tables.rows import pieces_of

APART = 6.0  # points between the grounds of two cells of one row
SAME = 5.0  # points: grounds that begin and end within this are of one width
HIGHEST = 0.45  # of the page: a higher ground is no row's
LOWEST = 7.0  # points: a lower coloured box is no row
WIDEST = 90.0  # points: a narrower one is none either
HEAD = 60.0  # points: a heading of four lines is no higher
MOST_BOXES = 600  # per page; more are a picture
NEAR = 1.6  # em: a table's first row stands no further below its first rule
HEADING = 1.25  # times the size of most lines on the page: type so large is a heading's, and the ground or rule with it too


_PARAGRAPH = re.compile(r"\d{1,3}\.(?:\d{1,3}\.?)?(?=\s|$)")
"""The number of a paragraph that hangs beside it, as "4." or "4.1"."""


def large_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page that are set so large that they are headings."""
    counts: dict[float, int] = {}
    for line in lines:
        counts[line.size] = counts.get(line.size, 0) + 1
    if len(counts) < 2:
        return []
    least = HEADING * max(counts, key=lambda size: (counts[size], size))
    return [line for line in lines if line.size > least]


def shade_rules(content: PageContent, large: Sequence[Line], drawn: Sequence[Rule] = ()) -> list[Rule]:
    """The upper and lower edges of rows on a coloured ground, where every other row has one, or the heading above rows that rules part."""
    boxes = [s for s in content.shapes if s.kind == "box" and LOWEST < s.bottom - s.top < HIGHEST * content.height]
    if len(boxes) > MOST_BOXES:
        return []
    if large:
        boxes = [s for s in boxes if not any(s.x0 - 1 < line.x0 < s.x1 and s.top < line.baseline < s.bottom for line in large)]
    bands: list[list[float]] = []
    for box in sorted(boxes, key=lambda s: (round(s.top), round(s.bottom), s.x0)):
        last = bands[-1] if bands else None
        if last is not None and abs(last[1] - box.top) < 2 and abs(last[3] - box.bottom) < 2 and box.x0 - last[2] < APART:
            last[4] += box.x0 > last[2] - APART  # beside it, and not a border around it
            last[2] = max(last[2], box.x1)
        else:
            bands.append([box.x0, box.top, box.x1, box.bottom, 1])
    alike = [band for band in bands if band[2] - band[0] > WIDEST and any(_is_another(band, o) for o in bands)]
    alike += [band for band in bands if band not in alike and (_heads_rules(band, drawn) or _is_row(band, drawn, content.height))]
    return [Rule(x0, y, x1, y) for x0, top, x1, bottom, _ in alike for y in (top, bottom)]


def _is_another(band: Sequence[float], other: Sequence[float]) -> bool:
    """Whether `other` is a ground as wide, and not the border drawn around the same one."""
    return abs(band[0] - other[0]) < SAME and abs(band[2] - other[2]) < SAME and abs(band[1] - other[1]) > LOWEST


def _heads_rules(band: Sequence[float], drawn: Sequence[Rule]) -> bool:
    """Whether a ground, no higher than a heading's, is as wide as a rule below it."""
    x0, top, x1, bottom, _ = band
    if x1 - x0 < WIDEST or bottom - top > HEAD:
        return False
    return any(abs(rule.x0 - x0) < SAME and abs(rule.x1 - x1) < SAME and rule.top > bottom + LOWEST for rule in drawn)


def _is_row(band: Sequence[float], drawn: Sequence[Rule], height: float) -> bool:
    """Whether the grounds of several cells, side by side, are as wide as a rule above them: the only row of a small table that has one."""
    x0, top, x1, _, cells = band
    above = [rule for rule in drawn if 0 < top - rule.top < HIGHEST * height]
    return cells > 1 and any(abs(rule.x0 - x0) < SAME and abs(rule.x1 - x1) < SAME for rule in above)


def underlines(rule: Rule, large: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Whether a rule runs below a line of large type that stands alone: it belongs to the heading, whatever tables of its width follow.

    Where a table's row follows it straight away, it is the table's.
    """
    if not any(_stands_on(line, rule) for line in large) or sum(_stands_on(line, rule) for line in lines) != 1:
        return False
    below = [line for line in lines if 0 < line.baseline - rule.top < NEAR * line.size and line.x1 > rule.x0 and line.x0 < rule.x1]
    next_row = [line for line in below if line.baseline < min(other.baseline for other in below) + 1]
    pieces = sum(len(pieces_of(line)) for line in next_row)
    return pieces < 2 or (pieces == 2 and _PARAGRAPH.match(min(next_row, key=lambda line: line.x0).text) is not None)


def _stands_on(line: Line, rule: Rule) -> bool:
    return 0 < rule.top - line.baseline < line.size and line.x1 > rule.x0 and line.x0 < rule.x1
