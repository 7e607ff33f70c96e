"""A document's outline: each heading with the headings above it and what stands straight below it."""

from __future__ import annotations

from dataclasses import dataclass, field

from plantext.model.document import Block, Document


@dataclass
class Part:
    """A heading and what stands below it before the next heading; contents entries, footnotes and captions left out."""

    heading: Block
    path: tuple[Block, ...]  # the headings above it, outermost first
    body: list[Block] = field(default_factory=list)


def find_parts(document: Document) -> list[Part]:
    """The parts of a document, in order."""
    parts: list[Part] = []
    path: list[Block] = []
    for block in document.blocks:
        if block.role == "toc" or block.kind in {"footnote", "caption"}:
            continue
        if block.kind == "heading":
            path = [above for above in path if (above.level or 1) < (block.level or 1)]
            parts.append(Part(block, tuple(path)))
            path.append(block)
        elif parts:
            parts[-1].body.append(block)
    return parts


def find_homes(document: Document) -> dict[str, tuple[Block, ...]]:
    """The headings that each block stands under, outermost first, by the block's id; a heading stands under itself."""
    homes: dict[str, tuple[Block, ...]] = {}
    for part in find_parts(document):
        path = (*part.path, part.heading)
        homes[part.heading.id] = path
        for block in part.body:
            homes[block.id] = path
            homes.update((inner.id, path) for row in block.rows for cell in row for inner in cell.blocks)
    return homes
