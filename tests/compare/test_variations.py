from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantext.compare.variations import compare_editions
from plantext.find.plan.milestones import find_milestones
from plantext.find.targets.targets import find_targets
from plantext.model.alignment import KINDS, Side, Variations
from plantext.model.findings import Milestone
from plantext.model.json import dumps, loads
from tests.factories.cases import read_plain
from tests.factories.results import source

TEXTS = [
    "Mend the pier at its head", "Mend the long pier at its head", "Light the lamps each night", "Light the lamps every night in winter",
    "Cut theft of oars by 5 per cent", "Cut theft of oars by 8 per cent", "Count the eels under the quay and tell the town", "Count the eels",
]  # fmt: skip
sides = st.lists(st.tuples(st.sampled_from(["Safer piers", "Cleaner water", None]), st.sampled_from(TEXTS)), max_size=8)


def side(entries: list[tuple[str | None, str]], edition: str | None) -> Side:
    milestones = tuple(
        Milestone(id=f"m-{edition}-{at}", text=text, objective=objective, edition=edition, page=None, places=(), targets=find_targets(text))
        for at, (objective, text) in enumerate(entries)
    )
    return Side(source=source(f"{edition}.pdf"), edition=edition, milestones=milestones)


def compare(before: list[tuple[str | None, str]], after: list[tuple[str | None, str]]) -> Variations:
    return compare_editions(side(before, "2030-31"), side(after, "2031-32"))


def kinds(result: Variations) -> list[tuple[str, ...]]:
    return [change.kinds for change in result.changes]


@given(sides, sides)
def test_every_milestone_is_in_exactly_one_change(before: list[tuple[str | None, str]], after: list[tuple[str | None, str]]) -> None:
    result = compare(before, after)
    assert sorted(name for change in result.changes for name in change.before) == sorted(one.id for one in result.before.milestones)
    assert sorted(name for change in result.changes for name in change.after) == sorted(one.id for one in result.after.milestones)
    assert len({change.id for change in result.changes}) == len(result.changes)
    texts = {one.id: one.text for one in (*result.before.milestones, *result.after.milestones)}
    for change in result.changes:
        assert change.before or change.after
        assert set(change.kinds) <= set(KINDS)
        assert 0 <= change.confidence <= 1
        assert "".join(edit.text for edit in change.redline if edit.op != "insert") == "\n".join(texts[name] for name in change.before)
        assert "".join(edit.text for edit in change.redline if edit.op != "delete") == "\n".join(texts[name] for name in change.after)
        assert ("target" in change.kinds) == bool(
            change.before and change.after and any(target.change != "same" for target in change.targets)
        )
    assert loads(dumps(result), Variations) == result
    assert dumps(compare(before, after)) == dumps(result)


@given(sides)
def test_a_plan_against_itself_has_no_variations(entries: list[tuple[str | None, str]]) -> None:
    assert all(change.kinds == () or change.duplicate_of for change in compare(entries, entries).changes)


def test_the_kinds_are_told() -> None:
    before = [
        ("Piers", "Mend the pier at its head"),
        ("Piers", "Cut theft of oars by 5 per cent"),
        ("Piers", "Count the eels"),
        ("Piers", "Sing at noon"),
    ]
    after = [
        ("Piers", "Mend the pier at its head"),
        ("Piers", "Cut theft of oars by 8 per cent"),
        ("Water", "Count the eels"),
        ("Water", "Plant reeds on the bank"),
    ]
    result = compare(before, after)
    assert kinds(result) == [(), ("target",), ("removed",), ("moved",), ("added",)]
    assert [(change.objective_before, change.objective_after) for change in result.changes] == [
        ("Piers", "Piers"), ("Piers", "Piers"), ("Piers", None), ("Piers", "Water"), (None, "Water"),
    ]  # fmt: skip
    assert (
        result.counts | {"moved": 1, "unchanged": 1, "added": 1, "removed": 1, "target": 1, "changes": 5, "before": 4, "after": 4}
        == result.counts
    )


def test_a_target_that_came_or_went_is_a_change_of_target() -> None:
    result = compare([("Piers", "Cut theft of oars by 5 per cent")], [("Piers", "Cut theft of oars")])
    assert [[target.change for target in change.targets] for change in result.changes] == [["dropped"]]
    assert "target" in result.changes[0].kinds


def test_a_surplus_identical_entry_is_added_and_says_of_what() -> None:
    result = compare([("Piers", "Mend the pier")], [("Piers", "Mend the pier"), ("Piers", "Mend the pier")])
    (surplus,) = [change for change in result.changes if change.kinds]
    assert surplus.kinds == ("added",)
    assert surplus.duplicate_of in {one.id for one in result.after.milestones} - set(surplus.after)


def test_only_spelling_is_editorial() -> None:
    result = compare([("Piers", "Mend the pier-head, and organise it")], [("Piers", "Mend the pier head and organize it")])
    assert [change.editorial for change in result.changes] == [True]
    assert result.counts["editorial"] == 1


def test_a_doubt_about_the_whole_is_an_issue() -> None:
    entries: list[tuple[str | None, str]] = [("Piers", "Mend the pier")]
    swapped = compare_editions(side(entries, "2031-32"), side(entries, "2030-31"))
    assert "wrong-order" in [issue.code for issue in swapped.issues]
    assert "nothing-in-common" in [issue.code for issue in compare(entries, [("Water", "Count the eels")]).issues]
    assert "same-source" in [issue.code for issue in compare_editions(side(entries, "2031-32"), side(entries, "2031-32")).issues]


def test_two_years_of_one_plan() -> None:
    text = (
        "2030-31\t2031-32\n<p>Piers</p><ul><li>Cut theft by 5 per cent</li></ul>\t"
        "<p>Piers</p><ul><li>Cut theft by 8 per cent</li><li>Light the lamps</li></ul>\n"
    )
    found = find_milestones(read_plain(text))
    old, new = (
        Side(source=found.source, edition=edition, milestones=tuple(one for one in found.milestones if one.edition == edition))
        for edition in ("2030-31", "2031-32")
    )
    result = compare_editions(old, new)
    assert kinds(result) == [("target",), ("added",)]
    assert [(target.change, target.before, target.after) for target in result.changes[0].targets] == [("raised", 5, 8)]


def one_change(before: str, after: str) -> tuple[tuple[str, ...], tuple[str | None, str | None]]:
    (change,) = compare([("Safer piers", before)], [("Safer piers", after)]).changes
    return change.kinds, (change.deadline_before, change.deadline_after)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Mend 12 of the piers by March 2031", "Mend 12 of the piers by June 2031", (("target",), ("March 2031", "June 2031"))),
        ("Plant 300 reeds by March 2031", "Plant 400 reeds by March 2032", (("target",), ("March 2031", "March 2032"))),
        ("Lower fires from 120 in 2029-30 to 100 in 2030-31", "Lower fires from 104 in 2030-31 to 90 in 2031-32", (("target",), ("2030-31", "2031-32"))),
        ("Raise trust from 48% to 55%", "Raise trust from 52% to 60%", (("target",), (None, None))),
        ("Raise trust from 48% to 55%", "Raise trust from 52% to 55%", (("reworded",), (None, None))),
        ("Plant 300 reeds by March 2031", "Plant 400 reeds at the quay by March 2031", (("reworded", "target"), (None, None))),
        ("Open a pier by March 2031", "Open a lit pier for bathers by June 2031", (("reworded", "target"), ("March 2031", "June 2031"))),
    ],
)  # fmt: skip
def test_numbers_and_dates_are_no_rewording(
    before: str, after: str, expected: tuple[tuple[str, ...], tuple[str | None, str | None]]
) -> None:
    if before.startswith("Lower"):  # each plan's own year is no new date
        expected = (expected[0], (None, None))
    assert one_change(before, after) == expected
