"""How firmly a plan answers one ask: the rules, in order, each with the reason that people read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plantext.compare.commitment import asked_actions, does
from plantext.compare.passages import PlanPassage
from plantext.compare.presence import Asked, Held
from plantext.find.subject import FULL
from plantext.model.coverage import Status
from plantext.text.words import words as _plain

FOUND = 0.5  # share of what is asked, by weight, that one passage must hold for the ask to be found: half of it is not there otherwise
MANY = 5  # words that name subjects, from which on an ask is of several parts that a plan says in several passages …
PART = 0.3  # … of which the best must hold this much
TOGETHER = 0.55  # … and the best three this much together
ALSO = 0.4  # the same for a further passage of evidence: it may say the other half
ALSO_OF_BEST = 0.6  # … and this share of what the best one holds
MEETS = 0.72  # from which a commitment holds the whole of what is asked, but for a small word
TELLING = 0.9  # of the weight of the most telling word: a commitment must hold such a word, whatever else it holds
SOME = 0.45  # from which it holds a part
BORDER = 0.08  # within which of `FOUND` a person should look
OWN = 0.2  # share of the ask that a sentence which points back must hold by itself, for the one before it to count
CARRIED = 0.6  # what a word of the sentence before is worth in a sentence that points back to it ("their", "this")
MOST = 4  # passages of evidence: more than a person reads for one ask
BONUS = {"milestone": 0.35, "sentence": 0.25, "at_work": 0.05}  # a commitment comes before a remark that holds somewhat more
COMMITMENTS = 2  # places of the evidence that are for commitments first
CLEARLY = 0.06  # how much more of the ask's words another passage must hold to come before a better one by the search's score

_BACK = frozenset("they them their theirs it its this these those such so".split())
_FEELINGS = frozenset("satisfaction satisfied confidence perception perceptions".split())
"""What a survey asks for: a commitment to it is none to the thing that people were asked about."""
_TARGETS = frozenset("target targets measure measures measurable milestone milestones numeric indicator indicators".split())


@dataclass(frozen=True)
class Seen:
    """A passage with how much of the ask it holds, and the search's score for it, both in [0, 1]."""

    index: int
    passage: PlanPassage
    held: Held
    score: float

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
    for index, passage in enumerate(passages):
        held = asked.held(index)
        if index and passage.ahead == passages[index - 1].text and _points_back(passage.text):
            held = _carried(asked, held, asked.held(index - 1))
        if held.words:
            seen.append(Seen(index, passage, held, scores.get(index, 0.0)))
    return sorted(seen, key=lambda one: (-one.value, one.index))


def judge(asked: Asked, seen: Sequence[Seen], *, searched_well: bool) -> Judgement:
    """The rules in order. `searched_well`: whether the search by likeness, too, linked a passage to the ask."""
    best = max((one.held.share for one in seen), default=0.0)
    if asked.names_nothing:
        return Judgement("not_found", (), "It names nothing that could be looked for by itself.")
    if best < FOUND and not _in_parts(asked, seen):
        near = best >= FOUND - BORDER and searched_well
        return Judgement("not_found", (), "The plan uses some of these words, and not enough of them together." if near else None)
    evidence = _evidence(asked, seen, best)
    status, review = _status(asked, evidence)
    if status != "mentioned" and not searched_well:
        review = review or "The words are there, though the passage as a whole is not much like what is asked."
    if status == "mentioned" and FOUND - BORDER <= best < FOUND + BORDER:
        review = review or "Only about half of what is asked is in any one passage."
    return Judgement(status, evidence, review)


def _in_parts(asked: Asked, seen: Sequence[Seen]) -> bool:
    """Whether an ask of several parts is found in several passages."""
    if sum(word.says == FULL for word in asked.subject.words) < MANY:
        return False
    first = sorted(seen, key=lambda one: (-one.held.share, one.index))[:3]
    together = {place for one in first for place in one.held.words}
    return bool(first) and first[0].held.share >= PART and sum(asked.weights[place] for place in together) >= TOGETHER


def _status(asked: Asked, evidence: Sequence[Seen]) -> tuple[Status, str | None]:
    commits = [one for one in evidence if one.passage.commitment]
    firm = [one for one in commits if one.passage.commitment and one.passage.commitment.firm]
    heaviest = max((weight for weight, word in zip(asked.weights, asked.subject.words, strict=True) if word.says == FULL), default=0.0)
    telling = {place for place, weight in enumerate(asked.weights) if weight >= TELLING * heaviest}
    whole = [one for one in firm if one.held.share >= MEETS and telling & set(one.held.words)]
    part = [one for one in commits if one.held.share >= SOME]
    actions = asked_actions(asked.subject.clause)
    wants_target = bool(_TARGETS & set(_plain(asked.subject.clause)))
    absent = asked.absent_terms(FULL)
    if whole:
        felt = [one for one in whole if _FEELINGS & set(_plain(one.passage.text)) and not _FEELINGS & set(_plain(asked.subject.clause))]
        if len(felt) == len(whole):
            return "partial", "The plan undertakes to change what people feel about it; whether that is what is asked, a person must say."
        if wants_target and not any(one.passage.has_target for one in whole):
            return "partial", "The plan undertakes it and sets no number for it."
        if absent:
            return "partial", f"The plan commits to something very near, yet never uses: {', '.join(absent)}."
        if actions and not any(does(one.passage.text, actions) for one in whole):
            return "partial", "The plan undertakes something for the same subject; whether it is what is asked, a person must say."
        return "covered", None
    if part:
        if all(one.passage.commitment and one.passage.commitment.negated for one in part):
            return "partial", "The plan speaks of it by saying what will not be done."
        return "partial", None
    return "mentioned", None


def _evidence(asked: Asked, seen: Sequence[Seen], best: float) -> tuple[Seen, ...]:
    """The best passages; each holds what is distinctive of the ask, and no two have the same text."""
    full = [place for place, word in enumerate(asked.subject.words) if word.says == FULL]
    there = {place for one in seen for place in one.held.words if place in full}
    telling = sorted(there, key=lambda place: -asked.weights[place])[: max(1, len(there) // 2 + len(there) % 2)]
    good = [one for one in seen if not telling or set(telling) & set(one.held.words)]
    firm = [one for one in good if one.passage.commitment and one.held.share >= SOME][:COMMITMENTS]
    rest = [one for one in good if one not in firm and one.held.share >= max(min(ALSO, best), best * ALSO_OF_BEST)]
    chosen: dict[str, Seen] = {}
    for one in [*firm, *rest]:
        if len(chosen) < MOST:
            chosen.setdefault(one.passage.text.casefold(), one)
    return tuple(sorted(chosen.values(), key=lambda one: (-one.value, one.index)))


def _points_back(text: str) -> bool:
    return bool(_BACK & set(_plain(text)))


def _carried(asked: Asked, held: Held, ahead: Held) -> Held:
    more = [place for place in ahead.words if place not in held.words]
    if not more or held.share < OWN:
        return held
    share = held.share + CARRIED * sum(asked.weights[place] for place in more)
    return Held(min(1.0, share), tuple(sorted((*held.words, *more))))
