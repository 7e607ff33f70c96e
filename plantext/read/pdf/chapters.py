"""Running lines that name the chapter of their page: each says what a heading says, in smaller type, at one height."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from plantext.read.pdf.engines.engine import PageContent
from plantext.read.pdf.lines import Line

FEWEST = 3  # pages with such a line at one height; two may be chance
SHARE = 0.4  # of the pages: fewer may be text that stands at one height
KNOWN = 0.6  # of the lines must say a heading: another may be cut short, or said otherwise
WORDS = 16  # a longer line is prose
SHORT = 10  # letters: so much of a heading at least
LARGER = 1.04  # times the line's size: the type of the heading that it says
_LEAD = re.compile(
    r"^(?:(?:section|part|chapter|annex|appendix|theme|priority)\s+)?(?:(?:\d+(?:\.\d+)*|[ivxlc]+|[a-z])[.:)]?\s+)?[|–—:•·-]?\s*",
    re.IGNORECASE,
)
_PAGE = re.compile(r"^\d{1,3}\s*[|–—•·]\s*|\s*[|–—•·]\s*\d{1,3}$")


def chapter_lines(
    pages: Sequence[tuple[PageContent, list[Line]]], edges_of: Sequence[list[tuple[Line, str]]], found: Collection[int]
) -> set[int]:
    """The ids of lines at the pages' edges (`edges_of`, not yet `found`) that name the chapter."""
    rows: dict[tuple[str, float, float, int, bool, bool], list[tuple[int, Line]]] = defaultdict(list)
    for content, edges in ((content, edges) for (content, _), edges in zip(pages, edges_of, strict=True)):
        for line, band in edges:
            if id(line) not in found:
                at = line.baseline if band == "top" else content.height - line.baseline
                rows[band, round(at), line.size, line.colour, line.bold, line.italic].append((content.number, line))
    least = max(FEWEST, SHARE * sum(1 for _, lines in pages if lines))
    rows = {key: row for key, row in rows.items() if len({number for number, _ in row}) >= least}
    rows = {key: row for key, row in rows.items() if all(len(line.text.split()) <= WORDS for _, line in row)}
    if not rows:  # as in most documents
        return set()
    smallest = min(key[2] for key in rows)
    headings = _large([lines for _, lines in pages], smallest)
    ordered = sorted(headings)
    result: set[int] = set()
    for row in rows.values():
        known = [line for _, line in row if _is_said(line, headings, ordered)]
        if len(known) >= KNOWN * len(row):
            result |= {id(line) for _, line in row}
    return result


def _is_said(line: Line, headings: Mapping[str, float], ordered: Sequence[str]) -> bool:
    """Whether a line says a heading, or how one begins."""
    said = _said(line.text)
    if headings.get(said, 0) > LARGER * line.size:
        return True
    at = bisect_left(ordered, said)
    return len(said) >= SHORT and at < len(ordered) and ordered[at].startswith(f"{said} ") and headings[ordered[at]] > LARGER * line.size


def _large(pages: Sequence[list[Line]], smallest: float) -> dict[str, float]:
    """What is said in larger type than most of the text or than `smallest`, on one line or two, and its size."""
    letters: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            letters[line.size] += len(line.text)
    usual = max(letters, key=lambda size: (letters[size], -size))
    found: dict[str, float] = {}
    for lines in pages:
        large = [line for line in lines if line.size > LARGER * smallest and (line.size > LARGER * usual or line.bold)]
        for line in large:
            found[_said(line.text)] = max(found.get(_said(line.text), 0), line.size)
        for before, line in pairwise(large):
            if line.size == before.size:
                both = _said(f"{before.text} {line.text}")
                found[both] = max(found.get(both, 0), line.size)
    found.pop("", None)
    return found


def _said(text: str) -> str:
    """A heading's words alone, without its number and the page's.

    >>> _said("Section 2: Fords of the county | 14"), _said("2 Fords of the county")
    ('fords of the county', 'fords of the county')
    """
    return " ".join(_LEAD.sub("", _PAGE.sub("", text.strip()), count=1).casefold().split())
