"""Where the name of a milestone ends within its paragraph: a bold opening, a colon, a full stop; and the labels that stand in it ("Owner:", "Status:")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from plantext.find.nearness import NEAR, nearness
from plantext.model.document import Block, CellBlock

LONGEST_BOLD = 25  # words of a bold opening that names something; a longer one stresses a sentence
LONGEST_NAME = 500  # characters in which a name ends
MOST_BREAKS = 6  # stops and colons that a name may hold
LENGTHS = 0.7  # of two texts that are near, the shorter has at least this share of the longer
FEWEST_LEFT = 2  # words behind a name that say something

_BREAK = re.compile(r"[.:;]\s+|\s[–—-]\s+")
_LABEL = re.compile(
    r"(?:^|(?<=\s))(?P<label>(?:Lead|Responsible|Accountable|Delivery|Action|Milestone)\s+(?:officer|body|director|owner|lead|organisation|agency|department)|Lead|Owner|Sponsor|Reporting\s+frequency|Frequency"
    r"|(?:Current\s+|RAG\s+|Overall\s+|Completion\s+|Delivery\s+)?(?:Status|Rating)|RAG|Target|Actual|Outturn|Result|Progress|Update|Commentary|Comments?|Narrative|Position)\s*:\s+"
)
ROLES = {
    "lead": "lead", "owner": "lead", "sponsor": "lead", "responsible": "lead", "accountable": "lead", "delivery": "lead", "action": "lead", "milestone": "lead",
    "reporting": "frequency", "frequency": "frequency", "status": "status", "rating": "status", "rag": "status", "target": "aim", "actual": "actual",
    "outturn": "actual", "result": "actual",
}  # fmt: skip
"""What a label's first or last word makes of what follows it; the others introduce prose."""


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A part of a block's text; `role` is that of its label, None for prose."""

    role: str | None
    text: str
    start: int


def labelled_pieces(text: str) -> list[Piece]:
    """The text parted at its labels.

    >>> [(piece.role, piece.text) for piece in labelled_pieces("Mend the pier Owner: Ida Moss Status: Done")]
    [(None, 'Mend the pier'), ('lead', 'Ida Moss'), ('status', 'Done')]
    """
    matches = list(_LABEL.finditer(text))
    edges = [0, *(match.end() for match in matches)]
    ends = [*(match.start() for match in matches), len(text)]
    roles: list[str | None] = [None]
    for match in matches:
        words = match["label"].lower().split()
        roles.append("status" if words[-1] in {"status", "rating"} else ROLES.get(words[0]))
    pieces = [Piece(role=role, text=text[start:end].strip(), start=start) for role, start, end in zip(roles, edges, ends, strict=True)]
    return [piece for piece in pieces if piece.text]


def name_end(block: Block | CellBlock, text: str, milestones: Sequence[str]) -> int | None:
    """Where a paragraph's opening, which names something, ends and what is said of it begins; None where the paragraph has no such opening.

    A bold opening names something whatever it says; another one must be near to a milestone.
    """
    bold = next((mark.span[1] for mark in block.marks if mark.style == "bold" and mark.span[0] == 0), 0)
    if 0 < bold < len(text) and len(text[:bold].split()) <= LONGEST_BOLD and len(text[bold:].split()) >= FEWEST_LEFT:
        return bold
    best, end = 0.0, None
    for match in islice(_BREAK.finditer(text, 0, LONGEST_NAME), MOST_BREAKS):
        opening = text[: match.start()]
        if len(text[match.end() :].split(maxsplit=FEWEST_LEFT)) < FEWEST_LEFT:
            continue
        alike = [one for one in milestones if min(len(one), len(opening)) >= LENGTHS * max(len(one), len(opening))]
        near = max((nearness(opening, milestone) for milestone in alike), default=0.0)
        if near >= NEAR and near > best:
            best, end = near, match.end()
    return end
