"""One clause read: who speaks in it, by which rule, and what is wanted, thought, noted or promised."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from plantext.find.statements.acts import SPEECH
from plantext.find.statements.answers import (
    AND_PROMISED,
    DEED,
    INTENDS,
    OWN_WILL,
    PERSON,
    PROMISES,
    SAYS,
    TELLS,
    TO_US,
    TOLD_US,
    UNDERTAKES,
    WOULD,
    YOU,
    binds,
    second_predicate,
)
from plantext.find.statements.coloured import COLOURED
from plantext.find.statements.cues import Rule
from plantext.find.statements.leanings import ASIDE, BE_DONE, HEARS, LEANS, OFFERED, thought_act
from plantext.find.statements.matters import CLAUSE, say_absent
from plantext.find.statements.passives import PASSIVE
from plantext.find.statements.speakers import speaker
from plantext.find.statements.wanted import wanted, wanted_by_question
from plantext.find.statements.weighed import WEIGHED
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
    r"^(?:(?:when |on being )?(?:asked|questioned|challenged|pressed|invited)\b|in (?:answer|response|reply) to|while|whilst|although"
    r"|though|despite|notwithstanding|given|as|since|because|having|following|in|if|where|when|unless|once|after|before|until|without|during|throughout)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    (
        r"\b(?:as|when|how|why|whether|which|who|whom|whose|because|(?<!has )(?<!have )(?<!had )since|where|after|before|until|than|what|areas|points|issues|matters"
        r"|things"
        r"|by|and by)\s+(?:(?:that|which|many|much|long|often|far)\s+)?(?:[\w'’&-]+\s+){0,6}$"
    ),
    re.IGNORECASE,
)
_CONTACT = re.compile(r"(?P<before>[\w'’]+)\s+(?:we|they|it|i)\s+(?:(?:also|have|had|has|then|often|would|\w+ly)\s+)*$", re.IGNORECASE)
_OF_NOUN = re.compile(
    r"\b(?:the|a|an|these|those|any|all|every|some|its|their)\s+(?:[\w-]+\s+){1,2}that\s+(?:we|they|it|i|you)\s+$", re.IGNORECASE
)
_NOBODY = re.compile(r"\b(?:no[ -]one|nobody|none)\b[^,]{0,40}$", re.IGNORECASE)
_FRONTED = re.compile(r"(?:On|In|At|To|For|By|Over)\s(?:[\w'’]+\s){1,3}(?:we|they|it|i)\s", re.IGNORECASE)  # "On the whole we find"
_JOINS = frozenset(
    (
        "that and but or so while whilst although though however therefore then also yet nor whether if because moreover "
        "furthermore additionally nevertheless instead consequently accordingly thus hence finally overall"
    ).split()
)
_STOPS = re.compile(r"\s*(?:(?:and|or|by|as)\b|[.,;)])")
GOES_ON = re.compile(
    r"\s*,?\s*(?:that|to|for|if|whether|how|what|when|why|about|on|upon|a|an|the|its|their|his|her|your|you|more|further|some|any|every|this|these|it|all|(?:[\w'’-]+\s+){1,5}to\s+[a-z]+|clear\w*|details?|information|assurances?"
    r"|reassurances?|evidence|be|like|not|figures|data|\w+ing|[A-Z]\w+)\b"
)
_IF = re.compile(r"(?:if|unless|where|when|as)\b", re.IGNORECASE)
_SUBORDINATE = re.compile(
    r"\b(?:that|which|who|whose|whom|where|when|if|because|than|until|unless|how|why|what|whether|(?<!continue )(?<!continues )(?<!continued )(?<!tend )(?<!tends )to|so)\s+(?:[\w'’-]+\s+){0,4}$",
    re.IGNORECASE,
)
_SITTING = re.compile(
    r"\b(?:panel|committee|sub-committee|board|assembly|members|councillors|commission|inquiry|task group|working group)\b", re.IGNORECASE
)
_SITS = re.compile(
    r"\b(?:we|it|members|panel|committee|board|assembly|group|council|councillors|commission|inquiry|forum)\s*$", re.IGNORECASE
)


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
    if aside := ASIDE.search(text):
        said = _within(f"{text[: aside.start()]} {text[aside.end() :]}", noted=False)
        if said:
            return replace(said, span=(0, len(text)), spoken=True)
    found = [match for match in (_answer(text), _governor(text, carried=carried)) if match]
    if found:
        return min(found, key=lambda pair: pair[0])[1]
    return (_bare(text) or _you(text)) if bare else _you(text)


def _reading(rule: Rule, text: str, end: int) -> Reading | None:
    """The reading of a cue that ends at `end`: its own act, or what is wanted, thought or noted."""
    complement = text[end:]
    whole = (0, len(text))
    for name, cue, holds, act in LEANS:
        if name == rule.name and (not cue or cue.search(text[:end])) and holds.match(complement):
            return Reading(act, whole, rule.name, complement)
    if rule.act == "want":
        if rule.name in {"helpful_if", "would_like"}:
            if not complement.strip(" .;,"):
                complement = text[:end]  # "Sight of the lease would be welcome"
            complement = re.sub(r"^\s*(?:if|were)\b", " that", complement)  # "grateful if" asks for it, "asked if" asks about it
        return Reading(wanted(complement), whole, rule.name, complement)
    if rule.act == "information" and rule.name == "question":
        if OFFERED.match(text):
            return Reading("suggestion", whole, rule.name, text, spoken=False)
        return Reading(wanted_by_question(text), whole, rule.name, text, spoken=False)
    if rule.name == "praises" and HEARS.match(complement) and _promised(complement):
        return Reading("undertaking", whole, rule.name, complement)  # "glad to hear that you will reopen the desk"
    if rule.name == "thinks" and TOLD_US.search(text[:end]) and OWN_WILL.match(complement):
        return Reading("undertaking", whole, rule.name, complement)
    if rule.through and (inner := _within(complement, noted=rule.act == "note")):
        return replace(inner, span=whole, spoken=True)
    if rule.name == "told" and WOULD.search(complement):
        return Reading("undertaking", whole, rule.name, complement)
    plain: Act = "note" if rule.act in {"opinion", "want"} else rule.act  # type: ignore[assignment]  # the two others are no acts
    return Reading(plain, whole, rule.name, complement)


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
    if _OF_NOUN.search(before) or _NOBODY.search(before):
        return False  # "the questions that they ask", "no one disputes"
    contact = _CONTACT.search(before)
    if (
        contact
        and not _FRONTED.match(before)
        and contact["before"].casefold() not in _JOINS
        and not contact["before"].casefold().endswith("ly")
    ):
        return False  # "the insights we needed"
    return not _RELATIVE.search(before)


def _within(complement: str, *, noted: bool) -> Reading | None:
    """What a thought or a note holds: an ask or an undertaking within it, else nothing."""
    inner = re.sub(r"^\s*(?:,\s*)?(?:that|to|:)\s+", "", complement).strip()
    if not inner:
        return None
    promised = Reading("undertaking", (0, len(inner)), "undertakes", inner) if _promised(inner) else None
    if noted:
        if promised:
            return promised
        lacking = _rule(CLAUSE, "lacking").pattern.search(inner)
        return Reading("concern", (0, len(inner)), "noted_absence", inner, spoken=False) if say_absent(inner) or lacking else None
    if found := _governor(inner, carried=complement.lstrip().startswith("to ")):
        return (_bare(inner) or found[1]) if found[1].act == "note" else found[1]
    if (bare := _bare(f"to {inner}" if complement.lstrip().startswith("to ") else inner)) or promised:  # "agreed to publish" bids nobody
        return bare or promised
    if BE_DONE.match(inner):
        return Reading(wanted(inner), (0, len(inner)), "subjunctive", inner)  # "advised that fees be reviewed"
    act = thought_act(inner)
    return Reading(act, (0, len(inner)), "thought", inner) if act else None


def _promised(text: str) -> bool:
    return bool(UNDERTAKES.search(text) or _rule(PASSIVE, "agreed_passive").pattern.search(text))


def _rule(table: tuple[Rule, ...], name: str) -> Rule:
    return next(rule for rule in table if rule.name == name)


def _answer(text: str) -> tuple[int, Reading] | None:
    """What one who answers to the body promises or says."""
    found: list[tuple[int, int, Reading]] = []
    for order, (pattern, act) in enumerate(((PROMISES, "undertaking"), (SAYS, "note"))):
        for match in pattern.finditer(text):
            before, complement = text[: match.start()], text[match.end() :]
            who = "answerer" if act == "undertaking" and second_predicate(before) else speaker(before)
            if act == "note" and PERSON.search(before) and TELLS.match(match.group()) and DEED.match(complement):
                who = "answerer"
            if who == "paper" and not match.group().startswith(("will", "shall", "aim", "commit")):
                continue
            if not (who in {"answerer", "paper"} or (act == "undertaking" and binds(who, match.group(), before, complement))):
                continue
            if _RELATIVE.search(before) or re.match(r"\s+not\b", complement):
                continue
            if act == "undertaking":
                reading = Reading("undertaking", (0, len(text)), "promises", complement)
            elif match.group().split()[0].casefold() in {"have", "has", "had", "are", "were", "is", "was"}:
                continue
            else:
                said = TELLS.match(match.group())
                promised = (
                    UNDERTAKES.search(complement)
                    or AND_PROMISED.search(complement)
                    or (
                        said
                        and (WOULD.search(complement) or DEED.match(complement) or INTENDS.match(complement) or TO_US.match(complement))
                    )
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
    match = YOU.match(text)
    return Reading("note", (0, len(text)), "you", text[match.end() :]) if match else None


def _bare(text: str) -> Reading | None:
    """The first form about the matter itself."""
    return _of_matter(text, CLAUSE) or _of_matter(text, WEIGHED) or _of_matter(text, COLOURED)


def _of_matter(text: str, rules: tuple[Rule, ...]) -> Reading | None:
    best: tuple[int, int, Rule, int] | None = None
    for order, rule in enumerate(rules):
        match = rule.pattern.search(text)
        if match and rule.name == "needed" and re.match(r"(?:no|nothing|none)\b", text, re.IGNORECASE):
            continue  # "No action is needed"
        if match and rules is not CLAUSE and (_IF.match(text) or _SUBORDINATE.search(text[: match.start()].removeprefix("That "))):
            continue  # "records that are not exempt"
        if (
            match
            and rule.name == "might_do"
            and "be" not in match.group().split()
            and speaker(text[: match.start()]) not in {"answerer", "body", "name"}
        ):
            continue  # "the wording could mislead"
        if match and (best is None or (match.start(), order) < best[:2]):
            best = (match.start(), order, rule, match.end())
    if best is None:
        return None
    reading = _reading(best[2], text, best[3])
    if reading and best[2].name == "should":
        verb = text[best[0] :].split(None, 1)[-1]
        by_paper = speaker(text[: best[0]]) == "paper"  # what a plan "should explain" is to be written into it
        reading = replace(reading, act="request" if by_paper else wanted(f"to {verb}", text[: best[0]]))
    return replace(reading, spoken=False) if reading else None
