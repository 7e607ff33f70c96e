"""Commitments that go the other way than what is asked, or that hold only on a condition."""

from __future__ import annotations

import re

from plantext.compare.commitment import deed_of
from plantext.compare.word_forms import key_of, root_of
from plantext.text.words import words

_RESERVED = re.compile(
    r"\bif\b[^.;]{0,60}\b(?:funding|funds|resources|money|budgets?|grants?|allows?|permits?|approved|agrees?|agreed|available|successful)\b"
    r"|\bsubject\s+to\b|\b(?:where|when|as|should|once)\s+(?:\w+\s+)?(?:funding|funds|resources|money|budgets?|finances?)\s+\w+"
    r"|\bdepend(?:s|ing|ent)?\s+(?:up)?on\b|\bwhere(?:ver)?\s+(?:possible|practicable|affordable|appropriate)\b"
    r"|\b(?:except|excluding|apart\s+from|other\s+than|but\s+not|with\s+the\s+exception)\b",
    re.IGNORECASE,
)


def reserved(clause: str, text: str) -> bool:
    """Whether a text undertakes a thing on a condition or with an exception that the ask doesn't have.

    >>> reserved("a ferry to the island", "We will run a ferry to the island if funding allows."), reserved("a ferry", "We will run a ferry.")
    (True, False)
    """
    return bool(_RESERVED.search(text)) and not _RESERVED.search(clause)


_MORE = re.compile(
    r"\b(?:more|too\s+few|too\s+little|not\s+enough|insufficient|increase\w*(?:\s+in)?|extra|additional|raise\w*|lack\s+of|"
    r"shortage\s+of)\s+(?:the\s+)?(?P<what>[a-z]+)",
    re.IGNORECASE,
)
_FEWER = re.compile(
    r"\b(?:fewer|too\s+many|too\s+much|less|reduc\w+(?:\s+in)?|cut\w*|lower\w*|decrease\w*)\s+(?:the\s+)?(?P<what>[a-z]+)",
    re.IGNORECASE,
)
_RISES = re.compile(r"\b(?:increas|rais|grow|extend|expand|more|further|recruit|add)\w*\b", re.IGNORECASE)
_FALLS = re.compile(r"\b(?:reduc|cut|lower|fewer|less|clos|end|withdraw|stop|decreas)\w*\b", re.IGNORECASE)


def opposes(clause: str, text: str) -> bool:
    """Whether a text undertakes the opposite of what is asked: more of a thing, and there is to be less of it, or the other way.

    >>> opposes("there were too few patrols", "Reduce patrols by 5 per cent"), opposes("more patrols at night", "Add patrols at night")
    (True, False)
    """
    named = {key_of(word) for word in words(text)}
    more, fewer = ([match for match in pattern.finditer(clause) if key_of(match.group("what")) in named] for pattern in (_MORE, _FEWER))
    if bool(more) == bool(fewer):
        return False
    wanted, unwanted = (_RISES, _FALLS) if more else (_FALLS, _RISES)
    return bool(unwanted.search(text)) and not wanted.search(text)


_INFLUENCING = frozenset(key_of(verb) for verb in "agree ask encourage urge lobby persuade invite press call campaign request".split())


def only_urges(clause: str, text: str) -> bool:
    """Whether a commitment is to bring others to do what is asked for, where more than that is asked.

    >>> only_urges("that the tolls be ended", "Ask the owners to end the tolls"), only_urges("to lobby for a ferry", "Lobby for a ferry")
    (True, False)
    """
    return key_of(deed_of(text)) in _INFLUENCING and not _INFLUENCING & {key_of(word) for word in words(clause)}


_KEEPING = frozenset(key_of(verb) for verb in "keep retain remain stay maintain continue preserve reopen restore".split())
_BRINGING = frozenset(key_of(verb) for verb in "introduce establish create launch build open extend expand increase buy install".split())
_ENDING = frozenset(
    key_of(verb)
    for verb in "close end stop abolish ban scrap remove withdraw cease disband sell dispose discontinue phase cut reduce".split()
)
_VERB = re.compile(r"\b(?:be|to|not|should|must|rule\s+out)\s+(?P<verb>[a-z]+)", re.IGNORECASE)
_AGAINST = re.compile(
    r"\b(?:(?:not|never|no\s+longer)\s+(?:be|to\s+be)|rul(?:e|es|ed|ing)\s+out|oppos(?:e|es|ed|ing)|against|avoid\w*|halt\w*"
    r"|no\s+(?:further|more|additional))\s+(?P<what>(?:[\w’'-]+\s*){1,6})",
    re.IGNORECASE,
)


def undoes(clause: str, text: str) -> bool:
    """Whether a commitment ends what is to be kept, keeps or brings what is to end, or does what is not to be done.

    >>> undoes("that the ferry be kept", "Close the ferry"), undoes("rule out closures of ferries", "We will close two ferries.")
    (True, True)
    >>> undoes("that the ferry be kept", "Keep the ferry"), undoes("that the tolls be ended", "End the tolls")
    (False, False)
    """
    deed = key_of(deed_of(text))
    if any(root_of(key_of(word)) == root_of(deed) for match in _AGAINST.finditer(clause) for word in words(match.group("what"))):
        return True
    wanted = {key_of(match.group("verb")) for match in _VERB.finditer(clause)} | {key_of(word) for word in words(clause)[:1]}
    if deed in _ENDING:
        return bool(wanted & _KEEPING) and not wanted & _ENDING
    return deed in _KEEPING | _BRINGING and bool(wanted & _ENDING) and not wanted & (_KEEPING | _BRINGING)
