"""Where a plan commits itself: the lists and tables that hold its milestones, whatever the plan calls them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from plantext.find.plan.containers import PAST, goes_on_to_will, is_container, named_entry, says_will
from plantext.find.plan.outline import find_parts
from plantext.model.document import Block, CellBlock, Document

FEWEST = 2  # entries in all: one bullet under "Actions" is no plan's list of commitments
SUREST = 3  # of the ways to find a plan's lists, those that need no weak word
LONGEST_ITEM = 60  # words of a paragraph that may be an item without its bullet
LONGEST_LABEL = 10  # words of a label between the parts of one list, as "For victims:"

_TELLS_OF_THE_PAST = re.compile(
    r"\b(?:has|have|had)\s+(?:[a-z]+ly\s+)?(?!(?:been\s+)?(?:agreed|identified|chosen|committed|planned|proposed|pledged|adopted|developed|selected)\b)"
    r"(?:been\s+)?[a-z]+ed\b",
    re.IGNORECASE,
)
"""A line over what was done: "Activity this quarter has focused on:"; what was agreed is to come."""
_ENDS_ITEM = re.compile(r";(?:\s+(?:and|or))?\s*$", re.IGNORECASE)


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


def find_lists(document: Document, container: str | None = None, *, surest: bool = False) -> list[CommitmentList]:
    """The lists of commitments that stand outside tables, in order.

    The plan's own way of speaking is the first of these that yields enough: headings that name a strong container, numbered entries
    ("Action 3: …"), sentences that say "will:" and what follows them, numbered entries and headings of weak containers, numbered headings
    with prose, and what must be done, as in a code of practice. `container` is the user's own word for what the plan calls them; then only that word counts.
    `surest`: the plan is known to commit itself elsewhere; what goes by weak containers and numbers alone is left out.
    """
    from plantext.find.plan.ordering import find_ordering_headings, find_ordering_items  # these build on this module
    from plantext.find.plan.required import find_requirements
    from plantext.find.plan.self_named import find_self_named
    from plantext.find.plan.titled import find_numbered_headings

    ways: tuple[Callable[[Document], Iterator[CommitmentList]], ...] = (
        lambda document: under_headings(document, "strong"),
        lambda document: find_self_named(document, "strong"),
        _intents,
        find_ordering_items,
        lambda document: find_self_named(document, "weak"),
        lambda document: under_headings(document, "weak"),
        lambda document: find_self_named(document, "ruled"),
        find_numbered_headings,
        find_ordering_headings,
        find_requirements,
    )
    if container:
        ways = (lambda document: under_headings(document, container), lambda document: find_self_named(document, container))
    for way in ways[: SUREST if surest else None]:
        lists = list(way(document))
        if _count(lists) >= FEWEST:
            labels = (container or "strong",) if way is ways[0] else ("ruled",) if way is _intents else ()
            named = next((found for label in labels if _outweigh(found := list(find_self_named(document, label)), lists)), None)
            return lists if named is None else named
    return []


def _count(lists: Sequence[CommitmentList]) -> int:
    return sum(len(found.entries) for found in lists)


def _outweigh(named: Sequence[CommitmentList], lists: Sequence[CommitmentList]) -> bool:
    """Whether entries that name themselves are the plan's: they are more than the lists' entries, and are not what the lists stand under.

    Where they are those very entries, their names are no part of them.
    """
    headings = {entry.block.text for found in named for entry in found.entries}
    blocks = {entry.block.id for found in named for entry in found.entries}
    same = blocks.issuperset(entry.block.id for found in lists for entry in found.entries)
    return (same or _count(named) > max(_count(lists), FEWEST)) and not any(headings.intersection(found.path) for found in lists)


def _intents(document: Document) -> Iterator[CommitmentList]:
    """What sentences of intent introduce or say: bullets, paragraphs with bold titles, numbered paragraphs; and numbered headings that are items."""
    from plantext.find.plan.numbered import find_numbered  # these build on this module
    from plantext.find.plan.titled import find_heading_entries, find_led_headings, find_titled

    yield from under_will(document)
    yield from find_titled(document)
    yield from find_led_headings(document)
    yield from find_numbered(document)
    yield from find_heading_entries(document)


def under_headings(document: Document, strength: str) -> Iterator[CommitmentList]:
    """Lists straight under a heading that names them, or under the headings below it ("7 Summary of actions", "7.1 Harm").

    A heading that has a list of its own lends its name to no other. Beside a heading that names a strong container, "Strategies" name
    commitments too.
    """
    spent: set[str] = set()
    beside = _beside(document) if strength == "strong" else frozenset()
    for run in _runs(document):
        headings = [block.text for block in run.path]
        lead = run.lead.text if run.lead else ""
        named = [block for block in run.path if is_container(block.text, strength) or block.id in beside]
        by_lead = is_container(lead, strength) and not _TELLS_OF_THE_PAST.search(lead)
        lent = (
            bool(named)
            and not _names_entry(run.path, named[-1])
            and run.direct
            and not PAST.search(lead)
            and (named[-1] is run.path[-1] or named[-1].id not in spent)
        )
        if named and named[-1] is run.path[-1]:
            spent.add(named[-1].id)
        if lent or by_lead:
            own = lead if by_lead else headings[-1]
            above = [block.text for block in run.path if block not in named]
            yield from _commitments(run, own, above[-1] if above else None)


def _beside(document: Document) -> frozenset[str]:
    """The headings that name what is done, beside one that names a strong container: "Strategies" by "Performance measures"."""
    siblings: dict[tuple[str | None, int], list[Block]] = {}
    for part in find_parts(document):
        siblings.setdefault((part.path[-1].id if part.path else None, part.heading.level or 1), []).append(part.heading)
    names = {
        heading.text
        for group in siblings.values()
        if any(is_container(heading.text, "strong") for heading in group)
        for heading in group
        if is_container(heading.text, "beside")
    }
    return frozenset(heading.id for group in siblings.values() for heading in group if heading.text in names)


def _names_entry(path: Sequence[Block], container: Block) -> bool:
    """Whether a heading below the container is itself an entry ("Action 3: Open a centre"): what it holds are details."""
    below = path[path.index(container) + 1 :]
    return any((match := named_entry("strong").match(block.text)) and match["text"] for block in below)


def under_will(document: Document) -> Iterator[CommitmentList]:
    """Lists that a sentence of intent introduces: "To make roads safer, the Authority will:"."""
    for run in _runs(document):
        heading = run.path[-1].text if run.path else ""
        for text in (run.lead.text if run.lead else "", heading if run.direct else ""):
            if says_will(text) or goes_on_to_will(text, [item.text for item in run.items]):
                above = [block.text for block in run.path if not says_will(block.text)]
                yield from _commitments(run, text, above[-1] if above else None)
                break


def _commitments(run: _Run, heading: str, objective: str | None) -> Iterator[CommitmentList]:
    """The list that a run is, if any of its items commits: a question does not."""
    top = min(item.level or 1 for item in run.items)
    entries = [(item.level or 1, _entry(item)) for item in run.items if not item.text.endswith("?")]
    if not any(level == top for level, _ in entries):
        return
    yield CommitmentList(
        entries=tuple(entry for level, entry in entries if level == top),
        nested=tuple(entry for level, entry in entries if level > top),
        heading=heading,
        objective=objective,
        path=tuple(block.text for block in run.path),
    )


def _entry(item: Block) -> Entry:
    """An item as an entry; a paragraph may open with its number."""
    from plantext.find.plan.numbered import printed_number  # it builds on this module

    number, start = (_number(item), 0) if item.kind == "list_item" else printed_number(item)
    return Entry(text=item.text[start:], block=item, section=item.section, start=start, number=number)


def _number(item: Block) -> str | None:
    """The printed number or letter of an item: "1", "a"; not a bullet, of which some converters make an "o"."""
    number = (item.marker or "").strip(" ().:")
    return number if any(char.isalnum() for char in number) and number != "o" else None


def _runs(document: Document) -> Iterator[_Run]:
    """Every run of list items, and of numbered paragraphs that are items in all but name, footnotes and captions within it left out."""
    from plantext.find.plan.numbered import numbered_items  # it builds on this module

    numbered = numbered_items(document)
    path: list[Block] = []
    items: list[Block] = []
    between: list[Block] = []  # paragraphs since the last heading or list
    lists_before = 0  # runs since the last heading
    prose = False  # whether prose stands between the heading and here
    for block in document.blocks:
        if block.kind in {"footnote", "caption"} or block.role == "toc":
            continue
        if (
            block.kind == "list_item"
            or block.id in numbered
            or (block.kind == "paragraph" and _goes_on(items[-1] if items else between[-1] if between else None, block, bool(items)))
        ):
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


def _goes_on(before: Block | None, block: Block, within: bool) -> bool:
    """Whether a paragraph is an item whose bullet is gone: it ends in a semicolon below a lead-in that says "will:", or follows such an item."""
    if before is None or before.kind != "paragraph":
        return False
    if within:
        return _ENDS_ITEM.search(before.text) is not None and len(block.text.split()) <= LONGEST_ITEM
    return says_will(before.text) and _ENDS_ITEM.search(block.text) is not None and len(block.text.split()) <= LONGEST_ITEM


def _is_label(between: list[Block]) -> bool:
    """A short line ending in a colon, which parts a list without ending it."""
    return not between or (len(between) == 1 and between[0].text.endswith(":") and len(between[0].text.split()) <= LONGEST_LABEL)
