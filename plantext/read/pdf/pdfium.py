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
from plantext.read.pdf import pdfium_calls as calls
from plantext.read.pdf.engine import LEAST, PageContent, PageError, Run, Style, level_run, turned, weight_and_slope
from plantext.read.pdf.pdfium_gaps import Gaps, is_spaceless
from plantext.read.pdf.pdfium_paths import read_paths

GLYPH_OBJECTS = 0.25  # more text objects than this per character: the producer writes glyph by glyph, so ask per word
JOIN = 0.45  # em: neighbours of one style that are nearer than this are one run
SAMPLE = 12  # words looked at
MATRIX = 16  # bytes of a matrix that turn and stretch; the others only move
_LINE = re.compile(r"[^\r\n\x02\ufffe]+[\x02\ufffe]?")
_WORD = re.compile(r"\S+")
_LONG_WORD = re.compile(r"\S{4,}")
Known = tuple[float, Style, int, int]
Piece = tuple[int, int, int]
"""Its first character, the one after its last, and its text object."""
_ERRORS = {raw.FPDF_ERR_PASSWORD: "encrypted", raw.FPDF_ERR_SECURITY: "encrypted"}


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
        self.text: int = ctypes.cast(textpage.raw, ctypes.c_void_p).value or 0
        self.number = number
        self.rotation = page.get_rotation()  # clockwise, as displayed
        left, bottom, right, top = page.get_bbox()
        self.bounds = (left, bottom, right, top)
        self.objects: dict[int, Known] = {}
        self.fonts: dict[int, tuple[bool, bool]] = {}
        self.styles: dict[tuple[bytes, float, int, int, bytes], Known] = {}
        self.point = (ctypes.c_double * 2)()
        self.x_ref = ctypes.addressof(self.point)
        self.y_ref = self.x_ref + ctypes.sizeof(ctypes.c_double)
        self.box = (ctypes.c_float * 4)()  # left, top, right, bottom
        self.matrix = (ctypes.c_float * 6)()
        self.colour = (ctypes.c_uint * 4)()
        self.colour_refs = [ctypes.addressof(self.colour) + i * ctypes.sizeof(ctypes.c_uint) for i in range(4)]
        self.gaps: Gaps | None = None

    def content(self) -> PageContent:
        width, height = self.page.get_size()
        content = PageContent(number=self.number, width=width, height=height)
        read_paths(self.page, self.place, content)
        text, count = self._all_text()
        if count:
            self.gaps = Gaps(self.text) if not self.rotation and is_spaceless(self.text, text) else None
            by_word = self._is_by_glyph(text)
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
            text = "".join(chr(code) if (code := calls.unicode(self.text, i)) < 0x110000 else "\ufffd" for i in range(count))
        return text.replace("\x00", " "), count

    def _is_by_glyph(self, text: str) -> bool:
        """Whether most words of a sample are made of several text objects."""
        places = {m.start() for start in range(0, len(text), max(1, len(text) // SAMPLE)) if (m := _LONG_WORD.search(text, start))}
        parted = sum(calls.text_object(self.text, at) != calls.text_object(self.text, at + 1) for at in places)
        return bool(parted > GLYPH_OBJECTS * len(places) and parted > 2)

    def _line(self, text: str, start: int, end: int, by_word: bool, runs: list[Run]) -> None:
        """Add the runs of one line of pdfium's text."""
        pieces = self._words(text, start, end) if by_word else self._split(text, start, end)
        previous: Run | None = None
        first_run = len(runs)
        for first, last, pointer in pieces:
            if not pointer:  # a space or line break that pdfium put in
                continue
            run = self._run(text, first, last, pointer)
            if run.size < LEAST:
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

    def _words(self, text: str, start: int, end: int) -> list[Piece]:
        """The words of a line that is written glyph by glyph, those of two styles letter by letter."""
        pieces: list[Piece] = []
        text_object, page = calls.text_object, self.text
        for match in _WORD.finditer(text, start, end):
            first, last = match.span()
            pointer = text_object(page, first) or 0
            if last - first > 1 and self._object(first, pointer) != self._object(last - 1, text_object(page, last - 1) or 0):
                pieces += [(i, i + 1, text_object(page, i) or 0) for i in range(first, last)]
            else:
                pieces.append((first, last, pointer))
        return pieces

    def _split(self, text: str, start: int, end: int) -> list[Piece]:
        """A line cut where its text object changes, each piece with its object. Ends are moved in to characters that are printed."""
        pieces: list[Piece] = []
        text_object, page = calls.text_object, self.text
        while end > start and text[end - 1].isspace():
            end -= 1
        last = text_object(page, end - 1) or 0 if end > start else 0
        while start < end:
            if text[start].isspace():
                start += 1
                continue
            first = text_object(page, start) or 0 if end - start > 1 else last
            if first == last:
                pieces.append((start, end, first))
                break
            low, high = start, end - 1  # low is of the first object, high is not
            while high - low > 1:
                probe = middle = (low + high) // 2
                while probe < high and text[probe].isspace():
                    probe += 1
                if probe == high:
                    high = middle
                elif text_object(page, probe) == first:
                    low = probe
                else:
                    high = middle
            stop = high
            while text[stop - 1].isspace():
                stop -= 1
            pieces.append((start, stop, first))
            start = high
        return pieces

    def _object(self, index: int, pointer: int) -> Known:
        """Size, style, angle as displayed and font of the character at `index`, which belongs to the text object `pointer`."""
        known = self.objects.get(pointer)
        if known is None:
            calls.matrix(self.text, index, self.matrix)
            calls.fill(self.text, index, *self.colour_refs)
            font, mode = (calls.font(pointer) or 0, calls.mode(pointer)) if pointer else (0, 0)
            key = (bytes(self.matrix)[:MATRIX], calls.size(self.text, index), font, mode, bytes(self.colour))
            known = self.styles.get(key)
            if known is None:
                known = self.styles[key] = self._style(key[1], font, mode)
            self.objects[pointer] = known
        return known

    def _style(self, size: float, font: int, mode: int) -> Known:
        """What the matrix and colour just asked for say."""
        a, b, c, d, _, _ = self.matrix
        red, green, blue, alpha = self.colour
        bold, italic = self._font(font)
        style = Style(
            bold=bold or mode == raw.FPDF_TEXTRENDERMODE_FILL_STROKE,
            italic=italic or (abs(c) > 0.1 * abs(d) and a > 0 and b == 0),
            colour=red << 16 | green << 8 | blue,
            alpha=alpha,
            hidden=mode == raw.FPDF_TEXTRENDERMODE_INVISIBLE,
        )
        angle = (round(math.degrees(math.atan2(b, a))) - self.rotation) % 360
        return (round(size * math.hypot(c, d), 2), style, angle, font)

    def _font(self, font: int) -> tuple[bool, bool]:
        known = self.fonts.get(font)
        if known is None:
            known = (False, False)
            if font:
                buffer = ctypes.create_string_buffer(256)
                calls.font_name(font, buffer, 256)
                known = weight_and_slope(buffer.value.decode("utf-8", "replace"), calls.font_weight(font), calls.font_flags(font))
            self.fonts[font] = known
        return known

    def _run(self, text: str, first: int, last: int, pointer: int) -> Run:
        size, style, angle, font = self._object(first, pointer)
        box = self.box
        calls.origin(self.text, first, self.x_ref, self.y_ref)
        x0, y0 = self.point
        calls.loose_box(self.text, last - 1, box)
        if angle == 0 and not self.rotation:
            x0, x1, y0 = x0 - self.bounds[0], box[2] - self.bounds[0], self.bounds[3] - y0
            words = text[first:last]
            if self.gaps is not None and last - first > 1:
                words = self.gaps.with_spaces(words, first, size, font)
            if x1 < x0:
                x0, x1 = x1, x0
            return level_run(words, x0, x1, y0, size, style)
        x0, y0 = self.place(x0, y0)
        a, b = self.place(box[0], box[3]), self.place(box[2], box[1])
        if angle == 0:
            x1 = max(a[0], b[0])
            return level_run(text[first:last], min(x0, x1), max(x0, x1), y0, size, style)
        calls.loose_box(self.text, first, box)
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
