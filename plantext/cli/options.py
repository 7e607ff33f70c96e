"""The options that commands share, each said once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

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
