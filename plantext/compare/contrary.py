"""Commitments that go the other way than what is asked, that are for another sort of it, or that hold only on a condition."""

from __future__ import annotations

import re

from plantext.compare.commitment import deed_of
from plantext.compare.word_forms import key_of, root_of
from plantext.text.words import words

_RESERVED = re.compile(
    r"\bif\b[^.;]{0,60}\b(?:funding|funds|resources|money|budgets?|grants?|allows?|permits?|approved|agrees?|agreed|available|successful)\b"
    r"|\bsubject\s+to\b|\b(?:where|when|as|should|once)\s+(?:\w+\s+)?(?:funding|funds|resources|money|budgets?|finances?)\s+\w+"
    r"|\bdepend(?:s|ing|ent)?\s+(?:up)?on\b|\bwhere(?:ver)?\s+(?:possible|practicable|affordable|appropriate)\b"
    r"|\bit\s+(?:may|might|could)\s+be\s+that\b|\b(?:perhaps|possibly|provisionally)\b"
    r"|\bonly\s+(?:in|on|at|for|from|during|when|if)\b|\b(?:from|between)\s+(?:january|february|march|april|may|june|july|august|september|october"
    r"|november|december)\s+(?:to|and|until)\s+[a-z]+|\b(?:all|every|each)\s+(?:[\w'’-]+\s+){1,3}?(?:over|above|under|below|of\s+more\s+than|aged)\b"
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


_KEEPING = frozenset(
    key_of(verb) for verb in "keep retain remain stay maintain continue preserve reopen restore freeze frozen hold held cap".split()
)
_RAISING = frozenset(key_of(verb) for verb in "raise increase grow extend expand double".split())
_PLACING = frozenset(
    key_of(verb) for verb in "station stationed place provide site appoint recruit employ fit lay run build open install buy".split()
)
_WITHDRAWING = frozenset(key_of(verb) for verb in "close abolish scrap remove withdraw sell dispose disband discontinue".split())
_MOVING = frozenset(key_of(verb) for verb in "move relocate transfer shift".split())
_BARRING = frozenset(key_of(verb) for verb in "ban end stop abolish scrap prohibit forbid cease outlaw".split())
_LESSENING = frozenset(key_of(verb) for verb in "reduce cut limit restrict discourage lower minimise lessen curb".split())
_BRINGING = frozenset(key_of(verb) for verb in "introduce establish create launch build open extend expand increase buy install".split())
_ENDING = frozenset(
    key_of(verb)
    for verb in "close end stop abolish ban scrap remove withdraw cease disband sell dispose discontinue phase cut reduce".split()
)
_VERB = re.compile(r"\b(?:be|(?:to|not|should|must|rule\s+out)(?!\s+(?:not\s+)?be\b))\s+(?P<verb>[a-z]+)", re.IGNORECASE)
_AGAINST = re.compile(
    r"\b(?:(?:not|never|no\s+longer)\s+(?:be|to\s+be)|rul(?:e|es|ed|ing)\s+out|oppos(?:e|es|ed|ing)|against|avoid\w*|halt\w*"
    r"|no\s+(?:further|more|additional))\s+(?P<what>(?:[\w’'-]+\s*){1,6})",
    re.IGNORECASE,
)


_DONT = re.compile(
    r"\b(?:(?:do|should|must|ought|shall|need)\s+not(?:\s+to)?|(?:do|should|must|ought|need)n['’]t(?:\s+to)?|never)\s+(?:be\s+)?(?P<verb>[a-z]+)",
    re.IGNORECASE,
)
_PROCEEDS = frozenset(key_of(verb) for verb in "go proceed continue start begin".split())
_LETTING = frozenset(key_of(verb) for verb in "permit allow use accept sell buy continue fund build renew offer keep serve hold".split())
_TO_END = re.compile(r"\b(?:be|to(?!\s+be\b))\s+(?P<verb>[a-z]+)|\bno\s+longer\s+be\b|^(?P<first>[A-Za-z]+)", re.IGNORECASE)


def agrees_not_to(clause: str, text: str) -> bool:
    """Whether a text that says what will not be done says what the ask wants: the same is not to be done, or what is to end is not let on.

    >>> agrees_not_to("Don't build the ferry", "We will not build a ferry."), agrees_not_to("that cars be banned", "Cars will not be allowed.")
    (True, True)
    >>> agrees_not_to("that the ferry be kept", "The ferry will not be kept."), agrees_not_to("that tolls be ended", "Tolls will not be ended.")
    (False, False)
    """
    deed = root_of(key_of(deed_of(text)))
    if any(root_of(key_of(match["verb"])) == deed for match in _DONT.finditer(clause)):
        return True
    wanted = {key_of(match["verb"] or match["first"] or "end") for match in _TO_END.finditer(clause)}
    return bool(wanted & _ENDING) and deed in {root_of(key) for key in _LETTING}


def undoes(clause: str, text: str) -> bool:
    """Whether a commitment ends what is to be kept, keeps or brings what is to end, or does what is not to be done.

    >>> undoes("that the ferry be kept", "Close the ferry"), undoes("rule out closures of ferries", "We will close two ferries.")
    (True, True)
    >>> undoes("that the ferry be kept", "Keep the ferry"), undoes("that the tolls be ended", "End the tolls")
    (False, False)
    """
    deed = key_of(deed_of(text))
    if _AGAINST.search(clause) and _AGAINST.search(text):
        return False
    if any(root_of(key_of(word)) == root_of(deed) for match in _AGAINST.finditer(clause) for word in words(match.group("what"))):
        return True
    if deed in _PROCEEDS and any(key_of(match["verb"]) in _BRINGING | _PROCEEDS for match in _DONT.finditer(clause)):
        return True
    wanted = _wanted(clause)
    if deed in _RAISING | _MOVING and wanted & _KEEPING and not wanted & (_RAISING | _MOVING):
        return True
    if deed in _WITHDRAWING and wanted & _PLACING and not wanted & _ENDING:
        return True
    if deed in _KEEPING and wanted & _MOVING:
        return True
    if deed in _ENDING:
        return bool(wanted & _KEEPING) and not wanted & _ENDING
    return deed in _KEEPING | _BRINGING and bool(wanted & _ENDING) and not wanted & (_KEEPING | _BRINGING)


def _wanted(clause: str) -> set[str]:
    """The verbs of what is to be done: "that it be kept", "to close it", "Keep it"."""
    return {key_of(match.group("verb")) for match in _VERB.finditer(clause)} | {key_of(word) for word in words(clause)[:1]}


def only_lessens(clause: str, text: str) -> bool:
    """Whether a commitment makes a thing less that is to end.

    >>> only_lessens("that nets be banned", "We will cut the use of nets."), only_lessens("that nets be banned", "Nets will be banned.")
    (True, False)
    """
    return bool(_wanted(clause) & _BARRING) and key_of(deed_of(text)) in _LESSENING


def refuses(clause: str, text: str) -> bool:
    """Whether a text says that the very thing that is asked will not be done.

    >>> refuses("that the ferry be run on Sundays", "The ferry will not run on Sundays.")
    True
    """
    return root_of(key_of(deed_of(text))) in {root_of(key) for key in _wanted(clause)}


def does_feared(feared: str | None, text: str) -> bool:
    """Whether a text undertakes the deed that a worry is about.

    >>> does_feared("closure", "We will close the slip."), does_feared("closure", "We will mend the slip."), does_feared(None, "Close it")
    (True, False, False)
    """
    return feared is not None and root_of(key_of(feared)) == root_of(key_of(deed_of(text)))


_ANOTHER = re.compile(
    r"\b(?P<who>(?:county|district|borough|parish|city|town|neighbouring)\s+councils?|highways?\s+(?:authority|agency)|water\s+compan(?:y|ies)|operators?"
    r"|landlords?|developers?|contractors?|landowners?|employers?|owners?)\s+(?:will|is\s+going\s+to|plans?\s+to|intends?\s+to)\b",
    re.IGNORECASE,
)


def is_for_others(clause: str, text: str) -> bool:
    """Whether a text says that somebody else will do it, whom the ask does not name.

    >>> is_for_others("that a bridge be built", "The county council will build a bridge."), is_for_others("a bridge", "We will build a bridge.")
    (True, False)
    """
    other = _ANOTHER.search(text)
    return bool(other) and str(other["who"] if other else "").casefold() not in clause.casefold()


_SORTS = tuple(
    tuple(re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in pair)
    for pair in (
        (r"full[- ]time", r"part[- ]time"),
        ("permanent|permanently", "temporary|temporarily|interim"),
        ("independent|external|outside", "internal|in-house|our own"),
        ("free|free of charge", "half[- ]price|reduced price|discounted?"),
        ("indoors?", "outdoors?"),
        ("urban", "rural"),
        ("primary", "secondary"),
        ("boys|men", "girls|women"),
        ("weekdays?", "weekends?"),
        ("summer", "winter"),
        ("day|daytime", "night|night-time"),
        ("north|northern", "south|southern"),
        ("east|eastern", "west|western"),
        ("compulsory|mandatory", "voluntary|optional"),
        ("public|publicly", "private|privately|confidential"),
    )
)
"""Two sorts of a thing, of which the one is not the other."""


def another_sort(clause: str, text: str) -> bool:
    """Whether the ask is for one sort of a thing, and the text names only the other.

    >>> another_sort("a full-time ranger", "Employ a part-time ranger"), another_sort("a ranger", "Employ a part-time ranger")
    (True, False)
    """
    return any(
        one.search(clause) and not other.search(clause) and other.search(text) and not one.search(text)
        for pair in _SORTS
        for one, other in (pair, pair[::-1])
    )
