"""Calls into pdfium, bound once with plain argument types: quicker than the package's own for what is asked for each piece of text."""

from __future__ import annotations

import ctypes
from typing import Any


def _library() -> ctypes.PyDLL:
    """pdfium, called without letting other threads in: that costs more than these calls themselves, and threads may not use pdfium at once."""
    from pypdfium2_raw import bindings

    loaded = bindings._libs["pdfium"]  # noqa: SLF001  # further prototypes of the same functions
    return ctypes.PyDLL("pdfium", handle=loaded._handle)  # noqa: SLF001


def _bound(name: str, result: Any, *arguments: Any) -> Any:
    """A function of the library with plain argument types: pointers stay integers, which is quicker and can be a key."""
    function = _LIBRARY[name]
    function.restype, function.argtypes = result, list(arguments)
    return function


_LIBRARY = _library()
_P, _I, _F = ctypes.c_void_p, ctypes.c_int, ctypes.c_float
text_object = _bound("FPDFText_GetTextObject", _P, _P, _I)
loose_box = _bound("FPDFText_GetLooseCharBox", _I, _P, _I, _P)
origin = _bound("FPDFText_GetCharOrigin", _I, _P, _I, _P, _P)
matrix = _bound("FPDFText_GetMatrix", _I, _P, _I, _P)
size = _bound("FPDFText_GetFontSize", ctypes.c_double, _P, _I)
fill = _bound("FPDFText_GetFillColor", _I, _P, _I, _P, _P, _P, _P)
font = _bound("FPDFTextObj_GetFont", _P, _P)
mode = _bound("FPDFTextObj_GetTextRenderMode", _I, _P)
font_name = _bound("FPDFFont_GetBaseFontName", ctypes.c_size_t, _P, ctypes.c_char_p, ctypes.c_size_t)
font_weight = _bound("FPDFFont_GetWeight", _I, _P)
font_flags = _bound("FPDFFont_GetFlags", _I, _P)
generated = _bound("FPDFText_IsGenerated", _I, _P, _I)
unicode = _bound("FPDFText_GetUnicode", ctypes.c_uint, _P, _I)
count_objects = _bound("FPDFPage_CountObjects", _I, _P)
page_object = _bound("FPDFPage_GetObject", _P, _P, _I)
object_type = _bound("FPDFPageObj_GetType", _I, _P)
object_matrix = _bound("FPDFPageObj_GetMatrix", _I, _P, _P)
bounds = _bound("FPDFPageObj_GetBounds", _I, _P, _P, _P, _P, _P)
stroke_colour = _bound("FPDFPageObj_GetStrokeColor", _I, _P, _P, _P, _P, _P)
fill_colour = _bound("FPDFPageObj_GetFillColor", _I, _P, _P, _P, _P, _P)
form_count = _bound("FPDFFormObj_CountObjects", _I, _P)
form_object = _bound("FPDFFormObj_GetObject", _P, _P, ctypes.c_ulong)
draw_mode = _bound("FPDFPath_GetDrawMode", _I, _P, _P, _P)
segment_count = _bound("FPDFPath_CountSegments", _I, _P)
segment = _bound("FPDFPath_GetPathSegment", _P, _P, _I)
segment_type = _bound("FPDFPathSegment_GetType", _I, _P)
segment_point = _bound("FPDFPathSegment_GetPoint", _I, _P, _P, _P)
segment_closes = _bound("FPDFPathSegment_GetClose", _I, _P)
