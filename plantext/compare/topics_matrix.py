"""A user's topics × plans: how often each plan speaks of each, with the sentences."""

from __future__ import annotations

from collections.abc import Sequence

from plantext.compare.passages import find_passages
from plantext.find.plan.milestones import find_milestones
from plantext.find.topic_terms import TopicFinder
from plantext.model.document import Document
from plantext.model.topics import Mention, Topic, TopicInPlan, TopicMatrix, TopicRow


def compare_topics(topics: Sequence[Topic], plans: Sequence[Document]) -> TopicMatrix:
    """The matrix. Headings and contents lists are not counted; a milestone that stands in several places is counted once."""
    finder = TopicFinder(topics)
    cells = [_mentions(finder, plan) for plan in plans]
    rows = tuple(
        TopicRow(
            label=topic.label,
            phrases=topic.phrases,
            plans=tuple(TopicInPlan(plan=index, count=len(own[number]), mentions=tuple(own[number])) for index, own in enumerate(cells)),
        )
        for number, topic in enumerate(topics)
    )
    issues = tuple(issue for plan in plans for issue in plan.issues)
    return TopicMatrix(plans=tuple(plan.source for plan in plans), topics=rows, issues=issues)


def _mentions(finder: TopicFinder, plan: Document) -> list[list[Mention]]:
    """The mentions of each topic in one plan."""
    found: list[list[Mention]] = [[] for _ in finder.topics]
    for passage in find_passages(plan, find_milestones(plan).milestones):
        by_topic: dict[int, list[str]] = {}
        for number, phrase, _ in finder.find(passage.text):
            by_topic.setdefault(number, []).append(phrase)
        for number, phrases in by_topic.items():
            commits = passage.commitment is not None and passage.commitment.firm
            mention = Mention(text=passage.text, phrases=tuple(dict.fromkeys(phrases)), commits=commits, **passage.place)  # type: ignore[arg-type]
            found[number].append(mention)
    return found
