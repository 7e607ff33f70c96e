"""The fields of a form, as pdfplumber gives them. Only pages of documents that hold a form are asked."""

from __future__ import annotations

import re
from typing import Any

from pdfminer.pdftypes import resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text

from plantext.read.pdf.engines.engine import PageContent
from plantext.read.pdf.fields import HIDDEN, PASSWORD, add_tick, add_value

DEEPEST = 16  # fields within fields
BUTTON = 1 << 16  # of a button's flags: it does something, and holds nothing (ISO 32000, table 226)
_SIZE = re.compile(rb"(\d+(?:\.\d+)?)\s+Tf")


def holds_form(document: Any) -> bool:
    """Whether a document (pdfminer's) has a form."""
    form = resolve1(document.catalog.get("AcroForm"))
    return isinstance(form, dict) and bool(resolve1(form.get("Fields")))


def read_fields(page: Any, left: float, top: float, content: PageContent) -> None:
    """Add what stands in the fields of `page` (pdfplumber's), whose corner is at `left` and `top`."""
    for item in page.annots:
        field = item["data"]
        if _name(field.get("Subtype")) != "Widget" or _flags(field, "F") & HIDDEN:
            continue
        box = (float(item["x0"]) - left, float(item["top"]) - top, float(item["x1"]) - left, float(item["bottom"]) - top)
        kind, flags = _name(_inherited(field, "FT")), _flags(field, "Ff")
        if kind in {"Tx", "Ch"} and not (kind == "Tx" and flags & PASSWORD):
            appearance = _inherited(field, "DA")
            size = _SIZE.search(appearance) if isinstance(appearance, bytes) else None
            add_value(content, box, _text(_inherited(field, "V")), float(size.group(1)) if size else 0.0)
        elif kind == "Btn" and not flags & BUTTON and _name(resolve1(field.get("AS"))) not in {"", "Off"}:
            add_tick(content, box)


def _inherited(field: dict[str, Any], key: str) -> Any:
    """The entry of a field, or of one that it is within."""
    for _ in range(DEEPEST):
        value = resolve1(field.get(key))
        if value is not None:
            return value
        parent = resolve1(field.get("Parent"))
        if not isinstance(parent, dict):
            return None
        field = parent
    return None


def _flags(field: dict[str, Any], key: str) -> int:
    value = _inherited(field, key)
    return value if isinstance(value, int) else 0


def _name(value: Any) -> str:
    return str(value.name) if isinstance(value, PSLiteral) else ""


def _text(value: Any) -> str:
    if isinstance(value, list):  # several choices
        return ", ".join(filter(None, (_text(resolve1(part)) for part in value)))
    return str(decode_text(value)) if isinstance(value, bytes) else ""
