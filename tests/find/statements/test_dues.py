from __future__ import annotations

import pytest

from plantext.find.statements.dues import find_addressee, find_due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("We expect more on tolls in the 2031-32 Harbour and Coast Plan.", "in the 2031-32 Harbour and Coast Plan"),
        ("Papers should come 5 clear working days before meetings.", "5 clear working days"),
        ("Publish the map by 31 March 2030.", "by 31 March 2030"),
        ("Report by the end of 2030 on the pier.", "by the end of 2030"),
        ("Reply within 28 days of this report.", "within 28 days of this report"),
        ("This belongs in the next version of the plan.", "in the next version of the plan"),
        ("Do it no later than autumn 2030.", "no later than autumn 2030"),
        ("Bring it to its next meeting.", "to its next meeting"),
        ("Drafts should reach us at least nine days before a hearing.", "at least nine days before a hearing"),
        ("We hope that the edition for 2031-32 will name a lead.", "the edition for 2031-32"),
        ("It would open before the end of 2032.", "before the end of 2032"),
        ("You agreed to bring the survey to the Board in the autumn.", "in the autumn"),
        ("We asked why calls fell in the autumn.", None),
        ("We would like to know why calls fell in the autumn.", None),
        ("The draft reached us two days before the hearing.", None),
        ("Trends over the past five years are wanted.", None),
        ("In 2019 the pier burnt down.", None),
        ("Could the Board also have a note, in the spring, on tolls?", "in the spring"),
        ("Tell us, at our meeting in October, how the tolls work.", "at our meeting in October"),
        ("Will the Clerk report, by our July meeting, on tolls?", "by our July meeting"),
        ("Pay a bonus after two years' service at sea.", None),
        ("Leaks should be mended within 14 days of being reported.", None),
    ],
)
def test_find_due(text: str, due: str | None) -> None:
    assert find_due(text) == due


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("The Panel asked if you could add a map.", "you"),
        ("Members urged the Deputy Mayor to open a desk.", "the Deputy Mayor"),
        ("The Panel would like to see you develop a guide.", "you"),
        ("The Harbour Trust should dredge the basin.", "The Harbour Trust"),
        ("Ferries should run until midnight.", None),
        ("Providers should publish their fares.", "Providers"),
        ("That the Chief Fire Officer be asked to report.", "the Chief Fire Officer"),
        ("The Board is asked to back the approach.", "The Board"),
        ("Targets should be set.", None),
        ("The Panel considered that moped theft should have been covered.", None),
    ],
)
def test_find_addressee(text: str, addressee: str | None) -> None:
    assert find_addressee(text) == addressee


def test_a_span_gone_by_is_no_deadline() -> None:
    assert find_due("The number of wardens has fallen from 90 to 60 in five years.") is None
    assert find_due("The number of wardens should be restored in three years.") == "in three years"


def test_a_plan_named_after_another_verb_is_no_edition() -> None:
    assert find_due("In future years we ask that the Plan lists every grant.") is None
