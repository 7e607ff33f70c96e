"""The rows of a table in full: an empty cell wherever one of a row above reaches down, so that a column is the same place in every row."""

from __future__ import annotations

from plantext.model.document import Block, Cell

NOTHING = Cell(blocks=())


def full_rows(table: Block) -> tuple[tuple[Cell, ...], ...]:
    """The rows of `table`, each cell that spans several said in the first of them."""
    if all(cell.rowspan == 1 for row in table.rows for cell in row):  # as in most tables
        return table.rows
    rows: list[tuple[Cell, ...]] = []
    reaching: dict[int, int] = {}  # rows that a cell above still takes, by column
    for row in table.rows:
        held, reaching = reaching, {column: more - 1 for column, more in reaching.items() if more > 1}
        full: list[Cell] = []
        column = 0
        for cell in row:
            while column in held:
                full.append(NOTHING)
                column += 1
            full.append(cell)
            if cell.rowspan > 1:
                reaching |= dict.fromkeys(range(column, column + cell.colspan), cell.rowspan - 1)
            column += cell.colspan
        while column in held:
            full.append(NOTHING)
            column += 1
        rows.append(tuple(full))
    return tuple(rows)
