"""A check as a Word document: what to put right before publication, and the passages that speak of what the law wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantext.model.checks import SEVERITIES, Checks, Finding, StatutoryRow
from plantext.report import words
from plantext.report.checks import (
    CODE_WORDS,
    FOUND_WORDS,
    NO_FAULTS,
    NOT_A_JUDGEMENT,
    SEVERITY_MEANS,
    SEVERITY_WORDS,
    evidence_words,
    group_findings,
    in_force,
    law_words,
    not_in_force,
    said_words,
    silence_words,
)
from plantext.report.docx import content
from plantext.report.docx.content import Cell, Words, cell, paragraph, quiet, strong
from plantext.report.docx.parts import add_figures, add_foot, add_notice, add_paragraph, where
from plantext.report.docx.styles import finish, new_document, text_width
from plantext.report.docx.tables import add_table
from plantext.report.printable import printable

if TYPE_CHECKING:
    from docx.document import Document

HEADER = ("No.", "What", "The plan’s words", "Finding", "Suggestion")
SHARES = (0.05, 0.2, 0.28, 0.27, 0.2)  # of a line's width, for each column
LAW_HEADER = ("What is wanted", "Law", "Evidence")
LAW_SHARES = (0.24, 0.24, 0.52)


def render_checks(result: Checks) -> bytes:
    """The check of one plan."""
    result = printable(result)
    document = new_document(f"Check of {result.source.name}")
    add_paragraph(document, Words("Plan: ", content.STRONG), f"{words.source_words(result.source)}, {words.edition_words(result.edition)}")
    if result.before:
        add_paragraph(document, Words("Compared with: ", content.STRONG), words.source_words(result.before))
    document.add_heading("In figures", 2)
    counts = [(f"{SEVERITY_WORDS[one]}: {SEVERITY_MEANS[one]}", result.counts.get(one, 0)) for one in SEVERITIES]
    add_figures(document, "How many findings, and how bad", "How bad", "Findings", counts, len(result.findings))
    if not result.findings:
        add_paragraph(document, NO_FAULTS, style="After table")
    add_notice(document, [*silence_words(result), *map(words.issue_words, result.issues)])
    widths = [text_width() * share for share in SHARES]
    for group in group_findings(result):
        document.add_heading(f"{group.name}: {SEVERITY_MEANS[group.anchor]}", 2)
        add_table(document, f"Findings: {group.name}", HEADER, [_row(number, one) for number, one in group.rows], widths)
    _add_law(document, result)
    add_foot(document)
    return finish(document)


def _row(number: int, one: Finding) -> tuple[Cell, ...]:
    return (
        cell(str(number)),
        (strong(CODE_WORDS[one.code]), where(one)),
        cell(said_words(one)),
        cell(one.message),
        cell(one.suggestion) or (quiet("None"),),
    )


def _add_law(document: Document, result: Checks) -> None:
    rows = in_force(result)
    if rows:
        document.add_heading("What the law wants: evidence found", 2)
        add_paragraph(document, NOT_A_JUDGEMENT, style="Lead-in")
        widths = [text_width() * share for share in LAW_SHARES]
        add_table(document, "What the law wants, and the evidence found", LAW_HEADER, [_law_row(row) for row in rows], widths)
    if later := not_in_force(result):
        add_paragraph(document, f"Not in force at the plan’s date: {'; '.join(row.title for row in later)}.", style="After table")


def _law_row(row: StatutoryRow) -> tuple[Cell, ...]:
    found = [part for one in row.evidence for part in (paragraph(f"“{one.text}”"), quiet(evidence_words(one)))]
    return cell(row.title), cell(law_words(row)), (strong(FOUND_WORDS[row.status]), *found)
