"""The facts of the user's documents, tried on made results: right for what they describe, wrong for its absence."""

from __future__ import annotations

from evaluation import seed_facts, seeds
from evaluation.asking import Reader

from plantext.errors import UsageError


def test_seed_facts_are_right_for_what_they_describe_and_wrong_for_its_absence():
    fact = seed_facts.TARGETS[0]
    right = {"measure": "burglary of shops", "before": 8.0, "after": 2.0, "unit": "per cent", "change": "lowered"}
    change = {
        "before": [],
        "after": [],
        "kinds": [],
        "targets": [right],
        "objective_before": None,
        "objective_after": None,
        "rationale": None,
    }
    assert seeds.score_links({"changes": [change]}).cases[f"target.{fact.name}"].right
    assert not seeds.score_links({"changes": [change | {"targets": [right | {"after": 3.0}]}]}).cases[f"target.{fact.name}"].right
    assert (
        not seeds.score_links({"changes": [change | {"targets": [right, right | {"change": "dropped"}]}]})
        .cases[f"target.{fact.name}"]
        .right
    )
    assert set(seeds.score_links({}).figures.values()) == {0.0}
    assert set(seeds.score_counts({}).figures.values()) == {0.0}
    assert set(seeds.score_acts({}).figures.values()) == {0.0}
    assert set(seeds.score_answers({}).figures.values()) == {0.0}


def test_a_seed_counts_entries_and_places():
    made = [
        {"text": f"Paint depot {n}", "edition": edition, "objective": f"Objective {n % 10}", "places": [None] * seed_facts.PLACES[edition]}
        for edition, count in seed_facts.ENTRIES.items()
        for n in range(count)
    ]
    made[-1]["text"] = made[-2]["text"]
    result = {"milestones": made, "issues": [{"message": "says 2013-14, holds 2014-15"}]}
    assert seeds.score_counts(result).figures == {"right": 1.0}
    made.pop(0)
    assert seeds.score_counts(result).figures["right"] < 1


def refuse():
    raise UsageError("no")


def stumble():
    raise KeyError("bug")


def test_an_error_or_a_bug_is_a_failure_and_stops_nothing(capsys):
    reader = Reader()
    assert reader.ask(refuse) == reader.ask(stumble) == {}
    assert reader.failures == {"refuse": "no", "stumble": "KeyError: 'bug'"}
    assert "KeyError" in capsys.readouterr().err
