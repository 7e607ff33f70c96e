"""The batch's catalogue: one SQLite file for Datasette, SQL and spreadsheets. It is made from what was read and made, one thing at a time."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Protocol

import msgspec

from plantext.batch.schema import TABLES, create_tables, index_tables
from plantext.batch.tables import FILLS, Fill, Row, page_rows
from plantext.model.batch import READ, Batch, JobRow, SourceRow
from plantext.model.document import Document
from plantext.report.printable import printable_text


class Contents(Protocol):
    """What a batch has read and made; each is fetched when its turn comes."""

    def document(self, row: SourceRow) -> Document:
        """The Document of a source that was read."""
        ...

    def result(self, row: JobRow, kind: type) -> object:
        """The result of a job whose status is ok."""
        ...


def write_catalogue(path: Path, batch: Batch, contents: Contents) -> None:
    """Write a new catalogue beside `path` and move it there. The same batch gives the same bytes. Raises OSError, sqlite3.Error."""
    import sqlite_utils

    temporary = path.with_name(f".{path.name}.part")
    temporary.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(temporary)) as connection:
            for setting in ("foreign_keys = ON", "journal_mode = OFF", "synchronous = OFF"):  # it is thrown away if anything fails
                connection.execute(f"PRAGMA {setting}")
            database: Any = sqlite_utils.Database(connection)
            create_tables(database)
            numbers = {row.path: number for number, row in enumerate(batch.sources, 1)}
            _fill(database, "documents", (_document(row, number) for number, row in enumerate(batch.sources, 1)))
            _fill(database, "results", (_result(row, number, numbers) for number, row in enumerate(batch.jobs, 1)))
            _fill(database, "pages", _pages(batch, contents))
            for fill in FILLS:
                _fill(database, fill.table, _made(fill, batch, contents, numbers))
            index_tables(database)
            connection.commit()
        _flush(temporary)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _fill(database: Any, table: str, rows: Iterable[Row]) -> None:
    columns = list(TABLES[table].columns)
    marks = ", ".join("?" * len(columns))
    names = ", ".join(f"[{name}]" for name in columns)
    with database.conn as connection:
        connection.executemany(f"INSERT INTO [{table}] ({names}) VALUES ({marks})", (_values(row, columns) for row in rows))  # noqa: S608


def _values(row: Row, columns: list[str]) -> list[Any]:
    """The row's values in the table's order, without control characters."""
    values = [row.get(column) for column in columns]
    return [printable_text(value) if isinstance(value, str) else value for value in values]


def _document(row: SourceRow, number: int) -> Row:
    fields: Row = msgspec.structs.asdict(row)
    return {**fields, "id": number, "name": Path(row.path).name, "guessed": ", ".join(row.guessed)}


def _result(row: JobRow, number: int, numbers: dict[str, int]) -> Row:
    second = numbers[row.sources[-1]] if len(row.sources) > 1 else None
    return {
        "id": number, "verb": row.verb, "document": numbers[row.sources[0]], "second_document": second, "status": row.status,
        "reason": row.reason, "summary": row.summary, "json": row.json, "html": row.html,
    }  # fmt: skip


def _pages(batch: Batch, contents: Contents) -> Iterator[Row]:
    for number, row in enumerate(batch.sources, 1):
        if row.status in READ:
            yield from page_rows(contents.document(row), number)


def _made(fill: Fill, batch: Batch, contents: Contents, numbers: dict[str, int]) -> Iterator[Row]:
    for row in batch.jobs:
        if row.verb == fill.verb and row.status == "ok":
            yield from fill.rows(contents.result(row, fill.result), [numbers[source] for source in row.sources])


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
