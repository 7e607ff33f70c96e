"""Rectangles with rounded corners, as both PDF readers give them."""

from __future__ import annotations

import pytest

from plantext.read.pdf.engines.engine import PageContent, Reader
from plantext.read.pdf.engines.pdfium import PdfiumReader
from plantext.read.pdf.engines.plumber import PlumberReader
from tests.factories.pdf import Sheet, pdf

READERS = [PdfiumReader, PlumberReader]
EDGES = (66, 150, 540, 230)


def rounded(x0: float, top: float, x1: float, bottom: float, r: float) -> str:
    """The path of a rectangle whose corners are rounded by `r`; of a circle, where that is half of each side."""
    a, b, c, d, k = x0, 842 - bottom, x1, 842 - top, r * 0.45
    return (
        f"{a + r} {b} m {c - r} {b} l {c - k} {b} {c} {b + k} {c} {b + r} c {c} {d - r} l {c} {d - k} {c - k} {d} {c - r} {d} c "
        f"{a + r} {d} l {a + k} {d} {a} {d - k} {a} {d - r} c {a} {b + r} l {a} {b + k} {a + k} {b} {a + r} {b} c h"
    )


def content(reader: type[Reader], path: str, paint: str) -> PageContent:
    sheet = Sheet().text(76, 190, "The old pier")
    sheet.commands.append(f"0.5 g 0.5 G {path} {paint}")
    return reader(pdf(sheet), "made.pdf").page(0)


@pytest.mark.parametrize("reader", READERS)
def test_a_filled_rectangle_with_rounded_corners_is_a_box(reader: type[Reader]) -> None:
    (shape,) = content(reader, rounded(*EDGES, 8), "f").shapes
    assert (shape.kind, tuple(round(at) for at in shape[1:5])) == ("box", EDGES)


@pytest.mark.parametrize("reader", READERS)
def test_what_is_round_all_over_is_a_curve(reader: type[Reader]) -> None:
    (shape,) = content(reader, rounded(200, 150, 280, 230, 40), "f").shapes
    assert shape.kind == "curve"


@pytest.mark.parametrize("reader", READERS)
def test_its_outline_is_four_rules(reader: type[Reader]) -> None:
    found = content(reader, rounded(*EDGES, 8), "S")
    assert not found.shapes
    x0, top, x1, bottom = EDGES
    assert sorted(tuple(round(at) for at in rule) for rule in found.rules) == sorted(
        [(x0, top, x1, top), (x0, bottom, x1, bottom), (x0, top, x0, bottom), (x1, top, x1, bottom)]
    )


def test_a_border_that_is_filled_between_its_edges_is_four_rules() -> None:
    inner = rounded(67, 151, 539, 229, 7)
    found = content(PdfiumReader, f"{rounded(*EDGES, 8)} {inner}", "f*")
    assert (len(found.rules), found.shapes) == (4, [])
