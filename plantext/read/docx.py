"""Word documents → Document: styles and outline levels tell headings, numbering tells lists, tables keep their merged cells."""

from __future__ import annotations

import io
import itertools
import re
from collections.abc import Iterator
from typing import Any

from plantext.errors import SourceError
from plantext.model.document import Document, Source
from plantext.read.assemble import Draft, DraftCell, assemble
from plantext.read.headings import find_headings
from plantext.read.links import find_dead_references
from plantext.read.ordinals import written
from plantext.read.runs import Run, join_runs
from plantext.read.table_heads import column_heads, heading_depth

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TYPED_BULLET = re.compile(r"([•·▪◦●○–\uf0b7\uf0a7-])\s+(?=\S)")
_HOLDERS = {f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "tbl", "tr", "tc")}
"""What paragraphs stand in beside the body: content controls (a contents list is one), insertions; a table's parts within a cell."""
FIRST_ROW = 0x20
"""The bit of a table's look that says that its first row is printed as the style wants it."""
_LIST_STYLE = re.compile(r"List (?:Bullet|Number|Paragraph)(?: (\d))?")


def read_docx(data: bytes, source: Source) -> Document:
    """The Document of a Word file. Raises SourceError where it is none."""
    try:
        return _read(data, source)
    except (MemoryError, SourceError):
        raise
    except Exception as error:  # python-docx trusts its files: a damaged one fails in any way at any place
        raise SourceError("damaged", source.name, f"this Word file can't be read ({type(error).__name__}).") from error


def _read(data: bytes, source: Source) -> Document:
    import docx

    document = docx.Document(io.BytesIO(data))
    body = document.element.find(f"{W}body")
    if body is None:
        raise SourceError("damaged", source.name, "there is no text in this Word file.")
    numbering = _Numbering(document)
    drafts = [*_content(body, document, numbering), *_footnotes(document)]
    _count_paragraphs(drafts)
    figures = sum(1 for _ in body.iter("{*}drawing", "{*}pict"))
    issues = find_dead_references(document.element.body)
    return assemble(source, find_headings(drafts), issues=issues, figures=figures, title=document.core_properties.title or None)


def _count_paragraphs(drafts: list[Draft]) -> None:
    """A Word file has neither pages nor lines of its own: a place's line is the number of its paragraph, those of tables and notes counted."""
    number = 0
    for draft in drafts:
        cells = [block for row in draft.rows for cell in row for block in cell.blocks]
        draft.line = number + 1
        for at, block in enumerate(cells, number + len(draft.header)):
            block.line = at + 1
        number += (len(draft.header) + len(cells)) if draft.kind == "table" else 1


def _content(container: Any, parent: Any, numbering: _Numbering, *, tables: bool = True) -> Iterator[Draft]:
    """What stands in a body, cell, content control or text box, in order; without `tables`, their cells' content in their place."""
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    for element in container:
        if element.tag == f"{W}p":
            yield from _paragraph(Paragraph(element, parent), numbering)
            for box in element.iter(f"{W}txbxContent"):
                if (
                    next(box.iterancestors(f"{W}p")) is element and next(box.iterancestors("{*}Fallback"), None) is None
                ):  # a copy for old readers
                    yield from _content(box, parent, numbering, tables=tables)
        elif element.tag == f"{W}tbl" and tables:
            yield _table(Table(element, parent), numbering)
        elif element.tag in _HOLDERS:
            yield from _content(element, parent, numbering, tables=tables)


def _paragraph(paragraph: Any, numbering: _Numbering) -> list[Draft]:
    text, marks = join_runs(_runs(paragraph))
    if not text:
        return []
    style = paragraph.style.name if paragraph.style is not None else ""
    level = _outline(paragraph, style)
    if style == "Title":
        return [Draft(kind="heading", text=text, level=1, role="title")]
    if level is not None:
        return [Draft(kind="heading", text=text, level=level)]
    if style.lower() == "toc heading":
        return [Draft(kind="heading", text=text, level=1)]
    if style.lower().startswith("toc"):
        return [Draft(kind="paragraph", text=re.sub(r"\s+\d+$", "", text), role="toc")]
    marker, depth = numbering.mark(paragraph)
    listed = _LIST_STYLE.match(style)
    if marker is not None and marker.strip("().").isdigit() and not listed:
        return [Draft(kind="paragraph", text=text, marks=marks, marker=marker)]
    if marker is not None or (listed and style != "List Paragraph"):
        return [Draft(kind="list_item", text=text, marks=marks, marker=marker or "•", level=max(depth, int((listed and listed[1]) or 1)))]
    if typed := _TYPED_BULLET.match(text):
        return [Draft(kind="list_item", text=text[typed.end() :], marker=typed[1], level=1)]
    bold = sum(mark.span[1] - mark.span[0] for mark in marks if mark.style == "bold") == len(text)
    return [Draft(kind="paragraph", text=text, marks=marks, role="bold" if bold and len(text.split()) <= 14 else "alone")]


def _outline(paragraph: Any, style: str) -> int | None:
    """The heading level, from the style's name or from an outline level set on the paragraph or its style."""
    if match := re.match(r"(?:heading|überschrift|titre)\s*(\d)", style, re.IGNORECASE):
        return int(match[1])
    for properties in (paragraph._p.pPr, paragraph.style.element.find(f"{W}pPr") if paragraph.style is not None else None):  # noqa: SLF001
        outline = properties.find(f"{W}outlineLvl") if properties is not None else None
        if outline is not None and int(outline.get(f"{W}val", "9")) < 9:
            return int(outline.get(f"{W}val")) + 1
    return None


def _runs(paragraph: Any) -> list[Run]:
    """Every run, those within hyperlinks and insertions too; deleted text is left out."""
    runs = []
    for run in paragraph._p.iter(f"{W}r"):  # noqa: SLF001  # python-docx gives no runs within insertions
        around = list(itertools.takewhile(lambda parent: parent is not paragraph._p, run.iterancestors()))  # noqa: SLF001
        if any(
            parent.tag in {f"{W}del", f"{W}moveFrom", f"{W}txbxContent"} for parent in around
        ):  # a text box is read behind its paragraph
            continue
        text = "".join(_piece(node) for node in run)
        note = run.find(f"{W}footnoteReference")
        if note is not None:
            runs.append(Run(text=str(note.get(f"{W}id")), raised=True))
        properties = run.find(f"{W}rPr")
        raised = properties is not None and properties.find(f"{W}vertAlign[@{W}val='superscript']") is not None
        if text:
            runs.append(Run(text=text, bold=_on(properties, "b"), italic=_on(properties, "i"), raised=raised))
    return runs


def _piece(node: Any) -> str:
    if node.tag == f"{W}t":
        return node.text or ""
    return {f"{W}tab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "-"}.get(node.tag, "")


def _on(properties: Any, name: str) -> bool:
    flag = properties.find(f"{W}{name}") if properties is not None else None
    return flag is not None and flag.get(f"{W}val", "1") not in {"0", "false", "off"}


class _Numbering:
    """What Word prints before a numbered paragraph: counted as Word does, from the numbering part."""

    def __init__(self, document: Any) -> None:
        self._levels: dict[tuple[str, int], tuple[str, str, int]] = {}  # (list, level) → (format, text, start)
        self._counts: dict[str, list[int]] = {}
        self._styles: dict[str, Any] = {}
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError, AttributeError):
            return
        abstract = {node.get(f"{W}abstractNumId"): node for node in root.iter(f"{W}abstractNum")}
        for number in root.iter(f"{W}num"):
            link = number.find(f"{W}abstractNumId")
            for level in abstract[link.get(f"{W}val")].iter(f"{W}lvl") if link is not None and link.get(f"{W}val") in abstract else ():
                self._levels[number.get(f"{W}numId"), int(level.get(f"{W}ilvl"))] = (
                    _value(level, "numFmt", "bullet"),
                    _value(level, "lvlText", ""),
                    int(_value(level, "start", "1")),
                )

    def mark(self, paragraph: Any) -> tuple[str | None, int]:
        """The printed number or bullet and the depth (from 1); (None, 1) for a paragraph without."""
        properties = paragraph._p.pPr  # noqa: SLF001
        number = properties.find(f"{W}numPr") if properties is not None else None
        if number is None and paragraph.style is not None:
            number = paragraph.style.element.find(f"{W}pPr/{W}numPr")
        if number is None:
            return None, 1
        list_id, level = _value(number, "numId", "0"), int(_value(number, "ilvl", "0"))
        if list_id == "0":
            return None, 1
        style, pattern, _ = self._levels.get((list_id, level), ("bullet", "•", 1))
        if style in {"bullet", "none"}:
            return "•", level + 1
        counts = self._counts.setdefault(list_id, [])
        while len(counts) <= level:
            counts.append(self._levels.get((list_id, len(counts)), ("", "", 1))[2] - 1)
        counts[level] += 1
        del counts[level + 1 :]
        for depth, count in enumerate(counts):
            form = self._levels.get((list_id, depth), ("decimal", "", 1))[0]
            pattern = pattern.replace(f"%{depth + 1}", written(count, form))
        return pattern, level + 1


def _value(parent: Any, name: str, default: str) -> str:
    node = parent.find(f"{W}{name}")
    return default if node is None else str(node.get(f"{W}val", default))


def _table(table: Any, numbering: _Numbering) -> Draft:
    """Merged cells come once, with the columns and rows they take."""
    rows: list[list[DraftCell]] = []
    seen: dict[Any, DraftCell] = {}
    for row in table.rows:
        cells: list[DraftCell] = []
        for cell in row.cells:
            key = cell._tc  # noqa: SLF001
            if key in seen:
                continue
            span = key.grid_span
            drafts = list(_content(key, cell, numbering, tables=False))
            for draft in drafts:
                draft.role = None
            seen[key] = DraftCell(blocks=drafts, colspan=span, rowspan=max(1, key.bottom - key.top))
            cells.append(seen[key])
        rows.append(cells)
    header: list[str] = []
    if len(rows) > 1 and _is_header(table):
        heads = [[(" ".join(draft.text for draft in cell.blocks), cell.colspan, cell.rowspan) for cell in row] for row in rows[:3]]
        depth = heading_depth([[head[1:] for head in row] for row in heads], [True, _repeats(table.rows[1]) or _is_bold(table.rows[1])])
        header, rows = column_heads(heads[:depth]), rows[depth:]
    return Draft(kind="table", text="table", header=header, rows=[row for row in rows if row])


def _is_header(table: Any) -> bool:
    """Word marks a header row that repeats; else a first row all in bold is one, by its runs or by the table's style."""
    first = table.rows[0]
    return _repeats(first) or _styled_header(table) or _is_bold(first)


def _repeats(row: Any) -> bool:
    return row._tr.find(f"{W}trPr/{W}tblHeader") is not None  # noqa: SLF001


def _is_bold(row: Any) -> bool:
    texts = [run for cell in row.cells for paragraph in cell.paragraphs for run in paragraph.runs if run.text.strip()]
    return bool(texts) and all(run.bold for run in texts)


def _styled_header(table: Any) -> bool:
    """Whether the table's style, or one that it is based on, prints the first row in bold, and the table has not switched that off."""
    look = table._tbl.find(f"{W}tblPr/{W}tblLook")  # noqa: SLF001
    if look is None or not (look.get(f"{W}firstRow") in {"1", "true"} or int(look.get(f"{W}val") or "0", 16) & FIRST_ROW):
        return False
    style = table.style
    while style is not None:
        bold = style.element.find(f"{W}tblStylePr[@{W}type='firstRow']/{W}rPr/{W}b")
        if bold is not None:
            return bold.get(f"{W}val") not in {"0", "false"}
        style = style.base_style
    return False


def _footnotes(document: Any) -> list[Draft]:
    from docx.oxml import parse_xml

    for relation in document.part.rels.values():
        if relation.reltype.endswith("/footnotes"):
            root = parse_xml(relation.target_part.blob)
            notes = [note for note in root.iter(f"{W}footnote") if note.get(f"{W}type") is None]
            texts = [(note.get(f"{W}id"), "".join(node.text or "" for node in note.iter(f"{W}t"))) for note in notes]
            return [Draft(kind="footnote", text=text.strip(), marker=number) for number, text in texts if text.strip()]
    return []
