"""A panel's report held against the changes between a draft and a final plan: what was asked and did not change, what nobody asked for."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from plantext.compare.coverage import compare_coverage
from plantext.model.alignment import Asked, Change, PassageChange, Promises, Side
from plantext.model.document import Document
from plantext.model.findings import ASKS, Milestones, Recommendations


def compare_promises(
    said: Recommendations, after: Side, plan: Document, found: Milestones, changes: Sequence[Change], whole: Sequence[PassageChange]
) -> Promises:
    """Each ask and undertaking with the changes that answer it; the changes of milestones that answer none are nobody's.

    What answers an ask is what `coverage` finds for it in the later plan; it changed if its milestone or its passage did. What was only
    moved, or differs in form alone, did not change.
    """
    blocks: dict[str, list[str]] = {}
    places = {milestone.id: [place.block for place in milestone.places] for milestone in after.milestones}
    asked_for = [change for change in changes if change.kinds and not change.editorial]
    for change in asked_for:
        for name in change.after:
            for block in places[name]:
                blocks.setdefault(block, []).append(change.id)
    for passage in whole:
        if not passage.editorial and passage.kinds != ("moved",):
            for place in passage.after:
                blocks.setdefault(place.block, []).append(passage.id)
    # An undertaking is looked for as an ask is.
    wanted = [
        structs.replace(one, act=one.act if one.act in ASKS else "request") for one in said.statements if one.act in (*ASKS, "undertaking")
    ]
    statements = {one.id: one for one in said.statements}
    covered = compare_coverage(structs.replace(said, statements=tuple(wanted)), plan, found)
    asked = []
    for answer in covered.coverage:
        hits = [name for evidence in answer.evidence for name in blocks.get(evidence.block, ())] if answer.status != "not_found" else []
        asked.append(Asked(statement=statements[answer.statement], status=answer.status, changes=tuple(dict.fromkeys(hits))))
    answered = {name for one in asked for name in one.changes}
    return Promises(report=said.source, asked=tuple(asked), unasked=tuple(change.id for change in asked_for if change.id not in answered))
