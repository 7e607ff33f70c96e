"""The scorer of progress: a perfect result scores 1, a broken one less, and only where it is broken."""

from __future__ import annotations

import copy
import json
from pathlib import Path

from evaluation.progress import score_progress

ROOT = Path(__file__).resolve().parents[2]
TOLD = json.loads((ROOT / "corpus" / "answers" / "progress.json").read_text("utf-8"))
ANSWERS, UNMATCHED = TOLD["milestones"], TOLD["unmatched"]
PERFECT = {"milestones": [{**one, "milestone": f"m-{one['milestone']}"} for one in ANSWERS], "unmatched": UNMATCHED}


def figures(result):
    return score_progress(result, ANSWERS, UNMATCHED).figures


def test_a_perfect_result_scores_one():
    assert {name: value for name, value in figures(PERFECT).items() if value != 1.0} == {"wrong_met": 0.0}
    assert all(case.right for case in score_progress(PERFECT, ANSWERS, UNMATCHED).cases.values())


def test_nothing_scores_nothing():
    scored = figures({})
    assert scored["status"] == 0.0
    assert scored["linked.recall"] == 0.0


def test_a_wrong_status_costs_the_status_alone():
    broken = copy.deepcopy(PERFECT)
    broken["milestones"][4]["status"] = "met"  # it was missed
    scored = figures(broken)
    assert scored["status"] < 1.0
    assert scored["wrong_met"] == 1.0
    assert scored["figures.f1"] == 1.0


def test_a_wrong_sign_costs_the_figure():
    broken = copy.deepcopy(PERFECT)
    one = next(one for one in broken["milestones"] if one["figures"] and one["figures"][0]["actual"] == -3.2)
    one["figures"][0]["actual"] = 3.2
    assert figures(broken)["figures.f1"] < 1.0
    assert figures(broken)["status"] == 1.0


def test_an_invented_heading_costs_precision():
    broken = copy.deepcopy(PERFECT)
    broken["unmatched"].append({"text": "Purpose of the report", "page": 1})
    assert figures(broken)["unmatched.precision"] == 0.5
