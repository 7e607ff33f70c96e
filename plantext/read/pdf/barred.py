"""Tables that only level rules draw: a rule below each row, or above and below the heading and at the end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from plantext.read.pdf.aligned import columns_of, logical_rows, rows_of
from plantext.read.pdf.engine import PageContent, Rule
from plantext.read.pdf.grids import Grid, GridCell, merged
from plantext.read.pdf.lines import PLACE, Line, is_underline
from plantext.read.pdf.markers import is_marker_only, marker_of

FEWEST = 3  # rules of one width, below each other
SAME = 5.0  # points: rules that begin and end within this are of one width
APART = 6.0  # points between two columns
NEAR = 2.4  # em: a heading row stands at most so far above the first rule
WRAPPED = 1.6  # em: a heading's own lines stand no further apart
BAND = 0.45  # of the page: two rules further apart frame no row
FILLED = 0.5  # of the bands at least have text in two columns
LOWEST = 7.0  # points: a lower coloured box is no row
WIDEST = 90.0  # points: a narrower one is none either
MOST_BOXES = 600  # per page; more are a picture
HANGS = 40.0  # points: a bullet or number stands no further from its text
BARE = 3  # rules or fewer: the rows between them are told by their lines, not by rules


def find_barred(content: PageContent, lines: Sequence[Line]) -> list[Grid]:
    """The tables among `lines` that only level rules draw, each cell with its runs."""
    runs = [run for line in lines for run in line.runs]
    shades = _shade_rules(content)
    drawn = [r for r in content.rules if r.x1 - r.x0 > r.bottom - r.top and not is_underline(r, runs)]
    flats = merged(drawn + shades, flat=True)
    ends = {round(rule.top) for rule in shades}
    grids = []
    for group in _groups(flats, content):
        for part in _tabular(group, lines):
            grid = _grid(content, part, lines, shaded=round(part[-1].top) in ends)
            if grid is not None:
                grids.append(grid)
    return grids


def _shade_rules(content: PageContent) -> list[Rule]:
    """The upper and lower edges of rows on a coloured ground, where every other row has one."""
    boxes = [s for s in content.shapes if s.kind == "box" and LOWEST < s.bottom - s.top < BAND * content.height]
    if len(boxes) > MOST_BOXES:
        return []
    bands: list[list[float]] = []
    for box in sorted(boxes, key=lambda s: (round(s.top), round(s.bottom), s.x0)):
        last = bands[-1] if bands else None
        if last is not None and abs(last[1] - box.top) < 2 and abs(last[3] - box.bottom) < 2 and box.x0 - last[2] < APART:
            last[2] = max(last[2], box.x1)
        else:
            bands.append([box.x0, box.top, box.x1, box.bottom])
    alike = [
        band
        for band in bands
        if sum(abs(band[0] - o[0]) < SAME and abs(band[2] - o[2]) < SAME for o in bands) > 1 and band[2] - band[0] > WIDEST
    ]
    return [Rule(x0, y, x1, y) for x0, top, x1, bottom in alike for y in (top, bottom)]


def _tabular(rules: list[Rule], lines: Sequence[Line]) -> list[list[Rule]]:
    """The stretches of rules between which the text keeps to two columns or more: two tables on a page have prose between."""
    left, right = rules[0].x0 - 2, rules[0].x1 + 2
    parts: list[list[Rule]] = []
    held: list[Line] = []
    for above, below in pairwise(rules):
        band = [line for line in lines if above.top < line.baseline <= below.top + 1 and line.x1 > left and line.x0 < right]
        within = all(line.x0 >= left and line.x1 <= right for line in band)
        together = len(_columns(held + band)) if band and within else 0
        if parts and parts[-1][-1] is above and together >= max(2, len(_columns(held))):
            parts[-1].append(below)
            held += band
        elif together and len(_columns(band)) > 1:
            parts.append([above, below])
            held = band
        else:
            held = []
    return parts


def _groups(flats: list[Rule], content: PageContent) -> list[list[Rule]]:
    """Rules of one width, from top to bottom, with no gap that is too high for a row."""
    groups: list[list[Rule]] = []
    for rule in sorted(flats, key=lambda r: (r.top, r.x0)):
        for group in groups:
            last = group[-1]
            if abs(last.x0 - rule.x0) < SAME and abs(last.x1 - rule.x1) < SAME and rule.top - last.top < BAND * content.height:
                if rule.top - last.top > 4:
                    group.append(rule)
                break
        else:
            groups.append([rule])
    return [group for group in groups if len(group) > 1]


def _grid(content: PageContent, rules: list[Rule], lines: Sequence[Line], *, shaded: bool = False) -> Grid | None:
    left, right = rules[0].x0 - 2, rules[0].x1 + 2
    inside = [line for line in lines if line.x0 >= left and line.x1 <= right and rules[0].top < line.baseline < rules[-1].top + 1]
    columns = _columns(inside)
    if len(columns) < 2:
        return None
    edges = [rules[0].x0, *(a - 2 for a, _ in columns[1:]), rules[0].x1]
    bands = [[line for line in inside if a.top < line.baseline <= b.top + 1] for a, b in pairwise(rules)]
    filled = [band for band in bands if len({_column(edges, line) for line in band}) > 1]
    if len(filled) < FILLED * len(bands):
        return None
    heading = _heading(lines, rules[0], edges, left, right)
    if len(rules) < FEWEST and not heading:
        return None
    tail = _tail(lines, rules[-1], edges, left, right) or (_last_row(lines, rules[-1], edges, left, right) if shaded else [])
    if len(rules) <= BARE and not heading:
        bands = [rows for band in bands for rows in _split(band, edges)]
    rows = [band for band in [heading, *bands, tail] if band]
    if len(rows) < 2:
        return None
    tops = [min(line.top for line in band) - 1 for band in rows]
    ys = [*tops, max(line.bottom for line in rows[-1]) + 1]
    cells = []
    for r, band in enumerate(rows):
        for c in range(len(columns)):
            runs = [run for line in band if _column(edges, line) == c for run in line.runs]
            cells.append(GridCell(r, c, 1, 1, (edges[c], ys[r], edges[c + 1], ys[r + 1]), runs))
    return Grid(content.number, edges, ys, cells, open_bottom=bool(tail))


def _columns(lines: list[Line]) -> list[tuple[float, float]]:
    """Columns by the gaps that no line crosses; one that holds only bullets or numbers belongs to the next."""
    marks = [line for line in lines if is_marker_only(line) and _marks_next(line, lines)]
    ids = {id(line) for line in marks}
    columns = columns_of([line for line in lines if id(line) not in ids], APART)
    result: list[tuple[float, float]] = []
    for a, b in columns:
        own = [line for line in lines if a - 1 <= line.x0 <= b]
        if result and own and all(marker_of(line) is not None and len(line.text) < 4 for line in own):
            continue
        result.append((a, b))
    for i, (a, b) in enumerate(result):
        before = result[i - 1][1] if i else float("-inf")
        starts = [line.x0 for line in marks if before < line.x0 < a and a - line.x1 < HANGS]
        result[i] = (min([a, *starts]), b)
    return result


def _marks_next(mark: Line, lines: Sequence[Line]) -> bool:
    """Whether a bullet or number stands just before a text in its row; else it is a figure of a column of its own."""
    rights = [o for o in lines if 0 <= o.x0 - mark.x1 < HANGS and abs(o.baseline - mark.baseline) < 0.35 * mark.size]
    return any(not is_marker_only(other) and any(char.isalpha() for char in other.text) for other in rights)


def _column(edges: list[float], line: Line) -> int:
    return max((i for i, edge in enumerate(edges[:-1]) if line.x0 >= edge - 1), default=0)


def _fits(line: Line, edges: list[float]) -> bool:
    return _column(edges, line) == max((i for i, edge in enumerate(edges[:-1]) if line.x1 > edge + 3), default=0)


def _heading(lines: Sequence[Line], rule: Rule, edges: list[float], left: float, right: float) -> list[Line]:
    """The rows just above the first rule, where they keep to the columns and fill at least two."""
    above = [line for line in lines if line.baseline <= rule.top and line.x0 >= left and line.x1 <= right]
    above.sort(key=lambda line: -line.baseline)
    found: list[Line] = []
    floor = rule.top
    for line in above:
        reach = NEAR if not found else WRAPPED
        if floor - line.baseline > reach * line.size or not _fits(line, edges) or (found and line.bold != found[0].bold):
            break
        found.append(line)
        floor = line.baseline
    return found if len({_column(edges, line) for line in found}) > 1 else []


def _tail(lines: Sequence[Line], rule: Rule, edges: list[float], left: float, right: float) -> list[Line]:
    """All that follows the last rule, where it keeps to the columns: a row that the page's end cut."""
    below = [line for line in lines if line.baseline > rule.top + 1]
    if not below or not all(line.x0 >= left and line.x1 <= right and _fits(line, edges) for line in below):
        return []
    close = min(line.top for line in below) - rule.top < 2 * below[0].size
    return below if close and len({_column(edges, line) for line in below}) > 1 else []


def _last_row(lines: Sequence[Line], rule: Rule, edges: list[float], left: float, right: float) -> list[Line]:
    """The row below the last coloured ground, which has none: lines that keep to the columns, up to a gap."""
    found: list[Line] = []
    floor = rule.top
    for line in sorted(lines, key=PLACE):
        if line.baseline <= rule.top + 1 or line.x1 < left or line.x0 > right:
            continue
        if not _fits(line, edges) or line.baseline - floor > (NEAR if not found else WRAPPED) * line.size:
            break
        found.append(line)
        floor = line.baseline
    return found if len({_column(edges, line) for line in found}) > 1 else []


def _split(band: list[Line], edges: list[float]) -> list[list[Line]]:
    """The rows of a band whose rows no rule parts."""
    rows = rows_of(band)
    cells = [[[line for line in row.lines if _column(edges, line) == c] for c in range(len(edges) - 1)] for row in rows]
    return [[line for i in group for line in rows[i].lines] for group in logical_rows(rows, cells)]
