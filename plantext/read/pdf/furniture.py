"""What belongs to the page and not to the text: running headers and footers, page numbers, print lines."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from plantext.read.pdf.chapters import chapter_lines
from plantext.read.pdf.engines.engine import PageContent
from plantext.read.pdf.lines import Line

BAND = 0.13  # of the page's height, at top and bottom: where running lines stand
OUTMOST = 0.2  # of the height: so far in may the outermost row of a page be a running line, below a wide margin
LARGER = 1.15  # times the type of what follows: a line so large that changes from page to page is a heading, "Part 1", "Part 2"
SHARE = 0.4  # of the pages must carry a line in the same band for it to be a running line
ALTERNATE = 0.3  # ... or of the odd or even pages, in books that differ left and right
FEW_PAGES = 3  # with fewer pages than this repetition says little: a running line must differ from the text, or stand apart from it
APART = 1.7  # em: a running line stands further than this from the text
HARD_BY = 1.35  # em: the usual distance of lines; a running line of the text's own type stands further off
ROW = 12  # lines that are looked at beyond the bands: a table's row has no more cells, as a rule
FAR = 3.0  # em: a table's heading stands no further from its first row
SHIFT = 6.05  # points: how far a running line may stand from where it stands on other pages
GREY = 0x40  # each channel at least, and no further from each other: type that is paler than the text
SMALL = 0.95  # times the text's size: smaller type
LEVEL = 0.6  # points: a line that says something else stands exactly at the height of the others
_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"\b[ivxlc]+\b")
_PART = re.compile(r"(?:section|part|chapter|annex|appendix|objective|priority|theme|outcome|aim|goal|pillar|strand)\s+\d", re.IGNORECASE)
PAGE_NUMBER = re.compile(r"^(?:page\s*)?[-–—|\s]*(\d{1,4}|[ivxlc]{1,6})[-–—|\s]*(?:(?:of|/)\s*\d{1,4})?$", re.IGNORECASE)
PRINT_LINE = re.compile(
    r"^(?:https?://|file:///|www\.)\S+(?:\s+(?:page\s+)?\d+(?:/| of )\d+)?$"
    r"|^\d{1,2}[/.]\d{1,2}[/.]\d{2,4},?\s+\d{1,2}[:.]\d{2}(?:\s*[ap]m)?\b.*$",
    re.IGNORECASE,
)
"""What a browser prints at the edge of each page: the address with "1/9", the date with the title."""


def running_lines(pages: Sequence[tuple[PageContent, list[Line]]]) -> set[int]:
    """The ids (`id(line)`) of lines that are running headers or footers, page numbers or print lines."""
    found: set[int] = set()
    places: dict[tuple[str, str], list[tuple[int, float, Line]]] = defaultdict(list)
    numbers: list[tuple[int, str, float, Line]] = []
    edges_of = [_edge_lines(content, lines) for content, lines in pages]
    for (content, _), edges in zip(pages, edges_of, strict=True):
        for line, band in edges:
            text = line.text.strip()
            if PRINT_LINE.match(text):
                found.add(id(line))
                continue
            if text[:1].islower() and text[-1:] in ".,;:" and not PAGE_NUMBER.match(text):
                continue  # the end of a sentence that begins on the page before
            at = line.baseline if band == "top" else content.height - line.baseline
            places[band, _masked(text)].append((content.number, at, line))
            if PAGE_NUMBER.match(text):
                numbers.append((content.number, band, at, line))
    count = sum(1 for _, lines in pages if lines)
    sizes = {content.number: (content.width, content.height) for content, _ in pages}
    formats = set(sizes.values())
    changing: set[int] = set()
    for group in places.values():
        running = {id(line) for line in _repeated(group, count)}
        if running and len(formats) > 1:
            running |= _on_other_formats(group, running, sizes)
        found |= running
        if running and len({line.text for _, _, line in group}) > 1:
            changing |= running
    found.update(_page_numbers(numbers, count))
    found |= chapter_lines(pages, edges_of, found)
    outermost = _all_outermost(pages, edges_of, found, changing, few=count < FEW_PAGES)
    for number, alike in (_alike_elsewhere(pages, edges_of, outermost) if outermost else {}).items():
        outermost |= _all_outermost([pages[number]], [edges_of[number]], found | alike, changing, few=count < FEW_PAGES)
    return outermost


def _all_outermost(
    pages: Sequence[tuple[PageContent, list[Line]]],
    edges_of: Sequence[list[tuple[Line, str]]],
    found: set[int],
    changing: set[int],
    *,
    few: bool,
) -> set[int]:
    """Of the lines `found` those that nothing parts from their page's edge."""
    outermost: set[int] = set()
    for (content, lines), edges in zip(pages, edges_of, strict=True):
        top = sorted((line for line, band in edges if band == "top"), key=lambda line: line.baseline)
        bottom = sorted((line for line, band in edges if band == "bottom"), key=lambda line: -line.baseline)
        between = lines[len(top) : len(lines) - len(bottom)]
        for outer, inner in ((top, between[:ROW]), (bottom, between[: -ROW - 1 : -1])):
            far = bool(outer) and BAND * content.height < outer[0].baseline < (1 - BAND) * content.height
            outermost |= _outermost(outer, inner, found, changing, few=few, far=far)
    return outermost


def _alike_elsewhere(
    pages: Sequence[tuple[PageContent, list[Line]]], edges_of: Sequence[list[tuple[Line, str]]], found: set[int]
) -> dict[int, set[int]]:
    """By page (its index) the lines set as the running lines of other pages and at their height, in smaller or paler type than the text: what a left page says, or a chapter."""
    heights: dict[tuple[str, float, int, bool, bool], set[float]] = defaultdict(set)
    said: set[tuple[int, str]] = set()  # page and band with a running line: nothing is looked for there
    for at, ((content, _), edges) in enumerate(zip(pages, edges_of, strict=True)):
        for line, band in edges:
            if id(line) in found:
                said.add((at, band))
            if id(line) in found and not PAGE_NUMBER.match(line.text.strip()):
                heights[band, *_type(line)].add(round(line.baseline if band == "top" else content.height - line.baseline, 1))
    own = {key[1] for key in heights}
    alike = [
        (number, line)
        for number, ((content, _), edges) in enumerate(zip(pages, edges_of, strict=True))
        for line, band in edges
        if line.size in own
        and (number, band) not in said
        and any(
            abs(at - (line.baseline if band == "top" else content.height - line.baseline)) < LEVEL
            for at in heights.get((band, *_type(line)), ())
        )
    ]
    result: dict[int, set[int]] = defaultdict(set)
    for number, line in alike:
        if _is_grey(line.colour) or line.size < SMALL * _text_size(pages[number][1]):
            result[number].add(id(line))
    return result


def _text_size(lines: Sequence[Line]) -> float:
    """The size of most letters on a page."""
    letters: dict[float, int] = defaultdict(int)
    for line in lines:
        letters[line.size] += len(line.text)
    return max(letters, key=lambda size: (letters[size], size))


def _is_grey(colour: int) -> bool:
    channels = (colour >> 16 & 255, colour >> 8 & 255, colour & 255)
    return min(channels) >= GREY and max(channels) - min(channels) < GREY


def _type(line: Line) -> tuple[float, int, bool, bool]:
    return (line.size, line.colour, line.bold, line.italic)


def _outermost(lines: list[Line], inner: list[Line], found: set[int], changing: set[int], *, few: bool, far: bool) -> set[int]:
    """Of lines from the page's edge inwards those that are running, up to the first row that holds none; a running row is so as a whole.

    `inner` are the first lines beyond them; `changing` are lines that differ from page to page in their figures; `few`: so are the pages; `far`: they stand beyond the bands.
    """
    result: set[int] = set()
    at = 0
    while at < len(lines):
        row = [line for line in lines[at:] if abs(line.baseline - lines[at].baseline) < 0.6 * max(line.size, lines[at].size)]
        if not any(id(line) in found for line in row) or _is_of_table(row, lines[at + len(row) :], inner, found, far=far):
            break
        following = next((line for line in (*lines[at + len(row) :], *inner) if id(line) not in found), None)
        if following is not None and (_is_heading(row, following, changing) or (few and _is_alike(row, following))):
            break
        result |= {id(line) for line in row}
        at += len(row)
    return result


def _is_heading(row: Sequence[Line], following: Line, changing: set[int]) -> bool:
    """Whether a row is the heading of a part that begins on a page of its own, as its neighbours do."""
    return any(id(line) in changing and line.size > LARGER * following.size and _PART.match(line.text) for line in row)


def _is_alike(row: Sequence[Line], following: Line) -> bool:
    """Whether a row is set as what follows, and stands hard by it: the text itself may begin alike on two pages."""
    distance = abs(following.baseline - row[0].baseline)
    style = (row[0].bold, row[0].italic, row[0].colour, round(row[0].size, 1))
    return distance < HARD_BY * following.size and style == (following.bold, following.italic, following.colour, round(following.size, 1))


def _is_of_table(row: Sequence[Line], further: Sequence[Line], inner: Sequence[Line], found: set[int], *, far: bool) -> bool:
    """Whether a row at the page's edge is a table's: the next one stands hard by it, or keeps to the same columns.

    Running lines are set apart from the text; a heading that is said again on each page, or a row that opens with its number, is not.
    Of `inner`, which stands beyond the band of running lines, only the columns tell; unless the row itself does, `far` from the edge.
    """
    lines, hard_by = [*further, *inner], len(further) if not far else len(further) + len(inner)
    heading, at, following = list(row), 0, _row(lines, 0)
    cells = len(row)
    while (  # a heading of several lines, perhaps
        following and all(id(line) in found for line in following) and abs(following[0].baseline - row[0].baseline) < APART * row[0].size
    ):
        row, at = following, at + len(following)
        heading, cells = [*heading, *row], max(cells, len(row))
        following = _row(lines, at)
    if not following:
        return False
    distance = abs(following[0].baseline - row[0].baseline)
    if at < hard_by and distance < APART * row[0].size and not all(id(line) in found for line in row):
        return True
    left = min(line.x0 for line in heading)
    shared = any(abs(line.x0 - other.x0) < 3 for other in following for line in heading if line.x0 > left)
    return (shared or (cells > 2 and all(line.bold for line in heading))) and distance < FAR * row[0].size


def _row(lines: Sequence[Line], at: int) -> list[Line]:
    """The lines that stand beside line `at` from there on, which is the first of them."""
    return [line for line in lines[at:] if abs(line.baseline - lines[at].baseline) < 0.6 * line.size]


def _edge_lines(content: PageContent, lines: list[Line]) -> list[tuple[Line, str]]:
    """Lines in the bands at the page's top and bottom, and its outermost rows where none stands there."""
    top, bottom = BAND * content.height, (1 - BAND) * content.height
    if lines:
        first, last = lines[0].baseline, lines[-1].baseline
        if top <= first < OUTMOST * content.height:
            top = first + 1
        if bottom >= last > (1 - OUTMOST) * content.height:
            bottom = last - 1
    return [(line, "top" if line.baseline < top else "bottom") for line in lines if line.baseline < top or line.baseline > bottom]


def _masked(text: str) -> str:
    masked = _DIGITS.sub("#", text.casefold())
    return _ROMAN.sub("#", masked) if len(masked) < 12 else masked


def _repeated(group: list[tuple[int, float, Line]], count: int) -> list[Line]:
    """The lines of a group that stand at one height on enough pages."""
    if len({number for number, _, _ in group}) < 2:
        return []
    result: list[Line] = []
    at_height: dict[float, set[int]] = {}
    for number, at, line in group:
        height = round(at, 1)
        running = at_height.get(height)
        if running is None:
            running = at_height[height] = _running_pages({n for n, other, _ in group if abs(other - height) <= SHIFT}, count)
        if number in running:
            result.append(line)
    return result


def _on_other_formats(group: list[tuple[int, float, Line]], running: set[int], sizes: dict[int, tuple[float, float]]) -> set[int]:
    """The ids of a group's lines on pages of another format than those where they run, set as there: their height may be another."""
    known = {sizes[number] for number, _, line in group if id(line) in running}
    types = {_type(line) for _, _, line in group if id(line) in running}
    return {id(line) for number, _, line in group if sizes[number] not in known and _type(line) in types}


def _running_pages(pages: set[int], count: int) -> set[int]:
    """Of the pages that carry a line at one height those on which it is a running line; the document has `count` pages."""
    if count < FEW_PAGES:
        return pages if len(pages) == count else set()
    if len(pages) >= max(2, SHARE * count):
        return pages
    found: set[int] = set()
    for parity in (0, 1):  # books that differ left and right
        alike = {page for page in pages if page % 2 == parity}
        if len(alike) >= max(3, ALTERNATE * count):
            found |= alike
    row: list[int] = []
    for page in [*sorted(pages), None]:  # a chapter's own header in a long document: four pages on end, or every other one
        if page is not None and row and page - row[-1] <= 2:
            row.append(page)
            continue
        if len(row) >= 4:
            found.update(row)
        row = [page] if page is not None else []
    return found


def _page_numbers(numbers: list[tuple[int, str, float, Line]], count: int) -> set[int]:
    """Bare numbers that run with the pages: the difference to the page's own number is the same on another page."""
    found: set[int] = set()
    offsets: dict[tuple[str, int], list[tuple[int, Line]]] = defaultdict(list)
    for number, band, _, line in numbers:
        match = PAGE_NUMBER.match(line.text.strip())
        if match is None:
            continue
        printed = match.group(1)
        if printed.isdigit():
            offsets[band, int(printed) - number].append((number, line))
        else:
            found.add(id(line))
    for group in offsets.values():
        if len({number for number, _ in group}) >= 2:
            found.update(id(line) for _, line in group)
    single = [line for _, _, _, line in numbers]
    if len(single) == 1 and (single[0].text.strip().lower().startswith("page") or (count == 1 and single[0].text.strip() == "1")):
        found.add(id(single[0]))
    return found
