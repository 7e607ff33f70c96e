"""What an ask is about: the words of its own clause without the words of asking, each with how much it says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from plantext.find.matters import CLAUSE
from plantext.find.readings import read_sentence
from plantext.find.topics import FRAME, GENERAL, names_subject, topics
from plantext.text.words import STOP_WORDS, words

if TYPE_CHECKING:
    from plantext.model.findings import Statement

FULL = 1.0  # a word that names the subject
AFTER_RELATIVE = 0.5  # a word of a clause that only describes the subject: "children who go missing"
BACKGROUND = 0.5  # a word of the heading that "they" or "it" points back to
LIGHT = 0.2  # a word of every plan ("number", "people"), or one that says what sort of thing it is ("scheme")
FEW = 2  # full words of its own below which an ask that names next to nothing takes its heading's

_SORT = frozenset(
    """scheme schemes project projects initiative initiatives service services session sessions system systems unit units group groups
    team teams view views trend trends use misuse problem problems activity activities action actions outcome outcomes importance
    significance contribution impact effect effects future nature type types kind kinds anywhere average proportion share
    number numbers amount measure measures target targets milestone milestones deliverable deliverables objective objectives
    greater deal clarity detail details explanation reasons evidence region elsewhere work working regional national local
    colleagues outline outlines outlined aspect aspects achievement inclusion narrative particular particularly proposed continued return begin begins began
    become becomes part parts treat say says said change changes changed run runs running take takes happen happens ought edition
    place places variation variations vary varied varying sure people policing police crime crimes force commissioner""".split()
)
"""Words that say what sort of thing is meant, or that are in half of a plan's passages: they help, and never decide."""

_SAYS_NOTHING = frozenset(
    """panel panels committee committees commissioner commissioners member members plan draft drafts document version section report reports
    information detail details nothing anything something mention clarity update updates every each beside least whatever anywhere
    recognise recognised recognises recognising recognition
    commit commits annual annually quarterly yearly monthly
    day days week weeks month months year years
    done doing goes along clearer simpler shorter sharper fuller firmer stronger weaker thinner easier harder
    mayor board's panel's commissioner's two three four five six seven eight nine ten""".split()
)
"""Who speaks, who answers and in what paper, and words of quantity: never part of the subject."""

_ALSO_SUBJECTS = frozenset({"absence", "meetings", "questions"})
"""General words of a document that are subjects of plans as well: "sickness absence"; what they only say is taken out before."""

_RELATIVE = re.compile(r"\b(?:who|whom|whose|which|that|where|when|while|because)\b", re.IGNORECASE)
_CONJUNCTION = re.compile(
    r"\b(?:said|says?|felt|feels?|asks?|asked|wish(?:ed|es)?|hopes?|hoped|suggest\w*|considered|concerned|thought|means?|ensure\w*|so|view"
    r"|made|think|told|clear|aware|sure|reassur\w+|assur\w+|recommend\w*|regret\w*|keen|is|was|be|^)\s*,?\s*$",
    re.IGNORECASE,
)
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
_EXAMPLES = re.compile(r"\((?:such as|for example|e\.g\.?|eg|including)?[^()]*\)", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W_]+(?:['’.&][^\W_]+)*['’]?", re.UNICODE)
_ABOUT_THE_MATTER = frozenset(rule.name for rule in CLAUSE)
"""Cues that stand within what is wanted, "the fees need to be cut": the words before them are the subject."""
_BEFORE_DEED = frozenset("be been being to should could must might not only".split())
"""Words before a verb: what is to be done to the subject says less than what the subject is, and is looked at for itself."""
_ACRONYM = re.compile(r"[A-Z][A-Z&]+(?:['’]?s)?")
_PREAMBLE = re.compile(
    r"^(?:as (?:noted|stated|said|mentioned|set out) (?:above|earlier|before|previously)|(?:with|in) (?:regard|relation|"
    r"respect) to (?=the panel))\s*,?\s*",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\band\s+(?:(?:the\s+)?(?:panel|committee|board|we|it|members)\s+)?(?:will|shall)\s+.*$|\b(?:absence|lack|omission) of\b|\b(?:in|"
    r"within|of|to|from|throughout|into) (?:the|this|your|his|her|its|any) (?:\S+ ){0,4}?(?:plan|draft|document|version|report)\b"
    r"|\bthan last year\b|\blast year\b|\bover the (?:past|last|next) \w+ (?:years?|months?)\b|\bas a result\b"
    r"|\bin \w+ (?:months?|weeks?)['’]? time\b|\b(?:by|before|in|at) (?:the )?(?:end of )?(?:january|february|march|april|may|june|july"
    r"|august|september|october|november|december)(?: \d{4})?\b|\bto the panel\b|\bset up\b|\bas a (?:milestone|target|priority)\b",
    re.IGNORECASE,
)
"""Where, when and by what name it is to be said: not what it is about."""


@dataclass(frozen=True)
class Word:
    """One word of what is asked: as printed there, lower case as it is compared, and how much it says, in (0, 1]."""

    printed: str
    plain: str
    says: float


@dataclass(frozen=True)
class Subject:
    """What an ask is about: its words in order, its phrases as printed, and the clause that they were read from."""

    words: tuple[Word, ...]
    phrases: tuple[str, ...]
    clause: str

    @property
    def query(self) -> str:
        """Its words as one text, for the search; heading's words last."""
        return " ".join(word.printed for word in self.words) or self.clause


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
    found = _words(clause)
    if not any(word.says == FULL for word in found) and clause != text:
        clause, found = text, _words(text)
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
        found = [Word(word, word, LIGHT) for word in words(clause) if word not in STOP_WORDS]
    plain = {word.plain for word in found if word.says > LIGHT} or {word.plain for word in found}
    kept = [phrase for phrase in dict.fromkeys(phrases) if any(part in plain for part in words(phrase))]
    return Subject(tuple(found), tuple(kept), clause)


def _with(found: list[Word], context: str | None, says: float) -> list[Word]:
    known = {word.plain for word in found}
    more = _words(context or "")
    if not any(word.says == FULL for word in more):  # a heading of words that every plan has names its subject by all of them together
        more = [Word(word.printed, word.plain, BACKGROUND) for word in more]
    added = [Word(word.printed, word.plain, min(word.says, says)) for word in more if word.plain not in known]
    return found + added


def _words(clause: str) -> list[Word]:
    """The words of a clause once each, with what each says."""
    aside = [match.span() for match in _ASIDE.finditer(clause)]
    examples = [match.span() for match in _EXAMPLES.finditer(clause)]
    described = _described(clause)
    found: dict[str, Word] = {}
    last, this = "", ""
    for match in _TOKEN.finditer(clause):
        last, this = this, match.group().lower()
        printed = match.group().rstrip("'’")
        plain = (words(printed) or [""])[0]
        if not plain or plain in STOP_WORDS or _inside(match.start(), aside) or _is_number(plain, clause, match.start(), match.end()):
            continue
        acronym = bool(_ACRONYM.fullmatch(printed))
        if plain in FRAME | _SAYS_NOTHING and not acronym:
            continue
        if plain.endswith("ly") and len(plain) > 4 and plain not in {"family", "elderly", "supply", "anomaly"}:
            continue
        light = (plain in GENERAL or plain in _SORT) and plain not in _ALSO_SUBJECTS and not acronym
        apart = match.start() > described or _inside(match.start(), examples)
        apart = apart or (printed.islower() and last in _BEFORE_DEED and (last != "to" or plain.endswith("ed")))
        says = LIGHT if light else AFTER_RELATIVE if apart and not acronym else FULL
        if plain not in found or found[plain].says < says:
            found[plain] = Word(printed, plain, says)
    return list(found.values())


def _described(clause: str) -> int:
    """Where a clause that only describes begins: after "children who", not after "asked that"."""
    for match in _RELATIVE.finditer(clause):
        ahead = clause[: match.start()]
        named = [word for word in words(ahead) if word not in STOP_WORDS and word not in FRAME and word not in GENERAL]
        if named and not _CONJUNCTION.search(ahead):
            return match.end()
    return len(clause)


def _is_number(plain: str, clause: str, start: int, end: int) -> bool:
    """Dates, years and quantities are no subject; a number that names something ("101", "999") is."""
    if not plain[0].isdigit():
        return False
    return not (
        re.fullmatch(r"\d{3}", plain) and clause[start - 1 : start] not in {"£", "$", "€"} and clause[end : end + 1] not in {"%", "-", "/"}
    )


def _inside(place: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)
