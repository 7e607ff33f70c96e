"""Progress and histories as Excel workbooks: one row a milestone, a figure, a passage or an event; figures are numbers that can be reckoned with."""

from __future__ import annotations

from plantext.model.progress import PROGRESS_STATUSES, Event, Figure, History, Life, MilestoneProgress, Point, Progress
from plantext.report import words
from plantext.report.history import chapter_words, count_rows, event_words, events_of, group_lives, kind_words, number_lines
from plantext.report.printable import printable
from plantext.report.progress import PROGRESS_WORDS, figure_words, group_progress, status_words
from plantext.report.workbook import Column, Sheet, make_book
from plantext.report.xlsx import DECISION, figures_sheet, page_cell


def render_progress(result: Progress) -> bytes:
    """The figures, the milestones, each figure that was reported, the passages behind them, the series, and what is no milestone."""
    result = printable(result)
    rows = [(number, name, one) for name, members in group_progress(result) for number, one in members]
    milestones = Sheet(
        "Milestones",
        (
            Column("No.", 6), Column("Objective", 28), Column("Milestone", 52), Column("Status", 22), Column("So far", 10), Column("Figures", 46),
            Column("Lead", 26), Column("How often", 14), Column("In another report", 34), Column("The report’s own word", 20),
            Column("The report’s heading", 40), Column("To look at", 36), *DECISION, Column("Id", 18),
        ),
        [_milestone(number, name, one) for number, name, one in rows],
    )  # fmt: skip
    figures = Sheet(
        "Figures reported",
        (
            Column("No.", 6), Column("Measure", 40), Column("Target", 12), Column("Actual", 12), Column("Unit", 18), Column("Change or level", 14),
            Column("As at", 20), Column("Period", 20), Column("Page", 10), Column("What the report says", 60), Column("Status", 20), Column("Milestone’s id", 18),
        ),
        [_figure(number, one, figure) for number, _, one in rows for figure in one.figures],
    )  # fmt: skip
    evidence = Sheet(
        "What the report says",
        (Column("No.", 6), Column("Passage", 80), Column("Page", 10), Column("Section", 36), Column("Milestone’s id", 18)),
        [(number, said.text, page_cell(said), said.section, one.milestone) for number, _, one in rows for said in one.evidence],
    )
    sheets = [_counts(result), milestones, figures, evidence]
    if any(one.series for _, _, one in rows):
        columns = (
            Column("No.", 6), Column("Report", 30), Column("As at", 20), Column("Status", 20), Column("Target", 12), Column("Actual", 12),
            Column("Unit", 18), Column("Page", 10), Column("Milestone’s id", 18),
        )  # fmt: skip
        sheets.append(Sheet("Series", columns, [_point(number, one, point) for number, _, one in rows for point in one.series]))
    others = [(one.text, page_cell(one), one.section) for one in result.unmatched]
    sheets.append(Sheet("No milestone of the plan", (Column("In the report", 80), Column("Page", 10), Column("Section", 36)), others))
    return make_book(f"Progress of {words.edition_words(result.edition)}", sheets)


def _counts(result: Progress) -> Sheet:
    counts = [("Milestones", result.counts["milestones"]), ("Reported on at all", result.counts["reported_on"])]
    counts += [(PROGRESS_WORDS[status], result.counts[status]) for status in PROGRESS_STATUSES]
    sources = [("Report", words.source_words(one)) for one in result.reports or (result.report,)]
    sources += [("Plan", words.source_words(result.plan)), ("Year", words.edition_words(result.edition))]
    sources += [("Figures as at", result.as_at)] if result.as_at else []
    return figures_sheet(counts, sources, result.issues)


def _milestone(number: int, objective: str, one: MilestoneProgress) -> tuple[object, ...]:
    return (
        number, objective, one.text, status_words(one), one.interim, "\n".join(map(figure_words, one.figures)), one.lead, one.frequency,
        one.deferred_to or one.also_in, one.stated, one.heading, words.sentence(one.review_reason or words.REVIEW) if one.needs_review else None,
        None, None, one.milestone,
    )  # fmt: skip


def _figure(number: int, one: MilestoneProgress, figure: Figure) -> tuple[object, ...]:
    return (
        number, figure.measure, figure.target, figure.actual, figure.unit, "Change" if figure.change else "Level", figure.as_at, figure.period,
        page_cell(figure), figure.text, status_words(one), one.milestone,
    )  # fmt: skip


def _point(number: int, one: MilestoneProgress, point: Point) -> tuple[object, ...]:
    return (
        number, point.report, point.as_at, PROGRESS_WORDS[point.status], point.target, point.actual, point.unit, point.page, one.milestone,
    )  # fmt: skip


def render_history(result: History) -> bytes:
    """The figures, the milestones with one column a document, and one row an event."""
    result = printable(result)
    lives = [(number, name, life) for name, members in group_lives(result) for number, life in members]
    chapters = [f"{place}. {words.edition_words(one.edition)} ({one.kind})" for place, one in enumerate(result.chapters, start=1)]
    milestones = Sheet(
        "Milestones",
        (
            Column("No.", 6), Column("Objective", 28), Column("Milestone, in its last wording", 52), Column("First seen", 14), Column("Dropped", 14),
            *(Column(name, 40) for name in chapters), Column("Id", 18),
        ),
        [_life(number, name, life, len(chapters)) for number, name, life in lives],
    )  # fmt: skip
    events = Sheet(
        "Events",
        (
            Column("No.", 6), Column("Year", 14), Column("What happened", 30), Column("Numbers", 40), Column("Words there", 60), Column("Document", 28),
            Column("Page", 10), Column("To look at", 12), Column("Milestone, in its last wording", 52), Column("Id", 18),
        ),
        [_event(number, life, event) for number, _, life in lives for event in life.events],
    )  # fmt: skip
    counts = [("Milestones", len(result.lives)), *count_rows(result)]
    sources = [(f"Document {place}", chapter_words(one)) for place, one in enumerate(result.chapters, start=1)]
    return make_book("The life of each milestone", (figures_sheet(counts, sources, result.issues), milestones, events))


def _life(number: int, objective: str, life: Life, chapters: int) -> tuple[object, ...]:
    told = ("\n".join(event_words(one) for one in events_of(life, place)) for place in range(chapters))
    return (number, objective, life.text, life.introduced, life.dropped, *told, life.id)


def _event(number: int, life: Life, event: Event) -> tuple[object, ...]:
    page = event.page if event.page is not None else words.page_words(None, event.line, event.source) if event.line else None
    return (
        number, event.edition, kind_words(event), "\n".join(number_lines(event)), event.text, event.source, page, event.needs_review or None,
        life.text, life.id,
    )  # fmt: skip
