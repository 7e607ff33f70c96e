"""Tables of recommendations, comments or actions: which column asks, and which say the number, who is to do it and by when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plantext.find.statements.numbers import NUMBER_CELL, NUMBERS_COLUMN, marker_number
from plantext.model.document import Block, Cell, CellBlock

_ASKS = re.compile(
    r"recommend|comment|concern|issue|request|observation|suggest|what (?:you|people|respondents)|feedback|^(?:agreed "
    r"|required )?actions?(?: required| agreed| point)?s?$"
    r"|areas? for improvement|improvement (?:needed|required)",
    re.IGNORECASE,
)
_ANSWERS = re.compile(r"respon[sd]|answer|action taken|status|progress|outcome|owner", re.IGNORECASE)
_WHO = re.compile(
    r"^\W*(?:owner|lead|led by|who|by whom|for|to|addressee|addressed to|responsib\w+.*|lead officer|action by)\W*$", re.IGNORECASE
)
_WHEN = re.compile(
    r"^\W*(?:(?:by )?when|deadline|due(?: date)?|(?:target|completion|due) date|timescales?|timeframe|timing|date|complete by)\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Asked:
    """One part of a cell that asks, and what the other cells of its row say of it. `column`: the heading of its column."""

    part: CellBlock
    column: str
    number: str | None
    who: str | None
    when: str | None


def asked_in(table: Block) -> Iterator[Asked]:
    """The parts of the cells that ask, row by row."""
    header = table.header
    numbers = [index for index, name in enumerate(header) if NUMBERS_COLUMN.match(name)]
    if not numbers and header and table.rows and all(row and NUMBER_CELL.match(row[0].text) for row in table.rows):
        numbers = [0]
    asks = [index for index, name in enumerate(header) if index not in numbers and _ASKS.search(name) and not _ANSWERS.search(name)]
    who = [index for index, name in enumerate(header) if _WHO.match(name)]
    when = [index for index, name in enumerate(header) if _WHEN.match(name)]
    for row in table.rows:
        for index in asks:
            for part in row[index].blocks if index < len(row) else ():
                number = _said(row, numbers)
                yield Asked(part, header[index], marker_number(number) or number, _said(row, who), _said(row, when))


def _said(row: tuple[Cell, ...], columns: list[int]) -> str | None:
    """The words of the first of these cells that has any."""
    return next((text for index in columns if index < len(row) and (text := " ".join(row[index].text.split()))), None)
