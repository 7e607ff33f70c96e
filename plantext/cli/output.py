"""Where results go: standard output, or a file written whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from plantext.errors import OutputError, UsageError

ENDINGS = {
    ".txt": "text", ".json": "json", ".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".csv": "csv", ".docx": "docx", ".xlsx": "xlsx",
}  # fmt: skip
"""The format that a file's ending asks for."""


def choose_format(format_name: str | None, output: Path | None) -> str:
    """The format asked for by name, else by the output's ending, else text. Raises UsageError."""
    if format_name:
        return format_name
    if output is None:
        return "text"
    chosen = ENDINGS.get(output.suffix.lower())
    if chosen is None:
        raise UsageError(f"{output}: no format goes with this ending. Name one with --format, or use {', '.join(ENDINGS)}.")
    return chosen


def write_result(result: object, format_name: str | None, output: Path | None) -> None:
    """Render `result` and write it. Raises UsageError for a format that it does not have, OutputError where it can't be written."""
    from plantext.report import render
    from plantext.report.text import render_text

    chosen = choose_format(format_name, output)
    if output is None and chosen == "text":
        to_terminal = sys.stdout.isatty()
        text = render_text(result, width=_width() if to_terminal else 100, colour=to_terminal and not os.environ.get("NO_COLOR"))
    else:
        text = render(result, chosen)
    if output is None:
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # the same bytes whatever the console's code page
        sys.stdout.write(text)
        sys.stdout.flush()
        return
    from plantext.write import write_atomically

    try:
        write_atomically(output, text.encode())
    except OSError as error:
        raise OutputError(f"{output}: the result can't be written ({error.strerror or error}). Choose another place with -o.") from error


def _width() -> int:
    import shutil

    return max(40, min(shutil.get_terminal_size((100, 24)).columns, 120))


@contextmanager
def progress(message: str) -> Iterator[None]:
    """Show on standard error what is being done, where a person is looking."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(message):
        yield


def reporter() -> Callable[[str], None]:
    """Say each step on standard error: one line that is written over at a terminal, nothing where none is looking."""
    if not sys.stderr.isatty():
        return lambda _message: None

    def say(message: str) -> None:
        sys.stderr.write(f"\r\x1b[2K{message[: _width() - 1]}")
        sys.stderr.flush()

    return say
