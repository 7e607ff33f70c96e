"""What can go wrong, each with its exit code and its remedy.

The library raises; the command line turns an exception into one sentence and an exit code, in one place.
A sentence says what happened, where, and what to do next.
"""

from __future__ import annotations

from typing import ClassVar, Literal

SourceStatus = Literal[
    "ok",
    "partial",
    "missing",
    "not_supported",
    "encrypted",
    "damaged",
    "no_pages",
    "too_slow",
    "too_large",
    "crashed",
    "needs_ocr",
    "failed",
]
"""What became of a source: one vocabulary for errors, page notes and a batch's rows."""

REMEDIES: dict[str, str] = {
    "missing": "Check the path, and the spelling of the file's name.",
    "not_supported": "Give a PDF, DOCX, HTML, Markdown or plain-text file, or the JSON that `plantext extract` wrote.",
    "encrypted": "Give the password with --password, or ask the publisher for a copy without one.",
    "damaged": "Fetch the file again; if a PDF stays so, open it in a viewer and print it to a new one.",
    "no_pages": "Fetch the file again: there is no page in it.",
    "too_slow": "Print the file to a new PDF and try that, or raise the limit `wall` in plantext.toml.",
    "too_large": "Split the file, or raise the limit `memory` in plantext.toml.",
    "crashed": "Try --pdf-reader pdfplumber, or print the file to a new PDF and try that.",
    "needs_ocr": "Run it through text recognition first (OCRmyPDF does this), then try again.",
    "failed": "This is a fault of plantext: please report it with the output of --debug.",
}
"""What to do next, for each status of a source that could not be read."""


class PlantextError(Exception):
    """Anything that plantext raises on purpose. `str()` of it is one plain sentence or two, with the remedy."""

    exit_code: ClassVar[int] = 70


class UsageError(PlantextError):
    """The call makes no sense: a wrong option, setting or combination of sources."""

    exit_code = 2


class SourceError(PlantextError):
    """A source can't be read. `status` is of the contract's vocabulary, `where` the source's name."""

    def __init__(self, status: SourceStatus, where: str, detail: str) -> None:
        super().__init__(status, where, detail)
        self.status: SourceStatus = status
        self.where = where
        self.detail = detail

    @property
    def exit_code(self) -> int:  # type: ignore[override]  # depends on the status
        """3 where the source can't be read, 4 where it has no text, 70 where the fault is ours."""
        return {"needs_ocr": 4, "failed": 70}.get(self.status, 3)

    def __str__(self) -> str:
        return f"{self.where}: {self.detail} {REMEDIES.get(self.status, '')}".strip()


class NothingToCompareError(PlantextError):
    """The sources were read, and nothing of the kind that was asked for is in them."""

    exit_code = 5


class OutputError(PlantextError):
    """A result can't be written."""

    exit_code = 2
