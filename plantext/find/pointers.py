"""Sentences that say nothing themselves and point to another report: "To be included in the Resources report, May"."""

from __future__ import annotations

import re

LONGEST = 40  # words: a longer sentence says something of its own

_PAPER = r"(?:report|paper|update|briefing|dashboard|return|review|assessment|presentation|bulletin|document|item|minutes|statement)s?"
_DONE = (
    r"(?:updated?|included|covered|reported|contained|detailed|set\s+out|addressed|provided|presented|discussed|considered"
    r"|submitted|given|shown|outlined|published|found|dealt\s+with)"
)
_ADVERB = r"(?:(?:also|last|previously|fully|separately|further|more\s+fully|next|now|all)\s+)?"
_POINTER = re.compile(
    rf"^\W*(?:(?:please\s+)?(?:see|refer\s+to)\s+|as\s+per\s+"
    rf"|(?:(?:this|the|an?|further|additional|more|full|details?|information|item|work|progress|performance|area|deliverable"
    rf"|milestone|action|update|on|in|about|for|of|it)\s+){{0,8}}"
    rf"(?:(?:as|is|was|are|were|has|have|had|will|to|be|been|being|being)\s+){{0,3}}{_ADVERB}{_DONE}\s+{_ADVERB}(?:in"
    rf"|within|by|through|to|as\s+part\s+of|under)\s+)"
    rf"(?:the\s+|a\s+|an\s+|our\s+|its\s+)?(?P<where>.*\b{_PAPER}\b.*)$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s+(?:with\s+(?:the\s+)?(?:main|key)|and\s+(?:is|was|will|are)|where|which|whose|as\s+follows)\b", re.IGNORECASE)


def find_pointer(sentence: str) -> tuple[str, bool] | None:
    """The report that a sentence points to, as written, and whether what follows is said to sum it up; None where it is no pointer.

    >>> find_pointer("To be included in the Harbour report, May 2032.")
    ('Harbour report, May 2032', False)
    >>> find_pointer("Covered in the Harbour report with the main points below")
    ('Harbour report', True)
    >>> find_pointer("The report was late.")
    """
    line = " ".join(sentence.split())
    match = _POINTER.match(line) if len(line.split()) <= LONGEST else None
    if match is None:
        return None
    whole = match["where"]
    cut = _GOES_ON.search(whole)
    where = whole[: cut.start()] if cut else whole
    sums_up = bool(cut and re.match(r"\s+(?:with|as)", cut[0], re.IGNORECASE))
    return where.rstrip(" .;:,–-"), sums_up
