"""The response to a panel's report as a Word document: one row an ask, with room for the officer's words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from plantext.model.coverage import Coverage
from plantext.report import words
from plantext.report.docx import content
from plantext.report.docx.content import Cell, Words, cell, paragraph, quiet, strong
from plantext.report.docx.coverage import add_statements, asked, plan_says
from plantext.report.docx.parts import add_foot, add_paragraph
from plantext.report.docx.styles import finish, new_document, text_width
from plantext.report.docx.tables import add_table
from plantext.report.printable import printable, printable_text
from plantext.report.rows import AskRow, for_the_record, group_asks

if TYPE_CHECKING:
    from docx.document import Document

HEADER = ("Ref.", "What the panel said", "What the plan says", "Proposed status", "Response")
SHARES = (0.06, 0.25, 0.29, 0.15, 0.25)  # of a line's width, for each column
PASSAGES = 2  # of the plan, for each ask
LAW = (
    "Sections 5 and 28 of the Police Reform and Social Responsibility Act 2011 ask a police and crime commissioner to have regard to the "
    "panel’s report on a draft plan, to give the panel a response to it, and to publish that response."
)


def render_response(
    result: Coverage, *, responses: Mapping[str, str] | None = None, lost: Sequence[tuple[str, str]] = (), draft: bool = True
) -> bytes:
    """The response. `responses` are the officer's words by the statement's id; an ask without one gets a marked blank.

    `lost` are asks and responses of an earlier response that no ask of this report matches: they are listed, so that nobody's work is lost.
    """
    result = printable(result)
    answered = {name: printable_text(text) for name, text in (responses or {}).items()}
    rows = [row for group in group_asks(result) for row in group.rows]
    document = new_document("Response to the panel’s report", draft=draft)
    add_paragraph(document, Words("Report: ", content.STRONG), words.source_words(result.report))
    add_paragraph(document, Words("Plan: ", content.STRONG), words.source_words(result.plan))
    add_paragraph(document, LAW)
    document.add_heading("What was asked, and the response", 2)
    if rows:
        widths = [text_width() * share for share in SHARES]
        add_table(
            document, "What was asked, and the response", HEADER, [_row(row, answered.get(row.statement.id, "")) for row in rows], widths
        )
    else:
        add_paragraph(document, "Nothing is asked in the report.")
    _add_record(document, result)
    _add_lost(document, lost)
    add_foot(document)
    return finish(document)


def _row(row: AskRow, response: str) -> tuple[Cell, ...]:
    written = cell(*response.splitlines()) or (paragraph(content.blank(words.BLANK_RESPONSE)),)
    return cell(str(row.number)), asked(row.statement), plan_says(row, PASSAGES), _status(row), written


def _status(row: AskRow) -> Cell:
    parts = [strong(words.STATUS_WORDS[row.status])]
    answer = row.answer
    if answer and answer.answerable != "this_plan":
        parts.append(paragraph(words.ANSWERABLE_WORDS[answer.answerable]))
    if answer and answer.absence_refuted:
        parts.append(paragraph(words.FOUND_IN_THIS_VERSION))
    if answer and answer.needs_review:
        parts.append(quiet("To be checked"))
    return tuple(parts)


def _add_record(document: Document, result: Coverage) -> None:
    record = for_the_record(result)
    undertaken = [said for said in record if said.act == "undertaking"]
    noted = [said for said in record if said.act != "undertaking"]
    if undertaken:
        document.add_heading("What was undertaken", 2)
        add_paragraph(document, "The panel has recorded these as agreed or intended, and may ask about them next year.", style="Lead-in")
        add_statements(document, "What was undertaken", undertaken)
    if noted:
        document.add_heading("What the panel noted and welcomed", 2)
        add_statements(document, "What the panel noted and welcomed", noted)


def _add_lost(document: Document, lost: Sequence[tuple[str, str]]) -> None:
    if not lost:
        return
    document.add_heading("Earlier responses that belong to no ask of this report", 2)
    add_paragraph(document, "They were in the response that was given, and are kept here so that nothing written is lost.", style="Lead-in")
    rows = [(cell(printable_text(said)), cell(*printable_text(response).splitlines())) for said, response in lost]
    half = text_width() / 2
    add_table(document, "Earlier responses that belong to no ask", ("What was said then", "The response then"), rows, (half, half))
