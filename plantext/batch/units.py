"""What a batch has done already: one small record for each unit of work, under a key made of all that it depends on.

A record is written after what it speaks of, whole or not at all. A run that was killed therefore finds each unit done or not done, and does
the rest; a changed source, setting or version has another key, and is done anew.
"""

from __future__ import annotations

import hashlib
from typing import Literal, TypeVar

import msgspec

from plantext.batch.store import STATE, Store
from plantext.model.batch import DocumentKind
from plantext.model.document import Document
from plantext.settings import Settings
from plantext.version import __version__

FORMAT = 2  # grows when a record, or what is stored beside it, changes without a new version
TRANSIENT = frozenset({"missing", "too_slow", "crashed", "failed"})
"""What another try may mend, on a machine with less to do or after a correction: no record is kept of it."""

T = TypeVar("T")


class ReadRecord(msgspec.Struct, frozen=True, kw_only=True):
    """What came of reading one content, and what its text tells of it."""

    status: str
    reason: str
    sha256: str | None
    kind: DocumentKind | None = None
    title: str | None = None
    publisher: str | None = None
    edition: str | None = None
    pages: int | None = None
    milestones: int | None = None
    editions: tuple[str, ...] = ()


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """One file of results, in the batch's folder."""

    name: str
    size: int


class JobRecord(msgspec.Struct, frozen=True, kw_only=True):
    """What came of one job."""

    status: Literal["ok", "nothing", "failed"]
    reason: str = ""
    summary: str = ""
    counts: dict[str, int] = {}
    files: tuple[Made, ...] = ()


def fingerprint(settings: Settings, password: str | None) -> str:
    """What every unit of a run depends on: version, settings, and whether there is a password."""
    checklist = settings.check.statutory
    law = b""
    if checklist:
        try:
            with open(checklist, "rb") as file:  # noqa: PTH123  # a name as the settings give it
                law = file.read()
        except OSError:  # the check itself says so
            law = b"missing"
    relevant = msgspec.structs.replace(settings, cache=True)
    return key_of(__version__, str(FORMAT), msgspec.json.encode(relevant).decode(), hashlib.sha256(law).hexdigest(), password or "")


def key_of(*parts: str) -> str:
    """A key made of `parts`: 40 hex digits."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:40]


def unit_name(key: str) -> str:
    """Where a unit's record lies."""
    return f"{STATE}/units/{key[:2]}/{key}.json"


def document_name(key: str) -> str:
    """Where a Document lies that was read under `key`."""
    return f"{STATE}/documents/{key[:2]}/{key}.msgpack"


def load_record(store: Store, key: str, kind: type[T]) -> T | None:
    """The record under `key`, where what it speaks of is still there; else None."""
    try:
        record = msgspec.json.decode(store.load(unit_name(key)), type=kind)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None
    if isinstance(record, JobRecord):
        return record if all(store.size(made.name) == made.size for made in record.files) else None
    if isinstance(record, ReadRecord) and record.status in {"ok", "partial"} and not store.size(document_name(key)):
        return None
    return record


def save_record(store: Store, key: str, record: ReadRecord | JobRecord) -> None:
    """Keep `record`. Raises OSError."""
    store.save(unit_name(key), msgspec.json.encode(record))


def load_document(store: Store, key: str, name: str) -> Document:
    """The Document that was read under `key`, under the name that this source has. Raises OSError, msgspec.MsgspecError."""
    document = msgspec.msgpack.decode(store.load(document_name(key)), type=Document)
    return msgspec.structs.replace(document, source=msgspec.structs.replace(document.source, name=name))
