"""Plans that give each commitment a sheet of its own."""

from __future__ import annotations

import plantext
from plantext.find.plan.milestones import find_milestones
from plantext.find.plan.sheets import find_sheets

SHEET = "<table><tr><td colspan=2>{}</td></tr><tr><td>Lead</td><td>Harbour Board</td></tr><tr><td>Description</td><td>As agreed in May.</td></tr><tr><td>End date</td><td>June 2033</td></tr></table>"
NAMED = "<table><tr><td>Commitment</td><td>{}</td></tr><tr><td>Lead</td><td>Harbour Board</td></tr><tr><td>Status</td><td>New</td></tr><tr><td>End date</td><td>June 2033</td></tr></table>"
TITLES = ("Mend the north pier", "Count the eels", "Paint every lamp")


def plan(sheet: str, *titles: str) -> str:
    return "<!doctype html><html><body><h1>Harbour plan 2031-34</h1><h2>Safer piers</h2>" + "".join(
        f"<p>-</p>{sheet.format(title)}" for title in titles
    )


def test_the_title_of_each_sheet_is_a_commitment() -> None:
    for sheet in (SHEET, NAMED):
        found = find_milestones(plantext.read(plan(sheet, *TITLES).encode())).milestones
        assert [(one.objective, one.text, one.targets[0].deadline) for one in found] == [
            ("Safer piers", title, "June 2033") for title in TITLES
        ]


def test_two_tables_may_look_alike_by_chance() -> None:
    assert not list(find_sheets(plantext.read(plan(SHEET, *TITLES[:2]).encode())))
