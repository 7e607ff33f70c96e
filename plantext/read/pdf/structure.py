"""The flow of chunks and tables becomes drafts of blocks: list items with their depth, numbered paragraphs, notes, tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from plantext.model.document import Box, Part
from plantext.read.assemble import Draft, DraftCell
from plantext.read.pdf.compose import Lexicon, compose
from plantext.read.pdf.headings.headings import mark_captions, mark_headings
from plantext.read.pdf.joins import Item, join_items
from plantext.read.pdf.layout import Layout, PageLayout
from plantext.read.pdf.notes.end_notes import mark_end_notes
from plantext.read.pdf.paragraphs import Chunk
from plantext.read.pdf.tables.tables import CellPart, Table
from plantext.read.table_heads import column_heads

DEEPER = 4.0  # points: a marker further in than the one above is one level deeper
SAME = 2.0  # points: a further paragraph of an item stands where the item's text does
LONG_RUN = 12  # numbers that run on over headings so far count paragraphs, not items of one list
INITIAL = re.compile(r"^[A-Z]\.$")
LABEL = re.compile(r"^([A-Z]{1,3})(\d{1,2})[.):]?$")
NEIGHBOURS = 8  # blocks: the next letter of a list stands no further away
PROSE = 60  # characters: a paragraph without a number that is shorter may be anything
BOXES = 1000  # a page's boxes are counted below this
WORDY = 14  # words on average: items numbered 1.1, 1.2 that are longer are paragraphs
Unturn = Callable[[int, Box], Box]


def build_drafts(layout: Layout, unturn: Unturn) -> list[Draft]:
    """Drafts of the blocks, in reading order. `unturn` takes a box to the page as displayed."""
    chunks = [item for page in layout.pages for item in page.items if isinstance(item, Chunk)]
    mark_captions(chunks, layout.body)
    notes = _notes(layout.pages)
    flow = join_items([page.items for page in layout.pages])
    chunks = [item for item in flow if isinstance(item, Chunk)]
    tabled = {page for item in flow if isinstance(item, Table) for page, _ in item.parts}
    above_tables = {id(item) for item, after in pairwise(flow) if isinstance(after, Table)}
    gone = mark_headings(chunks, layout.body, tabled, above_tables)
    flow = [item for item in flow if id(item) not in gone] if gone else flow
    for chunk in chunks:
        if chunk.kind == "heading" and chunk.marker is not None:
            chunk.give_back_marker()
    lexicon = Lexicon(layout.lines)
    _mark_items(flow)
    mark_end_notes(flow, layout.lines)
    drafts: list[Draft] = []
    pending = sorted(notes)
    for item in flow:
        while pending and pending[0] < item.page:
            drafts += [_draft(note, lexicon, unturn) for note in notes[pending.pop(0)]]
        drafts.append(_table(item, lexicon, unturn) if isinstance(item, Table) else _draft(item, lexicon, unturn))
        while pending and pending[0] < _last_page(item):
            drafts += [_draft(note, lexicon, unturn) for note in notes[pending.pop(0)]]
    for number in pending:
        drafts += [_draft(note, lexicon, unturn) for note in notes[number]]
    return drafts


def _last_page(item: Item) -> int:
    """The page on which an item ends."""
    if isinstance(item, Table):
        return item.parts[-1][0]
    return item.later[-1][0] if item.later else item.page


def _notes(pages: Sequence[PageLayout]) -> Mapping[int, list[Chunk]]:
    """The notes by page; what goes on from the page before is joined to it."""
    notes: dict[int, list[Chunk]] = {}
    last: Chunk | None = None
    for page in pages:
        for note in page.notes:
            if note.marker is None and last is not None and page.number - last.lines[-1].page == 1 and note is page.notes[0]:
                last.append(note)
                continue
            notes.setdefault(page.number, []).append(note)
            last = note
    return notes


def _mark_items(flow: Sequence[Item]) -> None:
    """Set `kind` and `level` of list items; numbers that count paragraphs through the document leave paragraphs."""
    chunks = [item for item in flow if isinstance(item, Chunk)]
    _give_back_initials(chunks)
    _give_back_labels(chunks)
    counting = _paragraph_numbers(chunks)
    _mark_list(chunks, counting)
    for item in flow:
        if isinstance(item, Table):
            cells = [cell.chunks for row in item.rows for cell in row]
            dotted = _dotted([chunk for own in cells for chunk in own])
            for own in cells:
                _mark_list(own, dotted)


def _mark_list(chunks: Sequence[Chunk], counting: set[int]) -> None:
    stack: list[tuple[float, float]] = []  # where the marker and the text of each open level begin
    page = box = 0
    for chunk in chunks:
        if box != chunk.boxed and (page == chunk.page or not box or not chunk.boxed):
            stack = []  # a list in a box is its own
        page, box = chunk.page, chunk.boxed
        if chunk.kind != "paragraph" or chunk.role is not None:
            stack = []
            continue
        if chunk.marker is None or id(chunk) in counting:
            at = chunk.lines[0].x0 - chunk.left
            if id(chunk) in counting or not any(abs(at - text) < SAME for _, text in stack):
                stack = []  # no more of an item
            continue
        mark, text = chunk.marker.x0 - chunk.left, chunk.marker.text_x0 - chunk.left
        while stack and mark < stack[-1][0] - DEEPER and text < stack[-1][1] - DEEPER:
            stack.pop()
        if not stack or (mark > stack[-1][0] + DEEPER and text > stack[-1][1] + DEEPER):
            stack.append((mark, text))
        chunk.kind, chunk.level = "list_item", len(stack)


def _give_back_initials(chunks: Sequence[Chunk]) -> None:
    """A capital and a point with no neighbour in the alphabet near by is somebody's initial, not the letter of an item."""
    letters = [(at, chunk) for at, chunk in enumerate(chunks) if chunk.marker is not None and INITIAL.match(chunk.marker.text)]
    for at, chunk in letters:
        own = ord(chunk.marker.text[0]) if chunk.marker is not None else 0
        near = [ord(c.marker.text[0]) for i, c in letters if c.marker is not None and c is not chunk and abs(i - at) <= NEIGHBOURS]
        if chunk.kind == "paragraph" and not any(abs(own - other) == 1 for other in near):
            chunk.give_back_marker()


def _give_back_labels(chunks: Sequence[Chunk]) -> None:
    """A letter and a number, "R2", is the mark of an item where the one before or behind it is near by."""
    marked = [
        (at, chunk, chunk.marker.text) for at, chunk in enumerate(chunks) if chunk.marker is not None and chunk.marker.kind == "letter"
    ]
    found = [(at, chunk, match) for at, chunk, text in marked if (match := LABEL.match(text))]
    for at, chunk, own in found:
        near = [m for i, _, m in found if i != at and abs(i - at) <= NEIGHBOURS and m[1] == own[1]]
        if not any(abs(int(m[2]) - int(own[2])) == 1 for m in near):
            chunk.give_back_marker()


def _paragraph_numbers(chunks: Sequence[Chunk]) -> set[int]:
    """The chunks whose numbers count the document's paragraphs: they run on over headings, or have a point within.

    Where as many paragraphs between them have no number, they count what the text puts forward, recommendations perhaps.
    """
    found: set[int] = set()
    run: list[Chunk] = []
    value = 0
    headings = 0
    crossings = 0
    bare = pending = 0  # paragraphs without a number within the run, and since its last
    for chunk in chunks:
        if chunk.kind == "heading":
            headings += 1
        pending += chunk.kind == "paragraph" and chunk.marker is None and chunk.role is None and len(chunk.text) > PROSE
        if chunk.marker is None or chunk.marker.kind != "number" or chunk.kind != "paragraph":
            continue
        text = chunk.marker.text.strip("().")
        if "." in text:
            continue
        number = int(text) if text.isdigit() else -1
        if number == value + 1 or (run and value < number <= value + 2):
            crossings += headings > 0 and bool(run)
            bare += pending
        else:
            found |= _counted(run, crossings, bare)
            run, crossings, bare = [], 0, 0
        run.append(chunk)
        value, headings, pending = number, 0, 0
    return found | _counted(run, crossings, bare) | _dotted(chunks)


def _dotted(chunks: Sequence[Chunk]) -> set[int]:
    """The chunks numbered "2.3", where they are so long that they are paragraphs."""
    numbered = [chunk for chunk in chunks if chunk.marker is not None and chunk.marker.kind == "number" and chunk.kind == "paragraph"]
    dotted = [chunk for chunk in numbered if chunk.marker is not None and "." in chunk.marker.text.strip("().")]
    return {id(chunk) for chunk in dotted} if sum(len(chunk.text.split()) for chunk in dotted) > WORDY * len(dotted) else set()


def _counted(run: Sequence[Chunk], crossings: int, bare: int) -> set[int]:
    if bare >= len(run):
        return set()
    words = sum(len(chunk.text.split()) for chunk in run) / max(len(run), 1)
    if (crossings >= 1 and len(run) >= 3) or (len(run) >= LONG_RUN and words > 25):
        return {id(chunk) for chunk in run}
    return set()


def _draft(chunk: Chunk, lexicon: Lexicon, unturn: Unturn) -> Draft:
    breaks: set[int] = set() if chunk.kind in {"heading", "list_item", "footnote"} else chunk.breaks
    text, marks = compose(chunk.lines, lexicon, breaks)
    first = chunk.page
    box = unturn(first, chunk.box)
    parts = [Part(page=first, bbox=box), *(Part(page=page, bbox=unturn(page, later)) for page, later in chunk.later)] if chunk.later else []
    kind = chunk.kind
    return Draft(
        kind=kind,  # type: ignore[arg-type]
        text=re.sub(r"[ \n]+\n", "\n", text) if "\n" in text else text,
        page=first,
        bbox=box,
        level=chunk.level,
        marker=(chunk.marker.text or None) if chunk.marker is not None else None,
        role=chunk.role,
        marks=marks,
        parts=parts,
        box=chunk.boxed and BOXES * chunk.page + chunk.boxed,
        aside=chunk.aside,
    )


def _table(table: Table, lexicon: Lexicon, unturn: Unturn) -> Draft:
    rows = [[_cell(cell, lexicon, unturn) for cell in row] for row in table.rows]
    header = column_heads([[(_head(cell), cell.colspan, cell.rowspan) for cell in row] for row in rows[: table.header]])
    rows = rows[table.header :]
    parts = [Part(page=page, bbox=unturn(page, box)) for page, box in table.parts]
    several = parts if len(parts) > 1 else []
    return Draft(kind="table", text="", page=table.page, bbox=parts[0].bbox, parts=several, header=header, rows=rows)


def _head(cell: DraftCell) -> str:
    return " ".join(block.text.replace("\n", " ") for block in cell.blocks)


def _cell(cell: CellPart, lexicon: Lexicon, unturn: Unturn) -> DraftCell:
    return DraftCell(blocks=[_draft(chunk, lexicon, unturn) for chunk in cell.chunks], colspan=cell.colspan, rowspan=cell.rowspan)
