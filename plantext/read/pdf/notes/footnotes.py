"""Footnotes: small numbered type at the foot of a page."""

from __future__ import annotations

from plantext.read.pdf.engines.engine import PageContent, Rule
from plantext.read.pdf.lines import PLACE, Line
from plantext.read.pdf.markers import strip_marker
from plantext.read.pdf.notes.note_numbers import due_mark, is_next, is_raised, mark_of
from plantext.read.pdf.notes.ruled_notes import under_rules
from plantext.read.pdf.paragraphs import Chunk
from plantext.read.pdf.tables.grids import merged

SMALLER = 0.93  # of the body's size: notes are set at most so large
HIGHEST = 0.3  # of the page's height: notes begin below this
ENDNOTES = 0.1  # ... but below this where their figures are raised, at the end of a text
SEPARATOR = (30.0, 260.0)  # points: the length of the rule that parts notes from the text
LOWER = 0.6  # of the page's height: columns below this are looked at for notes of their own
SIDE = 0.25  # of the page's width: a narrower side is no column
GUTTER = 6.0  # points between two columns
AWAY = 3.0  # em: what stands so far below a note is no part of it
TABLED = 8.0  # points: a longer upright rule may part two cells
SIDE_BY_SIDE = 0.3  # em: lines whose baselines are nearer are of one row
COLUMNS = 3  # uprights in different places: fewer are a frame's sides


def take_footnotes(content: PageContent, lines: list[Line], body: float, due: int = 1) -> tuple[list[Chunk], list[Line]]:
    """The notes among the lines of a page, from top to bottom, each a chunk of kind "footnote"; and the other lines. A chunk without a marker goes on from the page before.

    `due` is the number of the next note: it tells "6" and "32 per cent" apart where they are printed as "632 per cent".
    Each column of a page has its own notes at its foot.
    """
    found = under_rules(content, lines, body, due)
    if found[0]:
        return found
    notes: list[Chunk] = []
    rest: list[Line] = []
    columns = _columns(content, lines, body)
    for column in columns:
        own, others = _take(content, column, body, due)
        numbers = [note.marker.text for note in own if note.marker is not None and note.marker.text.isdigit()]
        due = int(numbers[-1]) + 1 if numbers else due
        notes += own
        rest += others
    return notes, rest if len(columns) == 1 or not notes else sorted(rest, key=PLACE)


def _columns(content: PageContent, lines: list[Line], body: float) -> list[list[Line]]:
    """The lines of each of two columns at the page's foot, with what stands above in the first; all lines where there is but one, or nothing small."""
    foot = [line for line in lines if line.baseline > LOWER * content.height]
    if not any(line.size < body for line in foot):
        return [lines]
    sides: list[tuple[float, float]] = []
    for x0, x1 in sorted((line.x0, line.x1) for line in foot):
        if sides and x0 < sides[-1][1] + GUTTER:
            sides[-1] = (sides[-1][0], max(sides[-1][1], x1))
        else:
            sides.append((x0, x1))
    if len(sides) != 2 or any(x1 - x0 < SIDE * content.width for x0, x1 in sides):
        return [lines]
    middle = (sides[0][1] + sides[1][0]) / 2
    right = [line for line in foot if line.x0 > middle]
    ids = {id(line) for line in right}
    return [[line for line in lines if id(line) not in ids], right]


def _take(content: PageContent, lines: list[Line], body: float, due: int) -> tuple[list[Chunk], list[Line]]:
    """The notes of one column, and its other lines."""
    start = _start(content, lines, body, due)
    if start is None:
        return [], lines
    notes: list[Chunk] = []
    for at, line in enumerate(lines[start:], start):
        mark = due_mark(line, mark_of(line), due)
        if notes and mark is None and line.baseline - notes[-1].lines[-1].baseline > AWAY * line.size:
            return notes, [*lines[:start], *lines[at:]]
        if mark is not None and (not notes or is_next(notes[-1], line, mark)):
            notes.append(Chunk([strip_marker(line, mark)], line.x0, line.x1, marker=mark, kind="footnote"))
            due = int(mark.text) + 1 if mark.text.isdigit() else due
        elif notes:
            notes[-1].lines.append(line)
        else:
            notes.append(Chunk([line], line.x0, line.x1, kind="footnote"))
    return notes, lines[:start]


def _start(content: PageContent, ordered: list[Line], body: float, due: int) -> int | None:
    """The index of the first line of the notes."""
    at = len(ordered)
    while at > 0 and ordered[at - 1].size <= SMALLER * body and ordered[at - 1].baseline > ENDNOTES * content.height:
        at -= 1
    while at < len(ordered) and ordered[at].baseline <= HIGHEST * content.height and 0 not in ordered[at].raised:
        at += 1
    at = _below_rows(ordered, _below_tables(content, ordered, at))
    rule = _separator(content, ordered)
    raised = [
        i for i in range(at, len(ordered)) if 0 in ordered[i].raised and (m := mark_of(ordered[i])) is not None and m.text == str(due)
    ]
    if raised:
        return raised[0]
    first = next((i for i in range(at, len(ordered)) if mark_of(ordered[i]) is not None), None)
    if rule is not None:
        below = next((i for i, line in enumerate(ordered) if line.top >= rule.top - 3), len(ordered))
        own = mark_of(ordered[below]) if below < len(ordered) else None
        next_one = own is not None and own.text == str(due) and ordered[below].size < body  # where most text is that of tables
        if below < len(ordered) and (
            (below >= at and (own is not None or due > 1)) or next_one or (own is not None and is_raised(ordered[below]))
        ):
            return below
    if first is None:
        return None
    mark = mark_of(ordered[first])
    glued = is_raised(ordered[first])
    if glued or (mark is not None and not mark.text[:1].isdigit()) or rule is not None:
        return first
    if ordered[first].text[0] == "(":
        return None  # an item of a list
    numbers = [m.text for line in ordered[first:] if (m := mark_of(line)) is not None]
    return first if len(numbers) * 4 >= len(ordered) - first and numbers[0] in {"1", str(due)} else None


def _below_tables(content: PageContent, ordered: list[Line], at: int) -> int:
    """The index of the first line, `at` or later, that stands below every ruled table: its rows may be small and numbered too."""
    uprights = [r for r in content.rules if r.bottom - r.top > TABLED and r.x1 - r.x0 < 2] if at < len(ordered) else []
    if len({round(r.x0 / 4) for r in uprights}) < COLUMNS:
        return at
    foot = max(r.bottom for r in uprights)
    return next((i for i in range(at, len(ordered)) if ordered[i].baseline > foot), len(ordered))


def _below_rows(ordered: list[Line], at: int) -> int:
    """The index of the first line, `at` or later, below which no two stand side by side: those are cells of a row, and no note."""
    beside = [i + 1 for i in range(at + 1, len(ordered)) if ordered[i].baseline - ordered[i - 1].baseline < SIDE_BY_SIDE * ordered[i].size]
    return max((i for i in beside if not any(0 in ordered[j].raised for j in (i - 2, i - 1))), default=at)


def _separator(content: PageContent, ordered: list[Line]) -> Rule | None:
    """The lowest short rule with text only below it within its column, in the lower part of the page."""
    if not content.rules:
        return None
    low, high = SEPARATOR
    left = min((line.x0 for line in ordered), default=0.0)
    flats = merged((r for r in content.rules if r.x1 - r.x0 > r.bottom - r.top), flat=True)
    rules = [
        r
        for r in flats
        if sum(abs(r.x0 - o.x0) < 3 and abs(r.x1 - o.x1) < 3 for o in flats) == 1  # several of one length draw a table
        and low <= r.x1 - r.x0 <= high
        and r.bottom - r.top < 2
        and r.top > HIGHEST * content.height
        and abs(r.x0 - left) < 12
    ]
    uprights = [v for v in content.rules if v.bottom - v.top > 8]
    rules = [r for r in rules if not any(abs(v.x0 - r.x0) < 3 and v.top - 3 < r.top < v.bottom + 3 for v in uprights)]
    rule = max(rules, key=lambda r: r.top, default=None)
    if rule is None or not any(line.top >= rule.top - 3 and line.top - rule.top < 20 for line in ordered):
        return None
    return rule
