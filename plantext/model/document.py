"""What was read: pages, blocks in reading order, and where each stands on its page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

Box = tuple[float, float, float, float]
"""`(x0, top, x1, bottom)` in points from the page's top left."""

Span = tuple[int, int]
"""`[start, end)` in a block's text, in characters."""

Severity = Literal["error", "warning", "info"]
PageStatus = Literal["text", "empty", "scan", "failed"]
BlockKind = Literal["heading", "paragraph", "list_item", "table", "footnote", "caption"]


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """The file a result was made from. `name` is the base name, never a path."""

    name: str
    sha256: str
    media_type: str
    pages: int | None  # None where the source has no pages


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where a text stands. A source without pages has `line` (from 1) instead of `page` (from 1) and `bbox`."""

    page: int | None
    section: str | None  # the heading as printed
    line: int | None
    block: str
    span: Span  # in the text of the block (or of the table cell's block) that `block` names
    bbox: Box | None


class Issue(msgspec.Struct, frozen=True, kw_only=True):
    """Something about the content that a reader of the result must know; `code` is a stable word."""

    code: str
    severity: Severity
    message: str
    page: int | None


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One page. `width` and `height` in points, as displayed."""

    number: int
    status: PageStatus
    width: float | None = None
    height: float | None = None


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One piece of a block that runs over columns or pages."""

    page: int | None
    bbox: Box | None


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """A run of type within a block's text; `footnote` marks the reference to a note, whose number is `note`."""

    style: Literal["bold", "italic", "footnote"]
    span: Span
    note: str | None = None


class CellBlock(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A paragraph or list item in a table's cell."""

    id: str
    kind: BlockKind
    text: str
    page: int | None
    bbox: Box | None
    line: int | None = None
    marker: str | None = None  # the printed bullet or number, which is not in `text`
    marks: tuple[Mark, ...] = ()


class Cell(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One cell; merged cells say how many columns and rows they take."""

    blocks: tuple[CellBlock, ...]
    colspan: int = 1
    rowspan: int = 1

    @property
    def text(self) -> str:
        """The cell's blocks, one a line."""
        return "\n".join(block.text for block in self.blocks)


class Block(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A heading, paragraph, list item, table, footnote or caption, whole across columns and pages.

    `text` of a table is its rows, one a line, cells parted by tabs; its body stands in `rows`, its column
    headings in `header`. `level` counts from 1, for headings (1 the highest) and list items (1 the outermost).
    """

    id: str
    kind: BlockKind
    text: str
    level: int | None
    page: int | None
    bbox: Box | None
    section: str | None  # the heading, as printed, that the block stands under
    parts: tuple[Part, ...]
    header: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    last_page: int | None = None
    line: int | None = None
    marker: str | None = None  # the printed number or bullet of a list item or numbered paragraph
    role: str | None = None  # "toc" for an entry of the contents list, "title" for the document's title
    marks: tuple[Mark, ...] = ()


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A source, read. Blocks stand in reading order."""

    schema: str = "plantext/document/1"
    source: Source
    title: str | None
    pages: tuple[Page, ...]
    blocks: tuple[Block, ...]
    issues: tuple[Issue, ...]
    figures: int = 0  # pictures and charts whose content was not read

    def block(self, block_id: str) -> Block | CellBlock:
        """The block, or the block within a table's cell, of that id. Raises KeyError if there is none."""
        for block in self.texts():
            if block.id == block_id:
                return block
        raise KeyError(block_id)

    def texts(self) -> Iterator[Block | CellBlock]:
        """Every block in reading order, each table followed by the blocks of its cells."""
        for block in self.blocks:
            yield block
            for row in block.rows:
                for cell in row:
                    yield from cell.blocks


def place_of(block: Block | CellBlock, section: str | None, span: Span | None = None) -> dict[str, object]:
    """The fields of a `Place` for `span` of `block` (the whole of it by default), to build a `Place` or its kind from."""
    return {
        "page": block.page,
        "section": section,
        "line": block.line,
        "block": block.id,
        "span": span or (0, len(block.text)),
        "bbox": block.bbox,
    }
