"""Ruling lines, boxes, dots and pictures of a page, as pdfium lists them."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from pypdfium2 import raw

from plantext.read.pdf import pdfium_calls as calls
from plantext.read.pdf.engine import PageContent
from plantext.read.pdf.strokes import add_box, add_curve, add_image, add_line

DEEPEST = 6  # forms within forms: real documents nest two or three
MOST_OBJECTS = 50_000  # per page; a map or a chart may have more, and none of it is a table
MOST_SEGMENTS = 400  # per path; a table drawn as one path has fewer

TEXT: int = raw.FPDF_PAGEOBJ_TEXT

Place = Callable[[float, float], tuple[float, float]]
Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


def read_paths(page: Any, place: Place, content: PageContent) -> None:
    """Add a page's rules and shapes to `content`. `place` takes a point of the page's space to the page as displayed."""
    walker = _Walker(place, content)
    own = ctypes.cast(page.raw, ctypes.c_void_p).value or 0
    page_object, object_type = calls.page_object, calls.object_type
    for index in range(min(calls.count_objects(own), MOST_OBJECTS)):
        pointer = page_object(own, index)
        if pointer and (kind := object_type(pointer)) != TEXT:
            walker.visit(pointer, kind, IDENTITY, 0)


class _Walker:
    def __init__(self, place: Place, content: PageContent) -> None:
        self.place = place
        self.content = content
        self.seen = 0
        self.floats = (ctypes.c_float * 4)()
        self.ints = (ctypes.c_uint * 4)()
        self.six = (ctypes.c_float * 6)()
        self.float_refs = [ctypes.addressof(self.floats) + 4 * i for i in range(4)]
        self.int_refs = [ctypes.addressof(self.ints) + 4 * i for i in range(4)]

    def visit(self, item: int, kind: int, matrix: Matrix, depth: int) -> None:
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
            for index in range(calls.form_count(item)):
                pointer = calls.form_object(item, index)
                if pointer and (part := calls.object_type(pointer)) != TEXT:
                    self.visit(pointer, part, inner, depth + 1)

    def bounds(self, item: int, matrix: Matrix) -> tuple[float, float, float, float] | None:
        if not calls.bounds(item, *self.float_refs):
            return None
        left, bottom, right, top = self.floats
        corners = [self.place(*_apply(matrix, x, y)) for x, y in ((left, bottom), (right, top), (left, top))]
        xs, ys = [c[0] for c in corners], [c[1] for c in corners]
        return min(xs), min(ys), max(xs), max(ys)

    def matrix_of(self, item: int) -> Matrix:
        if not calls.object_matrix(item, self.six):
            return IDENTITY
        a, b, c, d, e, f = self.six
        return (a, b, c, d, e, f)

    def path(self, item: int, matrix: Matrix) -> None:
        calls.draw_mode(item, *self.int_refs[:2])
        fill, stroke = bool(self.ints[0]), bool(self.ints[1])
        if not fill and not stroke:
            return
        colour, alpha = self.colour(item, stroked=not fill)
        if alpha == 0:
            return
        segments = calls.segment_count(item)
        points = self.points(item, _times(self.matrix_of(item), matrix), segments) if segments <= MOST_SEGMENTS else None
        if points is None:
            if (box := self.bounds(item, matrix)) is not None:
                add_curve(self.content, *box, colour=colour, filled=fill)
            return
        for subpath in points:
            if fill and len(subpath) > 2:
                xs, ys = [p[0] for p in subpath], [p[1] for p in subpath]
                add_box(self.content, min(xs), min(ys), max(xs), max(ys), colour=colour, stroked=stroke)
            elif stroke:
                for (ax, ay), (bx, by) in pairwise(subpath):
                    add_line(self.content, ax, ay, bx, by)

    def colour(self, item: int, *, stroked: bool) -> tuple[int, int]:
        get = calls.stroke_colour if stroked else calls.fill_colour
        if not get(item, *self.int_refs):
            return 0, 255
        red, green, blue, alpha = self.ints
        return red << 16 | green << 8 | blue, alpha

    def points(self, item: int, matrix: Matrix, segments: int) -> list[list[tuple[float, float]]] | None:
        """The straight subpaths as displayed; None where any part is curved or oblique."""
        subpaths: list[list[tuple[float, float]]] = []
        x_ref, y_ref = self.float_refs[:2]
        floats = self.floats
        for index in range(segments):
            segment = calls.segment(item, index)
            kind = calls.segment_type(segment)
            if kind == raw.FPDF_SEGMENT_BEZIERTO:
                return None
            calls.segment_point(segment, x_ref, y_ref)
            point = self.place(*_apply(matrix, floats[0], floats[1]))
            if kind == raw.FPDF_SEGMENT_MOVETO or not subpaths:
                subpaths.append([point])
            else:
                last = subpaths[-1][-1]
                if abs(last[0] - point[0]) > 1 and abs(last[1] - point[1]) > 1:
                    return None
                subpaths[-1].append(point)
            if calls.segment_closes(segment):
                subpaths[-1].append(subpaths[-1][0])
        return subpaths


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
