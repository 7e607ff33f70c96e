"""The entries of a contents list, without their leaders and page numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from plantext.read.pdf.columns import median
from plantext.read.pdf.engine import level_run
from plantext.read.pdf.lines import Line, has_leaders
from plantext.read.pdf.paragraphs import Chunk

HEADING = re.compile(
    r"^(?:(?:table of |list of )?(?:contents|figures|tables|appendices|annexes)(?: page)?|in this (?:report|plan|document|paper|review)):?$",
    re.IGNORECASE,
)
LONGEST_HEADING = 40  # characters
LONGEST = 130  # characters: a longer line is prose
LARGER = 1.18  # times the entries' size: a heading, so the list is over
MISSES = 3  # rows without a page number, in a list that has them, before it is over
_NUMBER = re.compile(r"(?:(?:\s*[.…·_‥]){3,}\s*|\s*(?<![\w£.,/–—-]))(\d{1,3}|[ivxl]{1,5})$")
_MAY_LEAD = re.compile(r"\.\.\.|\. \.|…|___|···|\n ?\.")
_LEADERS = re.compile(r"(?:\s*[.…·_‥]){3,}\s*$")


def take_contents(lines: Sequence[Line], *, going_on: bool) -> tuple[list[Chunk], list[Line], bool]:
    """The contents entries among a page's lines, the other lines, and whether the list may go on overleaf.

    `going_on`: the page before ended within a contents list that has page numbers.
    """
    if not going_on and not _may_be_contents(lines):
        return [], list(lines), False
    rows = _rows(lines)
    start = next((i for i, row in enumerate(rows) if len(row) <= 2 and HEADING.match(row[0].text.strip())), None)
    if start is None and going_on and rows and _NUMBER.search(_text(rows[0])):
        start = -1
    if start is None:
        loose = [row for row in rows if has_leaders(_text(row)) and _NUMBER.search(_text(row))]
        if len(loose) < 2:
            return [], list(lines), False
        taken = {id(line) for row in loose for line in row}
        chunks = [chunk for row in loose if (chunk := _entry([row])) is not None]
        return chunks, [line for line in lines if id(line) not in taken], False
    return _read(rows, start + 1, lines)


def mark_contents(chunks: Sequence[Chunk]) -> None:
    """Make a heading of the line above each contents list, of whatever type: it is of the first level, and says nothing of the others'."""
    for chunk, after in pairwise(chunks):
        if after.role == "toc" and chunk.role is None and chunk.kind == "paragraph" and HEADING.match(chunk.text.strip()):
            chunk.kind, chunk.level = "heading", 1


def _may_be_contents(lines: Sequence[Line]) -> bool:
    """Whether a line may head a contents list, or have (part of) leaders."""
    if any(HEADING.match(line.text.strip()) for line in lines if len(line.text) < LONGEST_HEADING):
        return True
    return bool(_MAY_LEAD.search("\n".join(["", *[line.text for line in lines]])))


def _read(rows: list[list[Line]], start: int, lines: Sequence[Line]) -> tuple[list[Chunk], list[Line], bool]:
    body = rows[start:]
    numbered = sum(bool(_NUMBER.search(_text(row))) for row in body) >= max(2, 0.5 * len(body))
    chunks: list[Chunk] = []
    taken: set[int] = set()
    open_rows: list[list[Line]] = []
    misses = 0
    over = False
    distances = [b[0].baseline - a[0].baseline for a, b in pairwise(body)]
    usual_gap = median(distances) if distances else 0.0
    before: float | None = None
    for row in body:
        text = _text(row)
        ends = bool(_NUMBER.search(text)) or has_leaders(text)
        usual = chunks[0].size if chunks else row[0].size
        if (len(text) > LONGEST and not ends) or (chunks and row[0].size > LARGER * usual and not ends):
            over = True
            break
        wrapped = not numbered and before is not None and row[0].baseline - before < min(1.4 * row[0].size, 0.8 * usual_gap)
        before = row[0].baseline
        if wrapped and chunks:
            chunks[-1].lines.append(_merged(row))
            taken |= {id(line) for line in row}
            continue
        misses = 0 if ends else misses + 1
        if numbered and misses > MISSES:
            over = True
            break
        open_rows.append(row)
        if ends or not numbered:
            chunk = _entry(open_rows, numbered=numbered)
            if chunk is not None:
                chunks.append(chunk)
            taken |= {id(line) for one in open_rows for line in one}
            open_rows = []
    return chunks, [line for line in lines if id(line) not in taken], numbered and not over


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.baseline, line.x0)):
        if rows and abs(rows[-1][0].baseline - line.baseline) < 0.4 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    for row in rows:
        row.sort(key=lambda line: line.x0)
    return rows


def _merged(row: Sequence[Line]) -> Line:
    return Line([run for line in row for run in line.runs], row[0].page)


def _text(row: Sequence[Line]) -> str:
    return " ".join(line.text for line in row).strip()


def _entry(rows: list[list[Line]], *, numbered: bool = True) -> Chunk | None:
    """One entry; None where nothing is left of it ("Page")."""
    text = " ".join(_text(row) for row in rows)
    if (numbered or has_leaders(text)) and _NUMBER.sub("", text).strip(" .…·_"):
        text = _NUMBER.sub("", text)
    text = _LEADERS.sub("", text).strip(" .…·_‥\t")
    if not text or text.casefold() == "page":
        return None
    first = rows[0][0]
    x1 = max(line.x1 for row in rows for line in row)
    run = level_run(text, first.x0, x1, first.baseline, first.size, first.runs[0].style)
    line = Line([run], first.page)
    return Chunk([line], first.x0, x1, role="toc")
