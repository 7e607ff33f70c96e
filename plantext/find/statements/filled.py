"""The responses that an officer filled in: the rows of a table with a column for what was said and one for the response."""

from __future__ import annotations

from plantext.model.document import Block, Cell, Document
from plantext.model.ids import normalised
from plantext.model.pack import Response

ASKED = ("what the panel said", "what was said", "what was asked", "recommendation", "ask")
"""Headings of the column with the report's words, the surest first."""
ANSWERED = ("response", "commissioner s response", "our response", "reply")
"""Headings of the column with the officer's words."""


def find_responses(document: Document) -> tuple[Response, ...]:
    """Each row of such a table, in the document's order. Blanks, and what stands in square brackets as a blank does, have no text."""
    return tuple(response for block in document.blocks if block.kind == "table" for response in _of_table(block))


def _of_table(table: Block) -> list[Response]:
    header, rows = list(table.header), list(table.rows)
    if not header and rows:
        header, rows = [cell.text for cell in rows[0]], rows[1:]
    names = [normalised(name) for name in header]
    asked, answered = _column(names, ASKED), _column(names, ANSWERED)
    if asked is None or answered is None:
        return []
    return [
        Response(asked=_first(row[asked]), text=_written(row[answered]))
        for row in rows
        if len(row) == len(names) and row[asked].text.strip()
    ]


def _column(names: list[str], wanted: tuple[str, ...]) -> int | None:
    return next((names.index(name) for name in wanted if name in names), None)


def _first(cell: Cell) -> str:
    """The report's words: the first paragraph, without the quotation marks; its place follows in others."""
    return cell.blocks[0].text.strip().strip("“”\"'") if cell.blocks else ""


def _written(cell: Cell) -> str:
    lines = [f"{block.marker} {block.text}" if block.marker else block.text for block in cell.blocks]
    text = "\n".join(line.strip() for line in lines if line.strip())
    return "" if text.startswith("[") and text.endswith("]") and "\n" not in text else text
