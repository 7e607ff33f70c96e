"""The command that checks one plan."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from plantext.cli.options import Also, Argument, Debug, FailOn, NoCache, Option, Output, Password, Reader
from plantext.cli.output import choose_format, progress, write_result


def check(
    plan: Annotated[str, Argument("PLAN", "The plan to be checked.")],
    before: Annotated[str | None, Option("--before", "OLD", "The earlier plan, for changes without a reason.")] = None,
    also: Also = None,
    output: Output = None,
    format: Annotated[  # options are named as users know them
        str | None, Option("--format", "NAME", "The format: text, md, json, html, docx or xlsx.")
    ] = None,
    fail_on: FailOn = None,
    password: Password = None,
    pdf_reader: Reader = None,
    *,
    no_cache: NoCache = False,
    debug: Debug = False,
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
