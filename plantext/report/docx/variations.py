"""The summary of variations as a Word document: figures, the official layout, the schedule, and changes without a reason."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from plantext.model.alignment import Edit, Rationale, Variations
from plantext.report import words
from plantext.report.docx import content
from plantext.report.docx.content import Cell, Words, cell, paragraph, quiet, strong
from plantext.report.docx.parts import add_figures, add_foot, add_list, add_notice, add_paragraph, add_supplement, where
from plantext.report.docx.revisions import redline
from plantext.report.docx.styles import finish, new_document, text_width
from plantext.report.docx.tables import add_table
from plantext.report.printable import printable
from plantext.report.rewording import changed_words
from plantext.report.rows import ChangeRow, Group, count_kinds, group_changes
from plantext.report.sides import lay_side_by_side
from plantext.report.supplements import UNEXPLAINED, supplements

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document

    from plantext.model.findings import Milestone

SHARES = (0.045, 0.2, 0.2, 0.195, 0.13, 0.23)  # of a line's width, for each column of the schedule
ABSENT = "Not in this plan"
QUOTE = 160  # characters of a milestone where it is only named


def render_variations(result: Variations, *, draft: bool = False, checks: bool = True) -> bytes:
    """The summary of variations. `draft` marks every page; `checks` adds what a person should look at before it is published."""
    result = printable(result)
    groups = group_changes(result)
    rows = [row for group in groups for row in group.rows]
    years = f"{words.edition_words(result.before.edition)} to {words.edition_words(result.after.edition)}"
    document = new_document(f"Summary of variations: {years}", draft=draft)
    add_paragraph(document, Words("Before: ", content.STRONG), words.side_words(result.before))
    add_paragraph(document, Words("After: ", content.STRONG), words.side_words(result.after))
    _add_figures(document, rows)
    add_notice(document, [words.issue_words(issue) for issue in result.issues])
    _add_side_by_side(document, result)
    document.add_heading("Schedule of changes", 2)
    add_paragraph(
        document,
        "One row for each milestone. Words that were taken out are struck through, words that were added are bold.",
        style="Lead-in",
    )
    for group in groups:
        _add_schedule(document, result, group)
    _add_unexplained(document, rows)
    for supplement in supplements(result, groups):
        if supplement.title != UNEXPLAINED:  # said above, each with its words
            add_supplement(document, supplement)
    if checks:
        _add_checks(document, rows)
    add_foot(document)
    return finish(document)


def _add_figures(document: Document, rows: Sequence[ChangeRow]) -> None:
    document.add_heading("In figures", 2)
    changed = sum(row.is_change for row in rows)
    stayed = len(rows) - changed
    lead = f"{changed:,} of {words.plural(len(rows), 'entry', 'entries')} changed; {stayed:,} stayed as {'it was' if stayed == 1 else 'they were'}."
    add_paragraph(document, lead if rows else "There is nothing to compare.", style="Lead")
    counts = [(words.KIND_WORDS[kind], number) for kind, number in count_kinds(rows).items()]
    add_figures(document, "What happened to the milestones", "What happened", "Milestones", counts, len(rows))
    unexplained = sum(row.unexplained for row in rows)
    add_paragraph(
        document,
        f"{words.COUNTS_TWICE} {unexplained:,} of {words.plural(changed, 'change')} without a stated reason, listed below.",
        style="After table",
    )


def _add_side_by_side(document: Document, result: Variations) -> None:
    document.add_heading("The two years side by side", 2)
    header = tuple(words.edition_words(side.edition) for side in (result.before, result.after))
    if header[0] == header[1]:
        header = (f"Before: {header[0]}", f"After: {header[1]}")
    rows = [
        (_objective(both.name_before or both.name_after, both.before), _objective(both.name_after or both.name_before, both.after))
        for both in lay_side_by_side(result)
    ]
    half = text_width() / 2
    add_table(document, "The milestones of both years, objective by objective", header, rows, (half, half))


def _objective(name: str | None, milestones: Sequence[Milestone]) -> Cell:
    entries = content.bullets(f"{one.number} {one.text}" if one.number else one.text for one in milestones)
    return (strong(name or words.NO_OBJECTIVE), *(entries or (quiet(f"{ABSENT}."),)))


def _add_schedule(document: Document, result: Variations, group: Group[ChangeRow]) -> None:
    document.add_heading(group.name, 3)
    header = (
        "No.",
        f"Before: {words.edition_words(result.before.edition)}",
        f"After: {words.edition_words(result.after.edition)}",
        "What changed",
        "Target",
        "Reason",
    )
    shared = _shared_reasons(group)
    for reason in shared:
        place = words.place_words(reason)
        add_paragraph(document, Words("Reason given for the whole section: ", content.STRONG), f"{reason.text} ({place})", style="Lead-in")
    widths = [text_width() * share for share in SHARES]
    add_table(document, f"Schedule of changes: {group.name}", header, [_schedule_row(row, shared) for row in group.rows], widths)
    if group.gone:
        gone = "; ".join(f"number {row.number}, now under {name}" for row, name in group.gone)
        add_paragraph(document, f"Moved from here to another objective: {gone}.", style="After table")


def _reasons(row: ChangeRow) -> tuple[Rationale, ...]:
    return (*((row.change.rationale,) if row.change.rationale else ()), *row.change.further_reasons)


def _shared_reasons(group: Group[ChangeRow]) -> tuple[Rationale, ...]:
    """Reasons for the whole section that several rows have: they are said once, above the table."""
    counts = Counter(reason for row in group.rows for reason in _reasons(row) if reason.general)
    return tuple(reason for reason, number in counts.items() if number > 1)


def _schedule_row(row: ChangeRow, shared: Sequence[Rationale]) -> tuple[Cell, ...]:
    return (
        cell(str(row.number)),
        _side(row.before, row.before_edits(), row),
        _side(row.after, row.after_edits(), row),
        (*(_what(line) for line in row.what), *cell(*changed_words(row))),
        tuple(part for target in row.targets for part in _target(*target)) or (quiet("No number"),),
        _reason(row, shared),
    )


def _side(milestones: Sequence[Milestone], edits: Sequence[Edit], row: ChangeRow) -> Cell:
    """A text and its places. One that has no other side is not marked from end to end: the words beside it say that it came or went."""
    if not milestones:
        return (quiet(ABSENT),)
    alone = not (row.before and row.after)
    text = cell(*(one.text for one in milestones)) if alone else redline(edits)
    return (*text, _places(milestones))


def _what(line: str) -> content.Paragraph:
    """What happened, its kind foremost: "**Target dropped**: reduce burglary by a tenth"."""
    head, colon, rest = line.partition(": ")
    return paragraph(Words(head, content.STRONG), colon + rest)


def _target(measure: str, before: str, after: str) -> Cell:
    return (strong(words.became_words(before, after)), quiet(measure))


def _places(milestones: Sequence[Milestone]) -> content.Paragraph:
    return quiet(words.sentence(words.milestone_places(milestones)))


def _reason(row: ChangeRow, shared: Sequence[Rationale]) -> Cell:
    parts: list[content.Paragraph] = []
    for reason in _reasons(row):
        if reason in shared:
            parts.append(paragraph(f"Given above for the whole section ({words.page_words(reason.page, reason.line)})"))
            continue
        if reason.general:
            parts.append(quiet("For the whole section:"))
        parts += [paragraph(reason.text), where(reason)]
        parts += cell(reason.note)
    return tuple(parts) or (quiet(words.NO_REASON if row.is_change else "None needed"),)


def _named(row: ChangeRow) -> str:
    milestone = (row.after or row.before)[0]
    return f"“{words.shorten(milestone.text, QUOTE)}” ({words.milestone_place(milestone)})"


def _add_unexplained(document: Document, rows: Sequence[ChangeRow]) -> None:
    document.add_heading("Changes without a stated reason", 2)
    texts = [f"Number {row.number}. {'. '.join(row.what)}: {_named(row)}" for row in rows if row.unexplained]
    if texts:
        add_list(document, texts)
    else:
        add_paragraph(document, "None: a reason was found for every change.")


def _add_checks(document: Document, rows: Sequence[ChangeRow]) -> None:
    wanted = [row for row in rows if row.change.needs_review]
    if not wanted:
        return
    document.add_heading("Before you publish: entries that a person should check", 2)
    add_paragraph(document, "Take this section out when it is done.", style="Lead-in")
    add_list(document, (f"Number {row.number}. {words.sentence(row.change.review_reason or words.REVIEW)} {_named(row)}" for row in wanted))
