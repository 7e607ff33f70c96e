"""Text of proportioned paper on a terminal's grid: how many columns a text takes, and how it is broken into lines."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"\s*\S+\s*")
TAB = 8  # columns from one tab stop to the next


def columns_of(text: str) -> int:
    """The columns that `text` takes: two for a letter of the wide scripts, none for a mark that stands on the letter before it.

    >>> columns_of("plan"), columns_of("計画"), columns_of("re\u0301sume\u0301")
    (4, 4, 6)
    """
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return len(text) + wide - sum(unicodedata.category(letter) in {"Mn", "Me"} for letter in text)


def wrap(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` columns, broken between words; a word that is longer than a line begins one, and is cut.

    Line feeds in it are kept, and so are blanks within a line.

    >>> wrap("Reduce burglary in the two valleys", 16)
    ['Reduce burglary', 'in the two', 'valleys']
    """
    width = max(1, width)
    return [line.rstrip() for part in text.expandtabs(TAB).split("\n") for line in _wrap_line(part, width)]


def _wrap_line(text: str, width: int) -> list[str]:
    if columns_of(text) <= width:
        return [text]
    lines = [""]
    used = 0
    for match in _WORD.finditer(text):
        word = match[0]
        needed = columns_of(word.rstrip())
        if used + needed <= width:
            lines[-1] += word
            used += columns_of(word)
            continue
        parts = [word] if needed <= width else _cut(word, width)
        lines += parts if used else parts[1:]
        if not used:
            lines[-len(parts)] = parts[0]
        used = columns_of(lines[-1])
    return lines


def _cut(word: str, width: int) -> list[str]:
    parts = [""]
    used = 0
    for letter in word:
        needed = columns_of(letter)
        if used + needed > width:
            parts.append("")
            used = 0
        parts[-1] += letter
        used += needed
    return parts
