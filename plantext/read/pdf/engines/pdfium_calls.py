"""Calls into pdfium, bound once without argument types: a call costs half of what the package's own does, which for text is a tenth of all.

Arguments are passed as they are, so they must be C ints (plain integers), what `pointer` gives, or the places that `room` gives.
"""

from __future__ import annotations

import ctypes
import struct
from functools import partial
from typing import Any

Pointer = Any
"""What `pointer` gives."""
_NOWHERE = ctypes.c_char.from_address(0)
pointer = partial(ctypes.byref, _NOWHERE)
"""Makes of an address, a plain integer, what can be passed on; passing it costs less than passing a `c_void_p`."""


def _library() -> ctypes.PyDLL:
    """pdfium, called without letting other threads in: that costs more than these calls themselves, and threads may not use pdfium at once."""
    from pypdfium2_raw import bindings

    loaded = bindings._libs["pdfium"]  # noqa: SLF001  # further prototypes of the same functions
    return ctypes.PyDLL("pdfium", handle=loaded._handle)  # noqa: SLF001


def _without_fonts() -> Any:
    """Tell pdfium that the machine has no fonts: looking through them costs as much as ten pages, and a plan must be read alike on every machine.

    What is returned must live as long as the library. Each function that it might name is none.
    """
    from pypdfium2 import raw

    none = raw.FPDF_SYSFONTINFO(version=1)
    raw.FPDF_SetSystemFontInfo(none)
    return none


def pointer_to(handle: Any) -> Pointer:
    """A page's or a text's handle, as the package has it, to be passed on."""
    return ctypes.byref(handle.contents)


def _bound(name: str, result: Any) -> Any:
    function = _LIBRARY[name]
    function.restype = result
    return function


SHOWN = struct.Struct("4I4f")
"""What `Room.shown` holds: the colour, and that part of the matrix that turns and stretches; the rest of it only moves."""


class Room:
    """Where pdfium writes its answers: views of memory that is allotted once for a document, and the places in them to be passed on.

    A view is read in a third of the time that an array of ctypes takes.
    """

    def __init__(self) -> None:
        self.point, (self.x, self.y) = _room("d", 2)
        self.box, (self.box_place, *_) = _room("f", 4)  # left, top, right, bottom
        self.edges, self.edge_places = _room("d", 4)  # left, right, bottom, top
        self.floats, self.float_places = _room("f", 4)
        self.ints, self.int_places = _room("I", 4)
        self.matrix, (self.matrix_place, *_) = _room("f", 6)
        shown, places = _room("f", 10)  # red, green, blue and alpha, as integers, and then a matrix
        self.colour_places, self.shown_place = places[:4], places[4]
        self.shown_matrix = shown[4:8]
        self.shown = shown.cast("B")[: SHOWN.size]
        self._units, self._unit_places = _room("H", 4096, 1)

    def units(self, count: int) -> tuple[memoryview[Any], Any]:
        """Room for the UTF-16 units of a page's text, and its place. Kept for the next page: ctypes would make a type for each length."""
        if len(self._units) < count:
            self._units, self._unit_places = _room("H", 2 * count, 1)
        return self._units, self._unit_places[0]


def _room(kind: str, count: int, places: int | None = None) -> tuple[memoryview[Any], list[Any]]:
    """A view of `count` numbers of one kind ("f", "d", "I" or "H"), and the places of the first so many, by default of all."""
    view = memoryview(bytearray(count * struct.calcsize(kind))).cast(kind)  # type: ignore[call-overload]
    first = ctypes.c_char.from_buffer(view)
    return view, [ctypes.byref(first, index * view.itemsize) for index in range(places or count)]


_LIBRARY = _library()
_FONTS = _without_fonts()
_ADDRESS, _INT, _FLOAT, _COUNT = ctypes.c_size_t, ctypes.c_int, ctypes.c_float, ctypes.c_size_t  # an address is 0 for none

width = _bound("FPDF_GetPageWidthF", _FLOAT)
height = _bound("FPDF_GetPageHeightF", _FLOAT)
bounding_box = _bound("FPDF_GetPageBoundingBox", _INT)
rotation = _bound("FPDFPage_GetRotation", _INT)
count_chars = _bound("FPDFText_CountChars", _INT)
all_text = _bound("FPDFText_GetText", _INT)
text_object = _bound("FPDFText_GetTextObject", _ADDRESS)
loose_box = _bound("FPDFText_GetLooseCharBox", _INT)
tight_box = _bound("FPDFText_GetCharBox", _INT)
origin = _bound("FPDFText_GetCharOrigin", _INT)
matrix = _bound("FPDFText_GetMatrix", _INT)
size = _bound("FPDFText_GetFontSize", ctypes.c_double)
fill = _bound("FPDFText_GetFillColor", _INT)
generated = _bound("FPDFText_IsGenerated", _INT)
unicode = _bound("FPDFText_GetUnicode", ctypes.c_uint)
font = _bound("FPDFTextObj_GetFont", _ADDRESS)
mode = _bound("FPDFTextObj_GetTextRenderMode", _INT)
font_name = _bound("FPDFFont_GetBaseFontName", _COUNT)
font_weight = _bound("FPDFFont_GetWeight", _INT)
font_flags = _bound("FPDFFont_GetFlags", _INT)
count_objects = _bound("FPDFPage_CountObjects", _INT)
page_object = _bound("FPDFPage_GetObject", _ADDRESS)
object_type = _bound("FPDFPageObj_GetType", _INT)
object_matrix = _bound("FPDFPageObj_GetMatrix", _INT)
bounds = _bound("FPDFPageObj_GetBounds", _INT)
stroke_colour = _bound("FPDFPageObj_GetStrokeColor", _INT)
fill_colour = _bound("FPDFPageObj_GetFillColor", _INT)
form_count = _bound("FPDFFormObj_CountObjects", _INT)
form_object = _bound("FPDFFormObj_GetObject", _ADDRESS)
draw_mode = _bound("FPDFPath_GetDrawMode", _INT)
segment_count = _bound("FPDFPath_CountSegments", _INT)
segment = _bound("FPDFPath_GetPathSegment", _ADDRESS)
segment_type = _bound("FPDFPathSegment_GetType", _INT)
segment_point = _bound("FPDFPathSegment_GetPoint", _INT)
segment_closes = _bound("FPDFPathSegment_GetClose", _INT)
