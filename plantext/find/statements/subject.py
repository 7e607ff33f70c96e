"""What an ask is about: the words of its own clause without the words of asking, each with how much it says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from plantext.find.statements.matters import CLAUSE
from plantext.find.statements.readings import read_sentence
from plantext.find.statements.speakers import OFFICES
from plantext.find.statements.subject_words import FULL, LIGHT, SAYS_NOTHING, Word, words_of
from plantext.find.statements.topics import FRAME, names_subject, topics
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
_NEEDED_BY = re.compile(
    r"(?<!\bwe )(?<!\bI )(?<!\bpanel )(?<!\bmembers )(?<!\bcommittee )(?<!\bcouncillors )\b(?:urgently |badly |still |also )?(?:needs?|requires?|lacks?)\s*$",
    re.IGNORECASE,
)
"""Whoever needs a thing is part of what it is about, but for those who speak: "the advisers need funding"."""
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
    preposition that begins to say that, where more than that is said; empty where nothing hangs on it. `thing`: the one word that by itself
    names what it is about ("potholes should be filled", "nothing on potholes"); None where that takes two words or is people. `feared`: the
    deed that a concern is about, as a noun: "worried about the closure of the slip".
    """

    words: tuple[Word, ...]
    phrases: tuple[str, ...]
    clause: str
    names: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    thing: str | None = None
    feared: str | None = None

    @property
    def narrowed(self) -> bool:
        """Whether words right behind the thing say which of it is meant: "emissions from flights"."""
        return bool(
            self.thing and re.search(rf"\b{re.escape(self.thing)}\s+(?:from|of|for|in|on|at|to|within|among)\b", self.clause, re.IGNORECASE)
        )

    @property
    def query(self) -> str:
        """Its words as one text, for the search; heading's words last."""
        return " ".join(word.printed for word in self.words) or self.clause


_SECOND = re.compile(r",?\s+and\s+(?:that|to)\s+", re.IGNORECASE)


def split_subject(subject: Subject) -> tuple[Subject, ...]:
    """The subjects of an ask of several parts, "that … and that …", "to … and to …"; none where it is of one.

    >>> [part.clause for part in split_subject(read_subject("The Board was asked to paint the ferries and to sweep the piers."))]
    ['paint the ferries', 'sweep the piers.']
    """
    clauses = [clause for clause in _SECOND.split(subject.clause) if clause.strip()]
    known = {word.plain: word for word in subject.words}
    parts: list[Subject] = []
    for clause in clauses if len(clauses) > 1 else ():
        found = [known[word.plain] for word in words_of(clause) if word.plain in known]
        if not any(word.says == FULL for word in found):
            return ()
        phrases = [phrase for phrase in subject.phrases if phrase in clause]
        main = _main_phrases(clause, phrases, found)
        parts.append(Subject(tuple(found), tuple(phrases), clause, main, _head(clause, found), _thing(clause, found)))
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
            if _NEEDED_BY.search(text[:start]):
                continue
            ahead = (
                topics(text[:start]) if re.search(r"\b(?:with|in) (?:regard|relation|respect) to\b", text[:start], re.IGNORECASE) else ()
            )
            return " ".join([*(f"{topic}:" for topic in ahead), reading.complement.strip()])
    return text


def find_subject(ask: Statement, before: str | None = None) -> Subject:
    """The subject of `ask`. `before`: what the sentence before it is about, for an ask that points back and names next to nothing.

    The heading joins where the ask points back ("they should …") or says too little by itself, unless it is a heading of form.
    """
    return read_subject(ask.text, ask.act, ask.theme, before, ask.addressee)


def read_subject(
    text: str, act: str = "request", theme: str | None = None, before: str | None = None, addressee: str | None = None
) -> Subject:
    """The subject of a text of that act under that heading. `addressee`: who is to do it, which is not what it is about.

    >>> [word.printed for word in read_subject("The Panel asked that the Plan mention night buses.").words]
    ['night', 'buses']
    """
    clause = own_clause(text, act)
    found = words_of(clause)
    if not any(word.says == FULL for word in found) and clause != text:
        clause, found = text, words_of(text)
    found = _without(found, addressee, clause)
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
    deed = _FEARED.search(clause) if act == "concern" else None
    names, head, thing = _main_phrases(clause, kept, found), _head(clause, found), _thing(clause, found)
    return Subject(tuple(found), tuple(kept), clause, names, head, thing, deed["deed"] if deed else None)


_IS_SOMEBODY = re.compile(rf"{OFFICES}|boards?|panels?|councils?|trusts?|providers?|partners?|authorities|agencies|schools?", re.IGNORECASE)
_DOES = re.compile(r"\b(?:should|must|ought\s+to|needs?\s+to|shall|to)\s+(?!be\b|have\b)[a-z]+", re.IGNORECASE)


def _without(found: list[Word], addressee: str | None, clause: str) -> list[Word]:
    """The words of a clause, those of the addressee hardly counted where they open it: "Ports must sweep their piers" is about piers."""
    if not addressee or not (len(addressee.split()) > 1 or addressee[:2].isupper() or _IS_SOMEBODY.fullmatch(addressee)):
        return found
    if not re.match(rf"\W*(?:that\s+|(?:the|every|each|all)\s+)*{re.escape(addressee)}", clause, re.IGNORECASE):
        return found
    end = clause.casefold().find(addressee.casefold()) + len(addressee)
    does = _DOES.search(clause, end)
    end = does.start() if does else end  # "Ports, with the help of the harbour master, must"
    doer = set(words(clause[:end])) - set(words(clause[end:]))
    less = [Word(word.printed, word.plain, min(word.says, LIGHT)) if word.plain in doer else word for word in found]
    return less if any(word.says == FULL for word in less) else found


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


_FEARED = re.compile(
    r"(?<!absence of )(?<!lack of )\b(?P<deed>closures?|removal|withdrawal|ending|demolition|abolition|merger|disposal|reduction|cuts?|relocation|increase|replacement"
    r"|transfer|sale|loss)\s+(?:of|in|to|from)\b",
    re.IGNORECASE,
)
_DEMANDED = re.compile(r"\s(?:should|must|ought|needs?|has|have|could|might|may|be|is|are|isn['’]t|aren['’]t|was|were)\b", re.IGNORECASE)
"""What stands before it is what something is to be done with, or said of."""
_LEADING = re.compile(
    r"\W*(?:when|if|once|while|whilst|although|though|as|before|after|where|unless|until)\b[^,]*,(?:\s*in\s+\d{4},)?", re.IGNORECASE
)
_PEOPLE = frozenset(
    """staff officers residents patients pupils students children parents families victims drivers passengers users customers tenants workers
    employees volunteers visitors women men people carers families firefighters teachers governors partners businesses organisations
    councils communities households schools crews""".split()
)
"""For whom or by whom: every plan speaks of them."""
_DEEDS = frozenset(
    """provision introduction creation establishment implementation delivery identification completion removal adoption development
    inclusion extension expansion improvement reduction installation appointment publication preparation use""".split()
)
"""What is done to the thing that stands behind it."""


def _thing(clause: str, found: list[Word]) -> str | None:
    """The first noun of a clause that names a subject, where it stands alone, before the verb that makes the demand if there is one."""
    full = {word.plain for word in found if word.says == FULL}
    known = {word.plain for word in found}
    start = max(clause.rfind(mark, 0, len(clause) // 2) for mark in ":;") + 1
    if leading := _LEADING.match(clause, start):
        start = leading.end()
    demanded = _DEMANDED.search(clause, start)
    ahead = words(clause[start : demanded.start()]) if demanded else []
    said = ahead if known & set(ahead) else words(clause[demanded.end() if demanded else start :])
    run: list[str] = []
    for word in said:
        if word in known:
            run.append(word)
        elif len(run) == 1 and said is not ahead and (word in _UNLINKED or word[0].isdigit()):
            run = []  # "buy a van": a verb with its object behind it
        elif len(run) == 1 and word in {"of", "for"} and run[0] in _DEEDS:
            run = []  # "the provision of a van"
        elif run:
            break
    return run[0] if len(run) == 1 and run[0] in full and run[0] not in _PEOPLE else None


def _head(clause: str, found: list[Word]) -> tuple[str, ...]:
    full = {word.plain for word in found if word.says == FULL}
    head: dict[str, None] = {}
    last = ""
    run = words(clause)
    for place, word in enumerate(run):
        before, last = last, word
        if word == "to" and not (run[place + 1 : place + 2] and (run[place + 1] in _UNLINKED or run[place + 1] in _PEOPLE)):
            continue  # "how to seek views": a verb follows
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
