"""The official layout: objective by objective, the milestones of last year beside those of this year."""

from __future__ import annotations

from dataclasses import dataclass

from plantext.model.alignment import Variations
from plantext.model.findings import Milestone
from plantext.report import words
from plantext.report.rows import objective_key


@dataclass(frozen=True)
class Objective:
    """One objective in both years; its name on either side is None where that side does not have it."""

    name_before: str | None
    name_after: str | None
    before: tuple[Milestone, ...]
    after: tuple[Milestone, ...]


def lay_side_by_side(result: Variations) -> tuple[Objective, ...]:
    """The objectives of the plan after in its order, each with what either plan has under it; then those that only the plan before has."""
    sides: list[dict[tuple[str, ...], list[Milestone]]] = [{}, {}]
    for found, side in zip(sides, (result.before, result.after), strict=True):
        for milestone in side.milestones:
            found.setdefault(objective_key(milestone.objective), []).append(milestone)
    old, new = sides
    return tuple(
        Objective(_name(old.get(key)), _name(new.get(key)), tuple(old.get(key, ())), tuple(new.get(key, ())))
        for key in dict.fromkeys((*new, *old))
    )


def _name(milestones: list[Milestone] | None) -> str | None:
    return (milestones[0].objective or words.NO_OBJECTIVE) if milestones else None
