"""Runs of type become one text with marks: bold, italic, and references to footnotes taken out of the words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from plantext.model.document import Mark
from plantext.text.normalise import clean

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NOTE = re.compile(r"(?<!\bk)(?<!\bm)(?<!\bkm)(?<!\bcm)(?<!\bft)[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
"""Superscript digits refer to a footnote, but not behind a unit of length: km², m³."""


@dataclass(frozen=True, kw_only=True)
class Run:
    """Characters of one type."""

    text: str
    bold: bool = False
    italic: bool = False
    raised: bool = False  # superscript


def join_runs(runs: Iterable[Run]) -> tuple[str, list[Mark]]:
    """The text of `runs`, cleaned, and its marks; a footnote's mark stands where its reference was.

    >>> join_runs([Run(text="Cut  crime"), Run(text="1", raised=True), Run(text=" by 14"), Run(text="th", raised=True)])
    ('Cut crime by 14th', [Mark(style='footnote', span=(9, 9), note='1')])
    """
    text = ""
    marks: list[Mark] = []
    for run in runs:
        if run.raised and run.text.strip().isdigit():
            marks.append(Mark(style="footnote", span=(len(text.rstrip()),) * 2, note=run.text.strip()))
            continue
        start = len(text)
        for piece, note in _parts(run.text):
            text = _append(text, piece)
            if note:
                marks.append(Mark(style="footnote", span=(len(text.rstrip()),) * 2, note=note))
        start += len(text[start:]) - len(text[start:].lstrip())
        end = len(text.rstrip())
        if end > start:
            marks += [Mark(style="bold", span=(start, end))] if run.bold else []
            marks += [Mark(style="italic", span=(start, end))] if run.italic else []
    return text.rstrip(), _joined(marks, text)


def _parts(text: str) -> Iterable[tuple[str, str | None]]:
    at = 0
    for match in _NOTE.finditer(text):
        yield text[at : match.start()], match.group().translate(_SUPERSCRIPTS)
        at = match.end()
    yield text[at:], None


def _append(text: str, piece: str) -> str:
    """`text` and `piece` with one space where either had some, none at the start."""
    body = " ".join(clean(piece).split())  # a line end within a run is only a space
    if not body:
        return text + " " if piece[:1].isspace() and text and not text[-1].isspace() else text
    if piece[0].isspace() and text and not text[-1].isspace():
        text += " "
    return text + body + (" " if piece[-1].isspace() else "")


def _joined(marks: list[Mark], text: str) -> list[Mark]:
    """Marks of one style that only space parts are one; sorted by place."""
    result: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.style, mark.span)):
        last = result[-1] if result else None
        if last and mark.style != "footnote" and last.style == mark.style and not text[last.span[1] : mark.span[0]].strip():
            result[-1] = Mark(style=mark.style, span=(last.span[0], max(last.span[1], mark.span[1])))
        else:
            result.append(mark)
    return sorted(result, key=lambda mark: (mark.span, mark.style))


def shifted(marks: Iterable[Mark], by: int) -> list[Mark]:
    """The marks of a text whose first `by` characters were taken off (or were put before it, where `by` is negative)."""
    kept = [mark for mark in marks if mark.span[1] > by]
    return [Mark(style=mark.style, span=(max(mark.span[0] - by, 0), mark.span[1] - by), note=mark.note) for mark in kept]
