"""`plantext topics`, and the list of topics that other commands take too."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from plantext.cli.options import Argument, Debug, NoCache, Option, Output, Password, Reader

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
    except OSError as error:
        raise UsageError(f"{path}: the list of topics can't be read ({error.strerror or error}). {FORM}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: the list of topics can't be read: it is no plain text. {FORM}") from error
    if len(text) > LARGEST:
        raise UsageError(f"{path}: this is too long for a list of topics. {FORM}")
    return read_topics(text, path.name)


def topics(
    topics: Annotated[Path, Argument("TOPICS.toml", "[[topic]] tables, each with label and phrases.")],
    plans: Annotated[list[str], Argument("PLAN...", "One plan or several.")],
    output: Output = None,
    format: Annotated[  # the option's name
        str | None, Option("--format", "NAME", "The format: text, json, md, html or csv.")
    ] = None,
    password: Password = None,
    pdf_reader: Reader = None,
    *,
    no_cache: NoCache = False,
    debug: Debug = False,
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
