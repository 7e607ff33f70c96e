"""Who leads on a milestone, and how often it is reported: "(Lead Chief Officer – quarterly)" behind a heading, or at its end."""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST_LEAD = 16  # words in the bracket; a longer one is a remark

FREQUENCY = (
    r"(?:bi-?\s?|half[\s-])?(?:annual(?:ly)?|yearly|monthly|weekly)|quarterly|daily|termly|ongoing|ad hoc|as required"
    r"|(?:every\s+)?(?:\d{1,2}|two|three|four|six|twelve)[\s-]?(?:monthly|months?)|twice (?:a|per) year|each (?:quarter|month|year)"
)
OFFICE = (
    r"\b(?:chief|officers?|director|directorate|manager|head|commissioner|constable|superintendent|inspector|leads?|team|unit|department|division"
    r"|office|secretary|minister|council|board|portfolio)\b|\b(?-i:[A-Z]{2,})\b"
)
"""What a bracket without the word "Lead" must name, to be one: an office, or an acronym."""

_LEAD = re.compile(
    r"^(?:joint\s+|strategic\s+|action\s+|executive\s+)?(?:leads?(?:\s+(?:[a-z]+\s+)?(?:officers?|bod(?:y|ies)|agenc(?:y"
    r"|ies)|organisations?|departments?|directors?|persons?)(?=\s*:))?|owners?"
    r"|(?:responsible|accountable)(?:\s+\w+(?=\s*:))?|led by|sponsors?)\b\s*[:\-–—]?\s*",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\(([^()]{2,160}(?:\([^()]{1,40}\)[^()]{0,60})?)\)[.:]?\s*$")
_SPLIT = re.compile(rf"^(?P<lead>.*?)\s*(?:[-–—,;/]\s*|\s)(?P<often>{FREQUENCY})\s*$", re.IGNORECASE)
_LABEL = re.compile(
    r"^(?:reporting\s+)?frequency(?:\s+of\s+reporting)?\s*:\s*(?P<often>.+)$|^reported\s*:?\s+(?P<reported>.+)$", re.IGNORECASE
)
_LABELLED = re.compile(
    r"^(?:joint\s+|strategic\s+|delivery\s+|action\s+|milestone\s+)?(?:lead|owner|responsible|accountable|sponsor)(?:\s+(?:officer"
    r"|body|agency|organisation|department|director|person|manager|lead|owner)s?)?\s*:",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Lead:
    """Who leads, and how often they report; `rest` is the text without the bracket."""

    lead: str | None
    frequency: str | None
    rest: str


def find_lead(text: str, *, behind: bool = False) -> Lead | None:
    """The lead that a line names: the whole of it, or the bracket at its end. `behind`: the line stands straight
    behind a heading, or is known to be one: then a bracket that names an office is enough.

    >>> find_lead("(Lead Chief Officer – quarterly)")
    Lead(lead='Chief Officer', frequency='quarterly', rest='')
    >>> find_lead("Mend the pier (Lead: Ida Moss)")
    Lead(lead='Ida Moss', frequency=None, rest='Mend the pier')
    >>> find_lead("(Lead Director of Works)").lead, find_lead("Lead officer: Ida Moss").lead
    ('Director of Works', 'Ida Moss')
    >>> find_lead("Mend the pier (both halves)")
    """
    line = " ".join(text.split())
    if _LABELLED.match(line) and len(line.split()) <= LONGEST_LEAD:
        return _parted(_LEAD.sub("", line), "")
    if match := _LABEL.match(line):
        often = match["often"] or match["reported"]
        return Lead(lead=None, frequency=often, rest="") if re.fullmatch(FREQUENCY, often, re.IGNORECASE) else None
    match = _BRACKET.search(line)
    if match is None or len(match[1].split()) > LONGEST_LEAD:
        return None
    inner, rest = match[1].strip(), line[: match.start()].strip()
    if _LEAD.match(inner):
        return _parted(_LEAD.sub("", inner), rest)
    named = re.search(OFFICE, inner, re.IGNORECASE) and inner[:1].isupper()
    if named and (behind or (rest and _SPLIT.match(inner))):
        return _parted(inner, rest)
    return None


def _parted(inner: str, rest: str) -> Lead:
    match = _SPLIT.match(inner)
    lead, often = (match["lead"], match["often"]) if match else (inner, None)
    return Lead(lead=lead.strip(" ,;:-–—") or None, frequency=often, rest=rest)
