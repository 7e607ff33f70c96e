"""What a law wants in a plan and of its making, held against the documents: evidence found, or not found. The checklist is data."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import msgspec

from plantext.checks.dates import DAY_MONTH
from plantext.checks.plan import page_at
from plantext.errors import UsageError
from plantext.find.sentences import sentences
from plantext.model.checks import StatutoryEvidence, StatutoryRow
from plantext.model.document import Block, CellBlock, Document, Span, place_of
from plantext.model.ids import normalised

MOST = 3  # passages shown for a requirement: enough to judge by
SHORTEST = 3  # words of a passage: a lone word in a table says nothing

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_TH = r"(?:st|nd|rd|th)?"
_MONTH_YEAR = re.compile(rf"\b(?:(?:early|late|mid)[\s-]+)?{_MONTH}\s+(?:19|20)\d\d\b", re.IGNORECASE)
_DAYS = re.compile(
    rf"\b\d{{1,2}}{_TH}(?:\s+{_MONTH})?\s*(?:and|to|until|[-–])\s*\d{{1,2}}{_TH}\s+{_MONTH}(?:\s+(?:19|20)\d\d)?\b", re.IGNORECASE
)
"""From one day to another: “between 3 and 14 January 2031”."""


class Requirement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One line of a checklist; `statutory.toml` says what each field means."""

    requirement: str
    title: str
    law: str
    provision: str
    cited: str
    certain: bool
    look_for: tuple[tuple[str, ...], ...]
    in_force_from: str | None = None
    until: str | None = None
    process: bool = False


class Checklist(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A regime's requirements, and the words by which a document of that regime is known."""

    regime: str
    applies_to: tuple[str, ...]
    often_enough: int
    requirement: tuple[Requirement, ...]

    def applies(self, document: Document) -> bool:
        """Whether a document is of this regime: it holds each of the words often enough."""
        counts = [sum(len(pattern.findall(block.text)) for block in document.blocks) for pattern in map(_pattern, self.applies_to)]
        return all(count >= self.often_enough for count in counts)


def load_checklist(path: Path | None = None) -> Checklist:
    """The checklist of a file, or the one that comes with plantext. Raises UsageError where it is none."""
    try:
        text = path.read_text(encoding="utf-8") if path else files("plantext.checks").joinpath("statutory.toml").read_text(encoding="utf-8")
        checklist = msgspec.convert(tomllib.loads(text), Checklist)
        for pattern in (*checklist.applies_to, *(one for item in checklist.requirement for way in item.look_for for one in way)):
            _pattern(pattern)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError, re.error) as error:
        raise UsageError(f"{path}: this is no checklist that can be used ({error}). docs/checks.md shows its form.") from error
    return checklist


def check_statutory(plan: Document, year: int | None, checklist: Checklist, also: Sequence[Document] = ()) -> tuple[StatutoryRow, ...]:
    """Each requirement with the passages that speak of it: of contents in the plan, of a process in every document given.

    `year` is that in which the plan's edition begins; a requirement is in force if it was on the first of April of it.
    """
    passages = {index: list(_passages(document)) for index, document in enumerate((plan, *also))}
    documents = (plan, *also)
    rows = []
    for item in checklist.requirement:
        searched = range(len(documents)) if item.process else range(1)
        found = [evidence for index in searched for evidence in _evidence(item, documents[index], passages[index])]
        found.sort(key=lambda one: one[0])
        different: dict[str, StatutoryEvidence] = {}
        for _, evidence in found:
            different.setdefault(normalised(evidence.text), evidence)
        best = tuple(different.values())[:MOST]
        rows.append(
            StatutoryRow(
                requirement=item.requirement,
                title=item.title,
                law=item.law,
                provision=item.provision,
                in_force=in_force(item, year),
                in_force_from=item.in_force_from,
                until=item.until,
                certain=item.certain,
                cited=item.cited,
                status="found" if best else "not_found",
                evidence=best,
            )
        )
    return tuple(rows)


def in_force(item: Requirement, year: int | None) -> bool | None:
    """Whether a requirement was in force at the start of a plan's first year; None where either is not known.

    A date without month or day counts from its start.
    """
    if year is None or item.in_force_from is None:
        return None
    date = f"{year}-04-01"
    return item.in_force_from <= date and (item.until is None or date < item.until)


Piece = tuple[Block | CellBlock, str | None, Span]


def _passages(document: Document) -> Iterator[Piece]:
    """The sentences of paragraphs, items, notes and cells; a heading is a passage by itself."""
    for block in document.blocks:
        if block.role == "toc":
            continue
        inside: Iterable[Block | CellBlock] = (one for row in block.rows for cell in row for one in cell.blocks) if block.rows else (block,)
        for one in inside:
            for span in sentences(one.text):
                if len(one.text[slice(*span)].split()) >= SHORTEST:
                    yield one, block.section, span


def _evidence(item: Requirement, document: Document, passages: Sequence[Piece]) -> Iterator[tuple[tuple[int, ...], StatutoryEvidence]]:
    """Passages that speak of a requirement, each with its rank: dated ones first in a process, then by the way they speak, then in order."""
    for order, (block, section, span) in enumerate(passages):
        text = block.text[slice(*span)]
        way = next((rank for rank, way in enumerate(item.look_for) if all(_pattern(one).search(text) for one in way)), None)
        if way is None:
            continue
        dates = tuple(_dates(text)) if item.process else ()
        heading = isinstance(block, Block) and block.kind == "heading"
        place = {**place_of(block, section, span), "page": page_at(block, span[0])}
        evidence = StatutoryEvidence(text=text, source=document.source.name, dates=dates, **place)  # type: ignore[arg-type]
        yield (way, int(item.process and not dates), int(heading), order), evidence


def _dates(text: str) -> Iterator[str]:
    taken: list[Span] = []
    for pattern in (_DAYS, DAY_MONTH, _MONTH_YEAR):
        for match in pattern.finditer(text):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                taken.append(match.span())
                yield match[0]


@lru_cache(maxsize=512)
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
