"""The commands themselves: help, completion, what they need, and the main jobs on the sample corpus."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

import plantext
from plantext.cli.commands import COMMANDS as TABLE

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "corpus"
COMMANDS = sorted({command.name.split()[0] for command in TABLE})
HEAVY = ("numpy", "spacy", "sklearn", "scipy", "pypdfium2", "pdfplumber", "rapidfuzz", "lxml", "docx", "jinja2", "sqlite_utils")


def test_there_are_commands():
    assert {"extract", "milestones", "variations", "recommendations", "coverage", "batch"} <= set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_an_example_that_can_be_called(call, name: str):
    ran = call(name, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == call(name, "-h").out
    (example,) = re.findall(rf"Example: plantext {name} ([^\n]+(?:\n  +\S[^\n]*)*)", ran.out)
    options = re.findall(r"-{1,2}[a-z][a-z-]*", ran.out)
    assert all(word in options for word in example.split() if word.startswith("-"))


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_says_what_each_does(call, name: str):
    (said,) = re.findall(rf"^  {name}  +(.+)$", call("--help").out, re.MULTILINE)
    assert said.endswith(".")
    assert not said.endswith("...")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_stands_in_the_readme(name: str):
    readme = (ROOT / "README.md").read_text("utf-8")
    assert f"`plantext {name}" in readme


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "batch"])
def test_help_names_the_formats_that_there_are(call, name: str):
    from plantext.model import alignment, coverage, document, findings
    from plantext.report import formats_of

    kinds = {
        "extract": document.Document,
        "milestones": findings.Milestones,
        "variations": alignment.Variations,
        "recommendations": findings.Recommendations,
        "coverage": coverage.Coverage,
    }
    if name not in kinds:
        pytest.skip(f"which result {name} gives is not known here")
    (named,) = re.findall(r"The format: ([^.]+)\.", " ".join(call(name, "--help").out.split()))
    assert sorted(re.split(r", | or ", named)) == sorted(formats_of(kinds[name]))


def test_without_a_command_the_help_is_shown(call):
    ran = call()
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Usage: plantext ")
    assert ran.err.strip() == call("--help").out.strip()


def test_version(call):
    assert call("--version").out == f"plantext {plantext.__version__}\n"
    assert call("--version", "extract").out == f"plantext {plantext.__version__}\n"


@pytest.mark.parametrize("arguments", ["--version", "--help", "variations --help", "batch --help"])
def test_what_needs_nothing_imports_nothing(shell, arguments: str):
    code = f"import sys; from plantext.cli import main; main({arguments.split()!r}); print(*sorted(set(sys.modules) & set({HEAVY!r})), sep='\\n', end='@')"
    ran = shell(f'{sys.executable} -c "{code}"')
    assert ran.code == 0
    assert ran.out.endswith("\n@"), ran.out.splitlines()[-5:]


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_completion(shell, name: str):
    pytest.importorskip("shellingham", reason="without it the shell cannot be told")
    ran = shell(f"_PLANTEXT_COMPLETE=source_{name} $PLANTEXT")
    assert ran.code == 0
    assert "_PLANTEXT_COMPLETE=complete_" + name in ran.out


def test_the_script_for_completion_is_printed(shell):
    ran = shell("$PLANTEXT --show-completion")
    assert ran.code == 0
    assert "_PLANTEXT_COMPLETE=" in ran.out


def test_words_are_completed(shell):
    ran = shell("COMP_WORDS='plantext vari' COMP_CWORD=1 _PLANTEXT_COMPLETE=complete_bash $PLANTEXT")
    assert ran.out.split() == ["variations"]


def test_it_runs_as_a_module(shell):
    assert shell("$PLANTEXT --version").out == f"plantext {plantext.__version__}\n"


def test_the_second_reader(call):
    found = [
        [one["text"] for one in json.loads(call("milestones", CORPUS / "plan-2031-32.pdf", "--format", "json", *reader).out)["milestones"]]
        for reader in ([], ["--pdf-reader", "pdfplumber"])
    ]
    assert len(found[0]) == 28
    assert found[0] == found[1]


def test_variations_of_the_sample_corpus(call):
    plans = CORPUS / "plan-2031-32.pdf", CORPUS / "plan-2032-33.pdf"
    ran = call("variations", *plans, "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    result = json.loads(ran.out)
    sides = [(side["source"]["name"], side["edition"], len(side["milestones"])) for side in (result["before"], result["after"])]
    assert sides == [("plan-2031-32.pdf", "2031-32", 28), ("plan-2032-33.pdf", "2032-33", 34)]
    for side in ("before", "after"):
        known = sorted(milestone["id"] for milestone in result[side]["milestones"])
        assert sorted(name for change in result["changes"] for name in change[side]) == known


def test_coverage_of_the_sample_corpus(call):
    ran = call("coverage", CORPUS / "panel-report-2032.pdf", CORPUS / "plan-2032-33.pdf", "--format", "json")
    result = json.loads(ran.out)
    said = {statement["id"]: statement for statement in result["statements"]}
    assert len(result["coverage"]) >= 20
    for answer in result["coverage"]:
        assert answer["statement"] in said
        assert (answer["status"] == "not_found") == (not answer["evidence"])
        assert all(1 <= evidence["page"] <= 19 and 0 <= evidence["score"] <= 1 for evidence in answer["evidence"])


def test_the_two_editions_of_one_plan(call):
    result = json.loads(call("variations", CORPUS / "plan-2032-33.pdf", "--format", "json").out)
    assert (result["before"]["edition"], result["after"]["edition"]) == ("2031-32", "2032-33")
    assert result["before"]["source"] == result["after"]["source"]
