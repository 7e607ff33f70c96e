"""A panel's report held against the changes between a draft and a final plan: what was asked and did not change, what nobody asked for."""

from __future__ import annotations

from collections.abc import Sequence

from plantext.compare.trace import trace_texts
from plantext.model.alignment import Asked, Change, PassageChange, Promises, Side
from plantext.model.findings import ASKS, Recommendations


def compare_promises(
    said: Recommendations, before: Side, after: Side, changes: Sequence[Change], whole: Sequence[PassageChange]
) -> Promises:
    """Each ask and undertaking with the changes that bear on it; the changes that bear on none are nobody's.

    Passages changed outside the milestones count too: an ask may be met in prose. Changes of form only are left out.
    """
    texts = {milestone.id: milestone.text for side in (before, after) for milestone in side.milestones}
    passages: list[tuple[str, str]] = []
    for change in changes:
        if change.kinds and not change.editorial:
            passages.append((change.id, "\n".join(texts[name] for name in (change.after or change.before))))
    for passage in whole:
        if not passage.editorial and passage.kinds != ("moved",):
            passages.append((passage.id, "\n".join(one.text for one in (passage.after or passage.before))))
    asks = [statement for statement in said.statements if statement.act in ASKS or statement.act == "undertaking"]
    traced = trace_texts([ask.text for ask in asks], [text for _, text in passages], limit=len(passages)) if passages else []
    asked = []
    for at, ask in enumerate(asks):
        linked = [passages[match.passage][0] for match in traced[at].matches if match.linked] if passages else []
        asked.append(Asked(statement=ask, changes=tuple(linked)))
    answered = {name for one in asked for name in one.changes}
    return Promises(report=said.source, asked=tuple(asked), unasked=tuple(name for name, _ in passages if name not in answered))
