"""Links that only a reason shows: what the plan says is now elsewhere, was brought together or became two."""

from __future__ import annotations

from collections.abc import Sequence

from plantext.compare.vocabulary import Vocabulary
from plantext.find.plan.objectives import same_objective
from plantext.find.reasons.explanations import Clause, Explanation
from plantext.model.alignment import Feature, Kind, Side, TextChange
from plantext.model.findings import Milestone
from plantext.text.words import stems

PIECE = 0.4  # of what a reason names, by weight, that the other piece of a split or merged milestone says
SAME_SUBJECT = 0.3  # the same measure, for a milestone in the section that a reason names
LINK_SCORE = 0.6  # confidence of a link that stands on the plan's word, not on likeness


def link_by_reasons(
    changes: Sequence[TextChange], before: Side, after: Side, explanations: Sequence[Explanation]
) -> tuple[TextChange, ...]:
    """The changes, a removed milestone linked to the one in the section where a reason says that it is now, if one there shares what is named."""
    vocabulary = Vocabulary(milestone.text for side in (before, after) for milestone in side.milestones)
    linked = list(changes)
    for explanation in explanations:
        source, wanted = from_and_to(explanation)
        for clause in explanation.clauses:
            if clause.general or explanation.by_likeness:
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
    labelled = [change for change in here if _labelled(before.milestones[change.before[0]], clause)]
    labelled = labelled or [change for change in here if _labelled(after.milestones[change.after[0]], clause)]
    alike = [vocabulary.alike(clause, before.milestones[change.before[0]].text) for change in here]
    whole = labelled[0] if len(labelled) == 1 else _best(here, alike)
    if whole is None:
        return
    alone: Kind = "added" if "split" in clause.ops else "removed"
    known = [change for change in linked if ("split" if alone == "added" else "merged") in change.kinds]
    if len(labelled) != 1 and max((_alike(change, clause, before, after, vocabulary) for change in known), default=0.0) >= max(alike):
        return  # it speaks of one that is linked already
    side, place = (after, "after") if alone == "added" else (before, "before")
    under = explanation.objective or side.milestones[getattr(whole, place)[0]].objective
    pieces = [change for change in linked if change.kinds == {alone} and _under(side.milestones[getattr(change, place)[0]], under)]
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


def from_and_to(explanation: Explanation) -> tuple[str | None, str | None]:
    """The headings of the objectives that a reason says something went from and to; its own section where it names one only."""
    titles = {reference.source: reference.section.title for reference in reversed(explanation.references) if reference.section}
    if True in titles:
        return titles[True], titles.get(False, explanation.objective)
    return explanation.objective, titles.get(False)


def _alike(change: TextChange, clause: Clause, before: Side, after: Side, vocabulary: Vocabulary) -> float:
    """How much a clause and a change's milestones together speak of the same."""
    old, new = [before.milestones[i].text for i in change.before], [after.milestones[j].text for j in change.after]
    return max(vocabulary.alike(clause, " ".join(side)) for side in (old, new))


def _labelled(milestone: Milestone, clause: Clause) -> bool:
    """Whether a reason names the milestone by its printed number."""
    return (milestone.number or "").rstrip(".)") in clause.labels


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
