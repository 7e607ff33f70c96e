"""Commitments that are no bullets: paragraphs that open with a bold title, and numbered headings with prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from plantext.find.plan.commitments import CommitmentList, Entry
from plantext.find.plan.containers import CONTAINERS, PAST, says_will
from plantext.find.plan.numbered import undertakes
from plantext.find.plan.orders import orders
from plantext.find.plan.outline import Part, find_parts
from plantext.model.document import Block, Document

LONGEST_TITLE = 25  # words of a bold title; a longer run of bold is emphasis
FEWEST_TITLED = 2  # bold titles below one lead-in
FEWEST_HEADINGS = 4  # numbered headings that state an intent, where a plan has no other commitments
INTENT = 0.6  # the share of such headings whose prose says what somebody will do

_NUMBERED = re.compile(r"^\s*(?P<number>\d+(?:\.\d+)*)[.)]?\s+(?P<title>\S.*)$", re.DOTALL)
_WILL = re.compile(r"\b(?:will|shall|commit(?:s|ted)?\s+to|pledges?\s+to)\b", re.IGNORECASE)
_CONTAINED = re.compile(rf"\b(?:{CONTAINERS['strong']}|{CONTAINERS['weak']})\b", re.IGNORECASE)
_SUMMING_UP = re.compile(
    r"^[\d.\s)]*(?:an?\s+|the\s+|executive\s+)*(?:introduction|conclusions?|foreword|background|contents|appendix|annex|summary|glossary|about\s+(?:this|the|us|our))\b",
    re.IGNORECASE,
)


class _Section(Part):
    """A part, as a commitment that is its heading."""

    @property
    def numbered(self) -> bool:
        return bool(_NUMBERED.match(self.heading.text)) and not _SUMMING_UP.search(self.heading.text)

    @property
    def item(self) -> bool:
        """Whether the number counts items, not sections of sections."""
        match = _NUMBERED.match(self.heading.text)
        return (
            self.numbered
            and match is not None
            and match["number"].isdigit()
            and bool(self.path)
            and not _NUMBERED.match(self.path[-1].text)
        )

    @property
    def intends(self) -> bool:
        return any(block.kind in {"paragraph", "list_item"} and _WILL.search(block.text) for block in self.body)


def find_titled(document: Document) -> Iterator[CommitmentList]:
    """Paragraphs that open with a bold title, below a line that introduces them: "… the Council will:", then "Open a centre. In 2031 …".

    Without such a line they count where most of them undertake something: "Open a centre. We will …".
    """
    for section in _sections(document):
        led: list[Entry] = []
        titled: list[Entry] = []
        lead = None
        for block in section.body:
            if (block.kind == "paragraph" and _title(block)) or block.kind == "heading":
                entry = Entry(text=block.text, block=block, section=block.section)
                titled.append(entry)
                if lead is not None:
                    led.append(entry)
            elif block.kind == "paragraph" and block.text.rstrip().endswith(":") and not PAST.search(block.text.rsplit(". ", 1)[-1]):
                lead = block
        if lead is not None and (len(led) >= FEWEST_TITLED or (led and says_will(lead.text))):
            yield _list(tuple(led), lead.text, section.heading.text, (*section.path, section.heading))
        elif len(titled) >= FEWEST_TITLED and sum(_undertaken(entry) for entry in titled) >= INTENT * len(titled):
            yield _list(tuple(titled), section.heading.text, section.heading.text, (*section.path, section.heading))


def _undertaken(entry: Entry) -> bool:
    """Whether what stands behind the bold title undertakes or orders something: "We will open …", "Open …"."""
    title = next((mark.span for mark in entry.block.marks if mark.style == "bold" and mark.span[0] == 0), (0, 0))
    text = entry.text[title[1] :].lstrip(" .:–")
    return undertakes(text) or orders(text)


def find_heading_entries(document: Document) -> Iterator[CommitmentList]:
    """Numbered items that are headings: "3. Open up spending" below an unnumbered heading. "4.3 Spending" below "4 Objectives" is a section."""
    chapters = _chapters(document)
    items = [section for section in _sections(document) if section.item and section.body and section.body[0].kind == "paragraph"]
    items = [section for section in items if section.heading.id not in chapters]
    if len(items) >= FEWEST_HEADINGS and sum(section.intends for section in items) >= INTENT * len(items):
        yield from _headings(items)


def find_led_headings(document: Document) -> Iterator[CommitmentList]:
    """Headings with prose, straight below a section that ends in "… the Council will:"; and their like under other headings.

    Their like stand on the same level below a heading of the same level, and say what somebody will do.
    """
    sections = _sections(document)
    led: dict[str, list[_Section]] = {}
    levels: set[tuple[int, int]] = set()
    for before, section in pairwise(sections):
        above = section.path[-1] if section.path else None
        if above is None or not section.body or section.body[0].kind != "paragraph":
            continue
        introduced = (
            before.heading.id == above.id and before.body and before.body[-1].kind == "paragraph" and says_will(before.body[-1].text)
        )
        if introduced or above.id in led:
            led.setdefault(above.id, []).append(section)
            levels.add((above.level or 1, section.heading.level or 1))
    if sum(map(len, led.values())) < FEWEST_TITLED:
        return
    for section in sections:
        above = section.path[-1] if section.path else None
        if above is None or above.id in led or _SUMMING_UP.search(above.text):
            continue
        if (above.level or 1, section.heading.level or 1) in levels and section.body and section.intends:
            yield _list((_of_heading(section),), above.text, above.text, section.path)
    for members in led.values():
        above = members[0].path[-1]
        yield _list(tuple(map(_of_heading, members)), above.text, above.text, members[0].path)


def _of_heading(section: _Section) -> Entry:
    """A heading as an entry, its printed number apart."""
    match = _NUMBERED.match(section.heading.text)
    text, start, number = (match["title"].rstrip(), match.start("title"), match["number"]) if match else (section.heading.text, 0, None)
    return Entry(text=text, block=section.heading, section=section.path[-1].text if section.path else None, start=start, number=number)


def _chapters(document: Document) -> frozenset[str]:
    """The numbered headings that part the document: those below its title, where one of them sums up, or has headings of its own."""
    parts = find_parts(document)
    title = parts[0].heading.id if parts and not parts[0].path else None
    above = {part.path[-1].id for part in parts if part.path}
    below = [part for part in parts if part.path and part.path[-1].id == title and _NUMBERED.match(part.heading.text)]
    parted = any(_SUMMING_UP.search(part.heading.text) or part.heading.id in above for part in below)
    return frozenset(part.heading.id for part in below) if parted else frozenset()


def find_numbered_headings(document: Document) -> Iterator[CommitmentList]:
    """A plan whose commitments are its numbered headings, each with prose that says what will be done."""
    sections = [section for section in _sections(document) if section.numbered and section.body]
    for level in sorted({section.heading.level or 1 for section in sections}, reverse=True):
        own = [section for section in sections if (section.heading.level or 1) == level]
        intends = [section for section in own if section.intends]
        named = _CONTAINED.search(document.title or "") or any(_CONTAINED.search(above.text) for section in own for above in section.path)
        if named and len(intends) >= FEWEST_HEADINGS and len(intends) >= INTENT * len(own):
            yield from _headings(own)
            return


def _headings(sections: Sequence[_Section]) -> Iterator[CommitmentList]:
    lists: dict[str | None, list[_Section]] = {}
    for section in sections:
        lists.setdefault(section.path[-1].text if section.path else None, []).append(section)
    for above, members in lists.items():
        entries = [_of_heading(section) for section in members]
        path = tuple(block.text for block in members[0].path)
        yield CommitmentList(entries=tuple(entries), heading=above, objective=above, path=path)


def _list(entries: tuple[Entry, ...], lead: str, objective: str, path: Sequence[Block]) -> CommitmentList:
    return CommitmentList(entries=entries, heading=lead, objective=objective, path=tuple(block.text for block in path))


def _title(block: Block) -> bool:
    """Whether a paragraph opens with a bold title that ends before the paragraph does."""
    start = next((mark.span for mark in block.marks if mark.style == "bold" and mark.span[0] == 0), None)
    if start is None:
        return False
    title = block.text[: start[1]].strip()
    ends = title[-1:] in ".:–" or block.text[start[1] : start[1] + 1] in {".", ":", "–"}  # the point itself may not be bold
    return ends and len(title) + 1 < len(block.text.strip()) and len(title.split()) <= LONGEST_TITLE


def _sections(document: Document) -> list[_Section]:
    sections: list[_Section] = []
    for part in find_parts(document):
        if part.heading.role is not None:
            continue
        if sections and part.heading.text.endswith(".") and part.body and _title_alone(part.heading, sections[-1]):
            sections[-1].body += [part.heading, *part.body]  # a bold title on a line of its own was read as a heading
        else:
            sections.append(_Section(part.heading, tuple(above for above in part.path if above.role is None), list(part.body)))
    return sections


def _title_alone(heading: Block, before: _Section) -> bool:
    """Whether a heading, which ends in a full stop, is one of the bold titles of the section before it."""
    return not _NUMBERED.match(heading.text) and any(block.kind == "paragraph" and _title(block) for block in before.body)
