"""The same entry in another place: near to the letter. Entries that a converter ran together are parted by where they stand whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plantext.find.nearness import NEAR, nearness
from plantext.find.plan.commitments import Entry

__all__ = ["NEAR", "nearness", "part_entries"]

NEAR_JOINED = 0.9  # a long text is near to another by chance more easily
LONGEST_JOIN = 12  # entries that may have run together


def part_entries(entries: Sequence[Entry], others: Sequence[Sequence[Entry]]) -> list[Entry]:
    """The entries, those parted that are two or more entries of another list run together."""
    return [piece for entry in entries for piece in _parted(entry, others)]


def _parted(entry: Entry, others: Sequence[Sequence[Entry]]) -> list[Entry]:
    """The run of another list's entries that is nearest to the entry, if it is near, and the entry opens as the run does."""
    runs = [
        [one.text for one in other[first:last]]
        for other in others
        for first in range(len(other))
        if _opens(entry.text, other[first].text)
        for last in range(first + 2, min(first + LONGEST_JOIN, len(other)) + 1)
    ]
    best = max(runs, key=lambda texts: nearness(entry.text, " ".join(texts)), default=None)
    if best is None or nearness(entry.text, " ".join(best)) < NEAR_JOINED:
        return [entry]
    return _cut(entry, best)


def _opens(text: str, opening: str) -> bool:
    return len(opening) < len(text) and nearness(text[: len(opening)], opening) >= NEAR


def _cut(entry: Entry, texts: Sequence[str]) -> list[Entry]:
    """Cut an entry where its pieces begin: at the word at which the piece before is nearest to its model."""
    words = [(at, word) for at, word in _words(entry.text)]
    pieces: list[Entry] = []
    start = 0
    for text in texts[:-1]:
        begin = words[start][0]
        ends = range(start + 1, len(words))
        if not ends:  # more models than words
            break
        end = max(ends, key=lambda index: (nearness(entry.text[begin : words[index][0]], text), -index))
        pieces.append(_piece(entry, begin, words[end][0]))
        start = end
    return [*pieces, _piece(entry, words[start][0], len(entry.text))]


def _piece(entry: Entry, start: int, end: int) -> Entry:
    text = entry.text[start:end].rstrip()
    return replace(entry, text=text, start=entry.start + start)


def _words(text: str) -> list[tuple[int, str]]:
    found, at = [], 0
    for word in text.split():
        at = text.index(word, at)
        found.append((at, word))
        at += len(word)
    return found
