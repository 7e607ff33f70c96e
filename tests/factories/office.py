"""Word and Excel files as plain text, to be compared and read: what stands in them, not the bytes of their zips."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import docx
import openpyxl
from docx.table import Table
from docx.text.paragraph import Paragraph


def word(data: bytes) -> Any:
    """The document of a file's bytes."""
    return docx.Document(io.BytesIO(data))


def book(data: bytes) -> Any:
    """The workbook of a file's bytes."""
    return openpyxl.load_workbook(io.BytesIO(data))


def structure(data: bytes, form: str) -> str:
    """What stands in a file of either kind, a line a paragraph or cell."""
    return "\n".join(_of_word(data) if form == "docx" else _of_book(data)) + "\n"


def _of_word(data: bytes) -> Iterator[str]:
    document = word(data)
    yield f"title: {document.core_properties.title}; language: {document.core_properties.language}"
    for part in document.iter_inner_content():
        if isinstance(part, Paragraph):
            yield f"{part.style.name}: {_runs(part)}"
        elif isinstance(part, Table):
            yield f"table of {len(part.columns)} columns"
            for row in part.rows:
                yield f"  row{' (header)' if row._tr.trPr is not None and row._tr.trPr.xpath('w:tblHeader') else ''}"
                for cell in row.cells:
                    yield "    " + " / ".join(_runs(one) for one in cell.paragraphs)


def _runs(paragraph: Paragraph) -> str:
    plain = "Default Paragraph Font"
    return "".join(run.text if run.style.name == plain else f"<{run.style.name}: {run.text}>" for run in paragraph.runs)


def _of_book(data: bytes) -> Iterator[str]:
    for sheet in book(data):
        yield f"sheet {sheet.title}: {sheet.dimensions}, frozen at {sheet.freeze_panes}, filter {sheet.auto_filter.ref}"
        for choices in sheet.data_validations.dataValidation:
            yield f"  list in {choices.sqref}: {choices.formula1}"
        for row in sheet.iter_rows():
            yield "  row"
            yield from (f"    {cell.coordinate} {cell.data_type}: {cell.value!r}" for cell in row if cell.value is not None)
