"""The command, and the comparison that tells gains from losses."""

from __future__ import annotations

import json

import evaluate
import pytest
from evaluation.against import compare, render_comparison
from evaluation.scores import Case, Evaluation, load_evaluation


def judged(figures, **cases):
    return Evaluation(figures=figures, cases={f"a.{name}": Case(right=right, got=got, want="x") for name, (right, got) in cases.items()})


def test_comparison_tells_gains_from_losses():
    then = judged(
        {"a.f1": 0.5, "a.leaks": 3.0, "a.same": 1.0, "a.gone": 1.0},
        better=(False, 1),
        worse=(True, 1),
        still=(False, 1),
        extra=(False, 1),
        same=(True, 1),
    )
    now = judged(
        {"a.f1": 0.6, "a.leaks": 4.0, "a.same": 1.0},
        better=(True, 2),
        worse=(False, 2),
        still=(False, 2),
        new=(False, 2),
        same=(True, 2),
        fresh=(True, 2),
    )
    result = compare(then, now)
    assert [shift.name for shift in result.figures_up] == ["a.f1"]
    assert [shift.name for shift in result.figures_down] == ["a.leaks"]
    assert [shift.name for shift in result.figures_else] == ["a.gone"]
    assert [turn.name for turn in result.gains] == ["a.better", "a.extra"]
    assert [turn.name for turn in result.losses] == ["a.new", "a.worse"]
    assert [turn.name for turn in result.cases_else] == ["a.still"]
    assert result.unmatched == ["a.fresh"]
    text = render_comparison(result)
    assert "Became right: 2" in text
    assert "Became wrong: 2" in text
    assert "0.5000 → 0.6000  (+0.1000)" in text


def test_sets_that_only_one_evaluation_has_are_no_loss():
    then = Evaluation(figures={"a.f1": 1.0, "b.f1": 1.0}, cases={"b.one": Case(right=True, got=1, want=1)})
    result = compare(then, Evaluation(figures={"a.f1": 1.0}, cases={}))
    assert result.figures_else == result.losses == []
    assert result.sets_else == ["b"]
    assert "not compared: b" in render_comparison(result)


def test_the_same_evaluation_has_neither_gains_nor_losses():
    one = judged({"a.f1": 0.5}, wrong=(False, [1]), right=(True, [1]))
    assert not any(compare(one, one))


def test_only_corpus_writes_the_same_json_twice(tmp_path, monkeypatch, capsys):
    monkeypatch.delenv("PLANTEXT_DATA", raising=False)
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    assert evaluate.main(["--only", "corpus", "-o", str(first)]) == 0
    assert evaluate.main(["--only", "corpus", "-o", str(second), "--against", str(first)]) == 0
    assert first.read_bytes() == second.read_bytes()
    written = json.loads(first.read_text("utf-8"))
    assert written["schema"] == "plantext/evaluation/1"
    assert {name.split(".")[0] for name in written["figures"]} == {"corpus"}
    assert {name.split(".")[1] for name in written["cases"]} >= {"milestones", "variations", "statements", "coverage"}
    assert not [name for name in written["cases"] if ".failed." in name]
    out = capsys.readouterr().out
    assert "corpus.milestones.entries.f1" in out
    assert "Became wrong: 0" in out


def test_sets_that_are_not_there_are_left_out_and_said_to_be(tmp_path, monkeypatch, capsys):
    monkeypatch.delenv("PLANTEXT_DATA", raising=False)
    assert evaluate.main(["--only", "seeds,align"]) == 0
    assert "Left out: align (PLANTEXT_DATA is not set)" in capsys.readouterr().out
    (tmp_path / "bench").mkdir()
    monkeypatch.setenv("PLANTEXT_DATA", str(tmp_path))
    target = tmp_path / "made.json"
    assert evaluate.main(["--only", "trace,reading,align", "-o", str(target)]) == 0
    assert set(load_evaluation(target).skipped) == {"align", "trace", "reading"}
    assert load_evaluation(target).figures == {}


@pytest.mark.parametrize("arguments", [["--only", "nothing"], ["--only", ","], ["--against", "missing.json"]])
def test_bad_usage_is_said(arguments, capsys):
    with pytest.raises(SystemExit) as stopped:
        evaluate.main(arguments)
    assert stopped.value.code == 2
    assert "Traceback" not in capsys.readouterr().err
