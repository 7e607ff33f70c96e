"""How a report is set: which of its lines are headings in all but name or furniture, and whether italics mark its notes."""

from __future__ import annotations

import re
from collections import Counter

from plantext.model.document import Block, CellBlock, Document, Span

HEADING_WORDS = 12  # words of a wholly bold line that is a heading in all but name
NEARLY_ALL = 0.9  # of a span's letters: a stop or a reference may be set otherwise

_FURNITURE = re.compile(
    (
        r"^(?:dear|yours|cc\.?|to:|from:|tel|email|telephone|page \d+|www\.|https?:|sent by|our ref|your ref"
        r"|date)\b(?!.*\b(?:was|were|is|asked|noted|felt|would|should)\b)"
    ),
    re.IGNORECASE,
)
_NAMES = re.compile(
    (
        r"^(?:(?:councillors?|cllrs?|members?|present|apologies"
        r"|in attendance)\b[\s:]*)(?:[A-Z][\w.'’-]*+[\s,;&]*+(?:\([^)]*\)[\s,;]*+)?+)++$"
    ),
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"^(?:[Rr]eport\s+)?[Tt]o\s+(?:the\s+)?(?P<who>[A-Z][\w'’&]+(?:\s+(?:and|of|for|the|&|[A-Z][\w'’&]+)){0,9})\s*$")


def is_furniture(text: str) -> bool:
    """Whether a line belongs to the letter and not to what it says: an address, a date, a list of those present.

    >>> is_furniture("Dear Commissioner"), is_furniture("Present: Councillors Hale, Marsh and Okoro"), is_furniture("Members were glad.")
    (True, True, False)
    """
    named = _NAMES.match(text) and re.search(r"^\S+\s+[A-Z]", text) and not re.search(r"\s(?!and\b)[a-z]\w+", text)
    return bool(_FURNITURE.match(text) or named)


def is_marked(block: Block | CellBlock, style: str, span: Span) -> bool:
    """Whether nearly all of `span` is set in `style`."""
    covered = sum(max(0, min(mark.span[1], span[1]) - max(mark.span[0], span[0])) for mark in block.marks if mark.style == style)
    return covered >= NEARLY_ALL * (span[1] - span[0]) > 0


def is_bold_line(block: Block) -> bool:
    """Whether a paragraph is a heading in all but name: "**Rural crime**" on a line of its own."""
    return (
        block.kind == "paragraph"
        and len(block.text.split()) <= HEADING_WORDS
        and not block.text.rstrip().endswith((".", ":", ";", ","))
        and is_marked(block, "bold", (0, len(block.text)))
    )


def mixes_type(document: Document) -> bool:
    """Whether some paragraphs are italic and most are not: a report that sets its notes so."""
    paragraphs = [block for block in document.blocks if block.kind == "paragraph"]
    italic = sum(is_marked(block, "italic", (0, len(block.text))) for block in paragraphs)
    return 2 <= italic < len(paragraphs) * 0.7


def own_title(document: Document) -> str | None:
    """The title, where it is set otherwise than most headings: what stands right under it has no theme."""
    levels = Counter(block.level for block in document.blocks if block.kind == "heading" and block.text != document.title)
    own = {block.level for block in document.blocks if block.kind == "heading" and block.text == document.title}
    return document.title if levels and levels.most_common(1)[0][0] not in own else None


def addressed_to(document: Document) -> str | None:
    """The one that a line of its own addresses: "To the Commissioner for Harbours"."""
    for block in document.blocks[:40]:
        match = _ADDRESSED.match(block.text.strip())
        if match and block.kind in {"heading", "paragraph"}:
            return match.group("who")
    return None
