"""Of what day and year a report is: its date, the date of its figures, the edition of a plan that it speaks of, and whether that is over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from plantext.find.editions import find_editions
from plantext.find.performance.asat import find_dates
from plantext.find.sentences import sentences
from plantext.model.document import Document

OPENING = 12  # blocks in which a report says of what day and year it is
SHORT = 25  # words of a line that may date the report; a longer one tells of other days
TITLE_WEIGHT = 5  # a year in the title or a heading counts so many times one in the text

_AS_AT = re.compile(
    r"\b(?:as\s+(?:at|of)|position\s+(?:on|at|as\s+at)|correct\s+(?:at|to)|up\s+to|(?:figures|data|performance|results?)\b[^.]{0,60}?\b(?:to"
    r"|until|at))\s+(?=(?:the\s+)?(?:end|close|\d|[A-Z]))",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will)\b", re.IGNORECASE
)  # a sentence tells of days that are not the report's
_INTERIM = re.compile(
    r"\b(?:mid-?\s?(?:term|year)|interim|half[\s-]year(?:ly)?|(?:first|second|third)\s+quarter|quarter\s+(?:one|two|three"
    r"|[123])|Q[123])\b",
    re.IGNORECASE,
)


_FINAL = re.compile(
    r"\b(?:year[\s-]end|end[\s-]of[\s-](?:the\s+)?year|(?:final|full[\s-]year)\s+(?:out-?turn|report|position)|out-?turn\s+report)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class General:
    """The date that a report's figures hold for, unless another is given: as written, and the day."""

    text: str
    day: date


def report_edition(report: Document, editions: Sequence[str]) -> str | None:
    """Which of a plan's editions a report speaks of: the one most named in its title, headings and text; None where it names none of them."""
    counts: Counter[str] = Counter(find_editions(report.title or "") * TITLE_WEIGHT)
    opening = {block.id for block in report.blocks[:OPENING]}
    for block in report.blocks:
        weight = TITLE_WEIGHT if block.kind == "heading" or block.id in opening else 1
        counts.update(find_editions(block.text) * weight)
    named = {edition: _times(edition, counts) for edition in editions if _times(edition, counts)}
    return max(named, key=lambda edition: (named[edition], edition)) if named else None


def _times(edition: str, counts: Counter[str]) -> int:
    """How often an edition is named; a plan that is known by its first year is named by its term too ("2031-2033")."""
    terms = sum(number for term, number in counts.items() if "-" not in edition and term.startswith(f"{edition}-"))
    return counts[edition] + terms


def report_date(report: Document) -> date | None:
    """The day of a report: the first whole date in its opening, else the first month."""
    opening = [block.text for block in report.blocks[:OPENING] if len(block.text.split()) <= SHORT]
    lines = [text[slice(*span)] for text in opening for span in sentences(text)]
    found = [one for line in lines if not _TELLS.search(line) for one in find_dates(line) if one.day]
    whole = [one for one in found if re.search(r"\d", one.text.replace(str(one.day and one.day.year), ""))]
    return next((one.day for one in [*whole, *found]), None)


def is_interim(report: Document) -> bool:
    """Whether a report calls itself one of a part of the time."""
    return any(_INTERIM.search(title) for title in _titles(report))


def is_final(report: Document) -> bool:
    """Whether a report calls itself one of the whole year: "year-end report"."""
    return any(_FINAL.search(title) for title in _titles(report)) and not is_interim(report)


def _titles(report: Document) -> list[str]:
    lines = (block.text for block in report.blocks[:OPENING] if block.kind == "heading" or len(block.text.split()) <= OPENING)
    return [report.title or "", *lines]


def term_of(report: Document, edition: str | None) -> str | None:
    """The edition, or the longer term from the same year that the report's opening names ("2031-2033" for a plan of 2031)."""
    named = [one for block in report.blocks[:OPENING] for one in find_editions(block.text) if edition and one[:4] == edition[:4]]
    return max([*named, edition or ""], key=lambda one: (len(one), one)) or None


def general_date(report: Document, told: date | None) -> General | None:
    """The date for which a report says that its figures hold: the one most often named so, the latest of those."""
    counts: Counter[date] = Counter()
    written: dict[date, str] = {}
    for block in report.blocks:
        if block.role == "toc":
            continue
        for cue in _AS_AT.finditer(block.text):
            for found in find_dates(block.text[cue.end() : cue.end() + 40], told)[:1]:
                if found.day and found.start <= 2 and not (told and found.day > told):
                    counts[found.day] += 1
                    written.setdefault(found.day, found.text)
    if not counts:
        return None
    best = max(counts, key=lambda day: (counts[day], day))
    return General(written[best], best)
