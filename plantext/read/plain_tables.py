"""Tables in plain text: lines of cells parted by tabs, whose cells may hold HTML, cut by page breaks and footnotes; and Markdown's own."""

from __future__ import annotations

import re
from collections import Counter

from plantext.read.assemble import Draft, DraftCell
from plantext.read.markup import html_of_markdown, parse_html, read_fragment, read_tree

_FOOTNOTE = re.compile(r"\s*(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\[\^\w+\]:)\s*\S")
DELIMITERS = re.compile(r"[^\S\n]*(?:\|[^\S\n]*)?:?-+:?[^\S\n]*(?:\|[^\S\n]*:?-+:?[^\S\n]*)+\|?\s*$")
"""The line below the heading of a table in Markdown."""
_OPENING = re.compile(r"\s*<(\w+)")


def is_table_line(line: str) -> bool:
    """Whether a line holds cells: text on at least one side of a tab, and it is no indent."""
    return "\t" in line.strip(" \n\r") and bool(line.strip()) and (not line.startswith("\t") or "<" in line or line.strip().count("\t") > 0)


def read_markdown_table(lines: list[str], start: int) -> tuple[Draft, int] | None:
    """The Markdown table that begins at line index `start`, and the index behind it; None where the next line is not dashes and bars."""
    if "|" not in lines[start] or start + 1 >= len(lines) or not DELIMITERS.match(lines[start + 1]):
        return None
    end = start + 2
    while end < len(lines) and "|" in lines[end] and "\f" not in lines[end]:
        end += 1
    root = parse_html(html_of_markdown("\n".join(line.strip() for line in lines[start:end])), "table")
    drafts = read_tree(root)
    if [draft.kind for draft in drafts] != ["table"]:
        return None
    (table,) = drafts
    for draft in [table, *(block for row in table.rows for cell in row for block in cell.blocks)]:
        draft.line = start + (draft.line or 1)
    return table, end


def read_table(lines: list[str], start: int) -> tuple[Draft, list[tuple[str, int]], int]:
    """The table that begins at line index `start`: its draft, the footnotes that stood within it, and the index behind it.

    Blank lines and footnotes part a table only where no line of as many cells follows.
    """
    rows: list[tuple[int, list[str], bool]] = []  # (line number, cells, whether a break stands before)
    notes: list[tuple[str, int]] = []
    pending: list[tuple[str, int]] = []
    at, end, broken = start, start, False
    width = len(lines[start].split("\t"))
    while at < len(lines):
        line = lines[at]
        if is_table_line(line) and (not broken or len(line.split("\t")) == width):
            rows.append((at + 1, line.split("\t"), broken))
            notes += pending
            pending, broken, end = [], False, at + 1
        elif not line.strip():
            broken = True
        elif broken and _FOOTNOTE.match(line):
            pending.append((line, at + 1))
        else:
            break
        at += 1
    return _table(rows), notes, end


def _table(rows: list[tuple[int, list[str], bool]]) -> Draft:
    width = max(len(cells) for _, cells, _ in rows)
    header: list[str] = []
    first = rows[0][1]
    if len(rows) > 1 and all(cell.strip() and "<" not in cell for cell in first):
        header = [cell.strip() for cell in first]
    body = rows[1:] if header else rows
    usual = Counter(_opening(cells) for _, cells, broken in body if not broken).most_common(1)
    drafts: list[list[DraftCell]] = []
    for line, cells, broken in body:
        padded = cells + [""] * (width - len(cells))
        if drafts and broken and _continues(drafts[-1], padded, usual[0][0] if usual else ""):
            for cell, fragment in zip(drafts[-1], padded, strict=True):
                _continue_cell(cell, fragment, line)
        else:
            drafts.append([DraftCell(blocks=_cell_blocks(fragment, line)) for fragment in padded])
    return Draft(kind="table", text="table", header=header, rows=drafts, line=rows[0][0])


def _opening(cells: list[str]) -> str:
    """The element that a row's first cell opens with, "" for plain text or nothing."""
    match = _OPENING.match(cells[0])
    return match[1] if match else ""


def _continues(last: list[DraftCell], cells: list[str], usual: str) -> bool:
    """Whether a row behind a break is the rest of the one before it.

    It is where its first cell is empty, where a cell goes on in the middle of a sentence, or where it opens otherwise than rows do.
    """
    if not cells[0].strip():
        return True
    for cell, fragment in zip(last, cells, strict=True):
        text = " ".join(draft.text for draft in read_fragment(fragment))
        if text[:1].islower() or cell_text(cell).count("(") > cell_text(cell).count(")"):
            return True
    return bool(usual) and _opening(cells) not in {"", usual}


def _continue_cell(cell: DraftCell, fragment: str, line: int) -> None:
    """Add the rest of a cut cell: what opens as a list begins new items, anything else goes on with the last block."""
    blocks = _cell_blocks(fragment, line)
    if blocks and cell.blocks and blocks[0].kind == "paragraph":
        rest = blocks.pop(0)
        cell.blocks[-1].text += " " + rest.text
    cell.blocks += blocks


def _cell_blocks(fragment: str, line: int) -> list[Draft]:
    blocks = read_fragment(fragment) if fragment.strip() else []
    for block in blocks:
        block.line = line
    return blocks


def cell_text(cell: DraftCell) -> str:
    """The cell's words in one line."""
    return " ".join(block.text for block in cell.blocks)
