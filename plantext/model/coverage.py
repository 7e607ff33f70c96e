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
    new: bool | None = None  # whether it is new in this edition; None where no earlier one was given


Stance = Literal["accepted", "in_part", "rejected", "noted", "answered"]
"""What an answer says to an ask; "answered": it answers, and says neither yes nor no."""


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """What the response says to one statement, and whether what it promises is in the plan."""

    stance: Stance
    passages: tuple[Passage, ...]  # of the response, at most two
    matched_by: Literal["number", "table", "words"]
    status: Status | None  # of the answer, held against the plan; None where it promises nothing that could be looked for
    evidence: tuple[Evidence, ...] = ()  # passages of the plan that bear on the answer
    refers_to: tuple[str, ...] = ()  # the places of the plan that the answer names, as written


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
    reply: Reply | None = None  # the response's answer; None where no response was given, or none of it answers
    nearest: tuple[
        Evidence, ...
    ] = ()  # where a plan should answer and nothing was found: what is nearest in meaning, at most two, for a person to look at


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """An undertaking of an earlier report, held against this plan; `again`: ids of this report's statements that return to it."""

    undertaking: Statement
    answer: Answer
    again: tuple[str, ...] = ()


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """Every ask of a report, matched to a plan."""

    schema: str = "plantext/coverage/1"
    report: Source
    plan: Source
    statements: tuple[Statement, ...]
    coverage: tuple[Answer, ...]
    counts: dict[str, int]
    issues: tuple[Issue, ...] = ()
    before: Source | None = None  # the earlier edition of the plan
    response: Source | None = None  # the answer to the report
    undertakings: Source | None = None  # the earlier report whose undertakings are held against the plan
    kept: tuple[Kept, ...] = ()


class TextMatch(msgspec.Struct, frozen=True, kw_only=True):
    """A passage (its index) that bears on a query."""

    passage: int
    score: float  # in [0, 1]
    linked: bool


class TextTrace(msgspec.Struct, frozen=True, kw_only=True):
    """What the passages say to one query; `matches` best first."""

    status: Status
    matches: tuple[TextMatch, ...]
