"""Which milestones of two editions belong together, and what happened to each."""

from __future__ import annotations

from typing import Literal

import msgspec

from plantext.model.coverage import Status
from plantext.model.document import Issue, Source
from plantext.model.findings import Milestone, Passage, Statement

Kind = Literal["reworded", "target", "moved", "split", "merged", "added", "removed"]
KINDS: tuple[Kind, ...] = ("reworded", "target", "moved", "split", "merged", "added", "removed")
"""What can happen to a milestone, in the order in which it is said; none of them is "unchanged"."""


class Feature(msgspec.Struct, frozen=True, kw_only=True):
    """One part of a score, so that it can be explained."""

    name: str
    score: float  # in [0, 1]
    weight: float
    detail: str = ""


class Edit(msgspec.Struct, frozen=True, kw_only=True):
    """One run of a redline. Equal and deleted runs joined are the text before; equal and inserted, after."""

    op: Literal["equal", "delete", "insert"]
    text: str


class TargetChange(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one number aimed at; `before` and `after` are None where there was none."""

    measure: str
    before: float | None
    after: float | None
    unit: str | None
    change: Literal["introduced", "dropped", "raised", "lowered", "same", "measure_changed"]


class Rationale(Passage, frozen=True, kw_only=True):
    """The plan's own words for why something changed."""

    general: bool = False  # it speaks of the section's milestones together, not of this one
    destination: str | None = None  # the section that it names, as that section is headed
    note: str | None = None  # what is wrong with what it names: a wrong number, a section that does not answer


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What happened to one milestone, or to several that were split or merged."""

    id: str
    kinds: tuple[Kind, ...]  # empty: unchanged
    before: tuple[str, ...]  # milestone ids
    after: tuple[str, ...]
    objective_before: str | None
    objective_after: str | None
    targets: tuple[TargetChange, ...]
    redline: tuple[Edit, ...]
    editorial: bool  # the words differ in nothing that matters: punctuation, hyphens, spelling variants
    duplicate_of: str | None  # the milestone that this surplus one repeats
    rationale: Rationale | None
    confidence: float  # in [0, 1]
    needs_review: bool
    review_reason: str | None = None
    features: tuple[Feature, ...] = ()
    further_reasons: tuple[Rationale, ...] = ()
    deadline_before: str | None = None  # by when, as written, where that changed
    deadline_after: str | None = None


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One edition of a plan."""

    source: Source
    edition: str | None
    milestones: tuple[Milestone, ...]


class PassageChange(msgspec.Struct, frozen=True, kw_only=True):
    """What changed outside the milestones: one heading, paragraph, list item, footnote, caption or row of a table."""

    id: str
    kinds: tuple[Kind, ...]  # empty where only the form changed
    before: tuple[Passage, ...]
    after: tuple[Passage, ...]
    redline: tuple[Edit, ...]
    figures: bool  # a number came, went or changed
    editorial: bool


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that a report asked for, and the changes that bear on it."""

    statement: Statement
    status: Status  # what the later plan says to it
    changes: tuple[str, ...]  # ids of changes, of milestones or passages, that answer it, best first; empty: nothing changed


class Promises(msgspec.Struct, frozen=True, kw_only=True):
    """A report held against the changes: what was asked for, and which changes nobody asked for."""

    report: Source
    asked: tuple[Asked, ...]
    unasked: tuple[str, ...]  # ids of changes of milestones


class Variations(msgspec.Struct, frozen=True, kw_only=True):
    """The summary of variations: every milestone of either side is in exactly one change."""

    schema: str = "plantext/variations/1"
    before: Side
    after: Side
    changes: tuple[Change, ...]
    counts: dict[str, int]  # "unchanged" and each kind; a change of two kinds counts under both
    issues: tuple[Issue, ...] = ()
    reasons_without_change: tuple[Rationale, ...] = ()
    whole: tuple[PassageChange, ...] | None = None  # None: not asked for
    promises: Promises | None = None


class TextChange(msgspec.Struct, frozen=True, kw_only=True):
    """What happened to texts `before` (indices) that became texts `after`."""

    before: tuple[int, ...]
    after: tuple[int, ...]
    kinds: frozenset[Kind]
    score: float
    features: tuple[Feature, ...] = ()


class AlignedTexts(msgspec.Struct, frozen=True, kw_only=True):
    """`links` are `(i into before, j into after, score in [0, 1])`; `changes` partition both sides."""

    links: tuple[tuple[int, int, float], ...]
    changes: tuple[TextChange, ...]
