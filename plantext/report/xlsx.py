"""Results as Excel workbooks: one sheet a table, with columns in which a person says what was decided. No cell is ever a formula."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from plantext.errors import UsageError
from plantext.model.alignment import Variations
from plantext.model.coverage import Coverage
from plantext.model.document import Issue, Place
from plantext.model.findings import Milestone, Milestones, Recommendations
from plantext.report import words
from plantext.report.archive import fixed_times
from plantext.report.csv import text_cell
from plantext.report.printable import printable
from plantext.report.rewording import changed_words
from plantext.report.rows import AskRow, ChangeRow, count_kinds, count_statuses, for_the_record, group_asks, group_changes
from plantext.report.supplements import Supplement, supplements

if TYPE_CHECKING:
    from openpyxl import Workbook

FONT, SIZE = "Arial", 12
NAVY, PALE = "FF12365F", "FFF4F6F9"
LINE, HIGHEST = 15.5, 400.0  # points: of a line, and Excel's highest row is 409
FITS = 1.0  # letters of this font in a unit of a column's width, which is a letter of a smaller one
LONGEST = 32_000  # characters: Excel takes 32,767 in a cell
CHECKED: tuple[str, ...] = ("To check", "Agreed", "Not agreed", "Ask")
"""What a person can say of a change; every row begins with the first."""
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # Excel takes _x0041_ for an A


class Column(NamedTuple):
    """One column: its heading, its width in letters, and the values of its drop-down list."""

    name: str
    width: int
    choices: tuple[str, ...] = ()
    fill_in: bool = False  # left for a person


class Sheet(NamedTuple):
    """One table."""

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[object]]


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
    return _book(
        title,
        (
            _figures(counts, sides, result.issues),
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
            Column("Section", 26), Column("Searched for", 30), Column("Never in the plan", 26), Column("To look at", 36),
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
            (row.number, item.text, _page(item), item.section, words.percent(item.score), item.why)
            for row in rows
            for item in (row.answer.evidence if row.answer else ())
        ],
    )
    record = Sheet(
        "For the record",
        (Column("Kind", 18), Column("What was said", 60), Column("Theme", 26), Column("Page", 10), Column("Id", 18)),
        [(words.ACT_WORDS[said.act], said.text, said.theme, _page(said), said.id) for said in for_the_record(result)],
    )
    counts = [(words.STATUS_WORDS[status], sum(numbers.values())) for status, numbers in count_statuses(rows).items()]
    counts.append((words.REVIEW, sum(bool(row.answer and row.answer.needs_review) for row in rows)))
    sources = [("Report", words.source_words(result.report)), ("Plan", words.source_words(result.plan))]
    return _book("Coverage: what was asked, and what the plan says", (_figures(counts, sources, result.issues), asks, evidence, record))


def render_milestones(result: Milestones) -> bytes:
    """One row a milestone."""
    result = printable(result)
    return _book(f"Milestones of {result.source.name}", (_milestones("Milestones", result.milestones),))


def render_recommendations(result: Recommendations) -> bytes:
    """One row a statement."""
    result = printable(result)
    columns = (
        Column("Kind", 20), Column("Theme", 26), Column("What was said", 60), Column("Page", 10), Column("Section", 26), Column("Topics", 30),
        Column("Due", 20), Column("To", 26), Column("Says that something is missing", 16), *DECISION, Column("Id", 18),
    )  # fmt: skip
    rows = [
        (
            words.ACT_WORDS[said.act], said.theme, said.text, _page(said), said.section, ", ".join(said.topics), said.due, said.addressee,
            said.absence_claim, None, None, said.id,
        )
        for said in result.statements
    ]  # fmt: skip
    return _book(f"What {result.source.name} says", (Sheet("Statements", columns, rows),))


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
        "\n".join(line for _, line in words.reason_lines(row.change)) or (words.NO_REASON if row.is_change else None),
        _page(reason) if reason else None,
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
        _page(said),
        words.ACT_WORDS[said.act],
        said.due,
        words.STATUS_WORDS[row.status],
        words.ANSWERABLE_WORDS[row.answerable],
        best.text if best else None,
        _page(best) if best else None,
        best.section if best else None,
        ", ".join(answer.searched) if answer else None,
        ", ".join(answer.absent_terms) if answer else None,
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
    return pages.pop() if len(pages) == 1 else ", ".join(map(str, sorted(pages)))


def _page(place: Place) -> object:
    return place.page if place.page is not None else words.page_words(None, place.line)


def _figures(counts: Iterable[tuple[str, int]], sources: Iterable[tuple[str, str]], issues: Iterable[Issue]) -> Sheet:
    rows: list[tuple[object, object]] = [*counts, *sources]
    rows += [("Not read, or to know", words.issue_words(issue)) for issue in issues]
    return Sheet("Figures", (Column("What", 40), Column("Value", 70)), rows)


def _book(title: str, sheets: Iterable[Sheet]) -> bytes:
    """A workbook of tables. Raises UsageError where openpyxl is not installed."""
    try:
        from openpyxl import Workbook
    except ImportError as error:
        raise UsageError("Excel workbooks need openpyxl, which is not installed: pip install 'plantext[xlsx]'") from error
    book = Workbook()
    book.remove(book.active)
    book.properties.title, book.properties.creator, book.properties.language = title, "plantext", "en-GB"
    for sheet in sheets:
        _add_sheet(book, sheet)
    out = io.BytesIO()
    book.save(out)
    return fixed_times(out.getvalue())


def _add_sheet(book: Workbook, sheet: Sheet) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    page: Any = book.create_sheet(sheet.name)
    top = Alignment(wrap_text=True, vertical="top", horizontal="left")
    plain, bold = Font(name=FONT, size=SIZE), Font(name=FONT, size=SIZE, bold=True, color="FFFFFFFF")
    head, room = PatternFill("solid", fgColor=NAVY), PatternFill("solid", fgColor=PALE)
    for place, column in enumerate(sheet.columns, start=1):
        page.column_dimensions[get_column_letter(place)].width = column.width
        cell = page.cell(1, place, column.name)
        cell.font, cell.fill, cell.alignment = bold, head, top
    for number, row in enumerate(sheet.rows, start=2):
        for place, (column, value) in enumerate(zip(sheet.columns, row, strict=True), start=1):
            cell = page.cell(number, place)
            _fill(cell, value)
            cell.font, cell.alignment = plain, top
            if column.fill_in:
                cell.fill = room
        page.row_dimensions[number].height = _height(sheet.columns, row)
    page.freeze_panes = "B2"
    last = max(2, len(sheet.rows) + 1)
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{last}"
    for place, column in enumerate(sheet.columns, start=1):
        if column.choices:
            _add_choices(page, column, f"{get_column_letter(place)}2:{get_column_letter(place)}{last}")
    page.page_setup.orientation, page.page_setup.paperSize, page.page_setup.fitToHeight = "landscape", 9, 0  # A4, as wide as a page
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_title_rows = "1:1"


def _height(columns: Sequence[Column], row: Sequence[object]) -> float:
    """The height of a row in points, nearly: not every program finds it out by itself."""
    lines = 1
    for column, value in zip(columns, row, strict=True):
        lines = max(lines, sum(1 + int(len(line) / (FITS * column.width)) for line in str(value or "").split("\n")))
    return min(HIGHEST, LINE * lines)


def _fill(cell: Any, value: object) -> None:
    """A number, or a text that stays one whatever it looks like."""
    if isinstance(value, int) and not isinstance(value, bool):
        cell.value = value
        return
    text = _ESCAPE.sub("_x005F_", text_cell(value)[:LONGEST])
    if text:
        cell.value = text
        cell.data_type = "s"  # never a formula, an error or a date


def _add_choices(page: Any, column: Column, cells: str) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    choices = DataValidation(type="list", formula1=f'"{",".join(column.choices)}"', allow_blank=True, showDropDown=False)
    choices.errorTitle, choices.error = column.name, f"Choose one of: {', '.join(column.choices)}."
    page.add_data_validation(choices)
    choices.add(cells)
