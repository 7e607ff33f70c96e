"""The heading of a table: whether its first row is one, where nothing in the source says so, and what rows of merged cells say of each column."""

from __future__ import annotations

import re
from collections.abc import Sequence

Head = tuple[str, int, int]
"""The text of a heading's cell, and the columns and rows that it takes."""

LONGEST = 6  # words of a column's heading; a longer one is a sentence
FEWEST = 2  # cells that name a column

_NAMES = (
    "actions?|activit(?:y|ies)|commitments?|deliverables?|milestones?|tasks?|steps?|initiatives?|projects?|programmes?|objectives?"
    "|priorit(?:y|ies)|outcomes?|outputs?|aims?|goals?|themes?|strands?|pillars?|areas?|sections?|items?|names?|descriptions?|details?"
    "|targets?|measures?|measurements?|metrics?|indicators?|baselines?|actuals?|results?|performance|figures?|values?|amounts?|totals?"
    "|leads?|owners?|officers?|responsib(?:le|ility)|responsible officer|accountable|partners?|agenc(?:y|ies)|who|what|how|why|when|where"
    "|due|deadlines?|dates?|by when|timescales?|timeframes?|timing|completion|years?|periods?|quarters?|frequency|start|end"
    "|status|state|progress|rag|rating|updates?|comments?|notes?|remarks?|evidence|reasons?|rationale|changes?|resources?|budgets?|costs?"
    "|funding|recommendations?|responses?|findings?|issues?|risks?|scores?|refs?|references?|no|numbers?|pages?|sources?"
)
_NAME = re.compile(
    rf"^(?:[\w’'/&-]+\s+){{0,3}}(?:{_NAMES})(?:\s+(?:of|for|by|in|to|we|is|officer|body|date|taken)\b.*)?[.:?]?$",
    re.IGNORECASE,
)
_ASKING = re.compile(r"^(?:what|how|who|when|by when|why|where)\b", re.IGNORECASE)
_PROMISE = re.compile(r"\b(?:will|shall):?$", re.IGNORECASE)
_YEAR = re.compile(r"^(?:[\w’'-]+\s+){0,4}(?:19|20)\d\d(?:\s*[-–/]\s*(?:\d\d){1,2})?$|^Q[1-4]\b", re.IGNORECASE)


def heads_columns(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first of `rows` (the texts of their cells) names columns, most of its cells do, and no further row does so.

    >>> heads_columns([["Action", "Lead"], ["Mend the pier", "Ida Moss"]]), heads_columns([["Lead", "Ida Moss"], ["Date", "4 May"]])
    (True, False)
    """
    return len(rows) > 1 and _names_columns(rows[0]) and not any(map(_names_columns, rows[1:]))


def _names_columns(row: Sequence[str]) -> bool:
    texts = [" ".join(text.split()) for text in row if text.strip()]
    if len(texts) < FEWEST or len(set(texts)) < len(texts) or any(len(text.split()) > LONGEST for text in texts):
        return False
    names = sum(bool(_NAME.match(text) or _ASKING.match(text) or _PROMISE.search(text) or _YEAR.match(text)) for text in texts)
    return names >= FEWEST and 2 * names > len(texts)


def column_heads(rows: Sequence[Sequence[Head]]) -> list[str]:
    """What the rows of a heading say of each column, from top to bottom; a cell across several columns is said of each of them.

    >>> column_heads([[("Aim", 1, 2), ("Target", 2, 1)], [("2031", 1, 1), ("2032", 1, 1)]])
    ['Aim', 'Target 2031', 'Target 2032']
    """
    said: dict[int, list[str]] = {}
    taken: dict[int, int] = {}  # how many rows of each column are taken from above
    for cells in rows:
        column = 0
        for text, columns, deep in cells:
            while taken.get(column, 0) > 0:
                column += 1
            for at in range(column, column + columns):
                said.setdefault(at, []).append(text)
                taken[at] = deep
            column += columns
        taken = {at: deep - 1 for at, deep in taken.items()}
    width = max(said, default=-1) + 1
    return [" ".join(dict.fromkeys(filter(None, said.get(at, [])))) for at in range(width)]


def heading_depth(rows: Sequence[Sequence[tuple[int, int]]], loud: Sequence[bool]) -> int:
    """How many rows a heading has whose first row is known, by the columns and rows that each cell takes; `loud`: set as a heading is.

    A cell across several columns heads the cells below it, which are set like it or stand beside one that is two rows deep.
    """
    if len(rows) < 3 or len(rows[0]) < 2 or not any(columns > 1 for columns, _ in rows[0]):
        return 1
    deep = max(row for _, row in rows[0])
    if any(columns > 1 and row > 1 for columns, row in rows[0]):
        return 1
    below = sum(columns for columns, row in rows[0] if row < 2)
    fits = sum(columns for columns, _ in rows[1]) == below and len(rows[1]) > 1
    return 2 if fits and (deep == 2 or loud[1]) else 1
