"""What the other cells of a commitment's row aim at: the columns "Measure", "Target" and "Baseline" of its table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plantext.find.editions import find_edition
from plantext.find.full_rows import full_rows
from plantext.find.plan.containers import is_container
from plantext.find.plan.orders import VERBS
from plantext.find.targets.measures import counted, direction_before, times_taken, trimmed, without_first_number
from plantext.find.targets.quantities import Number, find_quantities
from plantext.model.document import Block, Cell, Document
from plantext.model.findings import Direction, Target

LONGEST_HEADING = 8  # words of a column's heading; a longer one is a sentence
FEWEST_WORDS = 2  # of a cell that says what is counted

_TARGET = re.compile(
    r"\b(?:targets?|goal|(?:ambition|aim)\s+(?:for|by|in|to)|how\s+(?:much|many|far)|quantity|amount)\b(?!\s+(?:dates?|audience|groups?|quarter|completion))(?!.*\b(?:date|when|deadline)\b)"
    r"|^where\s+we\s+(?:want|aim|hope|need|plan|intend)\s+to\s+be\b|^(?:by|to\s+reach\s+by)\s+(?:[a-z]+\s+)?20\d\d(?:[-–/]\d{2,4})?$",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    r"\b(?:measures?|measured|measurement|indicators?|metrics?|kpis?|success|outputs?|evidence|how\s+(?:will\s+)?we(?:\s+will)?\s+know)\b",
    re.IGNORECASE,
)
_BASELINE = re.compile(
    r"\b(?:baseline|base|current|starting\s+point|latest|outturn|actual|results?(?!\s+we\b)|position|performance\s+(?:in|at)|now|today|last\s+year|where\s+we\s+(?:are|were|stand|start))\b",
    re.IGNORECASE,
)
_DATES = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?:\s+\d{1,2}(?:st|nd|rd|th)?,?)?\s+(?:19|20)\d\d\b"
    r"|\bQ[1-4]\b|\b\d{1,2}[/.]\d{1,2}[/.](?:\d\d){1,2}\b",
    re.IGNORECASE,
)
_LOW = re.compile(r"\b(?:below|under|fewer\s+than|less\s+than|no\s+more\s+than|at\s+most|maximum|max)\b|<|≤", re.IGNORECASE)
_TIME_TAKEN = re.compile(r"\b(?:in|within|inside|every)\s+$", re.IGNORECASE)
_FROM_TO = re.compile(r"\bfrom\b.{0,80}?\bto\b", re.IGNORECASE)
_YEARS_ONLY = re.compile(r"(?:by\s+|in\s+)?(?:March\s+|end\s+of\s+)?20\d\d(?:[-–/]\d{2,4})?", re.IGNORECASE)
_WAY = ("reduce", "increase")


def find_row_targets(document: Document) -> dict[str, tuple[Target, ...]]:
    """The targets of each row of such tables, by the ids of the blocks in its other cells.

    A "Measure" column gives a target where no "Target" column does: "400 homes insulated".
    """
    found: dict[str, tuple[Target, ...]] = {}
    for table in document.blocks:
        if table.kind != "table":
            continue
        header, rows = headed(table)
        aims, bases = aim_columns(header), start_columns(header)
        measures = [index for index, name in enumerate(header) if index not in aims and _is(name, _MEASURE)]
        # Where the commitments themselves stand below "Measure", that column is theirs.
        own = measures[:1] if aims and not any(is_container(name, "strong") for name in header[: (measures or [0])[0]]) else []
        for row in rows if aims or measures else ():
            targets = tuple(_of_row(row, header, aims, [index for index in measures if index not in own], bases, own))
            for index, cell in enumerate(row):
                if targets and index not in aims and (index in own or index not in measures):
                    found.update((block.id, targets) for block in cell.blocks)
    return found


def aim_columns(header: Sequence[str]) -> list[int]:
    """The columns that say how far something is to go: named for it, or for a year, where another says where it starts.

    >>> aim_columns(["Indicator", "Baseline", "Target 2034", "Target date"])
    [2]
    >>> aim_columns(["Indicator", "Baseline 2030", "2032", "2034"])
    [2, 3]
    """
    aims = [index for index, name in enumerate(header) if _is(name, _TARGET)]
    if aims or not any(_is(name, _BASELINE) for name in header):
        return aims
    return [index for index, name in enumerate(header) if _YEARS_ONLY.fullmatch(name.strip())]


def start_columns(header: Sequence[str]) -> list[int]:
    """The columns that say where it stands.

    >>> start_columns(["Indicator", "Baseline", "Target 2034"])
    [1]
    """
    aims = aim_columns(header)
    return [index for index, name in enumerate(header) if index not in aims and _is(name, _BASELINE)]


def _is(name: str, pattern: re.Pattern[str]) -> bool:
    return len(name.split()) <= LONGEST_HEADING and pattern.search(name) is not None


def headed(table: Block) -> tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...]]:
    """The column headings and the rows; the first row where the table has no headings of its own."""
    rows = full_rows(table)
    if table.header or not rows:
        return table.header, rows
    return tuple(" ".join(cell.text.split()) for cell in rows[0]), rows[1:]


def _of_row(
    row: tuple[Cell, ...], header: tuple[str, ...], aims: list[int], measures: list[int], bases: list[int], own: list[int]
) -> list[Target]:
    """The targets of one row; the first of its "Measure" cells says what is counted."""

    def text(index: int) -> str:
        return " ".join(row[index].text.split()) if index < len(row) else ""

    said = next((text(index) for index in measures if text(index)), "") or next((text(index) for index in own), "")
    cells = (text(index) for index in range(len(row)) if index not in (*aims, *bases))
    named = next((cell for cell in cells if len(cell.split()) >= FEWEST_WORDS), "")
    baseline = next((text(index) for index in bases if text(index)), None)
    targets = []
    for index in aims:
        if number := _number(text(index)):
            year = find_edition(header[index])
            targets.append(_target(text(index), number, said or named, baseline, year))
    if not targets:
        for index in measures:
            number = _number(text(index), level=True)
            if number:
                targets.append(_target(text(index), number, "", baseline, None))
    return targets


def _number(text: str, *, level: bool = False) -> Number | None:
    """The number that a cell aims at; the last of "from 60 to 70". `level`: the cell says what is counted, so a bare number needs a unit."""
    plain = _DATES.sub(lambda match: " " * len(match[0]), text)
    numbers = find_quantities(plain)
    if level:
        times = [match.span() for match in times_taken(plain)]
        numbers = [
            number
            for number in numbers
            if (number.unit or counted(plain[number.end :]))
            and not any(start <= number.start < end for start, end in times)
            and not _TIME_TAKEN.search(plain[: number.start])
        ]
    if len(numbers) > 1 and _FROM_TO.search(plain):
        return numbers[1]
    return numbers[0] if numbers else None


def _target(cell: str, number: Number, said: str, baseline: str | None, year: str | None) -> Target:
    direction: Direction | None = "reduce" if _LOW.search(cell[: number.start]) else direction_before(cell, 0, len(cell))[0]
    if direction not in _WAY:
        direction = direction_before(said, 0, len(said))[0]
    if direction not in _WAY and (start := _number(baseline or "")) and start.unit == number.unit and start.value != number.value:
        direction = "increase" if number.value > start.value else "reduce"
    there = trimmed(cell[: number.start]), trimmed(cell[number.end :])
    measure = trimmed(without_first_number(said)) if said and not find_quantities(said) else trimmed(said)
    verb, _, rest = said.partition(" ")
    if rest and verb.lower() in VERBS:  # the commitment itself says what is counted
        measure = trimmed(rest)
    return Target(
        measure=measure or there[1] or there[0] or cell,
        direction=direction if direction in _WAY else "reach",
        value=number.value,
        unit=number.unit or counted(cell[number.end :]) or _things(measure),
        text=cell,
        baseline=baseline,
        deadline=year,
        upper=number.upper,
    )


def _things(measure: str) -> str | None:
    """What a bare number counts, by its measure: "Homes insulated a year" counts homes."""
    things = counted(f" {measure}")
    if things is None or not things.endswith("s") or things.endswith("ss"):
        return None
    return things if things[1:2].isupper() else things[:1].lower() + things[1:]
