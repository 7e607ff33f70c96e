"""The words of what is asked, each with how much it says of the subject."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plantext.find.statements.dues import find_due
from plantext.find.statements.topics import FRAME, GENERAL
from plantext.text.variants import NUMBER_WORDS
from plantext.text.words import STOP_WORDS, words

FULL = 1.0  # a word that names the subject
AFTER_RELATIVE = 0.5  # a word of a clause that only describes the subject: "children who go missing"
LIGHT = 0.2  # a word of every plan ("number", "people"), or one that says what sort of thing it is ("scheme")
_SORT = frozenset(
    """scheme schemes project projects initiative initiatives service services session sessions system systems unit units group groups
    team teams view views trend trends use misuse problem problems activity activities action actions outcome outcomes importance
    significance contribution impact effect effects future nature type types kind kinds anywhere average proportion share
    number numbers amount measure measures target targets milestone milestones deliverable deliverables objective objectives
    greater deal clarity detail details explanation reasons evidence region elsewhere work working regional national local
    colleagues outline outlines outlined aspect aspects achievement inclusion narrative particular particularly proposed continued return begin begins began
    become becomes part parts treat say says said change changes changed run runs running take takes happen happens ought edition
    minutes hours seconds joint risk site place places variation variations vary varied varying sure people policing police crime crimes force commissioner""".split()
)
"""Words that say what sort of thing is meant, or that are in half of a plan's passages: they help, and never decide."""

SAYS_NOTHING = frozenset(
    """panel panels committee committees commissioner commissioners member members plan draft drafts document version section report reports
    information detail details nothing anything something mention clarity update updates every each beside least whatever anywhere
    longer anymore reads tell tells touch touched touches dealt glossed follow follows followed following recognise recognised recognises recognising recognition
    commit commits annual annually quarterly yearly monthly
    day days week weeks month months year years
    done doing goes along clearer simpler shorter sharper fuller firmer stronger weaker thinner easier harder
    mayor board's panel's commissioner's silent paper written brought two three four five six seven eight nine ten
    hundred hundreds thousand thousands million millions dozen""".split()
)
"""Who speaks, who answers and in what paper, and words of quantity: never part of the subject."""

_ALSO_SUBJECTS = frozenset({"absence", "meetings", "questions"})
"""General words of a document that are subjects of plans as well: "sickness absence"; what they only say is taken out before."""

_RELATIVE = re.compile(r"\b(?:who|whom|whose|which|that|where|when|while|because|so\s+that)\b", re.IGNORECASE)
_CONCESSION = re.compile(
    r"(?<=\S)\s+(?:although|though|even\s+though|whereas|whilst|despite|notwithstanding|in\s+spite\s+of|as\s+if|as\s+though)\b"
    r".*?(?=,\s+(?:and|but)\b|$)",
    re.IGNORECASE,
)
"""What is conceded is not what is asked."""
_CONJUNCTION = re.compile(
    r"\b(?:said|says?|felt|feels?|asks?|asked|wish(?:ed|es)?|hopes?|hoped|suggest\w*|considered|concerned|thought|means?|ensure\w*|so|view"
    r"|made|think|told|clear|aware|sure|reassur\w+|assur\w+|recommend\w*|regret\w*|keen|is|was|be|^)\s*,?\s*$",
    re.IGNORECASE,
)
_EXAMPLES = re.compile(r"\((?:such as|for example|e\.g\.?|eg|including)?[^()]*\)", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W_]+(?:['’.&][^\W_]+)*['’]?", re.UNICODE)
_BODIES = frozenset("panel panels committee committees board boards assembly council councils member members recognition".split())
"""Who speaks, and within a name something else: "solar panels", "a citizens' assembly"."""
_BEFORE_DEED = frozenset("be been being to should could must might not only".split())
_WHO_ANSWERS = frozenset("Trust Forum Service Authority Agency Department Cabinet Association Company Partnership Executive".split())
"""Who speaks or answers where no commissioner and no panel does: "the Trust", alone after the article."""
_ADDRESSED = frozenset("Commissioner Council Force Trust Service Authority Board Mayor Constable Officer Cabinet Department".split())
"""Who is to do it, before a verb without "to": "that the Council insulate"."""
"""Words before a verb: what is to be done to the subject says less than what the subject is, and is looked at for itself."""
_ACRONYM = re.compile(r"[A-Z][A-Z&]+(?:['’]?s)?")
_ASIDE = re.compile(
    r"\band\s+(?:(?:the\s+)?(?:panel|committee|board|we|it|members)\s+)?(?:will|shall)\s+.*$|\b(?:absence|lack|omission) of\b|\b(?:in|"
    r"within|of|to|from|throughout|into) (?:the|this|your|his|her|its|any) (?:\S+ ){0,4}?(?:plan|draft|document|version|report)\b"
    r"|\bwhen\s+the\s+(?:\w+\s+){0,3}?(?:plan|strategy)\s+is\s+(?:next\s+)?\w+ed\b"
    r"|\bthan last year\b|\blast year\b|\bover the (?:past|last|next) \w+ (?:years?|months?)\b|\bas a result\b"
    r"|\b(?:to|at|for|before) (?:its|the|our|your|a|their) (?:\w+ ){0,2}meetings?\b|\bin \w+ (?:months?|weeks?)['’]? time\b|\b(?:by|before|in|at) (?:the )?(?:end of )?(?:january|february|march|april|may|june|july"
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


def words_of(clause: str) -> list[Word]:
    """The words of a clause once each, with what each says."""
    aside = [match.span() for match in _ASIDE.finditer(clause)]
    if (due := find_due(clause)) and (at := clause.find(due)) >= 0:
        aside.append((at, at + len(due)))
    examples = [match.span() for match in _EXAMPLES.finditer(clause)]
    described = _described(clause)
    aside += [match.span() for match in _CONCESSION.finditer(clause)]
    found: dict[str, Word] = {}
    last, this, before, end, last_printed = "", "", "", 0, ""
    for match in _TOKEN.finditer(clause):
        last, this = this, match.group().lower()
        printed = match.group().rstrip("'’")
        plain = (words(printed) or [""])[0]
        own_name = printed in _WHO_ANSWERS and last == "the" and not clause[match.end() :].lstrip()[:1].isupper()
        doer = last_printed in _ADDRESSED and printed.islower()
        last_printed = printed
        if (
            not plain
            or plain in STOP_WORDS
            or own_name
            or _number_word(plain, clause[: match.start()])
            or _inside(match.start(), aside)
            or _is_number(plain, clause, match.start(), match.end())
        ):
            continue
        acronym = bool(_ACRONYM.fullmatch(printed))
        within = plain in _BODIES and printed.islower() and _names(found.get(before), clause[end : match.start()])
        before, end = plain, match.end()
        if plain in FRAME | SAYS_NOTHING and not acronym and not within:
            continue
        if plain.endswith("ly") and len(plain) > 4 and plain not in {"family", "elderly", "supply", "anomaly", "assembly", "bully"}:
            continue
        light = (plain in GENERAL or plain in _SORT) and plain not in _ALSO_SUBJECTS and not acronym and not within
        apart = match.start() > described or _inside(match.start(), examples)
        apart = apart or doer or (printed.islower() and last in _BEFORE_DEED and (last != "to" or plain.endswith("ed")))
        says = LIGHT if light else AFTER_RELATIVE if apart and not acronym else FULL
        if plain not in found or found[plain].says < says:
            found[plain] = Word(printed, plain, says)
    return list(found.values())


def _number_word(plain: str, ahead: str) -> bool:
    """Whether a word is a quantity, and not an age, which names people."""
    return plain in NUMBER_WORDS and not re.search(r"\b(?:under|over|aged?|than)\s*$", ahead, re.IGNORECASE)


def _names(before: Word | None, between: str) -> bool:
    """Whether the word before names a subject and makes a name with what follows it directly."""
    return before is not None and before.says == FULL and before.printed.islower() and not between.strip("'’ ")


def _described(clause: str) -> int:
    """Where a clause that only describes begins: after "children who", not after "asked that"."""
    for match in _RELATIVE.finditer(clause):
        ahead = clause[: match.start()]
        named = [word for word in words(ahead) if word not in STOP_WORDS and word not in FRAME and word not in GENERAL]
        again = match.group().lower() == "that" and ahead.rstrip(" ,").lower().endswith(" and")  # a second thing that is asked
        if named and not again and not _CONJUNCTION.search(ahead):
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
