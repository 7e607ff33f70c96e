"""Tables that say what was changed and why."""

from __future__ import annotations

from plantext import pipeline
from plantext.find.plan.milestones import find_milestones
from plantext.find.reasons.reason_tables import find_change_tables, find_table_reasons
from tests.factories.cases import read_plain

BEFORE = "# Plan 2031-32\n\n## Safer piers\n\n### Actions\n\n- Mend the long pier\n- Paint the boat house\n- Hire 12 wardens\n"
TABLE = (
    "## What has changed\n\n| Action | Change | Reason for change |\n|---|---|---|\n"
    "| Paint the boat house | Removed | The rowers painted it themselves. |\n| Hire wardens | Target now 15 | A third pier opened in May. |\n\n"
)
AFTER = f"# Plan 2032-33\n\n{TABLE}## Safer piers\n\n### Actions\n\n- Mend the long pier\n- Hire 15 wardens\n"


def test_each_row_explains_its_change() -> None:
    result = pipeline.variations(read_plain(BEFORE, markdown=True), read_plain(AFTER, markdown=True))
    assert {change.kinds: change.rationale.text for change in result.changes if change.rationale} == {
        ("removed",): "The rowers painted it themselves.",
        ("target",): "A third pier opened in May.",
    }
    assert result.reasons_without_change == ()


def test_a_row_that_explains_nothing_is_listed() -> None:
    after = AFTER.replace("Paint the boat house | Removed", "Feed the gulls | Removed")
    result = pipeline.variations(read_plain(BEFORE, markdown=True), read_plain(after, markdown=True))
    assert [reason.text for reason in result.reasons_without_change] == ["The rowers painted it themselves."]


def test_its_rows_are_no_milestones() -> None:
    assert [one.text for one in find_milestones(read_plain(AFTER, markdown=True)).milestones] == ["Mend the long pier", "Hire 15 wardens"]


def test_a_plan_that_is_such_a_table_keeps_its_milestones() -> None:
    plan = read_plain(f"# Plan 2032-33\n\n{TABLE}", markdown=True)
    assert len(find_milestones(plan).milestones) == 2


def test_why_an_action_is_done_is_not_why_it_changed() -> None:
    table = "## Safer piers\n\n| Action | Rationale |\n|---|---|\n| Mend the pier | It is old. |\n| Paint it | It is grey now. |\n"
    document = read_plain(f"# Plan\n\n{table}", markdown=True)
    assert not list(find_change_tables(document))
    assert not list(find_table_reasons(document, ["Safer piers"]))
