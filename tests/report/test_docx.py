"""Word documents: what accessibility asks of them, what officers need in them, and that nothing in a document can harm them."""

import io
import itertools
import zipfile

import msgspec
import pytest
from docx.oxml.ns import qn

from plantext.model.alignment import Rationale
from plantext.model.pack import Pack
from plantext.report import render
from plantext.report.docx.checks import render_checks
from plantext.report.docx.coverage import render_coverage
from plantext.report.docx.decision import render_decision
from plantext.report.docx.history import render_history
from plantext.report.docx.progress import render_progress
from plantext.report.docx.response import HEADER, render_response
from plantext.report.docx.variations import render_variations
from tests.factories import samples
from tests.factories.office import word
from tests.factories.results import answer, change, coverage, edits, milestone, statement, variations, where
from tests.report.test_hostile import CONTROL, HOSTILE, spoil

DOCUMENTS = {
    "variations": lambda of=lambda sample: sample: render_variations(of(samples.sample_variations())),
    "coverage": lambda of=lambda sample: sample: render_coverage(of(samples.sample_coverage())),
    "progress": lambda of=lambda sample: sample: render_progress(of(samples.sample_progress())),
    "checks": lambda of=lambda sample: sample: render_checks(of(samples.sample_checks())),
    "history": lambda of=lambda sample: sample: render_history(of(samples.sample_history())),
    "response": lambda of=lambda sample: sample: render_response(of(samples.sample_coverage())),
    "decision": lambda of=lambda sample: sample: render_decision(
        Pack(variations=of(samples.sample_variations()), coverage=of(samples.sample_coverage()), blank=("s-1",))
    ),
}
SMALLEST = 12  # points


@pytest.fixture(params=DOCUMENTS, ids=str)
def made(request):
    return DOCUMENTS[request.param]


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rows_of(data, number=0):
    return [[cell.text for cell in row.cells] for row in word(data).tables[number].rows]


def test_the_same_result_gives_the_same_bytes_without_a_clock(made):
    assert made() == made()
    with zipfile.ZipFile(io.BytesIO(made())) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("docProps/core.xml").count(b"2000-01-01T00:00:00Z") == 2


def test_title_and_language_are_set(made):
    document = word(made())
    assert document.core_properties.title == document.paragraphs[0].text
    assert document.paragraphs[0].style.name == "Heading 1"
    assert document.core_properties.language == "en-GB"
    assert {language.get(qn("w:val")) for language in document.styles.element.iter(qn("w:lang"))} == {"en-GB"}


def test_no_heading_level_is_left_out(made):
    levels = [int(one.style.name.split()[-1]) for one in word(made()).paragraphs if one.style.name.startswith("Heading")]
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels))


def test_every_table_has_one_marked_header_row_a_title_and_no_merged_cell(made):
    tables = word(made()).tables
    assert tables
    for table in tables:
        marked = [bool(row._tr.xpath("w:trPr/w:tblHeader")) for row in table.rows]
        assert marked == [True, *[False] * (len(marked) - 1)]
        assert table._tbl.xpath("w:tblPr/w:tblCaption/@w:val")[0]
        assert not table._tbl.xpath(".//w:gridSpan | .//w:vMerge")
        assert {len(row._tr.tc_lst) for row in table.rows} == {len(table.columns)}
        assert all(cell.text for cell in table.rows[0].cells)


def test_text_is_sans_serif_of_twelve_points_and_more_and_left_aligned(made):
    document = word(made())
    used = {style for one in document.element.body.iter(qn("w:pStyle")) for style in [one.get(qn("w:val"))]}
    for style in document.styles:
        if style.style_id not in used:
            continue
        fonts = style.element.rPr.rFonts
        assert {fonts.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "cs")} == {"Arial"}, style.name
        assert fonts.get(qn("w:asciiTheme")) is None
        assert style.font.size.pt >= SMALLEST
        assert style.paragraph_format.alignment in {None, 0}
    assert not document.element.body.xpath(".//w:rPr/w:sz | .//w:jc | .//w:u")


def test_pictures_have_words_for_them(made):
    for properties in word(made()).element.body.iter(qn("wp:docPr")):
        assert "share" in properties.get("descr")


def test_a_word_made_of_control_characters_and_markup_is_text(made):
    hostile = word(made(lambda sample: spoil(sample, HOSTILE + CONTROL)))
    text = "\n".join(element.text or "" for element in hostile.element.body.iter(qn("w:t")))
    assert "<script>alert(1)</script>" in text
    assert "{{ 7 * 191 }}" in text
    assert not set(text) & set(CONTROL.replace("[31m", ""))
    clean = word(made())
    assert [len(table.rows) for table in hostile.tables] == [len(table.rows) for table in clean.tables]


def test_no_macro_no_link_and_no_outside_part(made):
    for name, content in parts(made()).items():
        assert not name.endswith((".bin", ".js"))
        assert b'TargetMode="External"' not in content
        assert b"w:moveFrom" not in content
        assert b"w:moveTo" not in content


def test_the_official_layout_has_both_years_by_objective():
    rows = rows_of(render_variations(samples.sample_variations()), 1)
    assert rows[0] == ["2021-22", "2022-23"]
    assert rows[1][0].startswith("Making our streets safer\n")
    assert "Reduce burglary of homes by 8 per cent" in rows[1][0]
    assert "Reduce burglary of homes and farms" in rows[1][1]
    assert rows[2][0].startswith("Policing the countryside") or rows[2][1].startswith("Policing the countryside")


def test_an_objective_that_one_year_lacks_says_so():
    result = variations((milestone("b", "Hold fairs", "Old aims"),), (milestone("a", "Open parks", "New aims"),), ())
    rows = rows_of(render_variations(result), 1)
    assert rows[1:] == [["New aims\nNot in this plan.", "New aims\nOpen parks"], ["Old aims\nHold fairs", "Old aims\nNot in this plan."]]


def test_changed_words_are_marked_and_said():
    document = word(render_variations(samples.sample_variations()))
    row = next(row for table in document.tables[2:] for row in table.rows if row.cells[0].text == "2")
    before, after, what = row.cells[1], row.cells[2], row.cells[3]
    marked = {run.text: run.style.name for cell in (before, after) for one in cell.paragraphs for run in one.runs}
    assert marked["by 8 per cent by March 2022"] == "Words taken out"
    assert marked["and farms"] == "Words added"
    assert "Taken out: “by 8 per cent by March 2022”" in what.text
    assert "Put in: “and farms”" in what.text
    assert "Target dropped" in what.text
    assert row.cells[4].text.startswith("8 per cent → none")


def test_a_text_without_its_other_side_is_not_marked_from_end_to_end():
    new = milestone("a", "Open a second centre")
    entry = change("v", (), ("a",), ("added",), redline=edits(("+", "Open a second centre")))
    document = word(render_variations(variations((), (new,), (entry,))))
    assert "Words added" not in {
        run.style.name
        for table in document.tables
        for row in table.rows
        for cell in row.cells
        for one in cell.paragraphs
        for run in one.runs
    }
    assert document.tables[-1].rows[1].cells[3].text == "Added"


def test_changes_without_a_reason_and_entries_to_check_are_listed():
    text = "\n".join(one.text for one in word(render_variations(samples.sample_variations())).paragraphs)
    assert "Changes without a stated reason" in text
    assert "Before you publish" in text
    final = "\n".join(one.text for one in word(render_variations(samples.sample_variations(), checks=False)).paragraphs)
    assert "Before you publish" not in final


def test_the_response_has_a_blank_for_each_ask_and_the_officers_words_where_they_are_given():
    result = samples.sample_coverage()
    rows = rows_of(render_response(result))
    assert rows[0] == list(HEADER)
    assert {row[4] for row in rows[1:]} == {"[Response to be written]"}
    first = result.coverage[0].statement
    rows = rows_of(render_response(result, responses={first: "We agree.\nIt is on page 4.\x02"}))
    assert [row[4] for row in rows[1:]].count("We agree.\nIt is on page 4.") == 1


def test_undertakings_have_a_table_of_their_own():
    document = word(render_response(samples.sample_coverage()))
    headings = [one.text for one in document.paragraphs if one.style.name == "Heading 2"]
    assert "What was undertaken" in headings
    assert [cell.text for cell in document.tables[1].columns[0].cells][1:] == ["Undertaking"] * (len(document.tables[1].rows) - 1)


def test_what_an_earlier_response_said_is_never_lost():
    document = word(render_response(samples.sample_coverage(), lost=[("An ask that went", "Our answer to it")]))
    assert [cell.text for cell in document.tables[-1].rows[1].cells] == ["An ask that went", "Our answer to it"]


def test_a_draft_says_so_on_every_page_and_a_final_document_does_not():
    draft, final = (word(render_coverage(samples.sample_coverage(), draft=draft)) for draft in (True, False))
    assert "DRAFT" in draft.sections[0].header.paragraphs[0].text
    assert not final.sections[0].header.paragraphs[0].text


def test_the_notice_marks_what_only_a_person_can_say():
    data = DOCUMENTS["decision"]()
    blanks = [run.text for one in word(data).paragraphs for run in one.runs if run.style.name == "Blank to fill"]
    assert all(text.startswith("[") and text.endswith("]") for text in blanks)
    assert "[1 ask still without a response]" in blanks
    assert "[link to be added]" in blanks


def test_five_hundred_rows_are_written_in_seconds():
    entries = tuple(milestone(f"m{number}", f"Hold meeting {number}", f"Objective {number % 20}") for number in range(500))
    changes = tuple(change(f"v{entry.id}", (), (entry.id,), ("added",), objective_after=entry.objective) for entry in entries)
    data = render_variations(variations((), entries, changes))
    assert len(data) < 1_000_000
    assert sum(len(table.rows) - 1 for table in word(data).tables[2:]) == 500


def test_a_result_of_a_text_without_pages_names_lines():
    data = msgspec.json.encode(samples.sample_coverage()).replace(b'"page":2', b'"page":null,"extra":0')
    result = msgspec.json.decode(data, type=type(samples.sample_coverage()))
    assert "age not known" in "\n".join(cell for row in rows_of(render_coverage(result), 1) for cell in row)


def test_a_reason_for_the_whole_section_is_said_once_above_its_rows():
    reason = Rationale(text="We asked the market towns what mattered to them.", general=True, **where(3, "3 Why"))
    entries = tuple(milestone(f"m{number}", f"Hold meeting {number}") for number in range(3))
    changes = tuple(change(f"v{one.id}", (), (one.id,), ("added",), rationale=reason) for one in entries)
    document = word(render_variations(variations((), entries, changes)))
    assert sum(reason.text in one.text for one in document.paragraphs) == 1
    assert {row.cells[5].text for row in document.tables[2].rows[1:]} == {"Given above for the whole section (page 3)"}


def test_a_check_says_every_finding_with_its_place_and_every_requirement_with_its_evidence():
    result = samples.sample_checks()
    text = [row for table in word(render_checks(result)).tables for row in [[cell.text for cell in one.cells] for one in table.rows]]
    for finding in result.findings:
        (row,) = [one for one in text if finding.message in one]
        assert finding.text in row[2]
        assert str(finding.page or finding.line) in row[1]
    for wanted in result.statutory:
        rows = [one for one in text if one[0] == wanted.title]
        assert len(rows) == (wanted.in_force is not False)
        assert all(evidence.text in rows[0][2] for evidence in wanted.evidence)


def test_a_check_without_findings_says_so():
    nothing = msgspec.structs.replace(samples.sample_checks(), findings=(), counts={"error": 0, "warning": 0, "info": 0}, statutory=())
    assert any(one.text == "No fault was found." for one in word(render_checks(nothing)).paragraphs)


def test_a_history_says_every_event_of_every_life():
    result = samples.sample_history()
    rows = [[cell.text for cell in row.cells] for table in word(render_history(result)).tables[1:] for row in table.rows[1:]]
    assert [row[1] for row in rows] == [life.text for life in result.lives]
    for life, row in zip(result.lives, rows, strict=True):
        assert all(event.edition in row[2] for event in life.events)
        assert all(target in row[2] for event in life.events for target in event.targets)


def test_the_notice_names_the_plan_of_what_was_removed_and_joins_kinds_in_one_sentence():
    gone = milestone("b", "Share the depot", page=8)
    kept, new = milestone("c", "Mend 4 piers", page=9), milestone("a", "Mend 6 piers well", page=10)
    changes = (change("v-1", ("b",), (), ("removed",)), change("v-2", ("c",), ("a",), ("reworded", "moved"), objective_after="Piers"))
    result = variations((gone, kept), (new,), changes)
    texts = [one.text for one in word(render_decision(Pack(variations=result, coverage=samples.sample_coverage()))).paragraphs]
    assert "Removed: “Share the depot” (page 8 of plan-2021.pdf)" in texts
    assert "Reworded; moved from Safer streets to Piers: “Mend 6 piers well” (page 10)" in texts
    assert any(text.startswith("Of 2 entries: ") for text in texts)


def test_file_names_keep_their_small_letters():
    cells = [cell.text for table in word(render(samples.sample_checks(), "docx")).tables for row in table.rows for cell in row.cells]
    assert any("board.pdf, page 2" in text for text in cells)
    assert not any("Board.pdf" in text for text in cells)


def test_what_was_looked_for_ends_in_one_full_stop():
    result = coverage((statement("s-1", "It came late."),), (answer("s-1", "not_found", searched=("It came late.",)),))
    cells = [cell.text for table in word(render(result, "docx")).tables for row in table.rows for cell in row.cells]
    assert any(text.endswith("Searched for: It came late.") for text in cells)
