"""Which milestones of two editions belong together, and what happened to each."""

from __future__ import annotations

from typing import Literal

import msgspec

from plantext.model.document import Issue, Source
from plantext.model.findings import Milestone, Passage

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


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One edition of a plan."""

    source: Source
    edition: str | None
    milestones: tuple[Milestone, ...]


class Variations(msgspec.Struct, frozen=True, kw_only=True):
    """The summary of variations: every milestone of either side is in exactly one change."""

    schema: str = "plantext/variations/1"
    before: Side
    after: Side
    changes: tuple[Change, ...]
    counts: dict[str, int]  # "unchanged" and each kind; a change of two kinds counts under both
    issues: tuple[Issue, ...] = ()


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
