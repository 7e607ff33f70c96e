"""Where a plan commits itself: the lists and tables that hold its milestones, whatever the plan calls them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from plantext.find.objectives import without_number
from plantext.find.nearness import NEAR, nearness
from plantext.model.document import Block, CellBlock, Document

CONTAINERS: dict[str, str] = {
    "strong": r"milestones?|deliverables?|actions?|commitments?|pledges?|success measures?|performance measures?|key results?|practices?|promises?|tasks?",
    "weak": r"priorit(?:y|ies)|objectives?|outcomes?|measures?|targets?|aims?|goals?|indicators?|activit(?:y|ies)|initiatives?|next steps?",
}
"""What plans call their commitments. A weak word also names what commitments are grouped by, so it counts only where no strong one does."""

FEWEST = 2  # entries in all: one bullet under "Actions" is no plan's list of commitments
LONGEST_HEADING = 14  # words of a heading that names a container; a longer line is a sentence
LONGEST_LABEL = 10  # words of a label between the parts of one list, as "For victims:"

HEAD_NOUN = {
    strength: re.compile(
        rf"^(?!\w+ing\b)(?:[\w’'&,-]+\s+){{0,6}}?(?:{words})\b(?:\s*(?:and|&|/|,)\s*[\w-]+)?(?:\s*[:–—?-]|\s+(?:for|in|of|by|during|under|\d+)\b|(?<=s)\s+(?:to|on|with|from)\b|\s*\(|\s*$)",
        re.IGNORECASE,
    )
    for strength, words in CONTAINERS.items()
}
"""A heading whose noun is a container: "Key actions for 2031-32"; not "Action plan", not "Showing our commitment to the region"."""

_WILL = re.compile(r"\b(?:will|shall|(?:commit(?:s|ted)?|pledges?|undertakes?|intends?)(?:\s+(?:myself|ourselves|itself))?\s+to)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?]\s")
_WILL_OF_CONTENT = re.compile(
    r"\bwill\s+(?:be\s+(?:used|found|published|measured|based|included|judged|shown|supported)|include|contain|cover|set\s+out|have|consist|comprise|need|mean)\b",
    re.IGNORECASE,
)
PAST = re.compile(
    r"\b(?:last year|previous(?:ly)?|during\s+20\d\d|have\s+(?:already\s+)?(?:been|delivered)|achievements?|completed|progress)\b",
    re.IGNORECASE,
)
"""A list of what was: last year's items, what was done."""

_ITEM = {
    strength: re.compile(rf"^(?P<word>{words})\s+(?P<number>\d+(?:\.\d+)*[a-z]?)\s*(?P<sign>[:.–—)-])?\s*(?P<text>\S.*)?$", re.IGNORECASE | re.DOTALL)
    for strength, words in (
        ("strong", r"milestone|deliverable|action|commitment|pledge|practice"),
        ("weak", r"priority|objective|goal|measure|aim"),
    )
}


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One commitment at one place."""

    text: str
    block: Block | CellBlock
    section: str | None
    start: int = 0  # where the text begins in the block's text
    deadline: str | None = None
    number: str | None = None


@dataclass(frozen=True, kw_only=True)
class CommitmentList:
    """Entries that stand together. `heading` is the list's own; `objective` the heading that says what they are for."""

    entries: tuple[Entry, ...]
    heading: str | None
    objective: str | None
    column: str | None = None  # the heading of the table's column
    path: tuple[str, ...] = field(default=())  # the open headings, outermost first
    nested: tuple[Entry, ...] = field(default=())  # items below the first level: details, unless they stand as entries elsewhere


@dataclass(frozen=True, kw_only=True)
class _Run:
    """List items that follow one another, and what stands before them."""

    items: tuple[Block, ...]
    path: tuple[Block, ...]  # the open headings
    lead: Block | None  # the paragraph straight before, which may introduce the list
    direct: bool  # straight under its heading, but for a lead-in or a label


def is_container(heading: str, strength: str) -> bool:
    """Whether a heading names a list of commitments that are to come.

    >>> is_container("Milestones and deliverables for 2031-32", "strong"), is_container("Action plan", "strong")
    (True, False)
    """
    text = without_number(heading)
    return (
        len(text.split()) <= LONGEST_HEADING
        and bool(HEAD_NOUN[strength].match(text))
        and not PAST.search(text)
        and not any(pattern.match(text) for pattern in _ITEM.values())
    )


def find_lists(document: Document) -> list[CommitmentList]:
    """The lists of commitments that stand outside tables, in order.

    The plan's own way of speaking is the first of these that yields enough: headings that name a strong container, numbered entries
    ("Action 3: …"), sentences that say "will:", numbered entries and headings of weak containers.
    """
    ways: tuple[Callable[[Document], Iterator[CommitmentList]], ...] = (
        lambda document: _under_headings(document, "strong"),
        lambda document: _numbered(document, "strong"),
        _under_will,
        lambda document: _numbered(document, "weak"),
        lambda document: _under_headings(document, "weak"),
    )
    for way in ways:
        lists = list(way(document))
        if sum(len(found.entries) for found in lists) >= FEWEST:
            return lists
    return []


def _under_headings(document: Document, strength: str) -> Iterator[CommitmentList]:
    """Lists straight under a heading that names them, or under the headings below it ("7 Summary of actions", "7.1 Harm").

    A heading that has a list of its own lends its name to no other.
    """
    spent: set[str] = set()
    for run in _runs(document):
        headings = [block.text for block in run.path]
        lead = run.lead.text if run.lead else ""
        named = [block for block in run.path if is_container(block.text, strength)]
        by_lead = is_container(lead, strength)
        lent = bool(named) and not _names_entry(run.path, named[-1]) and run.direct and not PAST.search(lead) and (named[-1] is run.path[-1] or named[-1].id not in spent)
        if named and named[-1] is run.path[-1]:
            spent.add(named[-1].id)
        if lent or by_lead:
            own = lead if by_lead else headings[-1]
            above = [text for text in headings if not is_container(text, strength)]
            yield from _commitments(run, own, above[-1] if above else None)


def _names_entry(path: Sequence[Block], container: Block) -> bool:
    """Whether a heading below the container is itself an entry ("Action 3: Open a centre"): what it holds are details."""
    below = path[path.index(container) + 1 :]
    return any((match := _ITEM["strong"].match(block.text)) and match["text"] for block in below)


def _under_will(document: Document) -> Iterator[CommitmentList]:
    """Lists that a sentence of intent introduces: "To make roads safer, the Authority will:"."""
    for run in _runs(document):
        heading = run.path[-1].text if run.path else ""
        for text in (run.lead.text if run.lead else "", heading if run.direct else ""):
            if says_will(text):
                above = [block.text for block in run.path if not says_will(block.text)]
                yield from _commitments(run, text, above[-1] if above else None)
                break


def says_will(text: str) -> bool:
    """Whether a text ends in a statement of intent that a list completes.

    >>> says_will("As Mayor, I will:"), says_will("The report will include:")
    (True, False)
    """
    tail = _SENTENCE_END.split(text)[-1]
    return text.rstrip().endswith(":") and bool(_WILL.search(tail)) and not _WILL_OF_CONTENT.search(tail)


def _commitments(run: _Run, heading: str, objective: str | None) -> Iterator[CommitmentList]:
    """The list that a run is, if any of its items commits: a question does not."""
    top = min(item.level or 1 for item in run.items)
    entries = [(item.level or 1, Entry(text=item.text, block=item, section=item.section, number=_number(item))) for item in run.items if not item.text.endswith("?")]
    if not any(level == top for level, _ in entries):
        return
    yield CommitmentList(
        entries=tuple(entry for level, entry in entries if level == top),
        nested=tuple(entry for level, entry in entries if level > top),
        heading=heading,
        objective=objective,
        path=tuple(block.text for block in run.path),
    )


def _number(item: Block) -> str | None:
    return item.marker if item.marker and any(char.isalnum() for char in item.marker) and item.marker != "o" else None


def _numbered(document: Document, strength: str) -> Iterator[CommitmentList]:
    """Entries that name themselves: "Action 3: publish the schedule", as a heading, paragraph or item.

    The same entry may stand elsewhere too, as in a summary: its heading says what it is for. Numbers may start again under another heading.
    """
    named = list(_named_entries(document, strength))
    main: dict[tuple[str, str | None], list[Entry]] = {}  # by the entry's name and the heading it stands under
    elsewhere: list[tuple[str | None, Entry]] = []
    for name, above, entry in sorted(named, key=lambda one: one[2].block.kind != "heading"):
        known = next((key for key, held in main.items() if key[0] == name and (key[1] == above or nearness(held[0].text, entry.text) >= NEAR)), None)
        if known is None:
            main[name, above] = [entry]
        else:
            elsewhere.append((known[1], entry))
    order = [entry for _, _, entry in named]
    lists: dict[str | None, list[Entry]] = {}
    for (_, above), entries in sorted(main.items(), key=lambda one: order.index(one[1][0])):
        lists.setdefault(above, []).extend(entries)
    for above, entries in [*lists.items(), *((above, [entry]) for above, entry in elsewhere)]:
        yield CommitmentList(entries=tuple(entries), heading=above, objective=above, path=(above,) if above else ())


def _named_entries(document: Document, strength: str) -> Iterator[tuple[str, str | None, Entry]]:
    """Each entry that names itself, with its name and the heading above it; outside headings the name ends in a point or colon."""
    path: list[Block] = []
    for block in document.blocks:
        if block.role == "toc" or block.kind not in {"heading", "paragraph", "list_item"}:
            continue
        if block.kind == "heading":
            path = [above for above in path if (above.level or 1) < (block.level or 1)]
        match = _ITEM[strength].match(block.text)
        if match and match["text"] and (match["sign"] or block.kind == "heading"):
            entry = Entry(text=match["text"], block=block, section=block.section, start=match.start("text"), number=match["number"])
            yield f"{match['word']} {match['number']}".lower(), path[-1].text if path else None, entry
        elif block.kind == "heading":
            path.append(block)


def _runs(document: Document) -> Iterator[_Run]:
    """Every run of list items, footnotes and captions within it left out."""
    path: list[Block] = []
    items: list[Block] = []
    between: list[Block] = []  # paragraphs since the last heading or list
    lists_before = 0  # runs since the last heading
    prose = False  # whether prose stands between the heading and here
    for block in document.blocks:
        if block.kind in {"footnote", "caption"} or block.role == "toc":
            continue
        if block.kind == "list_item":
            items.append(block)
            continue
        if items:
            yield _run(items, path, between, direct=not prose and (not lists_before or _is_label(between)))
            lists_before += 1
            items, between = [], []
        if block.kind == "heading":
            path = [above for above in path if (above.level or 1) < (block.level or 1)] + [block]
            between, lists_before, prose = [], 0, False
        else:
            prose = prose or bool(between) or (lists_before > 0 and not _is_label([block]))
            between.append(block)
    if items:
        yield _run(items, path, between, direct=not prose and (not lists_before or _is_label(between)))


def _run(items: list[Block], path: list[Block], between: list[Block], *, direct: bool) -> _Run:
    lead = between[-1] if between and between[-1].kind == "paragraph" else None
    return _Run(items=tuple(items), path=tuple(path), lead=lead, direct=direct)


def _is_label(between: list[Block]) -> bool:
    """A short line ending in a colon, which parts a list without ending it."""
    return not between or (len(between) == 1 and between[0].text.endswith(":") and len(between[0].text.split()) <= LONGEST_LABEL)
