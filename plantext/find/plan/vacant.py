"""Sections in which nothing was found, and what they commit to in another way than the rest of the plan."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from plantext.find.plan.commitment_tables import find_named_columns
from plantext.find.plan.commitments import CommitmentList, under_headings, under_will
from plantext.find.plan.containers import PAST, is_container
from plantext.find.plan.numbered import find_numbered, find_pledged
from plantext.find.plan.outline import find_homes
from plantext.find.plan.titled import find_titled
from plantext.model.document import Block, Document

WAYS: tuple[Callable[[Document], Iterator[CommitmentList]], ...] = (
    under_will,
    find_titled,
    find_numbered,
    find_pledged,
    lambda document: under_headings(document, "weak"),
    lambda document: find_named_columns(document, "weak"),
)
"""How a section may speak, the surest first; what the first way finds in it is what it commits to."""
UNSURE = WAYS[4:]  # these count in sections that are labelled by a word only: "Priority 2"

_PERSONAL = re.compile(
    r"\b(?:I|we)\s+(?:also\s+)?(?:will|shall|commit|pledge|undertake)\b[^.;:]*:\s*$|^\W*what\s+(?:I|we)\b", re.IGNORECASE
)
"""Who speaks commits himself: "As Mayor, I will:". What a department "will:" do below an action is how that action is done."""
_LABEL = re.compile(
    # What is added to a plan is no objective of it.
    r"^(?!(?:appendix|annex|schedule|table|figure|box|note|page|step|question)\b)(?:(?P<word>[A-Za-z]+(?:\s[A-Za-z]+)?)\s+(?P<number>\d{1,2}(?:\.\d{1,2})*|(?-i:[A-Z]|[IVX]+)(?=\s*[.):–—-]))|(?P<bare>\d{1,2}(?:\.\d{1,2})+))\s*(?:[.):–—-]|\s|$)",
    re.IGNORECASE,
)

UNLABELLED = ("points", "named")  # how a family without a word of its own is written
Kin = tuple[str | None, int, str]
"""A heading's parent, its level, and how it is labelled."""


def find_in_vacant(document: Document, found: Sequence[CommitmentList]) -> list[CommitmentList]:
    """What is committed to in sections that hold none of `found`: a plan may speak in one way of one objective, in another of the next.

    In a section that is labelled as those that hold some ("Priority 2" beside "Priority 1"), every way counts; elsewhere only what the
    plan's author says of himself, "I will:", or in a list that only pledges.
    """
    homes = find_homes(document)
    settled: set[str] = set()
    kin: set[Kin] = set()
    _settle(found, homes, settled, kin)
    more: list[CommitmentList] = []
    if not settled:
        return more
    for way in WAYS:
        here = []
        for one in way(document):
            path = homes.get(one.entries[0].block.id, ())
            at = next((index for index, heading in enumerate(path) if heading.id not in settled), None)
            if at is None or PAST.search(path[at].text) or any(entry.block.id in settled for entry in one.entries):
                continue
            personal = at <= 1 and (way is find_pledged or (way is under_will and _PERSONAL.search(one.heading or "")))
            family = kin.intersection(_kin(path, at))
            if personal or (family and (way not in UNSURE or not any(name.endswith(UNLABELLED) for _, _, name in family))):
                here.append(one)
        _settle(here, homes, settled, kin)
        more += here
    return more


def _settle(found: Sequence[CommitmentList], homes: dict[str, tuple[Block, ...]], settled: set[str], kin: set[Kin]) -> None:
    """Note under which headings entries stand."""
    for one in found:
        for entry in (*one.entries, *one.nested):
            path = homes.get(entry.block.id, ())
            settled.update((entry.block.id, *(heading.id for heading in path)))
            for at in range(len(path)):
                kin.update(_kin(path, at))


def _kin(path: Sequence[Block], at: int) -> Iterator[Kin]:
    """What makes the heading at `at` one of a family: its label; or the heading above it, which names what its sections are."""
    heading, above = path[at], path[at - 1] if at else None
    parent, level = above.id if above else None, heading.level or 1
    if label := _LABEL.match(heading.text):
        yield parent, level, (label["word"] or f"{label['bare'].count('.')} points").lower()
    elif above is not None and (is_container(above.text, "weak") or is_container(above.text, "strong")):
        yield parent, level, "named"
