"""What is wanted of whoever is asked: that something be done, or that something be told."""

from __future__ import annotations

import re
from typing import Literal

_QUALIFIER = (
    r"(?:(?:a|an|the|any|some|all|more|most|much|greater|further|additional|fuller|full|regular|detailed|formal|written|clear|clearer|better|specific|quarterly|annual|monthly"
    r"|six-monthly|interim|brief|short|verbal|oral|early|timely|up-to-date|updated|latest|relevant|robust|firm|significantly|considerably|statistical|financial|progress"
    r"|performance|background|comparative|supporting|your|its|his|her|their|of|copies|current|robust|future|separate|joint|similar|second|follow-up|comprehensive|local|set)\s+)*"
)
_TOLD = (
    r"(?:reports?|updates?|information|info|details?|evidence|data|figures|statistics|briefings?|briefing notes?|clarification|clarity|explanations?|assurances?|reassurances?"
    r"|confirmation|break-?downs?|analysis|feedback|presentations?|answers?|responses?|replies|cop(?:y|ies)|sight|examples|rationale|numbers|understanding|insight|papers?"
    r"|lists?|names|maps?|notes?|summar(?:y|ies)|timescales|timelines?|trends?|costings|outcomes?|results|findings|minutes)"
)
_NOUN_TOLD = re.compile(rf"^(?:for\s+|in\s+|to\s+(?:have|see|get|obtain)\s+)?{_QUALIFIER}{_TOLD}\b", re.IGNORECASE)
_TELLS = (
    r"(?:explain|clarify|confirm|inform|update|brief|advise|tell|notify|report(?:s|ed)?(?: back)?|share|comment|elaborate|reassure|assure|send|supply|respond|reply|circulate"
    r"|feed back|feedback|answer|present|justify|demonstrate to|keep (?:\w+ ){1,3}(?:informed|updated|advised|appraised|apprised))"
)
_GIVES = r"(?:provide|supply|give|submit|bring|present|share|circulate|produce|prepare|make available|offer|furnish|forward|send|receive)"
_VERB_TOLD = re.compile(
    rf"^(?:also\s+|then\s+|regularly\s+|now\s+|urgently\s+)*(?:be\s+)?(?:{_TELLS}(?:s|ed|d)?\b(?!\s+(?:data|intelligence|services|resources|premises|best|good))"
    rf"|{_GIVES}(?:s|ed|d|en)?\s+(?:(?:it|us|them|the\s+[\w ]{{3,30}}?|members|councillors|back)\s+)?(?:with\s+)?{_QUALIFIER}{_TOLD}\b|brought\s+(?:back\s+)?(?:to|before)\b"
    rf"|(?:submitted|presented|reported|provided|circulated|sent|given|supplied)\s+(?:back\s+)?(?:to|with|at)\b)",
    re.IGNORECASE,
)
_LEARNS = re.compile(
    r"^(?:to\s+)?(?:know|understand|hear|learn|receive|be\s+(?:kept\s+)?(?:informed|updated|briefed|provided|supplied|told|given|advised|sent|assured|reassured|appraised|apprised|notified)"
    r"|find out|explore|have\s+sight|receiving|hearing|seeing|learning|being\s+(?:kept\s+)?(?:informed|updated|briefed|provided))\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"^(?:about|as to|for what|to what extent|how|what|when|where|why|which|who|whose|in what way)\b", re.IGNORECASE)
_WHETHER = re.compile(r"^(?:if|whether)\b", re.IGNORECASE)
_POLITE = re.compile(r"\b(?:could|can|would|might|may|will|should)\s+(?:(?:also|please|perhaps|possibly)\s+)*(\w.*)", re.IGNORECASE)
_ACTION = re.compile(r"\b(?:to|should|could|would|can|must|might|may|shall|will|needs to|ought to)\s+(?:(?:also|please|now|perhaps|not)\s+)*(?P<verb>(?!(?:the|a|an|this|these|its|our|your|which|that|be the|all)\b)[a-z].*)", re.IGNORECASE)
_SUBJUNCTIVE = re.compile(r"^(?:that\s+)?(?:[\w'’&()-]+\s+){1,8}?(?P<verb>be\s+\w+.*)", re.IGNORECASE)
_IN_THE_PLAN = re.compile(
    r"\b(?:in|within|into|throughout|to)\s+(?:the|this|your|its|any|that|future|next|all)\s*(?:[\w'’/–&-]+\s+){0,8}?(?:plans?|strategy|document|version|draft|section|chapter|policy"
    r"|framework|edition|text|foreword|introduction|table|objectives?|priorit(?:y|ies))\b",
    re.IGNORECASE,
)
_HOW = re.compile(r"\b(?:how|what|why|whether|when|who|which)\b", re.IGNORECASE)
_NEAR = 90  # characters: the action asked for stands near the verb that asks; later infinitives say what for


def wanted(complement: str) -> Literal["request", "information"]:
    """Whether the complement of a verb of asking wants an action or an inclusion, or only to be told.

    >>> wanted("for a report on burglary"), wanted("more detail on burglary in the next plan"), wanted("if you could include burglary")
    ('information', 'request', 'request')
    """
    text = complement.strip(" ,:;").lstrip()
    if _QUESTION.match(text):
        return "information"
    if _WHETHER.match(text):
        polite = _POLITE.search(text[:_NEAR])
        return "request" if polite and not _told_by_verb(polite.group(1)) else "information"
    if _NOUN_TOLD.match(text) or _LEARNS.match(text):
        return "request" if _included(text) or (not _LEARNS.match(text) and _done_with(text)) else "information"
    if text.casefold().startswith("to see "):
        return wanted(text[7:])
    verbs = [found for found in (_ACTION.search(text[:_NEAR]), _SUBJUNCTIVE.match(text[:_NEAR])) if found]
    verb = min(verbs, key=lambda found: found.start("verb"), default=None)
    if verb and _told_by_verb(text[verb.start("verb") :]):
        return "request" if _included(text) else "information"
    if _told_by_verb(text) or re.match(rf"^(?:that\s+)?(?:(?:the|each|every)\s+)?(?:[A-Z][\w'’-]+\s+){{1,6}}{_GIVES}s?\s+(?:(?:it|us|them|members|the\s+\w+)\s+)?(?:with\s+)?{_QUALIFIER}{_TOLD}\b", text):
        return "request" if _included(text) else "information"
    return "request"


def _told_by_verb(text: str) -> bool:
    return bool(_VERB_TOLD.match(text) or _LEARNS.match(text))


def _included(text: str) -> bool:
    """More detail "in the Plan" is to be included there; "details of how the targets in the Plan were set" are not."""
    place = _IN_THE_PLAN.search(text)
    return bool(place and not _HOW.search(text[: place.start()]) and not re.match(r"to\s+the\s+(?:next|panel|committee)", text[place.start() :], re.IGNORECASE))


def _done_with(text: str) -> bool:
    """"for figures to be published" wants an action with them; "for a report to be brought to the next meeting" does not."""
    done = re.search(r"\bto be (\w+)(.*)", text[:_NEAR])
    return bool(done and not re.match(r"(?:provided|brought|submitted|presented|circulated|sent|given|shared|supplied|made available|reported)", done.group(1)))
