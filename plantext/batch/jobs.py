"""What follows from the sources at hand: which plans to compare, and which report to hold against which plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from plantext.find.editions import start_year
from plantext.model.batch import SourceRow, Verb


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """One result to make from one or two sources (their paths)."""

    verb: Verb
    sources: tuple[str, ...]


def plan_jobs(rows: Sequence[SourceRow]) -> list[Job]:
    """The jobs of a batch, in order.

    Every plan → milestones; consecutive editions of one publisher → variations; every panel or board report → recommendations; every panel
    report → coverage by the plan that it concerns.
    """
    readable = [row for row in rows if row.status in {"ok", "partial"}]
    plans = sorted(
        (row for row in readable if row.kind == "plan"), key=lambda row: (_publisher(row), start_year(row.edition) or 0, row.path)
    )
    jobs = [Job(verb="milestones", sources=(plan.path,)) for plan in plans]
    jobs += [
        Job(verb="variations", sources=(before.path, after.path))
        for before, after in pairwise(plans)
        if _publisher(before) == _publisher(after) and before.edition != after.edition and before.edition and after.edition
    ]
    return [*jobs, *_reports(readable, plans)]


def _reports(readable: Sequence[SourceRow], plans: Sequence[SourceRow]) -> Iterator[Job]:
    for report in readable:
        if report.kind in {"panel_report", "board_report"}:
            yield Job(verb="recommendations", sources=(report.path,))
        if report.kind == "panel_report" and (plan := plan_concerned(report, plans)):
            yield Job(verb="coverage", sources=(report.path, plan.path))


def plan_concerned(report: SourceRow, plans: Sequence[SourceRow]) -> SourceRow | None:
    """The plan that a panel's report is about: of the edition it names, else the first that begins in its year or later, else the last."""
    named = [plan for plan in plans if report.edition and plan.edition == report.edition]
    if named:
        return named[0]
    dated = sorted((plan for plan in plans if plan.edition), key=lambda plan: start_year(plan.edition) or 0)
    year = int(report.date[:4]) if report.date else start_year(report.edition) or 0
    return next((plan for plan in dated if (start_year(plan.edition) or 0) >= year), dated[-1] if dated else None)


def _publisher(row: SourceRow) -> str:
    return (row.publisher or "").casefold()
