"""`plantext topics`, and the list of topics that other commands take too."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from plantext.model.document import Document
    from plantext.model.topics import Topic

LARGEST = 1_000_000  # characters of a list: a longer file is no list that a person wrote


def load_topics(path: Path) -> tuple[Topic, ...]:
    """The topics of a TOML file. Raises UsageError where it can't be read or is no list of topics."""
    from plantext.errors import UsageError
    from plantext.find.topic_terms import FORM, read_topics

    try:
        text = path.read_text(encoding="utf-8-sig")  # some editors begin a file with a mark
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: the list of topics can't be read ({error}). {FORM}") from error
    if len(text) > LARGEST:
        raise UsageError(f"{path}: this is too long for a list of topics. {FORM}")
    return read_topics(text, path.name)


def topics(
    topics: Annotated[
        Path, typer.Argument(metavar="TOPICS.toml", help="[[topic]] tables, each with label and phrases.", show_default=False)
    ],
    plans: Annotated[list[str], typer.Argument(metavar="PLAN...", help="One plan or several.", show_default=False)],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to FILE; its ending names the format.", show_default=False)
    ] = None,
    format: Annotated[  # the option's name
        str | None, typer.Option("--format", metavar="NAME", help="The format: text, json, md, html or csv.", show_default=False)
    ] = None,
    password: Annotated[str | None, typer.Option("--password", help="Opens an encrypted PDF.", show_default=False)] = None,
    pdf_reader: Annotated[
        str | None, typer.Option("--pdf-reader", metavar="NAME", help="pdfium (default) or pdfplumber.", show_default=False)
    ] = None,
    *,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Read PDFs anew, and remember nothing.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Print a traceback with an error.")] = False,  # run.py asks for it
) -> None:
    """Show where each of your own topics is spoken of in each plan: a matrix of topics by plans, with quotes and pages."""
    from plantext import pipeline
    from plantext.cli.output import choose_format, progress, write_result
    from plantext.cli.sources import open_document
    from plantext.model.topics import TopicMatrix

    chosen = choose_format(TopicMatrix, format, output, str(topics), *plans)
    wanted = load_topics(topics)
    documents: list[Document] = [open_document(plan, password, pdf_reader, no_cache=no_cache) for plan in plans]
    with progress("Comparing…"):
        result = pipeline.topics(wanted, documents)
    write_result(result, chosen, output)
