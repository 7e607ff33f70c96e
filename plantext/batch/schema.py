"""The catalogue's tables, and how an older catalogue is brought up to them. The same words as in the results' JSON wherever there is one."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any, NamedTuple

from plantext.errors import UsageError

NAME = "catalogue.db"
VERSION = 2  # of the tables; kept in SQLite's user_version
TOKENIZE = "porter unicode61"  # "patrols" finds "patrol"; accents and case do not matter


class Table(NamedTuple):
    """Columns with their types, which of them point to a document, and which are searched in full text."""

    columns: dict[str, type]
    documents: tuple[str, ...] = ("document",)
    searched: tuple[str, ...] = ()


TABLES: dict[str, Table] = {
    "documents": Table(
        {
            "id": int, "path": str, "name": str, "status": str, "reason": str, "kind": str, "title": str, "publisher": str, "edition": str,
            "date": str, "pages": int, "sha256": str, "guessed": str, "licence": str,
        },
        (),
    ),
    "results": Table(
        {"id": int, "verb": str, "document": int, "second_document": int, "status": str, "reason": str, "summary": str, "json": str, "html": str},
        ("document", "second_document"),
    ),
    "pages": Table({"document": int, "page": int, "status": str, "text": str}, searched=("text",)),
    "milestones": Table(
        {"document": int, "milestone": str, "edition": str, "objective": str, "text": str, "page": int, "places": int, "targets": str},
        searched=("text", "objective"),
    ),
    "statements": Table(
        {"document": int, "statement": str, "act": str, "theme": str, "text": str, "page": int, "absence_claim": int, "due": str},
        searched=("text", "theme"),
    ),
    "changes": Table(
        {
            "before_document": int, "after_document": int, "change": str, "kinds": str, "before_text": str, "after_text": str,
            "objective_before": str, "objective_after": str, "rationale": str, "rationale_page": int, "confidence": float, "needs_review": int,
        },
        ("before_document", "after_document"),
        ("before_text", "after_text"),
    ),
    "coverage": Table(
        {
            "report": int, "plan": int, "statement": str, "text": str, "status": str, "answerable": str, "needs_review": int,
            "evidence": str, "evidence_page": int, "absent_terms": str,
        },
        ("report", "plan"),
    ),
    "progress": Table(
        {
            "report": int, "plan": int, "milestone": str, "text": str, "status": str, "interim": int, "lead": str, "frequency": str,
            "deferred_to": str, "measure": str, "target": float, "actual": float, "unit": str, "as_at": str, "page": int, "needs_review": int,
        },
        ("report", "plan"),
    ),
    "findings": Table(
        {"document": int, "code": str, "severity": str, "message": str, "page": int, "section": str, "text": str, "suggestion": str},
        searched=("message", "text"),
    ),
    "statutory": Table({"document": int, "requirement": str, "law": str, "provision": str, "in_force": int, "status": str, "evidence_page": int}),
    "lives": Table(
        {"document": int, "life": str, "text": str, "objective": str, "introduced": str, "dropped": str, "events": str},
    ),
    "topics": Table({"document": int, "topic": str, "count": int, "commits": int, "first_page": int, "first_text": str}),
}  # fmt: skip
"""Every table, in the order in which it is filled. `lives` belong to the last plan of their history."""


def create_tables(database: Any) -> None:
    """Make the tables that are not there, and the columns that they lack."""
    for name, table in TABLES.items():
        if not database[name].exists():
            keys = [(column, "documents", "id") for column in table.documents]
            primary = {"pk": "id"} if "id" in table.columns else {}
            database[name].create(table.columns, foreign_keys=keys, not_null=_needed(name), **primary)
        else:
            present = database[name].columns_dict
            for column, kind in table.columns.items():
                if column not in present:
                    database[name].add_column(column, kind)


def _needed(name: str) -> set[str]:
    return {"path", "name", "status", "reason"} if name == "documents" else set()


def index_tables(database: Any) -> None:
    """Make the indexes: of what points to documents, and of full text."""
    for name, table in TABLES.items():
        for column in table.documents:
            database[name].create_index([column], if_not_exists=True)
        if table.searched and not database[f"{name}_fts"].exists():
            database[name].enable_fts(table.searched, fts_version="FTS5", tokenize=TOKENIZE)
    database.execute(f"PRAGMA user_version = {VERSION}")


def open_catalogue(path: Path) -> sqlite3.Connection:
    """The catalogue, brought up to today's tables where it is older. Raises UsageError where it is none, or newer than this release."""
    if not path.is_file():
        raise UsageError(f"{path.parent}: there is no catalogue in this folder. Name the folder that `plantext batch` wrote.")
    connection = sqlite3.connect(path)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        _bring_up(connection, path)
    except sqlite3.Error as error:
        connection.close()
        raise UsageError(f"{path}: the catalogue can't be read ({error}). Run the batch again to make it anew.") from error
    except BaseException:
        connection.close()
        raise
    return connection


def _bring_up(connection: sqlite3.Connection, path: Path) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > VERSION:
        raise UsageError(f"{path}: a newer plantext made this catalogue. Update plantext, or run the batch again into another folder.")
    if version < 1:
        raise UsageError(f"{path}: this is no catalogue of plantext. Name the folder that `plantext batch` wrote.")
    if version < VERSION:
        _migrate(connection)


def _migrate(connection: sqlite3.Connection) -> None:
    """Version 1 had no pages, findings, results and so on, and no full text: they are made, empty where only a new run can fill them."""
    import sqlite_utils

    database: Any = sqlite_utils.Database(connection)
    create_tables(database)
    index_tables(database)
    connection.commit()
