"""The entries of a contents list, without their leaders and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from plantext.read.pdf.columns import median
from plantext.read.pdf.engines.engine import level_run
from plantext.read.pdf.lines import Line, has_leaders
from plantext.read.pdf.paragraphs import Chunk

HEADING = re.compile(
    r"^(?:(?:table of |list of )?(?:contents|figures|tables|appendices|annexes)(?: page)?|(?:what.s )?inside|in this (?:report|plan|document|paper|review|issue)):?$",
    re.IGNORECASE,
)
LOOSE = re.compile(r"^(?:(?:what.s )?inside|in this)\b", re.IGNORECASE)
"""Only above page numbers: it may head a section of a text."""
LONGEST_HEADING = 40  # characters
LONGEST = 130  # characters: a longer line is prose
LARGER = 1.18  # times the entries' size: a heading, so the list is over
FIRST = 8  # rows that tell whether a list has page numbers; what stands below it on its page has none
MOSTLY = 0.6  # of the rows
ALIGNED = 4.0  # points
COLUMN = 3  # entries and page numbers make a column
NEXT_LINE = 1.7  # em from one line of an entry to the next
PAGE = 8  # characters: what stands beside the heading is "Page", or it is the label of something else
LEADING = 3  # rows with a number each, right below the heading, make such a list whatever stands below it
MISSES = 3  # rows without a page number, in a list that has them, before it is over
_NUMBER = re.compile(r"(?:(?:\s*[.…·_‥]){3,}\s*|\s*(?<![\w£.,/–—-]))(\d{1,3}|[ivxl]{1,5})$")
_BARE = re.compile(r"(?:\d{1,3}|[ivxl]{1,5})$")
_LEADING = re.compile(r"(\d{1,3})\s+(\S.*)$")
_PAGE = re.compile(r"\s+(?:page|pp?\.?)$", re.IGNORECASE)
_MAY_LEAD = ("...", ". .", "…", "___", "···", "\n.", "\n .")
_MAY_HEAD = re.compile(r"\n\s*(?:(?:table|list) of |contents|figures|tables|appendices|annexes|what.s |inside|in this )", re.IGNORECASE)
"""Opens a line as `HEADING` does: found fast in a page's text."""
_RANGE = re.compile(r"(?<=\d–) (?=\d)")
_LEADERS = re.compile(r"(?:\s*[.…·_‥]){3,}\s*$")


def take_contents(lines: Sequence[Line], *, going_on: bool) -> tuple[list[Chunk], list[Line], bool]:
    """The contents entries among a page's lines, the other lines, and whether the list may go on overleaf.

    `going_on`: the page before ended within a contents list that has page numbers. Of a list beside other text the heading is the first
    of the entries, a chunk without their role.
    """
    if not going_on and not _may_be_contents(lines):
        return [], list(lines), False
    panel = _panel(lines)
    if panel:
        chunks, rest, _ = _read(_rows(panel[1:]), 0, lines, loose=bool(LOOSE.match(panel[0].text.strip())))
        head = Chunk(panel[:1], panel[0].x0, panel[0].x1)
        return [head, *chunks] if chunks else [], [line for line in rest if line is not panel[0] or not chunks], False
    rows = _rows(lines)
    start = next(
        (i for i, row in enumerate(rows) if HEADING.match(row[0].text.strip()) and (len(row) == 1 or len(row[1].text) < PAGE)), None
    )
    if start is None and going_on and rows and _NUMBER.search(_text(rows[0])):
        start = -1
    if start is None:
        loose = [row for row in rows if has_leaders(_text(row)) and _NUMBER.search(_text(row))]
        if len(loose) < 2:
            return [], list(lines), False
        taken = {id(line) for row in loose for line in row}
        chunks = [chunk for row in loose if (chunk := _entry([row])) is not None]
        return chunks, [line for line in lines if id(line) not in taken], False
    return _read(rows, start + 1, lines, loose=start >= 0 and bool(LOOSE.match(rows[start][0].text.strip())))


def mark_contents(chunks: Sequence[Chunk]) -> None:
    """Make a heading of the line above each contents list, of whatever type: it is of the first level, and says nothing of the others'."""
    for chunk, after in pairwise(chunks):
        if after.role == "toc" and chunk.role is None and chunk.kind == "paragraph" and HEADING.match(chunk.text.strip()):
            chunk.kind, chunk.level = "heading", 1


def _may_be_contents(lines: Sequence[Line]) -> bool:
    """Whether a line may head a contents list, or have (part of) leaders."""
    whole = "\n".join(["", *[line.text for line in lines], ""])
    return any(leader in whole for leader in _MAY_LEAD) or _MAY_HEAD.search(whole) is not None


def _panel(lines: Sequence[Line]) -> list[Line]:
    """The heading and the lines of a list that stands beside other text, which has no page numbers; none where it has its rows for itself."""
    heading = next((line for line in lines if len(line.text) < LONGEST_HEADING and HEADING.match(line.text.strip())), None)
    if heading is None:
        return []
    left = heading.x0 - heading.size
    below = [line for line in lines if line.baseline > heading.baseline]
    leading = [line for line in below if abs(line.x0 - heading.x0) < ALIGNED and _LEADING.match(line.text.strip())]
    if len(leading) >= COLUMN:
        last = leading[-1].baseline + NEXT_LINE * leading[-1].size
        inside = [line for line in below if line.x0 >= left and line.baseline < last and any(line.x0 < one.x1 for one in leading)]
        right = max(line.x1 for line in inside)
    else:
        places: dict[int, list[Line]] = {}
        for line in below:
            if line.x0 >= left and _NUMBER.search(line.text.strip()):
                places.setdefault(round(line.x1 / ALIGNED), []).append(line)
        numbers = max(places.values(), key=len, default=[])
        if len(numbers) < COLUMN:
            return []
        right, last = max(line.x1 for line in numbers) + ALIGNED, max(line.baseline for line in numbers)
        inside = [line for line in below if left <= line.x0 and line.x1 <= right]
    beside = [line for line in below if (line.x0 > right or line.x1 < left) and line.baseline <= last]
    if len(beside) < COLUMN or any(_NUMBER.search(line.text.strip()) or has_leaders(line.text) for line in beside):
        return []
    return [heading, *inside]


def _read(rows: list[list[Line]], start: int, lines: Sequence[Line], *, loose: bool) -> tuple[list[Chunk], list[Line], bool]:
    body = _by_columns(_before_heading(rows[start:]))
    over = len({id(line) for row in body for line in row}) < sum(len(row) for row in rows[start:])
    ends = _ends(body)
    numbered = sum(ends[:FIRST]) >= max(2, 0.5 * len(ends[:FIRST])) or (len(ends) >= LEADING and all(ends[:LEADING]))
    paged = not numbered and _pages_lead(body)
    if loose and not (numbered or paged):
        return [], list(lines), False
    distances = [b[0].baseline - a[0].baseline for a, b in pairwise(body)]
    usual_gap = median(distances) if distances else 0.0
    chunks: list[Chunk] = []
    taken: set[int] = set()
    open_rows: list[list[Line]] = []
    misses = 0
    for at, row in enumerate(body):
        entry_ends = not numbered or ends[at]
        if chunks and not open_rows and not (numbered and ends[at]) and _goes_on(body, at, usual_gap, told=numbered, paged=paged):
            chunks[-1].lines.append(_merged(row))
            taken |= {id(line) for line in row}
            continue
        misses = 0 if entry_ends else misses + 1
        if numbered and misses > MISSES:
            over = True
            break
        open_rows.append(row)
        if entry_ends:
            chunk = _entry(open_rows, numbered=numbered, paged=paged)
            if chunk is not None:
                chunks.append(chunk)
            taken |= {id(line) for one in open_rows for line in one}
            open_rows = []
    return chunks, [line for line in lines if id(line) not in taken], numbered and not over


def _before_heading(rows: list[list[Line]]) -> list[list[Line]]:
    """The rows of a list, up to the first that is a heading or prose."""
    for at, row in enumerate(rows):
        text = _text(row)
        if not (_NUMBER.search(text) or has_leaders(text)) and (len(text) > LONGEST or row[0].size > LARGER * rows[0][0].size):
            return rows[:at]
    return rows


def _ends(rows: Sequence[list[Line]]) -> list[bool]:
    """Of each row whether it ends with a page number; where most of them end at one place, there."""
    ends = [bool(_NUMBER.search(_text(row))) or has_leaders(_text(row)) for row in rows]
    places = Counter(round(row[-1].x1 / ALIGNED) for row, end in zip(rows, ends, strict=True) if end)
    if not places or places.most_common(1)[0][1] < MOSTLY * sum(ends):
        return ends
    x1 = median([row[-1].x1 for row, end in zip(rows, ends, strict=True) if end])
    x0 = median([row[-1].x0 for row, end in zip(rows, ends, strict=True) if end])  # of numbers that are set to the left
    return [
        end
        and (
            abs(row[-1].x1 - x1) < ALIGNED
            or (abs(row[-1].x0 - x0) < 1 and _BARE.match(row[-1].text.strip()) is not None)
            or has_leaders(_text(row))
        )
        for row, end in zip(rows, ends, strict=True)
    ]


def _by_columns(rows: list[list[Line]]) -> list[list[Line]]:
    """The rows of a list in two columns, each with its page numbers, one column after the other; other rows as they are."""
    lines = [line for row in rows for line in row]
    numbers = [line for line in lines if _BARE.match(line.text.strip())]
    left = min((line.x1 for line in numbers), default=0.0)
    first = [line for line in numbers if line.x1 - left < ALIGNED]
    further = [line for line in lines if line.x0 > left + ALIGNED]
    if len(first) < COLUMN or sum(not _BARE.match(line.text.strip()) for line in further) < COLUMN or len(numbers) < len(first) + COLUMN:
        return rows
    ids = {id(line) for line in further}
    return [*_rows([line for line in lines if id(line) not in ids]), *_rows(further)]


def _pages_lead(rows: Sequence[list[Line]]) -> bool:
    """Whether the rows begin with their page numbers: with numbers that never fall, and do not just count the entries."""
    pages = [int(match.group(1)) for row in rows if (match := _LEADING.match(_text(row)))]
    rises = [b - a for a, b in pairwise(pages)]
    return (
        len(pages) >= max(3, MOSTLY * len(rows))
        and all(rise >= 0 for rise in rises)
        and (pages[0] != 1 or any(rise != 1 for rise in rises))
    )


def _goes_on(rows: Sequence[list[Line]], at: int, usual_gap: float, *, told: bool, paged: bool) -> bool:
    """Whether a row goes on with the entry of the row above, which is whole as far as its page number tells (`told`)."""
    row, text = rows[at], _text(rows[at])
    if at == 0 or (paged and _LEADING.match(text)):
        return False
    distance = row[0].baseline - rows[at - 1][0].baseline
    hangs = paged and row[0].x0 > rows[at - 1][0].x0 + ALIGNED  # below the entry's words, and not below its number
    if (hangs or text[:1].islower()) and 0 < distance < NEXT_LINE * row[0].size:
        return True
    following = rows[at + 1][0].baseline - row[0].baseline if at + 1 < len(rows) else 0.0
    if told or paged:
        return 0 < distance < min(NEXT_LINE * row[0].size, 0.85 * following)
    return 0 < distance < min(1.4 * row[0].size, 0.8 * usual_gap)


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


def _entry(rows: list[list[Line]], *, numbered: bool = True, paged: bool = False) -> Chunk | None:
    """One entry; None where nothing is left of it ("Page")."""
    text = _RANGE.sub("", " ".join(_text(row) for row in rows))
    if (numbered or has_leaders(text)) and _NUMBER.sub("", text).strip(" .…·_"):
        text = _NUMBER.sub("", text)
        text = _PAGE.sub("", text) or text
    if paged:
        text = _LEADING.sub(r"\2", text)
    text = _LEADERS.sub("", text).strip(" .…·_‥\t")
    if not text or text.casefold() == "page":
        return None
    first = rows[0][0]
    x1 = max(line.x1 for row in rows for line in row)
    run = level_run(text, first.x0, x1, first.baseline, first.size, first.runs[0].style)
    line = Line([run], first.page)
    return Chunk([line], first.x0, x1, role="toc")
