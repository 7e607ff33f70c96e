import lxml.html
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from plantext.report import render
from plantext.report.markdown import escape
from tests.factories import samples
from tests.factories.results import block, cell, document

MARKDOWN = MarkdownIt("gfm-like", {"linkify": False})


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1))
def test_escaped_text_is_shown_as_it_was(text):
    shown = lxml.html.fragment_fromstring(MARKDOWN.render(escape(text)), create_parent="div")
    assert " ".join(shown.text_content().split()) == " ".join(text.split())
    assert not [element for element in shown.iter() if element.tag not in {"div", "p"}]


def test_variations_mark_what_went_and_what_came():
    page = lxml.html.document_fromstring(MARKDOWN.render(render(samples.sample_variations(), "md")))
    assert "by 8 per cent by March 2022" in page.xpath("//del/text()")
    assert "and farms" in page.xpath("//ins/text()")


def test_a_document_comes_back_as_headings_lists_and_tables():
    page = lxml.html.document_fromstring(MARKDOWN.render(render(samples.sample_document(), "md")))
    assert page.xpath("//h2/text()") == ["2.1 Making our streets safer"]
    assert [item.strip() for item in page.xpath("//li/text()") if item.strip()] == [
        "Hold a street meeting in each ward",
        "a. in the evening",
    ]
    assert page.xpath("//th/text()") == ["Milestone", "Date"]


def test_numbered_items_keep_their_numbers_and_merged_cells_their_columns():
    rows = ((cell("wide", colspan=2),), (cell("a"), cell("b")))
    text = render(document(block("b", "list_item", "Ask", marker="3.", level=1), block("t", "table", "", header=("H",), rows=rows)), "md")
    assert "3. Ask\n" in text
    assert "| wide |   |\n| a | b |" in text
