import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from plantext.report import render
from plantext.report.csv import cell
from tests.factories import samples


def table(result):
    return list(csv.DictReader(io.StringIO(render(result, "csv"))))


@given(st.text(st.characters(codec=None)))
def test_a_cell_is_one_printable_line_and_no_formula(text):
    value = cell(text)
    assert not value.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert len(value.splitlines()) <= 1
    assert value.isprintable() or not text.isprintable()


def test_numbers_and_plain_words_stay_as_they_are():
    assert [cell(value) for value in (3, 0.5, "8 per cent - or so", False)] == ["3", "0.5", "8 per cent - or so", "no"]


def test_variations_have_a_row_a_change():
    rows = table(samples.sample_variations())
    assert len(rows) == len(samples.sample_variations().changes)
    moved = next(row for row in rows if row["id"] == "v-3")
    assert moved["kinds"] == "reworded | moved"
    assert (moved["pages_before"], moved["pages_after"], moved["reason_page"]) == ("9", "7", "3")
    split = next(row for row in rows if row["id"] == "v-4")
    assert (split["target_before"], split["target_after"]) == ("40 members", "60 members")


def test_coverage_has_a_row_an_ask_with_its_best_evidence():
    rows = {row["id"]: row for row in table(samples.sample_coverage())}
    assert set(rows) == {"s-1", "s-2", "s-3", "s-4", "s-5", "s-9"}
    assert (rows["s-1"]["status"], rows["s-1"]["evidence_page"], rows["s-1"]["all_evidence_pages"]) == ("covered", "10", "9 | 10")
    assert rows["s-1"]["found_in_this_version"] == "yes"
    assert rows["s-9"]["status"] == "not_assessed"


def test_milestones_have_every_page_and_target():
    row = next(row for row in table(samples.sample_milestones()) if row["id"] == "m-x")
    assert (row["pages"], row["sections"], row["targets"]) == ("8 | 20", "3 Calls | 7 Summary", "90 per cent of emergency calls")


def test_recommendations_have_a_row_a_statement():
    assert [row["act"] for row in table(samples.sample_recommendations())][:3] == ["request", "concern", "request"]


def test_variations_say_how_sure_a_reason_is_and_what_became_of_dates():
    rows = table(samples.sample_variations())
    wanted = {
        "deadline_before",
        "deadline_after",
        "reason_general",
        "reason_note",
        "reason_destination",
        "further_reasons",
        "target_change",
    }
    assert wanted <= set(rows[0])
    changes = {change.id: change for change in samples.sample_variations().changes}
    for row in rows:
        rationale = changes[row["id"]].rationale
        assert row["reason_general"] == ("" if rationale is None else "yes" if rationale.general else "no")
        assert row["target_change"] == " | ".join(target.change for target in changes[row["id"]].targets)
