"""The flow on one page, on plans of a few lines."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import plantext
from plantext.errors import NothingToCompareError, SourceError, UsageError
from plantext.model.alignment import KINDS
from plantext.model.json import dumps, loads
from plantext.pipeline import coverage, milestones, recommendations, variations
from tests.factories import plans

BEFORE, AFTER, BOTH, OTHER, PANEL = (text.encode() for text in (plans.BEFORE, plans.AFTER, plans.BOTH, plans.OTHER, plans.PANEL))
NOTE = b"The key of the shed hangs beside the door."


def kinds(result) -> dict[str, tuple[str, ...]]:
    """What happened, by the first text of each change."""
    texts = {one.id: one.text for side in (result.before, result.after) for one in side.milestones}
    return {texts[(change.before or change.after)[0]]: change.kinds for change in result.changes}


def codes(result) -> list[str]:
    return [issue.code for issue in result.issues]


def test_two_plans():
    result = variations(BEFORE, AFTER)
    assert (result.before.edition, result.after.edition) == ("2031-32", "2032-33")
    assert kinds(result) == {
        "Reduce thefts from farm yards by 8 per cent": ("target",),
        "Hold a street meeting in each ward every month": (),
        "Open a drop-in centre for young people in Upper Marling": ("removed",),
        "Lend speed guns to parish volunteers": ("added",),
        "Answer letters from victims of crime within ten days": (),
    }
    assert (result.counts["unchanged"], result.counts["target"], result.counts["added"], result.counts["removed"]) == (2, 1, 1, 1)
    assert not {"wrong-order", "same-source", "nothing-in-common"} & set(codes(result))


def test_one_plan_that_carries_two_years():
    result = variations(BOTH)
    assert (result.before.edition, result.after.edition) == ("2031-32", "2032-33")
    assert result.before.source == result.after.source
    assert (len(result.before.milestones), len(result.after.milestones)) == (3, 3)
    assert kinds(result)["Hold a street meeting in each ward every month"] == ()
    assert "target" in kinds(result)["Reduce thefts from farm yards by 8 per cent"]


def test_of_a_plan_with_two_years_two_sources_take_its_own_edition():
    with_table = BOTH + b"\n" + AFTER
    result = variations(BEFORE, with_table)
    assert result.after.edition == "2032-33"
    assert {one.edition for one in result.after.milestones} == {"2032-33"}


def test_the_same_plan_twice():
    result = variations(AFTER, AFTER)
    assert codes(result).count("same-source") == 1
    assert all(not change.kinds for change in result.changes)
    assert result.counts["unchanged"] == 4


def test_the_wrong_order():
    result = variations(AFTER, BEFORE)
    assert "wrong-order" in codes(result)
    assert kinds(result)["Lend speed guns to parish volunteers"] == ("removed",)


def test_nothing_in_common():
    result = variations(BEFORE, OTHER)
    assert "nothing-in-common" in codes(result)
    assert {change.kinds for change in result.changes} == {("added",), ("removed",)}


@pytest.mark.parametrize(("before", "after"), [(BEFORE, AFTER), (AFTER, BEFORE), (BOTH, None), (BEFORE, OTHER), (AFTER, AFTER)])
def test_every_milestone_is_in_exactly_one_change(before: bytes, after: bytes | None):
    result = variations(before, after)
    for side, name in ((result.before, "before"), (result.after, "after")):
        assert sorted(one for change in result.changes for one in getattr(change, name)) == sorted(one.id for one in side.milestones)
    texts = {one.id: one.text for side in (result.before, result.after) for one in side.milestones}
    for change in result.changes:
        assert set(change.kinds) <= set(KINDS)
        assert "".join(edit.text for edit in change.redline if edit.op != "insert") == "\n".join(texts[one] for one in change.before)
        assert "".join(edit.text for edit in change.redline if edit.op != "delete") == "\n".join(texts[one] for one in change.after)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: milestones(NOTE), ["no milestones were found", "Looked for", "Check that this is the plan"]),
        (lambda: variations(NOTE), ["two years", "no milestones were found"]),
        (lambda: variations(BEFORE), ["two years", "only 2031-32"]),
        (lambda: variations(NOTE, AFTER), ["no milestones were found"]),
        (lambda: variations(AFTER, NOTE), ["no milestones were found"]),
        (lambda: coverage(NOTE, AFTER), ["no statement", "Looked for"]),
    ],
)
def test_nothing_to_compare(call, words: list[str]):
    with pytest.raises(NothingToCompareError) as caught:
        call()
    assert caught.value.exit_code == 5
    assert all(word in str(caught.value) for word in words), str(caught.value)


def test_milestones_of_one_edition():
    assert {one.edition for one in milestones(BOTH).milestones} == {"2031-32", "2032-33"}
    for written in ("2032-33", "2032/33", "2032-2033", "2032–33"):
        assert [one.edition for one in milestones(BOTH, written).milestones] == ["2032-33"] * 3
    with pytest.raises(NothingToCompareError, match="2031-32, 2032-33"):
        milestones(BOTH, "2040-41")
    with pytest.raises(UsageError, match="no edition"):
        milestones(BOTH, "soon")


def test_coverage_of_a_plan_without_milestones_is_still_answered():
    result = coverage(PANEL, NOTE)
    assert result.counts["asks"] == len(result.coverage) == 2
    assert {answer.status for answer in result.coverage} == {"not_found"}
    assert all(answer.searched and not answer.evidence for answer in result.coverage)


def test_coverage_answers_each_ask_and_no_other_statement():
    result = coverage(PANEL, AFTER)
    said = {statement.id: statement for statement in result.statements}
    assert [said[answer.statement].act for answer in result.coverage] == ["concern", "request"]
    assert "praise" in {statement.act for statement in result.statements}
    thefts = result.coverage[0]
    assert thefts.absence_refuted
    assert thefts.evidence[0].text == "Reduce thefts from farm yards by 2 per cent"


def test_recommendations_of_a_text_that_asks_for_nothing():
    assert recommendations(NOTE).statements == ()


def test_paths_bytes_and_documents_are_sources(tmp_path: Path):
    path = tmp_path / "plan.md"
    path.write_bytes(AFTER)
    document = plantext.read(path)
    by_path, by_text, by_document = (variations(BEFORE, source) for source in (path, str(path), document))
    assert by_path == by_text == by_document
    with pytest.raises(SourceError):
        variations(BEFORE, tmp_path / "missing.md")


def test_the_same_bytes_twice_and_back_from_json():
    for make in (lambda: variations(BEFORE, AFTER), lambda: coverage(PANEL, AFTER), lambda: milestones(BOTH)):
        result = make()
        assert dumps(result) == dumps(make())
        assert loads(dumps(result), type(result)) == result


@pytest.mark.skipif("PLANTEXT_DATA" not in os.environ, reason="PLANTEXT_DATA names no folder of real documents")
def test_real_plans_part_into_changes():
    found = sorted(Path(os.environ["PLANTEXT_DATA"], "seeds").glob("*.txt"))
    if not found:
        pytest.skip("no real documents there")
    for path in found:
        try:
            result = variations(path)
        except NothingToCompareError:
            continue
        assert sorted(one for change in result.changes for one in change.after) == sorted(one.id for one in result.after.milestones)
        return
    pytest.skip("none of the real documents carries two years")
