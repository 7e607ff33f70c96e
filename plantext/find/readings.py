"""One sentence read: its acts, each with the words that carry it. Conjuncts that ask twice come apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from plantext.find.acts import CLAUSE, COURTESY, PASSIVE, PROMISES, SAYS, SPEECH, UNDERTAKES, Rule, say_absent
from plantext.find.speakers import speaker
from plantext.find.wanted import wanted
from plantext.model.document import Span
from plantext.model.findings import ASKS, Act

STRENGTH: tuple[Act, ...] = ("request", "information", "suggestion", "concern", "undertaking", "praise", "note")
"""Where two conjuncts are about one thing, the first of these is the act of both."""


@dataclass(frozen=True)
class Reading:
    """An act of a sentence: the span of its words, the rule that saw it, and what follows the cue."""

    act: Act
    span: Span
    rule: str
    complement: str
    spoken: bool = True  # by somebody's verb, not by a form about the matter alone


_COORDINATOR = re.compile(r"(?:[,;]\s*|\s+[–—-]\s+|\s+)(?:and|but|while|whilst|although|however|yet|though)\s*,?\s+(?:that\s+)?(?=\S)|;\s+")
_LEADING_CLAUSE = re.compile(r"^(?:while|whilst|although|though|despite|notwithstanding|given|as|since|because|having|following|in|if|where)\b", re.IGNORECASE)
_RELATIVE = re.compile(
    r"\b(?:as|when|which|who|whom|whose|because|since|where|after|before|until|than|what|areas|points|issues|matters|things|by|and by)\s+(?:that\s+|which\s+)?(?:[\w'’&-]+\s+){0,6}$",
    re.IGNORECASE,
)
_I = re.compile(r"\bI(?:\s+(?:have|am|also|therefore|fully))*\s*$")
_OWN_PART = re.compile(r"\s+(?:also\s+)?(?:be\s+)?(?:writ|ask|circulat|publish|forward|copy|send|shar|report back|ensur\w+ that the)\w*\b")
_GOES_ON = re.compile(
    r"\s*,?\s*(?:that|to|for|if|whether|how|what|when|why|about|on|upon|a|an|the|its|their|his|her|your|you|more|further|some|any|every|clear\w*|details?|information|assurances?"
    r"|reassurances?|evidence|be|like|not|figures|data|\w+ing|[A-Z]\w+)\b"
)
_ANAPHORIC = re.compile(
    r"^\s*(?:to\s+(?:see|have)\s+)?(?:(?:that|if|whether|for|how|why|when|what|about)\s+)?(?:this|these|it|they|them|those|that|the same|such (?:a|an)\b)(?:\s+(?:be|to|is|are|was|were|could|should|would|will|might|can|has|in|included|added|addressed)\b|\s*[.,;]?$)",
    re.IGNORECASE,
)
_SITS = re.compile(r"\b(?:we|it|members|panel|committee|board|assembly|group|council|councillors|commission|inquiry|forum)\s*$", re.IGNORECASE)
_AND_TO = re.compile(r",?\s+and\s+(?:also\s+)?(?=(?:to|for)\s+[a-z])")
_MODAL_CLAUSE = re.compile(r"^(?:that\s+)?(?:[\w'’&-]+\s+){1,9}?(?:should|must|ought to|needs? to)\s")
_QUESTION = re.compile(r"^(?:can|could|will|would)\b", re.IGNORECASE)


def read_sentence(text: str, *, carried: bool = False, bare: bool = True) -> list[Reading]:
    """The acts of a sentence, in order; none for one that states nothing.

    `carried`: a verb without a subject has one in the line above ("The Panel:"). `bare`: forms about the matter itself count.

    >>> [(r.act, text[slice(*r.span)]) for text in ["We noted the delay and asked for a date."] for r in read_sentence(text)]
    [('information', 'We noted the delay and asked for a date.')]
    """
    if any(rule.pattern.search(text) for rule in COURTESY):
        rest = _after_courtesy(text)
        if rest is None:
            return []
        return [replace(reading, span=(reading.span[0] + rest, reading.span[1] + rest)) for reading in read_sentence(text[rest:], carried=True, bare=bare)]
    pieces = _segments(text, carried=carried)
    readings: list[Reading] = []
    governor: Reading | None = None
    for start, end in pieces:
        piece = text[start:end]
        reading = _read_segment(piece, carried=carried or start > 0, bare=bare)
        if reading is None and governor is not None and start > 0 and piece.startswith("that "):
            reading = Reading(governor.act, (0, len(piece)), governor.rule, piece)
        if reading is None:
            if readings:
                readings[-1] = replace(readings[-1], span=(readings[-1].span[0], end))
            continue
        governor = reading
        _join(readings, replace(reading, span=(start if readings or start == 0 else 0, end)))
    if readings:
        readings[0] = replace(readings[0], span=(0, readings[0].span[1]))
        readings[-1] = replace(readings[-1], span=(readings[-1].span[0], len(text)))
    return [part for reading in readings for part in _infinitives(text, reading)]


def _after_courtesy(text: str) -> int | None:
    """Where an ask begins that the sentence joins to its courtesy: "thanked him for coming and asked for a date"."""
    for match in _COORDINATOR.finditer(text):
        rest = text[match.end() :]
        if _opens(rest, carried=True) and not any(rule.pattern.search(rest) for rule in COURTESY):
            readings = read_sentence(rest, carried=True)
            if readings and readings[0].act in ASKS and readings[0].spoken:
                return match.end()
    return None


def _join(readings: list[Reading], new: Reading) -> None:
    """Add a conjunct: on its own where both want or promise something different, else merged with the one before."""
    strong = {*ASKS, "undertaking"}
    if not readings:
        readings.append(new)
        return
    last = readings[-1]
    refers_back = bool(_ANAPHORIC.match(new.complement))
    if last.act in strong and new.act in strong and not (refers_back and "undertaking" not in {last.act, new.act}):
        readings.append(new)
    elif new.act == "concern" and last.act not in strong and refers_back:
        readings[-1] = replace(last, span=(last.span[0], new.span[1]))
    else:
        best = min(last, new, key=lambda reading: STRENGTH.index(reading.act))
        readings[-1] = replace(best, span=(last.span[0], new.span[1]))


def _segments(text: str, *, carried: bool) -> list[Span]:
    """The spans of the conjuncts of `text` that open anew with a verb of speaking or a demand."""
    cuts: list[tuple[int, int]] = []
    first = _read_segment(text, carried=carried, bare=True)
    for match in _COORDINATOR.finditer(text):
        rest = text[match.end() :]
        demands = first is not None and bool(_MODAL_CLAUSE.match(rest)) and bool(re.search(r"\b(?:should|must|needs? to)\b", text[: match.start()]))
        if _opens(rest, carried=first is not None) or demands:
            cuts.append((match.start(), match.end()))
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(text)]
    return list(zip(starts, ends, strict=True))


def _opens(rest: str, *, carried: bool) -> bool:
    """Whether a conjunct opens with a verb of speaking, with or without its subject."""
    for rule in SPEECH:
        match = rule.pattern.search(rest[:100])
        if not match:
            continue
        before = rest[: match.start()]
        if len(before) > 60 or "," in before.strip(" ,"):
            continue
        who = speaker(before)
        if who == "body" or (who == "start" and carried and (_GOES_ON.match(rest[match.end() :]) or rule.name.startswith(("would", "is_", "wants_", "raises", "not_")))):
            return True
    match = PROMISES.search(rest[:80])
    if match and speaker(rest[: match.start()]) == "answerer":
        return True
    return any((match := rule.pattern.search(rest[:60])) and match.start() < 40 and rule.name in {"suggestion_made", "asked_passive", "sought_passive", "helpful_if"} for rule in PASSIVE)


def _read_segment(text: str, *, carried: bool, bare: bool) -> Reading | None:
    """The reading of one conjunct; its span is the whole of it."""
    if _LEADING_CLAUSE.match(text):
        for comma in re.finditer(r",\s+", text):
            main = _read_plain(text[comma.end() :], carried=False, bare=bare)
            if main and (main.act in ASKS or comma.start() > 12):
                return replace(main, span=(0, len(text)))
    return _read_plain(text, carried=carried, bare=bare)


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
    if rule.act == "want":
        if rule.name in {"helpful_if", "would_like"}:
            complement = re.sub(r"^\s*(?:if|were)\b", " that", complement)  # "grateful if" asks for it, "asked if" asks about it
        return Reading(wanted(complement), whole, rule.name, complement)
    if rule.act == "information" and rule.name == "question":
        return Reading(wanted(f"if {text}") if _QUESTION.match(text) else "information", whole, rule.name, text, spoken=False)
    if rule.through and (inner := _within(complement, noted=rule.act == "note")):
        return replace(inner, span=whole, spoken=True)
    act: Act = "note" if rule.act in {"opinion", "want"} else rule.act  # type: ignore[assignment]  # the two others are no acts
    return Reading(act, whole, rule.name, complement)


def _governor(text: str, *, carried: bool) -> tuple[int, Reading] | None:
    """The first verb of speaking with a subject that may speak, or the first passive of one."""
    best: tuple[int, int, Rule, int] | None = None
    for order, rule in enumerate((*PASSIVE, *SPEECH)):
        for match in rule.pattern.finditer(text):
            if best and (match.start(), order) >= best[:2]:
                break
            before = text[: match.start()]
            if order >= len(PASSIVE):
                who = speaker(before)
                if who != "body" and not (who == "start" and carried):
                    continue
                if rule.name == "body_will" and not _SITS.search(before):
                    continue
                if _RELATIVE.search(before):
                    continue
            best = (match.start(), order, rule, match.end())
            break
    if best is None:
        return None
    reading = _reading(best[2], text, best[3])
    return (best[0], reading) if reading else None


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
        return found[1]
    return _bare(inner) or promised


def _rule(table: tuple[Rule, ...], name: str) -> Rule:
    return next(rule for rule in table if rule.name == name)


def _answer(text: str) -> tuple[int, Reading] | None:
    """What one who answers to the body promises or says."""
    found: list[tuple[int, int, Reading]] = []
    for order, (pattern, act) in enumerate(((PROMISES, "undertaking"), (SAYS, "note"))):
        for match in pattern.finditer(text):
            before, complement = text[: match.start()], text[match.end() :]
            who = speaker(before)
            if who == "paper" and not match.group().startswith(("will", "shall")):
                continue
            if who == "body" and not (act == "undertaking" and _I.search(before) and not _OWN_PART.match(complement)):
                continue
            if who not in {"answerer", "paper", "body"} or _RELATIVE.search(before) or re.match(r"\s+not\b", text[match.end() :]):
                continue
            if act == "undertaking":
                reading = Reading("undertaking", (0, len(text)), "promises", complement)
            elif match.group().split()[0].casefold() in {"have", "has", "had", "are", "were", "is", "was"}:
                continue
            else:
                promised = UNDERTAKES.search(complement)
                reading = Reading("undertaking" if promised else "note", (0, len(text)), "says", complement)
            found.append((match.start(), order, reading))
            break
    if not found:
        return None
    start, _, reading = min(found, key=lambda item: item[:2])
    return start, reading


def _you(text: str) -> Reading | None:
    """ "You have opened a second desk": what the reader did, for the record."""
    match = re.match(r"^(?:however,? |also,? |in addition,? )?you (?:\w+ly )?(?:have|had|are|were|\w+ed|set|gave|held|met|spoke)\b", text, re.IGNORECASE)
    return Reading("note", (0, len(text)), "you", text[match.end() :]) if match else None


def _bare(text: str) -> Reading | None:
    """The first form about the matter itself."""
    best: tuple[int, int, Rule, int] | None = None
    for order, rule in enumerate(CLAUSE):
        match = rule.pattern.search(text)
        if match and (best is None or (match.start(), order) < best[:2]):
            best = (match.start(), order, rule, match.end())
    if best is None:
        return None
    reading = _reading(best[2], text, best[3])
    if reading and best[2].name == "should":
        verb = text[best[0] :].split(None, 1)[-1]
        reading = replace(reading, act=wanted(f"to {verb}"))
    return replace(reading, spoken=False) if reading else None


def _infinitives(text: str, reading: Reading) -> list[Reading]:
    """ "asked him to add a map and to report back" is two asks of two kinds; of one kind they stay together."""
    if reading.act not in {"request", "information"} or not reading.spoken:
        return [reading]
    start, end = reading.span
    for match in _AND_TO.finditer(text, start, end):
        first, second = text[start : match.start()], text[match.end() : end]
        at = first.rfind(reading.complement[:12]) if reading.complement[:12].strip() else -1
        if at < 0:
            continue
        acts = (wanted(first[at:]), wanted(second))
        if acts[0] != acts[1]:
            return [replace(reading, act=acts[0], span=(start, match.start())), replace(reading, act=acts[1], span=(match.end(), end), complement=second)]
    return [reading]
