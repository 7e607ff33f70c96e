"""Entries that name themselves: "Action 3: publish the schedule", as a heading, paragraph or item."""

from __future__ import annotations

from collections.abc import Iterator

from plantext.find.nearness import NEAR, nearness
from plantext.find.plan.commitments import CommitmentList, Entry
from plantext.find.plan.containers import named_entry
from plantext.model.document import Block, Document


def find_self_named(document: Document, strength: str) -> Iterator[CommitmentList]:
    """Entries that name themselves: "Action 3: publish the schedule", as a heading, paragraph or item.

    The same entry may stand elsewhere too, as in a summary: its heading says what it is for. Numbers may start again under another heading.
    """
    named = list(_named_entries(document, strength))
    main: dict[tuple[str, str | None], list[Entry]] = {}  # by the entry's name and the heading it stands under
    elsewhere: list[tuple[str | None, Entry]] = []
    for name, above, entry in sorted(named, key=lambda one: one[2].block.kind != "heading"):
        known = next(
            (key for key, held in main.items() if key[0] == name and (key[1] == above or nearness(held[0].text, entry.text) >= NEAR)), None
        )
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
    label: tuple[str, str] | None = None  # a heading that is a name only: what follows it is the entry
    for block in document.blocks:
        if block.role == "toc" or block.kind not in {"heading", "paragraph", "list_item"}:
            continue
        if label and block.kind == "paragraph":
            entry = Entry(text=block.text, block=block, section=block.section, number=label[1])
            yield label[0], path[-1].text if path else None, entry
            label = None
            continue
        label = None
        if block.kind == "heading":
            path = [above for above in path if (above.level or 1) < (block.level or 1)]
        match = named_entry(strength).match(block.text)
        if match and match["text"] and (match["sign"] or block.kind == "heading" or _bold_up_to(block, match.start("text"))):
            entry = Entry(text=match["text"], block=block, section=block.section, start=match.start("text"), number=match["number"])
            yield f"{match['word']} {match['number']}".lower(), path[-1].text if path else None, entry
        elif match and not match["text"] and block.kind == "heading":
            label = f"{match['word']} {match['number']}".lower(), match["number"]
        elif block.kind == "heading":
            path.append(block)


def _bold_up_to(block: Block, start: int) -> bool:
    """Whether what stands before `start`, and nothing more, is bold."""
    return any(mark.style == "bold" and mark.span[0] == 0 and mark.span[1] in {start, start - 1} for mark in block.marks)
