"""References to sections of the same document: "Section 4.6", "4.3 Keeping people safe"; a wrong number still finds its section by title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plantext.find.plan.objectives import without_number
from plantext.model.document import Block, Document
from plantext.text.words import WORD, stems

SAME_TITLE = 0.8  # Dice of the stems of two titles: an article more or "Reduce" for "Reducing"
FEWEST_TITLE_WORDS = 3  # of a title that is named without a number: "Resources" may be any resources

_NUMBER = re.compile(
    r"(?P<word>\b(?:section|chapter|part|objective|priority|paragraph|theme|goal|outcome|aim|ambition|pillar|strand)s?\s+)?(?<![\w.,£$€-])(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})(?![\d%]|\.\d)"
    r"(?!\s*(?:per\s?cent|percent|million|billion|thousand|bn\b|m\b|k\b))",
    re.IGNORECASE,
)
_PRINTED = re.compile(
    r"\s*(?:(?:(?:strategic|key|corporate|policy|core|our)\s+)?(?:section|chapter|part|objective|priority|theme|goal|outcome|aim|ambition|pillar|strand)\s+)?(\d{1,2}(?:\.\d{1,2})*)\b",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?:instead\s+of|rather\s+than|from|out\s+of|formerly\s+in|previously\s+in)\s+(?:in\s+)?(?:section\s+)?$", re.IGNORECASE
)
_INTO = re.compile(r"\b(?:to|of|in|within|under|at|by|into|see)\s+(?:the\s+)?[“‘\"']?$", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Section:
    """A heading with its printed number, and how many characters of prose stand below it before the next heading of its level."""

    block: Block
    number: str | None
    title: str
    prose: int


@dataclass(frozen=True, kw_only=True)
class Reference:
    """A place in a text that names a section. `section` is None where there is none of that number or title."""

    start: int
    end: int
    number: str | None
    section: Section | None
    source: bool  # "instead of 4.7": where something was, not where it is

    @property
    def misnumbered(self) -> bool:
        """Whether the title finds another section than the number."""
        return bool(self.section and self.number and self.section.number != self.number)


def find_sections(document: Document) -> list[Section]:
    """The headings of a document, the contents list left out."""
    headings = [block for block in document.blocks if block.kind == "heading" and block.role is None]
    prose = dict.fromkeys((block.id for block in headings), 0)
    path: list[Block] = []
    for block in document.blocks:
        if block.kind == "heading" and block.id in prose:
            path = [above for above in path if (above.level or 1) < (block.level or 1)] + [block]
        elif block.kind == "paragraph" and block.role is None:
            for above in path:
                prose[above.id] += len(block.text)
    return [
        Section(
            block=block,
            number=found[1] if (found := _PRINTED.match(block.text)) else None,
            title=without_number(block.text),
            prose=prose[block.id],
        )
        for block in headings
    ]


def find_references(text: str, sections: Sequence[Section]) -> list[Reference]:
    """The references in `text`, in order: by number with or without a title, then by a title alone behind "to", "of", "in" or "under".

    Where several sections bear the title, the one with most prose is meant: a closing summary repeats the titles of what it sums up.
    """
    found: list[Reference] = []
    numbers = {section.number for section in sections}
    for match in _NUMBER.finditer(text):
        titled, end = _titled(text[match.end() :], sections)
        by_number = max(
            (section for section in sections if section.number == match["number"]), key=lambda section: section.prose, default=None
        )
        named = match["word"] is not None or titled is not None or ("." in match["number"] and match["number"] in numbers)
        if named:
            start = match.start()
            found.append(
                Reference(
                    start=start,
                    end=match.end() + end,
                    number=match["number"],
                    section=titled or by_number,
                    source=_behind(_FROM, text, start),
                )
            )
    return sorted([*found, *_by_title(text, sections, found)], key=lambda reference: reference.start)


def _titled(text: str, sections: Sequence[Section]) -> tuple[Section | None, int]:
    """The section whose title `text` opens with, the one with most prose of several, and where the title ends."""
    words = list(WORD.finditer(text[:200]))
    if not words or len(text[: words[0].start()].strip(" ,:;–—-“‘\"'(")):
        return None, 0
    best: tuple[float, int, Section | None, int] = (SAME_TITLE, 0, None, 0)
    for section in sections:
        title = stems(section.title)
        length = len(WORD.findall(section.title))
        for count in range(max(1, length - 1), min(len(words), length + 2) + 1):
            alike = _dice(title, stems(text[words[0].start() : words[count - 1].end()]))
            if (alike, section.prose) > best[:2]:
                best = alike, section.prose, section, words[count - 1].end()
    return best[2], best[3]


def _by_title(text: str, sections: Sequence[Section], found: Sequence[Reference]) -> list[Reference]:
    references: list[Reference] = []
    lower = text.lower()
    for section in sorted(sections, key=lambda section: (-len(section.title), -section.prose)):
        if section.title.lower() not in lower or len(section.title.split()) < FEWEST_TITLE_WORDS:
            continue
        for match in re.finditer(re.escape(section.title), text, re.IGNORECASE):
            apart = all(match.end() <= one.start or one.end <= match.start() for one in (*found, *references))
            if apart and (_behind(_INTO, text, match.start()) or _behind(_FROM, text, match.start())):
                source = _behind(_FROM, text, match.start())
                references.append(Reference(start=match.start(), end=match.end(), number=None, section=section, source=source))
    return references


def _dice(one: Sequence[str], other: Sequence[str]) -> float:
    first, second = set(one), set(other)
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0


def _behind(pattern: re.Pattern[str], text: str, end: int) -> bool:
    """Whether the words straight before `end` match."""
    return pattern.search(text[max(0, end - 60) : end]) is not None
