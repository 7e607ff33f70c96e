"""`plantext check`: formats, --before and --also, --fail-on, silences in plantext.toml."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import plantext
from plantext.errors import UsageError
from plantext.settings import load_settings

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
PLAN = str(CORPUS / "plan-2032-33.pdf")
CLEAN = "Harbour plan 2031-32\n\nWe mend the wall.\n"
FAULTY = "Harbour plan 2031-32\n\nLaunch: TBC. It ends on 31 June 2031. The HSWB met.\n"


@pytest.fixture
def plan(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "plan.txt"
    path.write_text(FAULTY, encoding="utf-8")
    return path


def test_json_has_the_contracts_fields(call):
    result = json.loads(call("check", PLAN, "--format", "json").out)
    assert result["schema"] == "plantext/check/1"
    assert {"code", "severity", "message", "page", "section", "text", "suggestion", "line", "block", "span", "bbox"} <= set(
        result["findings"][0]
    )
    assert {"requirement", "law", "provision", "in_force", "status", "evidence"} <= set(result["statutory"][0])
    assert {"text", "page"} <= set(next(row for row in result["statutory"] if row["evidence"])["evidence"][0])


def test_the_same_bytes_again_and_from_python(call):
    ran = call("check", PLAN, "--format", "json")
    assert ran.out == call("check", PLAN, "--format", "json").out
    assert len(plantext.check(PLAN).findings) == len(json.loads(ran.out)["findings"])


@pytest.mark.parametrize(("severity", "code"), [("error", 1), ("warning", 1), ("info", 1)])
def test_fail_on_a_severity_or_worse(call, plan, severity, code):
    assert call("check", str(plan), "--fail-on", severity).code == code
    plan.write_text(CLEAN, encoding="utf-8")
    assert call("check", str(plan), "--fail-on", severity).code == 0


def test_fail_on_a_word_that_is_none(call, plan):
    ran = call("check", str(plan), "--fail-on", "fatal")
    assert ran.code == 2
    assert "error, warning, info" in ran.err


def test_before_and_also(call):
    ran = call(
        "check", PLAN, "--before", str(CORPUS / "plan-2031-32.pdf"), "--also", str(CORPUS / "board-report-2032.pdf"), "--format", "json"
    )
    result = json.loads(ran.out)
    assert result["before"]["name"] == "plan-2031-32.pdf"
    sources = {evidence["source"] for row in result["statutory"] for evidence in row["evidence"]}
    assert sources == {"plan-2032-33.pdf", "board-report-2032.pdf"}


def test_a_silence_leaves_out_and_says_so(call, plan):
    (plan.parent / "plantext.toml").write_text('[check]\nsilence = [{code = "acronym", reason = "everybody knows it"}]\n', encoding="utf-8")
    ran = call("check", str(plan))
    assert "1 finding left out, because everybody knows it." in ran.out
    assert "HSWB is used" not in ran.out
    assert "31 June 2031" in ran.out


@pytest.mark.parametrize(
    "settings",
    [
        '[check]\nsilence = [{code = "acronym"}]\n',
        '[check]\nsilence = [{code = "acronym", reason = " "}]\n',
        '[check]\nsilence = [{code = "nonsense", reason = "why not"}]\n',
        '[check]\nsilence = [{code = "acronym", reason = "x", why = "y"}]\n',
        "[check]\nquiet = true\n",
    ],
)
def test_settings_that_are_wrong(tmp_path, settings):
    (tmp_path / "plantext.toml").write_text(settings, encoding="utf-8")
    with pytest.raises(UsageError, match=r"plantext\.toml"):
        load_settings(tmp_path)
