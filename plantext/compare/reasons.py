"""The plan's own reasons and the changes that they explain: the reason of each change, and whether the destination that it names answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from msgspec import structs

from plantext.compare.reason_links import from_and_to, link_by_reasons
from plantext.compare.vocabulary import Vocabulary
from plantext.find.plan.objectives import same_objective
from plantext.find.reasons.explanations import WHY, Clause, Explanation
from plantext.find.reasons.references import Reference
from plantext.model.alignment import Change, Rationale, Side
from plantext.text.words import stems

EXPLAINS = (
    0.42  # how much a clause and a change speak of the same, from which one explains the other; .35 to .5 do as well on what is judged
)
SURELY = 0.6  # the same for a sentence that speaks of no milestone: "The review of moorings has been completed"
AS_WELL = 0.85  # of the best change's score: a sentence about two milestones explains both
OTHERWISE = 0.6  # factor where what the reason says was done is not what happened
SPECIFIC = 0.6  # of a milestone's words that a sentence about the whole section must say to explain it in particular
NAMED = 0.4  # of what a clause speaks of, by weight, that one change says and no other half as much, where likeness finds none

DONE: dict[str, frozenset[str]] = {
    "added": frozenset({"added", "introduced", "split"}),
    "removed": frozenset({"removed", "dropped", "moved", "merged"}),
    "completed": frozenset({"removed", "reworded"}),
    "raised": frozenset({"raised", "measure_changed"}),
    "lowered": frozenset({"lowered", "measure_changed"}),
    "dropped": frozenset({"dropped"}),
    "rescheduled": frozenset({"rescheduled", "removed"}),
    "reworded": frozenset({"reworded", "target", "merged", "split", "added", "removed", "moved"}),
    "merged": frozenset({"merged"}),
    "split": frozenset({"split", "reworded"}),
    "moved": frozenset({"moved", "removed", "merged", "added"}),
    "elsewhere": frozenset({"moved", "removed", "merged"}),
}
"""What a reason says was done → what it may be in the ledger."""
TELLING_ALONE = frozenset({"raised", "lowered", "dropped", "rescheduled", "merged", "split"})
"""What points to a change even where its words do not, if the section has one such change only."""

UNANSWERED = "The plan says that it is now in “{}”, where no milestone answers it."
WHERE_NOT_FOUND = "The plan says that it is now in section {}, and there is no such section."


__all__ = ["attach_reasons", "link_by_reasons"]


@dataclass(frozen=True)
class _Match:
    score: float
    explanation: Explanation
    clause: Clause
    general: bool


def attach_reasons(
    changes: Sequence[Change], before: Side, after: Side, explanations: Sequence[Explanation]
) -> tuple[tuple[Change, ...], tuple[Rationale, ...]]:
    """The changes with their reasons, and the reasons that explain none of them."""
    texts = {milestone.id: milestone.text for side in (before, after) for milestone in side.milestones}
    numbers = {milestone.id: (milestone.number or "").rstrip(".)") for side in (before, after) for milestone in side.milestones}
    order = {milestone.id: index for index, milestone in enumerate(after.milestones)}
    vocabulary = Vocabulary(texts.values())
    matches: dict[str, list[_Match]] = {}
    unused: list[Rationale] = []
    for explanation in explanations:
        found = list(_explained(explanation, changes, texts, numbers, order, vocabulary))
        for change, match in found:
            matches.setdefault(change.id, []).append(match)
        told = any(clause.ops - {"elsewhere"} for clause in explanation.clauses)
        if (
            not found
            and not explanation.tentative
            and (explanation.objective is not None or explanation.tabled)
            and told
            and not explanation.by_likeness
            and explanation.says_why
        ):
            unused.append(_rationale(explanation, general=False))
    return tuple(_with_reason(change, matches.get(change.id, ())) for change in changes), tuple(unused)


def _explained(
    explanation: Explanation,
    changes: Sequence[Change],
    texts: dict[str, str],
    numbers: dict[str, str],
    order: dict[str, int],
    vocabulary: Vocabulary,
) -> Iterable[tuple[Change, _Match]]:
    source, wanted = from_and_to(explanation)
    scope = [change for change in changes if change.kinds and not change.duplicate_of and _concerns(change, explanation, source, wanted)]
    for clause in explanation.clauses:
        if clause.general:
            yield from _explained_together(explanation, clause, scope, texts, vocabulary)
            continue
        if clause.ordinal is not None:
            listed = sorted({name for change in changes if _at(change, explanation) for name in change.after}, key=order.__getitem__)
            named = listed[clause.ordinal] if -len(listed) <= clause.ordinal < len(listed) else None
            yield from ((change, _Match(1.0, explanation, clause, general=False)) for change in scope if named in change.after)
            continue
        labelled = [change for change in scope if clause.labels.intersection(numbers[name] for name in change.after or change.before)]
        if len(labelled) == 1:
            yield labelled[0], _Match(1.0, explanation, clause, general=False)
            continue
        subject = replace(clause, terms=clause.subject) if explanation.by_likeness and clause.subject else clause
        scored = [(_score(change, subject, texts, vocabulary), change) for change in scope]
        best = max((score for score, _ in scored), default=0.0)
        if best < EXPLAINS and explanation.by_likeness:  # its subject is none of them: what it says in all
            whole = replace(clause, subject=frozenset())
            scored = [(score, change) for change in scope if (score := _score(change, whole, texts, vocabulary)) >= SURELY]
            best = max((score for score, _ in scored), default=0.0)
        if explanation.tentative:
            yield from (
                (change, _Match(score, explanation, clause, general=False))
                for score, change in scored
                if score == best >= SURELY and ("removed" in change.kinds or WHY.search(clause.text))
            )
        elif best >= EXPLAINS:
            for score, change in scored:
                if score >= max(EXPLAINS, AS_WELL * best):
                    yield change, _Match(score, explanation, clause, general=False)
        elif not explanation.tabled and not explanation.by_likeness:
            done = _done_alone(clause, scope, texts, vocabulary)
            if done is not None:
                yield done, _Match(EXPLAINS / 2, explanation, clause, general=False)


def _done_alone(clause: Clause, scope: Sequence[Change], texts: dict[str, str], vocabulary: Vocabulary) -> Change | None:
    """The change that a clause explains though their words are not alike: the only one of its kind, or the one that says what it speaks of.

    Where the only one of its kind says nothing of it, and another does, it is that one: "more lifebuoys" may be "every 30 metres", not 50.
    """
    done = [change for change in scope if any(_facts(change) & DONE[op] for op in clause.ops - {"elsewhere"})]
    alone = [change for change in done if any(_facts(change) & DONE[op] for op in clause.ops & TELLING_ALONE)]
    if len(alone) == 1:
        silent = clause.subject and not any(vocabulary.said(clause.subject, texts[name])[0] for name in (*alone[0].before, *alone[0].after))
        others = [
            change for change in scope if any(clause.subject <= frozenset(stems(texts[name])) for name in (*change.before, *change.after))
        ]
        return others[0] if silent and len(others) == 1 else alone[0]
    named = _named(alone or done, clause, texts, vocabulary) if clause.subject else []
    return named[0] if named else None


def _explained_together(
    explanation: Explanation, clause: Clause, scope: Sequence[Change], texts: dict[str, str], vocabulary: Vocabulary
) -> Iterable[tuple[Change, _Match]]:
    """The changes of a section whose milestones a sentence speaks of together: in particular those whose words it says."""
    if not explanation.says_why:
        return
    for change in scope:
        if not _at(change, explanation) or not any(_facts(change) & DONE[op] for op in clause.ops):
            continue
        said = max((vocabulary.said(clause.terms, texts[name])[1] for name in (*change.before, *change.after)), default=0.0)
        yield change, _Match(min(said, EXPLAINS), explanation, clause, general=said < SPECIFIC)


def _score(change: Change, clause: Clause, texts: dict[str, str], vocabulary: Vocabulary) -> float:
    """How well a clause explains a change: by the words of the milestone that says most of them, and by what was done."""
    alike = max(vocabulary.alike(clause, texts[name]) for name in (*change.before, *change.after))
    if clause.ops <= {"elsewhere"} and not _facts(change) & DONE["elsewhere"]:
        return 0.0
    return alike if any(_facts(change) & DONE[op] for op in clause.ops) else alike * OTHERWISE


def _named(changes: Sequence[Change], clause: Clause, texts: dict[str, str], vocabulary: Vocabulary) -> list[Change]:
    """The one change that says most of what a clause speaks of, where the others say little of it."""
    shares = [max(vocabulary.said(clause.subject, texts[name])[0] for name in (*change.before, *change.after)) for change in changes]
    best = max(shares, default=0.0)
    close = [change for change, share in zip(changes, shares, strict=True) if share > best / 2]
    return close if best >= NAMED and len(close) == 1 else []


def _facts(change: Change) -> set[str]:
    targets: set[str] = {target.change for target in change.targets if target.change != "same"}
    return targets.union(change.kinds, {"rescheduled"} if change.deadline_before or change.deadline_after else ())


def _concerns(change: Change, explanation: Explanation, source: str | None, wanted: str | None) -> bool:
    if explanation.objective is None:
        return True
    places = [name for name in (explanation.objective, source, wanted) if name]
    return any(same_objective(own, name) for own in (change.objective_before, change.objective_after) if own for name in places)


def _at(change: Change, explanation: Explanation) -> bool:
    own = change.objective_after or change.objective_before
    return explanation.objective is None or same_objective(own, explanation.objective)


def _destination(explanation: Explanation) -> Reference | None:
    moved = any(clause.ops & {"moved", "elsewhere"} for clause in explanation.clauses)
    return next((reference for reference in explanation.references if not reference.source), None) if moved else None


def _rationale(explanation: Explanation, *, general: bool) -> Rationale:
    destination = _destination(explanation)
    section = destination.section if destination else None
    note = None
    if destination and section is None and destination.number:
        note = f"There is no section {destination.number}."
    elif destination and section and destination.misnumbered:
        note = f"The reason says {destination.number}; the section of that title is {section.number or 'without a number'}."
    fields = {name: getattr(explanation.passage, name) for name in ("page", "section", "line", "block", "span", "bbox", "text")}
    return Rationale(**fields, general=general, destination=section.block.text if section else None, note=note)


def _with_reason(change: Change, matches: Sequence[_Match]) -> Change:
    """The change with the reason that explains it best: one of its own before one for all, one of the section where it stands now first."""
    if not matches:
        return change
    said = [match for match in matches if not match.explanation.by_likeness]
    matches = said or matches  # what says what was done goes before what only speaks of the same

    def rank(match: _Match) -> tuple[bool, bool, float]:
        here = "moved" in change.kinds and same_objective(change.objective_after, match.explanation.objective)
        return not match.general, here, match.score

    ordered = sorted(matches, key=rank, reverse=True)
    best = ordered[0]
    passages = {match.explanation.passage.text: match for match in reversed(ordered) if match.general == best.general}
    passages.pop(best.explanation.passage.text)
    doubt = None if best.general else _unanswered(change, best)
    return structs.replace(
        change,
        rationale=_rationale(best.explanation, general=best.general),
        further_reasons=tuple(_rationale(match.explanation, general=match.general) for match in reversed(passages.values())),
        needs_review=change.needs_review or doubt is not None,
        review_reason=" ".join(filter(None, (change.review_reason, doubt))) or None,
    )


def _unanswered(change: Change, match: _Match) -> str | None:
    """What is wrong with the section that a reason names, None where the change has gone there."""
    destination = _destination(match.explanation)
    if destination is None or not match.clause.ops & {"moved", "elsewhere"}:
        return None
    if destination.section is None:
        return WHERE_NOT_FOUND.format(destination.number)
    if change.after and same_objective(change.objective_after, destination.section.title):
        return None
    return UNANSWERED.format(re.sub(r"\s+", " ", destination.section.block.text))
