"""`plantext coverage`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from plantext.cli.options import Argument, Debug, FailOn, NoCache, NoPictures, Option, Output, Password, Reader, ReportFormat
from plantext.cli.output import choose_format, progress, write_result
from plantext.cli.pictures import pictures_of
from plantext.cli.sources import fail_where, one_standard_input, open_document, settings_of
from plantext.cli.topics import load_topics


def coverage(
    report: Annotated[str, Argument("REPORT", "What the panel said.")],
    plan: Annotated[str, Argument("PLAN", "The plan that should answer it.")],
    output: Output = None,
    format: ReportFormat = None,
    before: Annotated[
        str | None,
        Option("--before", "OLD_PLAN", "The plan's earlier edition: says which passages are new."),
    ] = None,
    response: Annotated[str | None, Option("--response", "FILE", "The answer to the report, matched ask by ask.")] = None,
    undertakings: Annotated[
        str | None,
        Option("--undertakings", "OLD_REPORT", "An earlier report: what was promised then."),
    ] = None,
    topics: Annotated[
        Path | None,
        Option("--topics", "TOPICS.toml", "Your own phrases that stand for one another."),
    ] = None,
    model: Annotated[
        str | None,
        Option("--model", "FOLDER", "A sentence-embedding model: a vote on the evidence's order."),
    ] = None,
    fail_on: FailOn = None,
    password: Password = None,
    pdf_reader: Reader = None,
    *,
    no_pictures: NoPictures = False,
    no_cache: NoCache = False,
    debug: Debug = False,
) -> None:
    """Match each thing that a panel asked for to the plan: found where, how firmly, or not and what was looked for.

    --fail-on takes covered, partial, mentioned, not_found.
    """
    from plantext import pipeline
    from plantext.model.coverage import STATUSES, Coverage

    beside = (before, response, undertakings)
    chosen = choose_format(Coverage, format, output, report, plan, *beside)
    one_standard_input(report, plan, *beside)
    fail_where(fail_on, STATUSES, {})
    wanted = load_topics(topics) if topics else ()
    folder = model or settings_of(pdf_reader, no_cache=no_cache).model
    said = open_document(report, password, pdf_reader, no_cache=no_cache)
    document = open_document(plan, password, pdf_reader, no_cache=no_cache)
    old, answer, promised = (open_document(one, password, pdf_reader, no_cache=no_cache) if one else None for one in beside)
    with progress("Comparing…"):
        result = pipeline.coverage(said, document, before=old, response=answer, undertakings=promised, topics=wanted, model=folder)
    write_result(result, chosen, output, pictures_of(result, chosen, report, plan, password=password, wanted=not no_pictures))
    fail_where(fail_on, STATUSES, result.counts)
