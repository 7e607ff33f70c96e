"""One clause read: who speaks in it, by which rule, and what is wanted, thought, noted or promised."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from plantext.find.acts import SPEECH
from plantext.find.answers import PROMISES, SAYS, UNDERTAKES
from plantext.find.cues import Rule
from plantext.find.matters import CLAUSE, say_absent
from plantext.find.passives import PASSIVE
from plantext.find.speakers import speaker
from plantext.find.wanted import wanted, wanted_by_question
from plantext.model.document import Span
from plantext.model.findings import ASKS, Act


@dataclass(frozen=True)
class Reading:
    """An act of a sentence: the span of its words, the rule that saw it, and what follows the cue."""

    act: Act
    span: Span
    rule: str
    complement: str
    spoken: bool = True  # by somebody's verb, not by a form about the matter alone
    sits: bool = False  # that somebody is called a panel, committee, board or its members


_LEADING_CLAUSE = re.compile(
    r"^(?:while|whilst|although|though|despite|notwithstanding|given|as|since|because|having|following|in|if|where)\b", re.IGNORECASE
)
_RELATIVE = re.compile(
    (
        r"\b(?:as|when|which|who|whom|whose|because|since|where|after|before|until|than|what|areas|points|issues|matters|things"
        r"|by|and by)\s+(?:that\s+|which\s+)?(?:[\w'’&-]+\s+){0,6}$"
    ),
    re.IGNORECASE,
)
_I = re.compile(r"\bI(?:\s+(?:have|am|also|therefore|fully))*\s*$")
_CONTACT = re.compile(r"(?P<before>[\w'’]+)\s+(?:we|they|it|i)\s+(?:(?:also|have|had|has|then|often|would|\w+ly)\s+)*$", re.IGNORECASE)
_JOINS = frozenset(
    (
        "that and but or so while whilst although though however therefore then also yet nor whether if because moreover "
        "furthermore additionally nevertheless instead consequently accordingly thus hence finally overall"
    ).split()
)
_OWN_PART = re.compile(r"\s+(?:also\s+)?(?:be\s+)?(?:writ|ask|circulat|publish|forward|copy|send|shar|report back|ensur\w+ that the)\w*\b")
_AND_PROMISED = re.compile(
    r"\band\s+(?:also\s+|has\s+|have\s+)?(?:undertook|agreed to|committed to|promised|will|intends? to|offered to)\b"
)
_INTENDS = re.compile(
    r"^\s*(?:his|her|its|their|your|the)\s+(?:\w+\s+)?(?:intention|plans?|commitment|willingness|readiness|promise|pledge"
    r"|undertaking)\s+(?:to|that)\b"
)
_STOPS = re.compile(r"\s*(?:(?:and|or|by|as)\b|[.,;)])")
GOES_ON = re.compile(
    r"\s*,?\s*(?:that|to|for|if|whether|how|what|when|why|about|on|upon|a|an|the|its|their|his|her|your|you|more|further"
    r"|some|any|every|this|these|it|all|(?:[\w'’-]+\s+){1,5}to\s+[a-z]+|clear\w*|details?|information|assurances?"
    r"|reassurances?|evidence|be|like|not|figures|data|\w+ing|[A-Z]\w+)\b"
)
_SITTING = re.compile(
    r"\b(?:panel|committee|sub-committee|board|assembly|members|councillors|commission|inquiry|task group|working group)\b", re.IGNORECASE
)
_SITS = re.compile(
    r"\b(?:we|it|members|panel|committee|board|assembly|group|council|councillors|commission|inquiry|forum)\s*$", re.IGNORECASE
)
_WOULD = re.compile(r"\bthat\b.{3,80}?\b(?:would|will)\b(?! (?:be (?:difficult|hard|costly)|cost|need|require|depend|mean))")


_SHOWN = re.compile(
    r"\s*(?:to\s+see|for\s+sight\s+of|to\s+be\s+shown)\s+(?!more\b|greater\b|better\b|clear)(?:[\w'’-]+\s+){1,7}?[\w'’-]+[.;]?\s*$",
    re.IGNORECASE,
)
"""A thing already there is asked for: "asked to see the drought plan"."""

_BE_DONE = re.compile(
    r"(?:(?!(?:to|will|would|can|could|may|might|shall)\s)[\w'’&-]+\s+){1,8}?be\s+(?:\w+ly\s+)?[a-z]+(?:ed|en|t|n|de|ld)\b", re.IGNORECASE
)
"""The subjunctive of a demand: "advised that fees be reviewed"."""

_ILL = re.compile(
    r"\b(?:is|are|was|were|do|does|did|has|have|had)(?:\s+not|n['’]t)\b|\b(?:cannot|too \w+|un(?:convincing|ambitious|fair|clear|helpful"
    r"|acceptable|satisfactory|balanced|realistic|workable|even))\b"
    r"|\b(?:could|might|may|would|will)\s+(?:\w+ly\s+)?(?:lead to|mean|result in|deter|discourage|undermine|mislead|confuse|harm|damage"
    r"|weaken|worsen|suffer|exclude|disadvantage|put\b.{1,40}\bat risk|leave\b|be (?:lost|missed|misread|misunderstood|difficult|hard)"
    r"|fall|fail)"
    r"|\b(?:at risk|at the expense of|not enough|inadequate|insufficient|unsatisfactory|misleading|confusing|disappointing|premature)\b",
    re.IGNORECASE,
)
"""What is thought ill of: faults, and what may come of them."""


def read_clause(text: str, *, carried: bool, bare: bool) -> Reading | None:
    """The reading of one conjunct; its span is the whole of it."""
    if _LEADING_CLAUSE.match(text):
        for comma in re.finditer(r",\s+", text):
            main = _read_plain(text[comma.end() :], carried=False, bare=bare)
            if main and (main.act in ASKS or comma.start() > 12):
                return replace(main, span=(0, len(text)))
    return _read_plain(text, carried=carried, bare=bare)


@lru_cache(maxsize=4096)
def _read_plain(text: str, *, carried: bool, bare: bool) -> Reading | None:
    if bare and text.rstrip().endswith("?"):
        return _bare(text)
    found = [match for match in (_governor(text, carried=carried), _answer(text)) if match]
    if found:
        return min(found, key=lambda pair: pair[0])[1]
    return (_bare(text) or _you(text)) if bare else _you(text)


def _reading(rule: Rule, text: str, end: int) -> Reading | None:
    """The reading of a cue that ends at `end`: its own act, or what is wanted, thought or noted."""
    complement = text[end:]
    whole = (0, len(text))
    if rule.name == "asks" and _SHOWN.match(complement):
        return Reading("information", whole, rule.name, complement)
    if rule.name == "wonders" and re.match(r"\s*(?:if|whether|about)\b.{1,80}?\b(?:might|could|may|would)\b", complement):
        return Reading("suggestion", whole, rule.name, complement)
    if rule.act == "want":
        if rule.name in {"helpful_if", "would_like"}:
            complement = re.sub(r"^\s*(?:if|were)\b", " that", complement)  # "grateful if" asks for it, "asked if" asks about it
        return Reading(wanted(complement), whole, rule.name, complement)
    if rule.act == "information" and rule.name == "question":
        return Reading(wanted_by_question(text), whole, rule.name, text, spoken=False)
    if rule.name == "queries" and re.match(r"\s*(?:the |a |any )?(?:\w+ )?(?:absence|lack|omission)\b", complement):
        return Reading("concern", whole, rule.name, complement)  # "queried the absence of a baseline": no answer is looked for
    if rule.through and (inner := _within(complement, noted=rule.act == "note")):
        return replace(inner, span=whole, spoken=True)
    if rule.name == "told" and _WOULD.search(complement):
        return Reading("undertaking", whole, rule.name, complement)
    act: Act = "note" if rule.act in {"opinion", "want"} else rule.act  # type: ignore[assignment]  # the two others are no acts
    return Reading(act, whole, rule.name, complement)


def _governor(text: str, *, carried: bool) -> tuple[int, Reading] | None:
    """The first verb of speaking with a subject that may speak, or the first passive of one."""
    best: tuple[int, int, Rule, int] | None = None
    for order, rule in enumerate((*PASSIVE, *SPEECH)):
        for match in rule.pattern.finditer(text):
            if best and (match.start(), order) >= best[:2]:
                break
            if order < len(PASSIVE) or _is_spoken(rule, match, text, carried=carried):
                best = (match.start(), order, rule, match.end())
                break
    if best is None:
        return None
    reading = _reading(best[2], text, best[3])
    if reading and _SITTING.search(text[: best[0]]):
        reading = replace(reading, sits=True)
    return (best[0], reading) if reading else None


def _is_spoken(rule: Rule, match: re.Match[str], text: str, *, carried: bool) -> bool:
    """Whether a cue of `SPEECH` is the verb of a main clause with a subject that may speak."""
    before, after = text[: match.start()], text[match.end() :]
    who = speaker(before)
    if who == "name" and rule.name in {"seeks", "body_will", "praises"}:
        return False
    if who not in {"body", "name"} and not (who == "start" and carried):
        return False
    if (before and match.group()[0].isupper()) or (rule.act == "want" and _STOPS.match(after)):
        return False  # "Community Support Officers", "a community requested and led scheme"
    if (rule.name == "seeks" and not GOES_ON.match(after)) or (rule.name == "body_will" and not _SITS.search(before)):
        return False
    contact = _CONTACT.search(before)
    if contact and contact["before"].casefold() not in _JOINS and not contact["before"].casefold().endswith("ly"):
        return False  # "the insights we needed"
    return not _RELATIVE.search(before)


def _within(complement: str, *, noted: bool) -> Reading | None:
    """What a thought or a note holds: an ask or an undertaking within it, else nothing."""
    inner = re.sub(r"^\s*(?:,\s*)?(?:that|to|:)\s+", "", complement).strip()
    if not inner:
        return None
    if UNDERTAKES.search(inner) or _rule(PASSIVE, "agreed_passive").pattern.search(inner):
        promised = Reading("undertaking", (0, len(inner)), "undertakes", inner)
    else:
        promised = None
    if noted:
        if promised:
            return promised
        lacking = _rule(CLAUSE, "lacking").pattern.search(inner)
        return Reading("concern", (0, len(inner)), "noted_absence", inner, spoken=False) if say_absent(inner) or lacking else None
    if found := _governor(inner, carried=complement.lstrip().startswith("to ")):
        return (_bare(inner) or found[1]) if found[1].act == "note" else found[1]
    if (bare := _bare(inner)) or promised:
        return bare or promised
    if _BE_DONE.match(inner):
        return Reading(wanted(inner), (0, len(inner)), "subjunctive", inner)  # "advised that fees be reviewed"
    if _ILL.search(inner):
        return Reading("concern", (0, len(inner)), "thought_ill", inner)
    return None


def _rule(table: tuple[Rule, ...], name: str) -> Rule:
    return next(rule for rule in table if rule.name == name)


def _answer(text: str) -> tuple[int, Reading] | None:
    """What one who answers to the body promises or says."""
    found: list[tuple[int, int, Reading]] = []
    for order, (pattern, act) in enumerate(((PROMISES, "undertaking"), (SAYS, "note"))):
        for match in pattern.finditer(text):
            before, complement = text[: match.start()], text[match.end() :]
            who = speaker(before)
            if who == "paper" and not match.group().startswith(("will", "shall", "aim", "commit")):
                continue
            if who in {"body", "name"} and not (act == "undertaking" and _I.search(before) and not _OWN_PART.match(complement)):
                continue
            if who not in {"answerer", "paper", "body", "name"} or _RELATIVE.search(before) or re.match(r"\s+not\b", text[match.end() :]):
                continue
            if act == "undertaking":
                reading = Reading("undertaking", (0, len(text)), "promises", complement)
            elif match.group().split()[0].casefold() in {"have", "has", "had", "are", "were", "is", "was"}:
                continue
            else:
                said = re.match(
                    r"(?:state|confirm|affirm|reaffirm|announc|declar|repeat|advis|assur|reassur|said|say|explain|report|indicat|told"
                    r"|tell|inform|respon|repl)",
                    match.group(),
                    re.IGNORECASE,
                )
                promised = (
                    UNDERTAKES.search(complement)
                    or _AND_PROMISED.search(complement)
                    or (said and (_WOULD.search(complement) or _INTENDS.match(complement)))
                )
                reading = Reading("undertaking" if promised else "note", (0, len(text)), "says", complement)
            found.append((match.start(), order, reading))
            break
    if not found:
        return None
    start, _, reading = min(found, key=lambda item: item[:2])
    return start, reading


def _you(text: str) -> Reading | None:
    """A sentence like "You have opened a second desk": what the reader did, for the record."""
    match = re.match(
        r"^(?:however,? |also,? |in addition,? )?you (?:\w+ly )?(?:have|had|are|were|\w+ed|set|gave|held|met|spoke)\b", text, re.IGNORECASE
    )
    return Reading("note", (0, len(text)), "you", text[match.end() :]) if match else None


def _bare(text: str) -> Reading | None:
    """The first form about the matter itself."""
    best: tuple[int, int, Rule, int] | None = None
    for order, rule in enumerate(CLAUSE):
        match = rule.pattern.search(text)
        if match and rule.name == "needed" and re.match(r"(?:no|nothing|none)\b", text, re.IGNORECASE):
            continue  # "No action is needed"
        if match and (best is None or (match.start(), order) < best[:2]):
            best = (match.start(), order, rule, match.end())
    if best is None:
        return None
    reading = _reading(best[2], text, best[3])
    if reading and best[2].name == "should":
        verb = text[best[0] :].split(None, 1)[-1]
        by_paper = speaker(text[: best[0]]) == "paper"  # what a plan "should explain" is to be written into it
        reading = replace(reading, act="request" if by_paper else wanted(f"to {verb}"))
    return replace(reading, spoken=False) if reading else None
