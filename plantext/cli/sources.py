"""From what a call names to Documents: settings, standard input, and the condition of --fail-on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from plantext.cli.commands import Exit
from plantext.cli.output import progress

if TYPE_CHECKING:
    from plantext.model.document import Document
    from plantext.settings import Settings

CONDITION = 1  # the exit code that says that what --fail-on names has occurred


def settings_of(reader: str | None, *, no_cache: bool) -> Settings:
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


def open_document(source: str, password: str | None, reader: str | None, *, no_cache: bool, partial: bool = False) -> Document:
    """Read one source with the settings of the folder and of the call."""
    from plantext.errors import UsageError
    from plantext.read import read

    if not source:
        raise UsageError("The name of a source is empty. Name a file, or - for standard input.")
    if source.lower().startswith(("http://", "https://")):
        raise UsageError(f"{source}: this is an address, and plantext reads files. Save the document first, and name the file.")
    chosen = settings_of(reader, no_cache=no_cache)
    with progress(f"Reading {Path(source).name}…"):
        return read(source, password=password, pdf_reader=chosen.pdf_reader, cache=chosen.cache, limits=chosen.limits, partial=partial)


def one_standard_input(*sources: str | None) -> None:
    """Raise UsageError where more than one source is to come from standard input."""
    from plantext.errors import UsageError

    if sum(source == "-" for source in sources) > 1:
        raise UsageError("Only one source can come from standard input. Name a file for the other.")


def fail_where(wanted: str | None, known: tuple[str, ...], counts: dict[str, int]) -> None:
    """Exit with 1 where a condition of --fail-on holds. Raises UsageError for a word that is none."""
    from plantext.errors import UsageError

    names = [name.strip() for name in (wanted or "").split(",") if name.strip()]
    for name in names:
        if name not in known:
            raise UsageError(f"--fail-on: “{name}” is none of {', '.join(known)}.")
    if any(counts.get(name) for name in names):
        raise Exit(CONDITION)
