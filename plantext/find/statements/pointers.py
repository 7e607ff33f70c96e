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
_SUBJECT = (
    r"(?:(?:progress|performance|work|information|details?|updates?|account|delivery)\s+(?:on|of|against|for|in|about)\s+(?:[\w'’-]+\s+){1,8}?"
    r"|(?:(?:this|these|the|an?|further|additional|more|full|both|details?|information|items?|work|progress|performance|area|account|deliverables?"
    r"|milestones?|actions?|commitments?|pledges?|promises?|targets?|measures?|recommendations?|updates?|\d{1,3}(?:\.\d{1,3})*[a-z]?,?"
    r"|and|to|on|in|about|for|of|it|they|numbers?|nos?\.?)\s+){0,9})"
)
"""What is reported elsewhere: nothing but the thing itself, its number, or "progress on …"."""
_SEPARATELY = re.compile(
    rf"^\W*{_SUBJECT}(?:(?:is|was|are|were|has|have|had|will|to|be|been|being)\s+){{1,3}}(?:reported|covered|presented|dealt\s+with|considered)\s+"
    r"(?:on\s+|upon\s+)?(?:separately|elsewhere)(?:\s+(?P<where>(?:to|in|by|at|through|under|with)\s+.+))?$",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    rf"^\W*(?:(?!(?:is|are|was|were|has|have|had|will|that|which|we|they)\b)[\w’'&-]+\s+){{1,7}}(?:is|are|will\s+be)\s+(?:(?:also|further|fully|more\s+fully)\s+)?"
    rf"(?:covered|reported|dealt\s+with|set\s+out|described|detailed)\s+(?:further\s+|on\s+|separately\s+)?in\s+(?:the\s+|a\s+|an\s+|our\s+|its\s+)?"
    rf"(?P<where>.*\b{_PAPER}\b.*)$",
    re.IGNORECASE,
)
"""A subject of its own, and nothing but where it is reported: "Work on the piers is covered in the Works report"."""
APART = "a separate report"
"""What is pointed to where a sentence only says "is reported separately"."""
_POINTER = re.compile(
    rf"^\W*(?:(?:please\s+)?(?:see|refer\s+to)\s+|as\s+per\s+|{_SUBJECT}"
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
    >>> find_pointer("Action 7 is reported separately in the Harbour bulletin."), find_pointer("This is reported separately.")
    (('Harbour bulletin', False), ('a separate report', False))
    >>> find_pointer("The report was late.")
    """
    line = " ".join(sentence.split())
    match = (_POINTER.match(line) or _ELSEWHERE.match(line)) if len(line.split()) <= LONGEST else None
    if match is None:
        apart = _SEPARATELY.match(line.rstrip(" .;")) if len(line.split()) <= LONGEST else None
        return (apart["where"] or APART, False) if apart else None
    whole = match["where"]
    cut = _GOES_ON.search(whole)
    where = whole[: cut.start()] if cut else whole
    sums_up = bool(cut and re.match(r"\s+(?:with|as)", cut[0], re.IGNORECASE))
    return where.rstrip(" .;:,–-"), sums_up
