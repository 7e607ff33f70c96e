"""What was promised last year, held against this year's plan and report."""

from __future__ import annotations

from collections.abc import Sequence

from plantext.compare.judgement import FOUND
from plantext.compare.presence import Presence
from plantext.find.statements.subject import Subject, find_subject
from plantext.model.findings import Recommendations, Statement
from plantext.text.acronyms import Names


def find_undertakings(earlier: Recommendations) -> tuple[Statement, ...]:
    """The undertakings of an earlier report, in its order."""
    return tuple(statement for statement in earlier.statements if statement.act == "undertaking")


def undertaking_subject(undertaking: Statement) -> Subject:
    """What was promised."""
    return find_subject(undertaking)


def returns_to(subjects: Sequence[Subject], said: Recommendations, names: Names) -> list[tuple[str, ...]]:
    """For each undertaking the ids of this report's statements that speak of it again."""
    presence = Presence([statement.text for statement in said.statements], names)
    found: list[tuple[str, ...]] = []
    for subject in subjects:
        asked = presence.weigh(subject)
        again = [] if asked.names_nothing else [one.id for index, one in enumerate(said.statements) if asked.held(index).share >= FOUND]
        found.append(tuple(again))
    return found
