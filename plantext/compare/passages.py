"""A plan's passages: what can be evidence, each text once, with whether the plan commits itself in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plantext.find.milestones import own_edition
from plantext.find.sentences import sentences
from plantext.model.document import Block, CellBlock, Document, Span, place_of
from plantext.model.findings import Milestone

LONGEST_QUOTE = 45  # words: a passage up to this length is quoted whole, of a longer one its sentence is

COMMITS = re.compile(
    r"\b(?:will|shall)\s+(?!be\s+(?:a\s+challenge|difficult|likely))(?:also\s+|therefore\s+|continue\s+to\s+|not\s+)?\w+"
    r"|\b(?:am|is|are|remain)\s+(?:fully\s+)?committed\s+to\b|\b(?:commits?|pledges?|undertakes?|intends?|aims?|plans?)\s+to\b"
    r"|\b(?:am|is|are)\s+(?:currently\s+|being\s+)?(?:working|developing|implementing|introducing|delivering|embedding|investing|rolling\s+out|setting\s+up)\b",
    re.IGNORECASE,
)
"""The words in which a plan binds itself or says that it is at work, outside its milestones."""


@dataclass(frozen=True, kw_only=True)
class PlanPassage:
    """A sentence or milestone of the plan. `commits`: "milestone", "sentence" (it says that it will), or None."""

    text: str
    block: Block | CellBlock
    section: str | None
    span: Span
    commits: str | None

    @property
    def place(self) -> dict[str, object]:
        """The fields of its `Place`."""
        return place_of(self.block, self.section, self.span)


def find_passages(plan: Document, milestones: Sequence[Milestone]) -> list[PlanPassage]:
    """The passages of a plan in reading order: milestones of its own edition once each, those of other editions never, then all other text."""
    edition = own_edition(plan, milestones)
    own: dict[str, Milestone] = {}
    skipped: set[tuple[str, Span]] = set()
    for milestone in milestones:
        first = next((place for place in milestone.places if not place.block.startswith("c-")), milestone.places[0])
        for place in milestone.places:
            skipped.add((place.block, place.span))
        if milestone.edition == edition:
            own[first.block] = milestone
    passages: list[PlanPassage] = []
    for block, section in _texts(plan):
        if block.id in own:
            passages.append(_passage(block, section, (0, len(block.text)), "milestone"))
        elif not any((block.id, span) in skipped for span in ((0, len(block.text)),)) and not any(key == block.id for key, _ in skipped):
            passages += _sentences(block, section)
    return passages


def _texts(plan: Document) -> list[tuple[Block | CellBlock, str | None]]:
    found: list[tuple[Block | CellBlock, str | None]] = []
    for block in plan.blocks:
        if block.role in {"toc", "title"}:
            continue
        if block.kind == "table":
            found += [(part, block.section) for row in block.rows for cell in row for part in cell.blocks]
        else:
            found.append((block, block.section))
    return found


def _sentences(block: Block | CellBlock, section: str | None) -> list[PlanPassage]:
    spans = [(0, len(block.text))] if len(block.text.split()) <= LONGEST_QUOTE or block.kind == "heading" else sentences(block.text)
    return [
        _passage(block, section, span, "sentence" if COMMITS.search(block.text[slice(*span)]) and block.kind != "heading" else None)
        for span in spans
    ]


def _passage(block: Block | CellBlock, section: str | None, span: Span, commits: str | None) -> PlanPassage:
    return PlanPassage(text=block.text[slice(*span)], block=block, section=section, span=span, commits=commits)
