"""Footnote marks without notes, and notes without marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from plantext.checks.plan import Plan, Text, finding
from plantext.model.checks import Finding
from plantext.model.document import Block

MARKED_SHARE = 0.5  # of a document's marks that must have a note: where most have none, the notes were not read as notes
UNREAD_RUN = 3  # notes missing in a row from which it is the reading that failed, not the plan
BEFORE = 24  # characters in front of a mark that are shown: enough to find it by

_NUMBER = re.compile(r"\d{1,3}")
_POWER = re.compile(r"(?:\b(?:k|c|m)?m|\bft|CO)$")  # km2, CO2


def find_footnotes(plan: Plan) -> Iterator[Finding]:
    """“as was agreed.9” where the notes run from 1 to 4; a note 3 that nothing refers to."""
    notes = {_plain(block.marker): block for block in plan.document.blocks if block.kind == "footnote" and _plain(block.marker)}
    last = max((at for at, block in enumerate(plan.document.blocks) if block.marks or block.rows), default=0)
    listed = {
        _plain(block.marker) for block in plan.document.blocks[last + 1 :] if block.kind != "footnote"
    }  # endnotes, read as a numbered list
    for text in plan.texts():
        if any(mark.style == "footnote" and mark.span[0] == 0 for mark in text.block.marks):  # notes that were read as a paragraph
            listed |= (misread := {_plain(mark.note) for mark in text.block.marks})
            notes.update({number: text.block for number in misread if isinstance(text.block, Block)})
    marks: dict[str, list[tuple[Text, int]]] = {}
    for text in plan.texts(contents=True):
        for mark in text.block.marks:
            number = _plain(mark.note)
            if mark.style == "footnote" and number and not _POWER.search(text.text[: mark.span[0]]):
                marks.setdefault(number, []).append((text, mark.span[0]))
    if not notes:
        return  # endnotes without a form of their own, or notes that could not be told from the text
    lone = {number: places for number, places in marks.items() if number not in notes and _NUMBER.fullmatch(number)}
    lone = {number: places for number, places in lone.items() if not _unread(number, lone, notes)}
    if len(lone) <= MARKED_SHARE * len(marks):
        for number, places in lone.items():
            if number in listed and len(places) == 1 and int(number) > max(map(_value, notes)):
                continue
            text, at = places[0]
            start = max(0, text.text.rfind(" ", 0, max(0, at - BEFORE)) + 1)
            message = f"There is no note {number}: the notes are {_range(list(notes))}."
            yield finding("footnote", "warning", message, text, span=(start, at))
    surplus = [number for number in notes if number not in marks and _NUMBER.fullmatch(number)]
    if marks and len(surplus) <= MARKED_SHARE * len(notes):
        for number in surplus:
            yield finding("footnote", "warning", f"Nothing in the text refers to note {number}.", notes[number])


def _unread(number: str, lone: Mapping[str, object], notes: Mapping[str, object]) -> bool:
    """Whether a missing note is one of several in a row amid notes that are there: a foot of a page that was read as text."""
    value = int(number)
    run = 1 + sum(all(str(value + sign * step) in lone for step in range(1, far + 1)) for sign in (1, -1) for far in range(1, UNREAD_RUN))
    return run >= UNREAD_RUN and value < max(map(_value, notes))


def _plain(marker: str | None) -> str:
    return (marker or "").strip("[]().: ")


def _value(number: str) -> int:
    return int(number) if number.isdigit() else 0


def _range(numbers: list[str]) -> str:
    values = sorted(map(_value, numbers))
    return f"numbered {values[0]} to {values[-1]}" if len(values) > 1 else f"only number {values[0]}"
