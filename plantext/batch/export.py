"""A batch's catalogue as CSV or Parquet files, one a table."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from plantext.batch.schema import TABLES
from plantext.errors import UsageError

FORMATS = ("csv", "parquet")
BLOCK = 5_000  # rows held in memory at once
PARQUET = {int: "int64", float: "double", str: "string"}


def table_names(wanted: str | None) -> list[str]:
    """The tables to export: all of them, or the one that is named. Raises UsageError."""
    if wanted is not None and wanted not in TABLES:
        raise UsageError(f"There is no table “{wanted}”. Choose one of {', '.join(TABLES)}.")
    return [wanted] if wanted else list(TABLES)


def csv_lines(connection: sqlite3.Connection, table: str) -> Iterator[str]:
    """The table as lines of CSV, its columns' names first; no cell begins a formula."""
    import csv
    import io

    from plantext.report.csv import cell

    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\n")
    columns, rows = _rows(connection, table)
    writer.writerow(columns)
    for block in rows:
        for row in block:
            writer.writerow([cell(value) if isinstance(value, str) else value for value in row])
        yield held.getvalue()
        held.seek(0)
        held.truncate()
    yield held.getvalue()


def write_parquet(connection: sqlite3.Connection, table: str, path: Path) -> None:
    """Write the table to `path`, whole or not at all. Raises OSError, and UsageError where pyarrow is not installed."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise UsageError(
            "Parquet files need pyarrow, which is not installed: pip install 'plantext[parquet]'. CSV needs nothing."
        ) from error
    columns, rows = _rows(connection, table)
    schema = pa.schema([(name, pa.type_for_alias(PARQUET[TABLES[table].columns[name]])) for name in columns])
    temporary = path.with_name(f".{path.name}.part")
    try:
        with pq.ParquetWriter(temporary, schema) as writer:
            for block in rows:
                values: list[list[Any]] = [list(column) for column in zip(*block, strict=True)]
                writer.write_table(pa.table(dict(zip(columns, values, strict=True)), schema=schema))
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _rows(connection: sqlite3.Connection, table: str) -> tuple[list[str], Iterator[list[tuple[Any, ...]]]]:
    """The columns' names, and the rows in blocks."""
    columns = list(TABLES[table].columns)
    cursor = connection.execute(f"SELECT {', '.join(f'[{name}]' for name in columns)} FROM [{table}] ORDER BY rowid")  # noqa: S608

    def blocks() -> Iterator[list[tuple[Any, ...]]]:
        while block := cursor.fetchmany(BLOCK):
            yield block

    return columns, blocks()
