"""Raised and lowered figures: which row of larger type a small run belongs to."""

from __future__ import annotations

import re

from plantext.read.pdf.engines.engine import Run

RAISED = (0.12, 0.75)  # em of the larger type: how far a superscript's baseline stands above the line's
SMALLER = 0.9  # a raised or lowered run has at most this share of the line's size
LONGEST = 6  # characters
BRACKETED_LONGEST = 14  # ... of "[footnote 12]"
HANGING = 3.0  # em: a note's number in the margin stands no further from the note
_NUMBER = re.compile(r"\d{1,3}$|[*†‡§]{1,2}$")


def with_raised(rows: list[list[Run]], small: float) -> list[list[Run]]:
    """Move each small run that stands against a larger one, a little above or below, into the larger one's row.

    `small` is the most that a raised run can have on this page.
    """
    for at, run in [(at, run) for at, row in enumerate(rows) for run in row if run.size <= small and _is_short(run.text)]:
        is_at = _stands_at if _NUMBER.match(run.text) else _is_raised_at
        for other_at in (at + 1, at - 1, at + 2, at - 2):
            if 0 <= other_at < len(rows) and any(is_at(run, base) for base in rows[other_at]):
                rows[at].remove(run)
                rows[other_at].append(run)
                break
    return [row for row in rows if row]


def _stands_at(run: Run, base: Run) -> bool:
    return _is_raised_at(run, base) or hangs(run, base)


def hangs(run: Run, base: Run) -> bool:
    """Whether a run is the raised number of a note, in the margin before its text."""
    if run.size > SMALLER * base.size or not 0 < base.x0 - run.x1 < HANGING * base.size or not _NUMBER.match(run.text):
        return False
    return RAISED[0] * base.size < base.baseline - run.baseline < RAISED[1] * base.size


def _is_short(text: str) -> bool:
    """Whether a text is as short as what is raised: a figure, "th", "[footnote 12]", or what a line's end leaves of that."""
    return len(text) <= (BRACKETED_LONGEST if text[:1] == "[" else LONGEST)


def _is_raised_at(run: Run, base: Run) -> bool:
    if run.size > SMALLER * base.size:
        return False
    rise = base.baseline - run.baseline
    low, high = RAISED
    near = -0.3 * base.size < run.x0 - base.x1 < 0.6 * base.size or -0.3 * base.size < base.x0 - run.x1 < 0.6 * base.size
    return near and (low * base.size < rise < high * base.size or -0.4 * base.size < rise < -0.08 * base.size)
