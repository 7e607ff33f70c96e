"""The commands that follow milestones: what reports say of them, and their life over plans."""

from __future__ import annotations

from typing import Annotated

from plantext.cli.options import Argument, Debug, FailOn, NoCache, Option, Output, Password, Reader
from plantext.cli.output import choose_format, write_result
from plantext.cli.output import progress as working

Format = Annotated[str | None, Option("--format", "NAME", "The format: text, json, md, html, docx, xlsx or csv.")]


def progress(
    sources: Annotated[list[str], Argument("REPORT... PLAN", "The report, or several in order, and the plan last.")],
    edition: Annotated[str | None, Option("--edition", "YEAR", "The year that the report speaks of, as 2031-32.")] = None,
    output: Output = None,
    format: Format = None,  # options are named as users know them
    fail_on: FailOn = None,
    password: Password = None,
    pdf_reader: Reader = None,
    *,
    no_cache: NoCache = False,
    debug: Debug = False,
) -> None:
    """Hold a performance report against a plan: each milestone with its status, its figures, and the sentences behind them.

    --fail-on takes met, missed, on_track, complete, reported, deferred, not_reported.
    """
    from plantext import pipeline
    from plantext.cli.sources import fail_where, one_standard_input, open_document
    from plantext.errors import UsageError
    from plantext.model.progress import PROGRESS_STATUSES, Progress

    if len(sources) < 2:
        raise UsageError("Name the report, and then the plan: plantext progress REPORT PLAN.")
    chosen = choose_format(Progress, format, output, *sources)
    one_standard_input(*sources)
    fail_where(fail_on, PROGRESS_STATUSES, {})
    documents = [open_document(source, password, pdf_reader, no_cache=no_cache) for source in sources]
    with working("Comparing…"):
        result = pipeline.progress(documents[:-1], documents[-1], edition)
    write_result(result, chosen, output)
    fail_where(fail_on, PROGRESS_STATUSES, result.counts)


def history(
    sources: Annotated[list[str], Argument("PLAN... [REPORT...]", "Plans in order, and the reports on them.")],
    report: Annotated[
        list[str] | None,
        Option("--report", "FILE", "A report on a plan, where it does not call itself one; may be repeated."),
    ] = None,
    output: Output = None,
    format: Format = None,  # options are named as users know them
    fail_on: FailOn = None,
    password: Password = None,
    pdf_reader: Reader = None,
    *,
    no_cache: NoCache = False,
    debug: Debug = False,
) -> None:
    """Follow each milestone over plans and reports: introduced, reworded, target changed, moved, reported, dropped.

    What calls itself a report on progress is read as one. --fail-on takes the words for what can happen to a milestone.
    """
    from plantext import pipeline
    from plantext.cli.sources import fail_where, one_standard_input, open_document
    from plantext.errors import UsageError
    from plantext.find.performance.reports import is_performance_report
    from plantext.model.progress import EVENT_KINDS, History

    named = [*sources, *(report or ())]
    chosen = choose_format(History, format, output, *named)
    one_standard_input(*named)
    fail_where(fail_on, EVENT_KINDS, {})
    documents = [open_document(source, password, pdf_reader, no_cache=no_cache) for source in named]
    first, more = documents[: len(sources)], documents[len(sources) :]
    reports = [document for document in first[1:] if is_performance_report(document)]
    plans = [document for document in first if not any(document is other for other in reports)]
    if not plans:
        raise UsageError("Name at least one plan, and the plans before the reports.")
    with working("Comparing…"):
        result = pipeline.history(plans, [*reports, *more])
    write_result(result, chosen, output)
    fail_where(fail_on, EVENT_KINDS, result.counts)
