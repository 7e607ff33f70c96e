"""The fields of forms that are filled in on a screen."""

from __future__ import annotations

import pytest

from plantext.model.document import Document
from plantext.read.pdf import READERS, read_pdf
from plantext.read.source import PDF, describe
from tests.factories.pdf import objects_as_pdf

both = pytest.mark.parametrize("reader", READERS)
PROSE = "Send it to the bridge master before the summer, with a drawing of what is to be mended."


def form(*fields: str, texts: tuple[tuple[float, float, str], ...] = (), others: tuple[str, ...] = (), rotate: int = 0) -> bytes:
    """A page with texts at places from its bottom left, and the widgets that `fields` are the entries of; `others` are objects from 50 on."""
    turn = "0 1 -1 0" if rotate else "1 0 0 1"  # level as displayed
    drawn = "\n".join(f"BT /F0 11 Tf {turn} {x} {y} Tm ({text}) Tj ET" for x, y, text in (*texts, (72, 300, PROSE)))
    first = 6
    numbers = " ".join(f"{first + at} 0 R" for at in range(len(fields)))
    fonts = "/Resources << /Font << /F0 4 0 R >> >>"
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [{numbers}] /DR << /Font << /F0 4 0 R >> >> /DA (/F0 0 Tf 0 g) >> >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate {rotate} /Contents 5 0 R /Annots [{numbers}] {fonts} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream",
        *(f"<< /Type /Annot /Subtype /Widget /T (f{at}) /P 3 0 R {field} >>" for at, field in enumerate(fields)),
        *others,
    ]
    return objects_as_pdf([text.encode("cp1252") for text in objects])


def read(data: bytes, reader: str) -> Document:
    return read_pdf(data, describe(data, "made.pdf", PDF), reader=reader)


def box(y: float, height: float = 20) -> str:
    return f"/Rect [200 {y} 420 {y + height}]"


def cells(document: Document) -> list[list[str]]:
    return [[cell.text for cell in row] for block in document.blocks for row in block.rows]


LABELS = ((72.0, 705.0, "Name"), (72.0, 675.0, "Crossing"), (72.0, 645.0, "Cost"))


@both
def test_what_stands_in_fields_is_read_beside_their_labels(reader: str) -> None:
    data = form(
        f"/FT /Tx /V (Ida Moss) /DA (/F0 11 Tf 0 g) {box(700)}",
        f"/FT /Ch /Ff 131072 /Opt [(Ford) (Long bridge)] /V (Long bridge) {box(670)}",
        f"/FT /Tx {box(640)}",
        texts=LABELS,
    )
    document = read(data, reader)
    assert cells(document) == [["Name", "Ida Moss"], ["Crossing", "Long bridge"], ["Cost", ""]]
    assert document.blocks[-1].text == PROSE


@both
def test_lines_of_a_large_field_follow_each_other(reader: str) -> None:
    data = form(rf"/FT /Tx /Ff 4096 /DA (/F0 11 Tf 0 g) /V (Mend the pier.\rPaint the gate.) {box(600, 90)}", texts=((72, 700, "Work"),))
    texts = [block.text for block in read(data, reader).blocks]
    assert "Mend the pier. Paint the gate." in " ".join(texts)


@both
def test_what_is_hidden_or_secret_or_does_something_is_not_read(reader: str) -> None:
    data = form(
        f"/FT /Tx /F 2 /V (Hidden) {box(700)}",
        f"/FT /Tx /Ff 8192 /V (Secret) {box(670)}",
        f"/FT /Btn /Ff 65536 /V (Press) /AS /On {box(640)}",
        texts=LABELS,
    )
    text = " ".join(block.text for block in read(data, reader).blocks)
    assert not any(word in text for word in ("Hidden", "Secret", "Press"))


@both
@pytest.mark.parametrize(("state", "marker"), [("Yes", "☑"), ("Off", None)])
def test_a_box_that_is_ticked_opens_its_line(reader: str, state: str, marker: str | None) -> None:
    streams = "<< /Length 0 >>\nstream\n\nendstream"
    data = form(
        f"/FT /Btn /V /{state} /AS /{state} /AP << /N << /Yes 7 0 R /Off 7 0 R >> >> /Rect [72 700 84 712]",
        texts=((92, 702, "I shall report on the work within a year of its end."),),
        others=(streams,),
    )
    block = read(data, reader).blocks[0]
    assert (block.marker, block.text) == (marker, "I shall report on the work within a year of its end.")


@both
def test_a_value_may_be_that_of_the_field_above(reader: str) -> None:
    data = form(f"/Parent 7 0 R {box(700)}", texts=LABELS[:1], others=("<< /T (group) /FT /Tx /V (Ida Moss) /Kids [6 0 R] >>",))
    data = data.replace(b"/Fields [6 0 R]", b"/Fields [7 0 R]")
    assert "Ida Moss" in " ".join(block.text for block in read(data, reader).blocks)


@both
def test_a_turned_page_keeps_its_fields_in_place(reader: str) -> None:
    data = form(f"/FT /Tx /V (Ida Moss) /DA (/F0 11 Tf 0 g) {box(700)}", rotate=90)
    (block,) = [block for block in read(data, reader).blocks if "Ida" in block.text]
    assert block.bbox is not None
    assert 695 < block.bbox[0] < 725
    assert 195 < block.bbox[1] < 425
