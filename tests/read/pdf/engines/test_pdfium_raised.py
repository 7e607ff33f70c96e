"""Marks of notes that are glyphs of their own, in the text's font and size."""

from __future__ import annotations

import string

import pytest

from plantext.read.pdf import read_pdf
from plantext.read.source import PDF, describe
from tests.factories.pdf import objects_as_pdf

GLYPHS = string.ascii_lowercase + ".125 "
NAMES = {".": "period", "1": "one", "2": "two", "5": "five", " ": "space"}


def drawn(text: str, *, high: bool) -> bytes:
    """A line in a font whose letters are boxes; its figure is a low one high above the line, or as high as the letters."""
    glyphs: list[bytes] = []
    for char in GLYPHS:
        low, top = (400, 760) if char == "1" and high else (0, 0 if char == " " else 700)
        glyphs.append(b"500 0 0 %d 450 %d d1 0 %d 450 %d re f" % (low, top, low, top - low))
    names = [NAMES.get(char, char) for char in GLYPHS]
    procs = " ".join(f"/{name} {6 + at} 0 R" for at, name in enumerate(names))
    codes = " ".join(f"{ord(char)} /{name}" for char, name in zip(GLYPHS, names, strict=True))
    font = (
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 -200 500 900] /FontMatrix [.001 0 0 .001 0 0] /Resources << >> "
        f"/CharProcs << {procs} >> /Encoding << /Type /Encoding /Differences [{codes}] >> "
        f"/FirstChar 0 /LastChar 127 /Widths [{' '.join(['500'] * 128)}] >>"
    )
    content = f"BT /F0 11 Tf 72 760 Td ({text}) Tj ET".encode()
    streams = [b"<< /Length %d >>\nstream\n%s\nendstream" % (len(body), body) for body in (content, *glyphs)]
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F0 5 0 R >> >> /Contents 4 0 R >>"
    tree = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page]
    return objects_as_pdf([*tree, streams[0], font.encode(), *streams[1:]])


@pytest.mark.parametrize("before", ["by the river.", "from those under 25."])
@pytest.mark.parametrize("high", [True, False])
def test_a_figure_drawn_small_and_high_is_a_mark(before: str, high: bool) -> None:
    data = drawn(f"{before}1 and the fords", high=high)
    (block,) = read_pdf(data, describe(data, "drawn.pdf", PDF)).blocks
    assert block.text == f"{before}{'' if high else '1'} and the fords"
    assert [(mark.note, mark.span) for mark in block.marks] == ([("1", (len(before), len(before)))] if high else [])
