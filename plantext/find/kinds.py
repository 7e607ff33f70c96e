"""What kind of document a text is, guessed from how it speaks; a guess is always said to be one."""

from __future__ import annotations

import re

from plantext.model.batch import DocumentKind
from plantext.model.document import Document

OPENING = 25  # blocks: a document says what it is on its first page or two
TITLE_WEIGHT = 3  # a cue in the title or the first headings counts so many times one in the text

CUES: tuple[tuple[DocumentKind, str], ...] = (
    ("decision_notice", r"decision (?:notice|record|report)|request for (?:a )?decision|non[\s–-]*confidential"),
    ("response", r"response (?:of|by|from) the (?:\w+ ){0,6}(?:commissioner|mayor|government)|(?:commissioner|government)['’]?s? response"),
    (
        "panel_report",
        r"report of the [\w\s]{0,60}panel|panel['’]s (?:\w+ )?report|(?:scrutiny|select|overview) (?:panel|committee)|on behalf of the [\w\s]{0,60}panel",
    ),
    (
        "performance_report",
        r"performance (?:against|report|update)|progress (?:against|report|update)|(?:quarterly|annual) (?:report|progress)",
    ),
    ("board_report", r"report of the chief executive|purpose of (?:the )?report|the board is asked|report to the board"),
    ("plan", r"police and crime plan|action plan|strategic plan|strategy|delivery plan|\bplan\b"),
)
"""Tried in this order where two kinds are level: the rarer phrase says more."""

_CUES = tuple((kind, re.compile(cue, re.IGNORECASE)) for kind, cue in CUES)


def find_kind(document: Document) -> DocumentKind:
    """The kind of a document by its opening; "other" where nothing tells."""
    opening = [block for block in document.blocks if block.role != "toc"][:OPENING]
    titles = " \n ".join([document.title or "", *(block.text for block in opening if block.kind == "heading")][:4])
    text = " \n ".join(block.text for block in opening)
    scores = {kind: TITLE_WEIGHT * bool(cue.search(titles)) + bool(cue.search(text)) for kind, cue in _CUES}
    best = max(scores, key=lambda kind: scores[kind])
    return best if scores[best] else "other"
