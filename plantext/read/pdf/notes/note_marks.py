"""Marks of notes that are words, "[footnote 2]", as government pages print them."""

from __future__ import annotations

import re

from plantext.read.pdf.engines.engine import level_run
from plantext.read.pdf.lines import Line

RISE = 0.35  # em: so far above the line stands a mark that had no room in it
MARK = re.compile(r"\[(?:foot|end)?note\s+(\d{1,3})\]", re.IGNORECASE)


def is_mark(text: str) -> bool:
    """Whether a text is the mark of a note in words.

    >>> is_mark("[footnote 2]"), is_mark("[2]")
    (True, False)
    """
    return MARK.fullmatch(text) is not None


def with_mark(line: Line, mark: Line) -> Line:
    """The line with a mark that stands below it, for want of room, raised at its end."""
    run = mark.runs[0]
    raised = level_run(run.text, line.x1, line.x1 + run.x1 - run.x0, line.baseline - RISE * line.size, 0.7 * line.size, run.style)
    return Line([*line.runs, raised], line.page, underlined=line.underlined)
