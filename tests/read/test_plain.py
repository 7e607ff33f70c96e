"""Plain text and Markdown, held to plain-text cases: to add one, write it into fixtures/plain.txt."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from plantext.errors import SourceError
from plantext.model.document import Document
from plantext.model.json import dumps, loads
from plantext.read.formats import read_bytes
from plantext.read.source import TEXT, media_type
from tests.factories.cases import load_cases, read_plain, shown

CASES = Path(__file__).parent / "fixtures"
WORD = re.compile(r"[A-Za-z]{2,}")

line_of_plan = st.sampled_from(
    [
        "", "", "1 Piers", "4.2 Ferries and sheds", "• mend the pier", "  - paint the shed,", "o clear the slipway", "(a) at once", "12.", "TBC",
        "Contents", "Piers .... 4", "Milestones for 2031-32:", "We will:", "The wall is old, and the", "sea is not. It comes in twice a day.",
        "Action\tBy when\tLead", "Mend the pier\tJune\tMaster", "\t\tWardens", "¹ A note on piers.", "\fThe next page", "LEGAL MATTERS", "**Sheds**",
        "a <b>bold</b> claim & more", "[^2]: Named note", "Figure 3 Sheds by month", "- ", "7", "(open", "**open", "Priority 3 – Sheds first", "<p>Shed",
        "Use the <form> to apply, or <script>", "costs of <£5m and <10 days **in all**", "12. **Numbered** in bold", "[a]: **definition**", "> _quoted_ words",
        "Shed <select>\t<li>Pier <5 m", "+ plus _sign_", "# Hash **bold**", "a\\_b and snake_case_word", "&lt;entity&gt; <b>x</b>",
    ]
)  # fmt: skip
plans = st.lists(line_of_plan, max_size=30).map("\n".join)


@pytest.mark.parametrize(("given", "expected"), load_cases(CASES / "plain.txt"))
def test_case(given: str, expected: list[str]) -> None:
    assert shown(read_plain(given)) == expected


def test_pages_are_counted_only_where_form_feeds_part_them() -> None:
    paged = read_plain("First page.\n\fSecond page.\n\f")
    assert [(block.page, block.line) for block in paged.blocks] == [(1, 1), (2, 2)]
    assert [page.number for page in paged.pages] == [1, 2]
    assert read_plain("One page.\n\f").pages == ()


def test_lines_are_those_of_the_source() -> None:
    document = read_plain("1 Piers\n\nThey are old.\n\n• mend\n• paint\n\nAction\tLead\nMend\tMaster\n")
    assert [block.line for block in document.blocks] == [1, 3, 5, 6, 8]
    assert document.blocks[-1].rows[0][0].blocks[0].line == 9


def test_markdown_keeps_lines_and_sections() -> None:
    document = read_plain("# Plan\n\n## 2 Piers\n\nOld.\n\n### Actions\n\n- mend\n", markdown=True)
    assert [(block.text, block.line, block.section) for block in document.blocks] == [
        ("Plan", 1, None),
        ("2 Piers", 3, "Plan"),
        ("Old.", 5, "2 Piers"),
        ("Actions", 7, "2 Piers"),
        ("mend", 9, "2 Piers"),
    ]


def words_of(document: Document) -> list[str]:
    texts = [text for block in document.texts() for text in (block.text, block.marker or "")]
    return WORD.findall(" ".join([*texts, *(issue.message for issue in document.issues)]))


@examples(plans)
def test_no_word_is_lost(text: str) -> None:
    plain = re.sub(r"</?(?:b|p|li)>|DRAFT|&[lg]t;", " ", text)
    if len(re.findall(r"^#{1,6}\s+\S", text, re.MULTILINE)) > 1:  # Markdown: a link's definition is no text
        plain = re.sub(r"^\[\w+\]:.*$", " ", plain, flags=re.MULTILINE)
    assert set(WORD.findall(plain)) <= set(words_of(read_plain(text)))


@examples(st.text(max_size=300))
def test_any_text_is_read_and_is_the_same_each_time(text: str) -> None:
    first, again = read_plain(text), read_plain(text)
    assert dumps(first) == dumps(again)
    assert loads(dumps(first), Document) == first


@examples(st.one_of(st.binary(max_size=300), plans.map(str.encode), st.text(max_size=200).map(lambda text: f"<html>{text}".encode())))
def test_bytes_are_read_or_refused_with_a_reason(data: bytes) -> None:
    status = "ok"
    try:
        kind = media_type(data, "plan.txt")
        if kind == TEXT or data.startswith(b"<html>"):
            read_bytes(data, "plan.txt", kind)
    except SourceError as error:
        status = error.status
    assert status in {"ok", "damaged", "not_supported", "needs_ocr"}
