"""Tables that hold commitments: a column for each edition ("2031-32 | 2032-33"), or a column named for what it holds ("Action | By when")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import structs

from plantext.find.editions import find_edition, find_editions
from plantext.find.full_rows import full_rows
from plantext.find.plan.commitments import CommitmentList, Entry
from plantext.find.plan.containers import CONTAINERS, PAST, is_container, says_will
from plantext.find.targets.row_targets import aim_columns
from plantext.model.document import Block, Cell, CellBlock, Document

LONGEST_COLUMN_HEADING = 6  # words; a longer one is a sentence
POINTING = 5  # columns at least of a table that only points elsewhere
FEWEST_WORDS = 2  # of an entry: a cell of one word names something

_DUE = re.compile(r"\b(?:target date|deadline|due|by when|when|timescale|timeframe|completion|date)\b", re.IGNORECASE)
_START = re.compile(r"\b(?:start\w*|begin\w*|from|commence\w*|launch|previous|last|original)\b", re.IGNORECASE)
_REFERENCE = re.compile(r"\W*(?:(?:[a-z]+\s+)?(?:ref(?:erence)?|no|nos|number|id|code)\b\.?(?:\s+no\.?)?|#|№|item)\W*", re.IGNORECASE)
_NUMBER = re.compile(r"\(?(?:[A-Za-z]+\s+)?((?:[A-Z]{1,4}[.-]?\s?)?\d{1,3}(?:[.-]\d+)*[a-z]?|[A-Z]{1,2}|[a-z]|[ivx]{1,5})[.):]?")
_BESIDE = re.compile(
    r"\b(?:leads?|owners?|responsib\w*|accountable|who|when|start|end|dates?|deadline|due|timescales?|timeframe|status|rag|progress|measures?|targets?|outputs?|success"
    r"|resources?|costs?|budget|evidence|indicators?)\b",
    re.IGNORECASE,
)
"""The headings that stand beside one of commitments in a row of column headings."""
_GROUP = re.compile(r"\b(?:objective|priority|theme|outcome|aim|goal|area|strand|pillar|section)s?\b", re.IGNORECASE)
_FILLER = re.compile(
    rf"\b(?:{CONTAINERS['strong']}|{CONTAINERS['weak']}|the|our|plan|police|and|crime|for|in|year(?:['’]s)?|last|this|previous|new|current)\b|\W",
    re.IGNORECASE,
)


def find_edition_columns(document: Document) -> Iterator[CommitmentList]:
    """The cells of tables whose columns are editions: one list for each cell, in reading order."""
    for table in document.blocks:
        columns = _edition_columns(table)
        if not columns:
            continue
        group = next((index for index in range(len(table.header)) if index not in columns), None)
        objectives: dict[int, str | None] = dict.fromkeys(columns)
        for row in table.rows:
            titles = {index: _title(row[index]) for index in columns if index < len(row)}
            grouped = _words(row[group]) if group is not None and group < len(row) else None
            shared = next((title for title in titles.values() if title), None)
            for index in columns:
                if index >= len(row):
                    continue
                objectives[index] = grouped or titles[index] or shared or objectives[index]
                entries = tuple(_entries(row[index], table, skip=titles[index]))
                if entries:
                    yield _list(table, entries, table.header[index], objectives[index])


def find_named_columns(document: Document, strength: str) -> Iterator[CommitmentList]:
    """The column of each table that is named for its commitments: one list for each table and objective."""
    for table in _with_headers(document):
        named = [index for index, heading in enumerate(table.header) if _names_commitments(heading, strength)]
        if _edition_columns(table) or _points_elsewhere(table):  # the first are read column by column
            continue
        if not named:
            yield from _named_rows(table) if strength == "strong" else ()
            continue
        if aim_columns(table.header) and all(_repeats(table, index) for index in named):
            continue  # "Promise | Measure | Now | 2034": what is measured is the commitment (`find_target_tables`)
        wills = [index for index in named if says_will(table.header[index])]  # "I will:" beside "The crews will:"
        held = [index for index in named if not _groups_rows(table, index)] or named  # "Commitment" beside the "Milestones" of each
        for column in wills if named[0] in wills else held[:1]:
            yield from list_of_column(table, column, named[0] if named[0] != column and named[0] not in wills else None)


def _points_elsewhere(table: Block) -> bool:
    """Whether most columns are headed by a bare number: crosses below them say which numbered actions a row goes with."""
    numbers = sum(heading.strip().isdigit() and len(heading.strip()) < 3 for heading in table.header)
    return len(table.header) >= POINTING and 2 * numbers > len(table.header)


def _groups_rows(table: Block, index: int) -> bool:
    """Whether a column says what several rows belong to: most of its cells are empty or say again what stands above them."""
    texts = [row[index].text.strip() if index < len(row) else "" for row in table.rows]
    again = sum(not text or text == above for above, text in zip(["", *texts], texts, strict=False))
    return 2 * again >= len(texts) > 1


def _repeats(table: Block, index: int) -> bool:
    """Whether a column says the same of two rows."""
    texts = [text for row in table.rows if index < len(row) and (text := row[index].text.strip())]
    return len(set(texts)) < len(texts)


def _named_rows(table: Block) -> Iterator[CommitmentList]:
    """The lists of a form, whose first column says what stands beside it: "Actions | • … • …"."""
    for row in table.rows:
        if len(row) == 2 and len(row[1].blocks) > 1 and _names_commitments(row[0].text, "strong"):
            entries = tuple(_entries(row[1], table, skip=None))
            if entries:
                yield _list(table, entries, row[0].text, table.section)


def list_of_column(table: Block, named: int, above: int | None = None) -> Iterator[CommitmentList]:
    """The lists of one column; `above` is the column of what its entries belong to, where that is a commitment too."""
    dues = [index for index, heading in enumerate(table.header) if index != named and _DUE.search(heading)]
    due = next((index for index in dues if not _START.search(table.header[index])), dues[0] if dues else None)
    reference = next((index for index, heading in enumerate(table.header) if index != named and _REFERENCE.fullmatch(heading)), None)
    group = next((index for index, heading in enumerate(table.header) if index != named and _GROUP.search(heading)), above)
    lists: dict[str | None, list[Entry]] = {}
    objective: str | None = None
    for row in table.rows:
        if len(row) == 1 and row[0].colspan > 1:  # the name of a group, across all columns
            objective = _words(row[0]) or objective
        if named >= len(row) or (len(row) == 1 and row[0].colspan > 1):
            continue
        if group is not None and group < len(row):
            objective = _words(row[group]) or objective
        deadline = _words(row[due]) if due is not None and due < len(row) else None
        lists.setdefault(objective or table.section, []).extend(
            _entries(row[named], table, skip=None, deadline=deadline, number=_number(row, reference))
        )
    for name, entries in lists.items():
        if entries:
            yield _list(table, tuple(entries), table.header[named], name)


def _with_headers(document: Document) -> Iterator[Block]:
    """The tables; one without column headings takes those of the table before it.

    It does where it has as many columns and no heading parts the two. Column headings may also stand in a row within a table, as in a form.
    """
    last: Block | None = None
    for block in document.blocks:
        if block.kind == "heading":
            last = None
        elif block.kind == "table":
            block = structs.replace(block, rows=full_rows(block))  # noqa: PLW2901
            headings = [] if _edition_columns(block) else [at for at, row in enumerate(block.rows) if _heads(row)]
            if not headings or headings[0] > 0:
                width = max((len(row) for row in block.rows), default=0)
                goes_on = not block.header and not headings and last is not None and len(last.header) == width
                rows = block.rows[: headings[0]] if headings else block.rows
                last = structs.replace(block, header=last.header if goes_on and last is not None else block.header, rows=rows)
                yield last
            for at, until in pairwise([*headings, len(block.rows)]):
                header = tuple(" ".join(cell.text.split()) for cell in block.rows[at])
                rows = tuple(row for row in block.rows[at + 1 : until] if len(row) == len(header))
                last = structs.replace(block, header=header, rows=rows)
                yield last


def _heads(row: tuple[Cell, ...]) -> bool:
    """Whether a row holds column headings, one of them of commitments: "Milestones | Start date | End date"."""
    texts = [cell.text for cell in row if cell.text.strip()]
    if len(texts) < 2 or any(len(text.split()) > LONGEST_COLUMN_HEADING or text.rstrip().endswith(".") for text in texts):
        return False
    names = [text for text in texts if _names_commitments(text, "strong")]
    return bool(names) and any(text not in names and _BESIDE.search(text) for text in texts)


def _list(table: Block, entries: tuple[Entry, ...], column: str, objective: str | None) -> CommitmentList:
    path = (table.section,) if table.section else ()
    return CommitmentList(entries=entries, heading=table.section, objective=objective, column=column, path=path)


def _names_commitments(heading: str, strength: str) -> bool:
    return says_will(heading) or (
        len(heading.split()) <= LONGEST_COLUMN_HEADING and is_container(heading, strength) and not PAST.search(heading)
    )


def _edition_columns(table: Block) -> dict[int, str]:
    """The columns that are editions, where there are two or more of different years."""
    columns = {index: edition for index, heading in enumerate(table.header) if (edition := _edition(heading))}
    return columns if len(set(columns.values())) >= 2 else {}


def _edition(heading: str) -> str | None:
    """The edition that a column's heading names, where it names nothing else ("2031-32 spending" heads no commitments)."""
    rest = heading
    for edition in find_editions(heading):
        rest = re.sub(rf"{edition[:4]}\s*\D{{1,4}}\s*(?:\d\d)?{edition[-2:]}", " ", rest)
    return find_edition(heading) if not _FILLER.sub("", re.sub(r"\d", "", rest)) else None


def _title(cell: Cell) -> str | None:
    """The cell's first paragraph, where entries follow it."""
    first = cell.blocks[0] if cell.blocks else None
    return first.text if first and first.kind != "list_item" and len(cell.blocks) > 1 else None


def _entries(cell: Cell, table: Block, *, skip: str | None, deadline: str | None = None, number: str | None = None) -> Iterator[Entry]:
    """The cell's items; where it has none, its paragraphs. `number` is that of the row, and of what stands alone in it."""
    blocks: list[CellBlock] = [block for block in cell.blocks if block.kind == "list_item"]
    if not blocks:
        blocks = [block for block in cell.blocks if block.text != skip]
    for block in blocks:
        if len(block.text.split()) >= FEWEST_WORDS:
            yield Entry(text=block.text, block=block, section=table.section, deadline=deadline, number=number if len(blocks) == 1 else None)


def _number(row: tuple[Cell, ...], reference: int | None) -> str | None:
    """The number that the row's own column gives its entry: "1.2", "Action 3"."""
    if reference is None or reference >= len(row):
        return None
    match = _NUMBER.fullmatch(row[reference].text.strip())
    return match[1] if match else None


def _words(cell: Cell) -> str | None:
    return " ".join(block.text for block in cell.blocks) or None
