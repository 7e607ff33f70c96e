"""Words of an ask in a plan: forms, hyphens, acronyms, names that stand together."""

import pytest

from plantext.compare.presence import Presence
from plantext.compare.word_forms import key_of, root_of
from plantext.find.statements.subject import read_subject
from plantext.text.acronyms import Names

FILLER = [f"Sentence number {number} speaks of something else entirely." for number in range(20)]


def asked(ask, *passages, names=None):
    return Presence([*passages, *FILLER], Names(names or {})).weigh(read_subject(ask))


@pytest.mark.parametrize(
    ("ask", "passage"),
    [
        ("Night buses", "A night bus runs hourly."),
        ("Antisocial behaviour", "We tackle anti-social behaviour."),
        ("Farm-watch groups", "The farm watch group met."),
        ("Organisation of volunteers", "Volunteer organization is hard."),
        ("Ferry callers", "Ferry calls were long."),
        ("undertake surveys", "Two surveys were undertaken."),
        ("rebuild the pier", "The pier was rebuilt."),
    ],
)
def test_the_same_words_in_another_form(ask, passage):
    found = asked(ask, passage)
    assert found.held(0).share == pytest.approx(1)
    assert not found.absent_terms()


def test_an_acronym_and_its_name():
    names = {"RVL": "road victims line"}
    assert asked("The road victims line", "The RVL is open.", names=names).held(0).share == pytest.approx(1)
    assert asked("More RVLs", "The road victims line is open.", names=names).held(0).share == pytest.approx(1)


def test_words_of_a_name_far_apart_are_worth_less():
    together = asked("response times", "Response times fell.")
    apart = asked(
        "harbour lights",
        "The harbour was full of small boats from every port along the whole of the northern coast, and later in that same wet month, when "
        "nobody from the town council stood watching there, several old lights failed.",
    )
    assert together.held(0).share == pytest.approx(1)
    assert apart.held(0).share < 0.7


def test_what_never_occurs_as_printed():
    assert asked("knife crime and pier repairs", "Crime fell.", "The pier is closed.").absent_terms() == ("knife crime", "repairs")


@pytest.mark.parametrize(
    "ask", ["knife crime and pier repairs", "that magistrates be consulted on remand", "older residents who live alone"]
)
def test_what_never_occurs_was_searched(ask):
    found = asked(ask, "Crime fell.", "The pier is closed to older boats.")
    assert found.absent_terms()
    assert all(any(term in searched for searched in found.searched()) for term in found.absent_terms())


def test_related_stems_only():
    assert root_of(key_of("mental")) != key_of("mentor")
    assert asked("mental health", "Each mentor met a health worker.").absent_terms() == ("mental health",)


def test_nothing_to_look_for():
    assert asked("the report").names_nothing
