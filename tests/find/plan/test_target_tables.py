"""Tables of what is measured and how far it is to go."""

from __future__ import annotations

import pytest

from plantext.find.plan.milestones import find_milestones
from plantext.find.plan.target_tables import find_target_tables
from tests.factories.cases import read_plain


def plan(header: str, *rows: str, before: str = "") -> str:
    lines = [f"| {header} |", "|" + "---|" * (header.count("|") + 1), *(f"| {row} |" for row in rows)]
    return "# Harbour plan 2031-34\n\n## Safer piers\n\n" + before + "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    "header",
    [
        "Indicator | Baseline | Target 2034",
        "What we count | Where we are | Where we want to be",
        "KPI | Baseline 2030 | 2034",
        "Measure | Result | Target",
    ],
)
def test_each_row_is_a_commitment_to_its_number(header: str) -> None:
    found = find_milestones(
        read_plain(plan(header, "Falls on the steps | 40 | 20", "Lamps on the quay | 12 | 30"), markdown=True)
    ).milestones
    assert [(one.objective, one.text, [target.value for target in one.targets]) for one in found] == [
        ("Safer piers", "Falls on the steps", [20.0]),
        ("Safer piers", "Lamps on the quay", [30.0]),
    ]


def test_they_count_beside_a_list_of_milestones() -> None:
    text = plan(
        "Indicator | Baseline | Target",
        "Falls on the steps | 40 | 20",
        "Lamps on the quay | 12 | 30",
        before="Milestones\n\n- Mend the pier\n- Paint the hull\n\n",
    )
    found = find_milestones(read_plain(text, markdown=True)).milestones
    assert [one.text for one in found] == ["Mend the pier", "Paint the hull", "Falls on the steps", "Lamps on the quay"]


@pytest.mark.parametrize(
    "table",
    [
        plan("Falls on the steps | 2029 | 2030", "North pier | 40 | 20", "South pier | 12 | 30"),
        plan("Harbour | Target audience", "North pier | 40 rowers", "South pier | 30 rowers"),
        plan("What we want | Target", "Dry feet for all | Better steps", "Calm water | Slower boats"),
    ],
)
def test_these_are_no_tables_of_targets(table: str) -> None:
    assert not list(find_target_tables(read_plain(table, markdown=True)))


def test_a_column_that_groups_rows_does_not_name_them() -> None:
    text = plan("Promise | Measure | Now | 2034", "Safe steps | Falls on the steps | 40 | 20", "Safe steps | Lamps on the quay | 12 | 30")
    assert [one.text for one in find_milestones(read_plain(text, markdown=True)).milestones] == ["Falls on the steps", "Lamps on the quay"]
