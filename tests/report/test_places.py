"""A place without a page is a line, or the paragraph of a Word file: a reader can count nothing else in it."""

from dataclasses import dataclass
from typing import Any

import pytest
from msgspec import structs

from plantext.model.findings import Milestones, Recommendations
from plantext.read.source import DOCX, PDF, TEXT
from plantext.report import render, words
from plantext.report.places import places_of
from plantext.report.text import render_text
from tests.factories.results import answer as answered
from tests.factories.results import coverage, evidence, milestone, source, statement, variations
from tests.factories.samples import sample_checks


@dataclass(frozen=True)
class Kind:
    """A source of a kind, and what its places are called."""

    media: str
    said: str


def of_kind(media: str, name: str = "plan") -> Any:
    return structs.replace(source(name, 9 if media == PDF else None), media_type=media)


def unpaged(text: str) -> Any:
    one = milestone("m", text, page=None)
    return structs.replace(one, places=(structs.replace(one.places[0], page=None, line=12),))


def unpaged_statement(**more: Any) -> Any:
    return structs.replace(statement("s-1", "Say more", page=None), line=3, **more)


@pytest.mark.parametrize("kind", [Kind(DOCX, "paragraph 12"), Kind(TEXT, "line 12"), Kind("text/html", "line 12"), Kind(PDF, "line 12")])
def test_a_place_is_said_as_its_source_counts(kind):
    result = Milestones(source=of_kind(kind.media), milestones=(unpaged("Mend the north pier"),))
    assert kind.said in render(result, "text")
    assert kind.said in render(result, "md")
    assert kind.said in render_text(result)  # which the command line calls itself


@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_each_side_of_a_comparison_counts(form):
    proof = structs.replace(evidence("A passage of the plan", page=None), line=7)
    result = coverage((unpaged_statement(),), (answered("s-1", evidence=(proof,)),))
    in_word = structs.replace(result, report=of_kind(DOCX, "r"), plan=of_kind(PDF, "p"))
    assert "aragraph 3" in render(in_word, form)
    mixed = render(structs.replace(in_word, plan=of_kind(TEXT, "p")), form)
    assert "ine or paragraph 3" in mixed
    assert "ine or paragraph 7" in mixed


def test_sides_and_chapters_are_sources_too_and_nothing_is_kept():
    result = structs.replace(variations(), before=structs.replace(variations().before, source=of_kind(DOCX)))
    with places_of((result,)):
        assert words.page_words(None, 4) == "paragraph 4"
    assert words.page_words(None, 4) == "line 4"


def test_a_document_that_the_result_does_not_hold_is_known_by_its_name():
    assert words.page_words(None, 4, "Board.DOCX") == "paragraph 4"
    assert words.page_words(3, 4, "board.docx") == "page 3"
    checks = sample_checks()
    first = next(row for row in checks.statutory if row.evidence)
    row = structs.replace(first, evidence=(structs.replace(first.evidence[0], source="board.docx", page=None, line=8),))
    assert "board.docx, paragraph 8" in " ".join(render(structs.replace(checks, statutory=(row,)), "text").split())


def test_a_table_without_pages_has_lines():
    rows = render(coverage((unpaged_statement(number="R1"),), ()), "csv").splitlines()
    assert rows[1].endswith(",R1,3,,,")
    one = Recommendations(source=of_kind(DOCX), statements=(unpaged_statement(number="R1"),))
    assert render(one, "csv").splitlines()[1].endswith(",R1")
    assert "(numbered R1; Rural crime; paragraph 3)" in render(one, "text")
    assert "Numbered R1" in render(one, "md")
