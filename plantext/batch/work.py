"""One unit of work: read a source, or make a result. It runs in any process, on any machine that can reach the sources and the batch's folder.

A unit writes what it makes itself, so that nothing large travels, and answers with its record. An answer says what became of the content;
that the disk is full is no matter of the content: it ends the run.
"""

from __future__ import annotations

import errno
import hashlib
import re
from typing import Any

import msgspec

from plantext.batch.jobs import ALSO, Job
from plantext.batch.store import Store, open_store
from plantext.batch.units import (
    TRANSIENT,
    JobRecord,
    Made,
    ReadRecord,
    document_name,
    key_of,
    load_document,
    load_record,
    save_record,
)
from plantext.errors import NothingToCompareError, OutputError, SourceError
from plantext.model.batch import DocumentKind
from plantext.model.document import Document
from plantext.model.topics import Topic
from plantext.settings import Settings

LONGEST = 80  # characters of a source's path in a result's name: two of them stay below the 255 that a file's name may have
MOST_SOURCES = 2  # in a result's name; a history of more names its first and last
ENDINGS = ("json", "html")  # what is made of each result


class ReadTask(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Read one source. `basis`: the fingerprint of what every unit depends on."""

    path: str
    folder: str
    out: str
    kind: DocumentKind | None
    basis: str
    settings: Settings
    password: str | None = None


class JobTask(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Make one result. `keys`: under which the Documents of its sources, and of those beside, were read."""

    job: Job
    keys: dict[str, str]
    key: str
    out: str
    settings: Settings
    topics: tuple[Topic, ...] = ()


class ReadDone(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """What came of a ReadTask, and the key that it is kept under."""

    key: str
    record: ReadRecord


class JobDone(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """What came of a JobTask."""

    record: JobRecord


class Unwritable(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The batch's folder can't be written: nothing more can be done."""

    reason: str
    full: bool


class Lost(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The process that did the unit was stopped or died. `status` is of the contract's vocabulary."""

    status: str
    reason: str


Task = ReadTask | JobTask
Answer = ReadDone | JobDone | Unwritable | Lost

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG}) if hasattr(errno, "EDQUOT") else frozenset({errno.ENOSPC, errno.EFBIG})
"""What a system says when there is no room."""


class _WriteError(Exception):
    """The batch's folder can't be written: kept apart from what is wrong with a source."""


def perform(task: Task) -> Answer:
    """Do one unit. Raises nothing but what stops a process."""
    try:
        return _read(task) if isinstance(task, ReadTask) else _make(task)
    except _WriteError as stop:
        return unwritable(stop.__cause__)


def unwritable(error: BaseException | None) -> Unwritable:
    """What the system said, and whether it means that there is no room."""
    number = getattr(error, "errno", None)
    return Unwritable(reason=getattr(error, "strerror", None) or str(error), full=number in FULL)


def output_error(place: str, stop: Unwritable) -> OutputError:
    """The sentence for a folder that can't be written."""
    if stop.full:
        return OutputError(f"{place}: the disk is full ({stop.reason}). Make room, then run the same again: what was done is kept.")
    return OutputError(f"{place}: the results can't be written ({stop.reason}). Choose another folder with -o.")


def read_key(task: ReadTask, digest: str) -> str:
    """The key of a source of this content. The ending tells Markdown from plain text; all else is told by the content."""
    markdown = task.path.lower().endswith((".md", ".markdown"))
    return key_of("read", digest, "markdown" if markdown else "", task.kind or "", task.basis)


def job_key(job: Job, keys: dict[str, str], fingerprint: str, topics: tuple[Topic, ...]) -> str:
    """The key of a job: its verb, its sources with their names (which stand in the result) and contents, and what every unit depends on."""
    named = [f"{role}={path}={keys[path]}" for role, path in _roles(job)]
    wanted = msgspec.json.encode(topics).decode() if job.verb == "topics" else ""
    return key_of("job", job.verb, *named, wanted, fingerprint)


def _roles(job: Job) -> list[tuple[str, str]]:
    return [*(("", path) for path in job.sources), *sorted(job.beside.items()), *(("also", path) for path in job.also)]


def _read(task: ReadTask) -> ReadDone:
    store = open_store(task.out)
    try:
        data = open_store(task.folder).load(task.path)
    except OSError as error:
        return ReadDone(key="", record=_unread("missing", f"the file can't be opened ({error.strerror or error}).", None))
    digest = hashlib.sha256(data).hexdigest()
    key = read_key(task, digest)
    if record := load_record(store, key, ReadRecord):  # another task had the same content
        return ReadDone(key=key, record=record)
    record, document = _read_content(task, data, digest)
    try:
        if document is not None:
            store.save(document_name(key), msgspec.msgpack.encode(document))
        if record.status not in TRANSIENT:
            save_record(store, key, record)
    except OSError as error:
        raise _WriteError from error
    return ReadDone(key=key, record=record)


def _read_content(task: ReadTask, data: bytes, digest: str) -> tuple[ReadRecord, Document | None]:
    """Read in a process of its own, and tell what it is. A fault of ours is this source's fault only."""
    from plantext.batch.survey import describe_document
    from plantext.read.source import LARGEST, media_type
    from plantext.read.worker import read_in_worker

    name = task.path.rpartition("/")[2]
    try:
        if len(data) > LARGEST:
            return _unread("too_large", f"the file is larger than {LARGEST // 1024**2} MB.", digest), None
        document = read_in_worker(
            data,
            name,
            media_type(data, name),
            password=task.password,
            pdf_reader=task.settings.pdf_reader,
            limits=task.settings.limits,
            partial=True,
        )
        return describe_document(document, task.kind), document
    except SourceError as error:
        return _unread(error.status, error.detail, digest), None
    except Exception as error:  # noqa: BLE001  # one bad source never ends the run; its row says what happened
        return _unread("failed", f"{type(error).__name__}: {error}", digest), None


def _unread(status: str, reason: str, digest: str | None) -> ReadRecord:
    return ReadRecord(status=status, reason=reason, sha256=digest)


def _make(task: JobTask) -> JobDone:
    store = open_store(task.out)
    try:
        documents = {path: load_document(store, key, path.rpartition("/")[2]) for path, key in task.keys.items()}
        result = _call(task, documents)
        made = _rendered(result)
    except NothingToCompareError as error:
        return _kept(store, task.key, JobRecord(status="nothing", reason=str(error)))
    except Exception as error:  # noqa: BLE001  # one bad pair never ends the run; the row says what happened
        return JobDone(record=JobRecord(status="failed", reason=f"{type(error).__name__}: {error}"))
    files = {f"{file_name(task.job)}.{ending}": content for ending, content in made.items()}
    try:
        for name, content in files.items():
            store.save(name, content)
    except OSError as error:
        raise _WriteError from error
    counts = _counts(result)
    record = JobRecord(
        status="ok",
        summary=_summary(task.job, counts),
        counts=counts,
        files=tuple(Made(name=name, size=len(content)) for name, content in files.items()),
    )
    return _kept(store, task.key, record)


def _kept(store: Store, key: str, record: JobRecord) -> JobDone:
    try:
        save_record(store, key, record)
    except OSError as error:
        raise _WriteError from error
    return JobDone(record=record)


def _call(task: JobTask, documents: dict[str, Document]) -> object:
    """The verb of `plantext.pipeline`, with what else it takes."""
    from pathlib import Path

    from plantext import pipeline

    job, check = task.job, task.settings.check
    given: list[Any] = [documents[path] for path in job.sources]
    beside: dict[str, Any] = {role: documents[path] for role, path in job.beside.items()}
    if job.also:
        beside[ALSO[job.verb]] = [documents[path] for path in job.also]
    if job.verb == "check":
        beside |= {"silences": check.silence, "checklist": Path(check.statutory) if check.statutory else None}
    if job.verb == "history":
        given = [given]
    if job.verb == "topics":
        given = [task.topics, given]
    return getattr(pipeline, job.verb)(*given, **beside)


def _rendered(result: object) -> dict[str, bytes]:
    from plantext.report import formats_of, render

    made: dict[str, bytes] = {}
    for ending in ENDINGS:
        if ending in formats_of(type(result)):
            content = render(result, ending)
            made[ending] = content.encode() if isinstance(content, str) else content
    return made


def _counts(result: object) -> dict[str, int]:
    """The figures of a result, in the order in which it counts them; of topics, the sentences of each."""
    from plantext.model.topics import TopicMatrix

    if isinstance(result, TopicMatrix):
        return {row.label: sum(cell.count for cell in row.plans) for row in result.topics}
    counts: dict[str, int] | None = getattr(result, "counts", None)
    if counts is not None:
        return dict(counts)
    return {"found": len(getattr(result, "milestones", ()) or getattr(result, "statements", ()))}


def _summary(job: Job, counts: dict[str, int]) -> str:
    """One line of figures."""
    if list(counts) == ["found"]:
        return f"{counts['found']} found"
    return (
        ", ".join(f"{key if job.verb == 'topics' else key.replace('_', ' ')} {value}" for key, value in counts.items() if value)
        or "nothing found"
    )


def file_name(job: Job) -> str:
    """The name of a result's files, without ending. A path that must be changed for it gets digits of its own: others could be changed alike."""
    paths = job.sources
    if len(paths) <= MOST_SOURCES:
        return "--".join([job.verb, *(_slug(path) for path in paths)])
    digits = hashlib.sha256("\n".join(paths).encode()).hexdigest()[:6]
    return "--".join([job.verb, _slug(paths[0]), _slug(paths[-1]), digits])


def _slug(path: str) -> str:
    plain = re.sub(r"[^\w.-]+", "-", path, flags=re.ASCII).strip("-")
    if plain == path and len(path) <= LONGEST:
        return path
    return f"{plain[:LONGEST]}-{hashlib.sha256(path.encode()).hexdigest()[:6]}"
