"""Results as CSV: one header line, one line a row, UTF-8, for machines and spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from plantext.model.alignment import Rationale, Variations
from plantext.model.coverage import Coverage
from plantext.model.document import Place
from plantext.model.findings import Milestone, Milestones, Recommendations
from plantext.report import words
from plantext.report.printable import printable, printable_text
from plantext.report.rows import group_asks, group_changes

# What spreadsheets take for the start of a formula, with the full-width forms that some of them fold (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
SEPARATOR = " | "
"""Between several texts in one cell."""


def cell(value: object) -> str:
    """A value as a cell: control characters dropped, one line, and never the start of a formula.

    >>> cell("=1+1"), cell(True), cell(None), cell(3)
    ("'=1+1", 'yes', '', '3')
    """
    return text_cell(value, one_line=True)


def text_cell(value: object, *, one_line: bool = False) -> str:
    r"""The same with its line breaks, for workbooks.

    >>> text_cell("two\n lines"), text_cell("\n=1+1")
    ('two\nlines', "'=1+1")
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    raw = printable_text(str(value))
    text = (" " if one_line else "\n").join(" ".join(line.split()) for line in raw.splitlines() if line.strip())
    return f"'{text}" if raw.startswith(_FORMULA) or text.startswith(_FORMULA) else text


def _write(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([cell(value) for value in row] for row in rows)
    return out.getvalue()


def _joined(values: Iterable[object]) -> str:
    return SEPARATOR.join(cell(value) for value in values if value not in {None, ""})


def _pages(milestones: Iterable[Milestone]) -> str:
    found = {page for milestone in milestones for page in (milestone.page, *(place.page for place in milestone.places)) if page is not None}
    return SEPARATOR.join(str(page) for page in sorted(found))


def _placed(reason: Rationale) -> str:
    """A further reason with where it stands, in one cell."""
    return f"{reason.text} ({words.place_words(reason)})"


def _line(places: Sequence[Place]) -> int | None:
    return places[0].line if places else None


def _lines(milestones: Iterable[Milestone]) -> str:
    found = {place.line for milestone in milestones for place in milestone.places if place.line is not None}
    return SEPARATOR.join(str(line) for line in sorted(found))


def render_milestones(result: Milestones) -> str:
    """One row a milestone."""
    header = ("id", "edition", "objective", "number", "text", "page", "line", "pages", "sections", "targets")
    return _write(
        header,
        (
            (
                entry.id,
                entry.edition,
                entry.objective,
                entry.number,
                entry.text,
                entry.page,
                _line(entry.places),
                _pages([entry]),
                _joined(dict.fromkeys(place.section for place in entry.places)),
                _joined(words.target_words(target) for target in entry.targets),
            )
            for entry in printable(result).milestones
        ),
    )


def render_variations(result: Variations) -> str:
    """One row a change, in the order of the other reports."""
    header = (
        "number", "id", "kinds", "what_changed", "objective_before", "objective_after", "before", "after", "pages_before", "pages_after",
        "target_measure", "target_before", "target_after", "reason", "reason_page", "reason_section", "editorial", "duplicate_of",
        "confidence", "needs_review", "review_reason", "number_before", "number_after", "target_change", "deadline_before", "deadline_after",
        "reason_general", "reason_destination", "reason_note", "further_reasons", "lines_before", "lines_after", "reason_line",
    )  # fmt: skip
    rows = (row for group in group_changes(printable(result)) for row in group.rows)
    return _write(
        header,
        (
            (
                row.number,
                row.change.id,
                _joined(row.kinds),
                _joined(row.what),
                row.change.objective_before,
                row.change.objective_after,
                _joined(milestone.text for milestone in row.before),
                _joined(milestone.text for milestone in row.after),
                _pages(row.before),
                _pages(row.after),
                _joined(measure for measure, _, _ in row.targets),
                _joined(before for _, before, _ in row.targets),
                _joined(after for _, _, after in row.targets),
                row.change.rationale and row.change.rationale.text,
                row.change.rationale and row.change.rationale.page,
                row.change.rationale and row.change.rationale.section,
                row.change.editorial,
                row.change.duplicate_of,
                round(row.change.confidence, 4),
                row.change.needs_review,
                row.change.review_reason,
                _joined(milestone.number for milestone in row.before),
                _joined(milestone.number for milestone in row.after),
                _joined(target.change for target in row.change.targets),
                row.change.deadline_before,
                row.change.deadline_after,
                row.change.rationale and row.change.rationale.general,
                row.change.rationale and row.change.rationale.destination,
                row.change.rationale and row.change.rationale.note,
                _joined(_placed(reason) for reason in row.change.further_reasons),
                _lines(row.before),
                _lines(row.after),
                row.change.rationale and row.change.rationale.line,
            )
            for row in rows
        ),
    )


def render_recommendations(result: Recommendations) -> str:
    """One row a statement."""
    header = ("id", "act", "theme", "text", "page", "line", "section", "absence_claim", "topics", "due", "addressee", "number")
    return _write(
        header,
        (
            (
                said.id,
                said.act,
                said.theme,
                said.text,
                said.page,
                said.line,
                said.section,
                said.absence_claim,
                _joined(said.topics),
                said.due,
                said.addressee,
                said.number,
            )
            for said in printable(result).statements
        ),
    )


def render_coverage(result: Coverage) -> str:
    """One row an ask; the evidence is its best passage, the pages those of all of them."""
    header = (
        "number", "id", "act", "theme", "text", "page", "status", "answerable", "needs_review", "review_reason", "found_in_this_version",
        "evidence", "evidence_page", "evidence_section", "evidence_why", "evidence_score", "all_evidence_pages", "searched", "absent_terms",
        "evidence_new", "reply", "reply_stance", "reply_page", "reply_in_plan", "statement_number", "line", "evidence_line",
        "nearest", "nearest_page",
    )  # fmt: skip
    table: list[Sequence[object]] = []
    for group in group_asks(printable(result)):
        for row in group.rows:
            said, answer = row.statement, row.answer
            best = answer.evidence[0] if answer and answer.evidence else None
            pages = sorted({item.page for item in answer.evidence if item.page is not None}) if answer else []
            table.append(
                (
                    row.number,
                    said.id,
                    said.act,
                    said.theme,
                    said.text,
                    said.page,
                    row.status,
                    answer and answer.answerable,
                    answer and answer.needs_review,
                    answer and answer.review_reason,
                    answer and answer.absence_refuted,
                    best and best.text,
                    best and best.page,
                    best and best.section,
                    best and best.why,
                    best and round(best.score, 4),
                    _joined(pages),
                    _joined(answer.searched if answer else ()),
                    _joined(answer.absent_terms if answer else ()),
                    best and best.new,
                    _joined(passage.text for passage in answer.reply.passages) if answer and answer.reply else None,
                    answer and answer.reply and answer.reply.stance,
                    answer and answer.reply and next((passage.page for passage in answer.reply.passages), None),
                    answer and answer.reply and answer.reply.status,
                    said.number,
                    said.line,
                    best and best.line,
                    _joined(one.text for one in answer.nearest) if answer else None,
                    next((one.page for one in answer.nearest), None) if answer else None,
                )
            )
    return _write(header, table)
