"""Acronyms and the names that they stand for, as the documents themselves introduce them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from plantext.text.words import STOP_WORDS

LONGEST = 8  # letters: longer runs of capitals are headings or codes
EXTRA_WORDS = 6  # words of a name that give no letter: "of", "and the"

_SHORT = r"[A-Z][A-Za-z]{0,6}[A-Z](?:s|['’]s)?|[A-Z]{2,8}s?"
_INSIDE = re.compile(rf"\(\s*(?:the\s+|or\s+)?[\"“‘']?({_SHORT})[\"”’']?\s*\)")
"""A name, then its acronym in brackets: … safeguarding hubs (MASHs)."""
_OUTSIDE = re.compile(rf"\b({_SHORT})\s*(?:\(([^()]{{5,90}})\)|[–—]\s*([^.;:()\n]{{5,90}}))")
"""An acronym, then its name in brackets or after a dash."""
_PIECE = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_STOPS = re.compile(r"[.;:!?()\n]")
_PLURAL = re.compile(r"(?:ies|y|es|s)$", re.IGNORECASE)


def harvest(texts: Iterable[str]) -> dict[str, str]:
    """Acronym (singular) -> name, as introduced in `texts`; where there are several, the most frequent, then the first. Sorted.

    >>> harvest(["The Rural Crime Action Teams (RCATs) meet monthly.", "RVL (road victims' line) is open."])
    {'RCAT': 'Rural Crime Action Teams', 'RVL': "road victims' line"}
    """
    found: dict[str, Counter[str]] = {}
    for text in texts:
        if not any(mark in text for mark in "(–—"):
            continue
        for match in _INSIDE.finditer(text):
            before = _STOPS.split(text[: match.start()])[-1]
            _note(found, match.group(1), _name_before(before, singular(match.group(1))))
        for match in _OUTSIDE.finditer(text):
            _note(found, match.group(1), _name_after(match.group(2) or match.group(3), singular(match.group(1))))
    return {short: max(names, key=lambda name: names[name]) for short, names in sorted(found.items())}


def singular(short: str) -> str:
    """An acronym without its plural or possessive ending.

    >>> singular("PCSOs"), singular("CPS")
    ('PCSO', 'CPS')
    """
    return re.sub(r"(?<=[A-Z])(?:['’]s|s)$", "", short)


class Names:
    """Acronyms and their names, to be found in texts whichever way they are written.

    >>> Names({"RCAT": "Rural Crime Action Teams"}).added("The rural-crime action team met.")
    ['RCAT']
    >>> Names({"RCAT": "Rural Crime Action Teams"}).added("Fund the RCATs.")
    ['Rural Crime Action Teams']
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = dict(sorted(names.items()))
        self._forms = [
            # short form, its pattern, the longest word of the name (a quick look before the pattern is tried), the name's pattern
            (short, re.compile(rf"\b{re.escape(short)}(?:s|['’]s)?\b"), _longest(name), re.compile(name_pattern(name), re.IGNORECASE))
            for short, name in self._names.items()
        ]

    def __bool__(self) -> bool:
        return bool(self._names)

    @property
    def shorts(self) -> frozenset[str]:
        """The acronyms."""
        return frozenset(self._names)

    def used_in(self, texts: Iterable[str]) -> Names:
        """Only those of which one form stands in one of `texts`."""
        used = {short for text in texts for short, forms in self._found(text) if any(forms)}
        return Names({short: name for short, name in self._names.items() if short in used})

    def added(self, text: str) -> list[str]:
        """The other form of every acronym and name that stands in `text` in one form only; in the acronyms' order."""
        return [self._names[short] if as_short else short for short, (as_short, as_name) in self._found(text) if as_short != as_name]

    def expanded(self, text: str) -> str:
        """The text with those other forms after it."""
        added = self.added(text)
        return f"{text} . {' . '.join(added)}" if added else text

    def _found(self, text: str) -> list[tuple[str, tuple[bool, bool]]]:
        """Each acronym, with whether it and whether its name stand in `text`."""
        lower = text.lower()
        return [
            (short, (short in text and bool(as_short.search(text)), word in lower and bool(as_name.search(text))))
            for short, as_short, word, as_name in self._forms
        ]


def _longest(name: str) -> str:
    return max((_PLURAL.sub("", word) for word in _PIECE.findall(name.lower())), key=len)


def _note(found: dict[str, Counter[str]], short: str, name: str | None) -> None:
    if name and len(singular(short)) <= LONGEST:
        found.setdefault(singular(short), Counter())[name] += 1


def _name_before(text: str, short: str) -> str | None:
    """The words at the end of `text` whose initials are `short`."""
    pieces = list(_PIECE.finditer(text))[-(len(short) + EXTRA_WORDS) :]
    letters = short.lower()
    for first in range(len(pieces) - 1, -1, -1):
        words = [piece.group().lower() for piece in pieces[first:]]
        if words[0][0] == letters[0] and _spells(words[1:], letters[1:]):
            return " ".join(text[pieces[first].start() :].split()).strip('"“”‘’ ')
    return None


def _name_after(text: str, short: str) -> str | None:
    """The words at the start of `text` whose initials are `short`."""
    pieces = list(_PIECE.finditer(text))[: len(short) + EXTRA_WORDS]
    for last in range(len(pieces)):
        words = [piece.group().lower() for piece in pieces[: last + 1]]
        if words[-1] not in STOP_WORDS and _spells(words, short.lower()):
            return " ".join(text[pieces[0].start() : pieces[last].end()].split())
    return None


def _spells(words: list[str], letters: str) -> bool:
    """Whether the initials of `words` are `letters`; small words may give none."""
    reached = {0}
    for word in words:
        further = {place + 1 for place in reached if place < len(letters) and letters[place] == word[0]}
        reached = further | reached if word in STOP_WORDS else further
    return len(letters) in reached


def name_pattern(name: str) -> str:
    """A pattern (to be matched in any case) for `name` with any hyphens, spaces and number."""
    words = [piece.group() for piece in _PIECE.finditer(name)]
    last = _PLURAL.sub("", words[-1]) if len(words[-1]) > 3 else words[-1]
    return r"\b" + r"[\s\-‐-–]+".join([*(re.escape(word) for word in words[:-1]), re.escape(last) + r"(?:ies|y|es|s)?"]) + r"\b"
