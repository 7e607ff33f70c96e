"""Reading order: the lines of a page parted into columns of text, each to be read from top to bottom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from plantext.read.pdf.lines import PLACE, Line

WIDE = 13.0  # em: two such lines side by side are enough to make two columns of prose
ASUNDER = 4.0  # em of the larger type: blocks so far apart, and on lines of their own, have nothing to do with each other
LOUDER = 1.08  # times the size of the line below: a heading's
LARGE = 1.3  # times the size of the text above: the last line of a column is the heading of what stands below both
AWAY = 1.5  # em: a heading across the columns stands further than this below what is above it
EVEN = 1.5  # points: lines on one baseline
LEVEL = 0.6  # em of the smaller type: tops that differ by less begin side by side
ACROSS = 6.0  # em: white so high across all columns is where a picture or chart stands
SHARED = 0.07  # em: lines whose baselines are nearer stand in one row
GUTTER = 8.0  # points: the narrowest space between two columns
FEWEST = 3  # lines on each side, else the lines only stand side by side
NARROWEST = 0.12  # of the block's width: a narrower side holds labels or marginal notes
CANDIDATES = 24  # gutters tried on one page
HEAD = 1.5  # times the size of the address beside it: a name at a letter's head is larger
SHORT = 9  # lines: a side of no more, each short, is an address or a box, not a column of prose
FULL = 0.12  # of a column's width: lines that end so near its edge are broken there
LOOSEST = 1.6  # em: lines of prose stand no further below each other
BALANCED = 1.8  # lines: columns that end within this of each other are balanced; what follows below is no part of them


class Column(msgspec.Struct):
    """Lines to be read one after the other, with the column's edges in points."""

    lines: list[Line]
    left: float
    right: float


def median(values: Iterable[float]) -> float:
    """The middle one of the values, or the mean of the middle two; what `statistics` does, whose import costs as much as ten pages.

    >>> median([3, 1, 2]), median([1, 2, 3, 4])
    (2, 2.5)
    """
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def read_columns(lines: Sequence[Line]) -> list[Column]:
    """The columns of a page in reading order. Lines across the page part what is above them from what is below."""
    ordered = sorted(lines, key=PLACE)
    return _read(ordered, depth=0)


def _read(lines: list[Line], depth: int) -> list[Column]:
    if not lines:
        return []
    block = _best_block(lines) if depth < 6 and len(lines) >= 4 else None
    if block is None:
        return [Column(lines, min(line.x0 for line in lines), max(line.x1 for line in lines))]
    left, right, first, last = block
    members = {id(line) for line in left + right}
    above = [line for line in lines if id(line) not in members and line.baseline < first]
    below = [line for line in lines if id(line) not in members and line.baseline >= first]
    del last
    return [
        *_read(above, depth + 1),
        *_read(left, depth + 1),
        *_read(right, depth + 1),
        *_read(below, depth + 1),
    ]


def _best_block(lines: list[Line]) -> tuple[list[Line], list[Line], float, float] | None:
    best: tuple[list[Line], list[Line], float, float] | None = None
    tried: set[int] = set()
    for at, line in enumerate(lines):
        for other in lines[at + 1 : at + 12]:
            if other.top >= line.bottom:
                break
            a, b = (line, other) if line.x0 < other.x0 else (other, line)
            if b.x0 - a.x1 < GUTTER:
                continue
            middle = (a.x1 + b.x0) / 2
            if round(middle / 5) in tried or len(tried) >= CANDIDATES:
                continue
            tried.add(round(middle / 5))
            for x in (middle, b.x0 - GUTTER / 2, a.x1 + GUTTER / 2):
                block = _block(lines, at, x)
                if block is not None and (best is None or len(block[0]) + len(block[1]) > len(best[0]) + len(best[1])):
                    best = block
    return best


def _block(lines: list[Line], seed: int, x: float) -> tuple[list[Line], list[Line], float, float] | None:
    """The lines around `seed` that leave the gutter at `x` open, parted into left and right; None if they make no columns."""
    low, high = x - 1, x + 1
    start = seed
    while start > 0 and not _crosses(lines[start - 1], x) and not _apart(lines[start - 1], lines[start]):
        start -= 1
    end = seed
    while end < len(lines) and not _crosses(lines[end], x) and not (end > seed and _apart(lines[end - 1], lines[end])):
        end += 1
    inside = _between_headings(lines[start:end], lines[seed], x)
    left, right = [line for line in inside if line.x1 <= x], [line for line in inside if line.x0 >= x]
    left, right = _trimmed(left, right)
    if end < len(lines) and len(left) > FEWEST and left[-1].size > LARGE * left[-2].size and right and right[-1].bottom < left[-1].top:
        left = left[:-1]  # the heading of the text across both columns that follows
    fewest = min(len(left), len(right))
    if not fewest:
        return None
    if fewest == 1 and not _is_letterhead(left, right):
        return None
    if 1 < fewest < FEWEST and not ((_wide(left) and _wide(right)) or _is_apart(left, right)):
        return None
    low, high = max(line.x1 for line in left), min(line.x0 for line in right)
    if high - low < GUTTER:
        return None
    x0, x1 = min(line.x0 for line in left), max(line.x1 for line in right)
    if min(low - x0, x1 - high) < NARROWEST * (x1 - x0):
        return None
    top = max(left[0].top, right[0].top)
    bottom = min(left[-1].bottom, right[-1].bottom)
    if bottom - top < (min(fewest, FEWEST) - 1) * left[0].size:
        return None
    return left, right, min(left[0].baseline, right[0].baseline), max(left[-1].baseline, right[-1].baseline)


def _between_headings(lines: list[Line], seed: Line, x: float) -> list[Line]:
    """Of lines around a gutter those around `seed`, up to a heading on the left that stands across both columns.

    Beside such a heading the right column is open, and below it both begin on one baseline.
    """
    low, high = float("-inf"), float("inf")
    rights = [line for line in lines if line.x0 >= x]
    lefts = [line for line in lines if line.x1 <= x]
    for at, line in enumerate(lefts[1:-1], 1):
        loud = (line.bold and not lefts[at + 1].bold) or line.size > LOUDER * lefts[at + 1].size
        if not loud or line.baseline - lefts[at - 1].baseline < AWAY * line.size:
            continue
        after = next((other for other in rights if other.baseline > line.baseline), None)
        if after is None or not _begin_level(lefts[at + 1], after):
            continue
        if any(lefts[at - 1].baseline + EVEN < other.baseline <= line.baseline for other in rights):
            continue
        if line.baseline <= seed.baseline:
            low = line.baseline
        elif line.baseline < high:
            high = line.baseline
    return [line for line in lines if low < line.baseline < high] if low > float("-inf") or high < float("inf") else lines


def _begin_level(left: Line, right: Line) -> bool:
    """Whether two columns begin side by side: on one baseline, or with types of two sizes equally high."""
    if abs(left.baseline - right.baseline) <= EVEN:
        return True
    return left.size != right.size and abs(left.top - right.top) < LEVEL * min(left.size, right.size)


def _apart(above: Line, below: Line) -> bool:
    """Whether white across both columns, as high as a picture, parts what stands above it from what stands below."""
    return below.baseline - above.baseline > ACROSS * max(above.size, below.size)


def _is_apart(left: list[Line], right: list[Line]) -> bool:
    """Whether two blocks only stand beside each other, far apart and on lines of their own: a letterhead and an address."""
    size = max(line.size for line in left + right)
    if min(line.x0 for line in right) - max(line.x1 for line in left) < ASUNDER * size:
        return False
    return not any(abs(line.baseline - other.baseline) < SHARED * other.size for line in left for other in right)


def _is_letterhead(left: list[Line], right: list[Line]) -> bool:
    """Whether one side is a single line of large type, a name, and the other an address that begins beside it."""
    name, address = (left[0], right) if len(left) == 1 else (right[0], left)
    beside = sum(line.bottom > name.top and line.top < name.bottom for line in address)
    return beside > 1 and all(name.size > HEAD * line.size for line in address) and _is_apart(left, right)


def _wide(lines: list[Line]) -> bool:
    return median(line.x1 - line.x0 for line in lines) > WIDE * lines[0].size


def _crosses(line: Line, x: float) -> bool:
    return line.x0 < x < line.x1


def _trimmed(left: list[Line], right: list[Line]) -> tuple[list[Line], list[Line]]:
    """Without the lines above both columns' common top, and without what follows below columns that end together."""
    if not left or not right:
        return left, right
    leading = _leading(left, right)
    top = max(left[0].top, right[0].top) - 0.9 * leading
    left, right = _from(left, top, leading), _from(right, top, leading)
    if not left or not right:
        return left, right
    return _until(left, right, leading), _until(right, left, leading)


def _leading(left: list[Line], right: list[Line]) -> float:
    """Points from line to line: as most of two columns have them, within what text is set in."""
    size = median(line.size for line in left + right)
    pitches = [b.baseline - a.baseline for side in (left, right) for a, b in pairwise(side)]
    return max(1.3 * size, min(median(pitches), LOOSEST * size)) if pitches else 1.3 * size


def _from(lines: list[Line], top: float, leading: float) -> list[Line]:
    """The lines from `top` on; those above are kept only where they run on into them without a gap."""
    at = next((i for i, line in enumerate(lines) if line.top >= top), len(lines))
    while 0 < at < len(lines) and lines[at].baseline - lines[at - 1].baseline < 1.15 * leading and lines[at].size == lines[at - 1].size:
        at -= 1
    return lines[at:]


def _until(lines: list[Line], others: list[Line], leading: float) -> list[Line]:
    """The lines down to a gap that lies where the other column ends; any later gap will do where that is only a few short lines."""
    bottom = others[-1].bottom
    short = len(others) <= SHORT and median(line.x1 - line.x0 for line in others) < 14 * others[0].size
    for at in range(1, len(lines)):
        before, line = lines[at - 1], lines[at]
        other_type = line.bold != before.bold or abs(line.size - before.size) > 0.5  # a heading below both
        ends_together = short or (other_type and abs(before.bottom - bottom) < BALANCED * leading)
        if ends_together and line.top > bottom and line.baseline - before.baseline > 1.25 * leading and not _goes_down(lines, at):
            return lines[:at]
    return lines


def _goes_down(lines: list[Line], at: int) -> bool:
    """Whether the lines from `at` on are broken at the column's own edge, as the column's text above is: it is only longer than the other."""
    if sum(line.x1 - line.x0 > WIDE * line.size for line in lines[:at]) < FEWEST:
        return False
    edge = max(line.x1 for line in lines[:at])
    width = edge - min(line.x0 for line in lines[:at])
    return sum(edge - FULL * width < line.x1 <= edge + FULL * width for line in lines[at:]) >= 2
