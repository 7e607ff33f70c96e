from __future__ import annotations

import pytest

from plantext.find.plan.objectives import is_summary, same_objective, without_number


@pytest.mark.parametrize(
    ("heading", "bare"),
    [
        ("4.2 Safer piers", "Safer piers"),
        ("4.2. Safer piers:", "Safer piers"),
        ("Priority 3 – Safer piers", "Safer piers"),
        ("Objective 2: Safer piers", "Safer piers"),
        ("OUTCOME 4. Safer piers", "Safer piers"),
        ("B. Safer piers", "Safer piers"),
        ("iv) Safer piers", "Safer piers"),
        ("A safer pier", "A safer pier"),
        ("I promise safer piers", "I promise safer piers"),
        ("Action 7: Safer piers", "Safer piers"),
        ("Safer piers", "Safer piers"),
        ("4.2", "4.2"),
        ("Priority 3", "Priority 3"),
    ],
)
def test_the_number_is_taken_off(heading: str, bare: str) -> None:
    assert without_number(heading) == bare


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("4.6 Reduce crime and offending", "Reducing crime and offending"),
        ("Keeping the old town's piers safe", "5 Keep the old piers safe"),
        (None, None),
        ("Safer piers", "SAFER PIERS:"),
    ],
)
def test_these_are_one_objective(one: str | None, other: str | None) -> None:
    assert same_objective(one, other)
    assert same_objective(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("Safer piers", "Cleaner water"), ("Safer piers", None), ("Safer piers", "Safer streets"), ("Piers", "Safer piers")]
)
def test_these_are_two(one: str | None, other: str | None) -> None:
    assert not same_objective(one, other)


@pytest.mark.parametrize("heading", ["7 Summary of actions", "Executive summary", "Overview", "Annex B: All actions", "Plan on a page"])
def test_these_gather_every_objective(heading: str) -> None:
    assert is_summary(heading)
