"""Targets that stand in other cells of a commitment's row."""

from __future__ import annotations

import pytest

from plantext.find.plan.milestones import find_milestones
from plantext.model.findings import Target
from tests.factories.cases import read_plain


def targets(header: str, *rows: str) -> list[tuple[Target, ...]]:
    lines = [f"| {header} |", "|" + "---|" * (header.count("|") + 1), *(f"| {row} |" for row in rows)]
    document = read_plain("# Plan 2031-32\n\n## Safer piers\n\n" + "\n".join(lines) + "\n", markdown=True)
    return [one.targets for one in find_milestones(document).milestones]


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        ("Action | Measure | Target", "Inspect the piers | Piers inspected | 60", ("Piers inspected", "reach", 60, "piers")),
        ("Action | Measure | Target", "Cut falls on the steps | Falls reported | 10% reduction", ("Falls reported", "reduce", 10, "per cent")),
        ("Action | Success measure", "Insulate the boat houses | 400 boat houses insulated", ("boat houses insulated", "reach", 400, "boat houses")),
        ("Action | Success measure", "Keep the wardens | Turnover below 9%", ("Turnover", "reduce", 9, "per cent")),
        ("Action | Measure", "Lend to clubs | £250,000 lent", ("lent", "reach", 250_000, "£")),
        ("Milestone | KPI | 2031-32 target", "Answer calls | Calls answered in 15 days | From 80% to 95%", ("Calls answered in 15 days", "reach", 95, "per cent")),
        ("Action | How many", "Inspect the old piers | 60", ("old piers", "reach", 60, "old piers")),
        ("Action | Now | Target", "Inspect the old piers | 40 | 60", ("old piers", "increase", 60, "old piers")),
        ("Indicator | Latest (2030) | Aim for 2034", "Falls on the steps | 40 | 20", ("Falls on the steps", "reduce", 20, "falls")),
        ("Result we want | How we measure it | Where we start | Where we aim to be", "Dry feet | Falls on the steps | 40 | 20", ("Falls on the steps", "reduce", 20, "falls")),
        ("Standard | Target", "Letters answered in ten days | 95%", ("Letters answered in ten days", "reach", 95, "per cent")),
    ],
)  # fmt: skip
def test_a_row_aims_at_a_number(header: str, row: str, expected: tuple[str, str, float, str | None]) -> None:
    (found,), _ = targets(header, row, row.replace(row.split(" | ", maxsplit=1)[0], "Sweep the long quay"))
    assert (found.measure, found.direction, found.value, found.unit) == expected


@pytest.mark.parametrize("cell", ["Plan signed", "Yes", "March 2032", "Answered in 15 days", "31 March 2032", "TBC"])
def test_these_cells_aim_at_none(cell: str) -> None:
    first, _ = targets("Action | Measure", f"Agree a plan | {cell}", "Sweep the quay | -")
    assert not [one for one in first if one.value is not None]


def test_a_column_of_target_dates_holds_no_targets() -> None:
    first, _ = targets("Action | Target date", "Agree a plan | 31 March 2032", "Sweep the quay | 2033")
    assert [(one.value, one.deadline) for one in first] == [(None, "31 March 2032")]


def test_the_baseline_says_which_way() -> None:
    first, second = targets(
        "Performance measure | Baseline | Target", "Days to answer a letter | 52 | 35", "Letters read at once | 40% | 60%"
    )
    assert [(one.measure, one.direction, one.value, one.baseline) for one in (*first, *second)] == [
        ("Days to answer a letter", "reduce", 35, "52"),
        ("Letters read at once", "increase", 60, "40%"),
    ]


def test_what_the_text_says_is_not_said_twice() -> None:
    (first, _) = targets("Action | Measure", "Plant 300 reeds | 300 reeds planted", "Sweep the quay | -")
    assert [one.value for one in first] == [300]
