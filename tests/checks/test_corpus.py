"""The sample corpus: every judged fault of its draft plan against what is found. Floors that are really reached, so that a loss is seen."""

import json
import os
from functools import lru_cache
from pathlib import Path

import pytest

import plantext
from plantext.model.ids import normalised

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
ANSWERS = json.loads((CORPUS / "answers" / "findings.json").read_text(encoding="utf-8"))
PRECISION, RECALL = 0.95, 0.97


@lru_cache(maxsize=1)
def result():
    return plantext.check(str(CORPUS / ANSWERS["document"]), str(CORPUS / ANSWERS["before"]))


def same(answer, finding):
    """The same code on the same page about the same words, one of which may hold the other."""
    wanted, got = normalised(answer["text"]), normalised(finding.text)
    return answer["code"] == finding.code and finding.page in answer.get("pages", [answer["page"]]) and (wanted in got or got in wanted)


def test_faults_found():
    missed = [one for one in ANSWERS["findings"] if not any(same(one, finding) for finding in result().findings)]
    assert 1 - len(missed) / len(ANSWERS["findings"]) >= RECALL, missed


def test_few_false_alarms():
    false = [finding for finding in result().findings if not any(same(one, finding) for one in ANSWERS["findings"])]
    assert 1 - len(false) / len(result().findings) >= PRECISION, false


def test_severities_agree():
    pairs = [(one, finding) for one in ANSWERS["findings"] for finding in result().findings if same(one, finding)]
    differing = [(one["code"], one["severity"], finding.severity) for one, finding in pairs if one["severity"] != finding.severity]
    assert differing == []


def test_suggestions_agree():
    for one in ANSWERS["findings"]:
        if "suggestion" in one:
            finding = next(finding for finding in result().findings if same(one, finding))
            assert one["suggestion"] in finding.suggestion


@pytest.mark.parametrize("name", ["plan-2031-32.pdf", "plan-2032-33.pdf"])
def test_statutory_contents(name):
    documents = json.loads((CORPUS / "answers" / "metadata.json").read_text(encoding="utf-8"))["documents"]
    wanted = {one["requirement"]: one for document in documents if document["path"] == name for one in document["statutory"]}
    rows = {row.requirement: row for row in plantext.check(str(CORPUS / name)).statutory}
    assert {key: rows[key].status for key in wanted} == {key: one["status"] for key, one in wanted.items()}
    for key, one in wanted.items():
        for evidence in one["evidence"]:
            assert any(normalised(evidence["text"]) in normalised(found.text) for found in rows[key].evidence), key


SEEDS = Path(os.environ["PLANTEXT_DATA"]) if "PLANTEXT_DATA" in os.environ else None
OURS = [
    ("plan-2031-32.pdf", None),
    ("plan-2032-33.pdf", "plan-2031-32.pdf"),
    ("board-report-2032.pdf", None),
    ("sources/plan-2032-33.html", None),
]
THEIRS = ["seeds/001_78948ae1f8dd04d4.txt", "pdf/plan_weasyprint.pdf", "pdf/plan_libreoffice.pdf", "pdf/board_report.docx"]


def assert_words_are_those_of_their_span(plan, before=None):
    document = plantext.read(str(plan))
    checked = plantext.check(document, before and str(before))
    assert checked.findings or checked.statutory
    for one in (*checked.findings, *(evidence for row in checked.statutory for evidence in row.evidence)):
        assert document.block(one.block).text[slice(*one.span)] == one.text, one


@pytest.mark.parametrize(("plan", "before"), OURS)
def test_words_are_those_of_their_span(plan, before):
    assert_words_are_those_of_their_span(CORPUS / plan, before and CORPUS / before)


@pytest.mark.skipif(SEEDS is None, reason="PLANTEXT_DATA names no folder with the user's own documents")
@pytest.mark.parametrize("name", THEIRS)
def test_words_are_those_of_their_span_in_real_documents(name):
    assert_words_are_those_of_their_span(SEEDS / name)
