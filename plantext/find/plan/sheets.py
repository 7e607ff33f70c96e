"""Plans that give each commitment a sheet: a small table with its title on top, and rows named "Lead", "Description", "End date"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from plantext.find.plan.commitments import CommitmentList, Entry
from plantext.find.plan.containers import CONTAINERS
from plantext.find.plan.outline import find_homes
from plantext.model.document import Block, Cell, Document

FEWEST = 3  # sheets in a plan; two tables may look alike by chance
FEWEST_ROWS = 3  # named rows of a sheet that others have too
LONGEST_NAME = 6  # words of a row's name
LONGEST_TITLE = 30  # words of a sheet's title
FEWEST_WORDS = 2

_OF_A_SHEET = re.compile(
    r"\b(?:leads?|leading|owners?|responsib\w*|agenc(?:y|ies)|actors?|partners?|description|objective|aim|outcome|status|completion|start|end|dates?|deadline|timescales?"
    r"|timeframe|milestones?|budget|resources?|costs?|relevance|ambition|results?|progress|next\s+steps|measures?|indicators?)\b",
    re.IGNORECASE,
)
_TITLED = re.compile(
    rf"^\W*(?:(?:name|title)(?:\s+of\b.*)?|(?:{CONTAINERS['strong']}|project|initiative|scheme)(?:\s+(?:name|title))?)\W*$", re.IGNORECASE
)
_DUE = re.compile(r"\b(?:end\s+date|deadline|due|by\s+when|target\s+date|completion\s+date|timescale|timeframe|when)\b", re.IGNORECASE)


def find_sheets(document: Document, known: Collection[str] = ()) -> Iterator[CommitmentList]:
    """The titles of a plan's sheets, one list for each heading they stand below. Tables that hold a block of `known` are left out."""
    named = {table.id: _names(table) for table in document.blocks if table.kind == "table"}
    tables = [
        table
        for table in document.blocks
        if table.kind == "table" and sum(map(bool, map(_OF_A_SHEET.search, named[table.id]))) >= FEWEST_ROWS
    ]
    homes = find_homes(document)
    lists: dict[str | None, list[Entry]] = {}
    for table in tables:
        alike = sum(len(named[table.id] & named[other.id]) >= FEWEST_ROWS for other in tables)
        title = _title(table)
        if alike < FEWEST or title is None or any(block.id in known for row in table.rows for cell in row for block in cell.blocks):
            continue
        path = homes.get(table.id, ())
        above = path[-1].text if path else None
        block = title.blocks[0]
        entry = Entry(text=" ".join(title.text.split()), block=block, section=table.section, deadline=_due(table.rows))
        lists.setdefault(above, []).append(entry)
    if sum(map(len, lists.values())) >= FEWEST:
        for above, entries in lists.items():
            yield CommitmentList(entries=tuple(entries), heading=above, objective=above, column="", path=(above,) if above else ())


def _names(table: Block) -> frozenset[str]:
    """What its rows are named, in small letters: the first cells of rows that say something beside them."""
    texts = [[cell.text.strip() for cell in row] for row in _rows(table)]
    return frozenset(
        row[0].lower().rstrip(" :?") for row in texts if row and row[0] and len(row[0].split()) <= LONGEST_NAME and any(row[1:])
    )


def _title(table: Block) -> Cell | None:
    """The cell that holds a sheet's title: alone in the first row, or beside a name such as "Commitment"."""
    rows = _rows(table)
    filled = [cell for cell in rows[0] if cell.text.strip()] if rows else []
    if len(filled) == 1 and FEWEST_WORDS <= len(filled[0].text.split()) <= LONGEST_TITLE:
        return filled[0]
    beside = (row[1] for row in rows if len(row) > 1 and _TITLED.match(row[0].text) and row[1].text.strip())
    title = next(beside, None)
    return title if title and FEWEST_WORDS <= len(title.text.split()) <= LONGEST_TITLE else None


def _due(rows: Sequence[tuple[Cell, ...]]) -> str | None:
    cells = (row[1].text for row in rows if len(row) > 1 and _DUE.search(row[0].text) and re.search(r"\d{4}", row[1].text))
    text = next(cells, None)
    return " ".join(text.split()) if text and len(text.split()) <= LONGEST_NAME else None


def _rows(table: Block) -> Sequence[tuple[Cell, ...]]:
    return table.rows
