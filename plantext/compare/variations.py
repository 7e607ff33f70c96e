"""Two editions' milestones → the summary of variations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from plantext.compare.aims import without_aims
from plantext.compare.align import align_texts
from plantext.compare.ledger import compare_deadlines, compare_targets
from plantext.compare.reasons import attach_reasons, link_by_reasons
from plantext.compare.redline import editorial, redline
from plantext.find.editions import start_year
from plantext.find.plan.objectives import same_objective
from plantext.find.reasons.explanations import Explanation
from plantext.model.alignment import KINDS, Change, Kind, Side, TextChange, Variations
from plantext.model.document import Issue
from plantext.model.findings import Milestone
from plantext.model.ids import Ids, normalised
from plantext.text.variants import folded

DOUBTFUL = 0.65  # a link below this score wants a person: on development data about half of such links were right, above it 85 % and more
LINKED_BY_A_REASON = "It is linked because the plan's own reason says so: check that it is the same commitment."


def compare_editions(before: Side, after: Side, issues: Sequence[Issue] = (), explanations: Sequence[Explanation] = ()) -> Variations:
    """The variations from one edition to the other. Every milestone of either side is in exactly one change.

    `explanations` are what the later plan says of its changes.
    """
    aligned = align_texts(
        [milestone.text for milestone in before.milestones],
        [milestone.text for milestone in after.milestones],
        [milestone.objective for milestone in before.milestones],
        [milestone.objective for milestone in after.milestones],
    )
    ids = Ids()
    found = link_by_reasons(aligned.changes, before, after, explanations)
    ordered = sorted(found, key=lambda change: _position(change, before, after))
    changes = tuple(_change(change, before, after, ids) for change in ordered)
    changes, unused = attach_reasons(changes, before, after, explanations)
    return Variations(
        before=before,
        after=after,
        changes=changes,
        counts=_counts(changes),
        issues=(*_doubts(before, after, changes), *issues),
        reasons_without_change=unused,
    )


def _position(change: TextChange, before: Side, after: Side) -> tuple[int, int, int]:
    """By objective, as the later plan orders them; within one by the later plan's order, removed ones last."""
    objectives = list(dict.fromkeys(milestone.objective for milestone in (*after.milestones, *before.milestones)))
    side, index = (after, change.after[0]) if change.after else (before, change.before[0])
    return objectives.index(side.milestones[index].objective), 0 if change.after else 1, index


def _change(change: TextChange, before: Side, after: Side, ids: Ids) -> Change:
    old = [before.milestones[i] for i in change.before]
    new = [after.milestones[j] for j in change.after]
    targets = compare_targets(
        [target for one in old for target in one.targets],
        [target for one in new for target in one.targets],
        one_to_one=len(old) == len(new) == 1,
        years_on=_years_on(before, after),
    )
    kinds = set(change.kinds) - {"target"}
    if old and new and any(target.change != "same" for target in targets):
        kinds.add("target")
    elif "target" in change.kinds:  # a number changed that is no target: the wording did
        kinds.add("reworded")
    if {"split", "merged"} & kinds:  # what was split or merged is put differently anyhow
        kinds.discard("reworded")
    single = len(old) == len(new) == 1
    due = compare_deadlines(old[0].targets, new[0].targets) if single else (None, None)
    if due == (before.edition, after.edition):  # each plan's own year is no new date
        due = (None, None)
    if due != (None, None):
        kinds.add("target")  # the date aimed at, in the text or apart from it
    if single and "target" in kinds and _wording(old[0]) == _wording(new[0]):
        kinds.discard("reworded")  # nothing but the number, the date or what it starts from
    texts = "\n".join(one.text for one in old), "\n".join(one.text for one in new)
    reason = _review_reason(change, kinds)
    return Change(
        id=ids.new("v", before.edition, after.edition, *texts),
        kinds=tuple(kind for kind in KINDS if kind in kinds),
        before=tuple(one.id for one in old),
        after=tuple(one.id for one in new),
        objective_before=_left(old, new),
        objective_after=new[0].objective if new else None,
        targets=targets,
        redline=tuple(redline(*texts)),
        editorial=bool(old and new) and texts[0] != texts[1] and editorial(*texts),
        duplicate_of=_duplicate_of(change, before.milestones, after.milestones),
        rationale=None,
        confidence=round(min(1.0, max(0.0, change.score)), 3),
        needs_review=reason is not None,
        review_reason=reason,
        features=change.features,
        deadline_before=due[0],
        deadline_after=due[1],
    )


def _years_on(before: Side, after: Side) -> int | None:
    """How many years lie between the two editions, where both are known."""
    first, second = start_year(before.edition), start_year(after.edition)
    return second - first if first is not None and second is not None else None


def _wording(milestone: Milestone) -> str:
    """A milestone's words without what it aims at: its numbers, its dates, and where they start from."""
    text = milestone.text
    for target in milestone.targets:
        if target.baseline:
            text = text.replace(target.baseline, " ")
        if target.deadline:
            text = re.sub(rf"\b(?:(?:by|before|until|in|during|for|no\s+later\s+than)\s+)?{re.escape(target.deadline)}", " ", text)
    return folded(" ".join(without_aims(text).split()))


def _left(old: Sequence[Milestone], new: Sequence[Milestone]) -> str | None:
    """The objective before; of several that were merged, the one that something moved from."""
    there = {one.objective for one in new}
    return next(
        (one.objective for one in old if new and not any(same_objective(one.objective, name) for name in there)),
        old[0].objective if old else None,
    )


def _review_reason(change: TextChange, kinds: set[Kind]) -> str | None:
    if any(feature.name == "reason" for feature in change.features):
        return LINKED_BY_A_REASON
    if change.before and change.after and change.score < DOUBTFUL:
        return "The two wordings are not much alike: check that they are the same commitment."
    if {"split", "merged"} & kinds:
        return "Several entries are read as one: check that they belong together."
    return None


def _duplicate_of(change: TextChange, before: Sequence[Milestone], after: Sequence[Milestone]) -> str | None:
    """The milestone, earlier in the same edition, that a lone one repeats."""
    side, index = (after, change.after[0]) if not change.before else (before, change.before[0])
    if change.before and change.after:
        return None
    text = normalised(side[index].text)
    return next((one.id for at, one in enumerate(side) if at != index and normalised(one.text) == text), None)


def _counts(changes: Sequence[Change]) -> dict[str, int]:
    counts = Counter(kind for change in changes for kind in change.kinds)
    return {
        "before": sum(len(change.before) for change in changes),
        "after": sum(len(change.after) for change in changes),
        "changes": len(changes),
        "unchanged": sum(not change.kinds for change in changes),
        **{kind: counts[kind] for kind in KINDS},
        "editorial": sum(change.editorial for change in changes),
        "needs_review": sum(change.needs_review for change in changes),
    }


def _doubts(before: Side, after: Side, changes: Sequence[Change]) -> list[Issue]:
    """What a reader should know of the comparison as a whole."""
    issues = []
    if not any(change.kinds for change in changes):
        message = "There are no variations: every milestone stands as it did."
        issues.append(Issue(code="no-variations", severity="info", message=message, page=None))
    if before.edition and after.edition and (start_year(before.edition) or 0) > (start_year(after.edition) or 0):
        message = f"The plan given first is of {before.edition}, the second of {after.edition}: they may be in the wrong order."
        issues.append(Issue(code="wrong-order", severity="warning", message=message, page=None))
    if before.source.sha256 == after.source.sha256 and before.edition == after.edition:
        issues.append(Issue(code="same-source", severity="info", message="The same plan was given twice.", page=None))
    elif not any(change.before and change.after for change in changes):
        message = "The two have no milestone in common: everything is removed and added. Check that they are two versions of one plan."
        issues.append(Issue(code="nothing-in-common", severity="warning", message=message, page=None))
    return issues
