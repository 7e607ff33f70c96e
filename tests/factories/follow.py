"""Samples of progress and of a history: the fictional force of the other samples."""

from __future__ import annotations

from typing import Any

from plantext.model.document import Issue
from plantext.model.findings import Passage
from plantext.model.progress import Chapter, Event, Figure, History, Life, MilestoneProgress, Point, Progress
from tests.factories.results import source, where

_SAFER = "Making our streets safer"
_RURAL = "Policing the countryside"


def figure(measure: str, target: float | None, actual: float, unit: str = "per cent", **more: Any) -> Figure:
    fields: dict[str, Any] = {"as_at": "31 January 2022", "period": None, "text": f"{measure} stands at {actual}.", "change": True}
    return Figure(measure=measure, target=target, actual=actual, unit=unit, **where(3, "A Safer streets"), **(fields | more))


def told(name: str, text: str, status: Any, objective: str = _SAFER, **more: Any) -> MilestoneProgress:
    fields: dict[str, Any] = {
        "interim": status != "complete",
        "heading": text,
        "lead": "ACC Neighbourhoods",
        "frequency": "quarterly",
        "deferred_to": None,
        "also_in": None,
        "stated": None,
        "figures": (),
        "evidence": (),
        "needs_review": False,
    }
    return MilestoneProgress(milestone=name, text=text, objective=objective, edition="2021-22", status=status, **(fields | more))


def said(text: str, page: int = 3) -> Passage:
    return Passage(text=text, **where(page, "A Safer streets"))


def sample_progress() -> Progress:
    """Every status, a series, a heading that is no milestone, and an issue."""
    fall = figure("burglary of homes", -8, -6.1, text="Burglary of homes is 6.1 per cent lower than a year ago.")
    points = (
        Point(report="report-1.pdf", status="missed", actual=-2.0, target=-8, unit="per cent", as_at="30 September 2021", page=2),
        Point(report="report-2.pdf", status="missed", actual=-6.1, target=-8, unit="per cent", as_at="31 January 2022", page=3),
    )
    milestones = (
        told("m-1", "Reduce burglary of homes by 8 per cent", "missed", figures=(fall,), evidence=(said(fall.text),), series=points),
        told(
            "m-2",
            "Answer 90 per cent of emergency calls within 10 seconds",
            "met",
            figures=(figure("emergency calls", 90, 92.5, change=False),),
        ),
        told(
            "m-3",
            "Open a second station in Lower Marling",
            "complete",
            evidence=(said("The station opened on 4 May 2021."),),
            lead=None,
            frequency=None,
        ),
        told(
            "m-4",
            "Publish a charter for victims",
            "on_track",
            _RURAL,
            evidence=(said("The charter is on course for March.", 5),),
            stated="Green",
        ),
        told(
            "m-5",
            "Hold a street meeting in each ward",
            "reported",
            _RURAL,
            evidence=(said("Forty meetings were held.", 5),),
            also_in="Local policing report",
        ),
        told(
            "m-6",
            "Review the vehicle fleet",
            "deferred",
            _RURAL,
            deferred_to="Resources report, May 2022",
            evidence=(said("See the Resources report.", 6),),
        ),
        told(
            "m-7",
            "Write to every parish council",
            "not_reported",
            _RURAL,
            heading=None,
            lead=None,
            frequency=None,
            needs_review=True,
            review_reason="the <b> is not a tag",
        ),
    )
    counts = {
        "milestones": 7,
        "reported_on": 6,
        "met": 1,
        "missed": 1,
        "on_track": 1,
        "complete": 1,
        "reported": 1,
        "deferred": 1,
        "not_reported": 1,
        "unmatched": 1,
    }
    return Progress(
        report=source("report-2.pdf", 6),
        plan=source("plan-2021.pdf"),
        edition="2021-22",
        as_at="31 January 2022",
        milestones=milestones,
        unmatched=(said("Buy bicycles for wardens", 4),),
        counts=counts,
        issues=(Issue(code="scan", severity="warning", message="page 2 is a picture", page=2),),
        reports=(source("report-1.pdf", 5), source("report-2.pdf", 6)),
    )


def sample_history() -> History:
    """Two plans and a report; a life that goes on, one that ends, one that begins."""

    def event(name: str, edition: str, kinds: tuple[Any, ...], text: str | None, page: int | None, **more: Any) -> Event:
        place = ("plan-2021.pdf", "report-2.pdf", "plan-2022.pdf").index(name)
        return Event(
            chapter=place,
            source=name,
            edition=edition,
            kinds=kinds,
            milestone="m-1" if text else None,
            text=text,
            page=page,
            line=None,
            **more,
        )

    first, second, report = source("plan-2021.pdf"), source("plan-2022.pdf", 31), source("report-2.pdf", 6)
    fall = figure("burglary of homes", -8, -6.1)
    lives = (
        Life(
            id="l-1",
            text="Reduce burglary of homes by 2 per cent",
            objective=_SAFER,
            introduced="2021-22",
            dropped=None,
            events=(
                event("plan-2021.pdf", "2021-22", ("introduced",), "Reduce burglary of homes by 8 per cent", 5),
                event("report-2.pdf", "2021-22", ("reported",), fall.text, 3, status="missed", interim=True, figures=(fall,)),
                event(
                    "plan-2022.pdf",
                    "2022-23",
                    ("target",),
                    "Reduce burglary of homes by 2 per cent",
                    6,
                    targets=("burglary of homes: 8 → 2 per cent",),
                ),
            ),
        ),
        Life(
            id="l-2",
            text="Review the vehicle fleet",
            objective=_RURAL,
            introduced="2021-22",
            dropped="2022-23",
            events=(
                event("plan-2021.pdf", "2021-22", ("introduced",), "Review the vehicle fleet", 9),
                event("plan-2022.pdf", "2022-23", ("dropped",), None, None),
            ),
        ),
        Life(
            id="l-3",
            text="Lend speed guns to parish volunteers",
            objective=_RURAL,
            introduced="2022-23",
            dropped=None,
            events=(event("plan-2022.pdf", "2022-23", ("introduced",), "Lend speed guns to parish volunteers", 10),),
        ),
    )
    kinds = ("introduced", "unchanged", "reworded", "target", "moved", "split", "merged", "reported", "dropped")
    occur = [kind for life in lives for event in life.events for kind in event.kinds]
    return History(
        chapters=(
            Chapter(source=first, kind="plan", edition="2021-22", milestones=2),
            Chapter(source=report, kind="report", edition="2021-22", milestones=1),
            Chapter(source=second, kind="plan", edition="2022-23", milestones=2),
        ),
        lives=lives,
        counts={"lives": 3, **{kind: occur.count(kind) for kind in kinds}},
    )
