"""The ledger of targets, held to plain-text cases: to add one, write it into fixtures/ledger.txt."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from plantext.compare.ledger import compare_deadlines, compare_targets
from plantext.find.targets.targets import find_targets
from plantext.model.alignment import TargetChange
from plantext.model.findings import Target
from tests.factories.cases import load_cases


def targets_of(text: str) -> list[Target]:
    return [target for line in text.strip().splitlines() for target in find_targets(line)]


def shown(change: TargetChange) -> str:
    before, after = ("-" if value is None else f"{value:g}" for value in (change.before, change.after))
    return f"{change.change} {before} {after} {change.unit or '-'} | {change.measure}"


@pytest.mark.parametrize(("given", "expected"), load_cases(Path(__file__).parent / "fixtures" / "ledger.txt"))
def test_case(given: str, expected: list[str]) -> None:
    before, _, after = given.partition("=>")
    assert [shown(change) for change in compare_targets(targets_of(before), targets_of(after))] == expected


aims = st.lists(
    st.builds(
        Target,
        measure=st.sampled_from(["theft of oars", "theft", "late sailings", "sailings", "", "spills of oil"]),
        direction=st.sampled_from(["reduce", "increase", "reach", None]),
        value=st.sampled_from([None, 2.0, 5.0, 8.0]),
        unit=st.sampled_from([None, "per cent", "£"]),
        text=st.just("x"),
        baseline=st.none(),
        deadline=st.sampled_from([None, "June 2031"]),
    ),
    max_size=5,
)


@examples(aims, aims)
def test_every_number_is_in_the_ledger_once(before: list[Target], after: list[Target]) -> None:
    changes = compare_targets(before, after)
    assert sorted(change.before for change in changes if change.before is not None) == sorted(
        one.value for one in before if one.value is not None
    )
    assert sorted(change.after for change in changes if change.after is not None) == sorted(
        one.value for one in after if one.value is not None
    )


@examples(aims)
def test_what_did_not_change_is_the_same(aim: list[Target]) -> None:
    assert {change.change for change in compare_targets(aim, aim)} <= {"same"}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Open a pier by March 2031", "Open a pier by May 2031", ("March 2031", "May 2031")),
        ("Open a pier by March 2031", "Open a pier by 1 March 2031", ("March 2031", "1 March 2031")),
        ("Open a pier", "Open a pier by March 2031", (None, "March 2031")),
        ("Open a pier by Sept 2031", "Open a pier by September 2031", (None, None)),
    ],
)
def test_deadlines(before: str, after: str, expected: tuple[str | None, str | None]) -> None:
    assert compare_deadlines(find_targets(before), find_targets(after)) == expected


def test_a_word_for_no_date_is_none() -> None:
    assert compare_deadlines(find_targets("Open a pier", "Ongoing"), find_targets("Open a pier")) == (None, None)


def test_another_year_to_count_from_is_another_measure_unless_the_plan_has_moved_on_as_far() -> None:
    before, after = find_targets("Cut spills by 9 per cent from 2030 levels"), find_targets("Cut spills by 9 per cent from 2034 levels")
    assert [shown(change) for change in compare_targets(before, after, years_on=3)] == [
        "measure_changed 9 9 per cent | spills, from 2030 levels → from 2034 levels"
    ]
    assert [change.change for change in compare_targets(before, after, years_on=4)] == ["same"]
