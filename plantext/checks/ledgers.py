"""A table of amounts as the ledgers in it: labels, columns of numbers, and which rows are sums of which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plantext.model.document import Block, Cell, CellBlock

FEWEST_ITEMS = 2  # rows that a total must add up: one row and its total prove nothing
NUMERIC_SHARE = 0.6  # of a column's filled cells that must be numbers

TOTAL = re.compile(
    r"\b(?:grand\s+)?totals?\b|\bsub-?\s?totals?\b|\boverall\b|^(?:net|gross)\s+(?:revenue\s+)?(?:budget|expenditure|spending|cost)s?\b|^sum\b|^all\b",
    re.IGNORECASE,
)
SUBTOTAL = re.compile(r"\bsub-?\s?totals?\b", re.IGNORECASE)
TAKEN_OFF = re.compile(
    r"\b(?:income|less|receipts?|deductions?|savings?|recharges?|contributions?\s+from|use\s+of\s+reserves|transfer\s+from|minus)\b",
    re.IGNORECASE,
)
"""Rows whose amount may be taken off although it is printed without a sign."""
PART = re.compile(r"^(?:of\s+which|including|includes|incl\.?|thereof|memo)\b", re.IGNORECASE)
"""Rows that break down the row above, and are in no sum."""

_NUMBER = re.compile(
    r"(?P<open>\()?\s*(?P<sign>[-–−+])?\s*(?P<currency>[£$€])?\s*(?P<sign2>[-–−])?\s*(?P<figures>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*"
    r"(?P<scale>million|billion|thousand|bn|m|k)?\s*(?P<percent>%|per\s?cent)?\s*(?P<close>\))?\s*(?P<note>[*†‡a-z]|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)?",
    re.IGNORECASE,
)
_SCALES = {"million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "thousand": 1e3, "k": 1e3}
_LABEL = re.compile(r"[^\W\d_]{3}|^\W*(?:19|20)\d\d\s?[-–/]\s?\d{1,4}\W*$|^\W*Q[1-4]\W*$")
"""What a row can be called: words, a financial year, a quarter."""
_NOTHING = re.compile(r"^\W*(?:-|–|—|nil|n/?a|none|not applicable)?\W*$", re.IGNORECASE)


@dataclass(frozen=True)
class Amount:
    """A number in a cell, as printed: its sign counts, brackets are a minus."""

    value: float
    percent: bool
    decimals: int
    cell: CellBlock
    text: str


@dataclass(frozen=True)
class Row:
    """A row of a ledger: its label, and one amount for each column (None where there is none, or words)."""

    label: str
    amounts: tuple[Amount | None, ...]
    filled: tuple[bool, ...]  # whether the cell holds anything but a dash

    @property
    def total(self) -> bool:
        """Whether the label says that this is a sum of other rows."""
        return bool(TOTAL.search(self.label)) and not PART.search(self.label)


@dataclass(frozen=True)
class Ledger:
    """Labels with their columns of numbers; one table may hold two side by side."""

    table: Block
    label: str  # the heading over the labels
    columns: tuple[str, ...]  # the headings over the numbers
    rows: tuple[Row, ...]

    def percent(self, column: int) -> bool:
        """Whether a column holds percentages."""
        amounts = [row.amounts[column] for row in self.rows]
        marked = [amount.percent for amount in amounts if amount]
        return bool(re.search(r"%|per\s?cent|share", self.columns[column], re.IGNORECASE)) or (
            bool(marked) and sum(marked) > len(marked) / 2
        )


def find_ledgers(table: Block) -> Iterator[Ledger]:
    """The ledgers of a table, from left to right."""
    grid = [_expanded(row) for row in table.rows]
    named = table.header or _unmarked_header(grid)
    grid = grid if table.header or not named else grid[1:]
    width = max([len(named), *map(len, grid)], default=0)
    grid = [[*row, *[None] * (width - len(row))] for row in grid]
    header = [*named, *[""] * (width - len(named))]
    kinds = [_kind([row[index] for row in grid]) for index in range(width)]
    starts = [index for index, kind in enumerate(kinds) if kind == "words" and index + 1 < width and kinds[index + 1] == "numbers"]
    for start in starts:
        end = next((index for index in range(start + 1, width) if kinds[index] == "words"), width)
        columns = [index for index in range(start + 1, end) if kinds[index] == "numbers"]
        rows = []
        for row in grid:
            label = " ".join(_text(row[start]).split())
            amounts = tuple(_amount(row[index]) for index in columns)
            filled = tuple(not _NOTHING.match(_text(row[index])) for index in columns)
            if label and any(filled):
                rows.append(Row(label, amounts, filled))
        if rows:
            yield Ledger(table, header[start], tuple(header[index] for index in columns), tuple(rows))


def _unmarked_header(grid: Sequence[Sequence[Cell | None]]) -> tuple[str, ...]:
    """The words of a first row that only names the columns, where no reader knew it for a header."""
    if len(grid) <= FEWEST_ITEMS or any(_amount(cell) for cell in grid[0]) or not any(_amount(cell) for cell in grid[1]):
        return ()
    names = tuple(" ".join(_text(cell).split()) for cell in grid[0])
    return names if all(names[1:]) else ()


def _expanded(row: Sequence[Cell]) -> list[Cell | None]:
    cells: list[Cell | None] = []
    for cell in row:
        cells += [cell, *[None] * (cell.colspan - 1)]
    return cells


def _text(cell: Cell | None) -> str:
    return cell.text.strip() if cell else ""


def _kind(cells: Sequence[Cell | None]) -> str:
    """Whether a column holds words, numbers or nothing."""
    filled = [cell for cell in cells if cell and not _NOTHING.match(cell.text)]
    if not filled:
        return "empty"
    numeric = sum(_amount(cell) is not None for cell in filled)
    worded = sum(bool(_LABEL.search(cell.text)) and _amount(cell) is None for cell in filled)
    return "numbers" if numeric >= NUMERIC_SHARE * len(filled) else "words" if worded > len(filled) / 2 else "mixed"


def _amount(cell: Cell | None) -> Amount | None:
    text = _text(cell)
    match = _NUMBER.fullmatch(text) if text and len(text) <= 40 else None
    if match is None or cell is None or not cell.blocks:
        return None
    figures = match["figures"].replace(",", "")
    minus = bool(match["sign"] in {"-", "–", "−"} or match["sign2"] or (match["open"] and match["close"]))
    value = float(figures) * _SCALES.get((match["scale"] or "").lower(), 1.0)
    decimals = len(figures.partition(".")[2])
    return Amount(-value if minus else value, bool(match["percent"]), decimals, cell.blocks[0], text)


def scale_of(words: str) -> float:
    """What the amounts under a heading are counted in.

    >>> scale_of("£'000"), scale_of("£m"), scale_of("Officers")
    (1000.0, 1000000.0, 1.0)
    """
    if re.search(r"[£$€]\s?['’‘]?000s?\b|\bthousands?\b|[£$€]\s?k\b|(?<!\d)['’‘]000s?\b", words, re.IGNORECASE):
        return 1e3
    return 1e6 if re.search(r"[£$€]\s?m\b|[£$€]\s?million\b|\bmillions?\b", words, re.IGNORECASE) else 1.0


def number_words(value: float) -> str:
    """A sum as tables print it: thousands parted, no needless decimals.

    >>> number_words(214622.0), number_words(12.50000001)
    ('214,622', '12.5')
    """
    value = round(value, 6)
    return f"{int(value):,}" if value == int(value) else f"{value:,.6f}".rstrip("0").rstrip(".")
