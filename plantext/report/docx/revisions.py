"""Changed words, as styled runs.

Not as Word's revision marks: before and after stand in two cells, where "accept all" would empty the one and "reject all" the other,
and a document with open revisions is not fit to be published. Move marks would make Word report a damaged file.
"""

from __future__ import annotations

from collections.abc import Iterable

from plantext.model.alignment import Edit
from plantext.report.docx.content import ADDED, REMOVED, Paragraph, Words, paragraph

STYLES = {"equal": None, "insert": ADDED, "delete": REMOVED}


def redline(edits: Iterable[Edit]) -> tuple[Paragraph, ...]:
    """The runs of a text before or after, one paragraph a line, what came or went marked."""
    lines: list[list[Words]] = [[]]
    for edit in edits:
        for place, text in enumerate(edit.text.split("\n")):
            if place:
                lines.append([])
            if text:
                lines[-1].append(Words(text, STYLES[edit.op]))
    return tuple(paragraph(*line) for line in lines if line)
