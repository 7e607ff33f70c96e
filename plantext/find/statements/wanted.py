"""What is wanted of whoever is asked: that something be done, or that something be told."""

from __future__ import annotations

import re
from typing import Literal

_QUALIFIER = (
    r"(?:(?:a|an|the|this|these|that|those|such|any|some|all|more|most|much|greater|further|additional|fuller|full|regular"
    r"|detailed|formal|written"
    r"|clear|clearer|better|specific|quarterly|annual|monthly"
    r"|six-monthly|interim|brief|short|verbal|oral|early|timely|up-to-date|updated|latest|relevant|robust|firm|significantly"
    r"|considerably|statistical|financial|progress"
    r"|performance|background|comparative|supporting|your|its|his|her|their|of|copies|current|robust|future|separate|joint"
    r"|similar|second|follow-up|comprehensive|local|set)\s+)*"
)
_KIND = (
    r"(?:(?!(?:on|of|for|in|to|and|with|from|about|that|you|we|it|they|be|publish|include|add|use|collect|improve|review|set"
    r"|amend|show|share|provide|explain)"
    r"(?:s|d|es|ed)?\b)[\w'’-]+\s+)?"
)
"""One word of what kind: "ward figures", "the revised data"."""

_TOLD = (
    r"(?:reports?|updates?|information|info|details?|evidence|proof|data|figures|statistics|briefings?|briefing notes?"
    r"|clarification|clarity|explanations?|assurances?|reassurances?"
    r"|confirmation|break-?downs?|analysis|feedback|presentations?|answers?|responses?|cop(?:y|ies)|sight|examples"
    r"|rationale|numbers|understanding|insight|papers?"
    r"|lists?|names|maps?|modelling|workings|calculations|notes?(?=\s+(?:on|of|about|from|explaining|setting)\b)|repl(?:y|ies)|trajector(?:y|ies)|forecasts?|summar(?:y"
    r"|ies)|timescales|timetables?|timelines?|trends?|costings|outcomes?|results|findings|number|views"
    r"|publication|disclosure|rates|scores|opinions?|thoughts|comments|advice|minutes|chronology|documents?|documentation|statements?|correspondence|accounts?)"
)
_NOUN_TOLD = re.compile(
    rf"^(?:for\s+|in\s+|to\s+(?:have|see|get|obtain)\s+)?{_QUALIFIER}{_KIND}{_TOLD}\b(?!\s+(?:an?|the|its|his|her|their)\s)",
    re.IGNORECASE,
)
_BODY = (
    r"(?:us|me|it|them|members|councillors|(?:the|this|our|its|each|a future)\s+(?:[\w'’&-]+\s+){0,5}?(?:panel|committee"
    r"|board|assembly|council|group|sub-committee|meeting|commission|forum|public))"
)
_TELLS = (
    rf"(?:(?:explain|clarify|clarifie[ds]|confirm|comment|elaborate|report|report back|respond|reply|feed back|feedback"
    rf"|circulate|justify|justifie[ds]|(?:set out|demonstrate|outline)(?:\s+in\s+\w+\s+(?:response|reply|answer))?\s+(?:how|why|(?:its|their|his|her|your|the)\s+(?:\w+\s+)?(?:reason(?:s|ing)?"
    r"|rationale|intentions|position|thinking|assessment|view))|state\s+(?:how|why|whether|what|its|their|his|her))"
    rf"|let\s+{_BODY}\s+(?:know|have)|write\s+to\s+{_BODY}\s+(?:(?:by|within|before|in)\s+(?:\w+\s+){{1,3}}?)?(?:with|about|explaining|setting out|confirming|on|to\s+(?:explain|confirm))"
    rf"|(?:inform|update|brief|advise|tell|notify|assure|reassure|answer|send|keep)(?:s|ed|d)?(?=\s+{_BODY})|(?:share"
    rf"|present)(?:s|ed|d)?(?=\s.{{0,80}}?\b(?:with|to)\s+{_BODY}))"
)
_OF_A_PAPER = re.compile(
    r"^that\s+(?:this|these|the|its|our)\s+(?:[\w'’-]+\s+){1,3}?(?:is|are|be)\s+(?!provided|submitted|brought|sent|given|circulated|shared"
    r"|presented|made\b|reported|supplied|tabled)",
    re.IGNORECASE,
)
"""Something is to be done with a report: "that this report be discussed"."""
_LETTER_SENT = re.compile(
    r"^(?:that\s+)?(?:an?|the)\s+(?:\w+\s+)?(?:letter|objection|complaint|notice|reminder|invitation)\b.{0,60}?\bbe\s+(?:sent|written|made|submitted)\b",
    re.IGNORECASE,
)
"""What the body itself sends out tells it nothing."""
_GIVES = (
    r"(?:provide|supply|give|submit|bring|present|share|circulate|produce|prepare|make available|offer|furnish|forward|send"
    r"|receive)"
)
_VERB_TOLD = re.compile(
    rf"^(?:also\s+|then\s+|regularly\s+|now\s+|urgently\s+|please\s+)*(?:be\s+)?(?:{_TELLS}(?:s|ed|d)?\b"
    rf"|{_GIVES}(?:s|ed|d|en)?\s+(?:(?:{_BODY}|back|you)\s+)?(?:(?:every|each|by|within"
    rf"|at)\s+(?:[\w'’-]+\s+){{1,4}}?)?(?:with\s+)?{_QUALIFIER}{_KIND}{_TOLD}\b"
    rf"|brought\s+(?:back\s+)?(?:to|before)\b"
    rf"|(?:submitted|presented|reported|provided|circulated|sent|given|supplied)\s+(?:back\s+)?(?:to|with|at)\s+(?:{_BODY}"
    rf"|(?-i:[A-Z]{{2,}})\b|its|their))",
    re.IGNORECASE,
)
_LEARNS = re.compile(
    r"^(?:to\s+)?(?:know|understand|hear|learn|receive|be\s+(?:kept\s+)?(?:up to date|up-to-date|abreast|informed|updated"
    r"|briefed|provided|supplied|told"
    rf"|consulted|given(?=\s+{_QUALIFIER}{_KIND}{_KIND}{_TOLD}\b)|advised|sent(?!\s+(?:by|to|out)\b)|assured|reassured|appraised|apprised"
    rf"|notified)"
    r"|find out|explore(?=\s+(?:how|why|what|whether|if)\b)|have\s+sight|receiving|hearing|seeing|learning|being\s+(?:kept\s+)?(?:informed|updated|briefed|provided))\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"^(?:about|as to|for what|to what extent|how|what|when|where|why|which|who|whose|in what way)\b", re.IGNORECASE)
_WHETHER = re.compile(r"^(?:if|whether)\b", re.IGNORECASE)
_POLITE = re.compile(r"\b(?:could|can|would|might|may|will|should)\s+(?:(?:also|please|perhaps|possibly)\s+)*(\w.*)", re.IGNORECASE)
_ACTION = re.compile(
    (
        r"\b(?<!which )(?:to|should|could|would|can|must|might|may|shall|will|needs to|ought to)\s+(?:(?:also|please|now|perhaps"
        r"|not)\s+)*(?P<verb>(?!(?:the|a|an|this|these|its|our|your|which|that|be the|all)\b)[a-z].*)"
    ),
    re.IGNORECASE,
)
_SUBJUNCTIVE = re.compile(r"^(?:that\s+)?(?:[\w'’&()-]+\s+){1,8}?(?P<verb>be\s+\w+.*)", re.IGNORECASE)
_IN_THE_PLAN = re.compile(
    r"\b(?:in|within|into|throughout|to)\s+(?:the|this|your|its|any|that|future|next"
    r"|all)\s*(?:[\w'’/–&-]+\s+){0,8}?(?:plans?|strategy|document|version|draft|section|chapter|policy"
    r"|framework|edition|text|foreword|introduction|tables?|glossary|annex|appendix|index|summary|objectives?|priorit(?:y|ies))\b",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(
    r"\b(?:to|should|could|would|can|must|might|may|shall|will|needs to|ought to)\s+(?:\w+ly\s+|also\s+|not\s+|now\s+)*$", re.IGNORECASE
)
_HOW = re.compile(r"\b(?:how|what|why|whether|when|who|which)\b", re.IGNORECASE)
_WHEN = re.compile(
    r"^(?:in\s+writing|last\s+(?:year|month|time|autumn|spring|summer|winter)|again|previously|at\s+(?:its|the|our|that"
    r"|this)\s+(?:\w+\s+){0,3}?meeting|in\s+[A-Z]\w+(?:\s+\d{4})?),?\s+"
)
_WHOM = re.compile(
    r"^(?!(?:for|that|if|whether|to|a|an|more|further|how|what|about)\b)(?:[\w'’]+\s+){1,6}?"
    rf"(?=for\s+(?:{_QUALIFIER}{_KIND}{_TOLD}\b|more\b))",
    re.IGNORECASE,
)
_LISTENS = re.compile(
    r"(?:^|\s)(?:we|us|i|me|it|they|them|members?|councillors?|scrutiny|panel|committee|sub-committee|board|assembly|council|group|meeting"
    r"|commission|forum)$",
    re.IGNORECASE,
)
_GETS = re.compile(
    r"(?:be\s+(?:(?:\w+ly|also|then|now|first|always|still)\s+)*(?:(?P<handed>provided|supplied|sent|given)|(?:kept\s+)?(?:up[ -]to[ -]date"
    r"|abreast|informed|updated|briefed|told|consulted|advised|assured|reassured|notified))"
    r"|receive|know|understand|hear|learn|have\s+sight)\b",
    re.IGNORECASE,
)
_TOLD_THERE = re.compile(
    rf"(?:^|[,;:]\s+|\b(?:that|and|for|see|have)\s+){_QUALIFIER}{_KIND}{_KIND}{_TOLD}"
    r"(?=\s*(?:$|,)|\s+(?:of|on|for|about|in|at|from|to|by|with|as|that|which|showing|setting|explaining|regarding|concerning|and|or)\b)",
    re.IGNORECASE,
)
_TO_OTHERS = re.compile(
    rf"\s+(?:\w+ly\s+)?to\s+(?!{_BODY}\b|its\b|our\b|(?:\w+\s+){{0,3}}?(?:members|councillors)\b)(?:(?:all|every|each|any|those|both|the)\s+)*(?:[\w-]+\s+){{0,2}}?"
    r"(?:[a-z]+[^s\W]s|people|children|staff|men|women)\b",
    re.IGNORECASE,
)
_HANDED = re.compile(r"\bbe\s+(?:\w+ly\s+)?(?:provided|supplied|sent|given)\b", re.IGNORECASE)
_NEAR = 90  # characters: the action asked for stands near the verb that asks; later infinitives say what for


def wanted(complement: str, subject: str = "") -> Literal["request", "information"]:
    """Whether the complement of a verb of asking wants an action or an inclusion, or only to be told. `subject` is of whom or what
    that is wanted, where it stands ahead of the complement.

    >>> wanted("for a report on burglary"), wanted("more detail on burglary in the next plan"), wanted("if you could include burglary")
    ('information', 'request', 'request')
    """
    text = _WHOM.sub("", _WHEN.sub("", complement.strip(" ,:;").lstrip()))
    if _QUESTION.match(text):
        return "information"
    if _WHETHER.match(text):
        polite = _POLITE.search(text[:_NEAR])
        others = bool(polite and _for_others(text[2 : polite.start()].removeprefix("ether"), polite.group(1)))
        return "request" if polite and (others or not _told_by_verb(polite.group(1))) else "information"
    if _LETTER_SENT.match(text):
        return "request"
    handed = _HANDED.search(text[:_NEAR])
    if (subject and _for_others(subject, text.removeprefix("to "))) or (handed and _TO_OTHERS.match(text[handed.end() :])):
        return "request"
    if (_NOUN_TOLD.match(text) and not _OF_A_PAPER.match(text)) or _LEARNS.match(text):
        return "request" if _included(text) or (not _LEARNS.match(text) and _done_with(text)) else "information"
    if text.casefold().startswith("to see "):
        return wanted(text[7:])
    verbs = [found for found in (_ACTION.search(text[:_NEAR]), _SUBJUNCTIVE.match(text[:_NEAR])) if found]
    verb = min(verbs, key=lambda found: found.start("verb"), default=None)
    if verb and _for_others(subject or re.sub(_AUXILIARY, "", text[: verb.start("verb")]), text[verb.start("verb") :]):
        return "request"
    if verb and _told_by_verb(text[verb.start("verb") :]):
        return "request" if _included(text) else "information"
    if re.match(rf"^that\s+(?:[\w'’&-]+\s+){{1,7}}?(?!reports?\b){_TELLS}s?\b", text, re.IGNORECASE) and not verb:
        return "information"
    if _told_by_verb(text) or re.match(
        (
            rf"^(?:that\s+)?(?:(?:the|each|every)\s+)?(?:(?:[A-Z][\w'’-]+\s+){{1,6}}|[a-z]+s\s+|staff\s+){_GIVES}s?\s+(?:(?:it|us|them"
            rf"|members"
            rf"|the\s+\w+)\s+)?(?:with\s+)?{_QUALIFIER}{_KIND}{_TOLD}\b"
        ),
        text,
    ):
        return "request" if _included(text) else "information"
    return "request"


_SEEN = re.compile(
    r"(?:^|,\s+)(?:please\s+)?(?:can|could|may|might)\s+(?:we|I|members|the\s+\w+)\s+(?:also\s+|please\s+)*(?P<verb>see|have|get)\s+(?P<what>[^?]+)",
    re.IGNORECASE,
)
"""Somebody asks to be shown or given something: "Can we see the lease?"."""


def wanted_by_question(text: str) -> Literal["request", "information"]:
    """The same of a question: "Could the draft name a lead?" wants it done, "Will the pier open in May?" an answer.

    >>> wanted_by_question("Could the draft name a lead?"), wanted_by_question("Can you say who leads?")
    ('request', 'information')
    """
    if seen := _SEEN.search(text):
        return wanted(f"for {seen['what']}") if seen["verb"].casefold() != "see" else "information"
    polite = re.search(r"(?:^|,\s+)(?:please\s+)?(?:can|could|will you|would you|should)\b\s*(.*)", text, re.IGNORECASE)
    if not polite:
        return "information"
    words = polite.group(1).split()
    starts = [" ".join(words[index:]) for index in range(min(6, len(words)))]
    return (
        "information"
        if any(_told_by_verb(rest) or re.match(r"(?:say|be (?:clear|certain|sure))\b", rest) for rest in starts)
        else "request"
    )


def _for_others(subject: str, verb: str) -> bool:
    """Whether somebody else than the body that asks gets something: "a lift be provided", "tenants be told"; to it figures are provided."""
    who = re.sub(r"^(?:that|for|to\s+(?:see|have))\s+", "", subject.strip(" ,"))
    match = _GETS.match(verb)
    if not match or not who or _LISTENS.search(who):
        return False
    return not (match["handed"] and _TOLD_THERE.search(who)) or bool(_TO_OTHERS.match(verb[match.end() :]))


def _told_by_verb(text: str) -> bool:
    return bool(_VERB_TOLD.match(text) or _LEARNS.match(text))


def _included(text: str) -> bool:
    """More detail "in the Plan" is to be included there; "details of how the targets in the Plan were set" are not."""
    place = _IN_THE_PLAN.search(text)
    return bool(
        place
        and not _HOW.search(text[: place.start()])
        and not re.match(r"to\s+the\s+(?:next|panel|committee)", text[place.start() :], re.IGNORECASE)
    )


_SET_AS = re.compile(
    r"\b(?:set|set out|shown|given|made|expressed|included|added|adopted|listed|treated|stated)\s+(?:\w+\s+)?as\s+(?:an?|the|one)\b",
    re.IGNORECASE,
)
"""What is told of a thing is to become something: "the number of tests set as a target"."""


def _done_with(text: str) -> bool:
    """Whether "figures to be published" are wanted, an action with them; "a report to be brought to the next meeting" is none."""
    if _SET_AS.search(text):
        return True
    done = re.search(r"\bto be (\w+)(.*)", text[:_NEAR])
    return bool(
        done
        and not re.match(
            r"(?:provided|brought|submitted|presented|circulated|sent|given|shared|supplied|made available|reported)", done.group(1)
        )
    )
