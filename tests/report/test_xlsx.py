"""Excel workbooks: one sheet a table, filters, a drop-down, room for decisions, and never a formula."""

import io
import zipfile

import pytest

from plantext.errors import UsageError
from plantext.report import formats_of, render
from plantext.report.xlsx import CHECKED
from tests.factories import samples
from tests.factories.office import book
from tests.report.test_hostile import CONTROL, spoil

SAMPLES = [sample() for sample in samples.SAMPLES.values() if "xlsx" in formats_of(type(sample()))]
IDS = [type(sample).__name__ for sample in SAMPLES]


@pytest.fixture(params=SAMPLES, ids=IDS)
def sample(request):
    return request.param


def cells(data):
    return [cell for sheet in book(data) for row in sheet.iter_rows() for cell in row]


def test_every_sheet_is_one_table_with_a_frozen_and_filtered_header(sample):
    for sheet in book(render(sample, "xlsx")):
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref.startswith("A1:")
        assert all(cell.value and cell.font.bold for cell in sheet[1])
        assert len({cell.value for cell in sheet[1]}) == len(sheet[1])
        assert not sheet.merged_cells.ranges
        assert all(cell.alignment.wrap_text for row in sheet.iter_rows() for cell in row if cell.value is not None)


def test_the_same_result_gives_the_same_bytes_without_a_clock(sample):
    data = render(sample, "xlsx")
    assert data == render(sample, "xlsx")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("start", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\x02=1", "＝1", "#REF!", "_x0041_"])
def test_no_cell_is_a_formula_or_an_error(sample, start):
    data = render(spoil(sample, start), "xlsx")
    found = cells(data)
    assert {cell.data_type for cell in found} <= {"s", "n"}
    assert not [cell.value for cell in found if isinstance(cell.value, str) and cell.value.startswith(("=", "+", "-", "@", "\t", "＝"))]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/")]
        assert not [sheet for sheet in sheets if b"<f>" in sheet or b"<f " in sheet]


def test_an_escape_of_excels_own_stays_text():
    data = render(spoil(samples.sample_milestones(), "_x0041_"), "xlsx")
    assert any("_x005F_x0041_" in str(cell.value) for cell in cells(data))  # which Excel shows as _x0041_


def test_control_characters_are_dropped(sample):
    text = "".join(str(cell.value or "") for cell in cells(render(spoil(sample, CONTROL), "xlsx")))
    assert not set(text) & set(CONTROL.replace("[31m", ""))


def test_a_change_has_a_status_to_choose_and_room_for_a_decision_and_a_comment():
    sheet = book(render(samples.sample_variations(), "xlsx"))["Schedule"]
    header = {cell.value: cell.column_letter for cell in sheet[1]}
    (choices,) = sheet.data_validations.dataValidation
    assert choices.formula1 == f'"{",".join(CHECKED)}"'
    assert str(choices.sqref).startswith(f"{header['Status']}2")
    assert {sheet[f"{header['Status']}{row}"].value for row in range(2, sheet.max_row + 1)} == {CHECKED[0]}
    assert {sheet[f"{header[name]}2"].value for name in ("Decision", "Comment")} == {None}


def test_an_ask_has_its_proposed_status_beside_the_one_to_choose():
    sheet = book(render(samples.sample_coverage(), "xlsx"))["Asks"]
    header = {cell.value: cell.column for cell in sheet[1]}
    for row in sheet.iter_rows(min_row=2):
        assert row[header["Proposed status"] - 1].value == row[header["Status"] - 1].value


def test_pages_are_numbers():
    sheet = book(render(samples.sample_coverage(), "xlsx"))["Asks"]
    column = next(cell.column for cell in sheet[1] if cell.value == "Page")
    assert all(isinstance(row[column - 1].value, int) for row in sheet.iter_rows(min_row=2))


def test_a_missing_extra_is_one_plain_sentence(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    with pytest.raises(UsageError, match=r"pip install 'plantext\[xlsx\]'"):
        render(samples.sample_milestones(), "xlsx")


def test_figures_of_progress_are_numbers_that_carry_their_sign():
    result = samples.sample_progress()
    sheet = book(render(result, "xlsx"))["Figures reported"]
    header = {cell.value: cell.column - 1 for cell in sheet[1]}
    got = [(row[header["Target"]].value, row[header["Actual"]].value) for row in sheet.iter_rows(min_row=2)]
    assert got == [(figure.target, figure.actual) for one in result.milestones for figure in one.figures]
    assert (-8, -6.1) in got


def test_a_history_has_one_row_a_life_with_a_column_a_document_and_one_row_an_event():
    result = samples.sample_history()
    workbook = book(render(result, "xlsx"))
    lives, events = workbook["Milestones"], workbook["Events"]
    assert lives.max_row - 1 == len(result.lives)
    assert [cell.value for cell in lives[1]][5:-1] == ["1. 2021-22 (plan)", "2. 2021-22 (report)", "3. 2022-23 (plan)"]
    assert events.max_row - 1 == sum(len(life.events) for life in result.lives)


def test_a_finding_has_a_status_to_choose_and_a_requirement_a_row_for_each_passage():
    result = samples.sample_checks()
    workbook = book(render(result, "xlsx"))
    findings, law = workbook["Findings"], workbook["What the law wants"]
    assert findings.max_row - 1 == len(result.findings)
    (choices,) = findings.data_validations.dataValidation
    assert choices.formula1 == '"To check,Put right,Left as it is"'
    assert law.max_row - 1 == sum(max(1, len(row.evidence)) for row in result.statutory)
