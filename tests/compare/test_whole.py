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
    assert ([one.text for one in change.before], [one.text for one in change.after]) == (["2031 | 124"], ["2031 | 142"])
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
