"""Text from documents stays text, whatever it looks like."""

import csv
import io

import lxml.html
import msgspec
import pytest

from plantext.report import formats_of, render
from tests.factories import samples

HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(1)>{{ 7 * 191 }}{% raw %}[a](javascript:b) | `c` \"'></td> [red]d[/red] :smile:"
)
CONTROL = "\x00\x02\x07\x1b[31m\x85\u202e\ufeff"
SAMPLES = tuple(sample() for sample in samples.SAMPLES.values())
# Every field that a document, or a file's name, can fill.
FIELDS = {
    "name", "text", "title", "section", "message", "objective", "objective_before", "objective_after", "edition", "measure", "unit",
    "number", "marker", "theme", "due", "addressee", "why", "review_reason", "detail", "searched", "absent_terms",
    "topics", "header", "baseline",
    "path", "publisher", "reason", "summary", "sources",
}  # fmt: skip


RESULTS = {"variations.json", "variations.html"}  # which the page of a batch points to


def spoilt(value, words, key=""):
    if isinstance(value, str) and key in FIELDS:
        return words + value
    if isinstance(value, dict):
        return {name: spoilt(item, words, name) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [spoilt(item, words, key) for item in value]
    return value


def spoil(result, words):
    return msgspec.convert(spoilt(msgspec.to_builtins(result), words), type(result))


def having(form):
    return [sample for sample in SAMPLES if form in formats_of(type(sample))]


def name_of(sample):
    return type(sample).__name__


@pytest.mark.parametrize("sample", having("html"), ids=name_of)
def test_html_holds_one_script_and_shows_the_rest(sample):
    clean = lxml.html.document_fromstring(render(sample, "html"))
    page = lxml.html.document_fromstring(render(spoil(sample, HOSTILE), "html"))
    assert [script.text for script in page.iter("script")] == [script.text for script in clean.iter("script")]
    assert not list(page.iter("img"))
    assert len(list(page.iter())) == len(list(clean.iter()))  # not one element more
    shown = page.find("body").text_content()
    assert "<script>alert(1)</script>" in shown
    assert "{{ 7 * 191 }}" in shown
    assert "1337" not in shown


@pytest.mark.parametrize("sample", having("html"), ids=name_of)
def test_html_loads_nothing(sample):
    page = lxml.html.document_fromstring(render(sample, "html"))
    assert not page.xpath("//link | //img | //iframe | //script[@src] | //object")
    assert all(link.startswith("#") or link in RESULTS for _, _, link, _ in page.iterlinks())
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert "default-src 'none'" in policy


@pytest.mark.parametrize("sample", having("csv"), ids=name_of)
@pytest.mark.parametrize("start", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\x02=1", "＝1"])
def test_no_cell_begins_a_formula(sample, start):
    table = list(csv.reader(io.StringIO(render(spoil(sample, start), "csv"))))
    cells = [cell for row in table[1:] for cell in row]
    assert any("=" in cell or "1" in cell for cell in cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝"))]
    assert {len(row) for row in table} == {len(table[0])}


@pytest.mark.parametrize("sample", having("md"), ids=name_of)
def test_markdown_shows_hostile_text_as_text(sample):
    from markdown_it import MarkdownIt

    text = render(spoil(sample, HOSTILE), "md")
    page = lxml.html.document_fromstring(MarkdownIt("gfm-like", {"linkify": False}).render(text))
    assert not list(page.iter("script", "img", "a"))
    assert "<script>alert(1)</script>" in page.text_content()
    rows = page.xpath("//tr")
    clean = lxml.html.document_fromstring(MarkdownIt("gfm-like", {"linkify": False}).render(render(sample, "md")))
    assert [len(row) for row in rows] == [len(row) for row in clean.xpath("//tr")]  # no cell was parted


@pytest.mark.parametrize(("sample", "form"), [(sample, form) for form in ("text", "md", "html", "csv") for sample in having(form)])
def test_control_characters_are_dropped(sample, form):
    text = render(spoil(sample, CONTROL), form)
    assert not set(text) & set(CONTROL.replace("[31m", ""))


@pytest.mark.parametrize("sample", having("text"), ids=name_of)
def test_text_shows_markup_as_it_stands(sample):
    text = " ".join(render(spoil(sample, "[red]d[/red] :smile: "), "text").split())
    assert "[red]d[/red] :smile:" in text
