"""Results as plain text: the same words at a terminal and in a pipe, colour only where it is asked for."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from plantext.model.alignment import Variations
from plantext.model.checks import Checks
from plantext.model.coverage import Coverage, Evidence
from plantext.model.document import Block, Document, Issue
from plantext.model.findings import Milestones, Recommendations
from plantext.model.progress import History, Progress
from plantext.model.topics import TopicMatrix
from plantext.report import history, progress, replies, words
from plantext.report.checks import text_lines
from plantext.report.lines import LABEL, figures, heading, item, labelled, paragraph
from plantext.report.printable import printable
from plantext.report.rows import (
    AskRow,
    ChangeRow,
    Group,
    count_kinds,
    count_statuses,
    for_the_record,
    group_asks,
    group_changes,
    group_milestones,
    not_read,
)
from plantext.report.supplements import supplements
from plantext.report.topics import topics_text

if TYPE_CHECKING:
    from rich.console import RenderableType

WIDTH = 100  # characters: what a reader follows with ease; a pipe gets no wider lines than a terminal
QUOTE = 320  # characters of a passage: enough to judge it by, its page says where the rest is
SHORT = 160  # characters of a milestone that did not change
_SEPARATOR = " | "
EVIDENCE = 3  # passages an ask; the other formats hold all

# Styles by what is said. Colour repeats the words and never replaces them.
STYLES = {"moved": "blue", "added": "green", "removed": "red", "target": "magenta", "reworded": "cyan", "split": "blue", "merged": "blue"}
STATUS_STYLES = {"covered": "green", "partial": "yellow", "mentioned": "yellow", "not_found": "red"}


def render_text(result: object, *, width: int = WIDTH, colour: bool = False) -> str:
    """A result as text of at most `width` columns (words longer than that apart), ending in a line feed. `colour` adds ANSI colours."""
    from rich.console import Console

    out = io.StringIO()
    console = Console(
        file=out,
        width=max(40, width),
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
        _environ={},  # the same bytes wherever it runs
    )
    for renderable in RENDERERS[type(result)](printable(result)):
        console.print(renderable)
    lines = [line.rstrip() for line in out.getvalue().splitlines()]
    return "\n".join(lines).strip("\n") + "\n"


def _issues(lines: Iterable[str]) -> Iterator[RenderableType]:
    found = list(lines)
    if found:
        yield ""
        yield heading("What was not read, and what to know")
        for line in found:
            yield item("-", line)


def _issue_lines(issues: Iterable[Issue]) -> list[str]:
    return [words.issue_words(issue) for issue in issues]


def _document(document: Document) -> Iterator[RenderableType]:
    yield heading(document.title or document.source.name)
    yield paragraph(words.source_words(document.source))
    yield from _issues(not_read(document))
    page: int | None = None
    for block in document.blocks:
        if block.page is not None and block.page != page:
            page = block.page
            yield ""
            yield heading(f"[Page {page}]", LABEL)
        if block.kind != "list_item":
            yield ""
        yield from _block(block)


def _block(block: Block) -> Iterator[RenderableType]:
    if block.kind == "heading":
        yield heading(f"{'#' * min(6, block.level or 1)} {_marked(block)}")
    elif block.kind == "list_item":
        yield item(block.marker or "-", block.text, indent=2 * (block.level or 1))
    elif block.kind == "table":
        yield paragraph("Table")
        if block.header:
            yield item("", " | ".join(" ".join(cell.split()) for cell in block.header))
        for row in block.rows:
            yield item("-", " | ".join(" ".join(cell.text.split()) for cell in row))
    else:
        label = "" if block.kind == "paragraph" else f"{words.BLOCK_WORDS[block.kind]}: "
        yield paragraph(label + _marked(block))


def _marked(block: Block) -> str:
    return f"{block.marker} {block.text}" if block.marker else block.text


def _milestones(result: Milestones) -> Iterator[RenderableType]:
    yield heading(f"Milestones of {result.source.name}")
    editions = group_milestones(result.milestones)
    counts = [(words.edition_words(edition), sum(len(entries) for _, entries in objectives)) for edition, objectives in editions]
    yield figures(("Edition", ""), [*((name, f"{count:,}") for name, count in counts), ("In all", f"{len(result.milestones):,}")])
    for edition, objectives in editions:
        for objective, entries in objectives:
            yield ""
            yield heading(f"{words.edition_words(edition)}: {objective} ({len(entries)})")
            for place, entry in enumerate(entries, start=1):
                yield item(f"{entry.number or place}.".replace("..", "."), f"{entry.text} ({words.milestone_place(entry)})")
                for target in entry.targets:
                    yield paragraph(f"Target: {words.target_words(target)}", 6)
    yield from _issues(_issue_lines(result.issues))


def _variations(result: Variations) -> Iterator[RenderableType]:
    groups = group_changes(result)
    rows = [row for group in groups for row in group.rows]
    changed = [row for row in rows if row.is_change]
    yield heading("Summary of variations")
    sides = (("Before", result.before), ("After", result.after))
    yield labelled(((name, words.side_words(side)) for name, side in sides), 2)
    yield ""
    yield figures(("", ""), [(words.KIND_WORDS[kind], f"{count:,}") for kind, count in count_kinds(rows).items()])
    yield ""
    yield paragraph(words.COUNTS_TWICE, 2)
    unexplained = sum(row.unexplained for row in rows)
    if changed:
        yield paragraph(f"{unexplained:,} of {words.plural(len(changed), 'change')} without a stated reason.", 2)
    yield paragraph(f"{words.REVIEW}: {sum(row.change.needs_review for row in rows):,}.", 2)
    yield from _issues(_issue_lines(result.issues))
    for group in groups:
        yield from _objective(group)
    for supplement in supplements(result, groups):
        yield ""
        yield heading(supplement.title)
        yield paragraph(supplement.note, 2)
        for cells in supplement.rows:
            yield item("-", _SEPARATOR.join(" ".join(cell.split()) for cell in cells if cell), 2)
    yield ""
    total = words.plural(len(changed), "change")
    yield heading(f"In all: {total}, {len(rows) - len(changed):,} unchanged, in {words.plural(len(groups), 'objective')}.")


def _objective(group: Group[ChangeRow]) -> Iterator[RenderableType]:
    shown = [row for row in group.rows if row.is_change or row.change.needs_review]
    plain = [row for row in group.rows if not (row.is_change or row.change.needs_review)]
    yield ""
    yield heading(f"{group.name} ({words.plural(sum(row.is_change for row in group.rows), 'change')})")
    for row in shown:
        yield ""
        yield item(f"{row.number}.", ". ".join(row.what), style=STYLES.get(row.kinds[0], ""))
        yield labelled(_change_lines(row), 4, 8)
    if group.gone:
        yield ""
        yield paragraph(f"Moved from here: {'; '.join(f'number {row.number}, to {name}' for row, name in group.gone)}", 2)
    if plain:
        yield ""
        yield paragraph(f"Unchanged ({len(plain)})", 2)
        for row in plain:
            milestone = (row.after or row.before)[0]
            yield item(f"{row.number}.", f"{words.shorten(milestone.text, SHORT)} ({words.milestone_place(milestone)})", 4)


def _change_lines(row: ChangeRow) -> Iterator[tuple[str, str]]:
    for label, milestones in (("Before", row.before), ("After", row.after)):
        for milestone in milestones:
            yield label, f"{milestone.text} ({words.milestone_place(milestone)})"
    for measure, before, after in row.targets:
        yield "Target", f"{measure}: {before} → {after}"
    for reason in words.reason_lines(row.change, QUOTE):
        yield "Reason", reason
    if row.change.needs_review:
        yield "Review", words.review_words(row.change.review_reason)


def _recommendations(result: Recommendations) -> Iterator[RenderableType]:
    yield heading(f"What {result.source.name} says")
    acts = {act: [said for said in result.statements if said.act == act] for act in words.ACT_WORDS}
    counts = [(words.ACT_WORDS[act], len(said)) for act, said in acts.items() if said]
    yield figures(("", ""), [(name, f"{count:,}") for name, count in (*counts, ("In all", len(result.statements)))])
    for act, statements in acts.items():
        if statements:
            yield ""
            yield heading(f"{words.ACT_WORDS[act]} ({len(statements)})")
        for place, said in enumerate(statements, start=1):
            notes = [said.theme or "", words.page_words(said.page, said.line)]
            notes += [f"to {said.addressee}"] if said.addressee else []
            notes += [f"due {said.due}"] if said.due else []
            notes += ["says that something is missing"] if said.absence_claim else []
            yield item(f"{place}.", f"{said.text} ({'; '.join(note for note in notes if note)})")
    yield from _issues(_issue_lines(result.issues))


def _coverage(result: Coverage) -> Iterator[RenderableType]:
    groups = group_asks(result)
    rows = [row for group in groups for row in group.rows]
    yield heading(f"Coverage: {words.plural(len(rows), 'ask')} of {result.report.name} in {result.plan.name}")
    counts = count_statuses(rows)
    columns = [words.ANSWERABLE_WORDS[answerable] for answerable in words.ANSWERABLE_ORDER]
    yield figures(
        ("", *columns),
        [(words.STATUS_WORDS[status], *(f"{number:,}" for number in numbers.values())) for status, numbers in counts.items()],
    )
    yield ""
    yield paragraph(f"{words.REVIEW}: {sum(bool(row.answer and row.answer.needs_review) for row in rows):,}.", 2)
    yield from _issues(_issue_lines(result.issues))
    for group in groups:
        yield ""
        yield heading(group.name)
        for row in group.rows:
            yield ""
            said = row.statement
            where = f"{words.ACT_WORDS[said.act]}, {words.page_words(said.page, said.line)}"
            yield item(f"{row.number}.", f"{words.STATUS_WORDS[row.status]}. {where}", style=STATUS_STYLES.get(row.status, ""))
            yield paragraph(f"“{words.shorten(said.text, 2 * QUOTE)}”", 5)
            yield labelled(_ask_lines(row, answered=result.response is not None), 5, 8)
    yield from _kept(result)
    record = for_the_record(result)
    if record:
        yield ""
        yield heading("For the record: nothing asked")
        for said in record:
            yield item("-", f"{words.ACT_WORDS[said.act]}: {words.shorten(said.text, QUOTE)} ({words.page_words(said.page, said.line)})")


def _ask_lines(row: AskRow, *, answered: bool = False) -> Iterator[tuple[str, str]]:
    answer = row.answer
    if answer is None:
        return
    if answer.answerable != "this_plan":
        yield "Note", f"{words.ANSWERABLE_WORDS[answer.answerable]}: {words.ANSWERABLE_MEANS[answer.answerable]}."
    if answer.absence_refuted:
        yield "Note", f"{words.FOUND_IN_THIS_VERSION}. {words.EARLIER_DRAFT}"
    for evidence in answer.evidence[:EVIDENCE]:
        yield "Plan", _evidence_words(evidence)
    if len(answer.evidence) > EVIDENCE:
        yield "", f"and {words.plural(len(answer.evidence) - EVIDENCE, 'more passage')}"
    if answer.searched:
        yield "Searched", ", ".join(answer.searched)
    if answer.absent_terms:
        yield "Absent", f"never in the plan: {', '.join(answer.absent_terms)}"
    if answer.reply:
        yield "Reply", replies.reply_words(answer.reply)
        for passage in answer.reply.passages:
            yield "", f"“{words.shorten(passage.text, QUOTE)}” ({words.place_words(passage)})"
    elif answered:
        yield "Reply", replies.NO_REPLY
    if answer.needs_review:
        yield "Review", words.review_words(answer.review_reason)


def _kept(result: Coverage) -> Iterator[RenderableType]:
    if not result.kept:
        return
    yield ""
    yield heading(replies.KEPT)
    for number, one in enumerate(result.kept, start=1):
        row = AskRow(number=number, statement=one.undertaking, answer=one.answer)
        yield ""
        yield item(f"{number}.", words.STATUS_WORDS[row.status], style=STATUS_STYLES.get(row.status, ""))
        yield paragraph(f"“{words.shorten(one.undertaking.text, 2 * QUOTE)}”", 5)
        yield labelled(_ask_lines(row), 5, 8)
        if one.again:
            yield paragraph(replies.again_words(len(one.again)), 5)


def _evidence_words(evidence: Evidence) -> str:
    note = replies.evidence_words(evidence.why, evidence.new)
    why = f". {note}" if note else ""
    return f"“{words.shorten(evidence.text, QUOTE)}” ({words.place_words(evidence)}){why}"


RENDERERS: dict[type, Callable[[Any], Iterator[RenderableType]]] = {
    Document: _document,
    Milestones: _milestones,
    Variations: _variations,
    Recommendations: _recommendations,
    Coverage: _coverage,
    Progress: progress.text_lines,
    History: history.text_lines,
    Checks: text_lines,
    TopicMatrix: topics_text,
}
