"""Small capitals: letters set smaller than the capitals among them are small letters, of the size of those capitals."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from plantext.read.pdf.engines.engine import ASCENT, DESCENT, Run
from plantext.read.pdf.lines import Line

SHARE = (0.62, 0.88)  # of the capitals' size: what word processors and browsers set small capitals in
LEVEL = 0.04  # em: both stand on one baseline; a raised figure does not
HARD_BY = 0.12  # em: and within one word
NEXT = 1.6  # em of the capitals: the next line of a heading stands no further below


def read_small_capitals(lines: list[Line]) -> list[Line]:
    """The lines, those in small capitals with their letters as written; the runs are changed in place."""
    several = [line.runs for line in lines if len(line.runs) > 1 and any(run.text[-1:].isupper() for run in line.runs[:-1])]
    if not any(_is_small(runs) for runs in several):
        return lines
    result: list[Line] = []
    small = full = 0.0  # the sizes in the line above
    for line in lines:
        before = result[-1] if result else None
        if len(line.runs) > 1 and _is_small(line.runs):
            full = max(run.size for run in line.runs)
            small = min(run.size for run in line.runs)
            result.append(_as_written(line, small, full))
        elif full and before is not None and _goes_on(before, line, small, full):
            result.append(_as_written(line, small, full))
        else:
            full = 0.0
            result.append(line)
    return result


def _is_small(runs: Sequence[Run]) -> bool:
    """Whether a word in them opens with a capital and goes on in smaller type, and no letter is small in the larger type."""
    full = max(run.size for run in runs)
    low, high = SHARE
    if not any(low * full < run.size < high * full for run in runs):
        return False
    pairs = pairwise(runs)
    opened = any(
        a.size == full and a.text[-1:].isupper() and b.text[:1].isalpha() and _joined(a, b) and low * full < b.size < high * full
        for a, b in pairs
    )
    larger = [run for run in runs if run.size == full]
    if not opened:
        return False
    words = [word for run in larger for word in run.text.split()]
    return all(run.text.upper() == run.text for run in runs) or not any(len(word) > 1 and word.islower() for word in words)


def _joined(a: Run, b: Run) -> bool:
    return (
        abs(a.baseline - b.baseline) < LEVEL * a.size and b.x0 - a.x1 < HARD_BY * a.size and not (b.space and b.x0 - a.x1 > 0.06 * a.size)
    )


def _goes_on(before: Line, line: Line, small: float, full: float) -> bool:
    """Whether a line that holds no capital is the next one of the same heading."""
    style = (line.bold, line.italic, line.colour) == (before.bold, before.italic, before.colour)
    return style and abs(line.size - small) < LEVEL * full and 0 < line.baseline - before.baseline < NEXT * full


def _as_written(line: Line, small: float, full: float) -> Line:
    low, high = SHARE
    capitals = all(run.text.upper() == run.text for run in line.runs)
    for run in line.runs:
        if run.size == small or low * full < run.size < high * full:
            run.text = run.text.lower() if capitals else run.text
            run.size, run.top, run.bottom = full, run.baseline - ASCENT * full, run.baseline + DESCENT * full
    return Line(line.runs, line.page, underlined=line.underlined, term=line.term)
