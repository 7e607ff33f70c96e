"""Tables that hold commitments: a column for each edition ("2031-32 | 2032-33"), or a column named for what it holds ("Action | By when")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import structs

from plantext.find.commitments import CommitmentList, Entry
from plantext.find.containers import CONTAINERS, PAST, is_container, says_will
from plantext.find.editions import find_edition, find_editions
from plantext.model.document import Block, Cell, CellBlock, Document

LONGEST_COLUMN_HEADING = 6  # words; a longer one is a sentence
FEWEST_WORDS = 2  # of an entry: a cell of one word names something

_DUE = re.compile(r"\b(?:target date|deadline|due|by when|when|timescale|timeframe|completion|date)\b", re.IGNORECASE)
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
        if not named or _edition_columns(table):  # those are read column by column
            continue
        wills = [index for index in named if says_will(table.header[index])]  # "I will:" beside "The crews will:"
        for column in wills if named[0] in wills else named[:1]:
            yield from _named_column(table, column)


def _named_column(table: Block, named: int) -> Iterator[CommitmentList]:
    due = next((index for index, heading in enumerate(table.header) if index != named and _DUE.search(heading)), None)
    group = next((index for index, heading in enumerate(table.header) if index != named and _GROUP.search(heading)), None)
    lists: dict[str | None, list[Entry]] = {}
    objective: str | None = None
    for row in table.rows:
        if named >= len(row):
            continue
        if group is not None and group < len(row):
            objective = _words(row[group]) or objective
        deadline = _words(row[due]) if due is not None and due < len(row) else None
        lists.setdefault(objective or table.section, []).extend(_entries(row[named], table, skip=None, deadline=deadline))
    for name, entries in lists.items():
        if entries:
            yield _list(table, tuple(entries), table.header[named], name)


def _with_headers(document: Document) -> Iterator[Block]:
    """The tables; one without column headings takes those of the table before it.

    It does where it has as many columns and no heading parts the two.
    """
    last: Block | None = None
    for block in document.blocks:
        if block.kind == "heading":
            last = None
        elif block.kind == "table":
            width = max((len(row) for row in block.rows), default=0)
            goes_on = not block.header and last is not None and len(last.header) == width
            last = structs.replace(block, header=last.header) if goes_on and last is not None else block
            yield last


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


def _entries(cell: Cell, table: Block, *, skip: str | None, deadline: str | None = None) -> Iterator[Entry]:
    """The cell's items; where it has none, its paragraphs."""
    blocks: list[CellBlock] = [block for block in cell.blocks if block.kind == "list_item"]
    if not blocks:
        blocks = [block for block in cell.blocks if block.text != skip]
    for block in blocks:
        if len(block.text.split()) >= FEWEST_WORDS:
            yield Entry(text=block.text, block=block, section=table.section, deadline=deadline)


def _words(cell: Cell) -> str | None:
    return " ".join(block.text for block in cell.blocks) or None
