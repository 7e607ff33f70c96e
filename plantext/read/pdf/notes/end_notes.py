"""The list that ends a paper is of notes where the text's marks say so in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from plantext.read.pdf.lines import Line
from plantext.read.pdf.notes.note_marks import MARK
from plantext.read.pdf.paragraphs import Chunk

BACK = "\u21a9\ufe0e "  # the arrow that leads back to the mark


def mark_end_notes(flow: Sequence[object], lines: Iterable[Line]) -> None:
    """Make notes of the numbered items that end the document, where most of their numbers stand in marks."""
    marked = {int(number) for line in lines if "ote " in line.text for number in MARK.findall(line.text)}
    if not marked:
        return
    tail: list[Chunk] = []
    for item in reversed(flow):
        if not isinstance(item, Chunk) or item.marker is None or not item.marker.text.strip("().").isdigit():
            break
        tail.append(item)
        if item.marker.text.strip("().") == "1":
            break
    numbers = [int(chunk.marker.text.strip("().")) for chunk in reversed(tail) if chunk.marker is not None]
    if numbers != list(range(1, len(numbers) + 1)) or 2 * len(marked.intersection(numbers)) < len(numbers) or not numbers:
        return
    for chunk in tail:
        chunk.kind, chunk.level = "footnote", None
        if chunk.marker is not None:
            chunk.marker = msgspec.structs.replace(chunk.marker, text=chunk.marker.text.strip("()."))
        last = chunk.lines[-1].runs[-1]
        last.text = last.text.rstrip(BACK)
