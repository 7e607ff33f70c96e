"""The parts of a table that crosses pages become one: a cut row whole, a repeated heading said once."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import accumulate, pairwise

from plantext.read.pdf.paragraphs import Chunk
from plantext.read.pdf.tables.tables import LABEL, CellPart, Table, is_title, mark_label, text_of

SAME_EDGE = 6.0  # points: columns of two parts that begin within this are one
USUAL = 0.8  # of the rows: a column filled in so many is empty only where a row goes on
NEXT = 20.0  # points from the foot of a heading's grounds to the first row's text
MOST_HEADS = 3  # rows of a heading
LABEL_WORDS = 10  # a label's cell holds no more, and is not cut
_STOP = re.compile(r"[.!?:;][\"'”’)\]]*$")


def continue_table(table: Table, other: Table, closeness: Callable[[Chunk, Chunk], bool]) -> bool:
    """Go on with `other`, the first thing on the next page, if it is the same table.

    `closeness` says whether one chunk goes on in another.
    """
    if not _same_gutters(table, other) and not _same_columns(table, other):
        return False
    titles = _title(table), _title(other)
    if all(titles) and titles[0] != titles[1] and len(other.rows) > 1:
        return False  # each begins with a line across all its columns: another table of the same form
    rows = _without_said_header(table, other.rows)
    header = text_of(table.rows[: table.header or 1])
    repeated = bool(rows) and text_of(rows[: table.header or 1]) == header
    if repeated:
        table.header = table.header or 1
        rows = rows[table.header + (table.titled and other.titled) :]
    elif other.header and table.header and text_of(rows[:1]) != header:
        return False
    if rows and len(table.rows) > table.header:
        rows = _with_cut_row(table, rows, closeness)
    table.rows += rows
    table.parts += other.parts
    table.open_bottom = other.open_bottom
    return True


def crown_table(heading: Table, table: Table) -> bool:
    """Put `heading` above `table`, which stands right below it in its columns: merged cells on grounds, drawn apart from the rows.

    The first row may be drawn with the heading, where it has a ground too.
    """
    page, box = heading.parts[-1]
    below = table.box[1] - box[3]
    bold = [all(chunk.bold and chunk.marker is None for cell in row for chunk in cell.chunks) for row in heading.rows]
    depth = max(heading.header, bold.index(False) if False in bold else len(bold))
    if table.page != page or not -1 < below < NEXT or not 0 < depth <= MOST_HEADS or table.header:
        return False
    cells = [cell for row in heading.rows[:depth] for cell in row]
    if not any(cell.colspan > 1 for cell in cells) or any(map(is_title, heading.rows)) or len(heading.xs) - 1 != len(table.columns):
        return False
    if not all(x - 1 <= a and b <= y + 1 for (x, y), (a, b) in zip(pairwise(heading.xs), table.columns, strict=True)):
        return False
    heading.header = depth
    heading.rows += table.rows
    heading.columns, heading.open_bottom = table.columns, table.open_bottom
    heading.parts[-1:] = [(page, (min(box[0], table.box[0]), box[1], max(box[2], table.box[2]), table.box[3])), *table.parts[1:]]
    return True


def _with_cut_row(table: Table, rows: list[list[CellPart]], closeness: Callable[[Chunk, Chunk], bool]) -> list[list[CellPart]]:
    """What `rows` hold that begins on their page: the first may go on with the table's last row, and below a label that spans both."""
    first, spanning = rows[0], _spanning(table)
    columns = list(accumulate((cell.colspan for cell in first), initial=0))[:-1]
    under = {column: cell for column, cell in zip(columns, first, strict=True) if column in spanning}
    if any(cell.chunks for cell in under.values()):
        under = {}
    first = [cell for column, cell in zip(columns, first, strict=True) if column not in under]
    cut = bool(first) and not _stands_under(table, first) and _is_cut(table, first, closeness)
    for column, cell in under.items():
        spanning[column].rowspan += cell.rowspan - cut
    if cut:
        _join_rows(table.rows[-1], first, closeness)
        return rows[1:]
    last = table.rows[-1]
    if not under and _stands_under(table, first):
        last[0].rowspan += first[0].rowspan
        first = first[1:]
    return [first, *rows[1:]]


def _stands_under(table: Table, row: list[CellPart]) -> bool:
    """Whether `row`, without a label, is one more of those that the last label stands beside: labels do so, and all its other cells begin anew."""
    others = [cell.chunks[0].text[:1] if cell.chunks else "" for cell in row[1:]]
    whole = len(row) > 2 and not row[0].chunks and all(others) and not any(map(str.islower, others))
    return whole and len(row) == len(table.rows[-1]) and any(cells[0].rowspan > 1 for cells in table.rows[table.header :])


def _spanning(table: Table) -> dict[int, CellPart]:
    """The cells of earlier rows that reach into the last one, by the column they begin in."""
    reaching: dict[int, tuple[int, CellPart]] = {}  # how many more rows each takes
    held: dict[int, CellPart] = {}
    for row in table.rows:
        held = {column: cell for column, (_, cell) in reaching.items()}
        reaching = {column: (more - 1, cell) for column, (more, cell) in reaching.items() if more > 1}
        column = 0
        for cell in row:
            while column in held:
                column += held[column].colspan
            if cell.rowspan > 1:
                reaching[column] = (cell.rowspan - 1, cell)
            column += cell.colspan
    return held


def _title(table: Table) -> str:
    """The line across all columns that a table begins with, above its heading if it has one; nothing where there is none."""
    first = table.rows[table.header if table.titled else 0]
    return text_of([first]) if is_title(first) else ""


def _without_said_header(table: Table, rows: list[list[CellPart]]) -> list[list[CellPart]]:
    """The rows, the heading taken out of the first where it is said again in the cells of a row that goes on, with no rule between."""
    head = table.rows[0] if table.header == 1 else []
    if not rows or not head or len(rows[0]) != len(head) or text_of(rows[:1]) == text_of([head]):
        return rows
    if not all(a.chunks and b.chunks and text_of([[CellPart(b.chunks[:1])]]) == text_of([[a]]) for a, b in zip(head, rows[0], strict=True)):
        return rows
    return [[CellPart(cell.chunks[1:], cell.colspan, cell.rowspan) for cell in rows[0]], *rows[1:]]


def _same_columns(table: Table, other: Table) -> bool:
    """Whether the columns stand in the same places; if one part only lacks some of them, both are put on the finer columns."""
    shift = other.xs[0] - table.xs[0]  # pages may be bound left and right
    xs = [x - shift for x in other.xs]
    if abs(table.xs[-1] - xs[-1]) > SAME_EDGE:
        return False
    fine, coarse = (table.xs, xs) if len(table.xs) >= len(xs) else (xs, table.xs)
    places = [min(range(len(fine)), key=lambda i: abs(fine[i] - x)) for x in coarse]
    if len(set(places)) < len(places) or any(abs(fine[i] - x) > SAME_EDGE for i, x in zip(places, coarse, strict=True)):
        return False
    if len(fine) > len(coarse):
        part = other if coarse is xs else table
        if part.header or len(coarse) < 3:
            return False
        _spread(part, places)
        part.xs = [x + shift for x in fine] if part is other else fine
    return True


def _spread(table: Table, places: list[int]) -> None:
    """Let each cell span the finer columns that its own stand for."""
    for row in table.rows:
        column = 0
        for cell in row:
            end = min(column + cell.colspan, len(places) - 1)
            cell.colspan = max(places[end] - places[min(column, end)], 1)
            column = end


def _same_gutters(table: Table, other: Table) -> bool:
    """Whether white parts the columns of both in the same places, where no upright rules say where they are."""
    if not table.columns or len(table.columns) != len(other.columns):
        return False
    both = [(min(a, c), max(b, d)) for (a, b), (c, d) in zip(table.columns, other.columns, strict=True)]
    return all(before[1] < after[0] for before, after in pairwise(both))


def _is_cut(table: Table, row: list[CellPart], closeness: Callable[[Chunk, Chunk], bool]) -> bool:
    """Whether `row` only goes on with the table's last row. No rule closed the page, or the row can't begin one."""
    last = table.rows[-1]
    if len(last) != len(row):
        return False
    labels = [cell.text.strip().rstrip(".)") for cell in (last[0], row[0])]
    if all(label.isdigit() for label in labels) and labels[0] != labels[1]:
        return False  # rows that are counted
    if table.open_bottom:
        return not _opens_with_label(table, row)
    body = [r[len(r) - len(row) :] for r in table.rows[table.header :] if len(r) >= len(row)]  # labels that span rows stand on the left
    others = body[:-1] if len(body) > 2 else body
    evidence = 0
    for column, cell in enumerate(row):
        before = last[column]
        if not cell.chunks:
            filled = sum(bool(r[column].chunks) for r in body)
            if filled >= USUAL * len(body):
                sure = filled == len(body) > 1
                evidence += (8 if sure else 4) if column == 0 else 2  # an empty label says most
            continue
        first = cell.chunks[0]
        if before.chunks and first.marker is None and first.text[:1].islower() and not _STOP.search(before.chunks[-1].text):
            evidence += 3
            continue
        starts = [r[column].chunks[0] for r in others if r[column].chunks]
        unfinished = column > 0 and bool(before.chunks) and first.marker is None and closeness(before.chunks[-1], first)
        if not starts or unfinished:
            continue
        marked = sum(start.marker is not None and first.marker is not None and start.marker.kind == first.marker.kind for start in starts)
        if (first.marker is not None and marked < 0.2 * len(starts)) or (all(start.bold for start in starts) and not first.bold):
            evidence += 2
        else:
            evidence -= 3
    return evidence >= 2


def _opens_with_label(table: Table, row: list[CellPart]) -> bool:
    """Whether a row begins with a label of its own, in a table whose first column holds labels and whose last row has one already."""
    labels = [cells[0].text for cells in table.rows[table.header :] if cells[0].chunks]
    if not row[0].chunks or not table.rows[-1][0].chunks or row[0].chunks[0].marker is not None or len(labels) < USUAL * len(table.rows):
        return False
    short = all(len(text.split()) <= LABEL_WORDS for text in [*labels, row[0].text])
    return short and len(row) > 2 and not row[0].text[:1].islower() and all(len(cell.chunks) > 0 for cell in row[:2])


def _join_rows(last: list[CellPart], row: list[CellPart], closeness: Callable[[Chunk, Chunk], bool]) -> None:
    for before, cell in zip(last, row, strict=True):
        chunks = list(cell.chunks)
        for chunk in before.chunks[-1:] + chunks[:1]:
            chunk.role = None if chunk.role == LABEL else chunk.role
        before.rowspan += cell.rowspan - 1
        if before.chunks and chunks and closeness(before.chunks[-1], chunks[0]):
            before.chunks[-1].append(chunks.pop(0))
        before.chunks += chunks
        mark_label(before)
