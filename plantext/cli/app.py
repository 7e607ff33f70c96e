"""The commands, in the order in which the help lists them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from plantext.cli import batch, catalogue, check, coverage, documents, pack, progress, topics, variations
from plantext.cli.corpus import corpus

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

COMMANDS: tuple[tuple[Callable[..., None], str, str], ...] = (
    (documents.extract, "Read a document, every part with its page.", "extract plan.pdf --format md -o plan.md"),
    (documents.milestones, "List a plan's milestones, and where each stands.", "milestones plan.pdf --edition 2031-32 -o milestones.csv"),
    (variations.variations, "Compare two years of a plan.", "variations plan-2031.pdf plan-2032.pdf -o variations.html"),
    (documents.recommendations, "List what a panel, board or committee says.", "recommendations panel-report.pdf -o statements.csv"),
    (coverage.coverage, "Match a panel's asks to the plan that should answer them.", "coverage panel-report.pdf plan.pdf -o coverage.html"),
    (progress.progress, "Hold a performance report against a plan.", "progress performance-report.pdf plan.pdf -o progress.html"),
    (check.check, "Find a plan's own faults.", "check plan.pdf --before last-year.pdf -o check.html"),
    (
        progress.history,
        "Follow each milestone over plans and reports.",
        "history plan-2031.pdf plan-2032.pdf performance-report.pdf -o history.html",
    ),
    (topics.topics, "Show where your own topics are spoken of in plans.", "topics topics.toml plan-2031.pdf plan-2032.pdf -o topics.html"),
    (pack.pack, "Write everything to publish.", "pack plan-2031.pdf plan-2032.pdf --report panel-report.pdf -o publish --draft"),
    (batch.batch, "Do all of this for a set of documents.", "batch documents/ -o out"),
    (catalogue.search, "Search a batch's documents.", 'search out "stop and search"'),
    (catalogue.export, "Write a batch's catalogue as CSV or Parquet.", "export out --format csv -o tables"),
)
"""Each command with what the list of commands says of it, and the example that its help ends in."""

for _command, _short, _example in COMMANDS:
    app.command(short_help=_short, epilog=f"Example: plantext {_example}")(_command)
app.add_typer(
    corpus,
    name="corpus",
    short_help="List, fetch and verify the documents that a manifest names.",
    epilog="Example: plantext corpus list corpus/corpus.toml",
)


@app.callback()
def _root(
    *,
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False,
) -> None:
    if version:
        from plantext import __version__

        typer.echo(f"plantext {__version__}")
        raise typer.Exit
