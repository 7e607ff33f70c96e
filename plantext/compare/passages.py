"""A plan's passages: what can be evidence, each text once, with how the plan commits itself in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plantext.compare.commitment import Commitment, read_commitment
from plantext.find.plan.milestones import own_edition
from plantext.find.sentences import sentences
from plantext.find.welsh import is_welsh
from plantext.model.document import Block, CellBlock, Document, Span, place_of
from plantext.model.findings import Milestone
from plantext.text.words import words

OPENING = 3  # headings of which one may name who issues the plan
SHORTEST = 4  # words of a passage outside the milestones: fewer are a name, a label or a figure in a cell


@dataclass(frozen=True, kw_only=True)
class PlanPassage:
    """A sentence or milestone of the plan. `ahead`: the sentence before it in its block, which "they" and "it" point back to."""

    text: str
    block: Block | CellBlock
    section: str | None
    span: Span
    commitment: Commitment | None
    ahead: str = ""
    has_target: bool = False

    @property
    def place(self) -> dict[str, object]:
        """The fields of its `Place`."""
        return place_of(self.block, self.section, self.span)


def find_passages(plan: Document, milestones: Sequence[Milestone]) -> list[PlanPassage]:
    """The passages of a plan in reading order: milestones of its own edition once each, those of other editions never, then all other sentences.

    Headings, contents entries, captions and tables' headings are no evidence; nor is text in Welsh.
    """
    edition = own_edition(plan, milestones)
    own: dict[str, list[tuple[Span, Milestone]]] = {}
    skipped: dict[str, list[Span]] = {}
    for milestone in milestones:
        first = next((place for place in milestone.places if not place.block.startswith("c-")), milestone.places[0])
        for place in milestone.places:
            skipped.setdefault(place.block, []).append(place.span)
        if milestone.edition == edition:
            own.setdefault(first.block, []).append((first.span, milestone))
    authors = _authors(plan)
    passages: list[PlanPassage] = []
    for block, section in _texts(plan):
        for span, milestone in sorted(own.get(block.id, ()), key=lambda one: one[0]):
            has_target = any(target.value is not None for target in milestone.targets)
            passages.append(_passage(block, section, span, Commitment("milestone"), has_target=has_target))
        passages += _sentences(block, section, skipped.get(block.id, []), authors)
    return passages


def _authors(plan: Document) -> frozenset[str]:
    """The words of the plan's title and first headings, where those who issue it name themselves."""
    opening = [block.text for block in plan.blocks if block.role == "title" or block.kind == "heading"][:OPENING]
    return frozenset(word for text in (plan.title or "", *opening) for word in words(text)) - {"plan", "people", "year", "section", "table"}


def has_welsh(plan: Document) -> bool:
    """Whether a part of the document is in Welsh."""
    return any(is_welsh(block.text) for block, _ in _all_texts(plan))


def _texts(plan: Document) -> list[tuple[Block | CellBlock, str | None]]:
    return [(block, section) for block, section in _all_texts(plan) if not is_welsh(block.text)]


def _all_texts(plan: Document) -> list[tuple[Block | CellBlock, str | None]]:
    found: list[tuple[Block | CellBlock, str | None]] = []
    for block in plan.blocks:
        if block.role in {"toc", "title"} or block.kind in {"heading", "caption"}:
            continue
        if block.kind == "table":
            found += [(part, block.section) for row in block.rows for cell in row for part in cell.blocks if part.kind != "heading"]
        else:
            found.append((block, block.section))
    return found


def _sentences(block: Block | CellBlock, section: str | None, skipped: Sequence[Span], authors: frozenset[str]) -> list[PlanPassage]:
    passages: list[PlanPassage] = []
    ahead = ""
    for span in sentences(block.text):
        text = block.text[slice(*span)]
        if len(text.split()) >= SHORTEST and not any(start < span[1] and span[0] < end for start, end in skipped):
            passages.append(_passage(block, section, span, read_commitment(text, authors), ahead=ahead))
        ahead = text
    return passages


def _passage(
    block: Block | CellBlock, section: str | None, span: Span, commitment: Commitment | None, *, ahead: str = "", has_target: bool = False
) -> PlanPassage:
    text = block.text[slice(*span)]
    return PlanPassage(text=text, block=block, section=section, span=span, commitment=commitment, ahead=ahead, has_target=has_target)
