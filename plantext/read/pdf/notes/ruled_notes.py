"""Notes below short rules, each in its column, whatever stands below or beside them: a table or a picture across the page's foot."""

from __future__ import annotations

from plantext.read.pdf.engines.engine import PageContent, Rule
from plantext.read.pdf.lines import Line
from plantext.read.pdf.markers import strip_marker
from plantext.read.pdf.notes.note_numbers import due_mark, is_next, is_raised, mark_of
from plantext.read.pdf.paragraphs import Chunk

LENGTH = (30.0, 260.0)  # points: the rule that parts notes from the text
MOST = 80  # such rules on a page: with more they are parts of a table, or of a drawing
NEAR = 20.0  # points from the rule to the first note
INDENT = 24.0  # points: a note's lines begin no further in
SMALLER = 0.93  # of the body's size: notes are set at most so large
HIGHEST = 0.3  # of the page's height: notes begin below this
ALIKE = 0.04  # of their size: notes are all set in one
GAP = 2.0  # em from one line of a note to the next
APART = 3.0  # em from one note to the next


def under_rules(content: PageContent, lines: list[Line], body: float, due: int) -> tuple[list[Chunk], list[Line]]:
    """The notes below rules, those of the left column first, each a chunk of kind "footnote"; and the other lines.

    They are numbered from `due` on, with raised numbers, so that nothing else is taken for them.
    """
    notes: list[Chunk] = []
    taken: set[int] = set()
    for rule in _rules(content):
        below = [line for line in lines if line.top >= rule.top - 3 and rule.x0 - 3 <= line.x0 <= rule.x0 + INDENT]
        first = below[0] if below else None
        mark = due_mark(first, mark_of(first), due) if first is not None else None
        if first is None or mark is None or mark.text != str(due) or not is_raised(first):
            continue
        if first.top - rule.top > NEAR or first.size > SMALLER * body:
            continue
        before = first
        for line in below:
            mark = due_mark(line, mark_of(line), due)
            opens = mark is not None and mark.text == str(due) and (line is first or is_next(notes[-1], line, mark))
            if abs(line.size - first.size) > ALIKE * line.size or line.baseline - before.baseline > (APART if opens else GAP) * line.size:
                break
            before = line
            if opens and mark is not None:
                notes.append(Chunk([strip_marker(line, mark)], line.x0, line.x1, marker=mark, kind="footnote"))
                due += 1
            else:
                notes[-1].lines.append(line)
            taken.add(id(line))
    return notes, [line for line in lines if id(line) not in taken] if taken else lines


def _rules(content: PageContent) -> list[Rule]:
    """Short level rules in the lower part of the page, from left to right."""
    low, high = LENGTH
    found = [r for r in content.rules if low <= r.x1 - r.x0 <= high and r.bottom - r.top < 2 and r.top > HIGHEST * content.height]
    return sorted(found, key=lambda r: (round(r.x0), r.top)) if len(found) <= MOST else []
