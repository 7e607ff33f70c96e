"""The commands, in the order in which the help lists them. Nothing is imported for a command that is not called."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import NamedTuple


class Exit(Exception):  # noqa: N818  # no error: the result is written
    """A command has done its work, and its exit code says what came of it."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class Command(NamedTuple):
    """A command: what it is called, where its function stands, what lists say of it, and the example that its help ends in."""

    name: str  # "corpus list" is the command `list` of the group `corpus`
    place: str  # module:function, below plantext.cli
    short: str
    example: str

    def load(self) -> Callable[..., None]:
        """Its function, whose parameters are declared in the words of `options.py`."""
        module, _, name = self.place.partition(":")
        function: Callable[..., None] = getattr(import_module(f"plantext.cli.{module}"), name)
        return function


COMMANDS: tuple[Command, ...] = (
    Command("extract", "documents:extract", "Read a document, every part with its page.", "plan.pdf --format md -o plan.md"),
    Command(
        "milestones",
        "documents:milestones",
        "List a plan's milestones, and where each stands.",
        "plan.pdf --edition 2031-32 -o milestones.csv",
    ),
    Command("variations", "variations:variations", "Compare two years of a plan.", "plan-2031.pdf plan-2032.pdf -o variations.html"),
    Command(
        "recommendations",
        "documents:recommendations",
        "List what a panel, board or committee says.",
        "panel-report.pdf -o statements.csv",
    ),
    Command(
        "coverage",
        "coverage:coverage",
        "Match a panel's asks to the plan that should answer them.",
        "panel-report.pdf plan.pdf -o coverage.html",
    ),
    Command(
        "progress", "progress:progress", "Hold a performance report against a plan.", "performance-report.pdf plan.pdf -o progress.html"
    ),
    Command("check", "check:check", "Find a plan's own faults.", "plan.pdf --before last-year.pdf -o check.html"),
    Command(
        "history",
        "progress:history",
        "Follow each milestone over plans and reports.",
        "plan-2031.pdf plan-2032.pdf performance-report.pdf -o history.html",
    ),
    Command(
        "topics",
        "topics:topics",
        "Show where your own topics are spoken of in plans.",
        "topics.toml plan-2031.pdf plan-2032.pdf -o topics.html",
    ),
    Command(
        "pack", "pack:pack", "Write everything to publish.", "plan-2031.pdf plan-2032.pdf --report panel-report.pdf -o publish --draft"
    ),
    Command("batch", "batch:batch", "Do all of this for a set of documents.", "documents/ -o out"),
    Command("search", "catalogue:search", "Search a batch's documents.", 'out "stop and search"'),
    Command("export", "catalogue:export", "Write a batch's catalogue as CSV or Parquet.", "out --format csv -o tables"),
    Command("corpus list", "corpus:list_documents", "List what a manifest names.", "corpus/west-midlands.toml"),
    Command("corpus fetch", "corpus:fetch", "Fetch what a manifest names.", "corpus/west-midlands.toml"),
    Command("corpus verify", "corpus:verify", "Check what is there against a manifest.", "corpus/west-midlands.toml"),
)

GROUPS: dict[str, str] = {"corpus": "List, fetch and verify the documents that a manifest names."}
"""Groups of commands, and what is said of each."""


def named_command(words: Sequence[str]) -> tuple[Command, list[str]] | None:
    """The command that the first word or two of a call name, and the words after that."""
    for command in COMMANDS:
        size = len(command.name.split())
        if " ".join(words[:size]) == command.name:
            return command, list(words[size:])
    return None
