"""How near two texts are to the letter: what "the same entry, small differences allowed" means."""

from __future__ import annotations

from functools import lru_cache

from plantext.model.ids import normalised

NEAR = 0.84  # "small differences allowed": a word more or less in twelve; two different entries of one objective seldom pass .75


def nearness(one: str, other: str) -> float:
    """How alike two texts are by their letters, in [0, 1]; case, punctuation and spacing do not count."""
    from rapidfuzz import fuzz

    return fuzz.ratio(_letters(one), _letters(other)) / 100


def is_near(one: str, other: str) -> bool:
    """Whether two texts are near enough to be one entry; it costs less than to say how near."""
    from rapidfuzz import fuzz

    first, second = _letters(one), _letters(other)
    return first == second or fuzz.ratio(first, second, score_cutoff=100 * NEAR) > 0


@lru_cache(maxsize=4_096)
def _letters(text: str) -> str:
    """Each entry is held against many."""
    return normalised(text).replace(" ", "")
