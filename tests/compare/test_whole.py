from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plantext import pipeline
from plantext.model.alignment import PassageChange
from tests.factories.cases import read_plain

PLAN = """# Harbour plan 2031-32

## Foreword

The harbour had 120 boats last year. It was a calm one.

## Safer piers

Milestones for 2031-32

- Mend the north pier
- Count the gulls

| Year | Boats |
|---|---|
| 2030 | 120 |
| 2031 | 124 |

A last word on gulls.
"""


def changed(before: str, after: str) -> tuple[PassageChange, ...]:
    result = pipeline.variations(read_plain(before, markdown=True), read_plain(after, markdown=True), whole=True)
    assert result.whole is not None
    return result.whole


def test_nothing_changed_by_accident() -> None:
    assert changed(PLAN, PLAN) == ()


def test_a_figure_in_prose() -> None:
    (change,) = changed(PLAN, PLAN.replace("120 boats", "210 boats"))
    assert (change.kinds, change.figures) == (("reworded",), True)
    assert [(edit.op, edit.text) for edit in change.redline if edit.op != "equal"] == [("delete", "120"), ("insert", "210")]
    assert [place.section for place in (*change.before, *change.after)] == ["Foreword", "Foreword"]


def test_a_row_of_a_table() -> None:
    (change,) = changed(PLAN, PLAN.replace("| 124 |", "| 142 |"))
    assert ([one.text for one in change.before], [one.text for one in change.after]) == (["2031\t124"], ["2031\t142"])
    assert change.figures


def test_paragraphs_that_came_and_went() -> None:
    after = PLAN.replace("A last word on gulls.", "Thanks to all who wrote.").replace(
        "## Foreword\n", "## Foreword\n\nWelcome aboard, sailors.\n"
    )
    texts = [[one.text for one in (*change.before, *change.after)] for change in changed(PLAN, after)]
    assert texts[0] == ["Welcome aboard, sailors."]
    assert sorted(text for pair in texts[1:] for text in pair) == ["A last word on gulls.", "Thanks to all who wrote."]


def test_milestones_are_left_to_the_summary() -> None:
    assert changed(PLAN, PLAN.replace("Count the gulls", "Count the gulls and the terns")) == ()


def test_form_alone_is_editorial() -> None:
    (change,) = changed(PLAN, PLAN.replace("A last word on gulls.", "A last word, on gulls"))
    assert (change.kinds, change.editorial) == ((), True)


@given(st.lists(st.sampled_from(["The pier is old.", "Gulls are many.", "It rained for 12 days.", "Nobody came to the fair."]), max_size=4))
def test_every_change_keeps_both_texts(lines: list[str]) -> None:
    for change in changed(PLAN, PLAN + "\n\n".join(lines)):
        if change.before and change.after:
            assert "".join(edit.text for edit in change.redline if edit.op != "insert") == "\n".join(one.text for one in change.before)
            assert "".join(edit.text for edit in change.redline if edit.op != "delete") == "\n".join(one.text for one in change.after)


def test_a_text_stands_at_its_span() -> None:
    before, after = (
        read_plain(PLAN, markdown=True),
        read_plain(PLAN.replace("| 124 |", "| 142 |").replace("120 boats", "9 boats"), markdown=True),
    )
    result = pipeline.variations(before, after, whole=True)
    assert result.whole
    for change in result.whole:
        for document, places in ((before, change.before), (after, change.after)):
            for place in places:
                assert document.block(place.block).text[slice(*place.span)] == place.text


def test_cells_beside_a_milestone_are_compared_and_the_milestone_is_not() -> None:
    plan = "# Plan 2031-32\n\n## Safer piers\n\n| No. | Action | Lead |\n|---|---|---|\n| 1 | Mend the pier | Ida |\n| 2 | Paint the pier | Bo |\n"
    changes = changed(plan, plan.replace("| Ida |", "| Ida and Eve |").replace("Mend the pier", "Mend the old pier"))
    assert [([one.text for one in change.before], [one.text for one in change.after]) for change in changes] == [(["Ida"], ["Ida and Eve"])]


def test_what_came_and_went_is_marked_whole() -> None:
    changes = changed(PLAN, PLAN.replace("A last word on gulls.", "Thanks to all who wrote."))
    assert {(edit.op, edit.text) for change in changes for edit in change.redline} == {
        ("delete", "A last word on gulls."),
        ("insert", "Thanks to all who wrote."),
    }


def test_a_new_heading_moves_nothing() -> None:
    changes = changed(PLAN, PLAN.replace("## Foreword", "## From the harbour master"))
    assert {one.text for change in changes for one in (*change.before, *change.after)} == {"Foreword", "From the harbour master"}
    assert not any("moved" in change.kinds for change in changes)


def test_a_paragraph_that_went_to_another_section_moved() -> None:
    moved = (
        PLAN.replace("\n\nThe harbour had 120 boats last year. It was a calm one.", "")
        + "\nThe harbour had 120 boats last year. It was a calm one.\n"
    )
    (change,) = changed(PLAN, moved)
    assert (change.kinds, change.before[0].section, change.after[0].section) == (("moved",), "Foreword", "Safer piers")


def test_the_years_of_a_heading_do_not_pair_it_with_that_of_another_section() -> None:
    before = PLAN + "\n## Calm water\n\nMilestones for 2031-32\n\n- Count the eels\n- Feed the swans\n"
    headings = [change for change in changed(before, before.replace("2031-32", "2032-33")) if "moved" in change.kinds]
    assert headings == []
