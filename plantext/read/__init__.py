"""Sources → Documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from plantext.model.document import Document
    from plantext.read.limits import Limits


def read(
    source: str | Path | bytes | Document,
    *,
    password: str | None = None,
    pdf_reader: str = "pdfium",
    cache: bool = True,
    limits: Limits | None = None,
    partial: bool = False,
) -> Document:
    """Read a PDF, DOCX, HTML, Markdown or plain-text document, or the JSON that `extract` wrote.

    `source` is a path, "-" for standard input, or the bytes themselves; a Document is returned as it is. The reading is done in a worker
    process within `limits` of time and memory; PDFs that were read before come from the cache, unless it is off. `pdf_reader` is "pdfium" or
    "pdfplumber". Where `partial` is set, the pages that were read before a PDF's reader had to be stopped are returned, with an issue
    "partial". Raises SourceError.
    """
    from plantext.model.document import Document

    if isinstance(source, Document):
        return source
    from plantext.read.cache import cache_key, load_cached, store_cached
    from plantext.read.source import PDF, load_bytes, media_type
    from plantext.read.worker import read_in_worker

    data, name = (source, "bytes") if isinstance(source, bytes) else load_bytes(source)
    kind = media_type(data, name)
    key = cache_key(data, name, kind, pdf_reader) if cache and kind == PDF and password is None else None
    if key and (document := load_cached(key)):
        return document
    document = read_in_worker(data, name, kind, password=password, pdf_reader=pdf_reader, limits=limits, partial=partial)
    if key and not any(issue.code == "partial" for issue in document.issues):
        store_cached(key, document)
    return document
