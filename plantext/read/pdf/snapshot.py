"""Pictures of places on a PDF's pages, made by pdfium in a process of its own: rendering can hang, crash and swell as reading can.

Started as `python -m plantext.read.pdf.snapshot`: one request on its standard input, one answer on its standard output, both msgpack.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from plantext.model.document import Box
from plantext.model.picture import PictureKey, Spot, Whole
from plantext.read.limits import Limits

if TYPE_CHECKING:
    from PIL import Image as Images

SCALE = 1.35  # pixels to a point for a place: words of 10 points are read with ease, and a strip weighs some 8 KB
WHOLE_SCALE = 1.0  # for a whole page
ABOVE = 40.0  # points of the page above and below a passage, so that it is seen where it stands
BESIDE = 30.0  # and on its left and right: margins would only make it smaller on a telephone
NARROWEST = 300.0  # points of a strip
HIGHEST = 300.0  # points of a strip: a longer passage is cut
QUALITY = 45  # of WebP: letters stay clean
MARK = (255, 228, 77)  # laid over the words as by a marker pen, where the paper is light
EDGE = (18, 54, 95)  # the outline: a mark that does not need colour to be seen
FEWEST = 12  # letters and digits by which a passage is looked for on its page
WALL = 20.0  # seconds for one document's pictures, and a quarter of one for each
MEMORY = Limits().memory


class _Request(msgspec.Struct):
    data: bytes
    password: str | None
    spots: list[tuple[int, Box, str]]
    pages: list[int]


class _Answer(msgspec.Struct):
    spots: list[bytes | None]
    pages: list[bytes | None]


def take_pictures(data: bytes, wanted: Iterable[PictureKey], password: str | None = None) -> dict[PictureKey, bytes]:
    """Pictures of the places `wanted` of the PDF `data`, as WebP files. A place of which none can be made is left out; so are all where the
    process had to be stopped: a report without pictures is better than none.
    """
    keys = list(dict.fromkeys(wanted))
    spots = [key for key in keys if isinstance(key, Spot)]
    pages = [key for key in keys if isinstance(key, Whole)]
    if not keys:
        return {}
    request = _Request(data, password, [(spot.page, spot.bbox, spot.text) for spot in spots], [page.page for page in pages])
    root = str(Path(__file__).resolve().parents[3])
    path = os.pathsep.join([root, *filter(None, [os.environ.get("PYTHONPATH")])])
    try:
        done = subprocess.run(  # our own module, by this interpreter
            [sys.executable, "-m", "plantext.read.pdf.snapshot"],
            input=msgspec.msgpack.encode(request),
            capture_output=True,
            check=True,
            timeout=WALL + 0.25 * len(keys),
            env={**os.environ, "PYTHONPATH": path},
        )
        answer = msgspec.msgpack.decode(done.stdout, type=_Answer)
    except (subprocess.SubprocessError, OSError, msgspec.MsgspecError):
        return {}
    ordered: list[PictureKey] = [*spots, *pages]
    return {key: picture for key, picture in zip(ordered, (*answer.spots, *answer.pages), strict=True) if picture is not None}


def _serve() -> None:
    """Answer the one request on standard input."""
    from plantext.read.serve import _limit_memory

    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # a library that prints must not break the answer
    request = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=_Request)
    _limit_memory(MEMORY)
    with answers:
        answers.write(msgspec.msgpack.encode(_make(request)))


def _make(request: _Request) -> _Answer:
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(request.data, password=request.password)
    spots: list[bytes | None] = [None] * len(request.spots)
    by_page = sorted(range(len(request.spots)), key=lambda index: request.spots[index][0])
    for number, members in groupby(by_page, key=lambda index: request.spots[index][0]):
        try:
            page = document[number - 1]
            seen = _PageText(page)
        except (pdfium.PdfiumError, IndexError):
            continue
        for index in members:
            _, bbox, text = request.spots[index]
            spots[index] = _strip(page, seen.find(text, bbox) or [bbox])
        seen.close()
        page.close()
    pages: list[bytes | None] = []
    for number in request.pages:
        try:
            page = document[number - 1]
            pages.append(_webp(page.render(scale=WHOLE_SCALE).to_pil().convert("RGB")))
            page.close()
        except (pdfium.PdfiumError, IndexError):
            pages.append(None)
    return _Answer(spots, pages)


class _PageText:
    """The letters and digits of a page, each with its index in pdfium's text: a passage is found whatever its spaces and hyphens."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self._text = page.get_textpage()
        self._letters: list[str] = []
        self._at: list[int] = []
        count = self._text.count_chars()
        text = self._text.get_text_range(0, count) if count > 0 else ""
        if len(text) == count:
            for index, letter in enumerate(text):
                for part in letter.casefold():
                    if part.isalnum():
                        self._letters.append(part)
                        self._at.append(index)
        self._joined = "".join(self._letters)

    def close(self) -> None:
        """Let go of the page's text."""
        self._text.close()

    def find(self, text: str, bbox: Box) -> list[Box]:
        """The boxes of a passage's lines, from the page's top left as displayed; of several like it the one in `bbox`. Empty if it is not found."""
        sought = "".join(part for letter in text for part in letter.casefold() if part.isalnum())
        if len(sought) < FEWEST:
            return []
        best: tuple[float, list[Box]] = (0.0, [])
        start = self._joined.find(sought)
        while start >= 0:
            lines = self._lines(self._at[start], self._at[start + len(sought) - 1] + 1)
            inside = sum(_overlap(line, bbox) for line in lines)
            if inside > best[0]:
                best = (inside, lines)
            start = self._joined.find(sought, start + 1)
        return best[1]

    def _lines(self, start: int, end: int) -> list[Box]:
        count = self._text.count_rects(start, end - start)
        return [self._shown(self._text.get_rect(index)) for index in range(count)]

    def _shown(self, rect: tuple[float, float, float, float]) -> Box:
        """A rectangle of the page's own space (left, bottom, right, top) on the page as displayed."""
        left, bottom, right, top = self._page.get_bbox()
        x0, y0, x1, y1 = rect
        match self._page.get_rotation():
            case 90:
                return (y0 - bottom, x0 - left, y1 - bottom, x1 - left)
            case 180:
                return (right - x1, y0 - bottom, right - x0, y1 - bottom)
            case 270:
                return (top - y1, right - x1, top - y0, right - x0)
            case _:
                return (x0 - left, top - y1, x1 - left, top - y0)


def _overlap(a: Box, b: Box) -> float:
    """The area that two boxes share, in square points."""
    return max(0.0, min(a[2], b[2]) - max(a[0], b[0])) * max(0.0, min(a[3], b[3]) - max(a[1], b[1]))


def _strip(page: Any, lines: list[Box]) -> bytes | None:
    """The part of the page around `lines`, with them marked and outlined."""
    from PIL import Image, ImageChops, ImageDraw

    width, height = page.get_size()
    x0, x1 = min(line[0] for line in lines), max(line[2] for line in lines)
    top, bottom = min(line[1] for line in lines), max(line[3] for line in lines)
    upper, lower = max(0.0, top - ABOVE), min(height, max(top + 10, min(bottom, top + HIGHEST)) + ABOVE)
    beside = max(BESIDE, (NARROWEST - x1 + x0) / 2)
    left, right = max(0.0, x0 - beside), min(width, x1 + beside)
    if lower - upper < 5 or right - left < 5:
        return None
    picture: Images.Image = page.render(scale=SCALE, crop=(left, height - lower, width - right, upper)).to_pil().convert("RGB")
    pen = Image.new("RGB", picture.size, "white")
    draw = ImageDraw.Draw(pen)
    for line in lines:
        draw.rectangle(_pixels(line, left, upper, 1), fill=MARK)
    picture = ImageChops.multiply(picture, pen)
    ImageDraw.Draw(picture).rectangle(_pixels((x0, top, x1, bottom), left, upper, 4), outline=EDGE, width=2)
    return _webp(picture)


def _pixels(box: Box, left: float, upper: float, around: int) -> tuple[float, float, float, float]:
    """A box of the page in a strip that begins at `left` and `upper`, with `around` pixels on every side."""
    x0, top, x1, bottom = box
    return ((x0 - left) * SCALE - around, (top - upper) * SCALE - around, (x1 - left) * SCALE + around, (bottom - upper) * SCALE + around)


def _webp(picture: Images.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "WEBP", quality=QUALITY, method=4)
    return out.getvalue()


if __name__ == "__main__":
    _serve()
