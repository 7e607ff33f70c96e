"""Calls into pdfium, bound once with plain argument types: quicker than the package's own for what is asked for each piece of text."""

from __future__ import annotations

import ctypes
from typing import Any


def _bound(name: str, result: Any, *arguments: Any) -> Any:
    """A function of the library with plain argument types: pointers stay integers, which is quicker and can be a key."""
    from pypdfium2_raw import bindings

    function = bindings._libs["pdfium"][name]  # noqa: SLF001  # a second prototype of the same function
    function.restype, function.argtypes = result, list(arguments)
    return function


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
