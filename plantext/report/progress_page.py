"""Progress and histories as pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from plantext.model.progress import EVENT_KINDS, PROGRESS_STATUSES, History, Progress
from plantext.report import history, progress, words
from plantext.report.charts import life_line, series_chart
from plantext.report.html import _page
from plantext.report.printable import printable


@dataclass(frozen=True)
class Section:
    """Rows under one heading of a page."""

    anchor: str
    name: str
    rows: list[tuple[int, Any]]


def render_progress(result: Progress) -> str:
    """Progress as a page: figures first, then the milestones by objective, with a chart for each series."""
    result = printable(result)
    groups = [Section(f"objective-{place}", name, rows) for place, (name, rows) in enumerate(progress.group_progress(result), start=1)]
    return _page(
        "progress.html.j2",
        rows=len(result.milestones),
        result=result,
        groups=groups,
        say=progress,
        total=len(result.milestones),
        chart=lambda one: series_chart(one.series, one.text),
        choices=[
            *((status, progress.PROGRESS_WORDS[status], result.counts[status]) for status in PROGRESS_STATUSES),
            ("review", words.REVIEW, sum(one.needs_review for one in result.milestones)),
        ],
        issues=[words.issue_words(issue) for issue in result.issues],
    )


def render_history(result: History) -> str:
    """A history as a page: one row a milestone, one column a document, and a line for each life."""
    result = printable(result)
    groups = [Section(f"objective-{place}", name, rows) for place, (name, rows) in enumerate(history.group_lives(result), start=1)]
    return _page(
        "history.html.j2",
        rows=len(result.lives),
        result=result,
        groups=groups,
        say=history,
        line=life_line,
        choices=[
            (kind, history.EVENT_WORDS[kind], sum(any(kind in event.kinds for event in life.events) for life in result.lives))
            for kind in EVENT_KINDS
        ],
        issues=[words.issue_words(issue) for issue in result.issues],
    )
