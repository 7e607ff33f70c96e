"""What a page holds of a table that the page before did not end, where only level rules part its rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from plantext.read.pdf.engines.engine import PageContent, Rule, Run
from plantext.read.pdf.lines import PLACE, Line
from plantext.read.pdf.tables.bands import NEAR, WRAPPED, band_grid, column_of, cuts_of, fits, short_rules, split_band
from plantext.read.pdf.tables.grids import Grid, GridCell
from plantext.read.pdf.tables.group_rows import find_groups
from plantext.read.pdf.tables.open_rows import last_row
from plantext.read.pdf.tables.rows import APART, Row, columns_of, marked_columns, rows_of

SAME = 5.0  # points: rules that begin and end within this are of one width
ON_RULE = 2.0  # points: the edge of a ground so near a rule is the same border
HEADED = 3  # columns at least, each with its heading, where no second rule speaks for a table


def find_carried(
    content: PageContent, flats: Sequence[Rule], lines: Sequence[Line], before: Grid, shades: Sequence[Rule] = ()
) -> Grid | None:
    """The table `before` as it goes on below its own heading, which this page says again at its top.

    Each row ends with a rule of the table's width, however far apart they are; what keeps to the columns below the last is a row
    that this page's end cuts too. Where grounds part rows, `shades`, and no rule does, this is not the way to read them.
    """
    rows = rows_of(lines)
    heading = {column: _said(cell.runs) for column, cell in enumerate(_first_row(before))}
    if sum(map(bool, heading.values())) < 2 or not rows:
        return None
    shift = rows[0].lines[0].x0 - min((run.x0 for cell in _first_row(before) for run in cell.runs), default=0.0)
    edges = [x + shift for x in before.xs]
    count = _heading_rows(rows, edges, heading)
    if not count:
        return None
    floor = max(line.baseline for row in rows[:count] for line in row.lines)
    drawn = [r for r in flats if abs(r.x0 - edges[0]) < SAME and r.x1 > edges[-1] - SAME and r.top > floor]
    if not drawn:
        return None
    edges[-1] = max(edges[-1], drawn[0].x1)  # a table that ends with its text has no rule to tell its width
    wide = sorted(r.top for r in drawn if abs(r.x1 - edges[-1]) < SAME)
    body = [line for row in rows[count:] for line in row.lines]
    if shades and _ground_parts(body, shades, flats):
        return None
    groups = find_groups(content, [Rule(edges[0], top, edges[-1], top) for top in (floor, *wide)], body) if wide else set()
    strange = min((line.baseline for line in body if not fits(line, edges) and id(line) not in groups), default=None)
    if strange is not None:
        wide = [top for top in wide if top < strange]
        body = [line for line in body if wide and line.baseline <= wide[-1] + 1]
    bands = [[line for line in body if a < line.baseline <= b + 1] for a, b in pairwise([floor, *wide])]
    tail = [line for line in body if line.baseline > (wide[-1] if wide else floor) + 1]
    if len({column_of(edges, line) for line in tail}) < 2 and wide:
        tail = []
    closed = not tail
    if closed and wide:
        rules = [Rule(edges[0], top, edges[-1], top) for top in wide]
        tail = last_row(lines, rules, edges, bands[1:])
    bands = [band for band in [*bands, tail] if band]
    parted = before.parted or len(bands) > 1
    short = short_rules(flats, edges)
    if not parted:
        bands = [row for band in bands for row in ([band] if cuts_of(band, short, edges) else split_band(band, edges))]
    head = [line for row in rows[:count] for line in row.lines]
    if not bands:
        return None
    return band_grid(content, edges, [head, *bands], open_bottom=not closed, parted=parted, short=short, groups=groups)


def _ground_parts(body: Sequence[Line], shades: Sequence[Rule], flats: Sequence[Rule]) -> bool:
    """Whether the edge of some ground below the heading may part rows where no rule does."""
    top = min((line.baseline for line in body), default=0.0)
    return any(edge.top > top and not any(abs(edge.top - rule.top) < ON_RULE for rule in flats) for edge in shades)


def find_begun(content: PageContent, alone: Sequence[Rule], lines: Sequence[Line], held: float) -> Grid | None:
    """A table that begins on this page and goes on to its end: a bold heading above the only rule of its width, and columns below it.

    `held` is where what is known of the page's tables ends.
    """
    for rule in alone:
        left, right = rule.x0 - 2, rule.x1 + 2
        heading = heading_above(lines, rule, left, right) if rule.top > held else []
        below = [line for line in lines if line.baseline > rule.top + 1] if heading else []
        columns = marked_columns([*heading, *below], APART)
        if len(columns) < HEADED or len(columns_of(heading, APART)) < len(columns) or len(columns_of(below, APART)) < 2:
            continue
        edges = [rule.x0, *(a - 2 for a, _ in columns[1:]), rule.x1]
        if all(left <= line.x0 and line.x1 <= right for line in below):
            return band_grid(content, edges, [heading, *split_band(below, edges)], open_bottom=True, parted=False)
    return None


def find_rest(content: PageContent, flats: Sequence[Rule], lines: Sequence[Line], before: Grid) -> Grid | None:
    """The end of the row that the page before cut: all that stands above the first rule of that table's width, in its columns."""
    wide = [rule for rule in flats if abs(rule.x1 - rule.x0 - before.xs[-1] + before.xs[0]) < SAME]
    first = min((line.baseline for line in lines), default=0.0)
    rule = min((rule for rule in wide if rule.top > first - 1), key=lambda rule: rule.top, default=None)
    if rule is None:
        return None
    edges = [x + rule.x0 - before.xs[0] for x in before.xs]
    above = [line for line in lines if line.baseline <= rule.top + 1]
    if not above or not all(line.x0 >= edges[0] - 2 and line.x1 <= edges[-1] + 2 and fits(line, edges) for line in above):
        return None
    if not any(column_of(edges, line) > 0 for line in above):
        return None
    grid = band_grid(content, edges, [above], open_bottom=False, parted=True, short=short_rules(flats, edges))
    grid.ys[1] = max(grid.ys[1], rule.top)
    return grid


def heading_above(lines: Sequence[Line], rule: Rule, left: float, right: float) -> list[Line]:
    """Bold lines just above a rule: the rows of a heading."""
    found: list[Line] = []
    floor = rule.top
    for line in sorted(
        (one for one in lines if one.x0 >= left and one.x1 <= right and one.baseline <= rule.top), key=lambda one: -one.baseline
    ):
        if floor - line.baseline > (WRAPPED if found else NEAR) * line.size or not line.bold or (found and not alike(line, found[0])):
            break
        found.append(line)
        floor = line.baseline
    return found if len(columns_of(found, APART)) > 1 else []


def alike(line: Line, other: Line) -> bool:
    """Whether two lines are set in one size and weight."""
    return line.bold == other.bold and abs(line.size - other.size) < 0.07 * other.size


def _first_row(grid: Grid) -> list[GridCell]:
    """The cells of the first row, none where some are merged."""
    cells = sorted((cell for cell in grid.cells if cell.row == 0), key=lambda cell: cell.column)
    return cells if len(cells) == len(grid.xs) - 1 else []


def _heading_rows(rows: Sequence[Row], edges: list[float], heading: dict[int, str]) -> int:
    """How many of the first rows of lines say just what the heading says in each column; 0 for none."""
    said: dict[int, list[Run]] = {}
    for at, row in enumerate(rows):
        for line in row.lines:
            if not fits(line, edges):
                return 0
            said.setdefault(column_of(edges, line), []).extend(line.runs)
        texts = {column: _said(runs) for column, runs in said.items()}
        if not all(heading.get(column, "").startswith(text) for column, text in texts.items()):
            return 0
        if all(texts.get(column, "") == text for column, text in heading.items()):
            return at + 1
    return 0


def _said(runs: Iterable[Run]) -> str:
    """Letters and figures of runs, from top to bottom."""
    return re.sub(r"\W+", "", "".join(run.text for run in sorted(runs, key=PLACE))).casefold()
