"""One page after the other: furniture, figures, notes, tables and contents are taken out, the rest is read by columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from plantext.model.document import Box
from plantext.read.pdf.capitals import read_small_capitals
from plantext.read.pdf.cards import Card, read_cards, take_cards, take_figures_in_rows
from plantext.read.pdf.columns import read_columns
from plantext.read.pdf.contents import take_contents
from plantext.read.pdf.dots import dots_as_runs
from plantext.read.pdf.engines.engine import ASCENT, PageContent, Rule, Shape, Style, level_run
from plantext.read.pdf.figures.drawn import around
from plantext.read.pdf.figures.figures import take_figures
from plantext.read.pdf.furniture import running_lines
from plantext.read.pdf.headings.asides import find_boxes, mark_boxed
from plantext.read.pdf.initials import join_initials
from plantext.read.pdf.joins import Item
from plantext.read.pdf.lines import BASELINE, Line, is_underline, read_lines
from plantext.read.pdf.markers import join_markers
from plantext.read.pdf.notes.footnotes import take_footnotes
from plantext.read.pdf.paragraphs import Chunk, read_chunks
from plantext.read.pdf.spacing import Leadings
from plantext.read.pdf.tables.aligned import find_aligned, join_terms
from plantext.read.pdf.tables.barred import find_barred
from plantext.read.pdf.tables.grids import Grid, find_grids
from plantext.read.pdf.tables.labels import find_labels
from plantext.read.pdf.tables.open_rows import begin_rows
from plantext.read.pdf.tables.spanners import head_aligned
from plantext.read.pdf.tables.tables import Table, read_table
from plantext.read.pdf.watermarks import drop_watermarks

ROW = 0.3  # em: lines whose baselines are nearer than this stand in one row
PROSE = 2000  # letters outside tables at least, to say of what size the text is
STAND_IN = 10.0  # points: the size of the lines that stand for a table or a picture
PICTURE = (90.0, 60.0)  # points: a narrower or lower picture stands within a column, and says nothing of where the columns are
_PLAIN = Style(bold=False, italic=False, colour=0, alpha=255, hidden=False)
MOST_RULES = 4000  # per page: with more, the page is a map or a drawing, and none of them is a table's


class PageLayout(msgspec.Struct):
    """A page's items in reading order, and its notes."""

    number: int
    items: list[Item]
    notes: list[Chunk] = []
    open_table: Grid | None = None  # the last thing on the page


class Layout(msgspec.Struct):
    """What the pages hold, and what was left out: the words of watermarks by page, the number of figures."""

    pages: list[PageLayout]
    watermarks: dict[int, list[str]]
    figures: int
    lines: list[Line]
    body: float


def read_layout(contents: Sequence[PageContent]) -> Layout:
    """The layout of all pages. Takes `contents` apart."""
    watermarks: dict[int, list[str]] = {}
    lined: list[tuple[PageContent, list[Line]]] = []
    for content in contents:
        if len(content.rules) > MOST_RULES or len(content.shapes) > MOST_RULES:
            content.rules, content.shapes = [], [shape for shape in content.shapes if shape.kind == "image"]
        if words := drop_watermarks(content):
            watermarks[content.number] = words
        lined.append((content, read_small_capitals(read_lines(content, content.runs, content.rules))))
    running = running_lines(lined)
    remaining = [[line for line in lines if id(line) not in running] for _, lines in lined]
    body = _body_size(remaining)
    figures = 0
    texts: list[tuple[PageContent, list[Line], list[Box]]] = []
    for (content, lines), kept in zip(lined, remaining, strict=True):
        if len(kept) < len(lines):
            furniture = {id(run) for line in lines if id(line) in running for run in line.runs}
            content.runs = [run for run in content.runs if id(run) not in furniture]
        count, charts = take_figures(content, body)
        figures += count
        if charts:
            content.rules = [rule for rule in content.rules if not _within(rule, charts)]
            content.shapes = [shape for shape in content.shapes if not _within(shape, charts)]
        bullets = dots_as_runs(content.shapes, content.runs)
        content.runs += bullets
        texts.append((content, read_lines(content, content.runs, content.rules) if charts or bullets else kept, charts))
    leadings = Leadings(lines for _, lines, _ in texts)
    pages: list[PageLayout] = []
    contents_go_on = False
    due = 1
    for content, lines, charts in texts:
        before = pages[-1].open_table if pages else None
        page, contents_go_on = _page(content, lines, body, leadings, charts=charts, due=due, contents_go_on=contents_go_on, before=before)
        pages.append(page)
        numbers = [int(n.marker.text) for n in page.notes if n.marker is not None and n.marker.text.isdigit()]
        due = numbers[-1] + 1 if numbers else due
    return Layout(pages, watermarks, figures, [line for _, lines, _ in texts for line in lines], _prose_size(pages, body))


def _within(drawn: Rule | Shape, charts: Sequence[Box]) -> bool:
    """Whether a rule or shape is part of a chart."""
    return any(c[0] - 3 <= drawn.x0 and drawn.x1 <= c[2] + 3 and c[1] - 3 <= drawn.top and drawn.bottom <= c[3] + 3 for c in charts)


def _body_size(pages: Iterable[Sequence[Line]]) -> float:
    exact: dict[float, int] = {}
    for lines in pages:
        for line in lines:
            exact[line.size] = exact.get(line.size, 0) + len(line.text)
    letters: Counter[float] = Counter()
    for size, count in exact.items():
        letters[round(size * 2) / 2] += count
    return max(letters, key=lambda size: (letters[size], -size), default=11.0)


def _prose_size(pages: Sequence[PageLayout], body: float) -> float:
    """The size of most letters outside tables; that of all letters where there are few outside."""
    if not any(isinstance(item, Table) for page in pages for item in page.items):
        return body
    lines = [line for page in pages for item in page.items if isinstance(item, Chunk) and item.role is None for line in item.lines]
    return _body_size([lines]) if sum(len(line.text) for line in lines) > PROSE else body


def _page(
    content: PageContent,
    lines: list[Line],
    body: float,
    leadings: Leadings,
    *,
    charts: Sequence[Box],
    due: int,
    contents_go_on: bool,
    before: Grid | None = None,
) -> tuple[PageLayout, bool]:
    lines = join_markers(join_initials(lines, body))
    notes, lines = take_footnotes(content, lines, body, due)
    entries, lines, go_on = take_contents(lines, going_on=contents_go_on)
    tables: list[Grid] = []
    cards: list[list[Card]] = []
    boxes: list[Box] = []
    if content.rules or content.shapes:
        boxes = find_boxes(content)
        cards, lines = take_cards(boxes, lines)
    figures, lines = take_figures_in_rows(lines, body)
    cards += figures
    if content.rules or content.shapes:
        runs = [run for line in lines for run in line.runs]
        content.rules = [rule for rule in content.rules if not is_underline(rule, runs)]
        tables += find_grids(content, runs)
        lines = _without(lines, tables)
        if tables:
            begin_rows(tables[-1], lines)
            lines = _without(lines, tables[-1:])
        barred = find_barred(content, lines, before)
        lines = _without(lines, barred)
        tables += barred
    if _side_by_side(lines):  # as on few pages: one look instead of two searches
        aligned = find_aligned(lines)
        for grid in aligned:
            head_aligned(grid, content.rules, lines)
        aligned += find_labels(_without(lines, aligned))
        lines = join_terms(_without(lines, aligned))
        tables += aligned
    tables.sort(key=lambda grid: grid.ys[0])
    panels = [_panel(entries, boxes)] if entries and entries[0].role is None else []
    flow = _flow(content, lines, [*tables, *cards, *panels, *_pictures(content, charts, lines)], leadings)
    mark_boxed([item for item in flow if isinstance(item, Chunk)], boxes)
    items = flow if panels else _with_entries(flow, entries)
    lowest = tables[-1] if tables and isinstance(items[-1], Table) else None
    return PageLayout(content.number, items, notes, lowest), go_on


def _pictures(content: PageContent, charts: Sequence[Box], lines: Sequence[Line]) -> list[Box]:
    """The charts and pictures that take up the room of text: none of the lines stands on them."""
    width, height = PICTURE
    images = [(s.x0, s.top, s.x1, s.bottom) for s in content.shapes if s.kind == "image"]
    found = [box for box in (*charts, *images) if box[2] - box[0] >= width and box[3] - box[1] >= height]
    return [box for box in found if not any(line.x1 > box[0] and line.x0 < box[2] and box[1] < line.baseline < box[3] for line in lines)]


class _Panel(msgspec.Struct):
    """A contents list beside other text, on a ground of its own or not."""

    chunks: list[Chunk]
    box: Box


def _panel(chunks: list[Chunk], boxes: Sequence[Box]) -> _Panel:
    x0, top, x1, bottom = box = around([chunk.box for chunk in chunks])
    grounds = [b for b in boxes if b[0] <= x0 and b[1] <= top and x1 <= b[2] and bottom <= b[3]]
    return _Panel(chunks, min(grounds, key=lambda b: b[2] - b[0], default=box))


_Apart = Grid | list[Card] | _Panel | Box
"""What has a place of its own among the columns, or is a picture."""


def _flow(content: PageContent, lines: list[Line], apart: Sequence[_Apart], leadings: Leadings) -> list[Item]:
    """The chunks and tables of a page by columns: lines of the width of what stands apart stand for it while the columns are found."""
    if not apart:  # as on most pages
        columns = enumerate(read_columns(lines))
        return [chunk for number, part in columns for chunk in read_chunks(part.lines, leadings, column=number, right=part.right)]
    owners: dict[int, _Apart] = {}
    stand_ins: list[Line] = []
    for thing in apart:
        for line in _stand_ins(_box_of(thing), content.number):
            owners[id(line)] = thing
            stand_ins.append(line)
    items: list[Item] = []
    column = 0
    done: set[int] = set()
    for part in read_columns([*lines, *stand_ins]):
        right = max([line.x1 for line in part.lines if id(line) not in owners], default=part.right)
        pending: list[Line] = []
        for line in part.lines:
            owner = owners.get(id(line))
            if owner is None:
                pending.append(line)
            elif isinstance(owner, tuple):
                continue  # a picture has nothing to read
            elif id(owner) not in done:
                done.add(id(owner))
                items += read_chunks(pending, leadings, column=column, right=right)
                if isinstance(owner, Grid):
                    items.append(read_table(owner, content, leadings))
                    column += 1
                else:
                    items += read_cards(owner, leadings, column + 1) if isinstance(owner, list) else owner.chunks
                    column += 1 + len(owner if isinstance(owner, list) else owner.chunks)
                pending = []
        items += read_chunks(pending, leadings, column=column, right=right)
        column += 1
    return items


def _box_of(thing: _Apart) -> Box:
    if isinstance(thing, list):
        return around([card.box for card in thing])
    return thing if isinstance(thing, tuple) else thing.box


def _stand_ins(box: Box, page: int) -> list[Line]:
    """Lines from edge to edge of a table, from its top to its bottom."""
    x0, top, x1, bottom = box
    size = max(min(STAND_IN, bottom - top), 1.0)
    count = max(int((bottom - top) / (1.25 * size)), 1)
    step = (bottom - top) / count
    return [Line([level_run("\ufffc", x0, x1, top + i * step + ASCENT * size, size, _PLAIN)], page) for i in range(count)]


def _side_by_side(lines: Sequence[Line]) -> bool:
    """Whether any two lines stand in one row: without, there is neither a column nor a term that is explained."""
    ordered = sorted(lines, key=BASELINE)
    return any(line.baseline - before.baseline < ROW * line.size for before, line in pairwise(ordered))


def _without(lines: list[Line], grids: Sequence[Grid]) -> list[Line]:
    """The lines without the runs that stand in tables; a line that is half within is cut."""
    taken = {id(run) for grid in grids for cell in grid.cells for run in cell.runs}
    if not taken:
        return lines
    kept = []
    for line in lines:
        runs = [run for run in line.runs if id(run) not in taken]
        if len(runs) == len(line.runs):
            kept.append(line)
        elif runs:
            kept.append(Line(runs, line.page, underlined=line.underlined))
    return kept


def _with_entries(items: list[Item], entries: list[Chunk]) -> list[Item]:
    """Contents entries at their height among the other items."""
    if not entries:
        return items
    top = entries[0].box[1]
    at = next((i for i, item in enumerate(items) if item.box[1] > top), len(items))
    return [*items[:at], *entries, *items[at:]]
