"""How firmly a plan answers one ask: the rules, in order, each with the reason that people read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plantext.compare.contrary import agrees_not_to, opposes, refuses, undoes
from plantext.compare.lowering import LOWERED
from plantext.compare.passages import PlanPassage
from plantext.compare.presence import Asked, Held
from plantext.find.statements.subject_words import FULL
from plantext.model.coverage import Status
from plantext.text.words import words as _plain

FOUND = 0.5  # share of what is asked, by weight, that one passage must hold for the ask to be found: half of it is not there otherwise
PART = 0.3  # of an ask of several parts the best passage must hold this much …
TOGETHER = 0.55  # … and the best three this much together
ALSO = 0.4  # the same for a further passage of evidence: it may say the other half
ALSO_OF_BEST = 0.6  # … and this share of what the best one holds
MEETS = 0.7  # from which a commitment holds the whole of what is asked, but for a small word
TELLING = 0.9  # of the weight of the most telling word: a commitment must hold such a word, whatever else it holds
LIKE = 0.25  # the same for a passage that the search by likeness has, too: it may speak of the subject in other words
SOME = 0.45  # from which it holds a part
BORDER = 0.08  # within which of `FOUND` a person should look
OWN = 0.2  # share of the ask that a sentence which points back must hold by itself, for the one before it to count
CARRIED = 0.6  # what a word of the sentence before is worth in a sentence that points back to it ("their", "this")
MOST = 4  # passages of evidence: more than a person reads for one ask
BONUS = {"milestone": 0.35, "sentence": 0.25, "at_work": 0.05}  # a commitment comes before a remark that holds somewhat more
DECIDING = 2  # places of the evidence that are for the passages that decided
CLEARLY = 0.06  # how much more of the ask's words another passage must hold to come before a better one by the search's score

_BACK = frozenset("they them their theirs it its this these those such so".split())


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
    """The status of an ask, its evidence best first, and the reason for a person to look, where there is one.

    `nearest`: the passages nearest in meaning, whatever they hold.
    """

    status: Status
    evidence: tuple[Seen, ...]
    review: str | None
    nearest: tuple[Seen, ...] = ()


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
    only_thing = not named
    named = named or [one for one in seen if asked.speaks_of(one.held)]
    if best < FOUND and not named and not _in_parts(asked, seen):
        if searched_well and (alike := _alike(asked, seen)):
            return Judgement("mentioned", alike, "The plan has some of these words; whether it speaks of what is asked, a person must say.")
        near = best >= FOUND - BORDER and searched_well
        return Judgement("not_found", (), "The plan uses some of these words, and not enough of them together." if near else None)
    telling = _telling(asked, seen)
    status, review, deciding = _status(asked, [one for one in seen if not telling or telling & set(one.held.words)])
    if best < FOUND and named:
        narrowed = only_thing and asked.subject.narrowed  # "emissions from flights": a commitment on emissions need not be about these
        firm = [one for one in named if one.passage.commitment and one.passage.commitment.firm and not narrowed]
        firm = [one for one in firm if not opposes(clause, one.passage.text) and not undoes(clause, one.passage.text)]
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
    if asked.head and not asked.of_many and status == "mentioned" and not any(asked.head & set(one.held.words) for one in evidence):
        return Judgement("not_found", (), "The plan speaks of where or for whom it is asked, and not of the thing itself.")
    return Judgement(status, evidence, review)


def _alike(asked: Asked, seen: Sequence[Seen]) -> tuple[Seen, ...]:
    """The passages that may speak of the subject in other words: like the ask as a whole, with two of its words close together."""

    def names(one: Seen) -> bool:
        own = [place for place in one.held.words if asked.subject.words[place].says == FULL]
        return one.held.share >= LIKE and asked.any_close(one.index, own) and not (asked.head and asked.head.isdisjoint(own))

    found = sorted((one for one in seen if names(one)), key=lambda one: (-one.held.share - one.score, one.index))
    return tuple(found[:DECIDING])


def _in_parts(asked: Asked, seen: Sequence[Seen]) -> bool:
    """Whether an ask of several parts is found in several passages."""
    if not asked.of_many:
        return False
    first = sorted(seen, key=lambda one: (-one.held.share, one.index))[:3]
    together = {place for one in first for place in one.held.words}
    return bool(first) and first[0].held.share >= PART and sum(asked.weights[place] for place in together) >= TOGETHER


RANK: tuple[Status, ...] = ("covered", "partial", "mentioned", "not_found")


def _status(asked: Asked, seen: Sequence[Seen]) -> tuple[Status, str | None, list[Seen]]:
    """The status by the best commitment, the reason for a doubt about it, and the passages that decide."""
    heaviest = max((weight for weight, word in zip(asked.weights, asked.subject.words, strict=True) if word.says == FULL), default=0.0)
    telling = {place for place, weight in enumerate(asked.weights) if weight >= TELLING * heaviest}
    part = [one for one in seen if one.passage.commitment and one.held.share >= SOME]
    whole = [
        one
        for one in part
        if _binds(asked, one) and one.held.share >= MEETS and telling & set(one.held.words)
        if asked.thing is None or asked.thing in one.held.words
    ]
    worth: list[tuple[int, str, Seen]] = []
    for one in whole:
        rule = next((rule for rule in LOWERED if rule.applies(asked, one.passage)), None)
        worth.append((RANK.index(rule.status) if rule else 0, rule.reason if rule else "", one))
    if worth:
        best = min(rank for rank, _, _ in worth)
        deciding = [one for rank, _, one in worth if rank == best]
        firm = [set(one.held.words) for one in seen if one.passage.commitment and one.passage.commitment.firm]
        if RANK[best] == "covered" and not all(any(held.issuperset(name) for held in firm) for name in asked.names):
            return "partial", "The plan undertakes something of what is asked for, and not each thing that is named.", deciding
        return RANK[best], next(reason for rank, reason, _ in worth if rank == best) or None, deciding
    if part and all(one.passage.commitment and one.passage.commitment.negated for one in part):
        if all(refuses(asked.subject.clause, one.passage.text) for one in part):
            return "mentioned", "The plan says that it will not do what is asked.", part
        return "partial", "The plan speaks of it by saying what will not be done.", part
    return ("partial", None, part) if part else ("mentioned", None, [])


def _binds(asked: Asked, one: Seen) -> bool:
    """Whether a passage undertakes something, or undertakes not to do what is asked not to be done."""
    commitment = one.passage.commitment
    return commitment is not None and (commitment.firm or (commitment.negated and agrees_not_to(asked.subject.clause, one.passage.text)))


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
