"""The text of a table's cell: its lines become paragraphs and list items, by the spacing that the table itself has."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from plantext.read.pdf.columns import median
from plantext.read.pdf.lines import Line
from plantext.read.pdf.markers import join_markers
from plantext.read.pdf.paragraphs import Chunk, read_chunks
from plantext.read.pdf.spacing import Leadings
from plantext.read.pdf.tables.grids import GridCell
from plantext.read.pdf.tables.rows import leaves_room

WIDEST = 2.5  # em: lines further in are centred, or set to the right
LOOSEST = 2.2  # em: the widest distance of two lines of one cell


class TableLeadings(Leadings):
    """How a table spaces the lines of its cells, where that is wider than the document's."""

    def __init__(self, usual: Leadings, cells: Iterable[tuple[GridCell, list[Line]]]) -> None:
        self.indented, self.margin = False, usual.margin
        self._document = usual
        found: list[tuple[float, float]] = []
        for cell, lines in cells:
            if len(lines) > 1:
                width = cell.box[2] - cell.box[0] - lines[0].size
                found += [
                    (b.baseline - a.baseline, b.size)
                    for a, b in pairwise(lines)
                    if b.baseline - a.baseline > 0.9 * b.size and b.text[:1].islower() and not leaves_room(a, b, width)
                ]
        self._em = median(distance / size for distance, size in found) if found else 0.0

    def of(self, size: float) -> float:
        """Points from baseline to baseline."""
        return max(self._document.tightest(size), min(self._em, LOOSEST) * size)


def read_cell(cell: GridCell, lines: list[Line], leadings: Leadings) -> list[Chunk]:
    """The paragraphs and items of a cell, from top to bottom."""
    if not lines:
        return []
    lines = _rows_joined(join_markers(lines))
    x0, x1 = min(line.x0 for line in lines), max(line.x1 for line in lines)
    size, padding = lines[0].size, x0 - cell.box[0]  # as wide on the right as on the left
    padding = padding if size < padding < WIDEST * size else size
    return read_chunks(lines, leadings, right=max(x1, cell.box[2] - padding))


def _rows_joined(lines: list[Line]) -> list[Line]:
    """In a cell pieces on one baseline are one line."""
    joined: list[Line] = []
    for line in lines:
        if joined and abs(joined[-1].baseline - line.baseline) < 0.2 * line.size and line.x0 >= joined[-1].x1 - 1:
            joined[-1] = Line([*joined[-1].runs, *line.runs], line.page, underlined=line.underlined)
        else:
            joined.append(line)
    return joined
