"""Whether a plan commits itself in a sentence: who undertakes it, how firmly, and what it will do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from plantext.compare.word_forms import key_of
from plantext.text.words import words

Kind = Literal["milestone", "sentence", "at_work"]

_WILL = re.compile(
    r"\b(?P<will>will|shall|(?:am|is|are|has|have|remains?|been)\s+(?:also\s+|now\s+|"
    r"fully\s+)?committed\s+to"
    r"|(?:is|are|am)\s+(?:determined|planning|going)\s+to|commits?\s+to|pledges?\s+to|undertakes?\s+to|intends?\s+to|"
    r"plans?\s+to(?=\s+[a-z])"
    r"|(?:is|are)\s+(?:to\s+be|planned))"
    r"\s+(?P<not>not\s+|never\s+|no\s+longer\s+)?(?P<how>(?:also|therefore|continue\s+to|now|then|each|all|both|\w+ly|"
    r"in\s+turn)\s+)*(?P<verb>be\s+\w+|\w+)",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:panel|government|parliament|ministry|home\s+office|home\s+secretary|department|council\s+tax|inspectorate|criminals?|offenders?"
    r"|residents?|victims?|people|households?|taxpayers?|demand|pressures?|threats?|costs?|funding|budgets?|there|this|that|which|it"
    r"|recruits|callers|readers|nobody|everyone|plan|year|section|table|drivers|visitors)\s*(?:\([^)]*\)\s*)?$",
    re.IGNORECASE,
)
"""What stands before "will" where nobody undertakes anything, or somebody else does: unless what will happen is passive, "it will be opened"."""
_NO_DEED = re.compile(
    r"^(?:need|require|mean|have|face|become|see|depend|take|affect|remain|benefit|fall|rise|go|come|cost|lead|result|happen|cause|know|"
    r"want"
    r"|like|find|feel|be\s+(?:a|an|the|able|difficult|likely|hard|challenging|important|needed|required|necessary|more|less|no|in|at|on|"
    r"of|for"
    r"|responsible|seen|felt|aware|there|asked|affected|lost|faced))$",
    re.IGNORECASE,
)
"""Verbs after "will" that foretell, and bind nobody."""
_STARTS_WITH_DEED = re.compile(r"^(?:to\s+)?(?P<verb>[A-Z][a-z]+)\s")
_AT_WORK = re.compile(
    r"\b(?:am|is|are)\s+(?:also\s+|currently\s+|already\s+|now\s+|being\s+|continually\s+)?(?:working|developing|implementing|introducing|"
    r"delivering|embedding"
    r"|investing|rolling\s+out|setting\s+up|helping|exploring|encouraging|leading|supporting|taking\s+part|tackling|engaged\s+(?:in|on)|"
    r"implemented|embedded|embedding"
    r"|introduced|expanded|rolled\s+out|set\s+up|developed|taken\s+forward|being\s+taken)\b"
    r"|\b(?:is|are)\s+(?:asked|expected|required)\s+to\s+\w+|\bcontinues?\s+to\s+(?:work|develop|support|invest|fund|deliver|seek|use|"
    r"implement|campaign)\b|\b(?:work|steps|action)s?\s+(?:is|are)\s+(?:underway|being\s+taken)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:will|shall)\s+(?:not|never|no\s+longer)\b|\bno\s+(?:more|further|longer|\w+)\b[^.]{0,60}\bwill\b|\b(?:nothing|nobody|none|"
    r"neither)\b[^.]{0,60}\bwill\b",
    re.IGNORECASE,
)


_DENIED = re.compile(r"\b(?:no|not|never|cannot|\w+n['’]t)\s*$", re.IGNORECASE)
"""Ahead of the words that undertake: "we have no plans to", "we do not intend to"."""
_BEHIND_NOUN = re.compile(r"(?<=\w)\s+(?:of|for|with)\s+(?:[\w'’-]+\s+){0,3}[\w'’-]+\s*$", re.IGNORECASE)
_SHARE = re.compile(r"\b(?:some|many|most|all|number|majority|half|each|one|none|any|few|share|proportion|lot|cent|\d+)$", re.IGNORECASE)
_A_NEW_ONE = re.compile(r"\b(?:an?|new)\s+(?:[\w'’-]+\s+){0,4}panel\s*$", re.IGNORECASE)


def _doer(before: str) -> str:
    """The words before "will" without what only says of what or for whom the doer is: "A panel of ten people", and whose panel it is.

    >>> _doer("A residents' panel of ten people "), _doer("Some of the residents "), _doer("The panel ")
    ("A residents' ", 'Some of the residents ', 'The panel ')
    """
    head = _BEHIND_NOUN.sub("", before)
    head = before if _SHARE.search(head) else head
    return head[: len(head.rstrip()) - len("panel")] if _A_NEW_ONE.search(head) else head


@dataclass(frozen=True)
class Commitment:
    """How a passage commits the plan: as a milestone, in a sentence that says that they will, or as work that goes on already."""

    kind: Kind
    negated: bool = False

    @property
    def firm(self) -> bool:
        """Whether it binds for what is to come."""
        return self.kind != "at_work" and not self.negated


def read_commitment(text: str, authors: frozenset[str] = frozenset()) -> Commitment | None:
    """The commitment of a sentence outside the milestones; None for a report of the past, a forecast, or what others will do.

    `authors`: lower-case words of who issues the document: a government's own plan binds the government.

    >>> read_commitment("We will open a third garden.").kind, read_commitment("The garden opened in May."), read_commitment("Demand will rise.")
    ('sentence', None, None)
    """
    for match in _WILL.finditer(text):
        verb = " ".join(match.group("verb").lower().split())
        if _NO_DEED.match(verb) or (verb.startswith("be ") and _NO_DEED.match(f"be {verb.split()[1]}")):
            continue
        passive = verb.startswith("be ") and verb.split()[1].endswith(
            ("ed", "en", "wn", "ne", "id", "de", "ld", "lt", "ht", "un", "ut", "ept", "ing")
        )
        before = text[: match.start("will")]
        others = _OTHERS.search(_doer(before))
        if others and not passive and not authors & set(words(others.group())):
            continue
        if verb.startswith("be ") and not passive:
            continue
        negated = bool(match.group("not") or _NEGATED.search(text) or _DENIED.search(before))
        return Commitment("sentence", negated)
    if _AT_WORK.search(text):
        return Commitment("at_work", bool(_NEGATED.search(text)))
    return None


ACTIONS: tuple[tuple[str, ...], ...] = (
    ("publish", "publication", "share", "announce", "disclose", "open"),
    ("train", "training", "teach", "educate", "education", "taught", "learn"),
    (
        "increase",
        "raise",
        "grow",
        "extend",
        "expand",
        "improve",
        "strengthen",
        "enhance",
        "more",
        "further",
        "better",
        "develop",
        "additional",
    ),
    ("reduce", "cut", "lower", "prevent", "tackle", "minimise", "decrease", "bring", "fall", "end", "stop"),
    ("establish", "create", "introduce", "launch", "commission", "form", "appoint", "start", "set", "recruit", "employ", "put", "build"),
    ("consult", "engage", "involve", "listen", "survey", "ask", "invite", "work", "integrate", "link", "join"),
    ("fund", "invest", "pay", "provide", "allocate", "grant", "award", "support", "help", "fundraise", "give", "offer"),
    ("review", "evaluate", "assess", "monitor", "audit", "analyse", "examine", "test", "measure", "understand"),
)
"""Verbs that do about the same. A commitment to do another thing to the same object answers part of the ask."""
_BRINGS_ABOUT = frozenset({4, 6})
"""To set up and to fund: where something else is asked for too, they are the way to it ("commission training")."""

_BEFORE_VERB = frozenset(
    "to should could must might be you and would commissioner force mayor council government of on for see being been it they are is".split()
)
"""Words behind which a word of `ACTIONS` is what is to be done."""
_BEHIND_VERB = frozenset("the a an all its your their each every more any how what our".split())
"""Words before which a clause's first word is a verb, and not a part of a name ("review meetings")."""
_GROUP_OF = {key_of(verb): number for number, group in reversed(list(enumerate(ACTIONS))) for verb in group}
_PLAIN_WANTS = frozenset(
    {
        key_of(verb)
        for verb in (
            "ask",
            "more",
            "further",
            "better",
            "provide",
            "give",
            "understand",
            "set",
            "put",
            "form",
            "share",
            "additional",
            "bring",
            "work",
            "link",
        )
    }
)
"""Verbs that the asking itself is full of: "asked for more", "to be given": they name no action on the subject."""


def asked_actions(clause: str) -> frozenset[int]:
    """The kinds of action (numbers into `ACTIONS`) that an ask wants done, where it wants more than to be told or to find it said.

    >>> asked_actions("to publish the reasons for each refusal") == frozenset({0})
    True
    """
    run = words(clause)
    keys = [
        key_of(word) for place, word in enumerate(run) if (run[place - 1] in _BEFORE_VERB if place else run[1:2] and run[1] in _BEHIND_VERB)
    ]
    found = (_GROUP_OF.get(key) for key in keys if key not in _PLAIN_WANTS)
    actions = frozenset(number for number in found if number is not None)
    if actions and actions <= _BRINGS_ABOUT:  # "commission training": what is brought about may itself be an action
        named = {_GROUP_OF.get(key) for word in run if (key := key_of(word)) not in _PLAIN_WANTS}
        return frozenset(number for number in named if number is not None) - _BRINGS_ABOUT or actions
    return actions - _BRINGS_ABOUT or actions


def does(text: str, actions: frozenset[int]) -> bool:
    """Whether a text names an action of each of those kinds."""
    named = {number for word in words(text) if (number := _GROUP_OF.get(key_of(word))) is not None}
    return actions <= named


_LOOKING = frozenset(
    key_of(verb)
    for verb in "consult explore consider review discuss examine investigate assess evaluate look research seek study scope".split()
)
"""Deeds that look into a thing and don't do it."""


_WRITTEN = re.compile(r"\b(?:reports?|reviews?|stud(?:y|ies)|papers?|assessments?|evaluations?|business\s+case|options)\b", re.IGNORECASE)
_WRITES_UP = re.compile(
    r"^(?:\W*|.*\b(?:will|shall|to)\s+)(?:publish|write|produce|prepare|commission|complete|draft|present|bring)\s+(?:an?|the)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:report|review|study|paper|assessment|evaluation|business\s+case)\s+(?:of|on|into|about|for)\b",
    re.IGNORECASE,
)
"""A paper on a thing is not the thing."""


def only_looks(clause: str, text: str) -> bool:
    """Whether a commitment is to look into what is asked for, where more than that is asked.

    >>> only_looks("a ferry to the island", "Explore a ferry to the island"), only_looks("to review the fees", "We will review the fees.")
    (True, False)
    """
    if _LOOKING & {key_of(word) for word in words(clause)}:
        return False
    return key_of(deed_of(text)) in _LOOKING or (bool(_WRITES_UP.search(text)) and not _WRITTEN.search(clause))


def deed_of(text: str) -> str:
    """What a commitment does: the verb after "will", or a milestone's first word.

    >>> deed_of("We will close the ferry."), deed_of("Close the ferry")
    ('close', 'close')
    """
    will = _WILL.search(text)
    return str(will.group("verb").split()[-1].lower()) if will else (words(text) or [""])[0]
