"""What changed between two texts, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise

from plantext.model.alignment import Edit
from plantext.text.variants import folded
from plantext.text.words import STOP_WORDS

ISLAND = 2  # this many little words alone between two changes are read as part of the change
SHORE = 2  # the changes on both sides of an island are at least this many words long, on one side of the comparison

_WORD = re.compile(r"[^\W_]+(?:['’.,][^\W_]+)*", re.UNICODE)

Match = tuple[int, int, int]
"""`(first word before, first word after, how many words)`, equal on both sides."""


def editorial(before: str, after: str) -> bool:
    """Whether two different texts differ in nothing that matters: case, punctuation, hyphens, spacing, spelling variants.

    >>> editorial("Develop the work-force", "Develop the workforce."), editorial("Same", "Same")
    (True, False)
    """
    return before != after and folded(before) == folded(after)


def redline(before: str, after: str) -> list[Edit]:
    """The runs of words that stayed, went and came, in reading order, a deletion before the insertion that replaces it.

    Equal and deleted runs joined are `before`, equal and inserted runs `after`, to the letter.

    >>> [(edit.op, edit.text) for edit in redline("Reduce burglary by 8 per cent", "Reduce burglary by 2 per cent")]
    [('equal', 'Reduce burglary by '), ('delete', '8'), ('insert', '2'), ('equal', ' per cent')]
    """
    spans_before = [match.span() for match in _WORD.finditer(before)]
    spans_after = [match.span() for match in _WORD.finditer(after)]
    words_before = [before[start:end] for start, end in spans_before]
    words_after = [after[start:end] for start, end in spans_after]
    edits: list[tuple[str, str]] = []
    at_before = at_after = 0
    for i, j in _matched_words(words_before, words_after):
        start_before, end_before = spans_before[i]
        start_after, end_after = spans_after[j]
        edits += _gap(before[at_before:start_before], after[at_after:start_after])
        edits.append(("equal", before[start_before:end_before]))
        at_before, at_after = end_before, end_after
    edits += _gap(before[at_before:], after[at_after:])
    return list(_joined(edits))


def _matched_words(before: list[str], after: list[str]) -> Iterator[tuple[int, int]]:
    """The pairs of words that stayed, without the little words that happen to stand in the middle of a rewritten passage."""
    blocks: list[Match] = [tuple(block) for block in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()]  # type: ignore[misc]
    end_before = end_after = 0
    for (i, j, length), (next_i, next_j, _) in pairwise(blocks):
        gap_left = max(i - end_before, j - end_after)
        gap_right = max(next_i - i - length, next_j - j - length)
        little = length <= ISLAND and all(word.casefold() in STOP_WORDS for word in before[i : i + length])
        if not (little and gap_left >= SHORE and gap_right >= SHORE):
            yield from ((i + step, j + step) for step in range(length))
        end_before, end_after = i + length, j + length


def _gap(before: str, after: str) -> list[tuple[str, str]]:
    """The edits between two words that stayed; spaces and signs that both sides share at either end stay too."""
    head = 0
    while head < min(len(before), len(after)) and before[head] == after[head] and not before[head].isalnum():
        head += 1
    tail = 0
    while tail < min(len(before), len(after)) - head and before[-1 - tail] == after[-1 - tail] and not before[-1 - tail].isalnum():
        tail += 1
    return [
        ("equal", before[:head]),
        ("delete", before[head : len(before) - tail]),
        ("insert", after[head : len(after) - tail]),
        ("equal", before[len(before) - tail :]),
    ]


def _joined(edits: list[tuple[str, str]]) -> Iterator[Edit]:
    """The edits without empty runs, neighbours of one kind as one run."""
    op, text = "equal", ""
    for next_op, next_text in edits:
        if not next_text:
            continue
        if next_op == op:
            text += next_text
            continue
        if text:
            yield Edit(op=op, text=text)  # type: ignore[arg-type]
        op, text = next_op, next_text
    if text:
        yield Edit(op=op, text=text)  # type: ignore[arg-type]
