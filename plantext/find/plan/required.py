"""What a code of practice or a standard requires: numbered clauses and items that say who must or should do what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plantext.find.plan.commitments import CommitmentList, Entry
from plantext.find.plan.numbered import printed_number
from plantext.find.plan.outline import Part, find_parts
from plantext.model.document import Document

FEWEST = 4  # requirements in the whole document: a plan that says "must" here and there is no standard
FEWEST_HERE = 2  # in one section
SHARE = 0.6  # of a section's items or numbered clauses that require; below it they are prose with numbers

OPENING = 3  # headings in which a document says what it is
LONGEST_NAME = 16  # words of a line that names a document

_STANDARD = re.compile(
    r"\b(?:codes?\s+of|code|standards?|requirements?|rules|regulations|specifications?|guidelines?|guidance|byelaws|by-laws|protocol|charter|handbook|manual|conditions)\b",
    re.IGNORECASE,
)
_REPORT = re.compile(r"\b(?:report|review|inquiry|minutes|response|consultation|plan|strategy)\b", re.IGNORECASE)
_MEANS = re.compile(
    r"\b(?:must|shall)\W{1,3}\s*(?:is\s+used\s+(?:for|to)|means?|states?|indicates?|denotes?)\b[^.]*\b(?:require\w*|mandatory|obligat\w*|duty)\b",
    re.IGNORECASE,
)
_REQUIRES = re.compile(
    r"^[^.;:]{2,200}?\b(?:must|should|shall|(?:is|are)\s+(?:required|obliged|recommended)\s+to|(?:is|are)\s+to\s+be|(?:has|have)\s+to|needs?\s+to)\b",
    re.IGNORECASE,
)
_INTRODUCES = re.compile(r"\b(?:must|should|shall|(?:is|are)\s+(?:required|recommended)\s+to)\b[^.;]*:$", re.IGNORECASE)
_DEFINES = re.compile(
    r"\b(?:must|should|shall)\b\W*\s+(?:is|are|means?|states?|indicates?|denotes?)\b|\b(?:this|it)\s+should\s+be\s+(?:read|noted)\b",
    re.IGNORECASE,
)


def find_requirements(document: Document) -> Iterator[CommitmentList]:
    """The requirements of each section of a code or standard, where it has enough of them.

    What a report says that somebody should do, and what the law requires of a plan, is nothing that the document itself requires.
    """
    if not _is_standard(document):
        return
    lists = [found for part in find_parts(document) if part.heading.role != "title" for found in _of(part)]
    if sum(len(found.entries) for found in lists) >= FEWEST:
        yield from lists


def requires(text: str) -> bool:
    """Whether a text says what somebody must or should do.

    >>> requires("Vessels must not pass the pier."), requires("In this code, must states a duty."), requires("The pier is old.")
    (True, False, False)
    """
    return bool(_REQUIRES.match(text)) and not _DEFINES.search(text)


def _is_standard(document: Document) -> bool:
    """Whether a document calls itself a code, a standard or the like, or says what its "must" and "should" mean."""
    opening = [block.text for block in document.blocks if block.role == "title" or block.kind == "heading"][:OPENING]
    names = [text for text in (document.title or "", *opening) if len(text.split()) <= LONGEST_NAME]
    if any(_REPORT.search(name) for name in names):
        return False
    return any(_STANDARD.search(name) for name in names) or any(_MEANS.search(block.text) for block in document.blocks)


def _of(part: Part) -> Iterator[CommitmentList]:
    told: list[Entry] = []
    kept: list[Entry] = []
    led = False  # whether a line such as "Operators must:" introduces the items that follow
    for block in part.body:
        if block.kind not in {"paragraph", "list_item"}:
            continue
        number, start = printed_number(block)
        if block.kind == "paragraph":
            led = bool(_INTRODUCES.search(block.text))
        if block.kind == "paragraph" and (led or not number):
            continue
        entry = Entry(text=block.text[start:], block=block, section=block.section, start=start, number=number)
        told.append(entry)
        if requires(entry.text) or (led and block.kind == "list_item"):
            kept.append(entry)
    if len(kept) >= FEWEST_HERE and len(kept) >= SHARE * len(told):
        path = tuple(block.text for block in (*part.path, part.heading))
        yield CommitmentList(entries=tuple(kept), heading=part.heading.text, objective=part.heading.text, path=path)
