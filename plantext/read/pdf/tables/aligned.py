"""Tables without rules: rows whose pieces stand below each other in columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from plantext.read.pdf.lines import PLACE, Line, has_leaders
from plantext.read.pdf.markers import marker_of
from plantext.read.pdf.tables.grids import Grid, GridCell
from plantext.read.pdf.tables.rows import APART, FIGURE, Cells, Row, columns_of, leaves_room, marked_columns, pieces_of, rows_of, split_rows

ROWS = 3  # at least, the heading among them
PIECES = 3  # columns at least, where neither figures nor a bold heading speak for a table
TALL = 2.6  # em: rows further apart than this are not of one table, unless all are
TALLER = 1.35  # times the widest distance so far
WIDE = 0.6  # of the table's width: a longer piece that crosses its columns is a line of text, not a heading across them
SUPPORT = 2  # rows that keep a gutter open: what crosses it then is no part of the columns
FILLED = 0.55  # of the cells at least hold something
LOWER = 0.15  # of the cells at most begin with a small letter
RUN_ON = 0.5  # of the lines at most go on in the next: else only a bold heading or white bands make the columns a table
NARROW = 0.5  # of the table's width: a column of terms is no wider
TERM = 8  # words of a term
OFF = 1.2  # times the leading within the cells: white between two rows
FIGURES = 0.6  # of a column's cells are figures in a column of figures


def find_aligned(lines: Sequence[Line]) -> list[Grid]:
    """The unruled tables among `lines`, each cell with its runs."""
    if not _side_by_side(lines):
        return []
    rows = rows_of(lines)
    grids: list[Grid] = []
    stretches: list[list[Row]] = [[]]
    at = 0
    while at < len(rows):  # below a bold heading first: what stands above it is no part of the table
        end = _stretch(rows, at, at)[1] if _may_head(rows, at) else at
        grid = _grid(rows[at:end]) if end > at + 1 else None
        if grid is not None:
            grids.append(grid)
            stretches.append([])
            at = end
        else:
            stretches[-1].append(rows[at])
            at += 1
    return grids + [grid for stretch in stretches for grid in _in_stretch(stretch)]


def _may_head(rows: Sequence[Row], at: int) -> bool:
    """Whether a row is bold, in two pieces or more, and the one below it is not."""
    bold = len(rows[at].lines) > 1 and all(line.bold for line in rows[at].lines)
    return bold and at + 1 < len(rows) and not all(line.bold for line in rows[at + 1].lines)


def _in_stretch(rows: Sequence[Row]) -> list[Grid]:
    grids: list[Grid] = []
    at = floor = 0
    while at < len(rows):
        if len(rows[at].lines) < 2:
            at += 1
            continue
        start, end = _stretch(rows, at, floor)
        grid = _grid(list(rows[start:end]))
        if grid is not None:
            grids.append(grid)
            floor = end
        at = end if grid is not None or end > at + 1 else at + 1
    return grids


def join_terms(lines: Sequence[Line]) -> list[Line]:
    """Lines, with each term and what explains it, set beside it, made one: three or more bold labels, or ones that end with a colon."""
    if not _side_by_side(lines):
        return list(lines)
    rows = rows_of(lines)
    terms: list[int] = []
    for i, row in enumerate(rows):
        if len(row.lines) == 2 and _is_term(*row.lines):
            terms.append(i)
    joined: dict[int, Line] = {}
    for group in _neighbours(terms, rows):
        for i in group:
            term, rest = rows[i].lines
            joined[i] = Line([*term.runs, *rest.runs], term.page, term=True)
    result: list[Line] = []
    for i, row in enumerate(rows):
        result += [joined[i]] if i in joined else row.lines
    return result if joined else list(lines)


def _is_term(term: Line, rest: Line) -> bool:
    text = term.text.strip()
    if len(text) > 40 or marker_of(term) is not None or FIGURE.match(rest.text.strip()):
        return False
    return (text.endswith(":") and not rest.bold) or (term.bold and not rest.bold and len(rest.text) > 25)


def _neighbours(terms: list[int], rows: list[Row]) -> list[list[int]]:
    """Terms below each other, their explanations too, with at most a few lines between."""
    groups: list[list[int]] = []
    for i in terms:
        before = rows[groups[-1][-1]] if groups else None
        close = (
            before is not None
            and i - groups[-1][-1] <= 6
            and abs(before.lines[0].x0 - rows[i].lines[0].x0) < APART
            and abs(before.lines[1].x0 - rows[i].lines[1].x0) < APART
        )
        if close:
            groups[-1].append(i)
        else:
            groups.append([i])
    return [group for group in groups if len(group) >= ROWS]


def _side_by_side(lines: Sequence[Line]) -> bool:
    """Whether any two lines stand in one row."""
    ordered = sorted(lines, key=PLACE)
    return any(line.baseline - before.baseline < 0.3 * line.size for before, line in pairwise(ordered))


def _stretch(rows: Sequence[Row], seed: int, floor: int) -> tuple[int, int]:
    """The rows around `seed`, none before `floor`, that keep to the columns that it and its neighbours make."""
    columns = columns_of([piece for line in rows[seed].lines for piece in pieces_of(line)])
    support = [1] * (len(columns) - 1)
    pitch = 0.0
    end = seed + 1
    while end < len(rows):
        distance = rows[end].baseline - rows[end - 1].baseline
        if distance > max(TALL * rows[end].lines[0].size, TALLER * pitch):
            break
        grown = _with_row(columns, support, rows[end])
        if grown is None:
            break
        columns, support = grown
        pitch = max(pitch, distance)
        end += 1
    start = seed
    while start > floor and rows[start].baseline - rows[start - 1].baseline <= max(TALL * rows[start].lines[0].size, TALLER * pitch):
        pieces = [piece for line in rows[start - 1].lines for piece in pieces_of(line)]
        grown = _with_row(columns, support, rows[start - 1])
        if grown is None or len({_column(columns, piece) for piece in pieces}) < 2:
            break
        columns, support = grown
        start -= 1
    return start, end


def _with_row(columns: list[tuple[float, float]], support: list[int], row: Row) -> tuple[list[tuple[float, float]], list[int]] | None:
    """The columns and how many rows keep each gutter open, with one more row; None where the row does not keep to them."""
    pieces = [piece for line in row.lines for piece in pieces_of(line)]
    spans = [(piece.x0, piece.x1) for piece in pieces]
    for at, (a, b) in enumerate(pairwise(columns)):
        crossed = any(x0 < b[0] - 1 and x1 > a[1] + 1 and min(x1, b[0]) - max(x0, a[1]) > b[0] - a[1] - APART for x0, x1 in spans)
        if crossed and support[at] >= SUPPORT:
            return None
    merged: list[list[float]] = []
    for x0, x1 in sorted([*columns, *spans]):
        if merged and x0 < merged[-1][1] + APART:
            merged[-1][1] = max(merged[-1][1], x1)
        else:
            merged.append([x0, x1])
    new = [(a, b) for a, b in merged]
    if len(new) < 2:
        return None
    kept = []
    for a, b in pairwise(new):
        old = next((support[i] for i, (c, d) in enumerate(pairwise(columns)) if c[1] <= a[1] + 1 and d[0] >= b[0] - 1), 0)
        kept.append(old + (any(x0 >= b[0] - 1 for x0, _ in spans) and any(x1 <= a[1] + 1 for _, x1 in spans)))
    return new, kept


def _column(columns: Sequence[tuple[float, float]], piece: Line) -> int:
    middle = (piece.x0 + piece.x1) / 2
    return min(range(len(columns)), key=lambda i: max(columns[i][0] - middle, middle - columns[i][1], 0.0))


def _grid(rows: list[Row]) -> Grid | None:
    if len(rows) < ROWS - 1 or any(has_leaders(line.text) for row in rows for line in row.lines):
        return None
    rows = [Row([piece for line in row.lines for piece in pieces_of(line)]) for row in rows]
    columns = marked_columns([piece for row in rows for piece in row.lines])
    if len(columns) < 2:
        return None
    cells: Cells = [[[line for line in row.lines if _column(columns, line) == c] for c in range(len(columns))] for row in rows]
    names = _are_names(cells)
    groups = [[i] for i in range(len(rows))] if names else split_rows(rows, cells)
    while groups and not any(cells[i][c] for i in groups[-1] for c in range(1, len(columns))):
        groups.pop()  # what follows the table and only happens to keep to its first column
    while groups and not any(cells[i][c] for i in groups[0] for c in range(1, len(columns))):
        groups.pop(0)
    if len(groups) < ROWS - 1 or not (names or _is_tabular(groups, cells, columns)):
        return None
    tops = [min(line.top for i in group for line in rows[i].lines) - 1 for group in groups]
    ys = [*tops, max(line.bottom for i in groups[-1] for line in rows[i].lines) + 1]
    xs = [a for a, _ in columns] + [columns[-1][1]]
    found = []
    for r, group in enumerate(groups):
        for c in range(len(columns)):
            runs = [run for i in group for line in cells[i][c] for run in line.runs]
            found.append(GridCell(r, c, 1, 1, (xs[c], ys[r], columns[c][1], ys[r + 1]), runs))
    return Grid(rows[0].lines[0].page, xs, ys, found)


def _is_tabular(groups: Sequence[Sequence[int]], cells: Cells, columns: Sequence[tuple[float, float]]) -> bool:
    """Columns of short cells, of figures, or below a bold heading; not columns of prose, nor a list whose numbers hang."""
    count = len(columns)
    texts = [[[line for i in group for line in cells[i][c]] for c in range(count)] for group in groups]
    filled = [sum(bool(row[c]) for row in texts) for c in range(count)]
    if min(filled) < 2 or sum(filled) < FILLED * count * len(texts):
        return False
    if len(texts) < ROWS:  # a heading and a row: the page ends there
        return count >= PIECES and sum(filled) == count * len(texts) and _is_headed(texts)
    starts = [cell[0].text.strip() for row in texts for cell in row if cell]
    if sum(text[:1].islower() for text in starts) > LOWER * len(starts):
        return False
    labels = [row[0] for row in texts if row[0]]
    if count == 2 and (
        any(marker_of(cell[0]) is not None for cell in labels) or all(len(line.text) < 4 for cell in labels for line in cell)
    ):
        return False
    if count == 2 and _are_explained(texts, columns):
        return True
    figures = [sum(bool(row[c]) and bool(FIGURE.match(row[c][0].text.strip())) for row in texts) for c in range(count)]
    if any(n >= FIGURES * f and n >= ROWS - 1 for n, f in zip(figures, filled, strict=True)) and filled[0] >= ROWS - 1:
        return True
    return _is_headed(texts) or (count >= PIECES and len(texts) > ROWS and _run_on(texts, columns) <= RUN_ON)


def _are_names(rows: Cells) -> bool:
    """Whether names stand on the left, each on a line, and beside some of them, here and there, an office: two columns of text have no holes."""
    offices = [len(row[-1]) for row in rows]
    if len(rows) <= ROWS or any(len(row) != 2 or len(row[0]) != 1 for row in rows) or max(offices) > 1:
        return False
    if not any(a < b for a, b in pairwise(offices)) or not 1 < sum(offices) < len(rows):
        return False
    texts = [line.text.strip() for row in rows for cell in row for line in cell]
    return all(text[:1].isupper() and text[-1] not in ".?!:;," for text in texts)


def _are_explained(texts: Sequence[Sequence[Sequence[Line]]], columns: Sequence[tuple[float, float]]) -> bool:
    """Whether each row has a few words in a narrow column and what explains them beside, and white parts it from the next: a glossary."""
    (x0, right), (_, x1) = columns
    if len(texts) <= ROWS or right - x0 > NARROW * (x1 - x0) or not all(cell for row in texts for cell in row):
        return False
    words = [sum(len(line.text.split()) for line in row[0]) for row in texts]
    level = all(abs(label[0].baseline - text[0].baseline) < 1 for label, text in texts)
    opens = all(cell[0].text[:1].isupper() for row in texts for cell in row)
    pitches = [b.baseline - a.baseline for row in texts for cell in row for a, b in pairwise(cell)]
    steps = [b[0][0].baseline - max(cell[-1].baseline for cell in a) for a, b in pairwise(texts)]
    return level and opens and max(words) <= TERM and bool(pitches) and min(steps) > OFF * max(pitches)


def _is_headed(texts: Sequence[Sequence[Sequence[Line]]]) -> bool:
    """Whether the first row is bold, and below it at most the labels are."""
    head = all(cell and all(line.bold for line in cell) for cell in texts[0])
    return head and not any(line.bold for row in texts[1:] for cell in row[1:] for line in cell)


def _run_on(texts: Sequence[Sequence[Sequence[Line]]], columns: Sequence[tuple[float, float]]) -> float:
    """The share of lines that are followed, in their cell, by one whose first word had no room on them."""
    total = sum(len(cell) for row in texts for cell in row)
    full = sum(
        not leaves_room(before, line, columns[c][1] - columns[c][0])
        for row in texts
        for c, cell in enumerate(row)
        for before, line in pairwise(cell)
    )
    return full / max(total, 1)
