"""What a source is: its bytes, its name, and its kind by what is in it, not by its name."""

from __future__ import annotations

import hashlib
import re
import sys
from pathlib import Path

from plantext.errors import SourceError
from plantext.model.document import Source

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HTML = "text/html"
MARKDOWN = "text/markdown"
TEXT = "text/plain"
JSON = "application/json"

LARGEST = 512 * 1024 * 1024  # bytes; the longest published plan met so far has 30 MB
"""A larger file is refused before it is read."""

_MARKDOWN_ENDINGS = {".md", ".markdown"}
_HTML_ENDINGS = {".html", ".htm", ".xhtml"}
CONTROLS = 0.02  # of the first bytes: no text has more control characters than that, beside line ends, tabs and form feeds
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_PDF_WINDOW = 1024  # ISO 32000 readers accept junk of up to 1024 bytes before %PDF


def load_bytes(source: str | Path) -> tuple[bytes, str]:
    """The bytes and the base name of a file, or of standard input for `-`. Raises SourceError."""
    if str(source) == "-":
        data = sys.stdin.buffer.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise SourceError("too_large", "standard input", f"it is longer than {LARGEST // 1024**2} MB.")
        return data, "standard input"
    path = Path(source)
    if path.is_dir():
        raise SourceError("not_supported", str(source), "this is a folder, not a document. `plantext batch` reads folders.")
    try:
        if path.stat().st_size > LARGEST:
            raise SourceError("too_large", str(source), f"the file is larger than {LARGEST // 1024**2} MB.")
        return path.read_bytes(), path.name
    except FileNotFoundError as error:
        raise SourceError("missing", str(source), "there is no such file.") from error
    except OSError as error:
        raise SourceError("missing", str(source), f"the file can't be opened ({error.strerror}).") from error


def media_type(data: bytes, name: str) -> str:
    """The kind of a document, from its first bytes; its name tells only kinds of text from one another. Raises SourceError."""
    head = data[:_PDF_WINDOW]
    stripped = head.lstrip(b"\xef\xbb\xbf \t\r\n\x00")
    if not data or data.isspace():
        raise SourceError("damaged", name, "the file is empty.")
    if b"%PDF-" in head:
        return PDF
    if head.startswith(b"PK\x03\x04"):
        if b"word/document.xml" in data:  # names stand uncompressed in a zip's directory
            return DOCX
        raise SourceError("not_supported", name, "this is a zip archive, but not a Word document.")
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        raise SourceError("not_supported", name, "this is an old Office file (.doc); save it as .docx or PDF.")
    if stripped.startswith(b"{") and b'"plantext/document/' in data[:4096]:
        return JSON
    if stripped.startswith(b"{") and b'"schema"' in data[:4096] and b'"plantext/' in data[:4096]:
        raise SourceError("not_supported", name, "this is another result of plantext, not a document that `extract` wrote.")
    controls = len(_CONTROLS.findall(head))
    if (b"\x00" in head or controls > CONTROLS * len(head)) and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise SourceError("not_supported", name, "this is not a kind of file that plantext reads.")
    lowered = stripped[:512].lower()
    if lowered.startswith((b"<!doctype html", b"<html")) or b"<html" in lowered:
        return HTML
    ending = Path(name).suffix.lower()
    if ending == ".json":
        raise SourceError("not_supported", name, "this JSON is not a document that `extract` wrote.")
    if ending in _HTML_ENDINGS and b"<" in data:  # a fragment without <html>, as content systems export it
        return HTML
    return MARKDOWN if ending in _MARKDOWN_ENDINGS else TEXT


def describe(data: bytes, name: str, kind: str, pages: int | None = None) -> Source:
    """The `Source` of these bytes."""
    name = name.encode(errors="replace").decode()  # a name that is no UTF-8 can't stand in JSON
    return Source(name=name, sha256=hashlib.sha256(data).hexdigest(), media_type=kind, pages=pages)
