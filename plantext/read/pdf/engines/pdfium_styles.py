"""What pdfium says of a text object's matrix, colour and font, as size, style and angle."""

from __future__ import annotations

import math
from functools import lru_cache

from pypdfium2 import raw

from plantext.read.pdf.engines import pdfium_calls as calls
from plantext.read.pdf.engines.engine import Style


@lru_cache(maxsize=4096)
def style_of(shown: bytes, size: float, mode: int, rotation: int, bold: bool, italic: bool) -> tuple[float, Style, int]:
    """Size, style and angle as displayed; `shown` is what `Room.shown` holds: a document's pages are set in the same few."""
    red, green, blue, alpha, a, b, c, d = calls.SHOWN.unpack(shown)
    style = Style(
        bold=bold or mode == raw.FPDF_TEXTRENDERMODE_FILL_STROKE,
        italic=italic or (abs(c) > 0.1 * abs(d) and a > 0 and b == 0),
        colour=red << 16 | green << 8 | blue,
        alpha=alpha,
        hidden=mode == raw.FPDF_TEXTRENDERMODE_INVISIBLE,
    )
    return round(size * math.hypot(c, d), 2), style, (round(math.degrees(math.atan2(b, a))) - rotation) % 360
