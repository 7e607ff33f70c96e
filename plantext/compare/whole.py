"""What changed outside the milestones: every heading, paragraph, list item, note and row of a table that is not the same on both sides."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from msgspec import structs

from plantext.compare.align import align_texts
from plantext.compare.places import section_keys
from plantext.compare.redline import editorial, redline
from plantext.find.plan.outline import find_homes
from plantext.model.alignment import KINDS, Kind, PassageChange, Side, TextChange
from plantext.model.document import Block, Cell, Document, Span, place_of
from plantext.model.findings import Passage
from plantext.model.ids import Ids

CELLS = "\t"
"""Between the cells of a row, as in the text of its table."""

_YEARS = re.compile(r"\b(?:19|20)\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?\b")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True)
class _Text:
    """One text; a note at the foot of a page has no `section`, for it stands where the page ends."""

    text: str
    passage: Passage
    section: str | None
    kind: str
    path: tuple[str, ...] = ()  # the headings above it


def compare_whole(before: Document, after: Document, sides: tuple[Side, Side]) -> tuple[PassageChange, ...]:
    """The changes of everything that is no milestone, in the order of the later document, removed passages at their place in the earlier.

    Identical passages are left out. The contents list and what the milestones' places hold are not compared.
    """
    old, new = list(_texts(before, _held(sides[0]))), list(_texts(after, _held(sides[1])))
    renamed = _renamed(_sections(old), _sections(new))
    sections = [one.section for one in old], [renamed.get(one.section, one.section) for one in new]
    # "Actions for 2031-32" and "Actions for 2032-33" are one heading in their section, not any two.
    aligned = align_texts([_YEARS.sub("the year", one.text) for one in old], [_YEARS.sub("the year", one.text) for one in new], *sections)
    ids = Ids()
    changes: list[tuple[tuple[float, int], PassageChange]] = []
    last = -1  # the latest text after that a text before was paired with
    for change in (part for whole in aligned.changes for part in _apart(whole, old, new)):
        one, other = [old[i] for i in change.before], [new[j] for j in change.after]
        last = change.after[0] if change.after else last
        texts = "\n".join(text.text for text in one), "\n".join(text.text for text in other)
        kinds: set[Kind] = set(change.kinds) - {"target"}
        if one and other and not _elsewhere(one[0], other[0], renamed):
            kinds.discard("moved")
        if texts[0] == texts[1] and "moved" not in kinds:
            continue
        figures = bool(one and other) and sorted(_FIGURE.findall(texts[0])) != sorted(_FIGURE.findall(texts[1]))
        only_form = bool(one and other) and editorial(*texts)
        if one and other and texts[0] != texts[1] and not only_form:
            kinds.add("reworded")
        passage_change = PassageChange(
            id=ids.new("w", *texts),
            kinds=tuple(kind for kind in KINDS if kind in kinds),
            before=tuple(text.passage for text in one),
            after=tuple(text.passage for text in other),
            redline=tuple(redline(*texts)),
            figures=figures,
            editorial=only_form,
        )
        changes.append(((change.after[0] if change.after else last + 0.5, len(changes)), passage_change))
    return tuple(change for _, change in sorted(changes, key=lambda pair: pair[0]))


def _apart(change: TextChange, old: Sequence[_Text], new: Sequence[_Text]) -> tuple[TextChange, ...]:
    """A heading or a row in one place and a text of another form that is alike elsewhere are two things, removed and added."""
    forms = {
        text.kind if text.kind in {"heading", "table"} else ""
        for text in (*(old[i] for i in change.before), *(new[j] for j in change.after))
    }
    if "moved" not in change.kinds or len(forms) == 1:
        return (change,)
    gone = (TextChange(before=(i,), after=(), kinds=frozenset({"removed"}), score=change.score) for i in change.before)
    come = (TextChange(before=(), after=(j,), kinds=frozenset({"added"}), score=change.score) for j in change.after)
    return (*gone, *come)


def _elsewhere(one: _Text, other: _Text, renamed: Mapping[str | None, str]) -> bool:
    """Whether a passage stands in another section, not in a part of the same: a section may be divided under new headings, or joined."""
    path = {renamed.get(name, name) for name in (*other.path, other.section)}
    return not set(section_keys([one.section])) & set(section_keys([*path])) and not set(section_keys([*one.path, one.section])) & set(
        section_keys([renamed.get(other.section, other.section)])
    )


def _held(side: Side) -> set[str]:
    return {place.block for milestone in side.milestones for place in milestone.places}


def _texts(document: Document, held: Collection[str]) -> Iterator[_Text]:
    homes = find_homes(document)
    top = {path[0].text for path in homes.values() if path[0].level == 1}
    for text in _all_texts(document, held):
        # The heading of the whole plan is above everything.
        path = tuple(block.text for block in homes.get(text.passage.block, ()) if len(top) > 1 or block.text not in top)
        yield replace(text, path=path, section=None if text.kind == "footnote" else text.section)


def _all_texts(document: Document, held: Collection[str]) -> Iterator[_Text]:
    for block in document.blocks:
        if block.role == "toc" or block.id in held:
            continue
        if block.kind == "table":
            yield from _rows(block, held)
        elif block.text.strip():
            yield _Text(block.text, _passage(block), block.section, block.kind)


def _rows(table: Block, held: Collection[str]) -> Iterator[_Text]:
    """A table's headings and rows, each at its span of the table; cells that hold milestones are left out, and part their row."""
    at = 0
    if any(table.header):
        at = len(CELLS.join(table.header))
        yield _Text(table.text[:at], _at(table, (0, at)), table.section, "table")
        at += 1
    for row in table.rows:
        run: list[Cell] = []
        start = at
        for cell in row:
            if any(block.id in held for block in cell.blocks):
                yield from _run(table, run, start)
                run, start = [], at + len(cell.text) + 1
            else:
                run.append(cell)
            at += len(cell.text) + 1
        yield from _run(table, run, start)


def _run(table: Block, cells: Sequence[Cell], start: int) -> Iterator[_Text]:
    """Neighbouring cells of a row as one text: the table's own from the first to the last that is not empty."""
    blocks = [block for cell in cells for block in cell.blocks if block.text.strip()]
    text = CELLS.join(cell.text.replace("\n", " ") for cell in cells)
    start += len(text) - len(text.lstrip())
    text = text.strip()
    if blocks:
        place = _at(table, (start, start + len(text)))
        yield _Text(text, structs.replace(place, page=blocks[0].page, line=blocks[0].line, bbox=blocks[0].bbox), table.section, "table")


def _at(table: Block, span: Span) -> Passage:
    return Passage(text=table.text[slice(*span)], **place_of(table, table.section, span))  # type: ignore[arg-type]


def _sections(texts: Sequence[_Text]) -> list[str]:
    return list(dict.fromkeys(text.section for text in texts if text.section))


def _renamed(before: Sequence[str], after: Sequence[str]) -> dict[str | None, str]:
    """The sections after that are those of before under another heading: headings alike, or alone in their place between two that stayed."""
    gone, come = [name for name in before if name not in after], [name for name in after if name not in before]
    renamed: dict[str | None, str] = {}
    for change in align_texts(gone, come).changes:
        if len(change.before) == len(change.after) == 1:
            renamed[come[change.after[0]]] = gone[change.before[0]]
    left = _gaps(before, {*after, *renamed.values()})
    right = _gaps([renamed.get(name, name) for name in after], {*before, *renamed.values()})
    for between, names in left.items():
        others = right.get(between, [])
        if len(names) == len(others):
            renamed.update(zip(others, names, strict=True))
    return renamed


def _gaps(names: Sequence[str], kept: Collection[str]) -> dict[tuple[str | None, str | None], list[str]]:
    """The names that are not kept, by the kept ones that they stand between."""
    gaps: dict[tuple[str | None, str | None], list[str]] = {}
    last: str | None = None
    for index, name in enumerate(names):
        if name in kept:
            last = name
            continue
        following = next((other for other in names[index:] if other in kept), None)
        gaps.setdefault((last, following), []).append(name)
    return gaps


def _passage(block: Block) -> Passage:
    return Passage(text=block.text, **place_of(block, block.section))  # type: ignore[arg-type]
