"""Who can answer: this plan, a later one, none."""

import pytest

from plantext.compare.answerable import find_answerable
from plantext.find.statements.subject import own_clause
from plantext.model.findings import Statement


def answerable(text, act="request", due=None, edition="2041-42"):
    statement = Statement(
        id="s-1", theme=None, act=act, absence_claim=False, topics=(), due=due, addressee=None, text=text, page=1, section=None, line=None, block="b-1",
        span=(0, len(text)), bbox=None,
    )  # fmt: skip
    return find_answerable(statement, own_clause(text, act), edition)[0]


@pytest.mark.parametrize(
    "text",
    [
        "The Panel asked that the Plan name a lead for ferries.",
        "Ferry fares should be published.",
        "Members would like care homes to be visited.",
        "The review of fees should be finished by March 2045.",
        "The authority should review and update its guidance on fees.",
        "Staff should have access to data training.",
    ],
)
def test_this_plan(text):
    assert answerable(text) == "this_plan"


@pytest.mark.parametrize(
    "text",
    [
        "Members would expect more on piers in the 2042-43 Plan.",
        "The Panel hopes that the next Plan will cover piers.",
        "More on piers is wanted in future editions.",
    ],
)
def test_a_later_plan(text):
    assert answerable(text) == "later_plan"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The Panel asked for a report on piers in six months' time.", "information"),
        ("Members would be interested in figures on fares.", "information"),
        ("That the Mayor be asked to report to the Committee on piers.", "request"),
        ("Papers should reach members five working days before a meeting.", "request"),
        ("The Board is asked to consider the report.", "request"),
        ("The Panel asked to be kept informed, and that members be updated on piers.", "request"),
    ],
)
def test_no_plan(text, act):
    assert answerable(text, act) == "not_by_a_plan"


def test_evidence_in_the_plan_is_for_the_plan():
    assert answerable("The Panel asked for more figures on fares in the Plan.", "information") == "this_plan"


@pytest.mark.parametrize(
    "text",
    [
        "Members would like to know what the tolls cost.",
        "We asked how many complaints the ferries have.",
        "Tell us how the tide model works.",
    ],
)
def test_what_somebody_wants_to_know_is_told_in_an_answer(text):
    assert answerable(text, "information") == "not_by_a_plan"


def test_a_plan_that_is_to_be_revised_is_a_later_one():
    assert answerable("When the Plan is next revised, tolls should be counted.") == "later_plan"
