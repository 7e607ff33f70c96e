"""A matrix of topics by plans, small."""

from __future__ import annotations

from plantext.model.topics import Mention, TopicInPlan, TopicMatrix, TopicRow
from tests.factories.results import coverage, where


def sample_topics() -> TopicMatrix:
    """One topic that one plan speaks of, with a formula, and one that nobody speaks of."""
    plan = coverage().plan
    said = Mention(text="=We will run a <night> bus to Aldermoor.", phrases=("night bus",), commits=True, **where(4, "2.1 Travel"))
    here = TopicInPlan(plan=0, count=1, mentions=(said,))
    nowhere = TopicInPlan(plan=1, count=0, mentions=())
    return TopicMatrix(
        plans=(plan, plan),
        topics=(
            TopicRow(label="Night buses", phrases=("night bus", "late services"), plans=(here, nowhere)),
            TopicRow(label="Trams", phrases=("tram",), plans=(TopicInPlan(plan=0, count=0, mentions=()), nowhere)),
        ),
    )
