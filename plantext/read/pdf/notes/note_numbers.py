"""The number or sign that opens a note: raised, set hard against the text, or plain."""

from __future__ import annotations

import re

from plantext.read.headings import MONTHS
from plantext.read.pdf.lines import Line
from plantext.read.pdf.markers import Marker
from plantext.read.pdf.paragraphs import Chunk

_MARK = re.compile(r"^[\[(]?(\d{1,3}|[*†‡§]{1,2})[\])]?\.?$")
_DATE = re.compile(rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{MONTHS})\b")
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
_GLUED = re.compile(r"^[\[(]?(\d{1,3}|[*†‡§]{1,2})(?:[\])]|\.(?=\s))?\s*(?=[^\d\s.,:;%)])")


def mark_of(line: Line) -> Marker | None:
    """The number or sign that opens a note."""
    first = line.runs[0]
    token = first.text.strip()
    if 0 not in line.raised and _DATE.match(line.text):
        return None
    match = _MARK.match(token)
    if match and len(line.runs) > 1:
        return Marker(match.group(1), line.x0, line.runs[1].x0, "note", 1, "")
    match = _GLUED.match(token)
    if match and match.end() < len(token):
        return Marker(match.group(1), line.x0, line.x0, "note", 0, token[match.end() :])
    return None


def due_mark(line: Line, mark: Marker | None, due: int) -> Marker | None:
    """The mark, its number parted from the note's own first figure where the two are printed without a space."""
    token = line.runs[0].text
    digits = re.match(r"\d+", token)
    number = str(due)
    if (
        digits is None
        or digits.group(0) == number
        or not token.startswith(number)
        or (mark is not None and mark.runs)
        or _YEAR.match(token)
    ):
        return mark
    return Marker(number, line.x0, line.x0, "note", 0, token[len(number) :].lstrip())


def is_next(before: Chunk, line: Line, mark: Marker) -> bool:
    """Whether a number opens the next note, and is no figure that begins a line of this one."""
    if before.marker is None or not mark.text.isdigit():
        return True
    if before.marker.text.isdigit():
        return int(mark.text) == int(before.marker.text) + 1 and abs(line.x0 - before.marker.x0) < 8
    return is_raised(line)


def is_raised(line: Line) -> bool:
    """Whether the line opens with a raised or smaller figure, or a figure set hard against its text."""
    if 0 in line.raised or (len(line.runs) > 1 and line.runs[0].size < 0.9 * line.runs[1].size):
        return True
    match = _GLUED.match(line.text)
    return bool(match) and match is not None and match.end() == match.end(1)
