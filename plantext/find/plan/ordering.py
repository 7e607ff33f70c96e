"""Commitments that are bare orders under headings that do not call them anything: bullets, numbered paragraphs, and headings themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plantext.find.plan.background import is_background
from plantext.find.plan.commitments import CommitmentList, Entry
from plantext.find.plan.containers import PAST
from plantext.find.plan.numbered import numbered_items, printed_number, undertakes
from plantext.find.plan.objectives import without_number
from plantext.find.plan.orders import orders_surely
from plantext.find.plan.outline import Part, find_parts
from plantext.model.document import Block, Document

FEWEST_HERE = 2  # orders in one section
FEWEST = 4  # in the whole document; fewer are asides
SHARE = 0.75  # of a section's items, or of the headings of one level, that order: nothing else says that they are commitments

_TO_READERS = re.compile(
    r"\b(?:you|your|contact|get\s+involved|get\s+in\s+touch|find\s+out|more\s+information|further\s+(?:information|reading)|how\s+to|advice|tips|feedback|have\s+a\s+say"
    r"|example|case\s+stud(?:y|ies)|responsibilities|role|roles|duties|terms\s+of\s+reference|law|legal|powers?)\b",
    re.IGNORECASE,
)
"""Headings over what readers should do, and over what somebody always does."""


def find_ordering_items(document: Document) -> Iterator[CommitmentList]:
    """The items of each section, where nearly all of them order: "Open a ferry stop"; nothing where the whole document has few."""
    numbered = numbered_items(document)
    lists = [found for part in find_parts(document) if _may_hold(part) for found in _items(part, numbered)]
    if sum(len(found.entries) for found in lists) >= FEWEST:
        yield from lists


def find_ordering_headings(document: Document) -> Iterator[CommitmentList]:
    """The headings of one level that order, each with prose below it: "1.2 Open a ferry stop"; of several such levels the lowest."""
    parts = [part for part in find_parts(document) if part.body and part.path and _may_hold(part)]
    for level in sorted({part.heading.level or 1 for part in parts}, reverse=True):
        here = [part for part in parts if (part.heading.level or 1) == level]
        told = [part for part in here if orders_surely(without_number(part.heading.text))]
        if len(told) >= FEWEST and len(told) >= SHARE * len(here):
            above = {part.path[-1].id for part in told}
            yield from _headings([part for part in here if part.path[-1].id in above])
            return


def _may_hold(part: Part) -> bool:
    headings = [*(above.text for above in part.path), part.heading.text]
    return part.heading.role is None and not any(
        PAST.search(text) or is_background(text) or _TO_READERS.search(text) for text in headings[-2:]
    )


def _items(part: Part, numbered: frozenset[str]) -> Iterator[CommitmentList]:
    items = [block for block in part.body if block.kind == "list_item" or block.id in numbered]
    top = min((item.level or 1 for item in items), default=1)
    held = [item for item in items if (item.level or 1) == top]
    entries = tuple(entry for entry in map(_entry, held) if orders_surely(entry.text) or undertakes(entry.text))
    if len(entries) >= FEWEST_HERE and len(entries) >= SHARE * len(held):
        yield _list(entries if len(entries) == len(held) else tuple(map(_entry, held)), part.heading.text, (*part.path, part.heading))


def _entry(item: Block) -> Entry:
    number, start = printed_number(item)
    return Entry(text=item.text[start:], block=item, section=item.section, start=start, number=number)


def _headings(parts: Sequence[Part]) -> Iterator[CommitmentList]:
    lists: dict[str, list[Part]] = {}
    for part in parts:
        lists.setdefault(part.path[-1].id, []).append(part)
    for members in lists.values():
        entries = []
        for part in members:
            heading = part.heading
            text = without_number(heading.text)
            number, _ = printed_number(heading)
            start = heading.text.find(text)
            entries.append(Entry(text=text, block=heading, section=part.path[-1].text, start=max(0, start), number=number))
        yield _list(tuple(entries), members[0].path[-1].text, members[0].path)


def _list(entries: tuple[Entry, ...], heading: str, path: Sequence[Block]) -> CommitmentList:
    return CommitmentList(entries=entries, heading=heading, objective=heading, path=tuple(block.text for block in path))
