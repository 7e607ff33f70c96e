"""HTML, held to plain-text cases: to add one, write it into fixtures/markup.txt."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example
from hypothesis import given as examples
from hypothesis import strategies as st

from plantext.errors import SourceError
from plantext.model.document import Document
from plantext.read.html import read_html
from plantext.read.markup import html_of_markdown, read_fragment
from plantext.read.source import HTML, describe
from tests.factories.cases import load_cases, read_plain, shown


def read_page(text: str) -> Document:
    return read_html(text.encode(), describe(text.encode(), "plan.html", HTML))


@pytest.mark.parametrize(("given", "expected"), load_cases(Path(__file__).parent / "fixtures" / "markup.txt"))
def test_case(given: str, expected: list[str]) -> None:
    assert [line.rstrip() for line in shown(read_page(given))] == [line.rstrip() for line in expected]


def test_the_title_and_the_pictures_are_told() -> None:
    page = read_page(
        "<html><head><title> Harbour plan </title></head><body><figure><img><figcaption>A</figcaption></figure><img></body></html>"
    )
    assert (page.title, page.figures) == ("Harbour plan", 2)


def test_spans_are_counted_and_bounded() -> None:
    row = (
        read_page("<table><tr><td colspan=2>a</td><td rowspan='99999'>b</td><td colspan='x'>c</td><td colspan=0>d</td></tr></table>")
        .blocks[0]
        .rows[0]
    )
    assert [(cell.colspan, cell.rowspan) for cell in row] == [(2, 1), (1, 1000), (1, 1), (1, 1)]


@pytest.mark.parametrize("page", ["", "   ", "<!-- only a comment -->"])
def test_a_page_without_text_is_refused_or_empty(page: str) -> None:
    try:
        blocks = read_page(page).blocks
    except SourceError:
        blocks = ()
    assert blocks == ()


@pytest.mark.parametrize("tag", ["div", "b", "ul", "table"])
def test_a_page_that_is_nested_deeply_is_read_or_refused_but_never_cut(tag: str) -> None:
    assert "deep" in " ".join(block.text for block in read_page(f"<p>{f'<{tag}>' * 300}deep").blocks)
    with pytest.raises(SourceError) as refused:
        read_page(f"<p>{f'<{tag}>' * 5000}deep")
    assert refused.value.status == "damaged"


def test_lines_of_markdown_come_through_html() -> None:
    assert 'data-line="3"' in html_of_markdown("# One\n\nTwo\n")
    assert "<h2" in html_of_markdown("##Tight")
    assert "<h1" not in html_of_markdown("#tag")


@pytest.mark.parametrize("sign", ["<script>", "<form>", "<5", "<style>", "<Name>"])
def test_a_sign_in_markdown_that_opens_nothing_loses_no_word(sign: str) -> None:
    page = read_plain(f"# Plan\n\n## Piers\n\nSend {sign} to the office\n\n{sign} at the head\n\nMend it.\n", markdown=True)
    words = " ".join(block.text for block in page.blocks)
    assert all(word in words for word in ("to the office", "at the head", "Mend it."))


def test_comments_scripts_and_tags_in_markdown_are_no_text() -> None:
    page = read_plain("# Plan\n\n<!-- a note -->\n\n<script>\nrun()\n</script>\n\nA <b>long</b> pier<!-- no -->.\n", markdown=True)
    assert [block.text for block in page.blocks] == ["Plan", "A long pier."]


def test_every_block_of_a_page_says_its_line() -> None:
    page = read_page(
        "<h1>Plan</h1>\n<p data-line='9'>Mend\nit.</p>\n<ul>\n<li>Paint</li>\n</ul>\n<table>\n<tr><td>Oil</td></tr>\n</table>\n"
    )
    assert [(block.text, block.line) for block in page.blocks] == [("Plan", 1), ("Mend it.", 2), ("Paint", 5), ("Oil", 7)]
    assert [block.line for block in page.texts() if block.id.startswith("c-")] == [8]


def test_a_cell_of_a_markdown_table_says_its_line() -> None:
    page = read_plain("# Plan\n\n## Piers\n\n| Action | Lead |\n|---|---|\n| Mend it | Ida |\n| Oil it | Bo |\n", markdown=True)
    assert [(block.text, block.line) for block in page.texts() if block.id.startswith("c-")] == [
        ("Mend it", 7),
        ("Ida", 7),
        ("Oil it", 8),
        ("Bo", 8),
    ]


def test_a_fragment_without_markup_is_one_paragraph() -> None:
    assert [(draft.kind, draft.text) for draft in read_fragment(" Mend & paint ")] == [("paragraph", "Mend & paint")]
    assert read_fragment("  ") == []


pieces = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<ul>",
        "<li>",
        "</ul>",
        "<table>",
        "<tr>",
        "<td>",
        "<th>",
        "</table>",
        "<b>",
        "</b>",
        "<br>",
        "<h2>",
        "<sup>",
        "mend ",
        "pier ",
        "3",
        "• ",
    ]
)


@examples(st.lists(pieces, max_size=25).map("".join))
@example("<table><ul><tr><td>mend ")
def test_no_word_of_a_page_is_lost(text: str) -> None:
    try:
        page = read_page(f"<html><body>{text}</body></html>")
    except SourceError:
        return
    words = " ".join(block.text for block in page.blocks)
    assert len(re.findall("mend|pier", words)) == len(re.findall("mend|pier", text))
