"""Cases in plain text: "= title", what is given, "---", what is expected, one a line. To add a case, write it into the file.

"→" stands for a tab and "␌" for a form feed, which editors and readers do not show.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from plantext.model.document import Block, Cell, Document
from plantext.read.plain import read_text
from plantext.read.source import MARKDOWN, TEXT, describe


def load_cases(path: Path) -> list[object]:
    """Parameters `(given, expected)` for pytest, each with its title as id."""
    cases: list[object] = []
    for case in path.read_text(encoding="utf-8").split("\n= ")[1:]:
        title, _, rest = case.partition("\n")
        given, _, expected = rest.partition("\n---\n")
        given = given.replace("→", "\t").replace("␌", "\f")
        cases.append(pytest.param(given, [line for line in expected.split("\n") if line.strip()], id=title))
    return cases


def read_plain(text: str, *, markdown: bool = False) -> Document:
    """A text as a source of that kind would be read."""
    data = text.encode()
    return read_text(data, describe(data, "plan.txt", MARKDOWN if markdown else TEXT), markdown=markdown)


def shown(document: Document) -> list[str]:
    """A document, one line for each block, a table's rows behind it, then the issues' codes."""
    return [line for block in document.blocks for line in _shown(block)] + [f"issue | {issue.code}" for issue in document.issues]


def _shown(block: Block) -> list[str]:
    name = block.role or {"list_item": "item", "footnote": "note"}.get(block.kind, block.kind)
    name += f" {block.level}" if block.level and not block.role else ""
    name += f" {block.marker}" if block.marker else ""
    if block.kind != "table":
        return [f"{name} | {block.text}"]
    return [f"{name} | {' / '.join(block.header)}"] + [f"row | {' / '.join(map(_cell, row))}" for row in block.rows]


def _cell(cell: Cell) -> str:
    return " ; ".join(f"{'• ' if block.kind == 'list_item' else ''}{block.text}" for block in cell.blocks)
