"""The plan's own reasons and the changes that they explain: links that only a reason shows, the reason of each change, destinations checked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from msgspec import structs

from plantext.compare.vocabulary import Vocabulary
from plantext.find.objectives import same_objective
from plantext.find.rationales import Clause, Explanation
from plantext.find.references import Reference
from plantext.model.alignment import Change, Feature, Kind, Rationale, Side, TextChange
from plantext.model.findings import Milestone
from plantext.text.words import stems

EXPLAINS = (
    0.42  # how much a clause and a change speak of the same, from which one explains the other; .35 to .5 do as well on what is judged
)
AS_WELL = 0.85  # of the best change's score: a sentence about two milestones explains both
OTHERWISE = 0.6  # factor where what the reason says was done is not what happened
SPECIFIC = 0.6  # of a milestone's words that a sentence about the whole section must say to explain it in particular
PIECE = 0.4  # of what a reason names, by weight, that the other piece of a split or merged milestone says
SAME_SUBJECT = 0.3  # the same measure, for a milestone in the section that a reason names
LINK_SCORE = 0.6  # confidence of a link that stands on the plan's word, not on likeness

DONE: dict[str, frozenset[str]] = {
    "added": frozenset({"added", "introduced", "split"}),
    "removed": frozenset({"removed", "dropped", "moved", "merged"}),
    "completed": frozenset({"removed", "reworded"}),
    "raised": frozenset({"raised", "measure_changed"}),
    "lowered": frozenset({"lowered", "measure_changed"}),
    "dropped": frozenset({"dropped"}),
    "reworded": frozenset({"reworded", "target", "merged", "split", "added", "removed", "moved"}),
    "merged": frozenset({"merged"}),
    "split": frozenset({"split", "reworded"}),
    "moved": frozenset({"moved", "removed", "merged", "added"}),
    "elsewhere": frozenset({"moved", "removed", "merged"}),
}
"""What a reason says was done → what it may be in the ledger."""
TELLING_ALONE = frozenset({"raised", "lowered", "dropped", "merged", "split"})
"""What points to a change even where its words do not, if the section has one such change only."""

UNANSWERED = "The plan says that it is now in “{}”, where no milestone answers it."
WHERE_NOT_FOUND = "The plan says that it is now in section {}, and there is no such section."


@dataclass(frozen=True)
class _Match:
    score: float
    explanation: Explanation
    clause: Clause
    general: bool


def link_by_reasons(
    changes: Sequence[TextChange], before: Side, after: Side, explanations: Sequence[Explanation]
) -> tuple[TextChange, ...]:
    """The changes, a removed milestone linked to the one in the section where a reason says that it is now, if one there shares what is named."""
    vocabulary = Vocabulary(milestone.text for side in (before, after) for milestone in side.milestones)
    linked = list(changes)
    for explanation in explanations:
        source, wanted = _from_and_to(explanation)
        for clause in explanation.clauses:
            if clause.general:
                continue
            if clause.ops & {"moved", "elsewhere"} and wanted is not None:
                gone = [change for change in linked if change.kinds == {"removed"} and _under(before.milestones[change.before[0]], source)]
                lost = _best(gone, [vocabulary.alike(clause, before.milestones[change.before[0]].text) for change in gone])
                there = [change for change in linked if _could_take(change) and _under(after.milestones[change.after[0]], wanted)]
                _join(linked, lost, there, clause, before.milestones, after.milestones, vocabulary, SAME_SUBJECT, explanation)
            elif clause.ops & {"split", "merged"}:
                _join_pieces(linked, clause, explanation, before, after, vocabulary)
    return tuple(linked)


def _join_pieces(
    linked: list[TextChange], clause: Clause, explanation: Explanation, before: Side, after: Side, vocabulary: Vocabulary
) -> None:
    """Join to the milestone that "has become two", or to the one in which two "have been brought together", the piece that stands alone."""
    here = [
        change
        for change in linked
        if len(change.before) == len(change.after) == 1 and _under(after.milestones[change.after[0]], explanation.objective)
    ]
    whole = _best(here, [vocabulary.alike(clause, before.milestones[change.before[0]].text) for change in here])
    if whole is None:
        return
    alone: Kind = "added" if "split" in clause.ops else "removed"
    side, place = (after, "after") if alone == "added" else (before, "before")
    pieces = [
        change for change in linked if change.kinds == {alone} and _under(side.milestones[getattr(change, place)[0]], explanation.objective)
    ]
    wholes = (before.milestones[whole.before[0]].text, after.milestones[whole.after[0]].text)
    named = clause.terms & frozenset(stems(wholes[0 if alone == "added" else 1]))
    piece = _best(pieces, [vocabulary.said(named, side.milestones[getattr(change, place)[0]].text)[0] for change in pieces], PIECE)
    if piece is not None:
        linked.remove(piece)
        linked[linked.index(whole)] = _joined(piece, whole, explanation)


def _join(
    linked: list[TextChange],
    lost: TextChange | None,
    there: Sequence[TextChange],
    clause: Clause,
    before: Sequence[Milestone],
    after: Sequence[Milestone],
    vocabulary: Vocabulary,
    least: float,
    explanation: Explanation,
) -> None:
    """Join a lost milestone to the one that says most of what the reason names of it."""
    if lost is None:
        return
    named = clause.terms & frozenset(stems(before[lost.before[0]].text))
    heir = _best(there, [vocabulary.said(named, after[change.after[0]].text)[0] for change in there], least)
    if heir is not None:
        linked.remove(lost)
        linked[linked.index(heir)] = _joined(lost, heir, explanation)


def attach_reasons(
    changes: Sequence[Change], before: Side, after: Side, explanations: Sequence[Explanation]
) -> tuple[tuple[Change, ...], tuple[Rationale, ...]]:
    """The changes with their reasons, and the reasons that explain none of them."""
    texts = {milestone.id: milestone.text for side in (before, after) for milestone in side.milestones}
    order = {milestone.id: index for index, milestone in enumerate(after.milestones)}
    vocabulary = Vocabulary(texts.values())
    matches: dict[str, list[_Match]] = {}
    unused: list[Rationale] = []
    for explanation in explanations:
        found = list(_explained(explanation, changes, texts, order, vocabulary))
        for change, match in found:
            matches.setdefault(change.id, []).append(match)
        told = any(clause.ops - {"elsewhere"} for clause in explanation.clauses)
        if not found and explanation.objective is not None and told and explanation.says_why:
            unused.append(_rationale(explanation, general=False))
    return tuple(_with_reason(change, matches.get(change.id, ())) for change in changes), tuple(unused)


def _explained(
    explanation: Explanation, changes: Sequence[Change], texts: dict[str, str], order: dict[str, int], vocabulary: Vocabulary
) -> Iterable[tuple[Change, _Match]]:
    source, wanted = _from_and_to(explanation)
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
        scored = [(_score(change, clause, texts, vocabulary), change) for change in scope]
        best = max((score for score, _ in scored), default=0.0)
        if best >= EXPLAINS:
            for score, change in scored:
                if score >= max(EXPLAINS, AS_WELL * best):
                    yield change, _Match(score, explanation, clause, general=False)
        elif clause.ops & TELLING_ALONE:
            done = [change for change in scope if any(_facts(change) & DONE[op] for op in clause.ops & TELLING_ALONE)]
            if len(done) == 1:
                yield done[0], _Match(EXPLAINS / 2, explanation, clause, general=False)


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


def _facts(change: Change) -> set[str]:
    targets: set[str] = {target.change for target in change.targets if target.change != "same"}
    return targets.union(change.kinds)


def _concerns(change: Change, explanation: Explanation, source: str | None, wanted: str | None) -> bool:
    if explanation.objective is None:
        return True
    places = [name for name in (explanation.objective, source, wanted) if name]
    return any(same_objective(own, name) for own in (change.objective_before, change.objective_after) if own for name in places)


def _at(change: Change, explanation: Explanation) -> bool:
    own = change.objective_after or change.objective_before
    return explanation.objective is None or same_objective(own, explanation.objective)


def _from_and_to(explanation: Explanation) -> tuple[str | None, str | None]:
    """The headings of the objectives that a reason says something went from and to; its own section where it names one only."""
    titles = {reference.source: reference.section.title for reference in reversed(explanation.references) if reference.section}
    if True in titles:
        return titles[True], titles.get(False, explanation.objective)
    return explanation.objective, titles.get(False)


def _destination(explanation: Explanation) -> Reference | None:
    moved = any(clause.ops & {"moved", "elsewhere"} for clause in explanation.clauses)
    return next((reference for reference in explanation.references if not reference.source), None) if moved else None


def _under(milestone: Milestone, title: str | None) -> bool:
    return title is None or same_objective(milestone.objective, title)


def _could_take(change: TextChange) -> bool:
    return len(change.after) == 1 and "split" not in change.kinds


def _best(changes: Sequence[TextChange], scores: Sequence[float], least: float = SAME_SUBJECT) -> TextChange | None:
    """The change of the highest score, the first of equals; None where none reaches `least`."""
    at = max(range(len(changes)), key=lambda index: (scores[index], -index), default=None)
    return None if at is None or scores[at] < least else changes[at]


def _joined(lone: TextChange, other: TextChange, explanation: Explanation) -> TextChange:
    """Two changes as one, because the plan says so: a lost milestone and its heir, or a whole and a piece."""
    before, after = tuple(sorted((*lone.before, *other.before))), tuple(sorted((*lone.after, *other.after)))
    kinds: set[Kind] = (set(other.kinds) - {"added"}) | {"reworded"}
    if any(clause.ops & {"moved", "elsewhere"} for clause in explanation.clauses):
        kinds.add("moved")
    if len(before) > 1 or len(after) > 1:
        kinds.discard("reworded")
    if len(before) > 1:
        kinds.add("merged")
    if len(after) > 1:
        kinds.add("split")
    why = Feature(name="reason", score=LINK_SCORE, weight=1.0, detail=explanation.passage.text[:200])
    score = min(LINK_SCORE, other.score) if other.before else LINK_SCORE
    return TextChange(before=before, after=after, kinds=frozenset(kinds), score=score, features=(*other.features, why))


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
