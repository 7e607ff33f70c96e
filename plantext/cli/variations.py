"""`plantext variations`."""

from __future__ import annotations

from typing import Annotated

from plantext.cli.options import Argument, Debug, FailOn, NoCache, NoPictures, Option, Output, Password, Reader, ReportFormat
from plantext.cli.output import choose_format, progress, write_result
from plantext.cli.pictures import pictures_of
from plantext.cli.sources import fail_where, one_standard_input, open_document


def variations(
    before: Annotated[str, Argument("BEFORE", "The earlier plan, or one that carries both years.")],
    after: Annotated[str | None, Argument("AFTER", "The later plan.")] = None,
    output: Output = None,
    format: ReportFormat = None,
    report: Annotated[
        str | None,
        Option("--report", "PANEL", "A panel's report: what it asked for, and what changed; takes in --whole."),
    ] = None,
    container: Annotated[
        str | None,
        Option("--container", "WORD", "What the plans call their milestones; WORD,WORD if they differ."),
    ] = None,
    fail_on: FailOn = None,
    password: Password = None,
    pdf_reader: Reader = None,
    *,
    whole: Annotated[bool, Option("--whole", help="Say too what changed outside the milestones.")] = False,
    no_pictures: NoPictures = False,
    no_cache: NoCache = False,
    debug: Debug = False,
) -> None:
    """Write the summary of variations: what happened to every milestone from one year to the next.

    --fail-on takes reworded, target, moved, split, merged, added, removed.
    """
    from plantext import pipeline
    from plantext.model.alignment import KINDS, Variations

    chosen = choose_format(Variations, format, output, before, after, report)
    one_standard_input(before, after, report)
    fail_where(fail_on, KINDS, {})
    old = open_document(before, password, pdf_reader, no_cache=no_cache)
    new = open_document(after, password, pdf_reader, no_cache=no_cache) if after is not None else None
    said = open_document(report, password, pdf_reader, no_cache=no_cache) if report else None
    with progress("Comparing…"):
        result = pipeline.variations(old, new, report=said, whole=whole, container=container)
    write_result(result, chosen, output, pictures_of(result, chosen, before, after, password=password, wanted=not no_pictures))
    fail_where(fail_on, KINDS, result.counts)
