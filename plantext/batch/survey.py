"""What a document is, told by its text: kind, force, edition. What a manifest states is never guessed."""

from __future__ import annotations

import msgspec

from plantext.batch.units import ReadRecord
from plantext.find.editions import edition_of, find_editions
from plantext.model.batch import DocumentKind, Entry, SourceRow
from plantext.model.document import Document

PARTLY = frozenset({"page-failed", "partial"})
"""The issues of a Document that say that some of it could not be read."""


def describe_document(document: Document, kind: DocumentKind | None) -> ReadRecord:
    """What the text tells; `kind` where it is stated."""
    from plantext.batch.forces import find_force
    from plantext.find.kinds import find_kind

    known = kind or find_kind(document)
    edition, milestones, editions = _edition(document, known)
    failed = [issue.message for issue in document.issues if issue.code in PARTLY]
    return ReadRecord(
        status="partial" if failed else "ok",
        reason=" ".join(failed),
        sha256=document.source.sha256,
        kind=known,
        title=document.title,
        publisher=find_force(document),
        edition=edition,
        milestones=milestones,
        editions=editions,
        pages=document.source.pages,
    )


def row_of(entry: Entry, record: ReadRecord) -> SourceRow:
    """The row of a source: what the manifest states, and for the rest what its text tells, said to be guessed."""
    stated = edition_of(entry.edition or "") or entry.edition
    guesses = (("kind", entry.kind, record.kind), ("publisher", entry.publisher, record.publisher), ("edition", stated, record.edition))
    return SourceRow(
        path=entry.path,
        status=record.status,
        reason=record.reason,
        kind=entry.kind or record.kind,
        title=entry.title or record.title,
        publisher=entry.publisher or record.publisher,
        edition=stated or record.edition,
        date=entry.date,
        pages=record.pages,
        sha256=record.sha256,
        guessed=tuple(name for name, said, guess in guesses if said is None and guess),
        licence=entry.licence,
        milestones=record.milestones,
        editions=record.editions,
    )


def share_publisher(rows: list[SourceRow]) -> list[SourceRow]:
    """The rows, where a document that names nobody takes the publisher of its folder, if all others in it have the same one."""
    folders: dict[str, set[str]] = {}
    for row in rows:
        if row.publisher:
            folders.setdefault(_folder(row.path), set()).add(row.publisher)
    shared = {folder: next(iter(names)) for folder, names in folders.items() if len(names) == 1}
    return [
        msgspec.structs.replace(row, publisher=shared[_folder(row.path)], guessed=(*row.guessed, "publisher"))
        if row.publisher is None and row.sha256 and row.kind and _folder(row.path) in shared
        else row
        for row in rows
    ]


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _edition(document: Document, kind: str) -> tuple[str | None, int | None, tuple[str, ...]]:
    """The edition of a plan by its milestones, with their number and all editions that it carries; of a report by the plan that it names most."""
    if kind == "plan":
        from plantext.find.plan.milestones import find_milestones, own_edition

        found = find_milestones(document).milestones
        return own_edition(document, found), len(found), tuple(sorted({one.edition for one in found if one.edition}))
    named = [edition for block in document.blocks for edition in find_editions(block.text)]
    return (max(named, key=named.count) if named else None), None, ()
