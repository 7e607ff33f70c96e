"""Who speaks: the body that asks, or the one that answers to it. Told from the words before a verb, without a list of names."""

from __future__ import annotations

import re
from typing import Literal

Speaker = Literal["body", "name", "answerer", "paper", "start", "thing"]

ADVERB = (
    r"(?:also|(?<=has )since|(?<=have )since|(?<=had )since|continues? to|continued to|therefore|nevertheless|nonetheless|moreover|instead|likewise|once again"
    r"|in future"
    r"|for (?:example|instance)|as yet|going forward|thus|again|however|further|furthermore|additionally|still|now|then|both|all|each|once more"
    r"|in particular|in addition"
    r"|very much|too|never|always|often|so|in turn|as a result|not only|do|does|did|on balance|(?!assembly|family|supply"
    r"|reply|only\b)[a-z]+ly)"
)
"""A word that may stand between a subject, its auxiliary and its verb."""

OFFICES = (
    r"commissioners?|pcc|pccs|pfcc|pcfc|opcc|opfcc|mopac|(?:deputy )?mayors?|chief constables?|constabulary|force|forces"
    r"|chief officers?|chief executives?|chief fire officer"
    r"|sheriffs?|ministers?|secretary of state|government|governments|department|ministry|cabinet|cabinet member"
    r"|portfolio holder|leader of the council|executive"
    r"|directors?|officers?|management|the service|home office|deputy commissioner|trust|agency|company|provider|providers"
    r"|administration|council leader"
    r"|operators?|contractors?|landlords?|regulators?|suppliers?|developers?|head ?teachers?|vice-chancellor|university|hospital|college"
    r"|managers?|administrators?|applicants?|employers?|owners?|registrar|dean|school|academy|ombudsman|superintendent|police|dcc|acc|inspector"
    r"|commander|chancellor|principal|secretariat|treasurer"
    r"|presenter|presenters|clerk|town clerk|officials?|spokes(?:man|woman|person)|point of contact"
)
"""Those who answer to a scrutinising body, whatever the field; the letter's own "you" is one too."""

_ANSWERER = re.compile(
    r"(?:\byour (?:\w+ )?(?:deputy|team|office|staff|officers?|colleagues?|predecessor|director|department|company|organisation|representatives?)"
    rf"|\byou|\b(?:{OFFICES})(?:['’]s? (?:office|team|staff|representatives?|deputy|plan|officers?))?(?: \([A-Z][\w&]*\))?"
    r"|\b(?:constable|superintendent|inspector|commissioner|minister|director|officer|mayor|dcc|acc"
    r"|executive)(?:(?: (?:of|for|and))?(?: the)? (?-i:[A-Z])[\w'’-]+){1,4}|\bhe|\bshe)$",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"(?:\b(?:we|i|it|they|members?|councillors?|cllrs?|panel|committee|board|assembly|group|commission|council|inquiry"
    r"|enquiry|review|reviewers?|forum|authority"
    r"|body|conference|meeting|party|jury|chair|chairman|chairwoman|chairperson|vice-chair|auditors?|audit|inspectors"
    r"|inspectorate|inspection|team|parliament|senate"
    r"|tenants?|leaseholders?|customers?|pupils?|students?|learners?|employees?|workers?|passengers?|clients?|visitors?|teachers?"
    r"|doctors?|nurses?|drivers?|cyclists?|senators?|famil(?:y|ies)|charit(?:y|ies)|unions?|traders?|landowners?|farmers?|pensioners?"
    r"|children|callers|readers|neighbours|correspondents?|signatories|petitioners?|objectors?|supporters?"
    r"|residents?|respondents?|participants??|attendees?|consultees|people|public|stakeholders?|partners?|communit(?:y|ies)"
    r"|victims?|survivors?|businesses|witness(?:es)?"
    r"|delegates?|trustees?|governors?|parents?|carers?|patients?|staff|users?|voters?|citizens?|contributors?|representatives?"
    r"|organisations?|organizations?|groups"
    r"|responses|submissions|one|some|many|several|most|others|few|number|majority|minority|all|both|those|report|network"
    r"|alliance|association|union|federation)"
    r"(?: \([\w&,' -]+\))?)$",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b[A-Z][\w&’'-]*\)?$")
_TAIL = re.compile(rf"(?:[\s,]+(?:{ADVERB}|have|has|had|having|would|may|might))+[\s,]*$", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"\b(?:of|in|for|from|with|without|on|at|near|outside|around|among|amongst|across|within|by|under|over)\s+(?:(?!(?:is|are|was|were"
    r"|be|been|has|have|had|and"
    r"|to)\s)\S+\s+){0,4}\S+(?<!and)$"
)
_BE = re.compile(
    (
        r"\b(?:am|is|are|was|were|be|been|being|the|a|an|this|these|that|those|our|their|its|his|her|your|any|every|no|of|in|on"
        r"|for|by|with|from|to|which|who)$"
    ),
    re.IGNORECASE,
)
_PAPER = re.compile(r"\b(?:plans?|strategy|document|draft|framework|precept|budget)$", re.IGNORECASE)
_LEAD_IN = re.compile(
    (
        rf"^(?:that|and|but|or|so|while|whilst|although|though|{ADVERB}|however|finally|overall|similarly|equally|secondly"
        rf"|firstly|lastly|in conclusion|\(?(?:[ivx]+|[a-z]|\d+)[.)])?[\s,.;:()–—-]*$"
    ),
    re.IGNORECASE,
)


def speaker(before: str) -> Speaker:
    """Who the subject at the end of `before` (the words ahead of a verb) is; "paper" is a plan or draft,
    "name" one capital word that may as well be any noun at a sentence's start, "start" nobody yet.

    >>> speaker("Following the debate, Members "), speaker("The Chief Constable has "), speaker("However, "), speaker("the targets ")
    ('body', 'answerer', 'start', 'thing')
    """
    words = before.rstrip(" ,–—-")
    trimmed = _TAIL.sub("", f" {words}").strip(" ,")
    if before.count(",") % 2 and before.rstrip().endswith(",") and trimmed == words.strip():
        return "start" if _LEAD_IN.match(words) else "thing"  # "to help, train, support the crews"
    if _BE.search(trimmed):
        return "thing"  # "the victims are supported", "the recommended price"
    if _LEAD_IN.match(words) or not trimmed:
        return "start"
    if re.search(r"\w['’]s?$", trimmed):
        return "thing"
    if _PAPER.search(trimmed):
        return "paper"
    if _ANSWERER.search(trimmed):
        return (
            "body"
            if re.search(
                r"\b(?:members|representatives|victims|users|residents|chair|staff|pupils|students|parents|tenants|people|patients"
                r"|governors"
                r"|teachers|customers|councillors) (?:of|from|in|at) [\w ]+$",
                trimmed,
                re.IGNORECASE,
            )
            else "answerer"
        )
    if _BODY.search(trimmed):
        return "body"
    if re.search(r"\b(?:nothing|none|nowhere|what|this|these)$", trimmed, re.IGNORECASE):
        return "thing"
    if _NAME.search(trimmed):
        return "name" if " " not in trimmed else "body"
    if (inner := _PREPOSITION.sub("", trimmed).strip(" ,")) and inner != trimmed and _BODY.search(inner):
        return "body"
    return "thing"
