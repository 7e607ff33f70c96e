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
from plantext.read.pdf.engine import PageContent, PageError, Run, Style, level_run, turned, weight_and_slope
from plantext.read.pdf.pdfium_paths import read_paths

GLYPH_OBJECTS = 0.25  # more text objects than this per character: the producer writes glyph by glyph, so ask per word
JOIN = 0.45  # em: neighbours of one style that are nearer than this are one run
MOSTLY = 0.1  # of a page's spaces are guessed by pdfium: its producer writes none, or not all
SAMPLE = 24  # spaces looked at
MISSED = 0.1  # em: in such a page a gap wider than this is a space
_LINE = re.compile(r"[^\r\n\x02\ufffe]+[\x02\ufffe]?")
_WORD = re.compile(r"\S+")
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
        self.objects: dict[int, tuple[float, Style, int, int]] = {}
        self.fonts: dict[int, tuple[bool, bool]] = {}
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.x_ref, self.y_ref = ctypes.addressof(self.x), ctypes.addressof(self.y)
        self.box = (ctypes.c_float * 4)()  # left, top, right, bottom
        self.matrix = (ctypes.c_float * 6)()
        self.spaceless = False
        self.colour = [ctypes.c_uint() for _ in range(4)]

    def content(self) -> PageContent:
        width, height = self.page.get_size()
        content = PageContent(number=self.number, width=width, height=height)
        read_paths(self.page, self.place, content)
        text, count = self._all_text()
        if count:
            self.spaceless = self._is_spaceless(text)
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
            text = "".join(chr(code) if (code := calls.unicode(self.text, i)) < 0x110000 else "\ufffd" for i in range(count))
        return text.replace("\x00", " "), count

    def _is_by_glyph(self, text: str) -> bool:
        """Whether most words of a sample are made of several text objects."""
        words = [m for m in _WORD.finditer(text) if m.end() - m.start() > 3]
        sample = words[:: max(1, len(words) // 20)]
        parted = sum(calls.text_object(self.text, m.start()) != calls.text_object(self.text, m.start() + 1) for m in sample)
        return bool(parted > GLYPH_OBJECTS * len(sample) and parted > 2)

    def _is_spaceless(self, text: str) -> bool:
        """Whether the producer writes no spaces, so that pdfium had to guess them from the gaps (it misses narrow ones)."""
        step = max(1, len(text) // SAMPLE)
        sample = sorted({place for start in range(0, len(text), step) if (place := text.find(" ", start)) >= 0})
        return bool(sample) and sum(calls.generated(self.text, i) == 1 for i in sample) > MOSTLY * len(sample)

    def _with_spaces(self, text: str, first: int, last: int, size: float) -> str:
        """The text with a space wherever a gap is much wider than the others between its letters."""
        if self.rotation or last - first < 2:
            return text[first:last]
        gaps: list[float] = []
        right = None
        for index in range(first, last):
            calls.origin(self.text, index, self.x_ref, self.y_ref)
            gaps.append(0.0 if right is None or text[index] == " " or text[index - 1] == " " else self.x.value - right)
            calls.loose_box(self.text, index, self.box)
            right = self.box[2]
        limit = max(MISSED * size, 3 * sorted(gaps)[len(gaps) // 2])
        return "".join((" " if gap > limit else "") + text[first + i] for i, gap in enumerate(gaps))

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
        if end - start == 1 or calls.text_object(self.text, start) == calls.text_object(self.text, end - 1):
            pieces.append((start, end))
            return
        middle = (start + end) // 2
        first_object = calls.text_object(self.text, start)
        low, high = start, end - 1  # low is of the first object, high is not
        while high - low > 1:
            middle = (low + high) // 2
            probe = middle
            while probe < high and text[probe].isspace():
                probe += 1
            if probe == high:
                high = middle
                continue
            if calls.text_object(self.text, probe) == first_object:
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
        pointer = calls.text_object(self.text, index) or 0
        known = self.objects.get(pointer)
        if known is None:
            matrix = self.matrix
            calls.matrix(self.text, index, matrix)
            a, b, c, d = matrix[0], matrix[1], matrix[2], matrix[3]
            size = calls.size(self.text, index) * math.hypot(c, d)
            angle = (round(math.degrees(math.atan2(b, a))) - self.rotation) % 360
            reds = self.colour
            calls.fill(self.text, index, *(ctypes.addressof(part) for part in reds))
            mode = calls.mode(pointer) if pointer else 0
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
        font = (calls.font(pointer) if pointer else 0) or 0
        known = self.fonts.get(font)
        if known is None:
            if font:
                buffer = ctypes.create_string_buffer(256)
                calls.font_name(font, buffer, 256)
                known = weight_and_slope(buffer.value.decode("utf-8", "replace"), calls.font_weight(font), calls.font_flags(font))
            else:
                known = (False, False)
            self.fonts[font] = known
        return known

    def _run(self, text: str, first: int, last: int) -> Run | None:
        size, style, angle, pointer = self._object(first)
        if not pointer:  # a space or line break that pdfium put in
            return None
        box = self.box
        calls.origin(self.text, first, self.x_ref, self.y_ref)
        x0, y0 = self.place(self.x.value, self.y.value)
        calls.loose_box(self.text, last - 1, box)
        a, b = self.place(box[0], box[3]), self.place(box[2], box[1])
        if angle == 0:
            x1 = max(a[0], b[0])
            words = self._with_spaces(text, first, last, size) if self.spaceless else text[first:last]
            return level_run(words, min(x0, x1), max(x0, x1), y0, size, style)
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
