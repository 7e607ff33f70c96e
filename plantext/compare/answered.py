"""Which ask each response of an officer belongs to: by the report's words that stand beside it, as numbers change from draft to draft."""

from __future__ import annotations

from collections.abc import Iterable

from plantext.model.coverage import Coverage
from plantext.model.findings import ASKS, Statement
from plantext.model.ids import normalised
from plantext.model.pack import Response


def asks_of(coverage: Coverage) -> tuple[Statement, ...]:
    """What a response has to answer, in the report's order."""
    answered = {answer.statement for answer in coverage.coverage}
    return tuple(statement for statement in coverage.statements if statement.act in ASKS or statement.id in answered)


def match_responses(coverage: Coverage, responses: Iterable[Response]) -> tuple[dict[str, str], tuple[Response, ...]]:
    """The responses by the id of the statement that each answers, and those that answer none. Asks of the same words pair in order."""
    waiting: dict[str, list[str]] = {}
    for ask in asks_of(coverage):
        waiting.setdefault(normalised(ask.text), []).append(ask.id)
    matched: dict[str, str] = {}
    lost: list[Response] = []
    for response in responses:
        same = waiting.get(normalised(response.asked), [])
        name = same.pop(0) if same else None
        if not response.text:
            continue
        if name is None:
            lost.append(response)
        else:
            matched[name] = response.text
    return matched, tuple(lost)
