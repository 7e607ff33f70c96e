"""Commitments that need no lead-in: items and numbered paragraphs that undertake, "2.1 We will plant 300 trees.", and those numbered after their objective."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plantext.find.plan.commitments import CommitmentList, Entry
from plantext.find.plan.containers import CONTAINERS, PAST, is_container, of_content
from plantext.find.plan.orders import orders
from plantext.find.plan.outline import Part, find_parts
from plantext.model.document import Block, Document

FEWEST = 2  # undertakings in one section
SHARE = 0.6  # of a section's items or numbered paragraphs that commit; below it they are prose with numbers

_PREFIX = re.compile(
    r"^(?P<number>(?:[A-Z]{1,3}[.-]?)?\d{1,2}(?:\.\d{1,2})+[a-z]?|\d{1,2}(?=[.)])|[A-Z]{1,3}[.-]?\d{1,2}[a-z]?(?=[.):]))[.):]?\s+(?=\S)"
)
_MARKER = re.compile(r"\(?((?:[A-Z]{1,3}[.-]?)?\d{1,2}(?:\.\d{1,2})*[a-z]?)[.):]?")
_LAST = re.compile(r"(?P<lead>.*?)(?P<digits>\d+)(?P<letter>[a-z]?)")
_OBJECTIVE = re.compile(
    rf"^(?:[A-Za-z]+\s+){{0,2}}?(?:{CONTAINERS['strong']}|{CONTAINERS['weak']}|themes?|pillars?|strands?|ambitions?)\s+"
    r"(?P<number>\d{1,2}(?:\.\d{1,2})*|[A-Z]|[ivxIVX]+)\s*(?:[.):–—-]|\s|$)",
    re.IGNORECASE,
)
_UNDERTAKES = re.compile(
    r"(?:(?:By|In|During|From|To|Over|Working|Together|With|As|Through|Where|When|Alongside|This)\b[^.;:]{0,120},\s+|This\s+year\s+)?"
    r"(?:I|we|(?:the|our|each|every|all)\s+(?:[\w’'&-]+\s+){0,5}?[\w’'&-]+|[A-Z][\w’'&-]*(?:\s+[\w’'&-]+){0,4}?)\s+"
    r"(?:also\s+|both\s+|all\s+)?(?P<will>will|shall|commits?\s+to|pledges?\s+to|undertakes?\s+to)\b",
    re.IGNORECASE,
)

_PLEDGES = re.compile(r"(?:[^.;:]{0,120},\s+)?(?:I|we)\s+(?:also\s+)?(?:will|shall|commit|pledge|undertake)\b", re.IGNORECASE)


def find_numbered(document: Document) -> Iterator[CommitmentList]:
    """The items and numbered paragraphs of each section, where most of them commit somebody."""
    for part in find_parts(document):
        if PAST.search(part.heading.text) or part.heading.role == "title":
            continue
        for kind in ("paragraph", "list_item"):
            yield from _of_kind(part, kind)


def find_pledged(document: Document) -> Iterator[CommitmentList]:
    """Lists without lead or number of which every item undertakes, and one says "I" or "we": "Costs will rise" alone is no commitment."""
    for part in find_parts(document):
        items = [block for block in part.body if block.kind == "list_item"]
        texts = [item.text for item in items]
        if len(items) < FEWEST or PAST.search(part.heading.text) or not all(map(undertakes, texts)) or not any(map(_PLEDGES.match, texts)):
            continue
        yield CommitmentList(
            entries=tuple(Entry(text=item.text, block=item, section=item.section) for item in items),
            heading=part.heading.text,
            objective=part.heading.text,
            path=tuple(block.text for block in (*part.path, part.heading)),
        )


def _of_kind(part: Part, kind: str) -> Iterator[CommitmentList]:
    told = [(block, *printed_number(block)) for block in part.body if block.kind == kind]
    if kind == "paragraph" or not _objective(part):
        told = [(block, number, start) for block, number, start in told if number]
    entries = [
        Entry(text=block.text[start:], block=block, section=block.section, start=start, number=number)
        for block, number, start in told
        if undertakes(block.text[start:]) or (_belongs(part, number) and orders(block.text[start:]))
    ]
    if len(entries) >= FEWEST and len(entries) >= SHARE * len(told):
        path = (*part.path, part.heading)
        yield CommitmentList(
            entries=tuple(entries), heading=part.heading.text, objective=part.heading.text, path=tuple(block.text for block in path)
        )


def undertakes(text: str) -> bool:
    """Whether a text opens with what somebody undertakes.

    >>> undertakes("By 2032, the Council will plant 300 trees."), undertakes("The report will include a map."), undertakes("Trees matter.")
    (True, False, False)
    """
    match = _UNDERTAKES.match(text)
    return match is not None and not of_content(text[match.start("will") :])


def printed_number(block: Block) -> tuple[str | None, int]:
    """The printed number of a block, and where its text begins behind it."""
    if block.marker:
        match = _MARKER.fullmatch(block.marker)
        return (match[1] if match else None), 0
    prefix = _PREFIX.match(block.text)
    return (prefix["number"], prefix.end()) if prefix else (None, 0)


def numbered_items(document: Document) -> frozenset[str]:
    """The paragraphs that are items in all but name: numbered on from one another, "2.1 Plant 300 trees", and most of them commit or order.

    Some formats keep the numbers of a list as its items' first words.
    """
    items: set[str] = set()
    for part in find_parts(document):
        runs: list[list[tuple[Block, str, int]]] = [[]]
        for block in part.body:
            number, start = printed_number(block) if block.kind == "paragraph" else (None, 0)
            if number is None:
                runs.append([])
                continue
            if runs[-1] and not _counts_on(runs[-1][-1][1], number):
                runs.append([])
            runs[-1].append((block, number, start))
        for run in runs:
            committing = sum(undertakes(block.text[start:]) or orders(block.text[start:]) for block, _, start in run)
            if len(run) >= FEWEST and committing >= SHARE * len(run):
                items.update(block.id for block, _, _ in run)
    return frozenset(items)


def _counts_on(before: str, number: str) -> bool:
    """Whether a number is the next after another: "2.3" after "2.2", "2.2b" after "2.2a"."""
    one, other = _LAST.fullmatch(before), _LAST.fullmatch(number)
    if not one or not other or one["lead"] != other["lead"]:
        return False
    if one["letter"] or other["letter"]:
        return one["digits"] == other["digits"] and ord(other["letter"] or "`") == ord(one["letter"] or "`") + 1
    return int(other["digits"]) == int(one["digits"]) + 1


def _belongs(part: Part, number: str | None) -> bool:
    """Whether a number counts on from that of the heading, which names an objective: "1.2" below "Objective 1: Safer piers"."""
    objective = _OBJECTIVE.match(part.heading.text)
    return bool(objective and number and number.startswith(f"{objective['number']}."))


def _objective(part: Part) -> bool:
    """Whether a heading names an objective, by its label or by the heading above it: its items need no numbers."""
    return bool(_OBJECTIVE.match(part.heading.text)) or bool(part.path and is_container(part.path[-1].text, "weak"))
