"""Tables of what is measured and how far it is to go: "Indicator | Baseline | Target 2034". Each row is a commitment to reach its number."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from msgspec import structs

from plantext.find.plan.commitment_tables import list_of_column
from plantext.find.plan.commitments import CommitmentList
from plantext.find.targets.quantities import find_quantities
from plantext.find.targets.row_targets import aim_columns, headed, start_columns
from plantext.model.document import Block, Document

AIMED = 0.5  # of a table's rows that have a number in a column of targets; below it the column says in words what is wanted
NAMED = 0.6  # of the cells of the column that says what is measured that hold words, two and more
FEWEST_WORDS = 2


def find_target_tables(document: Document, known: Collection[str] = ()) -> Iterator[CommitmentList]:
    """The rows of such tables, one list for each table and objective. Tables that hold a block of `known` are left out."""
    for block in document.blocks:
        if block.kind != "table":
            continue
        header, rows = headed(block)
        table = structs.replace(block, header=header, rows=rows)
        blocks = {inner.id for row in rows for cell in row for inner in cell.blocks}
        column = _measured(table)
        if column is not None and not blocks.intersection(known):
            yield from list_of_column(table, column)


def _measured(table: Block) -> int | None:
    """The column that says what is measured, where another says how far it is to go, and the table says where it starts or in which year."""
    aims, starts = aim_columns(table.header), start_columns(table.header)
    if not aims or not table.rows:
        return None
    aimed = sum(any(index < len(row) and find_quantities(row[index].text) for index in aims) for row in table.rows)
    if aimed < AIMED * len(table.rows):
        return None
    columns = [[row[index].text for row in table.rows if index < len(row)] for index in range(len(table.header))]
    named = [
        index
        for index, texts in enumerate(columns)
        if index not in aims and index not in starts and sum(map(_is_worded, texts)) >= NAMED * len(table.rows)
    ]
    # A column that says the same of several rows groups them: "Timely care", twice.
    return min(named, key=lambda index: (len(set(columns[index])) < len(columns[index]), index), default=None)


def _is_worded(text: str) -> bool:
    return sum(word[:1].isalpha() for word in text.split()) >= FEWEST_WORDS
