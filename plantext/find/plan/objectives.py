"""Objectives: headings under which milestones stand. "4.6 Reduce crime" and "Reducing crime" are one."""

from __future__ import annotations

import re
from functools import lru_cache

from plantext.text.words import stems

_NUMBER = re.compile(
    r"^(?:(?:(?:strategic|key|corporate|policy|core|our)\s+)?(?:objective|priority|theme|outcome|aim|goal|ambition|section|chapter|part|pillar|strand)\s+)?(?:\d+(?:\.\d+)*|[A-Z]|[ivxIVX]+)\s*[.):–—-]*\s+(?=\S)"
    r"|^(?:(?:strategic|key|corporate|policy|core|our)\s+)?(?:objective|priority|theme|outcome|aim|goal|ambition|pillar|strand|action|commitment|pledge|milestone)\s+\d+\s*[.):–—-]\s*",
    re.IGNORECASE,
)

_SUMMARY = re.compile(
    r"(?:executive\s+)?(?:summary|overview|at a glance|plan on a page|in (?:short|brief)|annex|appendix|schedule)\b", re.IGNORECASE
)


def without_number(heading: str) -> str:
    """A heading without its printed number and trailing colon.

    >>> without_number("4.2 Creating safer streets:"), without_number("Priority 3 – Victims first")
    ('Creating safer streets', 'Victims first')
    """
    text = heading.strip()
    match = _NUMBER.match(text)
    if match and (
        match[0].strip()[-1:] in ".):–—-" or any(char.isdigit() for char in match[0]) or match[0].strip() in "BCDEFGHJKLMNOPQRSTUVWXYZ"
    ):
        text = text[match.end() :]
    return text.rstrip(" :").strip() or heading.strip()


def is_summary(heading: str) -> bool:
    """Whether a heading names a place that gathers entries of every objective, and so says nothing of what they are for.

    >>> is_summary("7 Summary for 2031-32"), is_summary("Safer piers")
    (True, False)
    """
    return bool(_SUMMARY.match(without_number(heading)))


@lru_cache(maxsize=4_096)
def objective_key(heading: str | None) -> frozenset[str]:
    """What two headings share if they name one objective: the stems of their words.

    >>> objective_key("4.6 Reduce crime and offending") == objective_key("Reducing crime and offending")
    True
    """
    return frozenset(stems(without_number(heading))) if heading else frozenset()


def same_objective(one: str | None, other: str | None) -> bool:
    """Whether two headings name one objective: the same stems, or one word more on one side of three and more."""
    first, second = objective_key(one), objective_key(other)
    if first == second:
        return True
    return min(len(first), len(second)) >= 3 and len(first ^ second) <= 1
