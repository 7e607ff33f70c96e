"""Results as Excel workbooks: one sheet a table, with columns in which a person says what was decided. No cell is ever a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from plantext.model.alignment import Variations
from plantext.model.coverage import Coverage
from plantext.model.document import Issue, Place
from plantext.model.findings import Milestone, Milestones, Recommendations
from plantext.model.topics import TopicMatrix
from plantext.report import replies, topics, words
from plantext.report.printable import printable
from plantext.report.rewording import changed_words
from plantext.report.rows import AskRow, ChangeRow, count_kinds, count_statuses, for_the_record, group_asks, group_changes
from plantext.report.supplements import Supplement, supplements
from plantext.report.workbook import Column, Sheet, make_book

CHECKED: tuple[str, ...] = ("To check", "Agreed", "Not agreed", "Ask")
"""What a person can say of a change; every row begins with the first."""
_WHOLE = re.compile(r"[0-9]{1,15}")
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")

DECISION = (Column("Decision", 26, fill_in=True), Column("Comment", 40, fill_in=True))


def render_variations(result: Variations) -> bytes:
    """The figures, the schedule with one row a change, and the milestones of both years."""
    result = printable(result)
    rows = [row for group in group_changes(result) for row in group.rows]
    objectives = {row.number: group.name for group in group_changes(result) for row in group.rows}
    schedule = Sheet(
        "Schedule",
        (
            Column("No.", 6), Column("Objective", 26), Column("Before", 44), Column("Page before", 12), Column("After", 44), Column("Page after", 12),
            Column("What changed", 36), Column("Words", 36), Column("Measure", 26), Column("Target before", 18), Column("Target after", 18),
            Column("Reason", 40), Column("Reason’s page", 12), Column("Sure", 9), Column("To look at", 36),
            Column("Status", 16, CHECKED, fill_in=True), *DECISION, Column("Id", 18),
        ),
        [_change(row, objectives[row.number]) for row in rows],
    )  # fmt: skip
    counts = [(words.KIND_WORDS[kind], number) for kind, number in count_kinds(rows).items()]
    counts.append(("Changes without a stated reason", sum(row.unexplained for row in rows)))
    counts.append((words.REVIEW, sum(row.change.needs_review for row in rows)))
    sides = [("Before", words.side_words(result.before)), ("After", words.side_words(result.after))]
    title = f"Summary of variations: {words.edition_words(result.before.edition)} to {words.edition_words(result.after.edition)}"
    return make_book(
        title,
        (
            figures_sheet(counts, sides, result.issues),
            schedule,
            _milestones("Milestones before", result.before.milestones),
            _milestones("Milestones after", result.after.milestones),
            *(_supplement(one) for one in supplements(result, group_changes(result))),
        ),
    )


def render_coverage(result: Coverage) -> bytes:
    """The figures, one row an ask with its answer, every passage of the plan that bears on one, and what asks for nothing."""
    result = printable(result)
    rows = [row for group in group_asks(result) for row in group.rows]
    statuses = tuple(words.STATUS_WORDS[status] for status in words.STATUS_ORDER)
    asks = Sheet(
        "Asks",
        (
            Column("Ref.", 6), Column("Theme", 26), Column("What was said", 48), Column("Page", 10), Column("Kind", 18), Column("Due", 18),
            Column("Proposed status", 18), Column("For", 20), Column("What the plan says", 52), Column("Page in the plan", 12),
            Column("Section", 26), Column("New", 16), Column("Reply", 36),
            Column("Searched for", 30), Column("Never in the plan", 26), Column("Nearest passages", 52),
            Column("To look at", 36),
            Column("Status", 18, statuses, fill_in=True), *DECISION, Column("Response", 52, fill_in=True), Column("Id", 18),
        ),
        [_ask(row) for row in rows],
    )  # fmt: skip
    evidence = Sheet(
        "Evidence",
        (
            Column("Ref.", 6),
            Column("Passage of the plan", 60),
            Column("Page", 10),
            Column("Section", 30),
            Column("Near", 9),
            Column("Why", 40),
        ),
        [
            (row.number, item.text, page_cell(item), item.section, words.percent(item.score), item.why)
            for row in rows
            for item in (row.answer.evidence if row.answer else ())
        ],
    )
    record = Sheet(
        "For the record",
        (Column("Kind", 18), Column("What was said", 60), Column("Theme", 26), Column("Page", 10), Column("Id", 18)),
        [(words.ACT_WORDS[said.act], said.text, said.theme, page_cell(said), said.id) for said in for_the_record(result)],
    )
    counts = [(words.STATUS_WORDS[status], sum(numbers.values())) for status, numbers in count_statuses(rows).items()]
    counts.append((words.REVIEW, sum(bool(row.answer and row.answer.needs_review) for row in rows)))
    sources = [("Report", words.source_words(result.report)), ("Plan", words.source_words(result.plan))]
    return make_book(
        "Coverage: what was asked, and what the plan says", (figures_sheet(counts, sources, result.issues), asks, evidence, record)
    )


def render_milestones(result: Milestones) -> bytes:
    """One row a milestone."""
    result = printable(result)
    return make_book(f"Milestones of {result.source.name}", (_milestones("Milestones", result.milestones),))


def render_recommendations(result: Recommendations) -> bytes:
    """One row a statement."""
    result = printable(result)
    columns = (
        Column("Kind", 20), Column("Theme", 26), Column("What was said", 60), Column("Page", 10), Column("Section", 26), Column("Topics", 30),
        Column("Due", 20), Column("To", 26), Column("Says that something is missing", 16), *DECISION, Column("Id", 18),
        Column("Number in print", 14),
    )  # fmt: skip
    rows = [
        (
            words.ACT_WORDS[said.act], said.theme, said.text, page_cell(said), said.section, ", ".join(said.topics), said.due, said.addressee,
            said.absence_claim, None, None, said.id, said.number,
        )
        for said in result.statements
    ]  # fmt: skip
    return make_book(f"What {result.source.name} says", (Sheet("Statements", columns, rows),))


def _change(row: ChangeRow, objective: str) -> tuple[object, ...]:
    reason = row.change.rationale
    return (
        row.number,
        objective,
        row.before_text(),
        _pages(row.before),
        row.after_text(),
        _pages(row.after),
        "\n".join(row.what),
        "\n".join(changed_words(row)),
        *("\n".join(part) for part in (zip(*row.targets, strict=True) if row.targets else ((), (), ()))),
        "\n".join(words.reason_lines(row.change)) or (words.NO_REASON if row.is_change else None),
        page_cell(reason) if reason else None,
        words.percent(row.change.confidence),
        words.sentence(row.change.review_reason or words.REVIEW) if row.change.needs_review else None,
        CHECKED[0],
        None,
        None,
        row.change.id,
    )


def _ask(row: AskRow) -> tuple[object, ...]:
    said, answer = row.statement, row.answer
    best = answer.evidence[0] if answer and answer.evidence else None
    return (
        row.number,
        said.theme,
        said.text,
        page_cell(said),
        words.ACT_WORDS[said.act],
        said.due,
        words.STATUS_WORDS[row.status],
        words.ANSWERABLE_WORDS[row.answerable],
        best.text if best else None,
        page_cell(best) if best else None,
        best.section if best else None,
        replies.new_words(best.new) if best else None,
        replies.reply_words(answer.reply) if answer and answer.reply else None,
        ", ".join(answer.searched) if answer else None,
        ", ".join(answer.absent_terms) if answer else None,
        "\n".join(replies.nearest_words(answer)) or None if answer else None,
        words.sentence(answer.review_reason or words.REVIEW) if answer and answer.needs_review else None,
        words.STATUS_WORDS[row.status],
        None,
        None,
        None,
        said.id,
    )


def _milestones(name: str, milestones: Iterable[Milestone]) -> Sheet:
    columns = (
        Column("Year", 12),
        Column("Objective", 30),
        Column("Milestone", 60),
        Column("Targets", 40),
        Column("Pages", 14),
        Column("Id", 18),
    )
    rows = [
        (
            one.edition,
            one.objective,
            f"{one.number} {one.text}" if one.number else one.text,
            "\n".join(words.target_words(target) for target in one.targets),
            _pages([one]),
            one.id,
        )
        for one in milestones
    ]
    return Sheet(name, columns, rows)


def _supplement(supplement: Supplement) -> Sheet:
    columns = zip(supplement.columns, zip(*supplement.rows, strict=True) if supplement.rows else supplement.columns, strict=True)
    widths = [(name, max(len(name), *map(len, texts))) for name, texts in columns]
    name = _NOT_IN_A_NAME.sub("", supplement.title)[:31].strip()  # what Excel allows of a sheet's name
    return Sheet(name, tuple(Column(title, min(60, max(12, width + 2))) for title, width in widths), supplement.rows)


def _pages(milestones: Iterable[Milestone]) -> object:
    pages = {place.page for one in milestones for place in one.places if place.page is not None}
    pages |= {one.page for one in milestones if one.page is not None}
    if not pages:
        return words.milestone_places(milestones) or None
    return pages.pop() if len(pages) == 1 else ", ".join(map(str, sorted(pages)))


def page_cell(place: Place) -> object:
    """The page of a place as a number, or its line in words."""
    return place.page if place.page is not None else words.page_words(None, place.line)


def figures_sheet(counts: Iterable[tuple[str, int]], sources: Iterable[tuple[str, str]], issues: Iterable[Issue]) -> Sheet:
    """The first sheet: how many of what, from which sources, and what to know."""
    rows: list[tuple[object, object]] = [*counts, *sources]
    rows += [("Not read, or to know", words.issue_words(issue)) for issue in issues]
    return Sheet("Figures", (Column("What", 40), Column("Value", 70)), rows)


def render_topics(result: TopicMatrix) -> bytes:
    """One row a mention."""
    return _of_csv("Topics and the plans that speak of them", "Mentions", topics.render_topics_csv(result))


def _of_csv(title: str, name: str, text: str) -> bytes:
    """The table of a CSV file as a sheet; its columns' names in words, its whole numbers as numbers."""
    header, *rows = csv.reader(io.StringIO(text))
    widths = [min(60, max([len(title), *(len(row[place]) for row in rows)]) + 2) for place, title in enumerate(header)]
    columns = tuple(Column(words.sentence(title.replace("_", " ")), max(8, width)) for title, width in zip(header, widths, strict=True))
    return make_book(title, (Sheet(name, columns, [[int(cell) if _WHOLE.fullmatch(cell) else cell for cell in row] for row in rows]),))
