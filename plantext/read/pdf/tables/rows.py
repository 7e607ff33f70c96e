"""The rows and columns of a table whose rows no rule parts: pieces of text side by side, and which of them begin a new row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from plantext.read.pdf.columns import median
from plantext.read.pdf.lines import PLACE, Line
from plantext.read.pdf.markers import is_marker_only, marker_of

PIECE = 0.42  # em: a gap between two runs wider than this may part two cells; a word's space has a quarter
APART = 5.0  # points between two columns
WHITE = 1.16  # times the distance of lines within a cell: a wider one parts two rows
OVERLAP = 0.85  # em: pieces whose baselines are nearer stand beside each other, set to the middle of their cells
CLOSE = 1.4  # em: lines nearer than this may be of one cell where nothing else tells
HANGS = 40.0  # points: a bullet or number stands no further from its text
FEWEST = 3  # rows that show whether rows have labels
LABELLED = 0.6  # of the rows have one
ROOM = 0.3  # em beside the next word: a line that leaves so much room ends its paragraph
FIGURE = re.compile(r"^[(\[+£$€±−–-]*\d[\d,. ]*\s?(?:%|m|bn|k|p|million|per cent)?[)\]]?$|^[-–—]+$|^n/?a$", re.IGNORECASE)
"""A cell that holds a number, a dash or n/a."""
_STOP = re.compile(r"[.!?:;][\"'”’)\]]*$")

BOTH_FIGURES, NEW_TEXT, NEW_SENTENCE, NEW_LABEL, NEW_FIGURE = 3.0, 2.0, 1.0, 1.5, 1.0
GOES_ON, NO_LABEL, WHITE_BAND = -3.0, -1.5, 3.0
"""How much each sign says for a new row (above nothing) or against one."""


class Row(msgspec.Struct):
    """Pieces on one baseline."""

    lines: list[Line]

    @property
    def baseline(self) -> float:
        """The highest of its pieces' baselines."""
        return min(line.baseline for line in self.lines)


def rows_of(lines: Sequence[Line]) -> list[Row]:
    """Lines by baseline, from top to bottom, each row from left to right."""
    rows: list[Row] = []
    for line in sorted(lines, key=PLACE):
        if rows and abs(rows[-1].lines[0].baseline - line.baseline) < 0.3 * line.size:
            rows[-1].lines.append(line)
        else:
            rows.append(Row([line]))
    for row in rows:
        if len(row.lines) > 1:
            row.lines.sort(key=lambda line: line.x0)
    return rows


def pieces_of(line: Line) -> list[Line]:
    """The line cut at every gap that is wider than a word's space."""
    starts = [0]
    for at in range(1, len(line.runs)):
        before, run = line.runs[at - 1], line.runs[at]
        if run.x0 - before.x1 > PIECE * max(run.size, before.size) and at not in line.raised:
            starts.append(at)
    if len(starts) == 1:
        return [line]
    return [Line(line.runs[a:b], line.page, underlined=line.underlined) for a, b in pairwise([*starts, len(line.runs)])]


def columns_of(lines: Sequence[Line], apart: float = APART) -> list[tuple[float, float]]:
    """The extents of the columns: pieces that overlap sideways are of one column."""
    columns: list[list[float]] = []
    for x0, x1 in sorted((line.x0, line.x1) for line in lines):
        if columns and x0 < columns[-1][1] + apart:
            columns[-1][1] = max(columns[-1][1], x1)
        else:
            columns.append([x0, x1])
    return [(a, b) for a, b in columns]


def marked_columns(lines: Sequence[Line], apart: float = APART) -> list[tuple[float, float]]:
    """The columns; one that holds only the bullets or numbers of what stands beside them belongs to the next."""
    marks = [line for line in lines if is_marker_only(line) and marks_next(line, lines)]
    if not marks:
        return columns_of(lines, apart)
    own = columns_of(marks, apart)
    texts = [line for line in lines if not any(line is mark for mark in marks)]
    counted = []
    for a, b in own:
        held = [mark for mark in marks if a <= mark.x0 <= b]
        headed = any(line.x0 < b + 1 and line.x1 > a - 1 and line.x1 < b + HANGS for line in texts)
        if headed or _counts(held):
            counted += held
    columns = columns_of([*texts, *counted], apart)
    result: list[tuple[float, float]] = []
    for i, (a, b) in enumerate(columns):
        before = columns[i - 1][1] if i else float("-inf")
        starts = [mark.x0 for mark in marks if before < mark.x0 < a and a - mark.x1 < HANGS]
        result.append((min([a, *starts]), b))
    return result


def _counts(marks: Sequence[Line]) -> bool:
    """Whether bare numbers count the rows: a column of its own, even where it has no heading."""
    texts = [mark.text.strip() for mark in sorted(marks, key=PLACE)]
    return len(texts) > 1 and all(text.isdigit() for text in texts) and all(int(b) == int(a) + 1 for a, b in pairwise(texts))


def marks_next(mark: Line, lines: Sequence[Line]) -> bool:
    """Whether a bullet or number stands just before a text in its row; else it is a figure of a column of its own."""
    rights = [o for o in lines if 0 <= o.x0 - mark.x1 < HANGS and abs(o.baseline - mark.baseline) < 0.35 * mark.size]
    return any(not is_marker_only(other) and any(char.isalpha() for char in other.text) for other in rights)


Cells = list[list[list[Line]]]
"""The pieces by row of pieces and column."""


def split_rows(rows: Sequence[Row], cells: Cells) -> list[list[int]]:
    """The indices of rows of pieces that make one row of the table each."""
    if not rows:
        return []
    columns = len(cells[0])
    texts = [[line for row in cells for line in row[c]] for c in range(columns)]
    widths = [max((line.x1 for line in column), default=0.0) - min((line.x0 for line in column), default=0.0) for column in texts]
    lead = _within(rows, cells, widths)
    distances = [b.baseline - a.baseline for a, b in pairwise(rows)]
    banded = lead is not None and sum(distance > WHITE * lead for distance in distances) >= 2
    groups = [[0]]
    for at in range(1, len(rows)):
        score = sum(_sign(_last(cells, groups[-1], c), cells[at - 1][c], cells[at][c], widths[c], first=c == 0) for c in range(columns))
        distance = distances[at - 1]
        if lead is not None and distance > WHITE * lead:
            score += WHITE_BAND
        if distance < OVERLAP * rows[at].lines[0].size:
            joined = True  # set to the middle of its cell
        elif banded and lead is not None and distance <= WHITE * lead:
            joined = score < NEW_TEXT + NEW_SENTENCE
        elif score == 0:
            listed = any(marker_of(line) is not None or is_marker_only(line) for cell in cells[at][1:] for line in cell[:1])
            joined = (listed or sum(bool(cell) for cell in cells[at]) < 2) and distance < CLOSE * rows[at].lines[0].size
        else:
            joined = score < 0
        if joined:
            groups[-1].append(at)
        else:
            groups.append([at])
    return _with_labels(groups, cells) if lead is not None else groups


def _with_labels(groups: list[list[int]], cells: Cells) -> list[list[int]]:
    """Where nearly every row has a label, what has none and no figures either goes on with the row above."""
    labelled = [any(cells[i][0] for i in group) for group in groups]
    if len(groups) < FEWEST or sum(labelled) < LABELLED * len(groups):
        return groups
    result: list[list[int]] = []
    for group, label in zip(groups, labelled, strict=True):
        figures = any(FIGURE.match(line.text.strip()) for i in group for cell in cells[i] for line in cell)
        if result and not label and not figures:
            result[-1] += group
        else:
            result.append(group)
    return result


def _last(cells: Cells, group: Sequence[int], column: int) -> list[Line]:
    """The pieces of a column in the latest row of a group that has some."""
    return next((cells[i][column] for i in reversed(group) if cells[i][column]), [])


def _within(rows: Sequence[Row], cells: Cells, widths: Sequence[float]) -> float | None:
    """The distance of lines within a cell, by those that surely go on; None where none does."""
    found = []
    for at in range(1, len(rows)):
        for c, width in enumerate(widths):
            before, here = cells[at - 1][c], cells[at][c]
            if before and here and _continues(before[-1], here[0], width):
                found.append(rows[at].baseline - rows[at - 1].baseline)
    return median(found) if found else None


def _continues(before: Line, line: Line, width: float) -> bool:
    """Whether `line` surely goes on with `before`: in small letters, behind a line that had no room for its first word."""
    return line.text[:1].islower() and not _STOP.search(before.text) and not leaves_room(before, line, width)


def leaves_room(before: Line, line: Line, width: float) -> bool:
    """Whether the first word of `line` would have fitted on the line above, in a column so wide."""
    word = line.text.split(" ", 1)[0]
    length = (line.x1 - line.x0) * (len(word) + 1) / max(len(line.text), 1)
    return width - (before.x1 - before.x0) > length + ROOM * line.size


def _sign(above: list[Line], before: list[Line], here: list[Line], width: float, *, first: bool) -> float:
    """What one column says for a new row. `above`: the row's last piece there; `before`: the one directly above."""
    if not here:
        return NO_LABEL if first and before else 0.0
    text, opens = here[0].text.strip(), here[0]
    if not above:
        return GOES_ON if text[:1].islower() else NEW_LABEL if first else NEW_FIGURE if FIGURE.match(text) else 0.0
    last = above[-1]
    if FIGURE.match(text) and FIGURE.match(last.text.strip()):
        return BOTH_FIGURES
    if marker_of(opens) is not None or is_marker_only(opens):
        return 0.0
    lower, ended = text[:1].islower(), bool(_STOP.search(last.text))
    if leaves_room(last, opens, width):
        return NEW_SENTENCE if lower or ended else NEW_TEXT
    return GOES_ON if lower and not ended else 0.0
