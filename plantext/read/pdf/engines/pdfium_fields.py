"""The fields of a form, as pdfium gives them. Only pages of documents that hold a form are asked."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

from pypdfium2 import raw

from plantext.read.pdf.engines.engine import PageContent
from plantext.read.pdf.fields import HIDDEN, PASSWORD, add_tick, add_value

MOST = 5_000  # fields of a page
LONGEST = 200_000  # bytes of a value
_VALUES = {raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX}
_TICKS = {raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON}
Place = Callable[[float, float], tuple[float, float]]


def open_form(document: Any) -> Any:
    """The form of a document (a `PdfDocument`); None where it has none, as nearly every one."""
    if raw.FPDF_GetFormType(document) not in {raw.FORMTYPE_ACRO_FORM, raw.FORMTYPE_XFA_FOREGROUND}:
        return None
    document.init_forms()
    return document.formenv


def read_fields(form: Any, page: Any, place: Place, content: PageContent) -> None:
    """Add what stands in the fields of `page`; `place` takes a point of the page's own space to the page as displayed."""
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), MOST)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            if raw.FPDFAnnot_GetSubtype(annotation) == raw.FPDF_ANNOT_WIDGET and not raw.FPDFAnnot_GetFlags(annotation) & HIDDEN:
                _read_field(form, annotation, place, content)
        finally:
            raw.FPDFPage_CloseAnnot(annotation)


def _read_field(form: Any, annotation: Any, place: Place, content: PageContent) -> None:
    kind = raw.FPDFAnnot_GetFormFieldType(form, annotation)
    rectangle = raw.FS_RECTF()
    if (kind not in _VALUES and kind not in _TICKS) or not raw.FPDFAnnot_GetRect(annotation, rectangle):
        return
    a, b = place(rectangle.left, rectangle.top), place(rectangle.right, rectangle.bottom)
    box = (min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))
    if kind in _TICKS:
        if _text(lambda room, length: raw.FPDFAnnot_GetStringValue(annotation, b"AS", room, length)) not in {"", "Off"}:
            add_tick(content, box)
    elif not raw.FPDFAnnot_GetFormFieldFlags(form, annotation) & PASSWORD:
        size = ctypes.c_float()
        if not raw.FPDFAnnot_GetFontSize(form, annotation, size):
            size.value = 0.0
        value = _text(lambda room, length: raw.FPDFAnnot_GetFormFieldValue(form, annotation, room, length))
        add_value(content, box, value, size.value)


def _text(ask: Callable[[Any, int], int]) -> str:
    """What pdfium gives as UTF-16 units with a nought behind: asked for its length in bytes first."""
    length = ask(None, 0)
    if not 2 < length <= LONGEST:
        return ""
    room = (ctypes.c_ushort * (length // 2 + 1))()
    ask(room, length)
    return bytes(room)[: length - 2].decode("utf-16-le", "replace")
