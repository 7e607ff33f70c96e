"""How far something is, in sentences and cells."""

from __future__ import annotations

import pytest

from plantext.find.outcomes import find_outcome, find_stated, is_done


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
