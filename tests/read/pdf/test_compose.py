"""Words at line ends."""

from __future__ import annotations

import pytest

from plantext.read.pdf.compose import Lexicon, compose
from plantext.read.pdf.engine import Style, level_run
from plantext.read.pdf.lines import Line

PLAIN = Style(bold=False, italic=False, colour=0, alpha=255, hidden=False)


def line(text: str) -> Line:
    return Line([level_run(text, 72, 72 + 5 * len(text), 100, 11, PLAIN)], 1)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("the com\u2010", "missioner", "the commissioner"),
        ("the com\u00ad", "missioner", "the commissioner"),
        ("an evidence-", "based view", "an evidence-based view"),
        ("an evidence\ufffe", "based view", "an evidence-based view"),
        ("in 2014-", "15 and later", "in 2014-15 and later"),
        ("the Anglo-", "Saxon bridge", "the Anglo-Saxon bridge"),
        ("a plain", "line", "a plain line"),
    ],
)
def test_hyphens_at_a_line_end(first, second, expected):
    lines = [line(first), line(second)]
    assert compose(lines, Lexicon(lines))[0] == expected


def test_where_words_are_broken_the_documents_own_words_decide():
    lines = [line("the com-"), line("missioner and the bud-"), line("get"), line("a commissioner has a budget"), line("evidence-based")]
    lines += [line("and evidence-"), line("based")]
    text, _ = compose(lines, Lexicon(lines))
    assert text == "the commissioner and the budget a commissioner has a budget evidence-based and evidence-based"


def test_what_a_hyphen_parts_is_no_word_of_the_document():
    lines = [line("a commissioner in the com-"), line("missioner and in or-"), line("der that or others see")]
    assert compose(lines, Lexicon(lines))[0] == "a commissioner in the commissioner and in order that or others see"


def test_a_space_before_a_hyphen_that_parts_a_word_goes_with_it():
    lines = [line("with much pa -"), line("tience and a word -"), line("or two - that the word says")]
    assert compose(lines, Lexicon(lines))[0] == "with much patience and a word - or two - that the word says"
