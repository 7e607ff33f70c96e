"""The commands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plantext.cli import progress as follow
from plantext.cli.batch import batch
from plantext.cli.catalogue import export, search
from plantext.cli.check import check
from plantext.cli.corpus import corpus
from plantext.cli.output import choose_format, progress, write_result
from plantext.cli.pack import pack
from plantext.cli.pictures import pictures_of
from plantext.cli.topics import load_topics
from plantext.cli.topics import topics as topics_command

if TYPE_CHECKING:
    from plantext.model.document import Document
    from plantext.settings import Settings

app = typer.Typer(
    name="plantext",
    help=(
        "Compare public plans from year to year, and check whether what a panel asked for is in them, with the page to prove it.\n\n"
        "A SOURCE is a PDF, DOCX, HTML, Markdown or plain-text file, or the JSON that `plantext extract` wrote; - is standard input."
    ),
    epilog="Start with: plantext variations plan-2031.pdf plan-2032.pdf -o variations.html",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

Source = Annotated[str, typer.Argument(metavar="SOURCE", show_default=False)]
Output = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to FILE; its ending names the format.", show_default=False)
]
DocumentFormat = Annotated[
    str | None, typer.Option("--format", metavar="NAME", help="The format: text, json, md or html.", show_default=False)
]
ListFormat = Annotated[
    str | None, typer.Option("--format", metavar="NAME", help="The format: text, json, md, csv or xlsx.", show_default=False)
]
ReportFormat = Annotated[
    str | None, typer.Option("--format", metavar="NAME", help="The format: text, json, md, html, docx, xlsx or csv.", show_default=False)
]
Password = Annotated[str | None, typer.Option("--password", help="Opens an encrypted PDF.", show_default=False)]
Reader = Annotated[str | None, typer.Option("--pdf-reader", metavar="NAME", help="pdfium (default) or pdfplumber.", show_default=False)]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Read PDFs anew, and remember nothing.")]
Debug = Annotated[bool, typer.Option("--debug", help="Print a traceback with an error.")]
FailOn = Annotated[
    str | None, typer.Option("--fail-on", metavar="LIST", help="Exit with 1 if any of these occurs (a comma list).", show_default=False)
]
Partial = Annotated[bool, typer.Option("--partial", help="Keep the pages read before a PDF had to be given up.")]
NoPictures = Annotated[bool, typer.Option("--no-pictures", help="Leave pictures of the pages out of an HTML page.")]
Edition = Annotated[str | None, typer.Option("--edition", metavar="YEAR", help="Only this edition, as 2031-32.", show_default=False)]


@app.callback()
def _root(
    *,
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False,
) -> None:
    if version:
        from plantext import __version__

        typer.echo(f"plantext {__version__}")
        raise typer.Exit


def _settings(reader: str | None, *, no_cache: bool) -> Settings:
    """The settings of the folder, with what the call says."""
    import msgspec

    from plantext.errors import UsageError
    from plantext.settings import load_settings

    settings = load_settings()
    if reader is not None:
        if reader not in {"pdfium", "pdfplumber"}:
            raise UsageError(f"--pdf-reader is pdfium or pdfplumber, not “{reader}”.")
        settings = msgspec.structs.replace(settings, pdf_reader=reader)
    return msgspec.structs.replace(settings, cache=False) if no_cache else settings


def _document(source: str, password: str | None, reader: str | None, *, no_cache: bool, partial: bool = False) -> Document:
    """Read one source with the settings of the folder and of the call."""
    from plantext.errors import UsageError
    from plantext.read import read

    if not source:
        raise UsageError("The name of a source is empty. Name a file, or - for standard input.")
    chosen = _settings(reader, no_cache=no_cache)
    with progress(f"Reading {Path(source).name}…"):
        return read(source, password=password, pdf_reader=chosen.pdf_reader, cache=chosen.cache, limits=chosen.limits, partial=partial)


def _one_standard_input(*sources: str | None) -> None:
    from plantext.errors import UsageError

    if sum(source == "-" for source in sources) > 1:
        raise UsageError("Only one source can come from standard input. Name a file for the other.")


def _fails(wanted: str | None, known: tuple[str, ...], counts: dict[str, int]) -> None:
    """Exit with 1 where a condition of --fail-on holds. Raises UsageError for a word that is none."""
    from plantext.errors import UsageError

    names = [name.strip() for name in (wanted or "").split(",") if name.strip()]
    for name in names:
        if name not in known:
            raise UsageError(f"--fail-on: “{name}” is none of {', '.join(known)}.")
    if any(counts.get(name) for name in names):
        raise typer.Exit(1)


@app.command(short_help="Read a document, every part with its page.", epilog="Example: plantext extract plan.pdf --format md -o plan.md")
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
    document = _document(source, password, pdf_reader, no_cache=no_cache, partial=partial)
    write_result(document, chosen, output, pictures_of(document, chosen, source, password=password, wanted=not no_pictures))


@app.command(
    short_help="List a plan's milestones, and where each stands.",
    epilog="Example: plantext milestones plan.pdf --edition 2031-32 -o milestones.csv",
)
def milestones(
    plan: Annotated[str, typer.Argument(metavar="PLAN", show_default=False)],
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
    write_result(pipeline.milestones(_document(plan, password, pdf_reader, no_cache=no_cache), edition), chosen, output)


@app.command(
    short_help="Compare two years of a plan.", epilog="Example: plantext variations plan-2031.pdf plan-2032.pdf -o variations.html"
)
def variations(
    before: Annotated[str, typer.Argument(metavar="BEFORE", help="The earlier plan, or one that carries both years.", show_default=False)],
    after: Annotated[str | None, typer.Argument(metavar="AFTER", help="The later plan.", show_default=False)] = None,
    output: Output = None,
    format: ReportFormat = None,
    report: Annotated[
        str | None,
        typer.Option(
            "--report", metavar="PANEL", help="A panel's report: what it asked for, and what changed; takes in --whole.", show_default=False
        ),
    ] = None,
    container: Annotated[
        str | None,
        typer.Option(
            "--container", metavar="WORD", help="What the plans call their milestones; WORD,WORD if they differ.", show_default=False
        ),
    ] = None,
    fail_on: FailOn = None,
    password: Password = None,
    pdf_reader: Reader = None,
    *,
    whole: Annotated[bool, typer.Option("--whole", help="Say too what changed outside the milestones.")] = False,
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
    _one_standard_input(before, after, report)
    _fails(fail_on, KINDS, {})
    old = _document(before, password, pdf_reader, no_cache=no_cache)
    new = _document(after, password, pdf_reader, no_cache=no_cache) if after is not None else None
    said = _document(report, password, pdf_reader, no_cache=no_cache) if report else None
    with progress("Comparing…"):
        result = pipeline.variations(old, new, report=said, whole=whole, container=container)
    write_result(result, chosen, output, pictures_of(result, chosen, before, after, password=password, wanted=not no_pictures))
    _fails(fail_on, KINDS, result.counts)


@app.command(
    short_help="List what a panel, board or committee says.", epilog="Example: plantext recommendations panel-report.pdf -o statements.csv"
)
def recommendations(
    report: Annotated[str, typer.Argument(metavar="REPORT", show_default=False)],
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
    write_result(pipeline.recommendations(_document(report, password, pdf_reader, no_cache=no_cache)), chosen, output)


@app.command(
    short_help="Match a panel's asks to the plan that should answer them.",
    epilog="Example: plantext coverage panel-report.pdf plan.pdf -o coverage.html",
)
def coverage(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="What the panel said.", show_default=False)],
    plan: Annotated[str, typer.Argument(metavar="PLAN", help="The plan that should answer it.", show_default=False)],
    output: Output = None,
    format: ReportFormat = None,
    before: Annotated[
        str | None,
        typer.Option("--before", metavar="OLD_PLAN", help="The plan's earlier edition: says which passages are new.", show_default=False),
    ] = None,
    response: Annotated[
        str | None, typer.Option("--response", metavar="FILE", help="The answer to the report, matched ask by ask.", show_default=False)
    ] = None,
    undertakings: Annotated[
        str | None,
        typer.Option("--undertakings", metavar="OLD_REPORT", help="An earlier report: what was promised then.", show_default=False),
    ] = None,
    topics: Annotated[
        Path | None, typer.Option("--topics", metavar="TOPICS.toml", help="Your own phrases that stand for one another.", show_default=False)
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
    _one_standard_input(report, plan, *beside)
    _fails(fail_on, STATUSES, {})
    wanted = load_topics(topics) if topics else ()
    said = _document(report, password, pdf_reader, no_cache=no_cache)
    document = _document(plan, password, pdf_reader, no_cache=no_cache)
    old, answer, promised = (_document(one, password, pdf_reader, no_cache=no_cache) if one else None for one in beside)
    with progress("Comparing…"):
        result = pipeline.coverage(said, document, before=old, response=answer, undertakings=promised, topics=wanted)
    write_result(result, chosen, output, pictures_of(result, chosen, report, plan, password=password, wanted=not no_pictures))
    _fails(fail_on, STATUSES, result.counts)


app.command(
    name="topics",
    short_help="Show where your own topics are spoken of in plans.",
    epilog="Example: plantext topics topics.toml plan-2031.pdf plan-2032.pdf -o topics.html",
)(topics_command)


app.command(short_help="Do all of this for a set of documents.", epilog="Example: plantext batch documents/ -o out")(batch)
app.command(short_help="Search a batch's documents.", epilog='Example: plantext search out "stop and search"')(search)
app.command(short_help="Write a batch's catalogue as CSV or Parquet.", epilog="Example: plantext export out --format csv -o tables")(export)
app.add_typer(corpus, name="corpus", short_help="List, fetch and verify the documents that a manifest names.")
app.command(short_help="Find a plan's own faults.", epilog="Example: plantext check plan.pdf --before last-year.pdf -o check.html")(check)
app.command(
    short_help="Write everything to publish.",
    epilog="Example: plantext pack plan-2031.pdf plan-2032.pdf --report panel-report.pdf -o publish --draft",
)(pack)
app.command(
    short_help="Hold a performance report against a plan.", epilog="Example: plantext progress performance-report.pdf plan.pdf -o progress.html"
)(follow.progress)
app.command(
    short_help="Follow each milestone over plans and reports.",
    epilog="Example: plantext history plan-2031.pdf plan-2032.pdf performance-report.pdf -o history.html",
)(follow.history)
