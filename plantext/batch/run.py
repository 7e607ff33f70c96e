"""Running a batch: read every source, do every job that follows, keep each result as soon as it is made, and go on where a run was stopped."""

from __future__ import annotations

import hashlib
import importlib
import sqlite3
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Literal

import msgspec

from plantext.batch.engine import Engine, Here
from plantext.batch.jobs import Job, plan_jobs
from plantext.batch.lock import NAME as LOCK
from plantext.batch.lock import locked
from plantext.batch.manifest import RESULT, Manifest
from plantext.batch.reading import read_sources
from plantext.batch.schema import NAME as CATALOGUE
from plantext.batch.schema import VERSION
from plantext.batch.store import STATE, FolderStore, Store, open_store
from plantext.batch.units import JobRecord, document_name, fingerprint, load_document, load_record, unit_name
from plantext.batch.work import JobDone, JobTask, Lost, Task, Unwritable, job_key, output_error, unwritable
from plantext.model.batch import READ, Batch, JobRow, SourceRow
from plantext.model.document import Document
from plantext.model.json import dumps
from plantext.model.topics import Topic
from plantext.settings import Settings

WRITERS = ("sqlite_utils", "jinja2", "plantext.batch.catalogue", "plantext.report.html")  # what takes 0.3 s to import
FINISHED = f"{STATE}/finished"  # what the catalogue and the page were made of


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One step that is done: `name` is the source or the job, `failed` how many have failed so far."""

    stage: Literal["read", "compare", "catalogue"]
    done: int
    total: int
    failed: int
    name: str
    status: str
    reason: str = ""
    again: bool = False  # nothing had to be done: it was there from an earlier run


Watch = Callable[[Step], None]


def _unwatched(_step: Step) -> None:
    return


def survey(
    manifest: Manifest, settings: Settings, watch: Watch = _unwatched, *, engine: Engine | None = None, password: str | None = None
) -> list[SourceRow]:
    """One row for each source, whatever became of it; nothing is kept. Raises OutputError where there is no room to work."""
    with tempfile.TemporaryDirectory() as folder:
        return _survey(manifest, folder, settings, password, engine or Here(), watch)[0]


def run_batch(
    manifest: Manifest,
    out: Path | str,
    settings: Settings,
    watch: Watch = _unwatched,
    *,
    engine: Engine | None = None,
    password: str | None = None,
    topics: tuple[Topic, ...] = (),
) -> Batch:
    """Do the whole batch into the folder `out`, or what of it is not done yet. Raises OutputError where it can't be written, or another run is in it."""
    local = "://" not in str(out)
    place = str(Path(out).resolve()) if local else str(out)
    try:
        if local:
            Path(out).mkdir(parents=True, exist_ok=True)
        with locked(Path(out)) if local else nullcontext():
            return _run(manifest, place, settings, watch, engine or Here(), password, topics)
    except OSError as error:
        raise output_error(str(out), unwritable(error)) from error
    except sqlite3.Error as error:
        full = "full" in str(error)
        raise output_error(str(out), Unwritable(reason=str(error), full=full)) from error
    except _StoppedError as stop:
        raise output_error(str(out), stop.why) from stop


class _StoppedError(Exception):
    def __init__(self, why: Unwritable) -> None:
        super().__init__(why)
        self.why = why


def _survey(
    manifest: Manifest, out: str, settings: Settings, password: str | None, engine: Engine, watch: Watch
) -> tuple[list[SourceRow], dict[str, str], tuple[str, ...]]:
    """The rows, the key of each source that was read, and the sources that changed since."""
    total = len(manifest.entries)
    failed = 0
    read = read_sources(manifest, out, settings, fingerprint(settings, password), password, engine)
    for number, (row, again) in enumerate(read.rows(), 1):
        failed += row.status not in READ
        watch(Step(stage="read", done=number, total=total, failed=failed, name=row.path, status=row.status, reason=row.reason, again=again))
    if read.stopped:
        raise _StoppedError(read.stopped)
    return read.in_order(), read.keys, read.changed()


def _run(
    manifest: Manifest, out: str, settings: Settings, watch: Watch, engine: Engine, password: str | None, topics: tuple[Topic, ...]
) -> Batch:
    store = open_store(out)
    _sweep(store)
    if not settings.cache:
        _prune(store, set(), set())
    rows, keys, changed = _survey(manifest, out, settings, password, engine, watch)
    jobs = plan_jobs(rows, topics=bool(topics))
    basis = fingerprint(settings, password)
    tasks = [_task(job, keys, out, settings, basis, topics) for job in jobs]
    if engine.apart:
        threading.Thread(target=_import_writers, daemon=True).start()
    records = _compare(tasks, store, engine, watch, sum(row.status not in READ for row in rows))
    title = Path(manifest.url.rstrip("/")).name if "://" in manifest.url else Path(manifest.url).resolve().name
    made = tuple(_job_row(task.job, record) for task, record in zip(tasks, records, strict=True))
    batch = Batch(title=title, sources=tuple(rows), jobs=made, changed=changed)
    watch(Step(stage="catalogue", done=0, total=1, failed=failures(batch), name=CATALOGUE, status="ok"))
    _finish(store, batch, keys)
    live = {name for key in keys.values() for name in (unit_name(key), document_name(key))} | {unit_name(task.key) for task in tasks}
    _prune(store, live, {made.name for record in records for made in record.files})
    return batch


def _task(job: Job, keys: dict[str, str], out: str, settings: Settings, basis: str, topics: tuple[Topic, ...]) -> JobTask:
    own = {path: keys[path] for path in (*job.sources, *job.beside.values(), *job.also)}
    return JobTask(
        job=job,
        keys=own,
        key=job_key(job, own, basis, topics),
        out=out,
        settings=settings,
        topics=topics if job.verb == "topics" else (),
    )


def _compare(tasks: Sequence[JobTask], store: Store, engine: Engine, watch: Watch, failed: int) -> list[JobRecord]:
    """What came of each job, in their order."""
    places = {task.key: number for number, task in enumerate(tasks)}
    records: list[JobRecord | None] = [None] * len(tasks)
    done = 0

    def note(task: JobTask, record: JobRecord, *, again: bool) -> None:
        nonlocal done, failed
        records[places[task.key]] = record
        done += 1
        failed += record.status == "failed"
        name = f"{task.job.verb} of {' and '.join(task.job.sources)}"
        watch(
            Step(
                stage="compare",
                done=done,
                total=len(tasks),
                failed=failed,
                name=name,
                status=record.status,
                reason=record.reason,
                again=again,
            )
        )

    def waiting() -> Iterator[Task]:
        for task in tasks:
            if record := load_record(store, task.key, JobRecord):
                note(task, record, again=True)
            else:
                yield task

    for task, answer in engine.run(waiting()):
        if isinstance(answer, Unwritable):
            raise _StoppedError(answer)
        if isinstance(task, JobTask) and isinstance(answer, JobDone):
            note(task, answer.record, again=False)
        elif isinstance(task, JobTask) and isinstance(answer, Lost):
            note(task, JobRecord(status="failed", reason=f"{answer.status.replace('_', ' ')}: {answer.reason}"), again=False)
    return [record or JobRecord(status="failed", reason="nothing came of it.") for record in records]


def _job_row(job: Job, record: JobRecord) -> JobRow:
    names = {made.name.rpartition(".")[2]: made.name for made in record.files}
    return JobRow(
        verb=job.verb,
        sources=job.sources,
        status=record.status,
        reason=record.reason,
        summary=record.summary,
        json=names.get("json"),
        html=names.get("html"),
        beside=job.beside,
        also=job.also,
        counts=record.counts,
    )


class _Kept:
    """What the catalogue is made of, from the batch's folder."""

    def __init__(self, store: Store, keys: dict[str, str]) -> None:
        self._store = store
        self._keys = keys

    def document(self, row: SourceRow) -> Document:
        return load_document(self._store, self._keys[row.path], row.path.rpartition("/")[2])

    def result(self, row: JobRow, kind: type) -> object:
        return msgspec.json.decode(self._store.load(row.json or ""), type=kind)


def _import_writers() -> None:
    """Import what the last step needs while others work: nobody then waits for it."""
    for name in WRITERS:
        importlib.import_module(name)


def _finish(store: Store, batch: Batch, keys: dict[str, str]) -> None:
    """Write the catalogue, the page and the batch's own JSON, unless they are of just this."""
    content = dumps(batch).encode()
    basis = hashlib.sha256(content + repr((VERSION, sorted(keys.items()))).encode()).hexdigest()
    if _finished(store) == [basis, *(str(store.size(name)) for name in (CATALOGUE, "index.html", RESULT))]:
        return
    from plantext.batch.catalogue import write_catalogue
    from plantext.report import render

    store.remove(FINISHED)
    kept = _Kept(store, keys)
    if isinstance(store, FolderStore):
        write_catalogue(store.folder / CATALOGUE, batch, kept)
    else:
        with tempfile.TemporaryDirectory() as folder:
            write_catalogue(Path(folder) / CATALOGUE, batch, kept)
            store.save(CATALOGUE, (Path(folder) / CATALOGUE).read_bytes())
    store.save("index.html", render(batch, "html").encode())
    store.save(RESULT, content)
    sizes = [str(store.size(name)) for name in (CATALOGUE, "index.html", RESULT)]
    store.save(FINISHED, "\n".join([basis, *sizes]).encode())


def _finished(store: Store) -> list[str]:
    try:
        return store.load(FINISHED).decode("ascii", "replace").split("\n")
    except OSError:
        return []


def _sweep(store: Store) -> None:
    """Remove what a run that was killed left half written."""
    if isinstance(store, FolderStore):
        for folder in (store.folder, store.folder / STATE):
            for path in folder.glob(".*.part") if folder == store.folder else folder.rglob(".*.part"):
                path.unlink(missing_ok=True)


def _prune(store: Store, live: set[str], files: set[str]) -> None:
    """Remove what earlier runs kept and nothing in this one is made of: sources that are gone, older settings, older versions."""
    for name in list(store.names(STATE)):
        if name in live or name in {LOCK, FINISHED}:
            continue
        if name.startswith(f"{STATE}/units/"):
            try:
                record = msgspec.json.decode(store.load(name), type=JobRecord)
            except (OSError, msgspec.MsgspecError):
                record = JobRecord(status="failed")
            for made in record.files:
                if made.name not in files:
                    store.remove(made.name)
        store.remove(name)


def failures(batch: Batch) -> int:
    """How many sources could not be read, and how many jobs failed."""
    return sum(row.status not in READ for row in batch.sources) + sum(job.status == "failed" for job in batch.jobs)
