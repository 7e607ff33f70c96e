"""The printed bullet or number that opens a line."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from plantext.read.pdf.engines.engine import Run
from plantext.read.pdf.lines import BASELINE, PLACE, Line

BULLETS = "•◦▪▫●○■□◼◻▶►▸▷➢➤➔→‣⁃∙⚫⬤✓✔✗✘❖◆◇♦❑❒☐☑✦★☆·§¨›❯➜⇒◉"
DASHES = "-–—*o‐»"
"""Glyphs that open an item only where a gap follows: they stand within prose too."""
SENTENCE_DASHES = frozenset("-–—")
LONGEST = 48  # characters
ROMAN = 8  # characters: a longer marker begins with a figure or a bracket
DASH_GAP = 0.22  # em
NUMBER_GAP = 0.9  # em: a bare number that hangs in the margin stands at least this far from its text
FARTHEST = 80.0  # points: from the marker's end to the text it belongs to
_PRIVATE = re.compile(r"[\ue000-\uf8ff\ufffd]")
_NUMBER = re.compile(
    r"^\(?(?:\d{1,3}(?:\.\d{1,3}){0,9}|[a-zA-Z]|[ivxl]{1,6}|[IVXL]{1,6})[.)]$|^\d{1,2}(?:\.\d{1,3}){1,9}$|^[α-ω]{1,2}[.)]?$"
)
_INLINE = re.compile(r"^(\(?(?:\d{1,3}|[a-z]|[ivxl]{1,5}|[A-Z]|[IVXL]{1,5})[.)]|\(?\d{1,2}(?:\.\d{1,3}){1,9}[.)]?)\s+(?=\S)")
_BARE = re.compile(r"^\d{1,3}$")
LABELLED = re.compile(r"^([A-Z]{1,3})\d{1,2}[.):]?$")
"""As "R1" and "OB12": a marker where it hangs in the margin and has a neighbour."""


_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")

SAME_PLACE = 4.0  # points
ROOM = 0.5  # em beside the next word: a line that ends with so much room to spare is not full
TIGHT = 0.75  # em: a number nearer to what follows may be one of the sentence's own


class Marker(msgspec.Struct, frozen=True):
    """`text` as printed; `x0` where it stands, `text_x0` where what it marks begins; `length` characters of the line's text."""

    text: str
    x0: float
    text_x0: float
    kind: str  # "bullet", "number" (1. 28. 4.2), "letter" (a. iv) A.), "note", "term" (its text "", and nothing is taken off)
    runs: int  # leading runs that are only the marker
    rest: str = ""  # what is left of the run that the marker shares with text, "" where it has runs of its own
    tight: bool = False  # no more than a word's space parts it from what follows


def marker_of(line: Line) -> Marker | None:
    """The marker that opens `line`, if one does."""
    first = line.runs[0]
    token = first.text
    if line.term:
        return Marker("", line.x0, line.x0, "term", 0, token)
    if token[:1] in _LETTERS and len(token) > 1 and "." not in (start := token[1:ROMAN]) and ")" not in start and not LABELLED.match(token):
        return None  # a word, as most lines begin with; roman figures and letters have their point or bracket
    alone = len(line.runs) > 1
    following = line.runs[1] if alone else None
    gap = following.x0 - first.x1 if following is not None else 0.0
    if token and (token[0] in BULLETS or _PRIVATE.match(token)):
        return _bullet(line, token, alone)
    if following is not None and gap < FARTHEST:
        no_bullet = token == "o" and (gap < 0.5 * first.size or 0 in line.raised)  # noqa: S105  # a bullet, else
        if token in DASHES and gap > DASH_GAP * first.size and not no_bullet:
            return Marker(token, line.x0, following.x0, "bullet", 1, "")
        if _NUMBER.match(token) and 0 not in line.raised and line.space_before(1):
            return Marker(token, line.x0, following.x0, _kind(token), 1, tight=gap < TIGHT * first.size)
        if _BARE.match(token) and gap > NUMBER_GAP * first.size and 0 not in line.raised:
            return Marker(token, line.x0, following.x0, "number", 1, "")
        if LABELLED.match(token) and gap > NUMBER_GAP * first.size and 0 not in line.raised:
            return Marker(token, line.x0, following.x0, "letter", 1, "")
    if len(token) > 2 and token[0] in "-–—*»" and token[1] == " ":
        return Marker(token[0], line.x0, line.x0 + first.size, "bullet", 0, token[2:].lstrip())
    match = _INLINE.match(token)
    if match and not ("." in match.group(1)[:-1] and token[match.end()].islower()):  # "83.9 per cent" is no item
        width = (first.x1 - first.x0) * len(match.group(0)) / max(len(token), 1)
        return Marker(match.group(1), line.x0, line.x0 + width, _kind(match.group(1)), 0, token[match.end() :], tight=True)
    return None


def is_within_sentence(before: Line, line: Line, following: Sequence[Line], edge: float) -> bool:
    """Whether the dash that opens `line` is one within a sentence, broken there; `before` has no end, and `edge` is the column's.

    The line above is then full, and what follows goes on in small letters at the same place; an item stands further in, or has neighbours.
    """
    words = line.text.split(" ", 2)
    if len(words) < 2 or not words[1][:1].islower() or abs(line.x0 - before.x0) > SAME_PLACE or line.size != before.size:
        return False
    if any((other := marker_of(one)) is not None and other.text in SENTENCE_DASHES for one in following):
        return False
    width = (line.x1 - line.x0) * (len(words[0]) + len(words[1]) + 2) / len(line.text)
    return edge - before.x1 < width + ROOM * line.size


_DUE = re.compile(r"^(\d{1,3}(?:\.\d{1,3})*)(?:\s+|$)")


def due_marker(line: Line, before: Marker) -> Marker | None:
    """The bare number that opens `line`, where it is the one that follows `before`: "10" after "9", "1.1" after "1"."""
    if before.kind != "number":
        return None
    first = line.runs[0]
    match = _DUE.match(first.text)
    if match is None or not _follows(before.text.strip("()."), match.group(1)) or (match.end() == len(first.text) and len(line.runs) < 2):
        return None
    if match.end() == len(first.text):
        return Marker(match.group(1), line.x0, line.runs[1].x0, "number", 1)
    width = (first.x1 - first.x0) * match.end() / len(first.text)
    return Marker(match.group(1), line.x0, line.x0 + width, "number", 0, first.text[match.end() :])


def _follows(before: str, number: str) -> bool:
    old, new = [int(part) for part in before.split(".") if part.isdigit()], [int(part) for part in number.split(".")]
    if len(new) == len(old) + 1:
        return new[:-1] == old and new[-1] <= 1
    return 0 < len(new) <= len(old) and new[:-1] == old[: len(new) - 1] and new[-1] == old[len(new) - 1] + 1


def _bullet(line: Line, token: str, alone: bool) -> Marker | None:
    rest = token[1:].lstrip()
    if rest:
        if _PRIVATE.match(token) and not token[1].isspace() and token[1].isalpha():
            return None  # a private glyph within a word is a letter of an odd font
        width = (line.runs[0].x1 - line.x0) / len(token)
        return Marker("•" if _PRIVATE.match(token) else token[0], line.x0, line.x0 + 2 * width, "bullet", 0, rest)
    mark = "•" if _PRIVATE.match(token) else token[0]
    text_x0 = line.runs[1].x0 if alone else line.x1 + line.size
    return Marker(mark, line.x0, text_x0, "bullet", 1, "")


def _kind(token: str) -> str:
    return "number" if any(char.isdigit() for char in token) else "letter"


def is_marker_only(line: Line) -> bool:
    """Whether a line is nothing but a marker: its text was parted from it by a wide gap."""
    text = line.text
    if len(text) > LONGEST or len(line.runs) != 1:
        return False
    token = text.strip()
    if len(token) > ROMAN and not (token[0].isdigit() or token[0] == "("):
        return False
    return (len(token) == 1 and (token in BULLETS or token in DASHES or bool(_PRIVATE.match(token)))) or bool(
        _NUMBER.match(token) or _BARE.match(token) or LABELLED.match(token)
    )


def join_markers(lines: list[Line]) -> list[Line]:
    """Each line that is only a marker becomes the opening of the nearest line to its right on the same baseline."""
    result: list[Line] = []
    taken: set[int] = set()
    markers = [line for line in lines if (len(line.text) <= ROMAN or line.text[0] not in _LETTERS) and is_marker_only(line)]
    if not markers:
        return sorted(lines, key=PLACE)
    ordered = sorted(lines, key=BASELINE)
    baselines = [line.baseline for line in ordered]
    largest = max([line.size for line in lines])
    for line in markers:
        reach = 0.35 * largest
        row = ordered[bisect_left(baselines, line.baseline - reach) : bisect_left(baselines, line.baseline + reach)]
        rights = [
            other
            for other in row
            if other is not line
            and id(other) not in taken
            and abs(other.baseline - line.baseline) < 0.35 * max(line.size, other.size)
            and 0 <= other.x0 - line.x1 < FARTHEST
        ]
        target = min(rights, key=lambda other: other.x0, default=None)
        bare = bool(_BARE.match(line.text.strip()))
        if target is None or is_marker_only(target) or (bare and target.x0 - line.x1 > 45):
            continue
        if bare and any(abs(o.baseline - line.baseline) < 2 and o.x1 <= line.x0 for o in row if o is not line):
            continue  # a figure within a row of a table
        taken.update((id(line), id(target)))
        result.append(Line(line.runs + target.runs, line.page, underlined=target.underlined))
    joined = [line for line in lines if id(line) not in taken] + result
    return sorted(joined, key=PLACE)


def strip_marker(line: Line, marker: Marker) -> Line:
    """The line without its marker; the line itself where nothing would be left."""
    if marker.kind == "term":
        return line
    if marker.runs:
        return line.without_first(marker.runs) if len(line.runs) > marker.runs else line
    first = line.runs[0]
    run = Run(marker.rest, marker.text_x0, first.top, first.x1, first.bottom, first.baseline, first.size, first.style, 0, space=False)
    return Line([run, *line.runs[1:]], line.page, underlined=line.underlined)
