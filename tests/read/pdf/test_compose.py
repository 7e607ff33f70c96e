"""Words at line ends."""

from __future__ import annotations

import pytest

from plantext.read.pdf.compose import Lexicon, compose
from plantext.read.pdf.engines.engine import Style, level_run
from plantext.read.pdf.lines import Line

PLAIN = Style(bold=False, italic=False, colour=0, alpha=255, hidden=False)


def line(text: str, number: int = 0) -> Line:
    return Line([level_run(text, 72, 72 + 5 * len(text), 100 + 14 * number, 11, PLAIN)], 1)


def column(*texts: str) -> list[Line]:
    return [line(text, number) for number, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("the com\u2010", "missioner", "the commissioner"),
        ("the com\u00ad", "missioner", "the commissioner"),
        ("an evidence-", "based view", "an evidence-based view"),
        ("an evidence\ufffe", "based view", "an evidence-based view"),
        ("in 2014-", "15 and later", "in 2014-15 and later"),
        ("in 2014\u2013", "15 and later", "in 2014\u201315 and later"),
        ("the spring \u2013", "15 of them", "the spring \u2013 15 of them"),
        ("the Anglo-", "Saxon bridge", "the Anglo-Saxon bridge"),
        ("a plain", "line", "a plain line"),
    ],
)
def test_hyphens_at_a_line_end(first, second, expected):
    lines = [line(first), line(second)]
    assert compose(lines, Lexicon(lines))[0] == expected


def test_where_words_are_broken_the_documents_own_words_decide():
    lines = column("the com-", "missioner and the bud-", "get", "a commissioner has a budget", "evidence-based", "and evidence-", "based")
    text, _ = compose(lines, Lexicon(lines))
    assert text == "the commissioner and the budget a commissioner has a budget evidence-based and evidence-based"


def test_what_a_hyphen_parts_is_no_word_of_the_document():
    lines = column("a commissioner in the com-", "missioner and in or-", "der that or others see")
    assert compose(lines, Lexicon(lines))[0] == "a commissioner in the commissioner and in order that or others see"


def test_a_space_before_a_hyphen_that_parts_a_word_goes_with_it():
    lines = column("with much pa -", "tience and a word -", "or two - that the word says")
    assert compose(lines, Lexicon(lines))[0] == "with much patience and a word - or two - that the word says"


def test_common_words_tell_what_the_documents_own_do_not():
    lines = column(
        "the end of a private ten-",
        "ancy, and leased accommoda-",
        "tion, is an anti-",
        "social thing, and an evidence-",
        "based one has seen the environ-",
        "mental side of it, by four-",
        "fifths, for the informa-",
        "tion of the dispos-",
        "able ones with-",
        "out an-",
        "other",
    )
    text = compose(lines, Lexicon(lines))[0]
    assert (
        text
        == "the end of a private tenancy, and leased accommodation, is an anti-social thing, and an evidence-based one has seen the environmental side of it, by four-fifths, for the information of the disposable ones without another"
    )


def test_what_stands_beside_a_line_does_not_go_on_with_it():
    left = column("the roads of the environ-", "ment and the accommoda-", "tion of the old")
    right = [Line([level_run(text, 300, 400, 100 + 14 * at, 11, PLAIN)], 1) for at, text in enumerate(("long-", "term", "plan"))]
    lines = [one for pair in zip(left, right, strict=True) for one in pair]
    assert compose(left, Lexicon(lines))[0] == "the roads of the environment and the accommodation of the old"
    assert compose(right, Lexicon(lines))[0] == "long-term plan"


def test_a_document_that_breaks_no_words_keeps_its_hyphens():
    lines = column("the anti-", "social thing in the long-", "term plan for the co-", "operation")
    assert compose(lines, Lexicon(lines))[0] == "the anti-social thing in the long-term plan for the co-operation"


def test_a_piece_that_is_no_word_is_made_whole_even_where_hardly_any_are_broken():
    lines = column("the half-", "hour visit, and our nine recommenda-", "tions on it")
    assert compose(lines, Lexicon(lines))[0] == "the half-hour visit, and our nine recommendations on it"
