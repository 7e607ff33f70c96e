"""What a performance report says of a plan's milestones, and the life of each milestone over plans and reports."""

from __future__ import annotations

from typing import Literal

import msgspec

from plantext.model.document import Issue, Place, Source
from plantext.model.findings import Passage

ProgressStatus = Literal["met", "missed", "on_track", "complete", "reported", "deferred", "not_reported"]
PROGRESS_STATUSES: tuple[ProgressStatus, ...] = ("met", "missed", "on_track", "complete", "reported", "deferred", "not_reported")


class Figure(Place, frozen=True, kw_only=True):
    """A figure of the report at its place. Changes carry their sign in `target` and `actual` (8 per cent fewer: -8); levels do not."""

    measure: str  # what is counted
    target: float | None  # None where neither plan nor report aims at a number
    actual: float | None
    unit: str | None  # "per cent", "£", "officers", …
    as_at: str | None  # the date it holds for, as written
    period: str | None  # the time that it is measured over, as written: "twelve months", "year to date"
    text: str  # the sentence or the cell that gives it
    change: bool  # by how much it changed, and not where it stands


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """What one of several reports says of a milestone, for its series."""

    report: str  # the source's name
    status: ProgressStatus
    actual: float | None = None
    target: float | None = None
    unit: str | None = None
    as_at: str | None = None
    page: int | None = None


class MilestoneProgress(msgspec.Struct, frozen=True, kw_only=True):
    """One milestone of the plan, with what the report says of it. `interim`: the period was not over, or the thing not finished."""

    milestone: str  # the milestone's id
    text: str
    objective: str | None
    edition: str | None
    status: ProgressStatus
    interim: bool
    heading: str | None  # the report's own words for it
    lead: str | None
    frequency: str | None
    deferred_to: str | None  # the report that this one points to, where it says nothing more
    also_in: str | None  # the report that it points to beside what it says
    stated: str | None  # the report's own word for how far it is ("Substantial", "Amber")
    figures: tuple[Figure, ...]
    evidence: tuple[Passage, ...]
    needs_review: bool
    review_reason: str | None = None
    series: tuple[Point, ...] = ()  # over several reports, in order


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """A report held against the milestones of one edition of a plan, in the plan's order."""

    schema: str = "plantext/progress/1"
    report: Source
    plan: Source
    edition: str | None  # the year that the report speaks of
    as_at: str | None  # the date that its figures hold for, where it names one for all
    milestones: tuple[MilestoneProgress, ...]
    unmatched: tuple[Passage, ...]  # headings of the report that are no milestone of the plan
    counts: dict[str, int]  # by status, and "milestones", "reported_on", "unmatched"
    issues: tuple[Issue, ...] = ()
    reports: tuple[Source, ...] = ()  # of the series, where several were given; `report` is the last


EventKind = Literal["introduced", "unchanged", "reworded", "target", "moved", "split", "merged", "reported", "dropped"]
EVENT_KINDS: tuple[EventKind, ...] = ("introduced", "unchanged", "reworded", "target", "moved", "split", "merged", "reported", "dropped")


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """What one plan or report did to one milestone."""

    chapter: int  # the document's place in the history's `chapters`, from 0
    source: str  # the document's name
    edition: str | None
    kinds: tuple[EventKind, ...]
    milestone: str | None  # its id in that plan; None where the plan dropped it
    text: str | None  # its wording there, or what the report says
    page: int | None
    line: int | None
    targets: tuple[str, ...] = ()  # what became of each number aimed at, in words
    status: ProgressStatus | None = None  # of a report
    interim: bool = False
    figures: tuple[Figure, ...] = ()
    needs_review: bool = False


class Life(msgspec.Struct, frozen=True, kw_only=True):
    """One milestone from its first plan to its last; events in the order of the documents."""

    id: str
    text: str  # its last wording
    objective: str | None
    introduced: str | None  # edition of the first plan that has it
    dropped: str | None  # edition of the first plan that no longer has it
    events: tuple[Event, ...]
    parents: tuple[str, ...] = ()  # the lives that it was split from or merged of


class Chapter(msgspec.Struct, frozen=True, kw_only=True):
    """One document of a history: a plan's edition, or a report on one."""

    source: Source
    kind: Literal["plan", "report"]
    edition: str | None
    milestones: int  # of a plan; of a report, those that it reports on


class History(msgspec.Struct, frozen=True, kw_only=True):
    """The life of each milestone over plans and the reports on them, in order."""

    schema: str = "plantext/history/1"
    chapters: tuple[Chapter, ...]
    lives: tuple[Life, ...]
    counts: dict[str, int]  # events of each kind
    issues: tuple[Issue, ...] = ()
