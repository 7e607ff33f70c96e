"""Several reports on one edition of a plan: the last one's account, with the series of all."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from plantext.model.progress import Point, Progress


def join_series(reports: Sequence[Progress]) -> Progress:
    """The last of `reports`, which are on the same milestones and in order, with what each says of each milestone."""
    last = reports[-1]
    if len(reports) == 1:
        return last
    of = [{one.milestone: one for one in report.milestones} for report in reports]
    milestones = []
    for one in last.milestones:
        points = []
        for report, said in zip(reports, of, strict=True):
            there = said[one.milestone]
            figure = there.figures[0] if there.figures else None
            points.append(
                Point(
                    report=report.report.name,
                    status=there.status,
                    actual=figure.actual if figure else None,
                    target=figure.target if figure else None,
                    unit=figure.unit if figure else None,
                    as_at=(figure.as_at if figure else None) or report.as_at,
                    page=figure.page if figure else there.evidence[0].page if there.evidence else None,
                )
            )
        milestones.append(structs.replace(one, series=tuple(points)))
    issues = tuple(dict.fromkeys(issue for report in reports for issue in report.issues))
    return structs.replace(last, milestones=tuple(milestones), reports=tuple(report.report for report in reports), issues=issues)
