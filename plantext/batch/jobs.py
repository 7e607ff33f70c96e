"""What follows from the sources at hand: which plans to compare, and which report to hold against which plan. A verb is one row of RULES."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from pathlib import PurePosixPath

import msgspec

from plantext.model.batch import READ, DocumentKind, SourceRow, Verb

LONGEST_HISTORY = 20  # editions: no plan has been published in more, and a job holds all of its documents at once

PAPERS: tuple[DocumentKind, ...] = ("panel_report", "board_report", "decision_notice", "response")
"""What is written about a plan while it is made."""
MOST_PAPERS = 12  # beside one plan: a report, an answer and a notice or two for each draft


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """One result to make from its sources (their paths, in the order of the verb's arguments).

    `beside`: further ones, by argument; `also`: any number of further ones, for the one argument of ALSO that the verb takes them by.
    """

    verb: Verb
    sources: tuple[str, ...]
    beside: dict[str, str] = {}
    also: tuple[str, ...] = ()


ALSO: Mapping[Verb, str] = {"check": "also", "history": "reports"}
"""The argument of a verb that takes any number of documents."""


class Shelf:
    """The sources that could be read, by publisher and kind."""

    def __init__(self, rows: Sequence[SourceRow], *, topics: bool = False) -> None:
        self.rows = [row for row in rows if row.status in READ]
        self.topics = topics
        self._concerned: dict[str, frozenset[str]] = {}

    @cached_property
    def plans(self) -> list[SourceRow]:
        """Every plan, by publisher and year."""
        plans = (row for row in self.rows if row.kind == "plan")
        return sorted(plans, key=lambda row: (_publisher(row), _year(row.edition) or 0, row.path))

    @cached_property
    def by_publisher(self) -> Mapping[str, list[SourceRow]]:
        """The plans of each publisher, by year. What was only guessed to be a plan, and has no milestones, stands between none of them."""
        found: dict[str, list[SourceRow]] = defaultdict(list)
        for plan in self.plans:
            if plan.milestones != 0 or "kind" not in plan.guessed:
                found[_publisher(plan)].append(plan)
        return found

    @cached_property
    def earlier(self) -> Mapping[str, SourceRow]:
        """The plan of the edition before, by the path of each plan that has one."""
        return {
            after.path: before
            for plans in self.by_publisher.values()
            for before, after in pairwise(plans)
            if before.edition != after.edition and _year(before.edition) and _year(after.edition)
        }

    def of_kind(self, *kinds: DocumentKind) -> list[SourceRow]:
        """The documents of these kinds, in the order of the manifest."""
        return [row for row in self.rows if row.kind in kinds]

    def plans_of_same(self, report: SourceRow) -> list[SourceRow]:
        """The plans of the publisher that a report is about. A panel is not the publisher of the plan, so names are compared by the words that
        tell one publisher of plans from another: "Downland Police and Crime Panel" goes with "Police and Crime Commissioner for Downland".
        """
        own = _publisher(report)
        if own not in self._concerned:
            self._concerned[own] = self._publishers_like(own)
        return [plan for name in sorted(self._concerned[own]) for plan in self.by_publisher[name]]

    @cached_property
    def papers(self) -> Mapping[str, list[SourceRow]]:
        """The papers that a date or an edition ties to a plan, in the order of the manifest, by the plan's path."""
        found: dict[str, list[SourceRow]] = defaultdict(list)
        for row in self.of_kind(*PAPERS):
            written = _year(row.date) or _year(row.edition)
            plan = self.concerned(row)
            if written and plan and (plan.edition == row.edition or (_year(plan.edition) or 0) >= written):  # not of a plan yet to come
                found[plan.path].append(row)
        return found

    @cached_property
    def reports(self) -> Mapping[str, list[SourceRow]]:
        """The performance reports on a plan, by the plan's path."""
        found: dict[str, list[SourceRow]] = defaultdict(list)
        for row in self.of_kind("performance_report"):
            if plan := plan_reported(row, self.plans_of_same(row)):
                found[plan.path].append(row)
        return found

    def papers_of(self, plan: SourceRow | None, kind: DocumentKind) -> list[SourceRow]:
        """Those of one kind."""
        return [row for row in self.papers.get(plan.path, ()) if row.kind == kind] if plan else []

    def concerned(self, report: SourceRow) -> SourceRow | None:
        """The plan that a document about a plan is about."""
        return plan_concerned(report, self.plans_of_same(report))

    def _publishers_like(self, own: str) -> frozenset[str]:
        names = set(self.by_publisher)
        if len(names) < 2 or own in names:
            return frozenset(names if len(names) < 2 else {own})
        shared = set.intersection(*(_words(name) for name in names))
        told = _words(own) - shared
        likeness = {name: len(told & _words(name)) for name in names}
        best = max(likeness.values())
        return frozenset(name for name in names if best and likeness[name] == best)


def _each_plan(shelf: Shelf) -> Iterator[Job]:
    for plan in shelf.plans:
        yield Job(verb="milestones", sources=(plan.path,))


def _checks(shelf: Shelf) -> Iterator[Job]:
    for plan in shelf.plans:
        before = shelf.earlier.get(plan.path)
        papers = shelf.papers.get(plan.path, [])
        yield Job(
            verb="check",
            sources=(plan.path,),
            beside={"before": before.path} if before else {},
            also=tuple(paper.path for paper in papers[:MOST_PAPERS]),
        )


def _variations(shelf: Shelf) -> Iterator[Job]:
    for plan in shelf.plans:
        if before := shelf.earlier.get(plan.path):
            yield Job(verb="variations", sources=(before.path, plan.path))
        elif len(plan.editions) > 1:  # it carries the year before too
            yield Job(verb="variations", sources=(plan.path,))


def _histories(shelf: Shelf) -> Iterator[Job]:
    """One history for each publisher that has two editions or more; of several copies of an edition, the last that is compared with the next."""
    for plans in shelf.by_publisher.values():
        editions = {plan.edition: plan for plan in plans if _year(plan.edition)}
        if len(editions) > 1:
            told = list(editions.values())[-LONGEST_HISTORY:]
            reports = (row for plan in told for row in shelf.reports.get(plan.path, ()))
            ordered = sorted(reports, key=lambda row: (row.date or row.edition or "", row.path))
            yield Job(
                verb="history",
                sources=tuple(plan.path for plan in told),
                also=tuple(row.path for row in ordered[-LONGEST_HISTORY:]),
            )


def _statements(shelf: Shelf) -> Iterator[Job]:
    for report in shelf.of_kind("panel_report", "board_report"):
        yield Job(verb="recommendations", sources=(report.path,))


def _coverage(shelf: Shelf) -> Iterator[Job]:
    for report in shelf.of_kind("panel_report"):
        if plan := shelf.concerned(report):
            before = shelf.earlier.get(plan.path)
            alone = len(shelf.papers_of(plan, "panel_report")) == 1  # of two reports on one plan nothing tells which was answered
            response = _only(shelf.papers_of(plan, "response")) if alone else None
            earlier = _only(shelf.papers_of(before, "panel_report"))
            beside = {"before": before, "response": response, "undertakings": earlier}
            yield Job(
                verb="coverage",
                sources=(report.path, plan.path),
                beside={role: row.path for role, row in beside.items() if row},
            )


def _progress(shelf: Shelf) -> Iterator[Job]:
    for plan in shelf.plans:
        for report in shelf.reports.get(plan.path, ()):
            yield Job(verb="progress", sources=(report.path, plan.path))


def _topics(shelf: Shelf) -> Iterator[Job]:
    for plan in shelf.plans if shelf.topics else ():
        yield Job(verb="topics", sources=(plan.path,))


RULES: tuple[Callable[[Shelf], Iterator[Job]], ...] = (
    _each_plan, _variations, _checks, _histories, _statements, _coverage, _progress, _topics,
)  # fmt: skip
"""What is made of which sources, in this order. Each rule makes the jobs of one verb of `plantext.pipeline`."""


def plan_jobs(rows: Sequence[SourceRow], *, topics: bool = False) -> list[Job]:
    """The jobs of a batch, in order.

    Every plan → milestones, and check with the papers about it; consecutive editions of one publisher, or a plan that carries two →
    variations, and all its editions → history with the reports on them; every panel or board report → recommendations; every panel report → coverage by the plan that it concerns,
    with the answer to it and the panel's report of the year before; every performance report → progress of the plan that it reports on; and where
    the user has a list of `topics`, each plan → topics.
    """
    shelf = Shelf(rows, topics=topics)
    return [job for rule in RULES for job in rule(shelf)]


def _only(rows: Sequence[SourceRow]) -> SourceRow | None:
    """The one that there is; of several, nothing tells which is meant."""
    return rows[0] if len(rows) == 1 else None


def plan_concerned(report: SourceRow, plans: Sequence[SourceRow]) -> SourceRow | None:
    """The plan that a panel's report is about: of the edition it names, else the first that begins in its year or later, else the last."""
    named = [plan for plan in plans if report.edition and plan.edition == report.edition]
    if named:
        return named[0]
    dated = _dated(plans)
    year = _year(report.date) or _year(report.edition) or 0
    return next((plan for plan in dated if (_year(plan.edition) or 0) >= year), dated[-1] if dated else None)


def plan_reported(report: SourceRow, plans: Sequence[SourceRow]) -> SourceRow | None:
    """The plan that a performance report is about: of the edition it names, else one that carries that edition too, else the last that began in
    its year or before; none of later ones.

    Nothing tells where a report has neither edition nor date: then it is the only plan there is, or none.
    """
    named = [plan for plan in plans if report.edition and plan.edition == report.edition]
    if named:
        return named[0]
    carrying = [plan for plan in plans if report.edition and report.edition in plan.editions]
    if carrying:
        return carrying[0]
    year = _year(report.edition) or _year(report.date)
    if year is None:
        return plans[0] if len(plans) == 1 else None
    begun = [plan for plan in _dated(plans) if (_year(plan.edition) or 0) <= year]
    return begun[-1] if begun else None


def _dated(plans: Sequence[SourceRow]) -> list[SourceRow]:
    return sorted((plan for plan in plans if _year(plan.edition)), key=lambda plan: _year(plan.edition) or 0)


def _year(written: str | None) -> int | None:
    """The first year in an edition or a date; a manifest may write both as it likes."""
    found = re.search(r"(?<!\d)\d{4}(?!\d)", written or "")
    return int(found[0]) if found else None


def _words(name: str) -> set[str]:
    return set(re.findall(r"\w+", name))


def _publisher(row: SourceRow) -> str:
    """Who published it; where that is not known, the folder it lies in."""
    return (row.publisher or str(PurePosixPath(row.path).parent)).casefold()
