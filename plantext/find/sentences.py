"""Sentences within a block, each with its exact span: a break after every stop, and a table of the stops that end nothing.

The rules are those of spaCy's sentencizer, and `tests/find/test_sentences.py` holds them to it. They stand here because importing spaCy
takes longer than reading a plan.
"""

from __future__ import annotations

import re

from plantext.model.document import Span

# A break after one of these is none when a number, a lower-case word or a bracket follows: "No. 3", "s. 28 (3)", "ref. ab-1".
_BEFORE_NUMBER = re.compile(
    r"(?:^|[\s(\[])(?:nos?|ss?|p|pp|paras?|arts?|sch|sched|sec|sect|regs?|figs?|ch|chs|vols?|cl|cls|app|ref|refs|c|ca|approx"
    r"|est|max|min|tel|ext|ed|eds|inc|ltd|co|corp"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.$",
    re.IGNORECASE,
)
# A break after one of these is none whatever follows: they stand inside a sentence or before a name.
_INSIDE = re.compile(
    (
        r"(?:^|[\s(\[“\"'‘-])(?:i\.?e|e\.?g|viz|cf|vs|v|al|incl|inc\. of|mr|mrs|ms|dr|prof|rev|sir|st|cllrs?|cllr|couns?|hon|rt"
        r"|gen|col|capt|lt|sgt|insp|supt|d\.c\.c|a\.c\.c|[A-Z]|(?:[A-Z]\.)+[A-Z])\.$"
    ),
    re.IGNORECASE,
)
_STOP = re.compile(
    r"(?:(?<!\.)(?:(?<=\S)[.!?]+|[.!?](?![.!?]))[”’\"')\]]*(?=\s)"
    r"|(?<=[a-z)’”\"])[.!?]\[?\d{1,2}\]?(?=\s+[“‘\"(]?[A-Z]))"  # or "the plan.3 The"
    r"|(?<=[a-z])[.!?](?=[A-Z][a-z])"  # two sentences that a converter ran together: "the plan.The"
    r"|[。！？]"
)
"""Where a sentence may end."""


def sentences(text: str) -> list[Span]:
    """The spans of the sentences of `text`, in order, without the spaces around them.

    >>> [text[slice(*span)] for text in ["See No. 3 of s. 28 (3). It met on 3 Feb. 2014."] for span in sentences(text)]
    ['See No. 3 of s. 28 (3).', 'It met on 3 Feb. 2014.']
    """
    if not _may_break(text):
        return [span] if (span := _trimmed(text, 0, len(text))) else []
    breaks = [match.end() for match in _STOP.finditer(text)]
    spans: list[Span] = []
    start = 0
    for end in [*breaks, len(text)]:
        if end < len(text) and not _breaks(text, start, end):
            continue
        if end > start and (span := _trimmed(text, start, end)):
            spans.append(span)
        start = max(start, end)
    return spans


def _may_break(text: str) -> bool:
    """Whether a stop stands anywhere but at the end: most list items need no tokenizer."""
    return any(stop in text[:-1] for stop in ".!?。！？")


def _breaks(text: str, start: int, end: int) -> bool:
    """Whether the sentence that began at `start` really ends before `end`."""
    before, after = text[start:end].rstrip(), text[end:].lstrip()
    if not before or not after:
        return False
    if _INSIDE.search(before) or after[0].islower() or after[0] in ".,;:":
        return False
    if _BEFORE_NUMBER.search(before) and (after[0].isdigit() or after[0] in "(["):
        return False
    return before[-1] not in ",;:" and not re.fullmatch(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})[.)]", before)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = start + len(piece.rstrip())
    return (left, right) if left < right else None
