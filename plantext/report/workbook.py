"""A workbook of tables: a frozen, filtered header, wrapped text, drop-down lists, room for a person's words. No cell is ever a formula."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from plantext.errors import UsageError
from plantext.report.archive import fixed_times
from plantext.report.csv import text_cell
from plantext.report.printable import printable_text

if TYPE_CHECKING:
    from openpyxl import Workbook

MISSING = "Excel workbooks need openpyxl, which is not installed: pip install 'plantext[xlsx]'"

FONT, SIZE = "Arial", 12
NAVY, PALE = "FF12365F", "FFF4F6F9"
LINE, HIGHEST = 15.5, 400.0  # points: of a line, and Excel's highest row is 409
FITS = 1.0  # letters of this font in a unit of a column's width, which is a letter of a smaller one
LONGEST = 32_000  # characters: Excel takes 32,767 in a cell
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


def make_book(title: str, sheets: Iterable[Sheet]) -> bytes:
    """A workbook of tables. Raises UsageError where openpyxl is not installed."""
    try:
        from openpyxl import Workbook
    except ImportError as error:
        raise UsageError(MISSING) from error
    book = Workbook()
    book.remove(book.active)
    book.properties.title, book.properties.creator, book.properties.language = printable_text(title)[:255], "plantext", "en-GB"
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
    if isinstance(value, int | float) and not isinstance(value, bool):
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
