"""What a plan says of its own changes: explanations, each with its clauses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, get_args

from plantext.find.reasons.references import Reference
from plantext.model.findings import Passage

Op = Literal[
    "added", "removed", "completed", "raised", "lowered", "dropped", "rescheduled", "reworded", "merged", "split", "moved", "elsewhere"
]
ANYTHING: frozenset[Op] = frozenset(get_args(Op))
"""For what names its milestone without a word for what was done: what happened to it is known from the two plans."""


ABOUT_CHANGES = re.compile(
    r"\b(?:variations?|what(?:[’']s|\s+is)\s+(?:new|different)|(?:has|have|is|we|what)\s+changed|what\s+(?:[\w’'-]+\s+){1,4}?changes"
    r"|how\s+(?:[\w’'-]+\s+){1,6}?(?:differs?|compares?)|differences?\s+(?:between|from|to|since|with)|compar(?:ed|ison)\s+with"
    r"|(?:since|from|on|of|with|to)\s+(?:the|our|its)\s+(?:last|previous|earlier|first|former)\s+(?:[\w-]+\s+)?(?:plan|programme|strategy|edition|version|agreement|framework)"
    r"|revisions?|what\s+(?:we|i)\s+(?:have\s+)?(?:revised|altered|amended|kept)"
    r"|changes?\s+(?:to|since|from|in|made|this|and)|(?:main|key|summary\s+of)\s+changes"
    r"|reasons?\s+for|rationale|why\s+(?:it|this|we)|amendments?)\b|^\W*(?:[\d.]+\s+)?changes\W*$",
    re.IGNORECASE,
)
WHY = re.compile(
    r"\b(?:to\s+(?:reflect|take|focus|include|develop|follow|match|make|meet|allow|ensure|respond|address|align|bring|give|show)"
    r"|because|since|following|after|as\s+a\s+result"
    r"|in\s+(?:the\s+)?(?:light|response|view|order)|so\s+that|due\s+to|owing\s+to|thanks\s+to|on\s+the\s+(?:grounds|advice)|given|reflecting|taking|now\s+that|when"
    r"|at\s+the\s+request|therefore|hence|which\s+is\s+why|for\s+(?:this|that)\s+reason|allow(?:s|ed)\s+us|enabl(?:es|ed)\s+us|mean[st]\s+that"
    r"|made\s+(?:it\s+)?possible)\b|,\s+(?:as|so)\b|:\s",
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
    by_likeness: bool = (
        False  # it explains only what it is alike to: no word says what was done, or it stands where nothing else tells of changes
    )
    tabled: bool = False  # it stands in the column of a table that gives the reason of each change

    @property
    def says_why(self) -> bool:
        """Whether it gives a reason, or only says that something has changed."""
        return bool(WHY.search(self.passage.text)) or any(not clause.general for clause in self.clauses)
