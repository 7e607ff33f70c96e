"""What binds a plan, and what only looks like it."""

import pytest

from plantext.compare.commitment import asked_actions, does, only_looks, read_commitment
from plantext.compare.contrary import opposes


@pytest.mark.parametrize(
    "text",
    [
        "We will open a third garden.",
        "The Commissioner will fund two more lifeboats.",
        "Reasons will now be published first.",
        "The Force is committed to fair recruitment.",
        "I intend to hold a summit on noise.",
        "Every shelter will be repainted by June.",
        "Work will also be done with schools, and it will be paid for.",
    ],
)
def test_firm(text):
    assert read_commitment(text).firm


@pytest.mark.parametrize(
    "text", ["Teams are working with schools.", "The service is being set up in Saltby.", "The Mayor continues to support the night bus."]
)
def test_at_work(text):
    assert read_commitment(text).kind == "at_work"


@pytest.mark.parametrize(
    "text",
    [
        "The garden opened in May.",
        "Demand will rise again.",
        "The government will pay for the bridge.",
        "This will need the help of every shop.",
        "It will be difficult to recruit.",
        "The council would build a hub if money were found.",
        "The Panel will publish its report.",
        "Residents will know more.",
        "Confidence fell by two points.",
    ],
)
def test_no_commitment(text):
    assert read_commitment(text) is None


def test_who_issues_the_plan_binds_himself():
    assert read_commitment("The government will pay for the bridge.", frozenset({"government"})).firm


@pytest.mark.parametrize("text", ["We will not close the library.", "No more vans will be bought.", "Their number will not change."])
def test_negated(text):
    assert read_commitment(text) is None or not read_commitment(text).firm


def test_the_action_must_be_the_one_asked_for():
    assert does("Publish the fees each year", asked_actions("to publish the fees"))
    assert not does("Reduce the fees each year", asked_actions("to publish the fees"))
    assert does("Anything at all", asked_actions("the absence of ferries"))


def test_the_opposite_and_the_mere_look():
    assert opposes("more buses at night", "Reduce buses at night")
    assert not opposes("more focus on burglary", "Reduce burglary")
    assert only_looks("a hub at the station", "Consult on a hub at the station")
    assert not only_looks("a consultation on the hub", "Consult on a hub at the station")


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("We have no plans to bring in a toll.", True),
        ("We do not intend to close the pier.", True),
        ("A residents' panel of ten people will meet each month.", False),
    ],
)
def test_who_undertakes_and_who_refuses(text, negated):
    found = read_commitment(text)
    assert found is not None
    assert found.negated == negated


@pytest.mark.parametrize("text", ["The number of visitors will rise.", "Some of the residents will move.", "The panel will comment."])
def test_a_forecast_and_the_deeds_of_others_are_no_commitment(text):
    assert read_commitment(text) is None
