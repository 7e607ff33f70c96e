"""What changed outside the milestones: every heading, paragraph, list item, note and row of a table that is not the same on both sides."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from plantext.compare.align import align_texts
from plantext.compare.redline import editorial, redline
from plantext.model.alignment import KINDS, PassageChange, Side
from plantext.model.document import Block, Document, place_of
from plantext.model.findings import Passage
from plantext.model.ids import Ids

CELLS = " | "
"""Between the cells of a row."""

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True)
class _Text:
    text: str
    passage: Passage
    section: str | None
    kind: str


def compare_whole(before: Document, after: Document, sides: tuple[Side, Side]) -> tuple[PassageChange, ...]:
    """The changes of everything that is no milestone, in the order of the later document, removed passages at their place in the earlier.

    Identical passages are left out. The contents list and what the milestones' places hold are not compared.
    """
    old, new = list(_texts(before, _held(sides[0]))), list(_texts(after, _held(sides[1])))
    aligned = align_texts([one.text for one in old], [one.text for one in new], [one.section for one in old], [one.section for one in new])
    ids = Ids()
    changes: list[tuple[tuple[float, int], PassageChange]] = []
    last = -1  # the latest text after that a text before was paired with
    for change in aligned.changes:
        one, other = [old[i] for i in change.before], [new[j] for j in change.after]
        last = change.after[0] if change.after else last
        texts = "\n".join(text.text for text in one), "\n".join(text.text for text in other)
        if texts[0] == texts[1] and "moved" not in change.kinds:
            continue
        figures = bool(one and other) and sorted(_FIGURE.findall(texts[0])) != sorted(_FIGURE.findall(texts[1]))
        only_form = bool(one and other) and editorial(*texts)
        kinds = set(change.kinds) - {"target"} | ({"reworded"} if one and other and texts[0] != texts[1] and not only_form else set())
        passage_change = PassageChange(
            id=ids.new("w", *texts),
            kinds=tuple(kind for kind in KINDS if kind in kinds),
            before=tuple(text.passage for text in one),
            after=tuple(text.passage for text in other),
            redline=tuple(redline(*texts)) if one and other else (),
            figures=figures,
            editorial=only_form,
        )
        changes.append(((change.after[0] if change.after else last + 0.5, len(changes)), passage_change))
    return tuple(change for _, change in sorted(changes, key=lambda pair: pair[0]))


def _held(side: Side) -> set[str]:
    return {place.block for milestone in side.milestones for place in milestone.places}


def _texts(document: Document, held: Collection[str]) -> Iterator[_Text]:
    for block in document.blocks:
        if block.role == "toc" or block.id in held:
            continue
        if block.kind == "table":
            yield from _rows(block, held)
        elif block.text.strip():
            yield _Text(block.text, _passage(block), block.section, block.kind)


def _rows(table: Block, held: Collection[str]) -> Iterator[_Text]:
    """A table's headings and rows, the cells that hold milestones left out."""
    if any(table.header):
        text = CELLS.join(" ".join(heading.split()) for heading in table.header)
        yield _Text(text, _passage(table, text), table.section, "table")
    for row in table.rows:
        blocks = [block for cell in row for block in cell.blocks]
        cells = [" ".join(block.text for block in cell.blocks if block.id not in held) for cell in row]
        text = CELLS.join(cell for cell in cells if cell)
        if text.strip() and blocks:
            first = next((block for block in blocks if block.text.strip()), blocks[0])
            place = place_of(first, table.section, (0, len(first.text)))
            yield _Text(text, Passage(text=text, **place), table.section, "table")  # type: ignore[arg-type]


def _passage(block: Block, text: str | None = None) -> Passage:
    return Passage(text=text or block.text, **place_of(block, block.section))  # type: ignore[arg-type]
