"""Where results go: standard output, or a file written whole or not at all."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from plantext.errors import OutputError, UsageError
from plantext.model.picture import PictureKey

ENDINGS = {
    ".txt": "text", ".json": "json", ".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".csv": "csv", ".docx": "docx", ".xlsx": "xlsx",
}  # fmt: skip
"""The format that a file's ending asks for."""


def choose_format(kind: type, format_name: str | None, output: Path | None, *sources: str | None) -> str:
    """The format for a result of class `kind`: the one asked for by name, else by the output's ending, else text.

    It is called before anything is read, so that nobody waits for a result that can't be written. Raises UsageError for a format that
    the result does not have, or an output that is one of the `sources`; OutputError for a place where nothing can be written.
    """
    from plantext.report import formats_of

    formats = formats_of(kind)
    if output is not None:
        _check_place(output, *sources)
    by_ending = ENDINGS.get(output.suffix.lower(), "") if output else "text"
    chosen = ENDINGS.get(f".{format_name.lower()}", format_name.lower()) if format_name else by_ending
    if chosen in formats:
        check_binary(chosen, output)
        return chosen
    known = ", ".join(formats)
    if not chosen:
        endings = ", ".join(ending for ending, name in ENDINGS.items() if name in formats)
        raise UsageError(f"{output}: no format goes with this ending. Name one with --format ({known}), or use {endings}.")
    raise UsageError(f"The {kind.__name__.lower()} can't be written as “{chosen}”. Formats for it: {known}.")


def check_binary(chosen: str, output: Path | None) -> None:
    """Word and Excel files want a name, and Excel an extra: said before anything is read."""
    from plantext.report import BINARY

    if chosen in BINARY and output is None:
        raise UsageError(f"A file of the kind {chosen} can't be shown here. Name a file for it with -o, as -o result.{chosen}.")
    if chosen == "xlsx":
        from importlib.util import find_spec

        from plantext.report.workbook import MISSING

        if find_spec("openpyxl") is None:
            raise UsageError(MISSING)


def _check_place(output: Path, *sources: str | None) -> None:
    remedy = "Choose another place with -o."
    if _is_device(output):
        return
    if output.is_dir():
        raise OutputError(f"{output}: the result can't be written, this is a folder. Name a file in it with -o.")
    if not output.parent.is_dir():
        raise OutputError(f"{output}: the result can't be written, there is no folder {output.parent}. Make it first, or choose another.")
    if not os.access(output.parent, os.W_OK):
        raise OutputError(f"{output}: the result can't be written, the folder {output.parent} is closed to you. {remedy}")
    for source in sources:
        if source and source != "-" and output.exists() and Path(source).exists() and output.samefile(source):
            raise UsageError(f"{output}: this is a source, and writing the result would destroy it. {remedy}")


def _is_device(output: Path) -> bool:
    """Whether it is a pipe or a device such as /dev/null: it is written to, and must never be replaced by a file."""
    return output.exists() and not output.is_file() and not output.is_dir()


def write_result(result: object, chosen: str, output: Path | None, pictures: Mapping[PictureKey, bytes] | None = None) -> None:
    """Render `result` in the format that `choose_format` chose, with its `pictures`, and write it. Raises OutputError where it can't be written."""
    from plantext.report import render
    from plantext.report.text import render_text

    text: str | bytes
    if output is None and chosen == "text":
        to_terminal = sys.stdout is not None and sys.stdout.isatty()
        text = render_text(result, width=_width() if to_terminal else 100, colour=to_terminal and not os.environ.get("NO_COLOR"))
    else:
        text = render(result, chosen, pictures)
    data = text.encode() if isinstance(text, str) else text
    if output is None:
        print_text(data.decode())
        return
    from plantext.write import write_atomically

    try:
        if _is_device(output):
            output.write_bytes(data)
        else:
            write_atomically(output.resolve(), data)  # what a link leads to is written, and the link stays
    except OSError as error:
        raise OutputError(f"{output}: the result can't be written ({error.strerror or error}). Choose another place with -o.") from error


def print_text(text: str) -> None:
    """Write to standard output, in UTF-8 whatever the console. Raises OutputError where it can't be written."""
    if sys.stdout is None:
        raise OutputError("Standard output is closed: the result can't be written. Name a file with -o.")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # the same bytes on every system
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read our output has seen enough
        silence_output()
    except OSError as error:
        silence_output()
        raise OutputError(f"Standard output: the result can't be written ({error.strerror}). Name a file elsewhere with -o.") from error


def silence_output() -> None:
    """Let standard output lead nowhere, so that Python does not complain at exit of what it could not write."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


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
