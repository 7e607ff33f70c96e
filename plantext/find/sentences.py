"""Sentences within a block, each with its exact span: spaCy's rule-based sentencizer, and a table of the breaks it gets wrong."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from plantext.model.document import Span

# A break after one of these is none when a number, a lower-case word or a bracket follows: "No. 3", "s. 28 (3)", "ref. ab-1".
_BEFORE_NUMBER = re.compile(
    r"(?:^|[\s(\[])(?:nos?|ss?|p|pp|paras?|arts?|sch|sched|sec|sect|regs?|figs?|ch|chs|vols?|cl|cls|app|ref|refs|c|ca|approx"
    r"|est|max|min|tel|ext|ed|eds"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.$",
    re.IGNORECASE,
)
# A break after one of these is none whatever follows: they stand inside a sentence or before a name.
_INSIDE = re.compile(
    (
        r"(?:^|[\s(\[“\"'‘])(?:i\.?e|e\.?g|viz|cf|vs|v|al|incl|inc\. of|mr|mrs|ms|dr|prof|rev|sir|st|cllrs?|cllr|couns?|hon|rt"
        r"|gen|col|capt|lt|sgt|insp|supt|d\.c\.c|a\.c\.c|[A-Z])\.$"
    ),
    re.IGNORECASE,
)
_MISSED = re.compile(r"(?<=[a-z)’”\"])[.!?](?:\[?\d{1,2}\]?)?[ \n]+(?=[“‘\"(]?[A-Z])")
"""Where a sentence surely ends but the tokenizer kept the stop in its word: a note's number after it, "the plan.3 The"."""


@lru_cache(maxsize=1)
def _pipeline() -> Any:
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.max_length = 10_000_000  # characters; blank("en") holds no model whose memory grows with the text
    return nlp


def sentences(text: str) -> list[Span]:
    """The spans of the sentences of `text`, in order, without the spaces around them.

    >>> [text[slice(*span)] for text in ["See No. 3 of s. 28 (3). It met on 3 Feb. 2014."] for span in sentences(text)]
    ['See No. 3 of s. 28 (3).', 'It met on 3 Feb. 2014.']
    """
    if not _may_break(text):
        return [span] if (span := _trimmed(text, 0, len(text))) else []
    starts = {sentence.start_char for sentence in _pipeline()(text).sents if sentence.start_char}
    starts |= {match.end() for match in _MISSED.finditer(text)}
    spans: list[Span] = []
    start = 0
    for found in [*sorted(starts), len(text)]:
        end = found + _quotes(text, found) if found < len(text) else found
        if end < len(text) and not _breaks(text, start, end):
            continue
        if end > start and (span := _trimmed(text, start, end)):
            spans.append(span)
        start = max(start, end)
    return spans


def _may_break(text: str) -> bool:
    """Whether a stop stands anywhere but at the end: most list items need no tokenizer."""
    return any(stop in text[:-1] for stop in ".!?…。")


def _breaks(text: str, start: int, end: int) -> bool:
    """Whether the sentence that began at `start` really ends before `end`."""
    before, after = text[start:end].rstrip(), text[end:].lstrip()
    if not before or not after:
        return False
    if _INSIDE.search(before) or after[0].islower():
        return False
    if _BEFORE_NUMBER.search(before) and (after[0].isdigit() or after[0] in "(["):
        return False
    return before[-1] not in ",;:" and not re.fullmatch(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})[.)]", before)


def _quotes(text: str, end: int) -> int:
    """How far a break moves: on, over closing quotes and brackets; back, before a quote that opens the next sentence."""
    if match := re.match(r"[”’\"')\]]+(?=\s|$)", text[end:]):
        return 0 if text[end - 1 : end].isspace() else match.end()
    opening = re.search(r"\s[“‘\"'(]\s*$", text[:end])
    return opening.start() + 1 - end if opening else 0


def _trimmed(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = start + len(piece.rstrip())
    return (left, right) if left < right else None
