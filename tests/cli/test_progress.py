"""`plantext progress` and `plantext history`."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

PLAN = """# Harbour Plan 2031-32

## Safe harbours

Milestones for 2031-32

- Reduce spills by 5 per cent
- Mend the long pier
"""
LATER = PLAN.replace("2031-32", "2032-33").replace("5 per cent", "3 per cent")
REPORT = """# Progress against the Harbour Plan 2031-32

## Reduce spills by 5 per cent

Spills are 4 per cent lower.

## Mend the long pier

To be included in the Works report, May 2032.
"""


@pytest.fixture
def files(folder: Path) -> Path:
    for name, text in {
        "plan.md": PLAN,
        "later.md": LATER,
        "report.md": REPORT,
        "second.md": REPORT.replace("4 per cent", "6 per cent"),
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("form", ["text", "json", "md", "html", "csv"])
def test_every_format_of_both(call, files: Path, form: str):
    for line in ("progress report.md plan.md", "history plan.md later.md report.md"):
        ran = call(*line.split(), "--format", form)
        assert (ran.code, ran.err) == (0, "")
        assert "spills" in ran.out
        again = call(*line.split(), "--format", form)
        assert again.out == ran.out


def test_progress_as_json_keeps_the_contract(call, files: Path):
    result = json.loads(call("progress", "report.md", "plan.md", "--format", "json").out)
    assert result["schema"] == "plantext/progress/1"
    spills, pier = result["milestones"]
    assert (spills["status"], spills["figures"][0]["target"], spills["figures"][0]["actual"]) == ("missed", -5.0, -4.0)
    assert (pier["status"], pier["deferred_to"]) == ("deferred", "Works report, May 2032")
    assert {"milestone", "text", "status", "interim", "lead", "frequency", "deferred_to", "figures", "evidence"} <= set(spills)


def test_several_reports(call, files: Path):
    result = json.loads(call("progress", "report.md", "second.md", "plan.md", "--format", "json").out)
    assert [point["actual"] for point in result["milestones"][0]["series"]] == [-4.0, -6.0]
    page = call("progress", "report.md", "second.md", "plan.md", "--format", "html").out
    assert '<svg role="img"' in page
    assert "<polyline" in page


def test_history_tells_reports_from_plans(call, files: Path):
    result = json.loads(call("history", "plan.md", "later.md", "report.md", "--format", "json").out)
    assert [(chapter["kind"], chapter["edition"]) for chapter in result["chapters"]] == [
        ("plan", "2031-32"),
        ("report", "2031-32"),
        ("plan", "2032-33"),
    ]
    by_option = json.loads(call("history", "plan.md", "later.md", "--report", "report.md", "--format", "json").out)
    assert by_option == result


def test_a_row_a_figure(call, files: Path):
    rows = list(csv.DictReader(io.StringIO(call("progress", "report.md", "plan.md", "--format", "csv").out)))
    assert [(row["status"], row["target"], row["actual"]) for row in rows] == [("missed", "−5", "−4"), ("deferred", "", "")]


def test_conditions(call, files: Path):
    assert call("progress", "report.md", "plan.md", "--fail-on", "missed").code == 1
    assert call("progress", "report.md", "plan.md", "--fail-on", "not_reported").code == 0
    assert call("history", "plan.md", "later.md", "--fail-on", "dropped").code == 0
    assert call("progress", "report.md", "plan.md", "--fail-on", "sunk").code == 2


def test_wrong_use(call, files: Path):
    alone = call("progress", "report.md")
    assert alone.code == 2
    assert "REPORT PLAN" in alone.err
    assert call("progress", "note.txt", "plan.md").code == 5
    assert call("progress", "report.md", "plan.md", "--edition", "1999-00").code == 5
