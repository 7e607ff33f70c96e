"""One entry of a performance report: what it calls the thing, who leads on it, and what is said of it, sentence by sentence."""

from __future__ import annotations

from dataclasses import dataclass

from plantext.find.performance.asat import Dated
from plantext.model.document import Block, CellBlock, Span, place_of
from plantext.model.findings import Passage


@dataclass(frozen=True, kw_only=True)
class Said:
    """A sentence of the report at its place."""

    text: str
    block: Block | CellBlock
    section: str | None
    span: Span
    as_at: Dated | None = None  # "over the same months": the date that was named last

    def passage(self) -> Passage:
        """The sentence as a passage of the model."""
        return Passage(text=self.text, **place_of(self.block, self.section, self.span))  # type: ignore[arg-type]


@dataclass(frozen=True, kw_only=True)
class ReportEntry:
    """What a report says of one thing: under a heading or a line that names it, or in a row or a table of its own."""

    titles: tuple[str, ...]  # the names it goes by, without number, year, lead and "milestone to"
    heading: Said  # as printed
    kind: str  # "heading", "objective", "row" or "record"
    level: int  # 1 the highest
    lead: str | None = None
    frequency: str | None = None
    led: bool = False  # a lead of its own stands behind it
    said: tuple[Said, ...] = ()
    group: str | None = None  # the heading it stands under
    group_lead: str | None = None
    stated: str | None = None  # the cell of a status column
    levels: tuple[tuple[str, str], ...] = ()  # of a record: each level marked, with what is marked there
    items: tuple[str, ...] = ()  # of a record: the parts that it lists
    aim: str | None = None  # the cell of a target
    actual: Said | None = None  # the cell of a result
    number: str | None = None  # the printed number of the milestone
