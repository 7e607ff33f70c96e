from __future__ import annotations

from evaluation.checks import score_checks

ANSWER = {"code": "placeholder", "page": 3, "text": "to be inserted"}
ROW = {"requirement": "resources", "status": "found", "evidence": [{"page": 1, "text": "The budget is large."}]}


def result(code: str = "placeholder", page: int = 3, status: str = "found", evidence: str = "The budget is large."):
    finding = {"code": code, "page": page, "text": "A date, to be inserted", "message": "Something is still to be filled in."}
    return {"findings": [finding], "statutory": [{"requirement": "resources", "status": status, "evidence": [{"text": evidence}]}]}


def test_a_perfect_answer_scores_one():
    scores = score_checks(result(), [ANSWER], {"plan": (result(), [ROW])})
    assert (scores.figures["findings.f1"], scores.figures["statutory"]) == (1.0, 1.0)


def test_another_page_or_code_is_a_miss_and_a_false_alarm():
    for wrong in (result(page=4), result(code="acronym")):
        figures = score_checks(wrong, [ANSWER], {}).figures
        assert (figures["findings.precision"], figures["findings.recall"]) == (0.0, 0.0)


def test_statutory_evidence_counts_with_its_status():
    for wrong in (result(status="not_found"), result(evidence="Nothing of the kind.")):
        assert score_checks(result(), [ANSWER], {"plan": (wrong, [ROW])}).figures["statutory"] == 0.0
