"""How far something is, in sentences and cells."""

from __future__ import annotations

import pytest

from plantext.find.performance.outcomes import find_outcome, find_stated, is_bare, is_done


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("This is complete.", "complete"),
        ("Complete for 2031-32", "complete"),
        ("The deliverable has been completed.", "complete"),
        ("Pier forums are now established in every ward.", "complete"),
        ("The survey has almost been completed.", None),
        ("It will be completed in May.", None),
        ("Work is due to be finished by June.", None),
        ("The scheme was not completed.", "missed"),
        ("The level asked for has not been reached.", "missed"),
        ("The work is behind schedule.", "missed"),
        ("The slipway has been delayed by storms.", "missed"),
        ("Delayed until September 2032.", "missed"),
        ("Delayed until 2034, because the lease fell through.", "missed"),
        ("The two cranes have slipped: the yard hands them over in June.", "missed"),
        ("The slipway is now overdue.", "missed"),
        ("None of the boats is delayed.", None),
        ("It was delayed by the storm, but is now complete.", "complete"),
        ("It has been put back to May.", "missed"),
        ("Work is going according to plan.", "on_track"),
        ("The target has been met.", "met"),
        ("It remains on course to be agreed by March.", "on_track"),
        ("We are on track.", "on_track"),
        ("The crews have delivered leaflets to the wards.", None),
        ("A complete list of wards is in the annex.", None),
    ],
)
def test_sentences(sentence: str, status: str | None) -> None:
    assert find_outcome(sentence) == status


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        ("Green", "on_track"),
        ("RAG: Amber", "reported"),
        ("Red", "missed"),
        ("Completed", "complete"),
        ("Not started", "reported"),
        ("Not achieved", "missed"),
        ("Achieved", "complete"),
        ("Substantial", "on_track"),
        ("Limited", "reported"),
        ("Target met", "met"),
        ("The harbour master", None),
        ("Redcliffe", None),
        ("G", "on_track"),
        ("RAG: R", "missed"),
        ("A", "reported"),
        ("🟢", "on_track"),
        ("✔️", "complete"),
        ("Not yet achieved", "reported"),
        ("Almost complete", "on_track"),
        ("Deferred to 2033", "missed"),
        ("Grand", None),
    ],
)
def test_cells(cell: str, status: str | None) -> None:
    assert find_stated(cell) == status


@pytest.mark.parametrize(
    ("milestone", "sentence", "done"),
    [
        ("Publish a charter for rowers", "The charter was published on 2 May.", True),
        ("Open a boathouse in each ward", "The last boathouse opened on 8 June 2031.", True),
        ("Publish a charter for rowers", "The charter is to be published in May.", False),
        ("Support rowing clubs", "Three clubs were supported.", False),
    ],
)
def test_what_is_done_once(milestone: str, sentence: str, done: bool) -> None:
    assert is_done(milestone, sentence) is done


@pytest.mark.parametrize(
    ("sentence", "bare"),
    [
        ("Completed in May, with help from the crews.", True),
        ("Delayed until May because of the flood in the yard.", True),
        ("Completed in May, the survey was a success.", False),
        ("The yard was delayed.", False),
    ],
)
def test_sentences_without_a_subject(sentence: str, bare: bool) -> None:
    assert is_bare(sentence) is bare
