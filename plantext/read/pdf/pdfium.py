"""The first reader: pdfium. The only file that imports pypdfium2.

One call gives a page's whole text; where in a line the text object (so the style) changes is found by bisection,
because a call into pdfium for each character costs more than all the rest.
"""

from __future__ import annotations

import ctypes
import math
import re
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from plantext.errors import SourceError
from plantext.read.pdf.engine import PageContent, PageError, Run, Style, level_run, turned, weight_and_slope
from plantext.read.pdf.pdfium_paths import read_paths

GLYPH_OBJECTS = 0.25  # more text objects than this per character: the producer writes glyph by glyph, so ask per word
WIDE = 0.62  # em per character: a run wider than this on average may hold a gap that its producer made by moving the pen
GAP = 0.9  # em: a gap within one run wider than this parts it
JOIN = 0.45  # em: neighbours of one style that are nearer than this are one run
_LINE = re.compile(r"[^\r\n\x02\ufffe]+[\x02\ufffe]?")
_WORD = re.compile(r"\S+")
_ERRORS = {raw.FPDF_ERR_PASSWORD: "encrypted", raw.FPDF_ERR_SECURITY: "encrypted"}


def _bound(name: str, result: Any, *arguments: Any) -> Any:
    """A function of the library with plain argument types: pointers stay integers, which is quicker and can be a key."""
    from pypdfium2_raw import bindings

    function = bindings._libs["pdfium"][name]  # noqa: SLF001  # a second prototype of the same function
    function.restype, function.argtypes = result, list(arguments)
    return function


_P, _I, _F = ctypes.c_void_p, ctypes.c_int, ctypes.c_float
_text_object = _bound("FPDFText_GetTextObject", _P, _P, _I)
_loose_box = _bound("FPDFText_GetLooseCharBox", _I, _P, _I, _P)
_origin = _bound("FPDFText_GetCharOrigin", _I, _P, _I, _P, _P)
_matrix = _bound("FPDFText_GetMatrix", _I, _P, _I, _P)
_size = _bound("FPDFText_GetFontSize", ctypes.c_double, _P, _I)
_fill = _bound("FPDFText_GetFillColor", _I, _P, _I, _P, _P, _P, _P)
_font = _bound("FPDFTextObj_GetFont", _P, _P)
_mode = _bound("FPDFTextObj_GetTextRenderMode", _I, _P)
_font_name = _bound("FPDFFont_GetBaseFontName", ctypes.c_size_t, _P, ctypes.c_char_p, ctypes.c_size_t)
_font_weight = _bound("FPDFFont_GetWeight", _I, _P)
_font_flags = _bound("FPDFFont_GetFlags", _I, _P)
_unicode = _bound("FPDFText_GetUnicode", ctypes.c_uint, _P, _I)


class PdfiumReader:
    """A PDF opened by pdfium."""

    def __init__(self, data: bytes, name: str, password: str | None = None) -> None:
        """Open `data`. Raises SourceError: encrypted, damaged or no_pages."""
        try:
            self._document = pdfium.PdfDocument(data, password=password)
            self.page_count = len(self._document)
        except pdfium.PdfiumError as error:
            if getattr(error, "err_code", None) in _ERRORS or "password" in str(error).lower():
                detail = "the file is encrypted, and the password is wrong." if password else "the file is encrypted."
                raise SourceError("encrypted", name, detail) from error
            raise SourceError("damaged", name, "the file is no whole PDF.") from error
        if self.page_count == 0:
            raise SourceError("no_pages", name, "the PDF has no pages.")

    def size(self, index: int) -> tuple[float, float]:
        """Width and height of a page as displayed."""
        try:
            width, height = self._document.get_page_size(index)
        except pdfium.PdfiumError:
            return 595.0, 842.0
        return float(width), float(height)

    def page(self, index: int) -> PageContent:
        """The content of a page. Raises PageError."""
        try:
            page = self._document[index]
        except pdfium.PdfiumError as error:
            raise PageError(str(error)) from error
        try:
            textpage = page.get_textpage()
            try:
                return _PageReader(page, textpage, index + 1).content()
            finally:
                textpage.close()
        except pdfium.PdfiumError as error:
            raise PageError(str(error)) from error
        finally:
            page.close()

    def close(self) -> None:
        """Let go of the file."""
        self._document.close()


class _PageReader:
    """Reads one page."""

    def __init__(self, page: Any, textpage: Any, number: int) -> None:
        self.page = page
        self.text: int = ctypes.cast(textpage.raw, _P).value or 0
        self.number = number
        self.rotation = page.get_rotation()  # clockwise, as displayed
        left, bottom, right, top = page.get_bbox()
        self.bounds = (left, bottom, right, top)
        self.objects: dict[int, tuple[float, Style, int, int]] = {}
        self.fonts: dict[int, tuple[bool, bool]] = {}
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.x_ref, self.y_ref = ctypes.addressof(self.x), ctypes.addressof(self.y)
        self.box = (_F * 4)()  # left, top, right, bottom
        self.matrix = (_F * 6)()
        self.colour = [ctypes.c_uint() for _ in range(4)]

    def content(self) -> PageContent:
        width, height = self.page.get_size()
        content = PageContent(number=self.number, width=width, height=height)
        read_paths(self.page, self.place, content)
        text, count = self._all_text()
        if count:
            by_word = len(content.runs) == 0 and self._is_by_glyph(text)
            for match in _LINE.finditer(text):
                self._line(text, match.start(), match.end(), by_word, content.runs)
        return turned(content)

    def place(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page's own space on the page as displayed, from its top left."""
        left, bottom, right, top = self.bounds
        if self.rotation == 90:
            return y - bottom, x - left
        if self.rotation == 180:
            return right - x, y - bottom
        if self.rotation == 270:
            return top - y, right - x
        return x - left, top - y

    def _all_text(self) -> tuple[str, int]:
        count = raw.FPDFText_CountChars(ctypes.cast(self.text, raw.FPDF_TEXTPAGE))
        if count <= 0:
            return "", 0
        buffer = (ctypes.c_ushort * (count + 1))()
        got = raw.FPDFText_GetText(ctypes.cast(self.text, raw.FPDF_TEXTPAGE), 0, count, buffer) - 1
        text = bytes(buffer)[: 2 * max(got, 0)].decode("utf-16-le", "replace")
        if len(text) != count:  # some characters were left out or take two units: indices would be off
            text = "".join(chr(code) if (code := _unicode(self.text, i)) < 0x110000 else "\ufffd" for i in range(count))
        return text.replace("\x00", " "), count

    def _is_by_glyph(self, text: str) -> bool:
        """Whether most words of a sample are made of several text objects."""
        words = [m for m in _WORD.finditer(text) if m.end() - m.start() > 3]
        sample = words[:: max(1, len(words) // 20)]
        parted = sum(_text_object(self.text, m.start()) != _text_object(self.text, m.start() + 1) for m in sample)
        return bool(parted > GLYPH_OBJECTS * len(sample) and parted > 2)

    def _line(self, text: str, start: int, end: int, by_word: bool, runs: list[Run]) -> None:
        """Add the runs of one line of pdfium's text."""
        pieces: list[tuple[int, int]] = []
        if by_word:
            for match in _WORD.finditer(text, start, end):
                first, last = match.span()
                if last - first > 1 and self._style_at(first) != self._style_at(last - 1):
                    pieces += [(i, i + 1) for i in range(first, last)]
                else:
                    pieces.append((first, last))
        else:
            self._split(text, start, end, pieces)
        previous: Run | None = None
        first_run = len(runs)
        for first, last in pieces:
            run = self._run(text, first, last)
            if run is None:
                continue
            run.space = first == start or text[first - 1].isspace()
            if previous is not None and _continues(previous, run):
                previous.text += (" " if run.space else "") + run.text
                previous.x1 = run.x1
            else:
                runs.append(run)
                previous = run
        if len(runs) > first_run:
            runs[first_run].space = True

    def _split(self, text: str, start: int, end: int, pieces: list[tuple[int, int]]) -> None:
        """Cut `text[start:end]` where the text object changes. Ends are moved in to characters that are printed."""
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start >= end:
            return
        if end - start == 1 or _text_object(self.text, start) == _text_object(self.text, end - 1):
            pieces.append((start, end))
            return
        middle = (start + end) // 2
        first_object = _text_object(self.text, start)
        low, high = start, end - 1  # low is of the first object, high is not
        while high - low > 1:
            middle = (low + high) // 2
            probe = middle
            while probe < high and text[probe].isspace():
                probe += 1
            if probe == high:
                high = middle
                continue
            if _text_object(self.text, probe) == first_object:
                low = probe
            else:
                high = middle
        boundary = high
        self._split_piece(text, start, boundary, pieces)
        self._split(text, boundary, end, pieces)

    @staticmethod
    def _split_piece(text: str, start: int, end: int, pieces: list[tuple[int, int]]) -> None:
        while end > start and text[end - 1].isspace():
            end -= 1
        if end > start:
            pieces.append((start, end))

    def _style_at(self, index: int) -> tuple[float, Style, int]:
        size, style, angle, _ = self._object(index)
        return size, style, angle

    def _object(self, index: int) -> tuple[float, Style, int, int]:
        """Size, style, angle as displayed, and the text object of a character."""
        pointer = _text_object(self.text, index) or 0
        known = self.objects.get(pointer)
        if known is None:
            matrix = self.matrix
            _matrix(self.text, index, matrix)
            a, b, c, d = matrix[0], matrix[1], matrix[2], matrix[3]
            size = _size(self.text, index) * math.hypot(c, d)
            angle = (round(math.degrees(math.atan2(b, a))) - self.rotation) % 360
            reds = self.colour
            _fill(self.text, index, *(ctypes.addressof(part) for part in reds))
            mode = _mode(pointer) if pointer else 0
            bold, italic = self._font(pointer)
            style = Style(
                bold=bold or mode == raw.FPDF_TEXTRENDERMODE_FILL_STROKE,
                italic=italic or (abs(c) > 0.1 * abs(d) and a > 0 and b == 0),
                colour=reds[0].value << 16 | reds[1].value << 8 | reds[2].value,
                alpha=reds[3].value,
                hidden=mode == raw.FPDF_TEXTRENDERMODE_INVISIBLE,
            )
            known = self.objects[pointer] = (round(size, 2), style, angle, pointer)
        return known

    def _font(self, pointer: int) -> tuple[bool, bool]:
        font = (_font(pointer) if pointer else 0) or 0
        known = self.fonts.get(font)
        if known is None:
            if font:
                buffer = ctypes.create_string_buffer(256)
                _font_name(font, buffer, 256)
                known = weight_and_slope(buffer.value.decode("utf-8", "replace"), _font_weight(font), _font_flags(font))
            else:
                known = (False, False)
            self.fonts[font] = known
        return known

    def _run(self, text: str, first: int, last: int) -> Run | None:
        size, style, angle, pointer = self._object(first)
        if not pointer:  # a space or line break that pdfium put in
            return None
        box = self.box
        _origin(self.text, first, self.x_ref, self.y_ref)
        x0, y0 = self.place(self.x.value, self.y.value)
        _loose_box(self.text, last - 1, box)
        a, b = self.place(box[0], box[3]), self.place(box[2], box[1])
        if angle == 0:
            x1 = max(a[0], b[0])
            return level_run(text[first:last], min(x0, x1), max(x0, x1), y0, size, style)
        _loose_box(self.text, first, box)
        c, d = self.place(box[0], box[3]), self.place(box[2], box[1])
        xs, ys = (a[0], b[0], c[0], d[0]), (a[1], b[1], c[1], d[1])
        baseline = x0 if angle in {90, 270} else y0
        return Run(text[first:last], min(xs), min(ys), max(xs), max(ys), baseline, size, style, angle)


def _continues(previous: Run, run: Run) -> bool:
    """Whether `run` only goes on with `previous`."""
    return (
        previous.style == run.style
        and previous.angle == run.angle == 0
        and abs(previous.size - run.size) < 0.1
        and abs(previous.baseline - run.baseline) < 0.5
        and -0.5 * run.size < run.x0 - previous.x1 < JOIN * run.size
    )
