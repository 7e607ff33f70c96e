"""What was found in one document: milestones with their targets, and statements with their acts."""

from __future__ import annotations

from typing import Literal

import msgspec

from plantext.model.document import Issue, Place, Source

Direction = Literal["increase", "reduce", "reach"]
Act = Literal["request", "information", "concern", "suggestion", "undertaking", "praise", "note"]
ASKS: tuple[Act, ...] = ("request", "information", "concern", "suggestion")
"""The acts that want something; the other acts are for the record."""


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """A number aimed at. `value` is not negative; `direction` says which way."""

    measure: str  # what is counted, in the milestone's own words
    direction: Direction | None
    value: float | None  # None for a target in words, "the lowest ever"
    unit: str | None  # "per cent", "£", "officers", …
    text: str  # the words it was read from
    baseline: str | None  # what it is compared with, as written
    deadline: str | None  # by when, as written
    upper: float | None = None  # the other end of a range, "by 5 to 10 per cent", of which `value` is the lower


class Passage(Place, frozen=True, kw_only=True):
    """A text at its place."""

    text: str


class Milestone(msgspec.Struct, frozen=True, kw_only=True):
    """One commitment of one edition, with every place it stands; `text` is that of the first place in its own section."""

    id: str
    text: str
    objective: str | None  # the heading as the plan's body has it, without its number
    edition: str | None  # "2014-15", or a term, "2021-25"
    page: int | None
    places: tuple[Passage, ...]
    targets: tuple[Target, ...]
    number: str | None = None  # the printed number, where the plan numbers its entries


class Milestones(msgspec.Struct, frozen=True, kw_only=True):
    """The milestones of every edition found in one plan."""

    schema: str = "plantext/milestones/1"
    source: Source
    milestones: tuple[Milestone, ...]
    issues: tuple[Issue, ...] = ()


class Statement(Passage, frozen=True, kw_only=True):
    """One thing a panel, board or committee says. `absence_claim`: it says that something is not there."""

    id: str
    theme: str | None  # the heading it stands under
    act: Act
    absence_claim: bool
    topics: tuple[str, ...]  # the key terms of what it is about
    due: str | None  # "in the 2015-16 Plan", as written
    addressee: str | None
    number: str | None = None  # that it bears in print: "R1", "Recommendation 4", "4.2", "Recommendation 3(a)"


class Recommendations(msgspec.Struct, frozen=True, kw_only=True):
    """What a report says, statement by statement, in its order."""

    schema: str = "plantext/recommendations/1"
    source: Source
    statements: tuple[Statement, ...]
    issues: tuple[Issue, ...] = ()
