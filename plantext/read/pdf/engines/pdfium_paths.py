"""Ruling lines, boxes, dots and pictures of a page, as pdfium lists them."""

from __future__ import annotations

from collections.abc import Sequence
from ctypes import c_ulong
from itertools import pairwise

from pypdfium2 import raw

from plantext.read.pdf.engines import pdfium_calls as calls
from plantext.read.pdf.engines.engine import PageContent
from plantext.read.pdf.strokes import add_box, add_curve, add_image, add_line, borders_of, is_rounded

DEEPEST = 6  # forms within forms: real documents nest two or three
MOST_OBJECTS = 50_000  # per page; a map or a chart may have more, and none of it is a table
ROUNDED = 40  # segments: a rectangle with rounded corners has no more
MOST_SEGMENTS = 400  # per path; a table drawn as one path has fewer

TEXT: int = raw.FPDF_PAGEOBJ_TEXT
PATH: int = raw.FPDF_PAGEOBJ_PATH
CURVE: int = raw.FPDF_SEGMENT_BEZIERTO
MOVE: int = raw.FPDF_SEGMENT_MOVETO

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


def read_paths(page: calls.Pointer, room: calls.Room, matrix: Matrix, content: PageContent) -> None:
    """Add a page's rules and shapes to `content`. `matrix` takes a point of the page's space to the page as displayed."""
    walker = _Walker(room, content)
    page_object, object_type, pointer = calls.page_object, calls.object_type, calls.pointer
    for index in range(min(calls.count_objects(page), MOST_OBJECTS)):
        item = pointer(page_object(page, index))
        if (kind := object_type(item)) != TEXT:
            walker.visit(item, kind, matrix, 0)


class _Walker:
    def __init__(self, room: calls.Room, content: PageContent) -> None:
        self.content = content
        self.seen = 0
        self.room = room

    def visit(self, item: calls.Pointer, kind: int, matrix: Matrix, depth: int) -> None:
        self.seen += 1
        if self.seen > MOST_OBJECTS:
            return
        if kind == PATH:
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
                part = calls.pointer(calls.form_object(item, c_ulong(index)))
                if (own := calls.object_type(part)) != TEXT:
                    self.visit(part, own, inner, depth + 1)

    def bounds(self, item: calls.Pointer, matrix: Matrix) -> tuple[float, float, float, float] | None:
        if not calls.bounds(item, *self.room.float_places):
            return None
        left, bottom, right, top = self.room.floats
        corners = [apply(matrix, x, y) for x, y in ((left, bottom), (right, top), (left, top))]
        xs, ys = [c[0] for c in corners], [c[1] for c in corners]
        return min(xs), min(ys), max(xs), max(ys)

    def matrix_of(self, item: calls.Pointer) -> Matrix:
        if not calls.object_matrix(item, self.room.matrix_place):
            return IDENTITY
        a, b, c, d, e, f = self.room.matrix
        return (a, b, c, d, e, f)

    def path(self, item: calls.Pointer, matrix: Matrix) -> None:
        calls.draw_mode(item, *self.room.int_places[:2])
        fill, stroke = bool(self.room.ints[0]), bool(self.room.ints[1])
        if not fill and not stroke:
            return
        colour, alpha = self.colour(item, stroked=not fill)
        if alpha == 0:
            return
        segments = calls.segment_count(item)
        points, rounded = self.points(item, _times(self.matrix_of(item), matrix), segments) if segments <= MOST_SEGMENTS else (None, False)
        if points is None:
            if (box := self.bounds(item, matrix)) is not None:
                add_curve(self.content, *box, colour=colour, filled=fill)
            return
        if fill and rounded and (borders := borders_of(points)):
            self.content.rules += borders
            return
        for subpath in points:
            if fill and len(subpath) > 2:
                xs, ys = [p[0] for p in subpath], [p[1] for p in subpath]
                add_box(self.content, min(xs), min(ys), max(xs), max(ys), colour=colour, stroked=stroke)
            elif stroke:
                for (ax, ay), (bx, by) in pairwise(subpath):
                    add_line(self.content, ax, ay, bx, by)

    def colour(self, item: calls.Pointer, *, stroked: bool) -> tuple[int, int]:
        get = calls.stroke_colour if stroked else calls.fill_colour
        if not get(item, *self.room.int_places):
            return 0, 255
        red, green, blue, alpha = self.room.ints
        return red << 16 | green << 8 | blue, alpha

    def points(self, item: calls.Pointer, matrix: Matrix, segments: int) -> tuple[list[list[tuple[float, float]]] | None, bool]:
        """The straight subpaths as displayed, and whether they have rounded corners, which are left out; None where a part is curved or oblique."""
        subpaths: list[list[tuple[float, float]]] = []
        x, y = self.room.float_places[:2]
        floats = self.room.floats
        curved = oblique = False
        for index in range(segments):
            segment = calls.pointer(calls.segment(item, index))
            kind = calls.segment_type(segment)
            if kind == CURVE:
                curved = True
                if segments > ROUNDED:
                    return None, False
            calls.segment_point(segment, x, y)
            point = apply(matrix, floats[0], floats[1])
            if kind == MOVE or not subpaths:
                subpaths.append([point])
            else:
                last = subpaths[-1][-1]
                oblique = oblique or (abs(last[0] - point[0]) > 1 and abs(last[1] - point[1]) > 1)
                if oblique and not curved:
                    return None, False
                subpaths[-1].append(point)
            if calls.segment_closes(segment):
                subpaths[-1].append(subpaths[-1][0])
        if not curved:
            return subpaths, False
        return ([_corners(subpath) for subpath in subpaths], True) if all(map(is_rounded, subpaths)) else (None, False)


def _corners(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The rectangle around points, from corner to corner."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    x0, x1, top, bottom = min(xs), max(xs), min(ys), max(ys)
    return [(x0, top), (x1, top), (x1, bottom), (x0, bottom), (x0, top)]


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """A point, moved as `matrix` says."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
