"""The draft of a decision notice as a Word document: background, what changed, the dates that the documents name, statutory contents.

What only a person can say is a marked blank.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantext.model.pack import Pack
from plantext.report import words
from plantext.report.docx import content
from plantext.report.docx.content import Cell, Words, blank, cell, paragraph, quiet, strong
from plantext.report.docx.parts import add_foot, add_list, add_paragraph
from plantext.report.docx.styles import finish, new_document, text_width
from plantext.report.docx.tables import add_table
from plantext.report.printable import printable
from plantext.report.rows import ChangeRow, Group, count_kinds, count_statuses, group_asks, group_changes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docx.document import Document

    from plantext.model.checks import StatutoryEvidence, StatutoryRow

QUOTE = 130  # characters of a milestone where it is only named
EVIDENCE = 2  # passages named for a requirement
LINKS = ("The plan", "The summary of variations", "The panel’s report", "The response to the panel", "The equality analysis")


def render_decision(pack: Pack, *, draft: bool = True) -> bytes:
    """The draft of the notice; `draft` marks every page."""
    pack = printable(pack)
    groups = group_changes(pack.variations)
    after = words.edition_words(pack.variations.after.edition)
    document = new_document(f"Decision notice: variation of the plan, {after}", landscape=False, draft=draft)
    _add_head(document, pack)
    _add_background(document, pack)
    _add_changes(document, groups, pack.variations.before.source.name)
    _add_steps(document, [row for row in pack.statutory if _dates(row)])
    _add_panel(document, pack)
    _add_contents(document, [row for row in pack.statutory if not _dates(row) and row.in_force is not False])
    document.add_heading("Documents and links", 2)
    for link in LINKS:
        add_paragraph(document, f"{link}: ", blank("link to be added"), style="List Bullet")
    _add_signature(document)
    add_foot(document)
    return finish(document)


def _table(document: Document, title: str, header: Sequence[str], rows: Sequence[Sequence[Cell]], shares: Sequence[float]) -> None:
    add_table(document, title, header, rows, [text_width(landscape=False) * share for share in shares])


def _add_head(document: Document, pack: Pack) -> None:
    rows = [
        (cell(name), (paragraph(value),))
        for name, value in (
            ("Reference", blank("reference to be given")),
            ("Title", f"Variation of the plan: {words.edition_words(pack.variations.after.edition)}"),
            ("Decision maker", blank("name and office")),
            ("Date of the decision", blank("date")),
        )
    ]
    _table(document, "The decision in brief", ("What", "Entry"), rows, (0.3, 0.7))
    document.add_heading("Decision", 2)
    add_paragraph(
        document,
        "To vary the plan as set out in ",
        words.source_words(pack.variations.after.source),
        ", and to publish it with the summary of variations. ",
        blank("confirm, or say what is decided"),
    )


def _add_background(document: Document, pack: Pack) -> None:
    document.add_heading("Background", 2)
    before, after = pack.variations.before, pack.variations.after
    add_paragraph(document, Words("The plan that was reviewed: ", content.STRONG), words.side_words(before))
    add_paragraph(document, Words("The varied plan: ", content.STRONG), words.side_words(after))
    add_paragraph(document, blank("why the plan is varied now"))


def _add_changes(document: Document, groups: Sequence[Group[ChangeRow]], before: str) -> None:
    document.add_heading("What changed", 2)
    rows = [row for group in groups for row in group.rows]
    counts = count_kinds(rows)
    said = ", ".join(f"{words.KIND_WORDS[kind].lower()}: {number}" for kind, number in counts.items() if number)
    add_paragraph(
        document, f"Of {words.plural(len(rows), 'entry', 'entries')}: {said}. {words.COUNTS_TWICE} The summary of variations names each."
    )
    for group in groups:
        lines = [_line(row, before) for row in group.rows if row.is_change]
        if lines:
            document.add_heading(group.name, 3)
            add_list(document, lines)


def _line(row: ChangeRow, before: str) -> str:
    """What happened, and the entry with its page: of the varied plan, unless that has it no more."""
    milestone = (row.after or row.before)[0]
    what = words.sentence("; ".join(words.within(line.partition(": ")[0]) for line in row.what))
    page = words.page_words(milestone.page, milestone.places[0].line if milestone.places else None)
    gone = "" if row.after else f" of {before}"
    return f"{what}: “{words.shorten(milestone.text, QUOTE)}” ({page}{gone})"


def _add_steps(document: Document, steps: Sequence[StatutoryRow]) -> None:
    document.add_heading("Consultation, and how the plan was made", 2)
    if not steps:
        add_paragraph(
            document, "No date of consultation was found in the documents that were given. ", blank("who was consulted, how and when")
        )
        return
    add_paragraph(document, "These dates stand in the documents that were given. Check each against its page.", style="Lead-in")
    rows = [(_requirement(step), cell(", ".join(_dates(step))), tuple(_quoted(step.evidence))) for step in steps]
    _table(document, "Steps with their dates", ("Step", "Dates named", "Where"), rows, (0.32, 0.22, 0.46))
    add_paragraph(document, blank("who else was consulted, how and when"), style="After table")


def _requirement(row: StatutoryRow) -> Cell:
    return (paragraph(row.title), quiet(f"{row.law}, {row.provision}"))


def _dates(row: StatutoryRow) -> list[str]:
    return list(dict.fromkeys(date for item in row.evidence for date in item.dates))


def _quoted(evidence: Sequence[StatutoryEvidence]) -> Iterator[content.Paragraph]:
    dated = [item for item in evidence if item.dates] or list(evidence)
    for item in dated[:EVIDENCE]:
        yield paragraph(f"“{words.shorten(item.text, 2 * QUOTE)}”")
        yield quiet(f"{item.source}, {words.page_words(item.page, item.line, item.source)}")


def _add_panel(document: Document, pack: Pack) -> None:
    document.add_heading("The panel’s report", 2)
    rows = [row for group in group_asks(pack.coverage) for row in group.rows]
    counts = {status: sum(numbers.values()) for status, numbers in count_statuses(rows).items()}
    said = ", ".join(f"{words.STATUS_WORDS[status].lower()}: {number}" for status, number in counts.items() if number)
    add_paragraph(
        document, f"{words.source_words(pack.coverage.report)} asks for {words.plural(len(rows), 'thing')}. Of these: {said or 'none'}."
    )
    if pack.blank:
        add_paragraph(document, blank(f"{words.plural(len(pack.blank), 'ask')} still without a response"))
    else:
        add_paragraph(document, "Each is answered in the response to the panel’s report, which is published with this notice.")


def _add_contents(document: Document, rows: Sequence[StatutoryRow]) -> None:
    document.add_heading("Statutory contents", 2)
    if not rows:
        add_paragraph(
            document, "No list of statutory contents is known for this kind of plan. ", blank("what the law wants, and where it stands")
        )
        return
    add_paragraph(
        document, "A passage that was found speaks of the matter; whether it meets the law is for a person to judge.", style="Lead-in"
    )
    table = [(_requirement(row), (strong("Passage found"),) if row.evidence else (strong("Not found"),), _pages(row)) for row in rows]
    _table(document, "Statutory contents", ("What is wanted", "Answer", "Where"), table, (0.5, 0.2, 0.3))


def _pages(row: StatutoryRow) -> Cell:
    if not row.evidence:
        return (paragraph(blank("where it stands, or why not")),)
    pages: dict[str, list[str]] = {}
    for item in row.evidence:
        pages.setdefault(item.source, []).append(words.page_words(item.page, item.line, item.source))
    return cell(*(f"{source}: {', '.join(dict.fromkeys(found))}" for source, found in pages.items()))


def _add_signature(document: Document) -> None:
    document.add_heading("Signed", 2)
    add_paragraph(document, Words("Name: ", content.STRONG), blank("name"))
    add_paragraph(document, Words("Office: ", content.STRONG), blank("office"))
    add_paragraph(document, Words("Date: ", content.STRONG), blank("date"))
