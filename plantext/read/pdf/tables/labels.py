"""Labels that are set apart (bold, in italics, in a colour), are dates or end with a colon, each with its value on the right, without rules: the head of a form, a memorandum or a decision."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from plantext.read.headings import MONTHS
from plantext.read.pdf.columns import median
from plantext.read.pdf.engines.engine import Run
from plantext.read.pdf.lines import Line
from plantext.read.pdf.markers import marker_of
from plantext.read.pdf.tables.grids import Grid, GridCell
from plantext.read.pdf.tables.rows import APART, Row, rows_of

FEWEST = 3  # labels below each other
LONGEST = 40  # characters of a label
SHORT = 5  # words of a value beside a label with a colon, half of them at least: what is longer explains a term, and is an item of a list
FAR = 2.6  # em: labels further apart are not of one form
OFF = 1.35  # em: labels that are only in italics, or in a colour, stand further below each other than lines of prose
CLOSE = 1.5  # em: the next line of a value stands no further below
_DATE = re.compile(rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{MONTHS})(?: \d{{4}})?", re.IGNORECASE)
_LEADERS = re.compile(r"[\s.…·_‥]{3,}|[…·]")


class _Pair(msgspec.Struct):
    """A label, the lines of its value, and the dots between them."""

    label: Line
    value: list[Line]
    dots: list[Run]


def find_labels(lines: Sequence[Line]) -> list[Grid]:
    """The labels with their values among `lines`, as tables of two columns."""
    grids: list[Grid] = []
    group: list[_Pair] = []
    for row in [*rows_of(lines), None]:
        pair = _pair(row) if row is not None else None
        if pair is not None and group and _below(group[-1], pair):
            group.append(pair)
        elif row is not None and group and pair is None and _goes_on(group[-1], row):
            group[-1].value.append(row.lines[0])
        else:
            if len(group) >= FEWEST and _are_values(group) and (_are_loud(group) or _stand_off(group)):
                grids.append(_grid(group))
            group = [pair] if pair is not None else []
    return grids


def _are_values(group: Sequence[_Pair]) -> bool:
    """Whether what stands beside the labels makes a table: always where they have no colon; with one, what is short, or names.

    "PREVENT:" with what it means beside it is an item of a list.
    """
    if 2 * sum(pair.label.text.rstrip().endswith(":") for pair in group) <= len(group):
        return True
    words = median(sum(len(line.text.split()) for line in pair.value) for pair in group)
    return words <= SHORT or 2 * sum(map(_is_names, group)) >= len(group)


def _are_loud(group: Sequence[_Pair]) -> bool:
    """Whether most labels are bold, are dates, or have a colon."""
    loud = [pair.label.bold or pair.label.text.rstrip().endswith(":") or _DATE.fullmatch(pair.label.text.strip()) for pair in group]
    return 2 * sum(map(bool, loud)) > len(group)


def _stand_off(group: Sequence[_Pair]) -> bool:
    """Whether each pair opens with a capital and stands off from the one above: else they may be lines of two columns of prose."""
    off = [b.label.baseline - a.value[-1].baseline > OFF * b.label.size for a, b in pairwise(group)]
    return all(off) and all(pair.label.text[:1].isupper() for pair in group)


def _is_names(pair: _Pair) -> bool:
    """Whether most words of a value open with a capital."""
    words = [word for line in pair.value for word in line.text.split() if word[0].isalpha()]
    return 2 * sum(word[0].isupper() for word in words) > len(words)


def _pair(row: Row) -> _Pair | None:
    """A label and its value."""
    dots = [run for line in row.lines for run in line.runs if _LEADERS.fullmatch(run.text)]
    said = [line for line in row.lines if not all(_LEADERS.fullmatch(run.text) for run in line.runs)]
    if len(said) != 2:
        return None
    label, value = (Line([run for run in line.runs if not _LEADERS.fullmatch(run.text)], line.page) for line in said)
    text = label.text.strip()
    if (
        not (text.endswith(":") or _is_set_apart(label, value) or _DATE.fullmatch(text))
        or len(text) > LONGEST
        or value.text.endswith(":")
        or marker_of(label) is not None
    ):
        return None
    return _Pair(label, [value], dots)


def _is_set_apart(label: Line, value: Line) -> bool:
    """Whether a label is bold or in italics and its value is not, or has a colour of its own."""
    return (
        (label.bold and not value.bold)
        or (label.italic and not value.italic)
        or (label.bold == value.bold and label.colour != value.colour)
    )


def _below(above: _Pair, pair: _Pair) -> bool:
    near = pair.label.baseline - max(above.label.baseline, above.value[-1].baseline) < FAR * pair.label.size
    return near and abs(above.label.x0 - pair.label.x0) < APART and abs(above.value[0].x0 - pair.value[0].x0) < APART


def _goes_on(above: _Pair, row: Row) -> bool:
    line, before = row.lines[0], above.value[-1]
    return len(row.lines) == 1 and abs(line.x0 - before.x0) < APART and line.baseline - before.baseline < CLOSE * line.size


def _grid(group: Sequence[_Pair]) -> Grid:
    values = [line for pair in group for line in pair.value]
    left, edge, right = min(pair.label.x0 for pair in group), min(line.x0 for line in values), max(line.x1 for line in values)
    ys = [*(pair.label.top - 1 for pair in group), max(line.bottom for line in group[-1].value) + 1]
    cells = []
    for row, (pair, (top, bottom)) in enumerate(zip(group, pairwise(ys), strict=True)):
        for run in pair.dots:
            run.text = ""  # they stand in the cell, so in no line, and say nothing
        cells.append(GridCell(row, 0, 1, 1, (left, top, edge, bottom), [*pair.label.runs, *pair.dots]))
        cells.append(GridCell(row, 1, 1, 1, (edge, top, right, bottom), [run for line in pair.value for run in line.runs]))
    return Grid(group[0].label.page, [left, edge, right], ys, cells)
