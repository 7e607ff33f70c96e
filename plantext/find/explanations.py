"""What a plan says of its own changes: explanations, each with its clauses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from plantext.find.references import Reference
from plantext.model.findings import Passage

Op = Literal["added", "removed", "completed", "raised", "lowered", "dropped", "reworded", "merged", "split", "moved", "elsewhere"]

ABOUT_CHANGES = re.compile(
    r"\b(?:variations?|what(?:[’']s|\s+is)\s+(?:new|different)|(?:has|have|is|we|what)\s+changed"
    r"|changes?\s+(?:to|since|from|in|made|this|and)|(?:main|key|summary\s+of)\s+changes"
    r"|reasons?\s+for|rationale|why\s+(?:it|this|we)|amendments?)\b|^\W*(?:[\d.]+\s+)?changes\W*$",
    re.IGNORECASE,
)
_WHY = re.compile(
    r"\b(?:to\s+(?:reflect|take|focus|include|develop|follow|match|make|meet|allow|ensure|respond|address|align|bring|give|show)"
    r"|because|since|following|after|as\s+a\s+result"
    r"|in\s+(?:the\s+)?(?:light|response|view|order)|so\s+that|due\s+to|owing\s+to|given|reflecting|taking)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Clause:
    """One thing that an explanation says. `general`: of the section's milestones together."""

    text: str
    ops: frozenset[Op]
    terms: frozenset[str]  # the stems of what it speaks of
    subject: frozenset[str] = frozenset()  # those before the word that says what was done
    general: bool = False
    ordinal: int | None = None  # "the first milestone": 0; "the last": -1
    labels: frozenset[str] = frozenset()  # the printed numbers of the milestones named: "Policy T4", "Action 2.1"


@dataclass(frozen=True, kw_only=True)
class Explanation:
    """One sentence, or sentences that go on from one another, that say what was changed, under the objective of their section."""

    passage: Passage
    objective: str | None  # None: the whole plan
    clauses: tuple[Clause, ...]
    references: tuple[Reference, ...]
    tentative: bool = False  # it speaks of no milestone: it explains only what surely is meant, and is none otherwise
    tabled: bool = False  # it stands in the column of a table that gives the reason of each change

    @property
    def says_why(self) -> bool:
        """Whether it gives a reason, or only says that something has changed."""
        return bool(_WHY.search(self.passage.text)) or any(not clause.general for clause in self.clauses)
