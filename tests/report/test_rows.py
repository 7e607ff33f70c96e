from dataclasses import replace

import pytest
from msgspec import structs

from plantext.report.rows import count_kinds, count_statuses, for_the_record, group_asks, group_changes, not_read
from tests.factories.results import answer, change, coverage, edits, milestone, statement, variations
from tests.factories.samples import sample_coverage, sample_document, sample_variations


def rows_of(result):
    return [row for group in group_changes(result) for row in group.rows]


def test_every_change_is_in_one_group_and_numbered_through():
    result = sample_variations()
    rows = rows_of(result)
    assert sorted(row.change.id for row in rows) == sorted(change.id for change in result.changes)
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))


def test_objectives_stand_in_the_order_of_the_plan_after_and_two_forms_of_one_heading_are_one():
    names = [group.name for group in group_changes(sample_variations())]
    assert names == ["Making our streets safer", "Policing the countryside", "Putting victims first", "Spending wisely"]


def test_what_was_removed_stands_under_its_objective_before():
    result = variations((milestone("b", "Old", "Gone aims"),), (), (change("v", ("b",), (), ("removed",), objective_before="Gone aims"),))
    (group,) = group_changes(result)
    assert (group.name, group.rows[0].what) == ("Gone aims", ("Removed",))


def test_a_group_names_what_moved_from_it():
    groups = {group.name: group for group in group_changes(sample_variations())}
    assert [(row.change.id, now) for row, now in groups["Policing the countryside"].gone] == [("v-3", "Making our streets safer")]
    assert not groups["Making our streets safer"].gone


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        ({"kinds": ()}, ("Unchanged",)),
        ({"kinds": (), "editorial": True}, ("Unchanged but for the way it is written",)),
        ({"kinds": ("reworded",), "editorial": True}, ("Reworded only in the way it is written",)),
        ({"kinds": ("moved",), "objective_before": None}, ("Moved from No objective stated to Safer streets",)),
        ({"kinds": ("target",)}, ("Target changed",)),
        ({"kinds": ("added",), "duplicate_of": "x"}, ("Added: repeats another milestone of the same plan",)),
    ],
)
def test_what_changed_is_said_in_words(fields, what):
    result = variations((milestone("b", "Old"),), (milestone("a", "New"),), (change("v", ("b",), ("a",), **fields),))
    assert rows_of(result)[0].what == what


def test_each_line_of_what_changed_knows_its_kind():
    assert all(len(row.what) == len(row.tones) for row in rows_of(sample_variations()))


def test_the_redline_joins_to_the_texts_of_either_side():
    for row in rows_of(sample_variations()):
        if row.change.redline:
            assert "".join(edit.text for edit in row.before_edits()) == row.before_text()
            assert "".join(edit.text for edit in row.after_edits()) == row.after_text()


def test_spaces_at_the_ends_of_an_edit_are_not_marked():
    redline = edits(("=", "One"), ("-", " two "), ("+", "  "), ("=", "three"))
    result = variations(
        (milestone("b", "One two three"),), (milestone("a", "One  three"),), (change("v", ("b",), ("a",), redline=redline),)
    )
    (row,) = rows_of(result)
    assert [(edit.op, edit.text) for edit in row.before_edits()] == [
        ("equal", "One"),
        ("equal", " "),
        ("delete", "two"),
        ("equal", " "),
        ("equal", "three"),
    ]
    assert {edit.op for edit in row.after_edits()} == {"equal"}


def test_without_a_redline_the_whole_text_is_shown_and_an_empty_side_stays_empty():
    result = variations((), (milestone("a", "New"),), (change("v", (), ("a",), ("added",)),))
    (row,) = rows_of(result)
    assert [edit.text for edit in row.after_edits()] == ["New"]
    assert row.before_edits() == ()


def test_a_change_of_two_kinds_counts_under_both():
    counts = count_kinds(rows_of(sample_variations()))
    assert counts == {"unchanged": 3, "reworded": 2, "target": 2, "moved": 1, "split": 1, "merged": 1, "added": 2, "removed": 1}


def test_themes_stand_in_the_order_of_the_report():
    assert [group.name for group in group_asks(sample_coverage())] == ["Rural crime", "Victims", "Money"]


def test_asks_without_an_answer_are_not_assessed_and_answered_statements_are_asks():
    result = coverage((statement("s", "Do it."), statement("u", "You agreed.", "undertaking")), (answer("u"),))
    (group,) = group_asks(result)
    assert [(row.statement.id, row.status) for row in group.rows] == [("s", "not_assessed"), ("u", "covered")]
    assert for_the_record(result) == ()


def test_what_is_for_the_record_has_the_undertakings_first():
    said = (statement("n", "Noted.", "note"), statement("p", "Well done.", "praise"), statement("u", "You agreed.", "undertaking"))
    assert [one.id for one in for_the_record(coverage(said))] == ["u", "n", "p"]


def test_asks_are_counted_apart_by_what_can_answer_them():
    rows = [row for group in group_asks(sample_coverage()) for row in group.rows]
    counts = count_statuses(rows)
    assert counts["not_found"] == {"this_plan": 1, "later_plan": 0, "not_by_a_plan": 1}
    assert sum(number for numbers in counts.values() for number in numbers.values()) == len(rows)
    assert "not_assessed" not in count_statuses([replace(row, answer=answer("x")) for row in rows])


def test_what_was_not_read_is_said():
    assert not_read(sample_document()) == ["Page 3: it is a picture, and was not read", "2 pictures and charts were not read"]
    assert not_read(structs.replace(sample_document(), pages=(), figures=1)) == ["1 picture or chart was not read"]
