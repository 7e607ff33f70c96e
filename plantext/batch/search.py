"""Full-text search in a batch's catalogue, without knowing SQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from plantext.batch.schema import TABLES
from plantext.errors import UsageError

MARKS = ("\x02", "\x03")  # around what was found, in an excerpt: no text of the catalogue holds them
AROUND = 24  # words of an excerpt


class Searched(NamedTuple):
    """A table with full text: which column names its document, and where its page stands."""

    document: str
    page: str


SEARCHED: dict[str, Searched] = {
    "pages": Searched("document", "page"),
    "milestones": Searched("document", "page"),
    "statements": Searched("document", "page"),
    "changes": Searched("after_document", "NULL"),
    "findings": Searched("document", "page"),
}
"""What can be searched; `pages` hold the whole text of every document."""


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """One place where the words stand. In `excerpt`, what was found stands between the two MARKS."""

    path: str
    title: str | None
    publisher: str | None
    edition: str | None
    page: int | None
    excerpt: str


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """The best hits; `together`: the words stand in the order in which they were given, not merely on the same page."""

    hits: tuple[Hit, ...]
    more: bool  # there are others, that were not asked for
    together: bool


def search(connection: sqlite3.Connection, words: Sequence[str], *, table: str = "pages", limit: int = 20) -> Found:
    """The places that hold all of `words`, best first. A word that holds spaces is a phrase; where a phrase stands nowhere, its words may be apart.

    Raises UsageError where there is nothing to search for, or no such table.
    """
    if table not in SEARCHED:
        raise UsageError(f"“{table}” can't be searched. Choose one of {', '.join(SEARCHED)}.")
    phrases = [phrase for word in words if (phrase := _quoted(word))]
    if not phrases:
        raise UsageError("There is no word to search for. Name one or more.")
    found = _matching(connection, table, " ".join(phrases), limit, together=True)
    parts = [part for word in words for part in word.split() if _quoted(part)]
    if found.hits or len(parts) == len(phrases):
        return found
    return _matching(connection, table, " ".join(_quoted(part) for part in parts), limit, together=False)


def _quoted(word: str) -> str:
    """The word as a phrase of FTS5, whatever signs are in it; a star at its end stays one. Empty where it holds no letter or digit."""
    if not any(letter.isalnum() for letter in word):
        return ""
    plain = word.strip().replace('"', " ").replace("\x00", " ")
    return f'"{plain.rstrip("*")}"*' if plain.endswith("*") else f'"{plain}"'


def _matching(connection: sqlite3.Connection, table: str, wanted: str, limit: int, *, together: bool) -> Found:
    document, page = SEARCHED[table]
    full = f"{table}_fts"
    column = -1 if len(TABLES[table].searched) > 1 else 0
    place = "NULL" if page == "NULL" else f"t.[{page}]"
    query = (  # ordered by rank and nothing else: FTS5 then makes excerpts only of the rows that are shown
        f"SELECT d.path, d.title, d.publisher, d.edition, {place}, snippet([{full}], {column}, ?, ?, '…', {AROUND}) "  # noqa: S608
        f"FROM [{full}] JOIN [{table}] t ON t.rowid = [{full}].rowid JOIN documents d ON d.id = t.[{document}] "
        f"WHERE [{full}] MATCH ? ORDER BY [{full}].rank LIMIT ?"
    )
    names = ("path", "title", "publisher", "edition", "page", "excerpt")
    rows = connection.execute(query, (*MARKS, wanted, limit + 1)).fetchall()
    return Found(hits=tuple(Hit(**dict(zip(names, row, strict=True))) for row in rows[:limit]), more=len(rows) > limit, together=together)
