"""Whether two texts are the same, by their words alone: on purpose simpler than what plantext does, so that it judges from outside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

FUNCTION_WORDS = frozenset(
    "a an and are as at be been by every for from has have in into is it its more most no not of on or our per cent than that the their them "
    "this to up was we were which who with all".split()
)
"""Words that say nothing about what is counted."""

UNITS = {"%": "per cent", "percent": "per cent", "gbp": "£", "pounds": "£"}


def words(text: str) -> list[str]:
    """The words and figures of a text, in lower case, apostrophes dropped.

    >>> words("Cyber-crime: the Board’s £7.2m")
    ['cyber', 'crime', 'the', 'boards', '7', '2m']
    """
    return re.findall(r"[^\W_]+", re.sub(r"['’]", "", text.lower()))


def bare(text: str | None) -> str | None:
    """Without case, punctuation and a leading section number."""
    return None if text is None else " ".join(words(re.sub(r"^\s*\d+(\.\d+)*\.?\s+", "", text)))


def likeness(first: str, second: str) -> float:
    """Twice the words in common over all words of both, in [0, 1]; 1 where neither has any."""
    one, other = Counter(words(first)), Counter(words(second))
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


def shares_words(first: str, second: str, share: float) -> bool:
    """Whether the shorter of two phrases has at least `share` of its telling words in the other; word ends do not count.

    >>> shares_words("officers trained in investigating cyber crime", "training of officers", 0.5)
    True
    """
    one, other = ({word[:5] for word in words(text) if word not in FUNCTION_WORDS} for text in (first, second))
    return len(one & other) >= share * max(1, min(len(one), len(other)))


def same_unit(first: str | None, second: str | None) -> bool:
    """Whether two units are one: "police officers" and "officers" are, "officers" and none are not."""
    if first is None or second is None:
        return first is second
    one, other = (UNITS.get(unit.lower(), unit.lower()) for unit in (first, second))
    return one == other or bool(set(words(one)) & set(words(other)))


def pair_texts(found: int, wanted: int, score: Callable[[int, int], float], floor: float) -> dict[int, int]:
    """Wanted index → found index: the best pairs first, each index once, none below `floor`; equals pair in order."""
    scored = [(-value, w, f) for w in range(wanted) for f in range(found) if (value := score(f, w)) >= floor]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, w, f in sorted(scored):
        if w not in pairs and f not in taken:
            pairs[w] = f
            taken.add(f)
    return dict(sorted(pairs.items()))


def accepted(answer: dict[str, Any], field: str, vocabulary: Sequence[str]) -> set[str]:
    """The values of `field` that are right: the answer's own, and what its `arguable` note names as another careful person's.

    A note names a value in quotes (unless it says that this one is wrong) or as "is a …".

    >>> sorted(accepted({"act": "note", "arguable": "the second half is a concern"}, "act", ["note", "concern", "request"]))
    ['concern', 'note']
    >>> sorted(accepted({"status": "not_found", "arguable": '"mentioned" is wrong, and tempting'}, "status", ["mentioned"]))
    ['not_found']
    """
    return {answer[field]} | named(answer, vocabulary)


def named(answer: dict[str, Any], vocabulary: Sequence[str]) -> set[str]:
    """The words of `vocabulary` that an answer's `arguable` note allows."""
    note = answer.get("arguable") or ""
    return set(vocabulary) & {*re.findall(r'"(\w+)"(?! is wrong)', note), *re.findall(r"\bis an? (\w+)", note)}
