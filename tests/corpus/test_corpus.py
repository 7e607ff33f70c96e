"""The sample corpus agrees with itself: PDFs with sources, manifest with files, answers with what is printed."""

from __future__ import annotations

import json
import re
import runpy
import shutil
import subprocess
import tomllib
import typing
from collections import Counter
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from lxml import html

from plantext.model.alignment import KINDS
from plantext.model.coverage import STATUSES, Answerable
from plantext.model.findings import ASKS, Act, Direction

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "corpus"
DOCUMENTS = tomllib.loads((CORPUS / "corpus.toml").read_text("utf-8"))["document"]
NAMES = [document["path"] for document in DOCUMENTS]
BEFORE, AFTER = "plan-2031-32.pdf", "plan-2032-33.pdf"
BLOCKS = {"h1", "h2", "h3", "h4", "p", "li", "td", "th", "figcaption"}
BLOCKS_WITHIN = {"ul", "ol", "p"}  # what stands in a list item or cell is judged by itself


def squeezed(text: str) -> str:
    """`text` without spaces, hyphens and leaders: PDFs break lines, drop hyphens at their ends, and fill a line with as many dots as fit."""
    return re.sub(r"[\s\ufffe\x02\u00ad\u2010-]|\.{3,}", "", text)


@cache
def pages(name: str) -> tuple[str, ...]:
    """The raw text of each page, squeezed."""
    with pypdfium2.PdfDocument(CORPUS / name) as pdf:
        return tuple(squeezed(pdf[index].get_textpage().get_text_range()) for index in range(len(pdf)))


def stands_on(name: str, text: str, page: int) -> bool:
    """Whether `text` stands on `page` (from 1), or begins there and ends on the next."""
    wanted, printed = squeezed(text), pages(name)
    if wanted in printed[page - 1]:
        return True
    following = printed[page] if page < len(printed) else ""
    return any(wanted[:cut] in printed[page - 1] and wanted[cut:] in following for cut in range(8, len(wanted)))


def source_blocks(name: str) -> list[str]:
    """The text of each block and footnote of a PDF's source; a footnote's number stands where it is called."""
    body = html.parse(CORPUS / "sources" / Path(name).with_suffix(".html").name).getroot().find("body")
    texts = []
    for number, note in enumerate(body.find_class("note"), 1):
        texts.append(note.text_content())
        for child in list(note):
            note.remove(child)
        note.text = str(number)
    for block in body.iter(*BLOCKS):
        own = [block.text or ""]
        for child in block:
            own += ["" if child.tag in BLOCKS_WITHIN else child.text_content(), child.tail or ""]
        texts.append("".join(own))
    return [text for text in texts if text.strip()]


@cache
def answers(name: str) -> typing.Any:
    return json.loads((CORPUS / "answers" / f"{name}.json").read_text("utf-8"))


def has_liberation_fonts() -> bool:
    if not shutil.which("fc-match"):
        return False
    match = subprocess.run(["fc-match", "Liberation Sans"], capture_output=True, check=True)
    return b"Liberation" in match.stdout


def milestones() -> dict[str, dict[str, typing.Any]]:
    both = answers("milestones-2031-32")["milestones"] + answers("milestones-2032-33")["milestones"]
    return {milestone["key"]: milestone for milestone in both}


def test_manifest_names_the_files_that_are_there():
    assert sorted(NAMES) == sorted(path.name for path in CORPUS.glob("*.pdf"))
    kinds = {"plan", "panel_report", "performance_report", "board_report", "decision_notice"}
    assert {document["kind"] for document in DOCUMENTS} == kinds
    assert all(document["licence"] and document["publisher"] and ("edition" in document or "date" in document) for document in DOCUMENTS)
    assert sum((CORPUS / name).stat().st_size for name in NAMES) < 1_500_000


@pytest.mark.parametrize("name", NAMES)
def test_pdf_holds_its_source(name: str):
    blocks = source_blocks(name)
    assert len(blocks) > 20
    missing = [text for text in blocks if not any(stands_on(name, text, page) for page in range(1, len(pages(name)) + 1))]
    assert missing == []


@pytest.mark.parametrize("name", NAMES)
def test_made_again_it_says_the_same(name: str):
    pytest.importorskip("weasyprint", reason="WeasyPrint is not installed")
    if not has_liberation_fonts():
        pytest.skip("the Liberation fonts are not installed: lines would break elsewhere")
    chore = runpy.run_path(str(ROOT / "scripts" / "make_corpus.py"))
    with pypdfium2.PdfDocument(chore["print_pdf"](chore["source_of"](name))) as pdf:
        again = tuple(squeezed(pdf[index].get_textpage().get_text_range()) for index in range(len(pdf)))
    assert again == pages(name)


def test_the_variations_table_is_cut_within_a_sentence_and_a_footnote_stands_between():
    assert pages(AFTER)[4].count(squeezed("Set up a joint safeguarding desk with the six")) == 1
    assert squeezed("six district councils") not in pages(AFTER)[4]
    head, tail = "Cut the average number of days lost to", "sickness to 8 a year"
    assert squeezed(head) in pages(AFTER)[5]
    assert squeezed(tail) in pages(AFTER)[6]
    assert squeezed("Burglary of sheds, garages and farm buildings is counted apart") in pages(AFTER)[5]


@pytest.mark.parametrize(("name", "count"), [("milestones-2031-32", 28), ("milestones-2032-33", 34)])
def test_milestones_stand_where_they_are_said_to(name: str, count: int):
    answer = answers(name)
    assert answer["count"] == len(answer["milestones"]) == len({milestone["key"] for milestone in answer["milestones"]}) == count
    for milestone in answer["milestones"]:
        assert milestone["edition"] == answer["edition"]
        assert milestone["text"] in [place["text"] for place in milestone["places"]]
        for place in milestone["places"]:
            assert stands_on(place["document"], place["text"], place["page"]), place
            headings = [squeezed(text) for text in source_blocks(place["document"])]
            assert squeezed(place["section"]) in headings, place
        for target in milestone["targets"]:
            assert target["text"] in milestone["text"]
            assert target["direction"] in typing.get_args(Direction)
            assert target["value"] is None or target["value"] >= 0


def test_every_milestone_is_in_exactly_one_change():
    answer, known = answers("variations"), milestones()
    assert sorted(key for change in answer["changes"] for key in change["before"] + change["after"]) == sorted(known)
    for change in answer["changes"]:
        assert set(change["kinds"]) <= set(KINDS)
        assert change["before_texts"] == [known[key]["text"] for key in change["before"]]
        assert change["after_texts"] == [known[key]["text"] for key in change["after"]]
        assert ("added" in change["kinds"]) == (not change["before"])
        assert ("removed" in change["kinds"]) == (not change["after"])
        assert ("split" in change["kinds"]) == (len(change["after"]) > 1)
        assert ("merged" in change["kinds"]) == (len(change["before"]) > 1)
        assert ("moved" in change["kinds"]) == (
            bool(change["before"] and change["after"]) and change["objective_before"] != change["objective_after"]
        )
        if change["rationale"]:
            assert stands_on(AFTER, change["rationale"]["text"], change["rationale"]["page"])
        if change["duplicate_of"]:
            assert known[change["duplicate_of"]]["text"] == change["after_texts"][0]
    counted = Counter(kind for change in answer["changes"] for kind in change["kinds"] or ["unchanged"])
    assert answer["counts"] == counted


def test_statements_are_printed_and_every_ask_is_judged():
    statements = answers("statements")["statements"]
    assert answers("statements")["count"] == len(statements) == len({statement["key"] for statement in statements})
    for statement in statements:
        assert statement["act"] in typing.get_args(Act)
        assert stands_on(statement["document"], statement["text"], statement["page"]), statement
    coverage = answers("coverage")["coverage"]
    asks = sorted(statement["key"] for statement in statements if statement["act"] in ASKS)
    assert sorted(item["statement"] for item in coverage) == asks
    plan = "".join(pages(AFTER)).casefold()
    for item in coverage:
        assert item["status"] in STATUSES
        assert item["answerable"] in typing.get_args(Answerable)
        assert (item["status"] == "not_found") == (not item["evidence"])
        assert all(stands_on(AFTER, evidence["text"], evidence["page"]) for evidence in item["evidence"]), item
        assert not [term for term in item["absent_terms"] if squeezed(term).casefold() in plan]
    claims = {statement["key"] for statement in statements if statement["absence_claim"]}
    refuted = {item["statement"] for item in coverage if item["absence_refuted"]}
    assert refuted
    assert refuted < claims


def test_findings_stand_on_their_pages():
    answer = answers("findings")
    assert answer["count"] == len(answer["findings"])
    contract_codes = {
        "placeholder", "draft-mark", "duplicate-milestone", "milestone-mismatch", "year-mismatch", "typo-year", "cross-reference",
        "name-variant", "table-arithmetic", "table-sign", "missing-rationale", "unexplained-change", "contents-mismatch", "numbering",
        "footnote", "acronym", "impossible-date", "figure-conflict", "dead-link",
    }  # fmt: skip
    found = {finding["code"] for finding in answer["findings"]}
    assert contract_codes - found == {"dead-link"}  # WeasyPrint prints no link that leads nowhere
    assert found <= contract_codes
    for finding in answer["findings"]:
        assert finding["severity"] in {"error", "warning", "info"}
        assert stands_on(AFTER, finding["text"], finding["page"]), finding


def test_the_draft_mark_is_on_some_pages_only():
    marked = [number for number, text in enumerate(pages(AFTER), 1) if "DRAFT" in text]
    (finding,) = [finding for finding in answers("findings")["findings"] if finding["code"] == "draft-mark"]
    assert finding["pages"] == marked
    assert 0 < len(marked) < len(pages(AFTER))


def test_progress_says_something_of_every_milestone():
    answer, known = answers("progress"), milestones()
    assert [item["milestone"] for item in answer["milestones"]] == [m["key"] for m in answers("milestones-2031-32")["milestones"]]
    assert answer["counts"] == Counter(item["status"] for item in answer["milestones"])
    for item in answer["milestones"]:
        assert item["text"] == known[item["milestone"]]["text"]
        assert (item["status"] == "not_reported") == (not item["evidence"])
        assert (item["status"] == "deferred") == bool(item["deferred_to"])
        assert all(stands_on(answer["report"], part["text"], part["page"]) for part in item["evidence"] + item["figures"]), item
        assert any(squeezed(item["heading"] or "") in page for page in pages(answer["report"])), item
    assert all(stands_on(answer["report"], item["text"], item["page"]) for item in answer["unmatched"])


def test_metadata_agrees_with_the_manifest():
    described = {document["path"]: document for document in answers("metadata")["documents"]}
    assert list(described) == NAMES
    for document in DOCUMENTS:
        judged = described[document["path"]]
        assert judged["kind"] == document["kind"]
        assert judged["title"] == document["title"]
        assert judged["publisher"] == document["publisher"]
        assert judged["edition"] in {document.get("edition"), "2033-37"}
        assert judged["date"] == (document["date"].isoformat() if "date" in document else None)
        assert judged["pages"] == len(pages(document["path"]))
        evidence = judged["dates"] + [item for requirement in judged["statutory"] for item in requirement["evidence"]]
        assert all(stands_on(document["path"], item["text"], item["page"]) for item in evidence)
