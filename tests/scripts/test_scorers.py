"""Each scorer judges what it is given: a perfect result scores 1, a broken one less, and only where it is broken."""

from __future__ import annotations

import copy
import doctest
import json
from pathlib import Path

import pytest
from evaluation import scores as scores_module
from evaluation import texts
from evaluation.coverage import score_coverage
from evaluation.milestones import score_milestones
from evaluation.statements import score_statements
from evaluation.variations import score_variations

ROOT = Path(__file__).resolve().parents[2]


def answers(name):
    return json.loads((ROOT / "corpus" / "answers" / f"{name}.json").read_text("utf-8"))


BEFORE = answers("milestones-2031-32")["milestones"]
AFTER = answers("milestones-2032-33")["milestones"]
CHANGES = answers("variations")["changes"]
STATEMENTS = answers("statements")["statements"]
COVERAGE = answers("coverage")["coverage"]
PLAN = "plan-2032-33.pdf"
FAULTS = {"wrong_covered"}


def perfect_milestones():
    documents = {place["document"] for answer in BEFORE + AFTER for place in answer["places"]}
    return {
        document: {
            "milestones": [
                {"id": f"m-{one['key']}", **one, "places": [place for place in one["places"] if place["document"] == document]}
                for one in BEFORE + AFTER
                if any(place["document"] == document for place in one["places"])
            ]
        }
        for document in documents
    }


def perfect_variations():
    def ids(keys):
        return [f"m-{key}" for key in keys]

    sides = {
        side: {"milestones": [{"id": f"m-{one['key']}", **one} for one in listed]}
        for side, listed in (("before", BEFORE), ("after", AFTER))
    }
    changes = [
        change
        | {"before": ids(change["before"]), "after": ids(change["after"])}
        | {"duplicate_of": change["duplicate_of"] and f"m-{change['duplicate_of']}"}
        for change in CHANGES
    ]
    return sides | {"changes": changes}


def perfect_statements():
    reports = {one["document"] for one in STATEMENTS}
    return {report: {"statements": [{"id": one["key"], **one} for one in STATEMENTS if one["document"] == report]} for report in reports}


def perfect_coverage():
    return {report: result | {"coverage": COVERAGE} for report, result in perfect_statements().items()}


def score(name, result):
    if name == "milestones":
        return score_milestones(result, BEFORE + AFTER)
    if name == "variations":
        return score_variations(result, CHANGES, BEFORE, AFTER)
    if name == "statements":
        return score_statements(result, STATEMENTS)
    return score_coverage(result, COVERAGE, STATEMENTS)


PERFECT = {
    "milestones": perfect_milestones,
    "variations": perfect_variations,
    "statements": perfect_statements,
    "coverage": perfect_coverage,
}


@pytest.mark.parametrize("name", PERFECT)
def test_a_perfect_result_scores_one_and_every_case_is_right(name):
    scored = score(name, PERFECT[name]())
    assert {key: value for key, value in scored.figures.items() if value != (0 if key in FAULTS else 1)} == {}
    assert [key for key, case in scored.cases.items() if not case.right] == []
    assert len(scored.cases) >= 30


@pytest.mark.parametrize("name", PERFECT)
def test_no_result_finds_nothing(name):
    empty = {} if name == "variations" else {key: {} for key in PERFECT[name]()}
    scored = score(name, empty)
    assert all(value < 0.5 for value in scored.figures.values())
    assert not any(case.right for key, case in scored.cases.items() if not key.startswith("reasons."))


def find(listed, **fields):
    return next(one for one in listed if all(one[name] == value for name, value in fields.items()))


def drop_entry(result):
    result[PLAN]["milestones"].remove(find(result[PLAN]["milestones"], key="32-05"))


def invent_entry(result):
    result[PLAN]["milestones"].append(result[PLAN]["milestones"][0] | {"id": "m-new", "text": "Paint the gate of every depot green"})


def wrong_edition(result):
    find(result[PLAN]["milestones"], key="32-05")["edition"] = "2031-32"


def wrong_objective(result):
    find(result[PLAN]["milestones"], key="32-05")["objective"] = "Something else"


def lost_place(result):
    find(result[PLAN]["milestones"], key="32-05")["places"].pop()


def torn_text(result):
    find(result[PLAN]["milestones"], key="32-05")["text"] += " depot"


def wrong_value(result):
    find(result[PLAN]["milestones"], key="32-01")["targets"][0]["value"] = 71


def wrong_measure(result):
    find(result[PLAN]["milestones"], key="32-01")["targets"][0]["measure"] = "depots painted"


def lose_link(result):
    change = find(result["changes"], before=["m-31-05"])
    result["changes"] += [change | {"after": [], "kinds": ["removed"]}, change | {"before": [], "kinds": ["added"]}]
    result["changes"].remove(change)


def wrong_kind(result):
    find(result["changes"], before=["m-31-05"])["kinds"] = ["reworded"]


def wrong_ledger(result):
    find(result["changes"], before=["m-31-05"])["targets"][0]["change"] = "raised"


def wrong_reason(result):
    find(result["changes"], before=["m-31-01"])["rationale"]["text"] = "The depots were all painted in the spring."


def lost_duplicate(result):
    find(result["changes"], after=["m-32-12"])["duplicate_of"] = None


def panel(result):
    return result["panel-report-2032.pdf"]


def drop_statement(result):
    panel(result)["statements"].pop()


def invent_ask(result):
    panel(result)["statements"].append(
        panel(result)["statements"][0] | {"id": "s-new", "act": "request", "text": "Paint every depot green."}
    )


def wrong_act(result):
    find(panel(result)["statements"], key="p19")["act"] = "praise"


def wrong_absence(result):
    find(panel(result)["statements"], key="p19")["absence_claim"] = False


def answer(result, key):
    panel(result)["coverage"] = copy.deepcopy(panel(result)["coverage"])
    return find(panel(result)["coverage"], statement=key)


def overstate(result):
    answer(result, "p19")["status"] = "covered"


def not_found(result):
    answer(result, "p22")["status"] = "not_found"


def wrong_evidence(result):
    answer(result, "p22")["evidence"] = [{"text": "The depots were all painted in the spring."}]


def wrong_answerable(result):
    answer(result, "p20")["answerable"] = "this_plan"


@pytest.mark.parametrize(
    ("name", "damage", "figures"),
    [
        ("milestones", drop_entry, {"entries.recall", "entries.f1"}),
        ("milestones", invent_entry, {"entries.precision", "entries.f1", "targets.precision", "targets.f1"}),
        ("milestones", wrong_edition, {"entries.recall", "entries.precision", "entries.f1"}),
        ("milestones", wrong_objective, {"objective"}),
        ("milestones", lost_place, {"places", "pages"}),
        ("milestones", torn_text, {"text"}),
        ("milestones", wrong_value, {"targets.recall", "targets.precision", "targets.f1"}),
        ("milestones", wrong_measure, {"targets.recall", "targets.precision", "targets.f1"}),
        ("variations", wrong_kind, {"kinds"}),
        ("variations", wrong_ledger, {"ledger.recall", "ledger.precision", "ledger.f1"}),
        ("variations", wrong_reason, {"reasons.recall", "reasons.precision", "reasons.f1"}),
        ("variations", lost_duplicate, {"duplicates"}),
        ("statements", drop_statement, {"found.recall", "found.f1"}),
        ("statements", invent_ask, {"found.precision", "found.f1"}),
        ("statements", wrong_act, {"act"}),
        ("statements", wrong_absence, {"absence_claim"}),
        ("coverage", overstate, {"status", "presence", "wrong_covered"}),
        ("coverage", not_found, {"status", "presence"}),
        ("coverage", wrong_evidence, {"evidence"}),
        ("coverage", wrong_answerable, {"answerable"}),
    ],
)
def test_a_broken_result_loses_where_it_is_broken_and_nowhere_else(name, damage, figures):
    broken = copy.deepcopy(PERFECT[name]())
    damage(broken)
    scored = score(name, broken)
    worse = {key for key, value in scored.figures.items() if (value > 0 if key in FAULTS else value < 1)}
    assert worse == figures
    assert any(not case.right for case in scored.cases.values())


def test_a_lost_link_costs_the_link_and_its_kind():
    broken = copy.deepcopy(perfect_variations())
    lose_link(broken)
    scored = score("variations", broken)
    assert scored.figures["links.precision"] == 1
    assert scored.figures["links.recall"] < 1
    assert scored.figures["kinds"] < 1
    assert scored.cases["31-05"].right is False


@pytest.mark.parametrize(("key", "act"), [("p12", "concern"), ("p15", "undertaking"), ("p20", "suggestion")])
def test_the_other_answer_of_an_arguable_one_is_right_too(key, act):
    result = copy.deepcopy(perfect_statements())
    find(panel(result)["statements"], key=key)["act"] = act
    assert score("statements", result).figures["act"] == 1


def test_an_arguable_status_is_right_and_one_that_the_note_calls_wrong_is_not():
    result = copy.deepcopy(perfect_coverage())
    answer(result, "p33")["status"] = "mentioned"
    assert score("coverage", result).cases["p33"].right
    answer(result, "p24")["status"] = "mentioned"
    assert not score("coverage", result).cases["p24"].right


def test_the_examples_in_the_docstrings_hold():
    for module in (texts, scores_module):
        assert doctest.testmod(module).failed == 0
        assert doctest.testmod(module).attempted > 0
