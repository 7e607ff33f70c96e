"""The first reader: pdfium. With its own parts (`pdfium_…`) the only file that imports pypdfium2.

One call gives a page's whole text; where in a line the text object (so the style) changes is found by bisection: calls cost most.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from ctypes import c_size_t, create_string_buffer
from itertools import pairwise

import pypdfium2 as pdfium
from pypdfium2 import raw

from plantext.errors import SourceError
from plantext.read.pdf.engines import pdfium_calls as calls
from plantext.read.pdf.engines.engine import ASCENT, DESCENT, LEAST, PageContent, PageError, Run, Style, level_run, turned, weight_and_slope
from plantext.read.pdf.engines.pdfium_fields import open_form, read_fields
from plantext.read.pdf.engines.pdfium_gaps import Gaps, close_up, continues, find_gaps, find_white, is_spread
from plantext.read.pdf.engines.pdfium_paths import Matrix, apply, read_paths
from plantext.read.pdf.engines.pdfium_raised import as_raised, cut_at, find_raised
from plantext.read.pdf.engines.pdfium_styles import style_of

GLYPH_OBJECTS = 0.25  # more text objects than this per character: the producer writes glyph by glyph, so ask per word
SAMPLE = 12  # words looked at
FONT_NAME = 256  # bytes
_LINE = re.compile(r".+")
_BROKEN_LINE = re.compile(r"[^\n\x02\ufffe]+[\x02\ufffe]?")  # with pdfium's two signs for a hyphen at a line's end; it takes twice as long
_WORD = re.compile(r"\S+")
_LONG_WORD = re.compile(r"\S{4,}")
Known = tuple[float, Style, int, int]
Piece = tuple[int, int, int]  # its first character, the one after its last, and its text object
_ERRORS = {raw.FPDF_ERR_PASSWORD: "encrypted", raw.FPDF_ERR_SECURITY: "encrypted"}


class PdfiumReader:
    """A PDF opened by pdfium."""

    def __init__(self, data: bytes, name: str, password: str | None = None) -> None:
        """Open `data`. Raises SourceError: encrypted, damaged or no_pages."""
        self._room = calls.Room()
        try:
            self._document = pdfium.PdfDocument(data, password=password)
            self.page_count = len(self._document)
            self._form = open_form(self._document)
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
        page = raw.FPDF_LoadPage(self._document, index)  # the package's own objects for a page and its text cost a tenth of its loading
        if not page:
            raise PageError("the page can't be loaded.")
        try:
            text = raw.FPDFText_LoadPage(page)
            if not text:
                raise PageError("the page's text can't be loaded.")
            try:
                content = (reader := _PageReader(calls.pointer_to(page), calls.pointer_to(text), self._room, index + 1)).content()
            finally:
                raw.FPDFText_ClosePage(text)
            if self._form is not None:
                read_fields(self._form, page, reader.place, content)
            return turned(content)
        finally:
            raw.FPDF_ClosePage(page)

    def close(self) -> None:
        """Let go of the file."""
        self._document.close()


class _PageReader:
    """Reads one page."""

    def __init__(self, page: calls.Pointer, text: calls.Pointer, room: calls.Room, number: int) -> None:
        self.page = page
        self.text = text
        self.room = room
        self.number = number
        self.rotation = 90 * calls.rotation(page)  # clockwise, as displayed
        if self.rotation < 0 or not calls.bounding_box(page, room.box_place):
            raise PageError("the page has no place.")
        left, top, right, bottom = room.box
        self.left, self.top = left, top
        self.matrix: Matrix = {
            90: (0, 1, 1, 0, -bottom, -left),
            180: (-1, 0, 0, 1, right, -bottom),
            270: (0, -1, -1, 0, top, right),
        }.get(self.rotation, (1, 0, 0, -1, -left, top))
        self.objects: dict[int, Known] = {}
        self.fonts: dict[int, tuple[bool, bool]] = {}
        self.styles: dict[tuple[bytes, float, int, int], Known] = {}
        self.gaps: Gaps | None = None

    def content(self) -> PageContent:
        content = PageContent(number=self.number, width=calls.width(self.page), height=calls.height(self.page))
        read_paths(self.page, self.room, self.matrix, content)
        text, count = self._all_text()
        if count:
            self.gaps = find_gaps(self.text, self.room, text) if not self.rotation else None
            self._read(text, content.runs)
            if self.gaps is None and not self.rotation:
                self.gaps = find_white(self.text, self.room, text, content.runs)
                if self.gaps is not None:
                    content.runs = []
                    self._read(text, content.runs)
        return content

    def _read(self, text: str, runs: list[Run]) -> None:
        """Add the runs of a page's text."""
        places = [match.span() for match in (_BROKEN_LINE if "\x02" in text or "\ufffe" in text else _LINE).finditer(text)]
        raised = find_raised(self.text, self.room, text) if not self.rotation else []
        by_glyph = self._is_by_glyph(text)
        if not raised and not by_glyph:
            self._lines(text, places, runs)
            return
        for start, end in places if not raised else cut_at(raised, places):
            if (start, end) in raised:
                runs.append(as_raised(self._run(text, start, end, calls.text_object(self.text, start))))
            elif by_glyph:
                self._add(text, self._words(text, start, end), runs)
            else:
                self._lines(text, [(start, end)], runs)

    def place(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page's own space on the page as displayed, from its top left."""
        return apply(self.matrix, x, y)

    def _all_text(self) -> tuple[str, int]:
        count = calls.count_chars(self.text)
        if count <= 0:
            return "", 0
        units, place = self.room.units(count + 1)
        got = calls.all_text(self.text, 0, count, place) - 1
        text = units[: max(got, 0)].tobytes().decode("utf-16-le", "replace")
        if len(text) != count:  # some characters were left out or take two units: indices would be off
            text = "".join(chr(code) if (code := calls.unicode(self.text, i)) < 0x110000 else "\ufffd" for i in range(count))
        return text.replace("\x00", " ").replace("\r", "\n"), count

    def _is_by_glyph(self, text: str) -> bool:
        """Whether most words of a sample are made of several text objects."""
        places = {m.start() for start in range(0, len(text), max(1, len(text) // SAMPLE)) if (m := _LONG_WORD.search(text, start))}
        parted = sum(calls.text_object(self.text, at) != calls.text_object(self.text, at + 1) for at in places)
        return bool(parted > GLYPH_OBJECTS * len(places) and parted > 2)

    def _lines(self, text: str, places: Sequence[tuple[int, int]], runs: list[Run]) -> None:
        """Add the runs of lines of pdfium's text: one run where a line's first and last character are of one text object, as in four lines of five.

        These are read here and not by `_run`, whose call would cost a hundredth of all reading.
        """
        page, room, objects, plain = self.text, self.room, self.objects, self.gaps is None and not self.rotation
        text_object, origin, loose_box = calls.text_object, calls.origin, calls.loose_box
        x, y, box_place, point, box, left, top = room.x, room.y, room.box_place, room.point, room.box, self.left, self.top
        for start, end in places:
            while end > start and text[end - 1].isspace():
                end -= 1  # noqa: PLW2901
            while start < end and text[start].isspace():
                start += 1  # noqa: PLW2901
            if start == end:
                continue
            first = text_object(page, start)
            if end - start > 1 and text_object(page, end - 1) != first:
                self._add(text, self._split(text, start, end, first), runs)
                continue
            if not first:
                continue
            size, style, angle, _ = objects.get(first) or self._object(start, first)
            words = text[start:end]
            if not plain or angle or " " in words[1:3]:
                self._add(text, [(start, end, first)], runs)
                continue
            if size < LEAST:
                continue
            origin(page, start, x, y)
            loose_box(page, end - 1, box_place)
            x0, baseline = point
            x0, x1, baseline = x0 - left, box[2] - left, top - baseline
            if x1 < x0:
                x0, x1 = x1, x0
            runs.append(Run(words, x0, baseline - ASCENT * size, x1, baseline + DESCENT * size, baseline, size, style))

    def _add(self, text: str, pieces: list[Piece], runs: list[Run]) -> None:
        """Add the runs of a line's pieces."""
        previous: Run | None = None
        for first, last, pointer in pieces if self.gaps is None else self._parted(text, pieces):
            if not pointer:  # a space or line break that pdfium put in
                continue
            run = self._run(text, first, last, pointer)
            if run.size < LEAST:
                continue
            if previous is not None:
                run.space = text[first - 1].isspace()
                if continues(previous, run):
                    previous.text += (" " if run.space else "") + run.text
                    previous.x1 = run.x1
                    continue
            runs.append(run)
            previous = run

    def _parted(self, text: str, pieces: list[Piece]) -> Iterator[Piece]:
        """The pieces, each cut where the white between two columns stands in it."""
        for first, last, pointer in pieces:
            cuts = self._columns(text, first, last, pointer) if pointer else []
            for start, end in pairwise([first, *cuts, last]):
                yield start, end - (end < last), pointer

    def _columns(self, text: str, first: int, last: int, pointer: int) -> list[int]:
        """The characters that begin another column within a piece."""
        size, _, angle, font = self.objects.get(pointer) or self._object(first, pointer)
        return self.gaps.columns(text[first:last], first, size, font) if self.gaps is not None and angle == 0 else []

    def _words(self, text: str, start: int, end: int) -> list[Piece]:
        """The words of a line that is written glyph by glyph, those of two styles letter by letter."""
        pieces: list[Piece] = []
        text_object, page = calls.text_object, self.text
        for match in _WORD.finditer(text, start, end):
            first, last = match.span()
            pointer = text_object(page, first)
            if last - first > 1 and self._object(first, pointer) != self._object(last - 1, text_object(page, last - 1)):
                pieces += [(i, i + 1, text_object(page, i)) for i in range(first, last)]
            else:
                pieces.append((first, last, pointer))
        return pieces

    def _split(self, text: str, start: int, end: int, first: int) -> list[Piece]:
        """A line cut where its text object changes, each piece with its object; `first` is that of its first character. No end is a space."""
        text_object, page = calls.text_object, self.text
        last = text_object(page, end - 1)
        pieces: list[Piece] = []
        while first != last:
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
            while text[start].isspace():
                start += 1
            first = text_object(page, start) if end - start > 1 else last
        pieces.append((start, end, first))
        return pieces

    def _object(self, index: int, pointer: int) -> Known:
        """Size, style, angle as displayed and font of the character at `index`, which belongs to the text object `pointer`."""
        known = self.objects.get(pointer)
        if known is None:
            page, room = self.text, self.room
            calls.matrix(page, index, room.shown_place)
            calls.fill(page, index, *room.colour_places)
            font = mode = 0
            if pointer:
                item = calls.pointer(pointer)
                font, mode = calls.font(item), calls.mode(item)
            key = (room.shown.tobytes(), calls.size(page, index), font, mode)
            known = self.styles.get(key)
            if known is None:
                shown, size, _, _ = key
                known = self.styles[key] = (*style_of(shown, size, mode, self.rotation, *self._font(font)), font)
            self.objects[pointer] = known
        return known

    def _font(self, font: int) -> tuple[bool, bool]:
        known = self.fonts.get(font)
        if known is None:
            known = (False, False)
            if font:
                pointer, name = calls.pointer(font), create_string_buffer(FONT_NAME)
                calls.font_name(pointer, name, c_size_t(FONT_NAME))
                known = weight_and_slope(name.value.decode("utf-8", "replace"), calls.font_weight(pointer), calls.font_flags(pointer))
            self.fonts[font] = known
        return known

    def _run(self, text: str, first: int, last: int, pointer: int) -> Run:
        size, style, angle, font = self.objects.get(pointer) or self._object(first, pointer)
        room = self.room
        box: memoryview[float] = room.box
        calls.origin(self.text, first, room.x, room.y)
        calls.loose_box(self.text, last - 1, room.box_place)
        x0, y0 = room.point
        words = text[first:last]
        if angle == 0 and not self.rotation:
            x0, x1, baseline = x0 - self.left, box[2] - self.left, self.top - y0
            if self.gaps is not None and last - first > 1:
                words = self.gaps.with_spaces(words, first, size, font)
            words = close_up(self.text, room, text[first:last], first) if " " in words[1:3] and is_spread(words) else words
            if x1 < x0:
                x0, x1 = x1, x0
            return Run(words, x0, baseline - ASCENT * size, x1, baseline + DESCENT * size, baseline, size, style)  # as `level_run` does
        x0, y0 = self.place(x0, y0)
        a, b = self.place(box[0], box[3]), self.place(box[2], box[1])
        if angle == 0:
            x1 = max(a[0], b[0])
            return level_run(words, min(x0, x1), max(x0, x1), y0, size, style)
        calls.loose_box(self.text, first, room.box_place)
        c, d = self.place(box[0], box[3]), self.place(box[2], box[1])
        xs, ys = (a[0], b[0], c[0], d[0]), (a[1], b[1], c[1], d[1])
        baseline = x0 if angle in {90, 270} else y0
        return Run(words, min(xs), min(ys), max(xs), max(ys), baseline, size, style, angle)
