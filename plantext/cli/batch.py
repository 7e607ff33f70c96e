"""The command that does everything for a set of documents."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from plantext.cli.commands import Exit
from plantext.cli.options import Argument, Debug, Option, Reader

if TYPE_CHECKING:
    from plantext.model.batch import Batch, SourceRow

TOPICS = "topics.toml"  # beside the documents: the topics of the overview's matrix


def batch(
    place: Annotated[str, Argument("MANIFEST_OR_FOLDER", "A corpus.toml, or a folder of documents.")],
    output: Annotated[str | None, Option("-o --output", "OUT", "The folder for the results.")] = None,
    jobs: Annotated[int, Option("--jobs", "N", "Work with N processes.")] = 1,
    engine: Annotated[str | None, Option("--engine", "ADDRESS", "Work on a Dask cluster: dask://HOST:PORT.")] = None,
    topics: Annotated[
        Path | None,
        Option("--topics", "TOPICS.toml", f"Topics to look for in every plan; default: {TOPICS} beside the documents."),
    ] = None,
    password: Annotated[str | None, Option("--password", "PASSWORD", "Opens encrypted PDFs.")] = None,
    pdf_reader: Reader = None,
    *,
    plan: Annotated[bool, Option("--plan", help="Print what would be done, and do none of it.")] = False,
    log_json: Annotated[bool, Option("--log-json", help="Say each step as a line of JSON on standard error.")] = False,
    no_cache: Annotated[bool, Option("--no-cache", help="Do everything anew, even what an earlier run has done.")] = False,
    debug: Debug = False,
) -> None:
    """Read a set of documents and do everything that follows: variations between editions, coverage of each panel's report, a catalogue.

    Run the same again to go on where a run was stopped: what is done already is kept. Exits with 6 when some source could not be read; the
    others are done all the same.
    """
    from plantext.batch.engine import open_engine
    from plantext.batch.manifest import load_manifest
    from plantext.batch.run import run_batch
    from plantext.cli.bar import watching
    from plantext.cli.sources import settings_of
    from plantext.cli.topics import load_topics
    from plantext.errors import UsageError

    settings = settings_of(pdf_reader, no_cache=no_cache)
    if output is None and not plan:
        raise UsageError("Name a folder for the results with -o.")
    if not place or output == "":
        raise UsageError("The name of the manifest or folder is empty. Name one, or . for this folder.")
    manifest = load_manifest(place, output)
    beside = manifest.folder / TOPICS
    found = topics or (beside if manifest.remote is None and beside.is_file() else None)
    wanted = load_topics(found) if found else ()
    work = open_engine(engine, jobs, limits=settings.limits)
    try:
        with watching(log_json=log_json) as watch:
            if plan or output is None:
                from plantext.batch.run import survey

                rows = survey(manifest, settings, watch, engine=work, password=password)
            else:
                result = run_batch(manifest, output, settings, watch, engine=work, password=password, topics=wanted)
    finally:
        work.close()
    if plan or output is None:
        _print_plan(rows, topics=bool(wanted))
        return
    if _print_result(result, output):
        raise Exit(6)


def _print_plan(rows: list[SourceRow], *, topics: bool) -> None:
    from plantext.batch.jobs import plan_jobs
    from plantext.cli.output import print_text
    from plantext.model.batch import READ

    planned = (
        f"{job.verb}: {' → '.join(job.sources)}"
        + "".join(f" ({role} {path})" for role, path in (*job.beside.items(), *(("with", path) for path in job.also)))
        for job in plan_jobs(rows, topics=topics)
    )
    print_text("".join(f"{line}\n" for line in planned))
    for row in rows:
        if row.status not in READ:
            _say(f"{row.path}: {row.status}: {row.reason}")


def _print_result(result: Batch, output: str) -> int:
    """Say what was done, and what failed. The number of failures."""
    from plantext.batch.run import failures
    from plantext.cli.output import print_text
    from plantext.model.batch import READ

    unread = [row for row in result.sources if row.status not in READ]
    made = sum(job.status == "ok" for job in result.jobs)
    index = f"{output.rstrip('/')}/index.html" if "://" in output else str(Path(output) / "index.html")
    documents, results = _counted(len(result.sources), "document"), _counted(made, "result")
    print_text(f"{documents}, {len(unread)} not read; {results} in {output}; open {index}\n")
    for row in unread:
        _say(f"{row.path}: {row.status}: {row.reason}")
    for done in result.jobs:
        if done.status != "ok":
            _say(f"{done.verb} of {' and '.join(done.sources)}: {done.reason}")
    for path in result.changed:
        _say(f"{path}: it changed while the batch ran; the results are of what was read first. Run the same again to take the change in.")
    return failures(result)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _say(line: str) -> None:
    from plantext.report.printable import printable_text

    print(printable_text(line).replace("\n", " "), file=sys.stderr)  # noqa: T201
