"""Well-known names of the same thing, from the table beside this file: "domestic violence" and "domestic abuse".

They say where a thing may stand under another name. Whether it is the same there, a person must say.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from pathlib import Path

from plantext.text.acronyms import name_pattern

TABLE = Path(__file__).with_suffix(".txt")


@lru_cache(maxsize=1)
def _groups() -> tuple[tuple[tuple[str, re.Pattern[str]], ...], ...]:
    """The groups of the table: each name with its pattern."""
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("#")]
    return tuple(tuple((name, _pattern(name)) for name in map(str.strip, line.split(";"))) for line in lines)


def _pattern(name: str) -> re.Pattern[str]:
    if name.isupper():
        return re.compile(rf"\b{re.escape(name)}(?:s|['’]s)?(?!\w)")
    return re.compile(name_pattern(name), re.IGNORECASE)


@lru_cache(maxsize=1)
def _any() -> re.Pattern[str]:
    """A quick look: the longest word of each name, without its ending."""
    longest = {max(re.findall(r"\w+", name), key=len).lower()[:5] for group in _groups() for name, _ in group}
    return re.compile("|".join(sorted(map(re.escape, longest))), re.IGNORECASE)


def equivalents(text: str, known: Collection[str] = ()) -> Iterator[tuple[int, str, str]]:
    """Group (its number), name as the table has it and as printed, for each group of which a name stands in `text`: the first one.

    `known`: acronyms that the documents introduce themselves, which the table then has no say about.

    >>> [(name, printed) for _, name, printed in equivalents("More PCSOs are wanted.")]
    [('PCSO', 'PCSOs')]
    """
    if not _any().search(text):
        return
    for number, group in enumerate(_groups()):
        for name, pattern in group:
            if name not in known and (match := pattern.search(text)):
                yield number, name, match.group()
                break
