"""Progress as a Word document: each milestone, whether it was met, and what the report says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantext.model.progress import MilestoneProgress, Progress
from plantext.report import words
from plantext.report.docx import content
from plantext.report.docx.content import Cell, Words, cell, paragraph, strong
from plantext.report.docx.parts import add_figures, add_foot, add_list, add_notice, add_paragraph, where
from plantext.report.docx.styles import finish, new_document, text_width
from plantext.report.docx.tables import add_table
from plantext.report.printable import printable
from plantext.report.progress import count_rows, figure_words, group_progress, lead_words, point_words, status_words, summary_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document

HEADER = ("No.", "Milestone", "Status", "Figures", "What the report says", "Lead")
SHARES = (0.05, 0.23, 0.13, 0.18, 0.28, 0.13)  # of a line's width, for each column


def render_progress(result: Progress) -> bytes:
    """The progress report."""
    result = printable(result)
    document = new_document(f"Progress of the milestones of {words.edition_words(result.edition)}")
    add_paragraph(document, Words("Report: ", content.STRONG), words.source_words(result.report))
    add_paragraph(document, Words("Plan: ", content.STRONG), words.source_words(result.plan))
    document.add_heading("In figures", 2)
    counts = [(f"{name}: {means}", number) for name, means, number in count_rows(result)]
    add_figures(document, "How far the milestones are", "Status", "Milestones", counts, len(result.milestones))
    add_paragraph(document, summary_words(result), style="After table")
    if result.as_at:
        add_paragraph(document, f"Figures as at {result.as_at}, unless another date is given.")
    add_notice(document, [words.issue_words(issue) for issue in result.issues])
    widths = [text_width() * share for share in SHARES]
    for name, rows in group_progress(result):
        document.add_heading(name, 2)
        add_table(document, f"Progress: {name}", HEADER, [_row(number, one) for number, one in rows], widths)
    _add_unmatched(document, [f"{passage.text} ({words.page_words(passage.page, passage.line)})" for passage in result.unmatched])
    add_foot(document)
    return finish(document)


def _row(number: int, one: MilestoneProgress) -> tuple[Cell, ...]:
    said = [part for passage in one.evidence for part in (paragraph(f"“{passage.text}”"), where(passage))]
    if one.deferred_to or one.also_in:
        said.append(paragraph(f"See {one.deferred_to or one.also_in}"))
    if one.needs_review:
        said.append(paragraph(words.review_words(one.review_reason)))
    numbers = cell(*map(figure_words, one.figures), *map(point_words, one.series))
    return (
        cell(str(number)),
        cell(one.text),
        (strong(status_words(one)),),
        numbers or (content.quiet("No figure"),),
        tuple(said) or (content.quiet("Nothing was found"),),
        cell(lead_words(one)) or (content.quiet("Not named"),),
    )


def _add_unmatched(document: Document, texts: Sequence[str]) -> None:
    if texts:
        document.add_heading("In the report, and no milestone of the plan", 2)
        add_list(document, texts)
