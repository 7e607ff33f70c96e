"""`import plantext`: verbs that are there when they are used, and that are never hidden by a package of the same name."""

from __future__ import annotations

import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import plantext
from plantext.errors import PlantextError, SourceError
from plantext.model.alignment import AlignedTexts, Variations
from plantext.model.coverage import Coverage, TextTrace
from plantext.model.document import Document
from plantext.model.findings import Milestones, Recommendations
from tests.factories import plans

VERBS = ("read", "milestones", "recommendations", "variations", "coverage", "check", "align_texts", "trace_texts")


def python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    return done.stdout.strip()


@pytest.mark.parametrize("name", VERBS)
def test_the_verbs_are_there_and_say_what_they_do(name: str):
    verb = getattr(plantext, name)
    assert inspect.isfunction(verb)
    assert inspect.getdoc(verb)
    assert name in dir(plantext)
    assert name in (plantext.__doc__ or "")
    assert getattr(plantext, name) is verb


def test_what_is_no_verb_is_an_error():
    with pytest.raises(AttributeError, match="no attribute 'guess'"):
        _ = plantext.guess
    assert not hasattr(plantext, "guess")


def test_the_package_costs_nothing_before_a_verb_is_used():
    loaded = python("import sys, plantext; print(*sorted({name.split('.')[0] for name in sys.modules}))").split()
    assert not {"numpy", "spacy", "pypdfium2", "lxml", "jinja2", "rapidfuzz", "sklearn", "docx", "typer", "rich"} & set(loaded)


@pytest.mark.parametrize(
    "first",
    [
        "import plantext.read.source",
        "from plantext.read.source import load_bytes",
        "import plantext.read, plantext.pipeline",
        "import plantext.cli.app",
    ],
)
def test_read_is_the_verb_whatever_was_imported_before(first: str):
    code = f"{first}\nimport plantext\nprint(callable(plantext.read), plantext.read(b'Bring the key back.').blocks[0].text)"
    assert python(code) == "True Bring the key back."
    assert python(f"import plantext\n{first}\nprint(callable(plantext.read))") == "True"


@pytest.mark.parametrize("name", ["read"])
def test_a_package_of_the_same_name_never_hides_a_verb(name: str):
    for code in (f"import plantext.{name}", f"from plantext import {name}", f"import pkgutil, plantext.{name}"):
        assert python(f"{code}\nimport plantext, inspect\nprint(inspect.isfunction(plantext.{name}))") == "True"


def test_the_readme_is_true_of_the_library():
    change = plantext.align_texts(["Reduce burglary by 8 per cent"], ["Reduce burglary by 2 per cent"]).changes
    assert [(one.before, one.after) for one in change] == [((0,), (0,))]
    assert plantext.trace_texts(["more officers on the beat"], ["We will put forty more officers on the beat."])[0].status == "covered"


def test_the_results_are_of_the_model(tmp_path: Path):
    path = tmp_path / "after.md"
    path.write_text(plans.AFTER, encoding="utf-8")
    plan = plantext.read(path)
    assert isinstance(plan, Document)
    assert plantext.read(plan) is plan
    assert isinstance(plantext.milestones(plan), Milestones)
    assert isinstance(plantext.recommendations(plans.PANEL.encode()), Recommendations)
    assert isinstance(plantext.variations(plans.BEFORE.encode(), str(path)), Variations)
    assert isinstance(plantext.coverage(plans.PANEL.encode(), path), Coverage)
    assert isinstance(plantext.align_texts(["a"], ["a"]), AlignedTexts)
    assert all(isinstance(trace, TextTrace) for trace in plantext.trace_texts(["a"], ["a"]))


def test_results_are_frozen():
    with pytest.raises(AttributeError):
        plantext.read(b"Bring the key back.").title = "Another"


def test_the_library_raises_what_the_command_says(tmp_path: Path):
    with pytest.raises(SourceError) as caught:
        plantext.read(tmp_path / "missing.pdf")
    assert isinstance(caught.value, PlantextError)
    assert (caught.value.status, caught.value.exit_code) == ("missing", 3)
    assert "missing.pdf" in str(caught.value)


def test_it_says_that_it_is_typed():
    assert (Path(plantext.__file__).parent / "py.typed").exists()
