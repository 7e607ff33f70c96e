"""Word and Excel files want a name; pages show pictures of the places where the PDF is at hand."""

import sys
from pathlib import Path

import pytest

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
PLANS = (CORPUS / "plan-2031-32.pdf", CORPUS / "plan-2032-33.pdf")


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_a_file_that_no_terminal_shows_wants_a_name(call, form):
    ran = call("variations", "before.md", "after.md", "--format", form)
    assert (ran.code, ran.out) == (2, "")
    assert "-o" in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("variations", "before.md", "after.md"), "out.docx"),
        (("variations", "before.md", "after.md"), "out.xlsx"),
        (("coverage", "panel.md", "after.md"), "out.docx"),
        (("coverage", "panel.md", "after.md"), "out.xlsx"),
        (("milestones", "after.md"), "out.xlsx"),
        (("recommendations", "panel.md"), "out.xlsx"),
    ],
)
def test_the_ending_names_the_format_and_the_same_call_gives_the_same_bytes(call, folder, words, name):
    ran = call(*words, "-o", name)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    first = (folder / name).read_bytes()
    assert first.startswith(b"PK")
    call(*words, "-o", name)
    assert (folder / name).read_bytes() == first


def test_without_the_extra_excel_is_refused_before_anything_is_read(call, folder, monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    monkeypatch.setattr("importlib.util.find_spec", lambda name, *rest: None)
    ran = call("variations", "none.pdf", "none.pdf", "-o", "out.xlsx")
    assert ran.code == 2
    assert "pip install 'plantext[xlsx]'" in ran.err


def test_a_page_shows_pictures_of_the_places_unless_they_are_not_wanted(call, folder):
    assert call("variations", *PLANS, "-o", "with.html").code == 0
    assert call("variations", *PLANS, "--no-pictures", "-o", "without.html").code == 0
    shown, plain = ((folder / name).read_text("utf-8") for name in ("with.html", "without.html"))
    assert shown.count("<img") >= 50
    assert len(shown) < 5_000_000
    assert "<img" not in plain


def test_a_text_or_standard_input_has_no_pictures_and_does_no_harm(call, folder):
    assert "<img" not in call("variations", "before.md", "after.md", "--format", "html").out
    ran = call("variations", "-", PLANS[1], "-o", "page.html", stdin=PLANS[0].read_bytes())
    assert ran.code == 0
    text = (folder / "page.html").read_text("utf-8")
    assert "of plan-2032-33.pdf, with the words marked" in text
    assert "of standard input, with the words marked" not in text


def test_a_document_shows_its_pages_with_the_blocks_drawn_over_them(call, folder):
    assert call("extract", PLANS[0], "-o", "plan.html").code == 0
    text = (folder / "plan.html").read_text("utf-8")
    assert text.count("<img") == 12
    assert text.count("<svg") == 12
    assert len(text) < 5_000_000
