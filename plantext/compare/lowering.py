"""Why a commitment that holds the words of an ask does not meet it: a table of reasons, in order."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from plantext.compare.commitment import asked_actions, does, only_looks
from plantext.compare.contrary import another_sort, does_feared, is_for_others, only_lessens, only_urges, opposes, reserved, undoes
from plantext.compare.passages import PlanPassage
from plantext.compare.presence import Asked
from plantext.compare.quantities import another_share, is_later, is_rarer, quantities, sets_others
from plantext.find.statements.subject_words import FULL
from plantext.model.coverage import Status
from plantext.text.words import words as _plain

_ALL = frozenset("each every all both".split())
_SOME_ONLY = frozenset("one two three four five some several few pilot pilots trial trials tried first selected certain".split())
_FEELINGS = frozenset("satisfaction satisfied confidence perception perceptions".split())
"""What a survey asks for: a commitment to it is none to the thing that people were asked about."""
_TARGETS = frozenset("target targets measure measures measurable milestone milestones numeric indicator indicators".split())
_LEADS = frozenset("lead leader owner responsible responsibility accountable".split())
_LED = frozenset("led leads leading owners officer officers manager director chief coordinator".split())


_TIMES = re.compile(
    r"\b(?:each|every|all)\s+(?:\w+\s+)?(?:days?|weeks?|months?|years?|quarters?|terms?|times?|nights?|summers?|winters?)\b", re.IGNORECASE
)
"""How often, and not how many."""


def _is_for_all(clause: str) -> bool:
    return bool(_ALL & set(_plain(_TIMES.sub(" ", clause))))


def _is_for_some(text: str) -> bool:
    """Whether a text says for how many, and not that these are all."""
    run = set(_plain(_TIMES.sub(" ", text)))
    return not _ALL & run and bool(_SOME_ONLY & run or quantities(text))


@dataclass(frozen=True)
class Lowering:
    """Why a commitment that holds the words of the ask does not meet it: what it is then, and the reason that people read."""

    applies: Callable[[Asked, PlanPassage], bool]
    status: Status
    reason: str


LOWERED: tuple[Lowering, ...] = (
    Lowering(
        lambda asked, passage: opposes(asked.subject.clause, passage.text) or undoes(asked.subject.clause, passage.text),
        "mentioned",
        "The plan seems to undertake the opposite of what is asked.",
    ),
    Lowering(
        lambda asked, passage: does_feared(asked.subject.feared, passage.text),
        "mentioned",
        "The plan undertakes what is spoken against.",
    ),
    Lowering(
        lambda asked, passage: bool(_FEELINGS & set(_plain(passage.text))) and not _FEELINGS & set(_plain(asked.subject.clause)),
        "partial",
        "The plan undertakes to change what people feel about it; whether that is what is asked, a person must say.",
    ),
    Lowering(
        lambda asked, passage: only_looks(asked.subject.clause, passage.text),
        "partial",
        "The plan undertakes to look into it, and no more.",
    ),
    Lowering(
        lambda asked, passage: bool(asked_actions(asked.subject.clause)) and only_urges(asked.subject.clause, passage.text),
        "partial",
        "The plan undertakes to bring others to do it, and no more.",
    ),
    Lowering(
        lambda asked, passage: only_lessens(asked.subject.clause, passage.text),
        "partial",
        "The plan undertakes to lessen what is asked to be ended, and no more.",
    ),
    Lowering(
        lambda asked, passage: is_for_others(asked.subject.clause, passage.text),
        "partial",
        "The plan says that somebody else will do it.",
    ),
    Lowering(
        lambda asked, passage: is_rarer(asked.subject.clause, passage.text),
        "partial",
        "The plan undertakes it less often than was asked for.",
    ),
    Lowering(
        lambda asked, passage: reserved(asked.subject.clause, passage.text),
        "partial",
        "The plan undertakes it on a condition, or with an exception.",
    ),
    Lowering(
        lambda asked, passage: sets_others(asked.subject.clause, passage.text),
        "partial",
        "The plan undertakes it without the number that was asked for.",
    ),
    Lowering(
        lambda asked, passage: is_later(asked.subject.clause, passage.text),
        "partial",
        "The plan undertakes it, some of it later than was asked for.",
    ),
    Lowering(
        lambda asked, passage: bool(_TARGETS & set(_plain(asked.subject.clause))) and not passage.has_target,
        "partial",
        "The plan undertakes it and sets no number for it.",
    ),
    Lowering(
        lambda asked, passage: _is_for_all(asked.subject.clause) and _is_for_some(passage.text),
        "partial",
        "The plan undertakes it for some of what is asked, it seems.",
    ),
    Lowering(
        lambda asked, passage: another_share(asked.subject.clause, passage.text),
        "partial",
        "The plan undertakes it without the number that was asked for.",
    ),
    Lowering(
        lambda asked, passage: another_sort(asked.subject.clause, passage.text),
        "partial",
        "The plan undertakes it of another sort than was asked for, it seems.",
    ),
    Lowering(
        lambda asked, passage: "both" in _plain(asked.subject.clause) and not (_ALL | {"two"}) & set(_plain(passage.text)),
        "partial",
        "The plan undertakes it for some of what is asked, it seems.",
    ),
    Lowering(
        lambda asked, passage: bool(_LEADS & set(_plain(asked.subject.clause))) and not (_LEADS | _LED) & set(_plain(passage.text)),
        "partial",
        "The plan undertakes it and does not say who leads.",
    ),
    Lowering(
        lambda asked, _: bool(asked.absent_terms(FULL)),
        "partial",
        "The plan commits to something very near, yet never uses some of the words.",
    ),
    Lowering(
        lambda asked, passage: not does(passage.text, asked_actions(asked.subject.clause)),
        "partial",
        "The plan undertakes something for the same subject; whether it is what is asked, a person must say.",
    ),
)
"""Looked at in this order for each commitment that holds what is asked; the first that applies lowers what the commitment is worth."""
