"""Drafts of blocks, in reading order, become the Document: the one place where ids, sections and the title are given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from plantext.model.document import (
    Block,
    BlockKind,
    Box,
    Cell,
    CellBlock,
    Document,
    Issue,
    Mark,
    Page,
    Part,
    Source,
)
from plantext.model.ids import Ids
from plantext.read.table_heads import heads_columns

_NUMBERED_WORDS = "section|part|chapter|annex|appendix|objective|priority|theme|outcome|aim|goal|pillar|strand"
NUMBERED = re.compile(
    rf"(?:(?:(?i:{_NUMBERED_WORDS})|[A-Z]{{4,8}})\s+)?(?:\d{{1,3}}(?:\.\d+)*(?:[.):\s]|[-–—]\s)|[B-HJ-Z](?:[.):\s]|[-–—]\s)|[AI](?:[.):]|[-–—]\s))\s*\S"
)
"""A heading that opens with its number: "4.2 Harm", "Priority 3: Harm", "Annex B Harm"; not with a year or "10-year"."""


class Draft(msgspec.Struct, kw_only=True):
    """A block as a reader found it; a cell's block is one too. Coordinates are points from the page's top left."""

    kind: BlockKind
    text: str
    page: int | None = None
    bbox: Box | None = None
    line: int | None = None
    level: int | None = None
    marker: str | None = None
    role: str | None = None
    marks: list[Mark] = []
    parts: list[Part] = []  # only where there is more than one
    header: list[str] = []
    rows: list[list[DraftCell]] = []
    box: int = 0  # number of the box in which it stands with others
    aside: bool = False  # a heading of nothing but what stands in its box


class DraftCell(msgspec.Struct, kw_only=True):
    """A table's cell."""

    blocks: list[Draft] = []
    colspan: int = 1
    rowspan: int = 1


def assemble(
    source: Source,
    drafts: Iterable[Draft],
    *,
    pages: Sequence[Page] = (),
    issues: Sequence[Issue] = (),
    figures: int = 0,
    title: str | None = None,
) -> Document:
    """The Document of `drafts`. Empty drafts (no text and no rows) are left out."""
    ids = Ids()
    blocks: list[Block] = []
    open_headings: list[tuple[int, str]] = []  # (level, text), outermost first
    section: str | None = None
    box, boxed = 0, ""  # the box that has a heading of its own, and that heading
    for draft in drafts:
        if not draft.text.strip() and not draft.rows:
            continue
        if draft.aside:
            blocks.append(_block(draft, ids, section))
            box, boxed = draft.box, draft.text
        elif draft.kind == "heading" and draft.role not in {"toc", "title"}:
            level = draft.level or 1
            while open_headings and open_headings[-1][0] >= level:
                open_headings.pop()
            blocks.append(_block(draft, ids, _section(open_headings)))
            open_headings.append((level, draft.text))
            section = _section(open_headings)
        else:
            blocks.append(_block(draft, ids, boxed if box and draft.box == box else section))
    return Document(
        source=source,
        title=title or _title(blocks),
        pages=tuple(pages),
        blocks=tuple(blocks),
        issues=(*issues, *_figures_issue(source, figures)),
        figures=figures,
    )


def _figures_issue(source: Source, figures: int) -> list[Issue]:
    """That pictures and charts were not read: an issue, so that every report says it."""
    if not figures:
        return []
    were = "1 picture or chart was" if figures == 1 else f"{figures:,} pictures and charts were"
    return [Issue(code="figures-not-read", severity="info", message=f"{source.name}: {were} not read", page=None)]


def _section(open_headings: Sequence[tuple[int, str]]) -> str | None:
    """The innermost numbered heading, else the innermost: "Deliverables for 2014-15" under "4.2 Harm" is of 4.2."""
    for _, text in reversed(open_headings):
        if NUMBERED.match(text):
            return text
    return open_headings[-1][1] if open_headings else None


def _give_header(table: Draft) -> None:
    """Make the first row the header where the source marks none and its words say so."""
    row = table.rows[0] if table.rows else []
    plain = all(cell.rowspan == 1 and len(cell.blocks) == 1 and cell.blocks[0].kind == "paragraph" for cell in row)
    if plain and not table.header and heads_columns([["\n".join(b.text for b in cell.blocks) for cell in row] for row in table.rows]):
        table.header = [cell.blocks[0].text for cell in row for _ in range(cell.colspan)]
        table.rows = table.rows[1:]


def _block(draft: Draft, ids: Ids, section: str | None) -> Block:
    rows: tuple[tuple[Cell, ...], ...] = ()
    text = draft.text
    if draft.kind == "table":
        _give_header(draft)
        rows = tuple(tuple(_cell(cell, ids) for cell in row) for row in draft.rows)
        lines = ["\t".join(draft.header)] if draft.header else []
        lines += ["\t".join(cell.text.replace("\n", " ") for cell in row) for row in rows]
        text = "\n".join(lines)
    parts = tuple(draft.parts) or (Part(page=draft.page, bbox=draft.bbox),)
    last_page = parts[-1].page
    return Block(
        id=ids.new("b", draft.kind, text),
        kind=draft.kind,
        text=text,
        level=draft.level,
        page=draft.page,
        bbox=draft.bbox,
        section=section,
        parts=parts,
        header=tuple(draft.header),
        rows=rows,
        last_page=last_page if draft.kind == "table" else None,
        line=draft.line,
        marker=draft.marker,
        role=draft.role,
        marks=tuple(draft.marks),
    )


def _cell(cell: DraftCell, ids: Ids) -> Cell:
    blocks = tuple(
        CellBlock(
            id=ids.new("c", draft.kind, draft.text),
            kind=draft.kind,
            text=draft.text,
            page=draft.page,
            bbox=draft.bbox,
            line=draft.line,
            marker=draft.marker,
            marks=tuple(draft.marks),
        )
        for draft in cell.blocks
        if draft.text.strip()
    )
    return Cell(blocks=blocks, colspan=cell.colspan, rowspan=cell.rowspan)


def _title(blocks: Sequence[Block]) -> str | None:
    """The blocks marked as the title, joined; else the first heading that is no "Contents"."""
    marked = [block.text for block in blocks if block.role == "title"]
    if marked:
        return " ".join(marked)
    return next((b.text for b in blocks if b.kind == "heading" and b.text.casefold() != "contents"), None)
