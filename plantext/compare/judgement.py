"""How firmly a plan answers one ask: the rules, in order, each with the reason that people read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from plantext.compare.commitment import asked_actions, does, only_looks
from plantext.compare.contrary import only_urges, opposes, reserved, undoes
from plantext.compare.passages import PlanPassage
from plantext.compare.presence import Asked, Held
from plantext.compare.quantities import sets_others
from plantext.find.subject_words import FULL
from plantext.model.coverage import Status
from plantext.text.words import words as _plain

FOUND = 0.5  # share of what is asked, by weight, that one passage must hold for the ask to be found: half of it is not there otherwise
MANY = 5  # words that name subjects, from which on an ask is of several parts that a plan says in several passages …
PART = 0.3  # … of which the best must hold this much
TOGETHER = 0.55  # … and the best three this much together
ALSO = 0.4  # the same for a further passage of evidence: it may say the other half
ALSO_OF_BEST = 0.6  # … and this share of what the best one holds
MEETS = 0.7  # from which a commitment holds the whole of what is asked, but for a small word
TELLING = 0.9  # of the weight of the most telling word: a commitment must hold such a word, whatever else it holds
SOME = 0.45  # from which it holds a part
BORDER = 0.08  # within which of `FOUND` a person should look
OWN = 0.2  # share of the ask that a sentence which points back must hold by itself, for the one before it to count
CARRIED = 0.6  # what a word of the sentence before is worth in a sentence that points back to it ("their", "this")
MOST = 4  # passages of evidence: more than a person reads for one ask
BONUS = {"milestone": 0.35, "sentence": 0.25, "at_work": 0.05}  # a commitment comes before a remark that holds somewhat more
DECIDING = 2  # places of the evidence that are for the passages that decided
CLEARLY = 0.06  # how much more of the ask's words another passage must hold to come before a better one by the search's score

_BACK = frozenset("they them their theirs it its this these those such so".split())
_ALL = frozenset("each every all both".split())
_SOME_ONLY = frozenset("one two three four five some several few pilot pilots trial trials tried first selected certain".split())
_FEELINGS = frozenset("satisfaction satisfied confidence perception perceptions".split())
"""What a survey asks for: a commitment to it is none to the thing that people were asked about."""
_TARGETS = frozenset("target targets measure measures measurable milestone milestones numeric indicator indicators".split())


@dataclass(frozen=True)
class Seen:
    """A passage with how much of the ask it holds, and the search's score for it, both in [0, 1]. `named`: which names of the subject it has."""

    index: int
    passage: PlanPassage
    held: Held
    score: float
    named: frozenset[int] = frozenset()

    @property
    def value(self) -> float:
        """What evidence is ordered by."""
        kind = self.passage.commitment.kind if self.passage.commitment else ""
        return self.held.share + BONUS.get(kind, 0.0) + CLEARLY * self.score


@dataclass(frozen=True)
class Judgement:
    """The status of an ask, its evidence best first, and the reason for a person to look, where there is one."""

    status: Status
    evidence: tuple[Seen, ...]
    review: str | None


def see(asked: Asked, passages: Sequence[PlanPassage], scores: dict[int, float]) -> list[Seen]:
    """Every passage that holds anything of what is asked, best first."""
    seen: list[Seen] = []
    for index in asked.candidates():
        passage = passages[index]
        held = asked.held(index)
        if index and passage.ahead and passage.ahead == passages[index - 1].text and _points_back(passage.text):
            held = _carried(asked, held, asked.held(index - 1))
        seen.append(Seen(index, passage, held, scores.get(index, 0.0), asked.named(index)))
    return sorted(seen, key=lambda one: (-one.value, one.index))


def judge(asked: Asked, seen: Sequence[Seen], *, searched_well: bool) -> Judgement:
    """The rules in order. `searched_well`: whether the search by likeness, too, linked a passage to the ask."""
    best = max((one.held.share for one in seen), default=0.0)
    if asked.names_nothing:
        return Judgement("not_found", (), "It names nothing that could be looked for by itself.")
    named, clause = [one for one in seen if one.named], asked.subject.clause
    if best < FOUND and not named and not _in_parts(asked, seen):
        near = best >= FOUND - BORDER and searched_well
        return Judgement("not_found", (), "The plan uses some of these words, and not enough of them together." if near else None)
    telling = _telling(asked, seen)
    status, review, deciding = _status(asked, [one for one in seen if not telling or telling & set(one.held.words)])
    if best < FOUND and named:
        firm = [one for one in named if one.passage.commitment and one.passage.commitment.firm and not opposes(clause, one.passage.text)]
        renamed = all(one.held.other_name for one in named)
        status, deciding = ("partial", firm) if firm and not renamed else ("mentioned", named)
        review = "The plan names the subject, and not the rest of what is asked."
    if (deciding and all(one.held.other_name for one in deciding)) or (not deciding and seen[0].held.other_name):
        name, other = (deciding or seen)[0].held.other_name or ("", "")
        status, review = ("partial" if status == "covered" else status), f"The plan says it in other words: “{other}” for “{name}”."
    evidence = _evidence(seen, telling, deciding, best)
    if status != "mentioned" and not searched_well:
        review = review or "The words are there, though the passage as a whole is not much like what is asked."
    if status == "mentioned" and FOUND - BORDER <= best < FOUND + BORDER:
        review = review or "Only about half of what is asked is in any one passage."
    if asked.head and status == "mentioned" and not any(asked.head & set(one.held.words) for one in evidence):
        return Judgement("not_found", (), "The plan speaks of where or for whom it is asked, and not of the thing itself.")
    return Judgement(status, evidence, review)


def renumbered(judgement: Judgement, part: Asked, whole: Asked) -> Judgement:
    """The judgement of a part, the words that its evidence holds numbered as in the whole ask."""
    number = {word: place for place, word in enumerate(whole.subject.words)}

    def of_whole(places: Sequence[int]) -> tuple[int, ...]:
        return tuple(number[part.subject.words[place]] for place in places)

    evidence = [
        replace(one, held=replace(one.held, words=of_whole(one.held.words), carried=of_whole(one.held.carried)))
        for one in judgement.evidence
    ]
    return replace(judgement, evidence=tuple(evidence))


def joined(parts: Sequence[Judgement]) -> Judgement:
    """The judgement of an ask by those of its parts: what holds for some of it is partial, and the best passages of each are evidence."""
    if len(parts) == 1:
        return parts[0]
    ranks = [_RANK.index(part.status) for part in parts]
    committed = min(ranks) <= _RANK.index("partial")
    status: Status = "covered" if not any(ranks) else "partial" if committed else _RANK[min(ranks)]
    review = next((part.review for part in parts if part.review), None)
    if len(set(ranks)) > 1:
        review = review or "The plan answers a part of what is asked, and not the other."
    rounds = [part.evidence[place] for place in range(MOST) for part in parts if place < len(part.evidence)]
    chosen: dict[str, Seen] = {}
    for one in rounds:
        if len(chosen) < MOST:
            chosen.setdefault(one.passage.text.casefold(), one)
    return Judgement(status, tuple(chosen.values()), review)


def _in_parts(asked: Asked, seen: Sequence[Seen]) -> bool:
    """Whether an ask of several parts is found in several passages."""
    if sum(word.says == FULL for word in asked.subject.words) < MANY:
        return False
    first = sorted(seen, key=lambda one: (-one.held.share, one.index))[:3]
    together = {place for one in first for place in one.held.words}
    return bool(first) and first[0].held.share >= PART and sum(asked.weights[place] for place in together) >= TOGETHER


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
        lambda asked, passage: bool(_TARGETS & set(_plain(asked.subject.clause))) and not passage.has_target,
        "partial",
        "The plan undertakes it and sets no number for it.",
    ),
    Lowering(
        lambda asked, passage: (
            bool(_ALL & set(_plain(asked.subject.clause)))
            and not _ALL & set(_plain(passage.text))
            and bool(_SOME_ONLY & set(_plain(passage.text)))
        ),
        "partial",
        "The plan undertakes it for some of what is asked, it seems.",
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

_RANK: tuple[Status, ...] = ("covered", "partial", "mentioned", "not_found")


def _status(asked: Asked, seen: Sequence[Seen]) -> tuple[Status, str | None, list[Seen]]:
    """The status by the best commitment, the reason for a doubt about it, and the passages that decide."""
    heaviest = max((weight for weight, word in zip(asked.weights, asked.subject.words, strict=True) if word.says == FULL), default=0.0)
    telling = {place for place, weight in enumerate(asked.weights) if weight >= TELLING * heaviest}
    part = [one for one in seen if one.passage.commitment and one.held.share >= SOME]
    whole = [
        one
        for one in part
        if one.passage.commitment and one.passage.commitment.firm and one.held.share >= MEETS and telling & set(one.held.words)
    ]
    worth: list[tuple[int, str, Seen]] = []
    for one in whole:
        rule = next((rule for rule in LOWERED if rule.applies(asked, one.passage)), None)
        worth.append((_RANK.index(rule.status) if rule else 0, rule.reason if rule else "", one))
    if worth:
        best = min(rank for rank, _, _ in worth)
        deciding = [one for rank, _, one in worth if rank == best]
        firm = [set(one.held.words) for one in seen if one.passage.commitment and one.passage.commitment.firm]
        if _RANK[best] == "covered" and not all(any(held.issuperset(name) for held in firm) for name in asked.names):
            return "partial", "The plan undertakes something of what is asked for, and not each thing that is named.", deciding
        return _RANK[best], next(reason for rank, reason, _ in worth if rank == best) or None, deciding
    if part and all(one.passage.commitment and one.passage.commitment.negated for one in part):
        return "partial", "The plan speaks of it by saying what will not be done.", part
    return ("partial", None, part) if part else ("mentioned", None, [])


def _telling(asked: Asked, seen: Sequence[Seen]) -> set[int]:
    """The words that evidence must have one of: of those that name the subject and are in the plan, the rarer half."""
    full = {place for place, word in enumerate(asked.subject.words) if word.says == FULL}
    there = {place for one in seen for place in one.held.words} & full
    return set(sorted(there, key=lambda place: (-asked.weights[place], place))[: (len(there) + 1) // 2])


def _evidence(seen: Sequence[Seen], telling: set[int], deciding: Sequence[Seen], best: float) -> tuple[Seen, ...]:
    """What decided first, then the best passages; each holds what is distinctive of the ask, and no two have the same text."""
    least = max(min(ALSO, best), best * ALSO_OF_BEST)
    rest = [one for one in seen if one.held.share >= least and (not telling or telling & set(one.held.words))]
    chosen: dict[str, Seen] = {}
    for one in [*deciding[:DECIDING], *_for_each_name(seen), *rest]:
        if len(chosen) < MOST:
            chosen.setdefault(one.passage.text.casefold(), one)
    return tuple(chosen.values()) or tuple(seen[:1])


def _for_each_name(seen: Sequence[Seen]) -> list[Seen]:
    """For an ask of several named things, the best passage for each."""
    names = sorted({name for one in seen for name in one.named})
    return [next(one for one in seen if name in one.named) for name in names] if len(names) > 1 else []


def _points_back(text: str) -> bool:
    return bool(_BACK & set(_plain(text)))


def _carried(asked: Asked, held: Held, ahead: Held) -> Held:
    more = [place for place in ahead.words if place not in held.words]
    if not more or held.share < OWN:
        return held
    torn = asked.torn(held.words, ahead.words)
    share = held.share + CARRIED * sum(asked.weights[place] for place in more if place not in torn)
    return Held(min(1.0, share), tuple(sorted((*held.words, *more))), held.other_name or ahead.other_name, tuple(more))
