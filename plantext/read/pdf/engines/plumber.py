"""The second reader: pdfplumber. Slower; for cross-checks and for pages on which pdfium fails. With `plumber_fields` the only file that imports it."""

from __future__ import annotations

import io
import logging
import math
from collections import Counter
from collections.abc import Iterable
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfplumber.page import PDFPageAggregatorWithMarkedContent

from plantext.errors import SourceError
from plantext.read.pdf.engines.engine import LEAST, PageContent, PageError, Run, Style, level_run, rules_of_box, turned, weight_and_slope
from plantext.read.pdf.engines.plumber_fields import holds_form, read_fields
from plantext.read.pdf.strokes import add_box, add_curve, add_image, add_line, is_rounded

JUNK = 1024  # bytes that may stand before a PDF's first line
RISE = 0.06  # em: a smaller shift is rounding
SPACE = 0.2  # em: a gap between letters wider than this is a space (producers that write no space characters)
GAP = 0.45  # em: a gap wider than this parts two runs, as in the other reader
INVISIBLE = 3  # the mode of text that is neither filled nor stroked (ISO 32000, table 106)
HIDDEN = "plantext-hidden"
_UNMAPPED = "(cid:"


class PlumberReader:
    """A PDF opened by pdfplumber."""

    def __init__(self, data: bytes, name: str, password: str | None = None) -> None:
        """Open `data`. Raises SourceError: encrypted, damaged or no_pages."""
        logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it warns of every oddity; the issues say what matters
        try:
            start = max(data.find(b"%PDF-", 0, JUNK), 0)
            self._document = pdfplumber.open(io.BytesIO(data[start:]), password=password or "")
            self.page_count = len(self._document.pages)
            self._form = holds_form(self._document.doc)
        except MemoryError:
            raise
        except Exception as error:  # pdfminer raises nearly anything on a damaged file
            if isinstance(error, PDFPasswordIncorrect) or isinstance(error.__cause__ or error.__context__, PDFPasswordIncorrect):
                detail = "the file is encrypted, and the password is wrong." if password else "the file is encrypted."
                raise SourceError("encrypted", name, detail) from error
            if any(isinstance(part, PDFPasswordIncorrect) for part in error.args):
                raise SourceError("encrypted", name, "the file is encrypted.") from error
            raise SourceError("damaged", name, "the file is no whole PDF.") from error
        if self.page_count == 0:
            raise SourceError("no_pages", name, "the PDF has no pages.")

    def size(self, index: int) -> tuple[float, float]:
        """Width and height of a page as displayed."""
        page = self._document.pages[index]
        return float(page.width), float(page.height)

    def page(self, index: int) -> PageContent:
        """The content of a page. Raises PageError."""
        page = None
        try:
            page = self._document.pages[index]
            content = PageContent(number=index + 1, width=float(page.width), height=float(page.height))
            left, top = float(page.bbox[0]), float(page.bbox[1])
            _lay_out(page)
            _read_drawings(page, left, top, content)
            _read_runs(page.chars, left, top, content)
            if self._form:
                read_fields(page, left, top, content)
        except MemoryError:
            raise
        except Exception as error:  # pdfminer raises nearly anything on a damaged page
            raise PageError(str(error)) from error
        finally:
            if page is not None:
                page.close()  # else its characters stay in memory
        return turned(content)

    def close(self) -> None:
        """Let go of the file."""
        self._document.close()


class _Device(PDFPageAggregatorWithMarkedContent):
    """Gives characters that are drawn invisibly, as text recognition leaves them over a picture, a tag that says so."""

    def render_string(self, textstate: Any, *rest: Any) -> None:
        """Place a string's characters."""
        own = self.cur_tag
        self.cur_tag = HIDDEN if textstate.render == INVISIBLE else own
        super().render_string(textstate, *rest)
        self.cur_tag = own


def _lay_out(page: Any) -> None:
    """What pdfplumber does when it is first asked for a page's characters, with a device that keeps how they are drawn."""
    device = _Device(page.pdf.rsrcmgr, pageno=page.page_number, laparams=page.pdf.laparams)
    PDFPageInterpreter(page.pdf.rsrcmgr, device).process_page(page.page_obj)
    page._layout = device.get_result()  # noqa: SLF001  # there is no other way to give it a device


def _read_runs(chars: Iterable[dict[str, Any]], left: float, top: float, content: PageContent) -> None:
    chars = list(chars)
    depths = _depths(chars)
    open_run: Run | None = None
    space = True
    styles: dict[tuple[Any, ...], Style] = {}
    for char in chars:
        text = str(char["text"])
        if text.startswith(_UNMAPPED):
            text = "\ufffd"
        if not text.strip("\x00 \t\r\n\u00a0"):
            space = True
            continue
        if float(char["size"]) < LEAST:
            continue
        key = (char["fontname"], str(char.get("non_stroking_color")), char.get("tag") == HIDDEN)
        style = styles.get(key)
        if style is None:
            style = styles[key] = _style(char)
        run = _run(char, text, (left, top), style, depths.get(char["fontname"], 0.0))
        gap = run.x0 - open_run.x1 if open_run is not None else 0.0
        if (
            open_run is not None
            and open_run.style == style
            and open_run.angle == run.angle == 0
            and abs(open_run.size - run.size) < 0.1
            and abs(open_run.baseline - run.baseline) < 0.5
            and -0.5 * run.size < gap < GAP * run.size * (2 if space else 1)
        ):
            open_run.text += (" " if space or gap > SPACE * run.size else "") + text
            open_run.x1 = run.x1
        elif open_run is not None and open_run.angle == run.angle != 0 and not space and open_run.size == run.size:
            open_run.text += text
            open_run.x0, open_run.top = min(open_run.x0, run.x0), min(open_run.top, run.top)
            open_run.x1, open_run.bottom = max(open_run.x1, run.x1), max(open_run.bottom, run.bottom)
        else:
            run.space = space or open_run is None or abs(open_run.baseline - run.baseline) > run.size or gap > SPACE * run.size
            content.runs.append(run)
            open_run = run
        space = False


def _depths(chars: Iterable[dict[str, Any]]) -> dict[str, float]:
    """How far each font's boxes reach below the pen, in em; a raised character's reaches less far."""
    seen: dict[str, Counter[float]] = {}
    for char in chars:
        size = float(char["size"])
        if size > 0:
            below = (float(char["y0"]) - float(char["matrix"][5])) / size
            seen.setdefault(char["fontname"], Counter())[round(below, 2)] += 1
    return {font: max(counts, key=lambda below: (counts[below], -below)) for font, counts in seen.items()}


def _run(char: dict[str, Any], text: str, origin: tuple[float, float], style: Style, depth: float) -> Run:
    left, top = origin
    a, b, _, _, e, f = (float(part) for part in char["matrix"])
    angle = round(math.degrees(math.atan2(b, a))) % 360
    x0, x1 = float(char["x0"]) - left, float(char["x1"]) - left
    char_top, char_bottom = float(char["top"]) - top, float(char["bottom"]) - top
    size = float(char["size"])
    if angle == 0:
        rise = float(char["y0"]) - f - depth * size
        baseline = char_top + float(char["y1"]) - f - (rise if abs(rise) > RISE * size else 0.0)
        return level_run(text, x0, x1, baseline, size, style)
    baseline = e - left if angle in {90, 270} else char_bottom
    return Run(text, x0, char_top, x1, char_bottom, baseline, size, style, angle)


def _style(char: dict[str, Any]) -> Style:
    bold, italic = weight_and_slope(str(char["fontname"]), 400, 0)
    return Style(bold=bold, italic=italic, colour=_colour(char.get("non_stroking_color")), alpha=255, hidden=char.get("tag") == HIDDEN)


def _colour(value: Any) -> int:
    """0xRRGGBB of a colour of one part, alone or in a sequence, or of three or four, each in [0, 1]; anything else counts as black."""
    given = value if isinstance(value, list | tuple) else [value]
    parts = [float(part) for part in given if isinstance(part, int | float)]
    if len(parts) == 1:
        parts = parts * 3
    elif len(parts) == 4:
        parts = [(1 - part) * (1 - parts[3]) for part in parts[:3]]
    if len(parts) != 3:
        return 0
    red, green, blue = (round(255 * min(max(part, 0.0), 1.0)) for part in parts)
    return red << 16 | green << 8 | blue


def _read_drawings(page: Any, left: float, top: float, content: PageContent) -> None:
    for item in page.lines:
        add_line(content, item["x0"] - left, item["top"] - top, item["x1"] - left, item["bottom"] - top)
    for item in page.rects:
        x0, x1, y0, y1 = item["x0"] - left, item["x1"] - left, item["top"] - top, item["bottom"] - top
        if item.get("fill"):
            add_box(content, x0, y0, x1, y1, colour=_colour(item.get("non_stroking_color")), stroked=bool(item.get("stroke")))
        elif item.get("stroke"):
            for ax, ay, bx, by in ((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)):
                add_line(content, ax, ay, bx, by)
    for item in page.curves:
        filled = bool(item.get("fill"))
        x0, y0, x1, y1 = item["x0"] - left, item["top"] - top, item["x1"] - left, item["bottom"] - top
        colour = _colour(item.get("non_stroking_color"))
        if not is_rounded(item["pts"]):
            add_curve(content, x0, y0, x1, y1, colour=colour, filled=filled)
        elif filled:
            add_box(content, x0, y0, x1, y1, colour=colour, stroked=bool(item.get("stroke")))
        else:
            content.rules += rules_of_box(x0, y0, x1, y1)
    for item in page.images:
        add_image(content, item["x0"] - left, item["top"] - top, item["x1"] - left, item["bottom"] - top)
