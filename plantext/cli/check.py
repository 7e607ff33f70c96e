"""The command that checks one plan."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from plantext.cli.output import choose_format, progress, write_result


def check(
    plan: Annotated[str, typer.Argument(metavar="PLAN", help="The plan to be checked.", show_default=False)],
    before: Annotated[
        str | None, typer.Option("--before", metavar="OLD", help="The earlier plan, for changes without a reason.", show_default=False)
    ] = None,
    also: Annotated[
        list[str] | None,
        typer.Option("--also", metavar="FILE", help="A document that tells how the plan was made; may be repeated.", show_default=False),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to FILE; its ending names the format.", show_default=False)
    ] = None,
    format: Annotated[  # options are named as users know them
        str | None, typer.Option("--format", metavar="NAME", help="The format: text, md, json or html.", show_default=False)
    ] = None,
    fail_on: Annotated[
        str | None, typer.Option("--fail-on", metavar="LIST", help="Exit with 1 if any of these occurs (a comma list).", show_default=False)
    ] = None,
    password: Annotated[str | None, typer.Option("--password", help="Opens an encrypted PDF.", show_default=False)] = None,
    pdf_reader: Annotated[
        str | None, typer.Option("--pdf-reader", metavar="NAME", help="pdfium (default) or pdfplumber.", show_default=False)
    ] = None,
    *,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Read PDFs anew, and remember nothing.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Print a traceback with an error.")] = False,  # read by `run`
) -> None:
    """Find a plan's own faults, and the passages that speak of what the law wants in it.

    --fail-on takes error, warning, info: a severity also stands for those above it.
    """
    from plantext import pipeline
    from plantext.cli.sources import fail_where, one_standard_input, open_document, settings_of
    from plantext.model.checks import SEVERITIES, Checks

    sources = [plan, before, *(also or ())]
    chosen = choose_format(Checks, format, output, *sources)
    one_standard_input(*sources)
    fail_where(fail_on, SEVERITIES, {})
    settings = settings_of(pdf_reader, no_cache=no_cache).check
    documents = [open_document(source, password, pdf_reader, no_cache=no_cache) if source is not None else None for source in sources]
    with progress("Checking…"):
        result = pipeline.check(
            documents[0],  # type: ignore[arg-type]  # the plan is always given
            documents[1],
            also=[document for document in documents[2:] if document],
            silences=settings.silence,
            checklist=Path(settings.statutory) if settings.statutory else None,
        )
    write_result(result, chosen, output)
    counts: dict[str, int] = {
        severity: sum(result.counts[above] for above in SEVERITIES[: place + 1]) for place, severity in enumerate(SEVERITIES)
    }
    fail_where(fail_on, SEVERITIES, counts)
