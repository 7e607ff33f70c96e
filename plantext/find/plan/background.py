"""What states nothing: headings over background, over a complainant's words or over who was present, and what a law requires."""

from __future__ import annotations

import re

_LAW = re.compile(
    r"\b(?:Act|Acts|Regulations?|[Ss]ection \d+|Schedule \d+|statut\w+|legislation|required (?:to|by)|requirements? (?:to|of"
    r"|for|that|under)|duty|duties|by law|[Bb]efore (?:varying|issuing|publishing|producing|making)[\w ,]+must)\b"
)
_BACKGROUND = re.compile(
    r"^\W*(?:\d+(?:\.\d+)*[.)]?\s*)?(?:introduction|background|purpose|members?(?:hip)? (?:present|of)|terms of reference|appendix"
    r"|annex|acknowledge?ments?|how we|what we did|methodology|about (?:us|the (?:panel|committee|board|review|inquiry|authors?)|this)"
    r"|(?:the|summary of(?: the)?) (?:complaints?|proposals?|law|facts|application)\W*$|(?:the )?complaints?\W*$|what happened\W*$|summary of events"
    r"|jurisdiction\W*$|our (?:approach|role|powers|remit)\W*$|role of the|(?:public )?access to (?:information|documents|papers)|declarations?(?: of interests?)?\W*$"
    r"|(?:(?:legal|statutory|legislative|financial|equalit(?:y|ies)|policy|resource|staffing|risk|environmental|other|and"
    r"|&)[,\s]+)+(?:implications?|framework|position|background|requirements?|context|basis|comments|considerations)\b"
    r"|(?=.*\b(?:apologies|formal minutes|declarations?|minutes|attendance|urgent business|exclusion|next meeting|substitutes?"
    r"|disclosures?)\b)(?:(?:apologies|declarations?|(?:formal )?minutes|attendance|urgent business|exclusion|press|public|date|time|next|previous"
    r"|last|meeting|interests?|absence"
    r"|substitutes?|disclosures?|chair(?:man|person)?['’]s|announcements|and|of|for|the|from|on|held|\d+"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)\b[\s,]*){2,}\W*$"
    r"|(?:legal|statutory|equalit(?:y|ies)|process|contents|contact(?: (?:details|information|officers?|points?|us|for.*))?|contacts"
    r"|context|implications|glossary|legislation|membership|present|apologies(?: for absence)?)\W*$)",
    re.IGNORECASE,
)
_SILENT = re.compile(r"\bmembers? present\b|^\W*(?:\d+[.)]?\s*)?(?:the |summary of (?:the )?)?complaints?\W*$", re.IGNORECASE)


def is_background(heading: str) -> bool:
    """Whether a heading stands over what the law says, who was there or how the report came about.

    >>> is_background("Introduction"), is_background("Rural crime")
    (True, False)
    """
    return bool(_BACKGROUND.match(heading))


def is_silent(heading: str) -> bool:
    """Whether nothing under a heading is a statement: who was present, or what a complainant says.

    >>> is_silent("Members present"), is_silent("The complaint"), is_silent("Background")
    (True, True, False)
    """
    return bool(_SILENT.search(heading))


def is_law(text: str) -> bool:
    """Whether `text` tells what a law requires."""
    return bool(_LAW.search(text))
