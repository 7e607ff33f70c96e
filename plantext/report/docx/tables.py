"""Tables with a real header row, marked and repeated on every page, a title for screen readers, and no merged cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from plantext.report.docx.content import Cell, Paragraph, Words, paragraph

if TYPE_CHECKING:
    from docx.document import Document

LINE = "B1B4B6"
HEADER_SHADE = "E6EBF1"
WHOLE = 12  # lines: a row that is lower stays on one page; a higher one may be cut, or half a page would stay empty
TO_A_CM = 5  # letters of 12-point Arial in a centimetre, nearly
TWIPS = 567  # in a centimetre
PAD = {"top": 60, "left": 113, "bottom": 60, "right": 113}  # twips, of each cell


def add_table(document: Document, title: str, header: Sequence[str], rows: Iterable[Sequence[Cell]], widths: Sequence[float]) -> Any:
    """A table after what stands in the document. `title` is for screen readers, `widths` are in centimetres. Returns its element."""
    from docx.oxml.ns import qn

    ids = {style.name: style.style_id for style in document.styles}
    twips = [round(width * TWIPS) for width in widths]
    table = _element("w:tbl")
    table.append(_properties(title, sum(twips)))
    grid = _element("w:tblGrid")
    grid.extend(_element("w:gridCol", w=str(width)) for width in twips)
    table.append(grid)
    table.append(_row([(paragraph(name, style="Table heading"),) for name in header], twips, ids, header=True))
    for row in rows:
        table.append(_row(row, twips, ids))
    document.element.body.find(qn("w:sectPr")).addprevious(table)
    return table


def _element(tag: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


def _properties(title: str, width: int) -> Any:
    properties = _element("w:tblPr")
    properties.append(_element("w:tblW", w=str(width), type="dxa"))
    borders = _element("w:tblBorders")
    borders.extend(_element(f"w:{side}", val="single", sz="4", space="0", color=LINE) for side in ("top", "bottom", "insideH"))
    properties.append(borders)
    properties.append(_element("w:tblLayout", type="fixed"))
    margins = _element("w:tblCellMar")
    margins.extend(_element(f"w:{side}", w=str(size), type="dxa") for side, size in PAD.items())
    properties.append(margins)
    properties.append(
        _element("w:tblLook", val="00A0", firstRow="1", lastRow="0", firstColumn="1", lastColumn="0", noHBand="1", noVBand="1")
    )
    properties.append(_element("w:tblCaption", val=title))
    return properties


def _row(cells: Sequence[Cell], widths: Sequence[int], ids: dict[str, str], *, header: bool = False) -> Any:
    row = _element("w:tr")
    form = _element("w:trPr")
    if header or _lines(cells, widths) < WHOLE:
        form.append(_element("w:cantSplit"))
    if header:
        form.append(_element("w:tblHeader"))
    if len(form):
        row.append(form)
    for content, width in zip(cells, widths, strict=True):
        cell = _element("w:tc")
        properties = _element("w:tcPr")
        properties.append(_element("w:tcW", w=str(width), type="dxa"))
        if header:
            properties.append(_element("w:shd", val="clear", color="auto", fill=HEADER_SHADE))
        cell.append(properties)
        cell.extend(_paragraph(part, ids) for part in content or (paragraph(""),))
        row.append(cell)
    return row


def _lines(cells: Sequence[Cell], widths: Sequence[int]) -> float:
    """Lines of the highest cell, nearly."""
    return max(
        sum(1 + sum(len(run.text) for run in part.runs) // (TO_A_CM * width / TWIPS) for part in content)
        for content, width in zip(cells, widths, strict=True)
    )


def _paragraph(part: Paragraph, ids: dict[str, str]) -> Any:
    element = _element("w:p")
    form = _element("w:pPr")
    form.append(_element("w:pStyle", val=ids[part.style]))
    element.append(form)
    element.extend(_run(words, ids) for words in part.runs if words.text)
    return element


def _run(words: Words, ids: dict[str, str]) -> Any:
    run = _element("w:r")
    if words.style:
        form = _element("w:rPr")
        form.append(_element("w:rStyle", val=ids[words.style]))
        run.append(form)
    run.text = words.text  # python-docx makes tabs and line breaks of those in the text
    return run
