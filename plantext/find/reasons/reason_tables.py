"""Tables that say what was changed and why: "Milestone | What has changed | Reason for change"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import structs

from plantext.find.plan.objectives import same_objective
from plantext.find.plan.outline import find_homes
from plantext.find.reasons.explanations import ABOUT_CHANGES, ANYTHING, Clause, Explanation
from plantext.model.document import Block, Document, place_of
from plantext.model.findings import Passage
from plantext.text.words import stems

FEWEST_WORDS = 2  # of a reason, and of a cell that names what was changed
LONGEST_HEADING = 8  # words of a column's heading

_REASON = re.compile(r"\b(?:reasons?|rationale|why|justification|explanation)\b", re.IGNORECASE)
_CHANGE = re.compile(r"\b(?:chang\w*|var(?:ied|iations?)|amend\w*|revis\w*|differen\w*|removed|added|previous|new)\b", re.IGNORECASE)
_BESIDE = re.compile(r"\b(?:leads?|owner|responsible|page|section|date|when|deadline|ref(?:erence)?|no)\b", re.IGNORECASE)


def find_change_tables(document: Document) -> Iterator[Block]:
    """The tables with a column of reasons for changes, each with the headings of its columns in `header`.

    "Rationale" beside an action says why it is done; it says why it was changed where the table speaks of changes.
    """
    for block in document.blocks:
        if block.kind != "table":
            continue
        table = block
        if not block.header and len(block.rows) > 1:
            first = tuple(" ".join(cell.text.split()) for cell in block.rows[0])
            table = structs.replace(block, header=first, rows=block.rows[1:])
        speaks = bool(ABOUT_CHANGES.search(table.section or "")) or any(_CHANGE.search(name) for name in table.header)
        if speaks and _column(table) is not None:
            yield table


def find_table_reasons(document: Document, objectives: Sequence[str]) -> Iterator[Explanation]:
    """The reasons of such tables, each with a clause for every cell of its row that may name what was changed."""
    homes = find_homes(document)
    for table in find_change_tables(document):
        column = _column(table)
        path = homes.get(table.id, ())
        objective = next((name for above in reversed(path) for name in objectives if same_objective(name, above.text)), None)
        for row in table.rows:
            if column is None or column >= len(row):
                continue
            names = [
                " ".join(cell.text.split())
                for index, cell in enumerate(row)
                if index != column and not (index < len(table.header) and _BESIDE.search(table.header[index]))
            ]
            clauses = tuple(
                Clause(text=name, ops=ANYTHING, terms=frozenset(stems(name))) for name in names if len(name.split()) >= FEWEST_WORDS
            )
            for block in row[column].blocks:
                if clauses and len(block.text.split()) >= FEWEST_WORDS:
                    passage = Passage(text=block.text, **place_of(block, table.section))  # type: ignore[arg-type]
                    yield Explanation(passage=passage, objective=objective, clauses=clauses, references=(), tabled=True)


def _column(table: Block) -> int | None:
    """The column of reasons."""
    return next((at for at, name in enumerate(table.header) if len(name.split()) <= LONGEST_HEADING and _REASON.search(name)), None)
