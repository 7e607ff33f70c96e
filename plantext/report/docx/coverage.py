"""Coverage as a Word document: what was asked, found where, how firmly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantext.model.coverage import Coverage
from plantext.report import replies, words
from plantext.report.docx import content
from plantext.report.docx.content import Cell, Words, cell, paragraph, quiet, strong
from plantext.report.docx.parts import add_figures, add_foot, add_list, add_notice, add_paragraph, where
from plantext.report.docx.styles import finish, new_document, text_width
from plantext.report.docx.tables import add_table
from plantext.report.printable import printable
from plantext.report.rows import AskRow, count_statuses, for_the_record, group_asks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document

    from plantext.model.findings import Statement

SHARES = (0.05, 0.3, 0.25, 0.4)  # of a line's width, for each column
RECORD_SHARES = (0.15, 0.6, 0.25)
PASSAGES = 3  # of the plan, for each ask: the page of the rest is said


def render_coverage(result: Coverage, *, draft: bool = False) -> bytes:
    """The coverage report; `draft` marks every page."""
    result = printable(result)
    groups = group_asks(result)
    rows = [row for group in groups for row in group.rows]
    document = new_document("Coverage: what was asked, and what the plan says", draft=draft)
    add_paragraph(document, Words("Report: ", content.STRONG), f"{words.source_words(result.report)}, {words.plural(len(rows), 'ask')}")
    add_paragraph(document, Words("Plan: ", content.STRONG), words.source_words(result.plan))
    for label, source in (("Earlier edition", result.before), ("Response", result.response), ("Earlier report", result.undertakings)):
        if source:
            add_paragraph(document, Words(f"{label}: ", content.STRONG), words.source_words(source))
    _add_figures(document, rows)
    add_notice(document, [words.issue_words(issue) for issue in result.issues])
    widths = [text_width() * share for share in SHARES]
    header = ("No.", "What was said", "Answer", "What the plan says")
    for group in groups:
        document.add_heading(group.name, 2)
        add_table(
            document,
            f"What was asked, and the answer: {group.name}",
            header,
            [_row(row, answered=result.response is not None) for row in group.rows],
            widths,
        )
    _add_kept(document, result, widths)
    add_record(document, for_the_record(result))
    add_foot(document)
    return finish(document)


def _add_figures(document: Document, rows: Sequence[AskRow]) -> None:
    document.add_heading("In figures", 2)
    counts = count_statuses(rows)
    here = sum(numbers["this_plan"] for numbers in counts.values())
    covered, missing = (counts[status]["this_plan"] for status in ("covered", "not_found"))
    lead = f"Of {words.plural(here, 'ask')} that this plan could answer, {covered:,} covered and {missing:,} not found."
    add_paragraph(document, lead if here else "Nothing is asked that this plan could answer.", style="Lead")
    table = [(f"{words.STATUS_WORDS[status]}: {words.STATUS_MEANS[status]}", numbers["this_plan"]) for status, numbers in counts.items()]
    add_figures(document, "Asks that this plan could answer", "Answer", "Asks", table, here)
    apart = [
        f"{words.ANSWERABLE_WORDS[name]} ({words.ANSWERABLE_MEANS[name]}): {sum(numbers[name] for numbers in counts.values()):,}"
        for name in ("later_plan", "not_by_a_plan")
    ]
    review = sum(bool(row.answer and row.answer.needs_review) for row in rows)
    add_paragraph(document, "Beside these:", style="After table")
    add_list(document, apart)
    add_paragraph(document, f"{words.REVIEW}: {review:,} of {words.plural(len(rows), 'answer')}.", style="After table")


def _row(row: AskRow, *, answered: bool) -> tuple[Cell, ...]:
    said, answer = row.statement, row.answer
    notes = [strong(words.STATUS_WORDS[row.status])]
    if answer and answer.answerable != "this_plan":
        notes.append(paragraph(f"{words.ANSWERABLE_WORDS[answer.answerable]}: {words.ANSWERABLE_MEANS[answer.answerable]}."))
    if answer and answer.absence_refuted:
        notes.append(paragraph(f"{words.FOUND_IN_THIS_VERSION}. {words.EARLIER_DRAFT}"))
    if answer and answer.reply:
        notes.append(paragraph(Words("Reply: ", content.STRONG), replies.reply_words(answer.reply)))
        for passage in answer.reply.passages:
            notes += [paragraph(f"“{passage.text}”"), where(passage)]
    elif answered:
        notes.append(quiet(replies.NO_REPLY))
    if answer and answer.needs_review:
        notes.append(paragraph(words.review_words(answer.review_reason)))
    return cell(str(row.number)), asked(said), tuple(notes), plan_says(row, PASSAGES, why=True)


def _add_kept(document: Document, result: Coverage, widths: Sequence[float]) -> None:
    """What an earlier report holds as promised, and what this plan says of it."""
    if not result.kept:
        return
    document.add_heading(replies.KEPT, 2)
    rows = []
    for number, one in enumerate(result.kept, start=1):
        first, said, answer, plan = _row(AskRow(number=number, statement=one.undertaking, answer=one.answer), answered=False)
        rows.append((first, said, (*answer, *cell(replies.again_words(len(one.again)) if one.again else None)), plan))
    add_table(document, replies.KEPT, ("No.", "What was promised", "Answer", "What the plan says"), rows, widths)


def asked(said: Statement) -> Cell:
    """The words of the report, then what kind of act they are and where they stand."""
    notes = [words.ACT_WORDS[said.act], *([f"numbered {said.number}"] if said.number else []), words.page_words(said.page, said.line)]
    notes += [f"to: {said.addressee}"] if said.addressee else []
    notes += [f"due: {said.due}"] if said.due else []
    return paragraph(f"“{said.text}”"), quiet("; ".join(notes) + ".")


def plan_says(row: AskRow, most: int, *, why: bool = False) -> Cell:
    """The plan's passages with their places, at most `most`, and why each was chosen; or what was searched for."""
    answer = row.answer
    if answer is None:
        return (quiet("Not compared with the plan."),)
    parts: list[content.Paragraph] = []
    for evidence in answer.evidence[:most]:
        parts += [paragraph(f"“{evidence.text}”"), where(evidence)]
        note = replies.evidence_words(evidence.why, evidence.new)
        if why and note:
            parts.append(quiet(note))
    rest = answer.evidence[most:]
    if rest:
        pages = ", ".join(dict.fromkeys(words.page_words(item.page, item.line) for item in rest))
        parts.append(quiet(f"And {words.plural(len(rest), 'more passage')}: {pages}."))
    if not answer.evidence:
        parts.append(paragraph("No passage was found."))
    if row.status == "not_found":
        parts += cell(
            replies.searched_words(answer.searched) if answer.searched else None,
            f"Never in the plan: {', '.join(answer.absent_terms)}." if answer.absent_terms else None,
        )
        parts += [quiet(line) for line in replies.nearest_words(answer)]
    return tuple(parts)


def add_record(document: Document, said: Sequence[Statement]) -> None:
    """What asks for nothing: undertakings first."""
    if not said:
        return
    document.add_heading("For the record: nothing asked", 2)
    add_paragraph(document, "What was promised comes first: it is what may be asked about next time.", style="Lead-in")
    add_statements(document, "For the record: nothing asked", said)


def add_statements(document: Document, title: str, said: Sequence[Statement]) -> None:
    """A table of statements with what kind of act each is, and where it stands."""
    rows = [
        (
            (strong(words.ACT_WORDS[one.act]),),
            (paragraph(f"“{one.text}”"),),
            cell(words.sentence(words.page_words(one.page, one.line)), f"Under: {one.theme}" if one.theme else None),
        )
        for one in said
    ]
    add_table(document, title, ("Kind", "What was said", "Where"), rows, [text_width() * share for share in RECORD_SHARES])
