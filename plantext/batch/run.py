"""Running a batch: read every source, do every job that follows, write each result as soon as it is made."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

from plantext import pipeline
from plantext.batch.catalogue import NAME as CATALOGUE
from plantext.batch.catalogue import write_catalogue
from plantext.batch.jobs import Job, plan_jobs
from plantext.batch.manifest import RESULT, Manifest
from plantext.errors import NothingToCompareError, OutputError, SourceError
from plantext.find.editions import edition_of, find_editions
from plantext.find.kinds import find_kind
from plantext.find.milestones import find_milestones, own_edition
from plantext.model.batch import READ, Batch, Entry, JobRow, SourceRow
from plantext.model.document import Document
from plantext.model.json import dumps
from plantext.read import read
from plantext.report import formats_of, render
from plantext.settings import Settings
from plantext.write import write_atomically

Report = Callable[[str], None]

LONGEST = 80  # characters of a source's path in a result's name: two of them stay below the 255 that a file's name may have


def survey(manifest: Manifest, settings: Settings, report: Report) -> tuple[list[SourceRow], dict[str, Document]]:
    """Read every source: one row each, whatever became of it, and the Documents by path."""
    rows: list[SourceRow] = []
    documents: dict[str, Document] = {}
    for number, entry in enumerate(manifest.entries, 1):
        report(f"Reading {number} of {len(manifest.entries)}: {entry.path}")
        try:
            document = read(manifest.folder / entry.path, pdf_reader=settings.pdf_reader, cache=settings.cache, limits=settings.limits)
            rows.append(_row(entry, document))
        except SourceError as error:
            odd = error.status == "missing" and "\ufffd" in entry.path
            rows.append(_unread(entry, error.status, "its name is not in UTF-8: rename the file." if odd else error.detail))
        except Exception as error:  # noqa: BLE001  # one bad source never ends the run; its row says what happened
            rows.append(_unread(entry, "failed", f"{type(error).__name__}: {error}"))
        else:
            documents[entry.path] = document
    return rows, documents


def run_batch(manifest: Manifest, out: Path, settings: Settings, report: Report) -> Batch:
    """Do the whole batch into the folder `out`. Raises OutputError where it can't be written."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        rows, documents = survey(manifest, settings, report)
        jobs = plan_jobs(rows)
        done: list[JobRow] = []
        results: list[tuple[tuple[str, ...], object]] = []
        for number, job in enumerate(jobs, 1):
            report(f"Comparing {number} of {len(jobs)}: {job.verb} of {' and '.join(job.sources)}")
            row, result = _do(job, documents, out)
            done.append(row)
            if result is not None:
                results.append((job.sources, result))
        batch = Batch(title=manifest.folder.resolve().name, sources=tuple(rows), jobs=tuple(done))
        write_catalogue(out / CATALOGUE, batch, results)
        write_atomically(out / RESULT, dumps(batch).encode())
        write_atomically(out / "index.html", render(batch, "html").encode())
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or error
        raise OutputError(f"{out}: the results can't be written ({reason}). Choose another folder with -o.") from error
    return batch


def failures(batch: Batch) -> int:
    """How many sources could not be read, and how many jobs failed."""
    return sum(row.status not in READ for row in batch.sources) + sum(job.status == "failed" for job in batch.jobs)


def _do(job: Job, documents: dict[str, Document], out: Path) -> tuple[JobRow, object | None]:
    sources = [documents[path] for path in job.sources]
    try:
        result = getattr(pipeline, job.verb)(*sources)
        made = {ending: render(result, ending) for ending in ("json", "html") if ending in formats_of(type(result))}
    except NothingToCompareError as error:
        return _job(job, "nothing", str(error)), None
    except Exception as error:  # noqa: BLE001  # one bad pair never ends the run; the row says what happened
        return _job(job, "failed", f"{type(error).__name__}: {error}"), None
    names = {ending: f"{_file_name(job)}.{ending}" for ending in made}
    for ending, content in made.items():
        write_atomically(out / names[ending], content.encode() if isinstance(content, str) else content)
    return _job(job, "ok", "", summary=_summary(result), json=names["json"], html=names.get("html")), result


def _job(job: Job, status: str, reason: str, *, summary: str = "", json: str | None = None, html: str | None = None) -> JobRow:
    return JobRow(verb=job.verb, sources=job.sources, status=status, reason=reason, summary=summary, json=json, html=html)  # type: ignore[arg-type]


def _summary(result: object) -> str:
    """One line of figures, in the order in which the result counts them."""
    counts = getattr(result, "counts", None)
    if counts is None:
        found: tuple[object, ...] = getattr(result, "milestones", ()) or getattr(result, "statements", ())
        return f"{len(found)} found"
    return ", ".join(f"{key.replace('_', ' ')} {value}" for key, value in counts.items() if value)


def _file_name(job: Job) -> str:
    """The name of a result's files, without ending. A path that must be changed for it gets digits of its own: others could be changed alike."""
    return "--".join([job.verb, *(_slug(path) for path in job.sources)])


def _slug(path: str) -> str:
    plain = re.sub(r"[^\w.-]+", "-", path, flags=re.ASCII).strip("-")
    if plain == path and len(path) <= LONGEST:
        return path
    return f"{plain[:LONGEST]}-{hashlib.sha256(path.encode()).hexdigest()[:6]}"


def _unread(entry: Entry, status: str, reason: str) -> SourceRow:
    return SourceRow(
        path=entry.path, status=status, reason=reason, kind=entry.kind, title=entry.title, publisher=entry.publisher, edition=entry.edition,
        date=entry.date, pages=None, sha256=None, guessed=(),
    )  # fmt: skip


def _row(entry: Entry, document: Document) -> SourceRow:
    """The row of a source that was read; what the manifest does not state is guessed from the text, and said to be."""
    kind = entry.kind or find_kind(document)
    edition = edition_of(entry.edition or "") or entry.edition or _edition(document, kind)
    failed = [issue.message for issue in document.issues if issue.code in {"page-failed", "partial"}]
    guessed = [
        name for name, stated, value in (("kind", entry.kind, kind), ("edition", entry.edition, edition)) if stated is None and value
    ]
    return SourceRow(
        path=entry.path,
        status="partial" if failed else "ok",
        reason=" ".join(failed),
        kind=kind,
        title=entry.title or document.title,
        publisher=entry.publisher,
        edition=edition,
        date=entry.date,
        pages=document.source.pages,
        sha256=document.source.sha256,
        guessed=tuple(guessed),
    )


def _edition(document: Document, kind: str) -> str | None:
    """The edition of a plan by its milestones, of a report by the plan that it names most."""
    if kind == "plan":
        return own_edition(document, find_milestones(document).milestones)
    named = [edition for block in document.blocks for edition in find_editions(block.text)]
    return max(named, key=named.count) if named else None
