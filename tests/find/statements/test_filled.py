"""Responses that an officer filled in, as they come back."""

import plantext
from plantext.compare.answered import asks_of
from plantext.find.statements.filled import find_responses
from plantext.model.pack import Response
from plantext.report.docx.response import render_response
from tests.factories import samples
from tests.factories.results import block, cell, document


def table(header, *rows):
    return document(block("t", "table", "", header=header, rows=tuple(tuple(cell(text) for text in row) for row in rows)))


def test_a_blank_response_comes_back_blank_and_the_words_as_they_were():
    result = samples.sample_coverage()
    responses = find_responses(plantext.read(render_response(result), cache=False))
    assert sorted(response.asked for response in responses) == sorted(one.text for one in asks_of(result))
    assert {response.text for response in responses} == {""}


def test_what_was_written_comes_back():
    result = samples.sample_coverage()
    name = result.coverage[1].statement
    written = "We will do it.\nIt is due in May."
    responses = find_responses(plantext.read(render_response(result, responses={name: written}), cache=False))
    assert [response.text for response in responses if response.text] == [written]


def test_columns_are_known_by_their_headings_wherever_they_stand():
    made = table(("Reply", "No.", "What was asked"), ("Yes, in May", "1", "Will you open it?"), ("[to follow]", "2", "“When?”"))
    assert find_responses(made) == (Response(asked="Will you open it?", text="Yes, in May"), Response(asked="When?", text=""))


def test_a_table_without_these_columns_has_no_responses():
    assert find_responses(table(("No.", "Milestone"), ("1", "Open parks"))) == ()
    assert find_responses(table((), ("1", "2"))) == ()


def test_brackets_within_a_response_are_words():
    made = table(("What was asked", "Response"), ("Why?", "[Annex A] says why"), ("How?", "[one]\nand more [two]"))
    assert [response.text for response in find_responses(made)] == ["[Annex A] says why", "[one]\nand more [two]"]
