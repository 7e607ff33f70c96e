"""The bytes of one document, of any format, → Document. Runs in the worker process."""

from __future__ import annotations

from plantext.errors import SourceError
from plantext.model.document import Document
from plantext.model.json import loads
from plantext.read.source import DOCX, HTML, JSON, MARKDOWN, PDF, describe


def read_bytes(data: bytes, name: str, media_type: str, *, password: str | None = None, pdf_reader: str = "pdfium") -> Document:
    """Read `data` as `media_type` (as `plantext.read.source.media_type` tells it). Raises SourceError.

    `pdf_reader` is "pdfium" or "pdfplumber"; `password` opens an encrypted PDF.
    """
    source = describe(data, name, media_type)
    if media_type == PDF:
        from plantext.read.pdf import read_pdf

        return read_pdf(data, source, password=password, reader=pdf_reader)
    if media_type == JSON:
        import msgspec

        try:
            return loads(data, Document)
        except msgspec.MsgspecError as error:
            raise SourceError("damaged", name, "this is not a Document that plantext wrote.") from error
    if media_type == DOCX:
        from plantext.read.docx import read_docx

        document = read_docx(data, source)
    elif media_type == HTML:
        from plantext.read.html import read_html

        document = read_html(data, source)
    else:
        from plantext.read.plain import read_text

        document = read_text(data, source, markdown=media_type == MARKDOWN)
    if not document.blocks:
        raise SourceError("needs_ocr" if document.figures else "damaged", name, "there is no text in this document.")
    return document
