"""Whether what was asked for is in the plan."""

from __future__ import annotations

from typing import Literal

import msgspec

from plantext.model.document import Issue, Source
from plantext.model.findings import Passage, Statement

Status = Literal["covered", "partial", "mentioned", "not_found"]
STATUSES: tuple[Status, ...] = ("covered", "partial", "mentioned", "not_found")
Answerable = Literal["this_plan", "later_plan", "not_by_a_plan"]


class Evidence(Passage, frozen=True, kw_only=True):
    """A passage of the plan that bears on what was asked, and why it was chosen."""

    score: float  # in [0, 1]
    why: str


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What the plan says to one statement."""

    statement: str  # the statement's id
    status: Status
    needs_review: bool
    answerable: Answerable
    evidence: tuple[Evidence, ...]  # best first, at most a handful
    searched: tuple[str, ...]  # the terms that were looked for
    absent_terms: tuple[str, ...]  # those that never occur in the plan
    absence_refuted: bool  # the statement says it is not there, and it stands in the plan that was given
    review_reason: str | None = None


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """Every ask of a report, matched to a plan."""

    schema: str = "plantext/coverage/1"
    report: Source
    plan: Source
    statements: tuple[Statement, ...]
    coverage: tuple[Answer, ...]
    counts: dict[str, int]
    issues: tuple[Issue, ...] = ()


class TextMatch(msgspec.Struct, frozen=True, kw_only=True):
    """A passage (its index) that bears on a query."""

    passage: int
    score: float  # in [0, 1]
    linked: bool


class TextTrace(msgspec.Struct, frozen=True, kw_only=True):
    """What the passages say to one query; `matches` best first."""

    status: Status
    matches: tuple[TextMatch, ...]
