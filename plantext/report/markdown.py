"""Results as Markdown (GitHub's kind, with its tables), for repositories and wikis."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from plantext.model.alignment import Edit, Variations
from plantext.model.coverage import Coverage, Evidence
from plantext.model.document import Block, Document, Issue
from plantext.model.findings import Milestone, Milestones, Recommendations, Statement
from plantext.report import replies, words
from plantext.report.printable import printable
from plantext.report.rows import (
    AskRow,
    ChangeRow,
    count_kinds,
    count_statuses,
    for_the_record,
    group_asks,
    group_changes,
    group_milestones,
    not_read,
)
from plantext.report.supplements import supplements

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&])")
_AT_START = re.compile(r"^([#+=:-]|\d+(?=[.)](?:\s|$)))")
_NUMBERED = re.compile(r"^\d{1,9}[.)]$")
_NEW = {"delete": "del", "insert": "ins"}


def escape(text: str) -> str:
    r"""Text on one line that Markdown shows as it is.

    >>> escape("a * b | <i>"), escape("# 1"), escape("1. x")
    ('a \\* b \\| \\<i\\>', '\\# 1', '1\\. x')
    """
    line = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    return _AT_START.sub(lambda found: f"{found[1]}\\" if found[1].isdigit() else f"\\{found[1]}", line)


def _cell(text: str) -> str:
    """Markdown that is written already, in one table cell."""
    return text.replace("\n", "<br>") or " "


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    lines = [f"| {' | '.join(header)} |", f"|{'|'.join(' --- ' for _ in header)}|"]
    yield "\n".join([*lines, *(f"| {' | '.join(_cell(value) for value in row)} |" for row in rows)])


def _page(blocks: Iterable[str]) -> str:
    return "\n\n".join(blocks) + "\n"


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _issues(lines: Iterable[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield "## What was not read, and what to know"
        yield _list(escape(line) for line in found)


def _issue_lines(issues: Iterable[Issue]) -> list[str]:
    return [words.issue_words(issue) for issue in issues]


def _entry(milestone: Milestone) -> str:
    return f"{escape(milestone.text)} ({words.milestone_place(milestone)})"


def render_document(document: Document) -> str:
    """The text of a document with its headings, lists and tables; running headers and page numbers are not in it."""
    return _page(_document(printable(document)))


def _document(document: Document) -> Iterator[str]:
    items: list[str] = []
    for block in document.blocks:
        if block.kind == "list_item":
            items.append(_list_item(block))
            continue
        if items:
            yield "\n".join(items)
            items = []
        yield from _block(block)
    if items:
        yield "\n".join(items)
    missing = not_read(document)
    if missing:  # in a comment: it is no part of the document's text
        yield "\n".join(["<!-- What was not read:", *(re.sub("-{2,}|<|>", "-", " ".join(line.split())) for line in missing), "-->"])


def _list_item(block: Block) -> str:
    marker = block.marker or ""
    bullet = marker if _NUMBERED.match(marker) else "-"
    label = f"{escape(marker)} " if bullet == "-" and any(letter.isalnum() for letter in marker) else ""
    return f"{'    ' * ((block.level or 1) - 1)}{bullet} {label}{escape(block.text)}"


def _block(block: Block) -> Iterator[str]:
    text = escape(f"{block.marker} {block.text}" if block.marker else block.text)
    if block.kind == "heading":
        yield f"{'#' * min(6, block.level or 1)} {text}"
    elif block.kind == "table":
        yield from _document_table(block)
    elif block.kind == "caption":
        yield f"*{text}*" if text else ""
    elif text:
        yield text


def _document_table(block: Block) -> Iterator[str]:
    rows: list[list[str]] = []
    for row in block.rows:
        rows.append([])
        for cell in row:
            rows[-1] += ["<br>".join(escape(part.text) for part in cell.blocks), *[""] * (cell.colspan - 1)]
    width = max([len(block.header), *map(len, rows)], default=0)
    if width:
        header = [*map(escape, block.header), *[""] * (width - len(block.header))]
        yield from _table([name or " " for name in header], ([*row, *[""] * (width - len(row))] for row in rows))


def render_milestones(result: Milestones) -> str:
    """The milestones by edition and objective, each with its page and targets."""
    return _page(_milestones(printable(result)))


def _milestones(result: Milestones) -> Iterator[str]:
    yield f"# Milestones of {escape(result.source.name)}"
    for edition, objectives in group_milestones(result.milestones):
        yield f"## {escape(words.sentence(words.edition_words(edition)))} ({sum(len(entries) for _, entries in objectives)})"
        for objective, entries in objectives:
            yield f"### {escape(objective)} ({len(entries)})"
            lines = []
            for entry in entries:
                targets = "; ".join(escape(words.target_words(target)) for target in entry.targets)
                number = f"{escape(entry.number)} " if entry.number else ""
                lines.append(f"{number}{_entry(entry)}{'. Target: ' + targets if targets else ''}")
            yield _list(lines)
    yield from _issues(_issue_lines(result.issues))


def render_variations(result: Variations) -> str:
    """The summary of variations: counts, then one table an objective."""
    return _page(_variations(printable(result)))


def _variations(result: Variations) -> Iterator[str]:
    groups = group_changes(result)
    rows = [row for group in groups for row in group.rows]
    yield "# Summary of variations"
    yield _list(f"{name}: {escape(words.side_words(side))}" for name, side in (("Before", result.before), ("After", result.after)))
    counts = count_kinds(rows)
    yield from _table(("What happened", "Milestones"), ((words.KIND_WORDS[kind], f"{count:,}") for kind, count in counts.items()))
    changed = [row for row in rows if row.is_change]
    unexplained = f"{sum(row.unexplained for row in rows):,} of {words.plural(len(changed), 'change')} without a stated reason."
    yield f"{unexplained} {words.REVIEW}: {sum(row.change.needs_review for row in rows):,}. {words.COUNTS_TWICE}"
    yield from _issues(_issue_lines(result.issues))
    for group in groups:
        yield f"## {escape(group.name)}"
        yield from _table(("No.", "Before", "After", "What changed", "Target", "Reason"), (_change_cells(row) for row in group.rows))
        if group.gone:
            yield f"Moved from here: {'; '.join(f'number {row.number}, to {escape(name)}' for row, name in group.gone)}"
    for supplement in supplements(result, groups):
        yield f"## {supplement.title}"
        yield escape(supplement.note)
        if supplement.rows:
            yield from _table(
                supplement.columns, (["\n".join(map(escape, cell.split("\n"))) for cell in cells] for cells in supplement.rows)
            )


def _change_cells(row: ChangeRow) -> tuple[str, ...]:
    pages = [words.milestone_places(side) for side in (row.before, row.after)]
    redlines = (_redline(row.before_edits()), _redline(row.after_edits()))
    texts = [f"{text}\n({page})" if page else text for text, page in zip(redlines, pages, strict=True)]
    what = [escape(line) for line in row.what]
    if row.change.needs_review:
        what.append(escape(words.review_words(row.change.review_reason)))
    targets = [f"{escape(measure)}: {escape(words.became_words(before, after))}" for measure, before, after in row.targets]
    reason = "\n".join(map(escape, words.reason_lines(row.change)))
    return str(row.number), *texts, "\n".join(what), "\n".join(targets), reason or (words.NO_REASON if row.is_change else "")


def _redline(edits: Iterable[Edit]) -> str:
    """Runs with what went and came marked, one line a milestone."""
    parts: list[str] = []
    for edit in edits:
        text = "\n".join(_within(line) for line in edit.text.split("\n"))
        parts.append(f"<{_NEW[edit.op]}>{text}</{_NEW[edit.op]}>" if edit.op in _NEW else text)
    return "".join(parts)


def _within(run: str) -> str:
    """A run of a line, escaped, that keeps the spaces at its ends."""
    text = escape(run)
    return f"{' ' if run[:1].isspace() else ''}{text}{' ' if run[-1:].isspace() and text else ''}"


def render_recommendations(result: Recommendations) -> str:
    """What a report says, by kind of act."""
    return _page(_recommendations(printable(result)))


def _recommendations(result: Recommendations) -> Iterator[str]:
    yield f"# What {escape(result.source.name)} says"
    for act, name in words.ACT_WORDS.items():
        statements = [said for said in result.statements if said.act == act]
        if statements:
            yield f"## {name} ({len(statements)})"
            yield from _table(("What was said", "Under", "Page", "Notes"), (_statement_cells(said) for said in statements))
    yield from _issues(_issue_lines(result.issues))


def _statement_cells(said: Statement) -> tuple[str, ...]:
    notes = [
        f"Numbered {said.number}" if said.number else "",
        f"To {said.addressee}" if said.addressee else "",
        f"Due: {said.due}" if said.due else "",
    ]
    notes.append("Says that something is missing" if said.absence_claim else "")
    where = words.sentence(words.page_words(said.page, said.line))
    return escape(said.text), escape(said.theme or ""), where, "\n".join(escape(note) for note in notes if note)


def render_coverage(result: Coverage) -> str:
    """Each ask with the plan's answer, by theme; then what asks for nothing."""
    return _page(_coverage(printable(result)))


def _coverage(result: Coverage) -> Iterator[str]:
    groups = group_asks(result)
    rows = [row for group in groups for row in group.rows]
    yield f"# Coverage of {escape(result.report.name)} in {escape(result.plan.name)}"
    columns = [words.ANSWERABLE_WORDS[answerable] for answerable in words.ANSWERABLE_ORDER]
    counts = count_statuses(rows)
    yield from _table(
        ("Answer", *columns),
        ((words.STATUS_WORDS[status], *(f"{number:,}" for number in numbers.values())) for status, numbers in counts.items()),
    )
    yield f"{words.plural(len(rows), 'ask')}. {words.REVIEW}: {sum(bool(row.answer and row.answer.needs_review) for row in rows):,}."
    yield from _issues(_issue_lines(result.issues))
    for group in groups:
        yield f"## {escape(group.name)}"
        yield from _table(("No.", "What was said", "Answer", "What the plan says", "Searched for"), (_ask_cells(row) for row in group.rows))
    if result.kept:
        yield f"## {replies.KEPT}"
        kept = (AskRow(number=number, statement=one.undertaking, answer=one.answer) for number, one in enumerate(result.kept, start=1))
        yield from _table(("No.", "What was promised", "Answer", "What the plan says", "Searched for"), map(_ask_cells, kept))
    record = for_the_record(result)
    if record:
        yield "## For the record: nothing asked"
        header = ("Kind", "What was said", "Under", "Page", "Notes")
        yield from _table(header, ((words.ACT_WORDS[said.act], *_statement_cells(said)) for said in record))


def _ask_cells(row: AskRow) -> tuple[str, ...]:
    said, answer = row.statement, row.answer
    text = f"{escape(said.text)}\n({escape(replies.ask_words(said))})"
    lines = [f"**{words.STATUS_WORDS[row.status]}**"]
    if answer is None:
        return str(row.number), text, lines[0], "", ""
    if answer.answerable != "this_plan":
        lines.append(words.ANSWERABLE_WORDS[answer.answerable])
    if answer.absence_refuted:
        lines.append(f"{words.FOUND_IN_THIS_VERSION}. {words.EARLIER_DRAFT}")
    if answer.needs_review:
        lines.append(escape(words.review_words(answer.review_reason)))
    if answer.reply:
        lines.append(f"Reply: {escape(replies.reply_words(answer.reply))}")
        lines += [f"“{escape(passage.text)}” ({escape(words.place_words(passage))})" for passage in answer.reply.passages]
    searched = [escape(", ".join(answer.searched))]
    searched += [f"Never in the plan: {escape(', '.join(answer.absent_terms))}"] if answer.absent_terms else []
    said_of_it = [*map(_evidence, answer.evidence), *map(escape, replies.nearest_words(answer))]
    return str(row.number), text, "\n".join(lines), "\n".join(said_of_it), "\n".join(searched)


def _evidence(evidence: Evidence) -> str:
    note = replies.evidence_words(evidence.why, evidence.new)
    why = f" {escape(note)}" if note else ""
    return f"“{escape(evidence.text)}” ({escape(words.place_words(evidence))}){why}"
