"""What kind of document a text is, guessed from how it speaks; a guess is always said to be one."""

from __future__ import annotations

import re
from itertools import takewhile

from plantext.model.batch import DocumentKind
from plantext.model.document import Document

OPENING = 25  # blocks: a document says what it is on its first page or two
FRONT = 8  # blocks at most that name it, above its first paragraph of prose
LINE = 110  # characters: what is longer is prose; converters leave half of a front page's lines unmarked, so headings alone don't do
TITLE_WEIGHT = 3  # a cue in the title or the front lines counts so many times one in the text
ABOUT_FILES = frozenset({"readme", "license", "licence", "changelog"})  # files about a folder, whatever they speak of

CUES: tuple[tuple[DocumentKind, str], ...] = (
    ("decision_notice", r"decision (?:notice|record|report)|request for (?:a )?decision|non[\s–-]*confidential"),
    ("response", r"response (?:of|by|from) the (?:\w+ ){0,6}(?:commissioner|mayor|government)|(?:commissioner|government)['’]?s? response"),
    (
        "panel_report",
        r"report of the [\w\s]{0,60}panel|panel['’]s (?:\w+ )?report|(?:scrutiny|select|overview) (?:panel|committee)|on behalf of the [\w\s]{0,60}panel",
    ),
    (
        "performance_report",
        (
            r"performance (?:against|report|update)|progress (?:against|report|update)|self[- ]assessment|"
            r"(?:quarterly|annual|interim|mid[- ]?(?:term|year)|end[- ]of[- ](?:term|year)) (?:report|progress|review)"
        ),
    ),
    ("board_report", r"report of the chief executive|purpose of (?:the )?report|the board is asked|report to the board"),
    ("plan", r"police and crime plan|action plan|strategic plan|strategy|delivery plan|\bplan\b"),
)
"""Tried in this order where two kinds are level: the rarer phrase says more."""

ABOUT_A_PLAN = re.compile(
    r"\b(?:to|on|of|against|in|under|from|with|for|vary\w*|issu\w+) (?:the|your|his|her|our|its|a|this) (?:[\w'’&-]+ ){0,6}?(?:plan|strategy)\b",
    re.IGNORECASE,
)
"""How a front page names a plan that is not the document itself."""

_CUES = tuple((kind, re.compile(cue, re.IGNORECASE)) for kind, cue in CUES)


def find_kind(document: Document) -> DocumentKind:
    """The kind of a document by its opening; "other" where nothing tells."""
    if document.source.name.partition(".")[0].casefold() in ABOUT_FILES:
        return "other"
    opening = [block for block in document.blocks if block.role != "toc"][:OPENING]
    front = takewhile(lambda block: block.kind == "heading" or len(block.text) < LINE, opening[:FRONT])
    titles = " \n ".join([document.title or "", *(block.text.replace("\n", " ") for block in front)])
    text = " \n ".join(block.text for block in opening)
    named = {"plan": ABOUT_A_PLAN.sub(" ", titles)}
    scores = {kind: TITLE_WEIGHT * bool(cue.search(named.get(kind, titles))) + bool(cue.search(text)) for kind, cue in _CUES}
    best = max(scores, key=lambda kind: scores[kind])
    return best if scores[best] else "other"
