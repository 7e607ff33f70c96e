"""What follows from the sources at hand: which plans to compare, and which report to hold against which plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import PurePosixPath

import msgspec

from plantext.model.batch import READ, SourceRow, Verb


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """One result to make from one or two sources (their paths)."""

    verb: Verb
    sources: tuple[str, ...]


def plan_jobs(rows: Sequence[SourceRow]) -> list[Job]:
    """The jobs of a batch, in order.

    Every plan → milestones; consecutive editions of one publisher → variations; every panel or board report → recommendations; every panel
    report → coverage by the plan that it concerns.
    """
    readable = [row for row in rows if row.status in READ]
    plans = sorted((row for row in readable if row.kind == "plan"), key=lambda row: (_publisher(row), _year(row.edition) or 0, row.path))
    jobs = [Job(verb="milestones", sources=(plan.path,)) for plan in plans]
    jobs += [
        Job(verb="variations", sources=(before.path, after.path))
        for before, after in pairwise(plans)
        if _publisher(before) == _publisher(after) and before.edition != after.edition and _year(before.edition) and _year(after.edition)
    ]
    return [*jobs, *_reports(readable, plans)]


def _reports(readable: Sequence[SourceRow], plans: Sequence[SourceRow]) -> Iterator[Job]:
    for report in readable:
        if report.kind in {"panel_report", "board_report"}:
            yield Job(verb="recommendations", sources=(report.path,))
        if report.kind == "panel_report" and (plan := plan_concerned(report, plans_of_same(report, plans))):
            yield Job(verb="coverage", sources=(report.path, plan.path))


def plan_concerned(report: SourceRow, plans: Sequence[SourceRow]) -> SourceRow | None:
    """The plan that a panel's report is about: of the edition it names, else the first that begins in its year or later, else the last."""
    named = [plan for plan in plans if report.edition and plan.edition == report.edition]
    if named:
        return named[0]
    dated = sorted((plan for plan in plans if _year(plan.edition)), key=lambda plan: _year(plan.edition) or 0)
    year = _year(report.date) or _year(report.edition) or 0
    return next((plan for plan in dated if (_year(plan.edition) or 0) >= year), dated[-1] if dated else None)


def _year(written: str | None) -> int | None:
    """The first year in an edition or a date; a manifest may write both as it likes."""
    found = re.search(r"(?<!\d)\d{4}(?!\d)", written or "")
    return int(found[0]) if found else None


def plans_of_same(report: SourceRow, plans: Sequence[SourceRow]) -> list[SourceRow]:
    """The plans of the publisher that a report is about. A panel is not the publisher of the plan, so names are compared by the words that
    tell one publisher of plans from another: "Downland Police and Crime Panel" goes with "Police and Crime Commissioner for Downland".
    """
    names = {_publisher(plan) for plan in plans}
    if len(names) < 2 or _publisher(report) in names:
        return [plan for plan in plans if len(names) < 2 or _publisher(plan) == _publisher(report)]
    shared = set.intersection(*(_words(name) for name in names))
    own = _words(_publisher(report)) - shared
    likeness = {name: len(own & _words(name)) for name in names}
    best = max(likeness.values())
    return [plan for plan in plans if best and likeness[_publisher(plan)] == best]


def _words(name: str) -> set[str]:
    return set(re.findall(r"\w+", name))


def _publisher(row: SourceRow) -> str:
    """Who published it; where that is not stated, the folder it lies in."""
    return (row.publisher or str(PurePosixPath(row.path).parent)).casefold()
