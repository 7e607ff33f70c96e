"""The judgement of an ask of several parts, by the judgements of its parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plantext.compare.judgement import MOST, RANK, Judgement, Seen
from plantext.compare.presence import Asked
from plantext.model.coverage import Status


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
    ranks = [RANK.index(part.status) for part in parts]
    committed = min(ranks) <= RANK.index("partial")
    status: Status = "covered" if not any(ranks) else "partial" if committed else RANK[min(ranks)]
    review = next((part.review for part in parts if part.review), None)
    if len(set(ranks)) > 1:
        review = review or "The plan answers a part of what is asked, and not the other."
    rounds = [part.evidence[place] for place in range(MOST) for part in parts if place < len(part.evidence)]
    chosen: dict[str, Seen] = {}
    for one in rounds:
        if len(chosen) < MOST:
            chosen.setdefault(one.passage.text.casefold(), one)
    return Judgement(status, tuple(chosen.values()), review)
