"""Ruling lines, boxes, dots and pictures of a page, as pdfium lists them."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from pypdfium2 import raw

from plantext.read.pdf.engine import PageContent
from plantext.read.pdf.strokes import add_box, add_curve, add_image, add_line

DEEPEST = 6  # forms within forms: real documents nest two or three
MOST_OBJECTS = 50_000  # per page; a map or a chart may have more, and none of it is a table
MOST_SEGMENTS = 400  # per path; a table drawn as one path has fewer

Place = Callable[[float, float], tuple[float, float]]
Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


def read_paths(page: Any, place: Place, content: PageContent) -> None:
    """Add a page's rules and shapes to `content`. `place` takes a point of the page's space to the page as displayed."""
    walker = _Walker(place, content)
    count = raw.FPDFPage_CountObjects(page.raw)
    for index in range(min(count, MOST_OBJECTS)):
        walker.visit(raw.FPDFPage_GetObject(page.raw, index), IDENTITY, 0)


class _Walker:
    def __init__(self, place: Place, content: PageContent) -> None:
        self.place = place
        self.content = content
        self.seen = 0
        self.floats = [ctypes.c_float() for _ in range(4)]
        self.ints = [ctypes.c_uint() for _ in range(4)]

    def visit(self, item: Any, matrix: Matrix, depth: int) -> None:
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            return
        self.seen += 1
        if self.seen > MOST_OBJECTS:
            return
        if kind == raw.FPDF_PAGEOBJ_PATH:
            self.path(item, matrix)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            if (box := self.bounds(item, matrix)) is not None:
                add_image(self.content, *box)
        elif kind == raw.FPDF_PAGEOBJ_SHADING:
            if (box := self.bounds(item, matrix)) is not None:
                add_curve(self.content, *box)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            inner = _times(self.matrix_of(item), matrix)
            for index in range(raw.FPDFFormObj_CountObjects(item)):
                self.visit(raw.FPDFFormObj_GetObject(item, index), inner, depth + 1)

    def bounds(self, item: Any, matrix: Matrix) -> tuple[float, float, float, float] | None:
        left, bottom, right, top = self.floats
        if not raw.FPDFPageObj_GetBounds(item, left, bottom, right, top):
            return None
        corners = [
            self.place(*_apply(matrix, x, y)) for x, y in ((left.value, bottom.value), (right.value, top.value), (left.value, top.value))
        ]
        xs, ys = [c[0] for c in corners], [c[1] for c in corners]
        return min(xs), min(ys), max(xs), max(ys)

    def matrix_of(self, item: Any) -> Matrix:
        value = raw.FS_MATRIX()
        if not raw.FPDFPageObj_GetMatrix(item, value):
            return IDENTITY
        return (value.a, value.b, value.c, value.d, value.e, value.f)

    def path(self, item: Any, matrix: Matrix) -> None:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(item, fill, stroke)
        if not fill.value and not stroke.value:
            return
        colour, alpha = self.colour(item, stroked=not fill.value)
        if alpha == 0:
            return
        segments = raw.FPDFPath_CountSegments(item)
        points = self.points(item, _times(self.matrix_of(item), matrix), segments) if segments <= MOST_SEGMENTS else None
        if points is None:
            if (box := self.bounds(item, matrix)) is not None:
                add_curve(self.content, *box, colour=colour, filled=bool(fill.value))
            return
        for subpath in points:
            xs, ys = [p[0] for p in subpath], [p[1] for p in subpath]
            if fill.value and len(subpath) > 2:
                add_box(self.content, min(xs), min(ys), max(xs), max(ys), colour=colour, stroked=bool(stroke.value))
            elif stroke.value:
                for (ax, ay), (bx, by) in pairwise(subpath):
                    add_line(self.content, ax, ay, bx, by)

    def colour(self, item: Any, *, stroked: bool) -> tuple[int, int]:
        get = raw.FPDFPageObj_GetStrokeColor if stroked else raw.FPDFPageObj_GetFillColor
        red, green, blue, alpha = self.ints
        if not get(item, red, green, blue, alpha):
            return 0, 255
        return red.value << 16 | green.value << 8 | blue.value, alpha.value

    def points(self, item: Any, matrix: Matrix, segments: int) -> list[list[tuple[float, float]]] | None:
        """The straight subpaths as displayed; None where any part is curved or oblique."""
        subpaths: list[list[tuple[float, float]]] = []
        x, y = self.floats[0], self.floats[1]
        for index in range(segments):
            segment = raw.FPDFPath_GetPathSegment(item, index)
            kind = raw.FPDFPathSegment_GetType(segment)
            if kind == raw.FPDF_SEGMENT_BEZIERTO:
                return None
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            point = self.place(*_apply(matrix, x.value, y.value))
            if kind == raw.FPDF_SEGMENT_MOVETO or not subpaths:
                subpaths.append([point])
            else:
                last = subpaths[-1][-1]
                if abs(last[0] - point[0]) > 1 and abs(last[1] - point[1]) > 1:
                    return None
                subpaths[-1].append(point)
            if raw.FPDFPathSegment_GetClose(segment):
                subpaths[-1].append(subpaths[-1][0])
        return subpaths


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
