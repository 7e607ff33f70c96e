"""Progress as text, Markdown and CSV: one row a milestone, by objective, the same words everywhere."""

from __future__ import annotations

from collections.abc import Iterator

from plantext.model.document import Place
from plantext.model.progress import PROGRESS_STATUSES, Figure, MilestoneProgress, Point, Progress
from plantext.report import words
from plantext.report.csv import cell
from plantext.report.lines import Laid, figures, heading, item, labelled, paragraph
from plantext.report.markdown import escape
from plantext.report.printable import printable

SHOWN = 240  # characters of a sentence in a text report; the other formats hold all
STYLES = {
    "met": "green",
    "complete": "green",
    "on_track": "cyan",
    "missed": "red",
    "reported": "",
    "deferred": "yellow",
    "not_reported": "yellow",
}
TAGS = {
    "met": "green",
    "complete": "green",
    "on_track": "blue",
    "missed": "red",
    "reported": "plain",
    "deferred": "yellow",
    "not_reported": "yellow",
}

PROGRESS_WORDS = {
    "met": "Met",
    "missed": "Not met",
    "on_track": "On track",
    "complete": "Complete",
    "reported": "Reported on",
    "deferred": "In another report",
    "not_reported": "Not reported",
}
PROGRESS_MEANS = {
    "met": "the latest figure reaches what was aimed at",
    "missed": "the latest figure does not reach what was aimed at",
    "on_track": "the report says so, or forecasts it",
    "complete": "the report says that it is done",
    "reported": "the report speaks of it, and does not say how far it is",
    "deferred": "the report only points to another report",
    "not_reported": "nothing was found in the report",
}
SO_FAR = "so far: the period was not over"

Group = tuple[str, list[tuple[int, MilestoneProgress]]]


def group_progress(result: Progress) -> list[Group]:
    """The milestones by objective in the plan's order, numbered from 1 through all."""
    groups: dict[str, list[tuple[int, MilestoneProgress]]] = {}
    for number, one in enumerate(result.milestones, start=1):
        groups.setdefault(one.objective or words.NO_OBJECTIVE, []).append((number, one))
    return list(groups.items())


def status_words(one: MilestoneProgress) -> str:
    """A status, and that it holds only so far."""
    stated = f" (the report: “{one.stated}”)" if one.stated else ""
    return f"{PROGRESS_WORDS[one.status]}{' so far' if one.interim and one.status in {'met', 'missed'} else ''}{stated}"


def signed(value: float | None, unit: str | None, *, change: bool) -> str:
    """A figure with its unit; a change shows its sign.

    >>> signed(-6.1, "per cent", change=True), signed(83.8, "per cent", change=False)
    ('−6.1 per cent', '83.8 per cent')
    """
    if value is None:
        return "none"
    said = words.quantity(abs(value), unit)
    return f"{'−' if value < 0 else '+' if change and value > 0 else ''}{said}"


def figure_words(figure: Figure, page: int | None = None) -> str:
    """A figure beside what was aimed at, with its date and its page, unless that is `page`, which is said beside it."""
    aim = f"aimed at {signed(figure.target, figure.unit, change=figure.change)}, " if figure.target is not None else ""
    facts = [f"as at {figure.as_at}" if figure.as_at else "", _period(figure.period or "")]
    facts.append("" if page is not None and figure.page == page else words.page_words(figure.page, figure.line))
    said = "; ".join(filter(None, facts))
    return f"{figure.measure}: {aim}reported {signed(figure.actual, figure.unit, change=figure.change)}{f' ({said})' if said else ''}"


def _period(period: str) -> str:
    """The time that a figure is of: "over eleven months", but "since April"."""
    return period if not period or period.startswith("since") else f"over {period}"


def lead_words(one: MilestoneProgress) -> str:
    """Who leads, and how often they report."""
    return ", ".join(part for part in (one.lead, one.frequency) if part)


def point_words(point: Point) -> str:
    """One report's account in a series."""
    value = (
        ""
        if point.actual is None
        else f": {words.quantity(point.actual, point.unit)}"
        if point.actual >= 0
        else f": −{words.quantity(-point.actual, point.unit)}"
    )
    return f"{point.report}{f' ({point.as_at})' if point.as_at else ''}, {PROGRESS_WORDS[point.status].lower()}{value}"


def lines_of(one: MilestoneProgress) -> Iterator[tuple[str, str]]:
    """What there is to say of a milestone, labelled."""
    if one.lead or one.frequency:
        yield "Lead", lead_words(one)
    for figure in one.figures:
        yield "Figure", figure_words(figure)
    for passage in one.evidence:
        yield "Report", f"“{words.shorten(passage.text, SHOWN)}” ({_where(passage)})"
    if one.deferred_to or one.also_in:
        yield "See", one.deferred_to or one.also_in or ""
    for point in one.series:
        yield "Series", point_words(point)
    if one.needs_review:
        yield "Review", words.review_words(one.review_reason)


def summary_words(result: Progress) -> str:
    """How many of the plan's milestones were reported on at all."""
    of = result.counts["milestones"]
    return f"{result.counts['reported_on']:,} of {words.plural(of, 'milestone')} of {words.edition_words(result.edition)} reported on."


def count_rows(result: Progress) -> list[tuple[str, str, int]]:
    """Each status with what it means and how many there are."""
    return [(PROGRESS_WORDS[status], PROGRESS_MEANS[status], result.counts[status]) for status in PROGRESS_STATUSES]


def text_lines(result: Progress) -> Iterator[Laid]:
    """Progress as a text report's pieces."""
    yield heading(
        f"Progress: {words.source_words(result.report)} on {words.source_words(result.plan)}, {words.edition_words(result.edition)}"
    )
    if result.as_at:
        yield paragraph(f"Figures as at {result.as_at}, unless another date is given.", 2)
    yield figures(("", ""), [(name, f"{number:,}") for name, _, number in count_rows(result)])
    yield paragraph(summary_words(result), 2)
    for name, rows in group_progress(result):
        yield ""
        yield heading(name)
        for number, one in rows:
            yield ""
            yield item(f"{number}.", f"{status_words(one)}: {one.text}", style=STYLES[one.status])
            yield labelled(lines_of(one), 5, 8)
    if result.unmatched:
        yield ""
        yield heading("In the report, and no milestone of the plan")
        for passage in result.unmatched:
            yield item("-", f"{passage.text} ({_where(passage)})")
    if result.issues:
        yield ""
        yield heading("What was not read, and what to know")
        for issue in result.issues:
            yield item("-", words.issue_words(issue))


def render_markdown(result: Progress) -> str:
    """Progress as Markdown."""
    return "\n\n".join(_markdown(printable(result))) + "\n"


def _markdown(result: Progress) -> Iterator[str]:
    yield f"# Progress of {escape(words.edition_words(result.edition))}: {escape(result.report.name)} on {escape(result.plan.name)}"
    yield _table(("Status", "Milestones"), [(name, f"{number:,}") for name, _, number in count_rows(result)])
    yield escape(summary_words(result)) + (f" Figures as at {escape(result.as_at)}, unless another date is given." if result.as_at else "")
    for name, rows in group_progress(result):
        yield f"## {escape(name)}"
        yield _table(
            ("No.", "Milestone", "Status", "Figures", "What the report says", "Lead"), [_cells(number, one) for number, one in rows]
        )
    if result.unmatched:
        yield "## In the report, and no milestone of the plan"
        yield "\n".join(f"- {escape(passage.text)} ({_where(passage)})" for passage in result.unmatched)
    if result.issues:
        yield "## What was not read, and what to know"
        yield "\n".join(f"- {escape(words.issue_words(issue))}" for issue in result.issues)


def _cells(number: int, one: MilestoneProgress) -> tuple[str, ...]:
    said = [f"“{escape(passage.text)}” ({_where(passage)})" for passage in one.evidence]
    said += [f"See {escape(one.deferred_to or one.also_in or '')}"] if one.deferred_to or one.also_in else []
    said += [escape(words.review_words(one.review_reason))] if one.needs_review else []
    numbers = [escape(figure_words(figure)) for figure in one.figures] + [escape(point_words(point)) for point in one.series]
    return str(number), escape(one.text), escape(status_words(one)), "<br>".join(numbers), "<br>".join(said), escape(lead_words(one))


def _table(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [f"| {' | '.join(header)} |", f"|{'|'.join(' --- ' for _ in header)}|"]
    return "\n".join([*lines, *(f"| {' | '.join(value or ' ' for value in row)} |" for row in rows)])


def render_csv(result: Progress) -> str:
    """One row a figure; a milestone without one has one row."""
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(
        (
            "number", "milestone", "edition", "objective", "text", "status", "interim", "stated", "lead", "frequency", "deferred_to", "also_in",
            "measure", "target", "actual", "unit", "as_at", "period", "figure_page", "evidence", "evidence_page", "heading", "needs_review", "review_reason",
        )
    )  # fmt: skip
    for number, one in enumerate(printable(result).milestones, start=1):
        first = one.evidence[0] if one.evidence else None
        opening = (
            number, one.milestone, one.edition, one.objective, one.text, one.status, one.interim, one.stated, one.lead, one.frequency,
            one.deferred_to, one.also_in,
        )  # fmt: skip
        closing = (first and first.text, first and first.page, one.heading, one.needs_review, one.review_reason)
        for figure in one.figures or (None,):
            given = (
                (figure.measure, _number(figure.target), _number(figure.actual), figure.unit, figure.as_at, figure.period, figure.page)
                if figure
                else ("",) * 7
            )
            writer.writerow([cell(value) for value in (*opening, *given, *closing)])
    return out.getvalue()


def _number(value: float | None) -> str | None:
    """A number with a true minus sign, which no spreadsheet takes for the start of a formula.

    >>> _number(-6.1), _number(88.0), _number(None)
    ('−6.1', '88', None)
    """
    return None if value is None else f"{'−' if value < 0 else ''}{abs(value):.10g}"


def _where(place: Place) -> str:
    return words.page_words(place.page, place.line)
