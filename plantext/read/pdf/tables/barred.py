"""Tables that only level rules draw: a rule below each row, or above and below the heading and at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from plantext.read.pdf.engines.engine import PageContent, Rule
from plantext.read.pdf.lines import Line
from plantext.read.pdf.tables.bands import (
    NEAR,
    WRAPPED,
    band_grid,
    column_of,
    cuts_of,
    fits,
    short_rules,
    split_band,
    split_figures,
    split_head,
)
from plantext.read.pdf.tables.carried import (
    SAME,
    alike,
    find_begun,
    find_carried,
    find_rest,
    heading_above,
)
from plantext.read.pdf.tables.grids import Grid, merged
from plantext.read.pdf.tables.grounds import large_lines, shade_rules, underlines
from plantext.read.pdf.tables.group_rows import find_groups
from plantext.read.pdf.tables.open_rows import cut_row, find_tail, first_row, last_row
from plantext.read.pdf.tables.rows import APART, columns_of, marked_columns, pieces_of
from plantext.read.pdf.tables.spanners import Spanned, add_spanners, find_spanners, rules_within, spanners_within, stands_on

FEWEST = 3  # rules of one width, below each other
FIRST = 4.0  # em: a first row of up to three lines
BAND = 0.45  # of the page: two rules further apart frame no row
FILLED = 0.5  # of the bands at least have text in two columns
KEEP = 0.8  # of the rules, or lines, that keep to columns
SHORTEST = 14.0  # points: a shorter piece of a rule is a dash
BARE = 3  # rules or fewer: the rows between them are told by their lines, not by rules; between more only by figures


def find_barred(content: PageContent, lines: Sequence[Line], before: Grid | None = None) -> list[Grid]:
    """The tables among `lines` that only level rules draw, each cell with its runs. `before`: the table that the page before ends with."""
    if not content.rules and not content.shapes:
        return []
    large = large_lines(lines)
    drawn = merged([r for r in content.rules if r.x1 - r.x0 > r.bottom - r.top], flat=True)
    shades = shade_rules(content, large, drawn)
    flats = merged(drawn + shades, flat=True) if shades else drawn
    ends = {round(rule.top) for rule in shades}
    every = _groups([rule for rule in flats if not underlines(rule, large, lines)] if large else flats, content)
    groups = [group for group in every if len(group) > 1]
    alone = [group[0] for group in every if len(group) == 1]
    if not every:
        return []
    lines = [piece for line in lines for piece in pieces_of(line)]
    carried = find_carried(content, drawn, lines, before, shades) if before is not None else None
    grids = [carried] if carried is not None else []
    held = carried.ys[-1] if carried is not None else 0.0
    held_by: list[Rule] = []
    for group in sorted(groups, key=lambda one: one[0].x0 - one[0].x1):  # the widest first
        own = [rule for rule in group if rule.top > held and not any(_parts_rows(rule, grid) for grid in grids)]
        named = find_groups(content, own, lines) if len(own) > FEWEST else set()
        for part in _tabular(content, own, lines, named):
            if (round(part[0].top) in ends and _closes_box(part[0], shades, lines)) or _is_drawn_otherwise(content, part):
                del part[0]
            if len(part) < 2 or (grids and len(part) < FEWEST and any(part[0] is rule for rule in held_by)):
                continue  # what stands above it is the last row of another table, and no heading
            shaded = round(part[-1].top) in ends
            grid = _grid(content, part, lines, named, shaded=shaded, last=shaded or part[-1] is group[-1])
            if grid is not None:
                grids.append(grid)
                held_by += part
    begun = find_begun(content, alone, lines, max([held, *(grid.ys[-1] for grid in grids)])) if alone and not shades else None
    grids += [begun] if begun is not None else []
    rest = find_rest(content, flats, lines, before) if before is not None and before.open_bottom else None
    taken = rest is None or any(grid.ys[0] < rest.ys[-1] for grid in grids)
    return grids if taken or rest is None else [rest, *grids]


def _closes_box(rule: Rule, shades: Sequence[Rule], lines: Sequence[Line]) -> bool:
    """Whether a rule is the foot of a ground with prose on it: of a box, and not of a table's title. `shades`: the upper and lower edges of grounds."""
    for top, foot in zip(shades[::2], shades[1::2], strict=True):
        if abs(foot.top - rule.top) < SAME and abs(foot.x0 - rule.x0) < SAME and abs(foot.x1 - rule.x1) < SAME:
            held = [line for line in lines if top.top < line.baseline <= foot.top and foot.x0 <= line.x0 and line.x1 <= foot.x1]
            return len(held) > 1 and not all(line.bold for line in held) and len(marked_columns(held, APART)) < 2
    return False


def _is_drawn_otherwise(content: PageContent, part: Sequence[Rule]) -> bool:
    """Whether all rules but the first are drawn cell by cell: that one is the page's, below its running header."""
    breaks = _breaks(content, part[1:]) if len(part) > FEWEST else []
    own = {r.x0 for r in content.rules if abs(r.top - part[0].top) < 1.2 and r.x0 > part[0].x0 + SHORTEST}
    return bool(breaks) and not any(abs(x - at) <= 2 for x in own for at in breaks)


def _parts_rows(rule: Rule, grid: Grid) -> bool:
    """Whether a rule that stops short of a table's side stands within it: it parts some of its columns, and is no table's own."""
    within = grid.ys[0] < rule.top < grid.ys[-1] and rule.x0 > grid.xs[0] - SAME and rule.x1 < grid.xs[-1] + SAME
    return within and (abs(rule.x0 - grid.xs[0]) < SAME) != (abs(rule.x1 - grid.xs[-1]) < SAME)


def _tabular(content: PageContent, rules: list[Rule], lines: Sequence[Line], named: set[int]) -> list[list[Rule]]:
    """The stretches of rules between which the text keeps to two columns or more: two tables on a page have prose between.

    A line across all columns that names a group of rows, one of `named`, parts no table.
    """
    if len(rules) < 2:
        return []
    left, right = rules[0].x0 - 2, rules[0].x1 + 2
    breaks = _breaks(content, rules)
    edges = [rules[0].x0, *breaks, rules[0].x1]
    parts: list[list[Rule]] = []
    held: list[Line] = []
    for above, below in pairwise(rules):
        band = [line for line in lines if above.top < line.baseline <= below.top + 1 and line.x1 > left and line.x0 < right]
        if band and all(id(line) in named for line in band):
            if parts and parts[-1][-1] is above:
                parts[-1].append(below)
            else:
                parts.append([above, below])
                held = []
            continue
        within = all(line.x0 >= left and line.x1 <= right for line in band)
        together = len(marked_columns(held + band, APART)) if band and within else 0
        usual = 2 if breaks and all(fits(line, edges) for line in band) else max(2, len(marked_columns(held, APART)))
        if parts and parts[-1][-1] is above and together >= usual:
            parts[-1].append(below)
            held = held + band
        elif together and len(marked_columns([*band, *heading_above(lines, above, left, right)], APART)) > 1:
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
    return groups


def _grid(content: PageContent, rules: list[Rule], lines: Sequence[Line], named: set[int], *, shaded: bool, last: bool) -> Grid | None:
    left, right = rules[0].x0 - 2, rules[0].x1 + 2
    inside = [line for line in lines if line.x0 >= left and line.x1 <= right and rules[0].top < line.baseline < rules[-1].top + 1]
    above = heading_above(lines, rules[0], left, right) or (_above_first(lines, rules[0], left, right) if shaded else [])
    drawn = [r for r in content.rules if r.x1 - r.x0 > r.bottom - r.top]
    within = rules_within(drawn, rules[:2])
    edges = _edges(content, rules, [line for line in inside if not stands_on(line, within) and id(line) not in named], above)
    if len(edges) < 3:
        return None
    bands = [[line for line in inside if a.top < line.baseline <= b.top + 1] for a, b in pairwise(rules)]
    filled = [band for band in bands if len({column_of(edges, line) for line in band}) > 1]
    if len(filled) < FILLED * sum(not all(id(line) in named for line in band) for band in bands):
        return None
    heading = _heading(lines, rules[0], edges, left, right)
    if len(rules) < FEWEST and not heading:
        return None
    spanners: list[Spanned] = []
    if heading:
        spanners = find_spanners(merged(drawn, flat=True), heading, lines, edges)
    elif within:
        spanners, bands[0] = spanners_within(within, bands[0], edges)
    if not heading and not spanners:
        bands[:1] = split_head(bands[0], edges)
    tail = find_tail(lines, rules[-1], edges, left, right)
    if last and not tail:
        tail = last_row(lines, rules, edges, bands if not shaded else [])
    short = short_rules(merged(drawn, flat=True), edges)
    split = split_band if len(rules) <= BARE and not heading else split_figures
    bands = [rows for band in bands for rows in ([band] if cuts_of(band, short, edges) else split(band, edges))]
    cut = [] if heading else cut_row(lines, rules[0], edges, left, right)
    if not heading and not cut and not shaded:
        cut = first_row(lines, rules, edges, bands)
    rows = [band for band in [cut, *_heads(heading, above, edges), *bands, tail] if band]
    if len(rows) < 2:
        return None
    parted = not shaded and split is not split_band and len(filled) + bool(tail) > 1
    grid = band_grid(content, edges, rows, open_bottom=bool(tail) and not shaded, parted=parted, short=short, groups=named)
    if spanners:
        add_spanners(spanners, grid.cells, edges, grid.ys)
    return grid


def _edges(content: PageContent, rules: list[Rule], inside: Sequence[Line], above: Sequence[Line]) -> list[float]:
    """The edges of the columns: where rules are drawn cell by cell, else where the text of each begins."""
    breaks = _breaks(content, rules)
    columns = marked_columns(inside, APART)
    headed = marked_columns([*inside, *above], APART)
    columns = headed if len(headed) >= len(columns) > 1 else columns  # a label's column may be empty on this page
    drawn = [rules[0].x0, *breaks, rules[0].x1]
    if breaks and sum(fits(line, drawn) for line in inside) >= KEEP * len(inside):
        return drawn
    return [rules[0].x0, *(a - 2 for a, _ in columns[1:]), rules[0].x1]


def _heads(heading: list[Line], above: Sequence[Line], edges: list[float]) -> list[list[Line]]:
    """The row just above the first rule or ground; where it is not bold it is the table's first, and what is bold above it the heading."""
    if not heading or any(line.bold for line in heading):
        return [heading]
    floor = min(line.baseline for line in heading)
    return [[line for line in above if line.baseline < floor and fits(line, edges)], heading]


def _above_first(lines: Sequence[Line], rule: Rule, left: float, right: float) -> list[Line]:
    """The bold heading above a table's first row, where that row has no ground and the second one has."""
    row = [line for line in lines if rule.top - FIRST * line.size < line.baseline <= rule.top and left <= line.x0 and line.x1 <= right]
    plain = [line for line in row if not line.bold]
    if len(columns_of(plain, APART)) < 2:
        return []
    top = min(line.top for line in plain)
    return heading_above(lines, Rule(rule.x0, top, rule.x1, top), left, right)


def _breaks(content: PageContent, rules: Sequence[Rule]) -> list[float]:
    """Where rules that are drawn cell by cell begin anew, at one place in most of them: the edges of the columns."""
    ends: list[float] = []
    for rule in rules:
        parts = [r for r in content.rules if abs(r.top - rule.top) < 1.2 and r.x1 - r.x0 > r.bottom - r.top]
        if any(r.x1 - r.x0 < SHORTEST for r in parts):
            return []  # dashes
        inner = {round(r.x0 / 2) * 2 for r in parts if rule.x0 + SHORTEST < r.x0 < rule.x1 - SHORTEST}
        ends += [float(x) for x in inner]
    counts = Counter(ends)
    common = sorted(x for x, n in counts.items() if n + counts.get(x - 2, 0) + counts.get(x + 2, 0) >= max(2, KEEP * len(rules)))
    return [x for i, x in enumerate(common) if i == 0 or x - common[i - 1] > SHORTEST]


def _heading(lines: Sequence[Line], rule: Rule, edges: list[float], left: float, right: float) -> list[Line]:
    """The rows just above the first rule, where they keep to the columns and fill at least two."""
    above = [line for line in lines if line.baseline <= rule.top and line.x0 >= left and line.x1 <= right]
    above.sort(key=lambda line: -line.baseline)
    found: list[Line] = []
    floor = rule.top
    for line in above:
        reach = NEAR if not found else WRAPPED
        if floor - line.baseline > reach * line.size or not fits(line, edges) or (found and not alike(line, found[0])):
            break
        found.append(line)
        floor = line.baseline
    return found if len({column_of(edges, line) for line in found}) > 1 else []
