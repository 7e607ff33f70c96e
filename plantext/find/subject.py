"""What an ask is about: the words of its own clause without the words of asking, each with how much it says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from plantext.find.matters import CLAUSE
from plantext.find.readings import read_sentence
from plantext.find.subject_words import FULL, LIGHT, SAYS_NOTHING, Word, words_of
from plantext.find.topics import FRAME, names_subject, topics
from plantext.text.words import STOP_WORDS, words

if TYPE_CHECKING:
    from plantext.model.findings import Statement

BACKGROUND = 0.5  # a word of the heading that "they" or "it" points back to
FEW = 2  # full words of its own below which an ask that names next to nothing takes its heading's

_POINTS_BACK = re.compile(
    r"(?:^|\bthat\s+|\bif\s+|\bwhether\s+|[,;]\s*)(?:they|it|this|these|those)\b(?!\s+(?:would|was|is|will)\s+(?:\w+\s+)?(?:be|been|help|"
    r"suggest|felt|noted|important|essential|helpful|useful|asked|recommended|proposed|agreed)\w*\b)|\b(?:on|of|about|for|to|into|with|"
    r"see)\s+(?:it|this|them|these)\b",
    re.IGNORECASE,
)
_IS_SUBJECT = re.compile(
    r"\b(?:that|if|whether)\s+(?:they|it|these)\s+(?:could|should|be|are|is|might|can|will|would|were|must)\b(?!\s+be\s+helpful)",
    re.IGNORECASE,
)
_ABOUT_THE_MATTER = frozenset(rule.name for rule in CLAUSE)
"""Cues that stand within what is wanted, "the fees need to be cut": the words before them are the subject."""
_HANGS_ON = frozenset("in at by from with along across near during over under into on to for around outside as like".split())
"""Prepositions before what only says where, when, for whom or by what means."""
_TOLD = frozenset(
    """back report reports update updates paper papers briefing information detail details data figures evidence mention reference
    references emphasis views more clarity""".split()
)
"""Words before a preposition that leads to the thing itself: "report back on", "a paper on"."""
_UNLINKED = frozenset("the a an all its your their our each every any some more both no other such".split())
_PREAMBLE = re.compile(
    r"^(?:as (?:noted|stated|said|mentioned|set out) (?:above|earlier|before|previously)|(?:with|in) (?:regard|relation|"
    r"respect) to (?=the panel))\s*,?\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Subject:
    """What an ask is about: its words in order, its phrases as printed, and the clause that they were read from.

    `names`: those of the phrases that say what it is about, and not where, when or for whom. `head`: the words before the first
    preposition that begins to say that, where more than that is said; empty where nothing hangs on it.
    """

    words: tuple[Word, ...]
    phrases: tuple[str, ...]
    clause: str
    names: tuple[str, ...] = ()
    head: tuple[str, ...] = ()

    @property
    def query(self) -> str:
        """Its words as one text, for the search; heading's words last."""
        return " ".join(word.printed for word in self.words) or self.clause


_SECOND = re.compile(r",?\s+and\s+(?:that|to)\s+", re.IGNORECASE)


def split_subject(subject: Subject) -> tuple[Subject, ...]:
    """The subjects of an ask of several parts, "that … and that …", "to … and to …"; none where it is of one.

    >>> [part.clause for part in split_subject(read_subject("Members asked that ferries be painted and that piers be swept."))]
    ['that ferries be painted', 'piers be swept.']
    """
    clauses = [clause for clause in _SECOND.split(subject.clause) if clause.strip()]
    known = {word.plain: word for word in subject.words}
    parts: list[Subject] = []
    for clause in clauses if len(clauses) > 1 else ():
        found = [known[word.plain] for word in words_of(clause) if word.plain in known]
        if not any(word.says == FULL for word in found):
            return ()
        phrases = [phrase for phrase in subject.phrases if phrase in clause]
        parts.append(Subject(tuple(found), tuple(phrases), clause, _main_phrases(clause, phrases, found), _head(clause, found)))
    return tuple(parts)


@lru_cache(maxsize=4096)
def own_clause(text: str, act: str) -> str:
    """The part of `text` that says what is wanted, where somebody's verb introduces it.

    >>> own_clause("Members noted the report and asked for figures on parking.", "information")
    'for figures on parking.'
    """
    text = _PREAMBLE.sub("", text)
    for reading in read_sentence(text, carried=True):
        if (
            reading.act == act
            and reading.spoken
            and reading.rule not in _ABOUT_THE_MATTER
            and any(word not in FRAME and word not in STOP_WORDS for word in words(reading.complement))
        ):
            start = text.find(reading.complement.strip())
            ahead = (
                topics(text[:start]) if re.search(r"\b(?:with|in) (?:regard|relation|respect) to\b", text[:start], re.IGNORECASE) else ()
            )
            return " ".join([*(f"{topic}:" for topic in ahead), reading.complement.strip()])
    return text


def find_subject(ask: Statement, before: str | None = None) -> Subject:
    """The subject of `ask`. `before`: what the sentence before it is about, for an ask that points back and names next to nothing.

    The heading joins where the ask points back ("they should …") or says too little by itself, unless it is a heading of form.
    """
    return read_subject(ask.text, ask.act, ask.theme, before)


def read_subject(text: str, act: str = "request", theme: str | None = None, before: str | None = None) -> Subject:
    """The subject of a text of that act under that heading.

    >>> [word.printed for word in read_subject("The Panel asked that the Plan mention night buses.").words]
    ['night', 'buses']
    """
    clause = own_clause(text, act)
    found = words_of(clause)
    if not any(word.says == FULL for word in found) and clause != text:
        clause, found = text, words_of(text)
    phrases = list(topics(clause))
    full = sum(word.says == FULL for word in found)
    own = sum(word.says for word in found)
    heading = theme if theme and names_subject(theme) else None
    back, subject = bool(_POINTS_BACK.search(text)), bool(_IS_SUBJECT.search(text))
    if back and (before or heading) and (subject or full < FEW):
        context = before or heading
        found = _with(found, context, FULL if subject or not full else BACKGROUND)
        phrases += topics(context or "")
    elif own < FULL and heading:
        found = _with(found, heading, FULL if not full else BACKGROUND)
        phrases += topics(heading)
    if not found:
        own_words = [word for word in words(clause) if word not in STOP_WORDS]
        found = [Word(word, word, LIGHT) for word in own_words if word not in FRAME | SAYS_NOTHING] or [
            Word(word, word, LIGHT) for word in own_words
        ]
    plain = {word.plain for word in found if word.says > LIGHT} or {word.plain for word in found}
    kept = [phrase for phrase in dict.fromkeys(phrases) if any(part in plain for part in words(phrase))]
    return Subject(tuple(found), tuple(kept), clause, _main_phrases(clause, kept, found), _head(clause, found))


def _main_phrases(clause: str, phrases: list[str], found: list[Word]) -> tuple[str, ...]:
    """The phrases of at least two words that name the subject, but for those that a preposition hangs on what stands before them."""
    full = {word.plain for word in found if word.says == FULL}
    main: list[str] = []
    for phrase in phrases:
        start = clause.find(phrase)
        if start < 0 or len(full & set(words(phrase))) < 2:
            continue
        ahead = words(clause[:start])
        link = next((word for word in reversed(ahead) if word not in _UNLINKED and word not in FRAME), "")
        if link not in _HANGS_ON or not full & set(ahead):
            main.append(phrase)
    return tuple(main)


def _head(clause: str, found: list[Word]) -> tuple[str, ...]:
    full = {word.plain for word in found if word.says == FULL}
    head: dict[str, None] = {}
    last = ""
    for word in words(clause):
        before, last = last, word
        if word in _HANGS_ON and before in _TOLD:
            head = {}  # "report back on": what follows is the thing itself
        elif word in _HANGS_ON and head:
            return tuple(head)
        if word in full:
            head[word] = None
    return ()


def _with(found: list[Word], context: str | None, says: float) -> list[Word]:
    known = {word.plain for word in found}
    more = words_of(context or "")
    if not any(word.says == FULL for word in more):  # a heading of words that every plan has names its subject by all of them together
        more = [Word(word.printed, word.plain, BACKGROUND) for word in more]
    added = [Word(word.printed, word.plain, min(word.says, says)) for word in more if word.plain not in known]
    return found + added
