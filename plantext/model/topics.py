"""A user's own topics, and where plans speak of them."""

from __future__ import annotations

import msgspec

from plantext.model.document import Issue, Source
from plantext.model.findings import Passage


class Topic(msgspec.Struct, frozen=True, kw_only=True):
    """One topic of a user's list: what it is called, and the phrases that stand for it (its label is one only if it is listed)."""

    label: str
    phrases: tuple[str, ...]


class Mention(Passage, frozen=True, kw_only=True):
    """A sentence in which a topic is spoken of. `phrases`: those of the list that stand in it; `commits`: the plan undertakes something there."""

    phrases: tuple[str, ...]
    commits: bool


class TopicInPlan(msgspec.Struct, frozen=True, kw_only=True):
    """One cell of the matrix: how often one plan speaks of one topic, and where."""

    plan: int  # index into `plans`
    count: int  # sentences; 0 where it is never spoken of
    mentions: tuple[Mention, ...]  # in the plan's order


class TopicRow(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the matrix: a topic in every plan, in the plans' order."""

    label: str
    phrases: tuple[str, ...]
    plans: tuple[TopicInPlan, ...]


class TopicMatrix(msgspec.Struct, frozen=True, kw_only=True):
    """Topics by plans."""

    schema: str = "plantext/topics/1"
    plans: tuple[Source, ...]
    topics: tuple[TopicRow, ...]
    issues: tuple[Issue, ...] = ()
