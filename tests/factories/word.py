"""Word files, written for a test and read."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import docx

from plantext.model.document import Document
from plantext.read.docx import read_docx
from plantext.read.source import DOCX, describe


def read_word(build: Callable[[Any], None]) -> Document:
    """What is read of the Word file that `build` writes."""
    document = docx.Document()
    build(document)
    data = io.BytesIO()
    document.save(data)
    return read_docx(data.getvalue(), describe(data.getvalue(), "plan.docx", DOCX))
