"""Lines of one column become chunks: whole paragraphs, list items and headings, before anyone has said which is which."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from plantext.model.document import Box
from plantext.read.pdf.engines.engine import Run
from plantext.read.pdf.key_figures import is_counted
from plantext.read.pdf.lines import Line, has_leaders
from plantext.read.pdf.markers import SENTENCE_DASHES, Marker, due_marker, is_within_sentence, marker_of, strip_marker
from plantext.read.pdf.notes.note_marks import is_mark, with_mark
from plantext.read.pdf.spacing import FIRST_LINE, Leadings, base_of, stands_off

LEADING = 1.22  # times the usual distance of lines: a wider one parts two paragraphs
LOOSER = 1.1  # ... where an item's next line does not hang
SIZE_CHANGE = 0.07  # of the size: type that differs more begins something new
INDENT = 5.0  # points: a line that begins this much further in or out begins something new
CENTRED = 4.0  # points: lines whose middles differ less are centred on each other
FITS = 0.5  # em beside the next word: a line that ends with so much room to spare ends its paragraph
LOOSE = 0.3  # of the column: a line that leaves so much room and ends without a stop ends with a line break
_STOPS = (".", "!", "?", ":", ";")
_CLOSING = ('"', "'", "”", "’", ")", "]")
_OPENS = re.compile(r"^[\"'“‘(\[]?[A-Z0-9£$€]")


class Chunk(msgspec.Struct):
    """Lines that belong together. `left` and `right` bound the column; `breaks` are lines that begin after a hard line break."""

    lines: list[Line]
    left: float
    right: float
    marker: Marker | None = None
    breaks: set[int] = set()
    column: int = 0  # running number of the column of text on its page
    gap: float = 0.0  # points of white above it, beyond the usual
    role: str | None = None  # "toc", "title"
    kind: str = "paragraph"
    level: int | None = None
    later: list[tuple[int, Box]] = []  # page and box of each further part
    first: int = 0  # lines of the first part, 0 for all
    boxed: int = 0  # number of the box on its page in which it stands with others; below 0 for a card
    aside: bool = False  # it heads only what stands in its box

    @property
    def page(self) -> int:
        """Where it begins."""
        return self.lines[0].page

    @property
    def size(self) -> float:
        """The size of most of its letters."""
        return self.lines[0].size if len(self.lines) == 1 else _main_size(self.lines)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return self.lines[0].bold and all(line.bold for line in self.lines)

    @property
    def italic(self) -> bool:
        """Whether all of it is italic."""
        return self.lines[0].italic and all(line.italic for line in self.lines)

    @property
    def underlined(self) -> bool:
        """Whether all of it is underlined."""
        return self.lines[0].underlined and all(line.underlined for line in self.lines)

    @property
    def text(self) -> str:
        """Its lines, joined by spaces, as they stand."""
        return " ".join([line.text for line in self.lines]) if len(self.lines) > 1 else self.lines[0].text

    @property
    def box(self) -> Box:
        """The box around its lines on its first page, with its marker."""
        return box_of(self.lines[: self.first] if self.first else self.lines, self.marker)

    def give_back_marker(self) -> None:
        """What was taken for a marker is part of the text."""
        if self.marker is None:
            return
        line, first = self.lines[0], self.lines[0].runs[0]
        text = f"{self.marker.text} {first.text}" if self.marker.text else first.text
        run = Run(text, self.marker.x0, first.top, first.x1, first.bottom, first.baseline, first.size, first.style)
        self.lines = [Line([run, *line.runs[1:]], line.page, underlined=line.underlined), *self.lines[1:]]
        self.marker = None

    def append(self, other: Chunk) -> None:
        """Go on with `other`, which stands in the next column or on the next page."""
        if not self.first:
            self.first = len(self.lines)
        self.breaks |= {len(self.lines) + index for index in other.breaks}
        self.later += [(other.page, other.box), *other.later]
        self.lines = self.lines + other.lines


def _main_size(lines: Sequence[Line]) -> float:
    sizes: dict[float, int] = {}
    for line in lines:
        sizes[line.size] = sizes.get(line.size, 0) + len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size))


def box_of(lines: Sequence[Line], marker: Marker | None = None) -> Box:
    """The box around lines, with their marker."""
    if len(lines) == 1:
        x0, top, x1, bottom = lines[0].box
    else:
        x0, top = min([line.x0 for line in lines]), min([line.top for line in lines])
        x1, bottom = max([line.x1 for line in lines]), max([line.bottom for line in lines])
    return (x0 if marker is None or x0 <= marker.x0 else marker.x0, top, x1, bottom)


def read_chunks(lines: Sequence[Line], leadings: Leadings, *, column: int = 0, right: float | None = None) -> list[Chunk]:
    """The chunks of one column's lines, from top to bottom."""
    if not lines:
        return []
    left = min(line.x0 for line in lines)
    edge = right if right is not None else max(line.x1 for line in lines)
    base = base_of(lines, leadings.margin) if leadings.indented else None
    chunks: list[Chunk] = []
    before: Line | None = None
    for at, line in enumerate(lines):
        marker = marker_of(line)
        chunk = chunks[-1] if chunks else None
        if marker is not None and marker.text in SENTENCE_DASHES and chunk is not None and before is not None:
            listed = _ends(before) or (chunk.marker is not None and chunk.marker.text in SENTENCE_DASHES)
            marker = marker if listed or not is_within_sentence(before, line, lines[at + 1 : at + 2], edge) else None
        if marker is None and chunk is not None and chunk.marker is not None and line.x0 < chunk.lines[0].x0 + 3 * INDENT:
            marker = due_marker(line, chunk.marker)
        if chunk is None or before is None:
            chunks.append(_open(line, marker, left, edge, column))
        elif _same_row(before, line):
            chunk.lines[-1] = Line([*chunk.lines[-1].runs, *line.runs], line.page)
        elif line.text[0] == "[" and is_mark(line.text) and line.baseline - before.baseline < 2 * before.size:
            chunk.lines[-1] = with_mark(chunk.lines[-1], line)
            continue
        else:
            verdict = _parts(chunk, before, line, marker, leadings=leadings, edge=edge)
            if verdict != "new" and base is not None and chunk.marker is None and marker is None and _is_first_line(line, base, before):
                verdict = "new"
            if verdict == "new":
                new = _open(line, marker, left, edge, column)
                new.gap = line.baseline - before.baseline - leadings.of(max(line.size, before.size))
                chunks.append(new)
            else:
                if verdict == "break":
                    chunk.breaks.add(len(chunk.lines))
                chunk.lines.append(line)
        before = line
    return chunks


def _is_first_line(line: Line, base: float, before: Line) -> bool:
    low, high = FIRST_LINE
    return low * line.size < line.x0 - base < high * line.size and (
        _ends(before) or (line.x0 > before.x0 + 1 and abs((before.x0 + before.x1) - (line.x0 + line.x1)) / 2 > CENTRED)
    )


def _ends(line: Line) -> bool:
    """Whether a line ends with a stop, perhaps within quotation marks or brackets, or before the mark of a note."""
    text = line.said if line.raised else line.text
    return text.endswith(_STOPS) or (text.endswith(_CLOSING) and text.rstrip("".join(_CLOSING)).endswith(_STOPS))


def _same_row(before: Line, line: Line) -> bool:
    return line.x0 >= before.x1 - 1 and abs(before.baseline - line.baseline) < 0.3 * min(before.size, line.size)


def _open(line: Line, marker: Marker | None, left: float, right: float, column: int) -> Chunk:
    if marker is None:
        return Chunk([line], left, right, column=column)
    return Chunk([strip_marker(line, marker)], left, right, marker=marker, column=column)


def _parts(chunk: Chunk, before: Line, line: Line, marker: Marker | None, *, leadings: Leadings, edge: float) -> str:
    """What `line` is to the chunk above it: "new", "on" (it goes on), or "break" (it goes on after a line break)."""
    size = max(line.size, before.size)
    distance = line.baseline - before.baseline
    usual = leadings.of(size)
    if len(chunk.lines) > 1:
        usual = min(max(chunk.lines[1].baseline - chunk.lines[0].baseline, usual * 0.8), usual * 1.15)
    if distance > LEADING * usual or distance < -0.5 * line.size or (has_leaders(before.text) and has_leaders(line.text)):
        return "new"  # dots lead from a label to its value on each line
    if _ends(before) and _OPENS.match(line.text) and chunk.marker is None and stands_off(chunk.lines, distance):
        return "new"
    if (
        chunk.marker is None
        and _ends(before)
        and _leads_in(line)
        and _leads_in(chunk.lines[0])
        and abs(line.x0 - chunk.lines[0].x0) < INDENT
    ):
        return "new"  # one term after the other, each in bold before what explains it
    full = _is_full(before, line, edge)
    goes_on = full and not _ends(before) and (line.text[:1].islower() or before.text[-1:] in "-‐,\x02\ufffe\xad")
    if marker is not None and marker.kind in {"number", "letter"} and marker.tight and before.text[-1:] in "-‐\x02\ufffe":
        marker = None  # "2014-" and "15."
    if marker is not None and not (full and marker.kind in {"number", "letter"} and _within_sentence(chunk, before, line, marker)):
        return "new"
    if line.size != before.size and len(chunk.lines) == 1 and is_counted(before, line):
        return "break"
    if line.size != before.size and abs(line.size - before.size) > SIZE_CHANGE * size and not goes_on and not _same_type(before, line):
        return "new"
    changed = line.bold != before.bold or line.italic != before.italic or line.underlined != before.underlined
    if changed and not goes_on:
        slope_only = (line.bold, line.underlined) == (before.bold, before.underlined) and full and not _ends(before)
        if not slope_only and not _mixed(before, line):
            return "new"
    return _by_shape(chunk, before, line, full=full, edge=edge, loose=distance > LOOSER * usual)


def _leads_in(line: Line) -> bool:
    """Whether a line opens in bold type and goes on in plain."""
    return len(line.runs) > 1 and line.runs[0].style.bold and not line.runs[-1].style.bold


def _same_type(before: Line, line: Line) -> bool:
    """Whether the text goes on in one size over a line's end, or with the address of a link, which browsers print after its words."""
    if line.text[:5] == "(http" or line.text[:4] == "http":
        return line.size < before.size
    last, first = before.runs[-1], line.runs[0]
    return last.size == first.size and last.style == first.style and (len(before.runs) > 1 or len(line.runs) > 1)


def _within_sentence(chunk: Chunk, before: Line, line: Line, marker: Marker) -> bool:
    """Whether a number at a line's start is one of the sentence's own: the line above is full and unfinished, and no item is due."""
    if _ends(before) or _hangs(chunk, line, marker) or not marker.tight:
        return False
    if chunk.marker is not None and chunk.marker.kind == marker.kind:
        values = [int(m.text.strip("().")) if m.text.strip("().").isdigit() else -9 for m in (chunk.marker, marker)]
        return values[1] != values[0] + 1 or values[0] < 0
    return True


def _hangs(chunk: Chunk, line: Line, marker: Marker) -> bool:
    """Whether a number stands where the chunk's own marker stands, so that it opens the next item."""
    return chunk.marker is not None and abs(chunk.marker.x0 - marker.x0) < INDENT and line.x0 < chunk.lines[0].x0 - 2


def _mixed(before: Line, line: Line) -> bool:
    """Whether either line holds both styles: a paragraph with a bold lead-in, or words in italics."""

    def styles(one: Line) -> set[tuple[bool, bool]]:
        return {(run.style.bold, run.style.italic) for run in one.runs if run.text.strip()}

    return bool(styles(before) & styles(line)) and before.underlined == line.underlined


def _is_full(before: Line, line: Line, edge: float) -> bool:
    """Whether the next word would not have fitted on the line above."""
    space = line.text.find(" ")  # -1 where the line is one word
    length = len(line.text)
    width = (line.x1 - line.x0) * ((space if space >= 0 else length) + 1) / (length or 1)
    return edge - before.x1 < width + FITS * line.size


def _by_shape(chunk: Chunk, before: Line, line: Line, *, full: bool, edge: float, loose: bool) -> str:
    """By indents and by how much room the line above leaves; `loose`: the line stands further off than usual."""
    level_right = abs(before.x1 - line.x1) < 2
    flush_right = level_right and abs(before.x0 - line.x0) > 1 and _is_flush_right(chunk)
    centred = abs((before.x0 + before.x1) - (line.x0 + line.x1)) / 2 < CENTRED and abs(before.x0 - line.x0) > 2 and not flush_right
    if before.x0 < chunk.left + 2 and _ends(before) and not _is_quoted(chunk, line):
        centred = False  # a paragraph that fills its column, above one that opens with an indent
    ragged_left = flush_right or (level_right and abs(before.x0 - line.x0) > INDENT)
    body = chunk.lines[1].x0 if len(chunk.lines) > 1 else None
    shift = line.x0 - (body if body is not None else before.x0)
    if centred:
        return "on" if full or _is_quoted(chunk, line) else "break"
    if ragged_left and chunk.marker is None and (not -4.5 * line.size <= shift <= INDENT or not full or flush_right):
        return "break"
    if chunk.marker is not None and len(chunk.lines) == 1:
        return _second_line(chunk, chunk.marker, before, line, full=full, loose=loose)
    if body is None:
        if shift > INDENT:
            return "on" if full and not _ends(before) else "new"
        if shift < -INDENT:
            return "on" if full and -shift < 4.5 * line.size else "new"
    elif abs(shift) > INDENT:
        return "new"
    if full:
        return "on"
    room = edge - before.x1
    if _ends(before):
        return "new"
    if room > LOOSE * (edge - chunk.left) and _OPENS.match(line.text):
        return "break"
    return "on"


def _is_quoted(chunk: Chunk, line: Line) -> bool:
    """Whether a line goes on with a quotation that has not ended, in type of its size."""
    text = chunk.text
    open_ = (text[0] == "“" and text.count("“") > text.count("”")) or (text[0] == '"' and text.count('"') == 1)
    return open_ and line.text[0] not in "“‘\"'" and line.size == chunk.lines[-1].size


def _is_flush_right(chunk: Chunk) -> bool:
    """Whether the last lines begin in different places and end in one, without a stop: as a sender's address does."""
    before, last = chunk.lines[-2:] if len(chunk.lines) > 1 else (chunk.lines[0], chunk.lines[0])
    return abs(before.x0 - last.x0) > INDENT and abs(before.x1 - last.x1) < 2 and not _ends(last)


def _second_line(chunk: Chunk, marker: Marker, before: Line, line: Line, *, full: bool, loose: bool) -> str:
    """Whether the line below an item's first goes on with it: it hangs, or the first was full."""
    hanging = abs(line.x0 - marker.text_x0) < min(1.2 * line.size, abs(line.x0 - marker.x0)) or abs(line.x0 - chunk.lines[0].x0) < INDENT
    outside = line.x0 < marker.x0 - INDENT
    under_marker = not outside and line.x0 < marker.x0 + INDENT and line.text[:1].islower()
    if hanging or under_marker or (full and not outside and not loose):
        return "on" if full or not _ends(before) else "new"
    return "new"
