"""Responses find their asks by the report's words."""

from plantext.compare.answered import asks_of, match_responses
from plantext.model.pack import Response
from tests.factories.results import answer, coverage, statement


def said(*texts, act="request"):
    statements = tuple(statement(f"s-{number}", text, act) for number, text in enumerate(texts))
    return coverage(statements, tuple(answer(one.id) for one in statements if act == "request"))


def test_words_decide_and_not_the_order_or_the_punctuation():
    matched, lost = match_responses(
        said("Open parks", "Mend roads."), [Response(asked="mend  roads", text="Yes"), Response(asked="Open parks", text="")]
    )
    assert matched == {"s-1": "Yes"}
    assert lost == ()


def test_asks_of_the_same_words_pair_in_order():
    responses = [Response(asked="Open parks", text=""), Response(asked="Open parks", text="The second")]
    assert match_responses(said("Open parks", "Open parks"), responses)[0] == {"s-1": "The second"}


def test_a_response_that_answers_nothing_is_kept():
    stray = Response(asked="Close parks", text="Never")
    assert match_responses(said("Open parks"), [stray, Response(asked="Close roads", text="")]) == ({}, (stray,))


def test_what_asks_nothing_needs_no_response():
    assert asks_of(said("The Panel welcomed it", act="praise")) == ()
