"""The batch's catalogue: one SQLite file for Datasette, SQL and spreadsheets."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec

from plantext.model.alignment import Variations
from plantext.model.batch import Batch
from plantext.model.coverage import Coverage
from plantext.model.findings import Milestones, Recommendations

NAME = "catalogue.db"
VERSION = 1  # of the tables; kept in SQLite's user_version


def write_catalogue(path: Path, batch: Batch, results: list[tuple[tuple[str, ...], object]]) -> None:
    """Write a new catalogue beside `path` and move it there. `results` are (sources' paths, result). Raises OSError, sqlite3.Error."""
    import sqlite_utils

    temporary = path.with_name(f".{path.name}.part")
    temporary.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(temporary)) as connection:
            database: Any = sqlite_utils.Database(connection)
            database.execute("PRAGMA foreign_keys = ON")
            database.execute(f"PRAGMA user_version = {VERSION}")
            _create(database)
            database["documents"].insert_all([_flat(row, number) for number, row in enumerate(batch.sources, 1)], pk="id")
            numbers = {row.path: number for number, row in enumerate(batch.sources, 1)}
            for sources, result in results:
                for table, rows in _tables(result, [numbers[source] for source in sources]).items():
                    database[table].insert_all(rows)
            connection.commit()
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _create(database: Any) -> None:
    database["documents"].create(
        {
            "id": int, "path": str, "name": str, "status": str, "reason": str, "kind": str, "title": str, "publisher": str, "edition": str,
            "date": str, "pages": int, "sha256": str, "guessed": str,
        },
        pk="id", not_null={"path", "name", "status", "reason"},
    )  # fmt: skip
    document = ("document", "documents", "id")
    database["milestones"].create(
        {"document": int, "milestone": str, "edition": str, "objective": str, "text": str, "page": int, "places": int, "targets": str},
        foreign_keys=[document],
    )
    database["statements"].create(
        {"document": int, "statement": str, "act": str, "theme": str, "text": str, "page": int, "absence_claim": int, "due": str},
        foreign_keys=[document],
    )
    database["changes"].create(
        {
            "before_document": int, "after_document": int, "change": str, "kinds": str, "before_text": str, "after_text": str,
            "objective_before": str, "objective_after": str, "confidence": float, "needs_review": int,
        },
        foreign_keys=[("before_document", "documents", "id"), ("after_document", "documents", "id")],
    )  # fmt: skip
    database["coverage"].create(
        {
            "report": int, "plan": int, "statement": str, "text": str, "status": str, "answerable": str, "needs_review": int,
            "evidence": str, "evidence_page": int, "absent_terms": str,
        },
        foreign_keys=[("report", "documents", "id"), ("plan", "documents", "id")],
    )  # fmt: skip


def _flat(row: Any, number: int) -> dict[str, Any]:
    fields: dict[str, Any] = msgspec.structs.asdict(row)
    return {"id": number, **fields, "name": Path(row.path).name, "guessed": ", ".join(row.guessed)}


def _tables(result: object, numbers: list[int]) -> dict[str, list[dict[str, Any]]]:
    """The rows that a result adds to the catalogue, by table."""
    if isinstance(result, Milestones):
        return {
            "milestones": [
                {
                    "document": numbers[0], "milestone": one.id, "edition": one.edition, "objective": one.objective, "text": one.text,
                    "page": one.page, "places": len(one.places), "targets": "; ".join(target.text for target in one.targets),
                }
                for one in result.milestones
            ]
        }  # fmt: skip
    if isinstance(result, Recommendations):
        return {
            "statements": [
                {
                    "document": numbers[0], "statement": one.id, "act": one.act, "theme": one.theme, "text": one.text, "page": one.page,
                    "absence_claim": int(one.absence_claim), "due": one.due,
                }
                for one in result.statements
            ]
        }  # fmt: skip
    if isinstance(result, Variations):
        return {"changes": _changes(result, numbers)}
    if isinstance(result, Coverage):
        return {"coverage": _coverage(result, numbers)}
    return {}


def _changes(result: Variations, numbers: list[int]) -> list[dict[str, Any]]:
    before = {one.id: one.text for one in result.before.milestones}
    after = {one.id: one.text for one in result.after.milestones}
    return [
        {
            "before_document": numbers[0], "after_document": numbers[-1], "change": one.id, "kinds": ", ".join(one.kinds) or "unchanged",
            "before_text": "\n".join(before[key] for key in one.before), "after_text": "\n".join(after[key] for key in one.after),
            "objective_before": one.objective_before, "objective_after": one.objective_after, "confidence": one.confidence,
            "needs_review": int(one.needs_review),
        }
        for one in result.changes
    ]  # fmt: skip


def _coverage(result: Coverage, numbers: list[int]) -> list[dict[str, Any]]:
    texts = {one.id: one.text for one in result.statements}
    return [
        {
            "report": numbers[0], "plan": numbers[1], "statement": one.statement, "text": texts[one.statement], "status": one.status,
            "answerable": one.answerable, "needs_review": int(one.needs_review), "evidence": one.evidence[0].text if one.evidence else None,
            "evidence_page": one.evidence[0].page if one.evidence else None, "absent_terms": ", ".join(one.absent_terms),
        }
        for one in result.coverage
    ]  # fmt: skip
