"""The command that makes everything to publish."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from plantext.cli.options import Also, Argument, Debug, NoCache, Option, Password, Reader
from plantext.cli.output import check_binary, print_text, progress
from plantext.cli.pictures import pictures_of
from plantext.errors import OutputError, UsageError

KEPT = "response-to-the-panel (as filled in).docx"
"""The response document that was read from the folder is kept under this name: an officer's own formatting is not in the new one."""


def pack(
    old: Annotated[str, Argument("OLD", "The earlier plan.")],
    new: Annotated[str, Argument("NEW", "The later plan.")],
    report: Annotated[str | None, Option("--report", "PANEL", "The panel's report.")] = None,
    output: Annotated[Path | None, Option("-o --output", "FOLDER", "The folder for the documents.")] = None,
    responses: Annotated[
        str | None,
        Option("--responses", "FILE", "The response with its answers filled in; default: the one in FOLDER."),
    ] = None,
    also: Also = None,
    password: Password = None,
    pdf_reader: Reader = None,
    *,
    draft: Annotated[bool, Option("--draft", help="Write the documents as drafts, though responses are blank.")] = False,
    no_pictures: Annotated[bool, Option("--no-pictures", help="Leave pictures of the pages out of the HTML pages.")] = False,
    no_cache: NoCache = False,
    debug: Debug = False,
) -> None:
    """Write everything to publish: summary of variations, response to the panel, decision notice, coverage, and a page that names them.

    Write it with --draft, fill in the response in the folder, and call it again without --draft: your answers are read from there.
    """
    from plantext import pipeline
    from plantext.cli.sources import one_standard_input, open_document
    from plantext.report.pack import RESPONSE, render_pack

    if report is None:
        raise UsageError("Name the panel's report with --report: the response and the coverage report are made from it.")
    if output is None:
        raise UsageError("Name a folder for the documents with -o.")
    if output.exists() and not output.is_dir():
        raise OutputError(f"{output}: this is a file. Name a folder for the documents with -o.")
    check_binary("xlsx", output)
    filled = _filled(responses, output / RESPONSE)
    one_standard_input(old, new, report, filled, *(also or ()))
    before, after, panel = (open_document(source, password, pdf_reader, no_cache=no_cache) for source in (old, new, report))
    answers = open_document(filled, None, None, no_cache=no_cache) if filled else None
    others = [open_document(source, password, pdf_reader, no_cache=no_cache) for source in also or ()]
    with progress("Comparing…"):
        made = pipeline.pack(before, after, panel, responses=answers, also=others)
    if made.blank and not draft:
        raise UsageError(_refusal(len(made.blank), filled, output / RESPONSE))
    pictures = pictures_of(made.variations, "html", old, new, password=password, wanted=not no_pictures)
    pictures |= pictures_of(made.coverage, "html", report, new, password=password, wanted=not no_pictures)
    files = render_pack(made, draft=draft, pictures=pictures)
    _write(output, files, kept=filled is not None and Path(filled) == output / RESPONSE)
    print_text(f"{len(files)} files in {output}; open {output / 'index.html'}\n")


def _filled(responses: str | None, own: Path) -> str | None:
    """The response document to read: the one named, else the one in the folder."""
    return responses if responses is not None else str(own) if own.is_file() else None


def _refusal(blank: int, filled: str | None, own: Path) -> str:
    have = "1 ask has no response" if blank == 1 else f"{blank} asks have no response"
    where = f" in {filled}" if filled else ""
    remedy = f"Fill in {filled}" if filled else f"Write drafts with --draft, fill in {own}"
    return f"{have}{where}, so nothing was written. {remedy}, and call this again; or add --draft."


def _write(folder: Path, files: dict[str, bytes], *, kept: bool) -> None:
    """All of them, each whole or not at all. Raises OutputError."""
    from plantext.report.pack import RESPONSE
    from plantext.write import write_atomically

    try:
        folder.mkdir(parents=True, exist_ok=True)
        if kept and (old := (folder / RESPONSE).read_bytes()) != files[RESPONSE]:
            write_atomically(folder / KEPT, old)
        for name, data in files.items():
            write_atomically(folder / name, data)
    except OSError as error:
        raise OutputError(
            f"{folder}: the documents can't be written ({error.strerror or error}). Choose another folder with -o."
        ) from error
