"""The fields of a form that is filled in on a screen: what stands in them is no part of the page's own text."""

from __future__ import annotations

from plantext.model.document import Box
from plantext.read.pdf.engines.engine import PageContent, Style, level_run, rules_of_box

TICKED = "☑"
OPEN_BOXES = frozenset("☐□◻❏❑❒")
"""What is printed where a box is to be ticked."""
HIDDEN = 0b100010  # of an annotation's flags: hidden, or not to be seen on a screen (ISO 32000, table 167)
PASSWORD = 1 << 13  # of a field's flags (table 231)
USUAL = 11.0  # points: the size of a value where the field leaves it to the viewer, and its box is high enough
FILLS = 0.7  # of a box's height: the size of a line that fills it
LEADING = 1.2  # times the size
LETTER = 0.5  # em: how wide a letter is on average
PADDING = 2.0  # points between a box and what stands in it
FRAME = 12.0  # points: an upright rule no further from a field frames it already
_PLAIN = Style(bold=False, italic=False, colour=0, alpha=255, hidden=False)


def add_value(content: PageContent, box: Box, value: str, size: float) -> None:
    """The value of a text or choice, line by line, in its box; and the box, where the page draws none. `size` is 0 where the viewer chooses it."""
    x0, top, x1, bottom = box
    if x1 - x0 < 2 * PADDING or bottom - top < 2 * PADDING:
        return
    middle = (top + bottom) / 2
    if not any(abs(rule.x0 - x0) < FRAME and rule.top <= middle <= rule.bottom for rule in content.rules if rule.x1 - rule.x0 < 1):
        content.rules.extend(rules_of_box(*box))
    lines = [line.strip() for line in value.replace("\r\n", "\n").replace("\r", "\n").split("\n") if line.strip()]
    height = size if size > 0 else min(USUAL, FILLS * (bottom - top))
    height = min(height, (bottom - top) / (LEADING * max(len(lines), 1)))
    single = bottom - top < 2 * LEADING * height
    first = middle + 0.3 * height if single else top + PADDING + height
    for at, line in enumerate(lines):
        right = min(x1 - PADDING, x0 + PADDING + LETTER * height * len(line))
        content.runs.append(level_run(line, x0 + PADDING, right, first + at * LEADING * height, height, _PLAIN))


def add_tick(content: PageContent, box: Box) -> None:
    """The mark of a box that is ticked, in place of one that is printed open."""
    x0, top, x1, bottom = box
    if x1 <= x0 or bottom <= top:
        return
    for run in content.runs:
        if run.text.strip() in OPEN_BOXES and x0 <= (run.x0 + run.x1) / 2 <= x1 and top <= (run.top + run.bottom) / 2 <= bottom:
            run.text = TICKED
            return
    size = min(USUAL, bottom - top)
    content.runs.append(level_run(TICKED, x0, x1, (top + bottom) / 2 + 0.3 * size, size, _PLAIN))
