"""How a command declares what it takes, and the options that commands share, each said once.

The declarations are ours and light: `plain.py` reads them for a plain call, and `app.py` makes typer's of them for all else.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, NamedTuple


class Argument(NamedTuple):
    """What a command takes by its place: a source, a folder, words. A parameter without a default must be given."""

    metavar: str
    help: str | None = None


class Option(NamedTuple):
    """What a command takes by name. `names` with a blank between them; without `metavar` it is a flag."""

    names: str
    metavar: str | None = None
    help: str | None = None


Source = Annotated[str, Argument("SOURCE", "A PDF, DOCX, HTML, Markdown or plain-text file; - is standard input.")]
Output = Annotated[Path | None, Option("-o --output", "FILE", "Write to FILE; its ending names the format.")]
DocumentFormat = Annotated[str | None, Option("--format", "NAME", "The format: text, json, md or html.")]
ListFormat = Annotated[str | None, Option("--format", "NAME", "The format: text, json, md, csv or xlsx.")]
ReportFormat = Annotated[str | None, Option("--format", "NAME", "The format: text, json, md, html, docx, xlsx or csv.")]
Password = Annotated[str | None, Option("--password", "PASSWORD", "Opens an encrypted PDF.")]
Reader = Annotated[str | None, Option("--pdf-reader", "NAME", "pdfium (default) or pdfplumber.")]
NoCache = Annotated[bool, Option("--no-cache", help="Read PDFs anew, and remember nothing.")]
Debug = Annotated[bool, Option("--debug", help="Print a traceback with an error.")]  # `run` looks for it
FailOn = Annotated[str | None, Option("--fail-on", "LIST", "Exit with 1 if any of these occurs (a comma list).")]
Partial = Annotated[bool, Option("--partial", help="Keep the pages read before a PDF had to be given up.")]
NoPictures = Annotated[bool, Option("--no-pictures", help="Leave pictures of the pages out of an HTML page.")]
Edition = Annotated[str | None, Option("--edition", "YEAR", "Only this edition, as 2031-32.")]
Also = Annotated[list[str] | None, Option("--also", "FILE", "A document that tells how the plan was made; may be repeated.")]
