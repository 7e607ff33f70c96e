"""One document: `extract`, `milestones`, `recommendations`."""

from __future__ import annotations

from typing import Annotated

from plantext.cli.options import (
    Argument,
    Debug,
    DocumentFormat,
    Edition,
    ListFormat,
    NoCache,
    NoPictures,
    Output,
    Partial,
    Password,
    Reader,
    Source,
)
from plantext.cli.output import choose_format, write_result
from plantext.cli.pictures import pictures_of
from plantext.cli.sources import open_document


def extract(
    source: Source,
    output: Output = None,
    format: DocumentFormat = None,
    password: Password = None,
    pdf_reader: Reader = None,
    *,
    no_pictures: NoPictures = False,
    partial: Partial = False,
    no_cache: NoCache = False,
    debug: Debug = False,
) -> None:
    """Read a document: its headings, paragraphs, lists, tables and notes, each with its page."""
    from plantext.model.document import Document

    chosen = choose_format(Document, format, output, source)
    document = open_document(source, password, pdf_reader, no_cache=no_cache, partial=partial)
    write_result(document, chosen, output, pictures_of(document, chosen, source, password=password, wanted=not no_pictures))


def milestones(
    plan: Annotated[str, Argument("PLAN", "The plan.")],
    edition: Edition = None,
    output: Output = None,
    format: ListFormat = None,
    password: Password = None,
    pdf_reader: Reader = None,
    *,
    no_cache: NoCache = False,
    debug: Debug = False,
) -> None:
    """List a plan's milestones, with objective, targets and every place each stands."""
    from plantext import pipeline
    from plantext.model.findings import Milestones

    chosen = choose_format(Milestones, format, output, plan)
    write_result(pipeline.milestones(open_document(plan, password, pdf_reader, no_cache=no_cache), edition), chosen, output)


def recommendations(
    report: Annotated[str, Argument("REPORT", "What the panel, board or committee said.")],
    output: Output = None,
    format: ListFormat = None,
    password: Password = None,
    pdf_reader: Reader = None,
    *,
    no_cache: NoCache = False,
    debug: Debug = False,
) -> None:
    """List what a panel, board or committee says, sorted by what kind of act it is."""
    from plantext import pipeline
    from plantext.model.findings import Recommendations

    chosen = choose_format(Recommendations, format, output, report)
    write_result(pipeline.recommendations(open_document(report, password, pdf_reader, no_cache=no_cache)), chosen, output)
