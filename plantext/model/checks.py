"""A plan's own faults, and what a law wants in it."""

from __future__ import annotations

from typing import Literal

import msgspec

from plantext.model.document import Issue, Place, Severity, Source
from plantext.model.findings import Passage

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")

Code = Literal[
    "placeholder",
    "draft-mark",
    "duplicate-milestone",
    "milestone-mismatch",
    "year-mismatch",
    "typo-year",
    "cross-reference",
    "name-variant",
    "table-arithmetic",
    "table-sign",
    "missing-rationale",
    "unexplained-change",
    "contents-mismatch",
    "numbering",
    "footnote",
    "acronym",
    "impossible-date",
    "figure-conflict",
    "dead-link",
]


class Finding(Place, frozen=True, kw_only=True):
    """One fault at its place, or a table found right (`table-arithmetic` with severity "info")."""

    code: Code
    severity: Severity
    message: str  # what is wrong, in a sentence
    text: str  # the words of the plan that it is about, as they stand in its span; empty where it is about none (a watermark)
    suggestion: str | None = None  # what was probably meant
    count: int = 1  # how often the same fault stands at this place, as in the cells of one table


class Silence(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A rule that a user has switched off, and why. `text` narrows it to findings whose words hold that text."""

    code: Code
    reason: str
    text: str | None = None


class Silenced(msgspec.Struct, frozen=True, kw_only=True):
    """How many findings a silence has kept out of the report."""

    code: Code
    reason: str
    count: int


class StatutoryEvidence(Passage, frozen=True, kw_only=True):
    """A passage that speaks of a requirement. Evidence is no judgement that the requirement is met."""

    source: str  # the document's name
    dates: tuple[str, ...] = ()  # as written, where the requirement is a step of a process


class StatutoryRow(msgspec.Struct, frozen=True, kw_only=True):
    """One requirement of a law, and whether a passage was found that speaks of it."""

    requirement: str  # a stable word, "objectives"
    title: str  # what is wanted, in words of our own
    law: str
    provision: str
    in_force: bool | None  # at the plan's date; None where the plan has no date, or the law's date is not known
    in_force_from: str | None  # ISO date, or None where it is not known
    until: str | None  # ISO date of the first day on which it was no longer in force
    certain: bool  # False: what the checklist says of this law has not been checked against its text
    cited: str  # where the requirement itself can be read
    status: Literal["found", "not_found"]
    evidence: tuple[StatutoryEvidence, ...] = ()


class Checks(msgspec.Struct, frozen=True, kw_only=True):
    """What was found in one plan; `findings` in the plan's order."""

    schema: str = "plantext/check/1"
    source: Source
    before: Source | None = None
    edition: str | None = None  # the plan's own
    findings: tuple[Finding, ...]
    statutory: tuple[StatutoryRow, ...]
    counts: dict[str, int]  # of findings by severity
    silenced: tuple[Silenced, ...] = ()
    issues: tuple[Issue, ...] = ()
