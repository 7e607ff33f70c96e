"""The commands of a batch: its plan, its log, its bar, search and export."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from plantext.batch.run import Step
from plantext.cli import main
from tests.cli.conftest import Ran
from tests.factories import plans

Call = Callable[..., Ran]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A batch's folder, made once."""
    papers = tmp_path_factory.mktemp("papers")
    for name, text in {"before.md": plans.BEFORE, "after.md": plans.AFTER, "other.md": plans.OTHER, "panel.md": plans.PANEL}.items():
        (papers / name).write_text(text, encoding="utf-8")
    (papers / "topics.toml").write_text('[[topic]]\nlabel = "Farms"\nphrases = ["farm"]\n')
    place = tmp_path_factory.mktemp("made") / "out"
    assert main(["batch", str(papers), "-o", str(place)]) == 0
    return place


@pytest.fixture
def out(folder: Path, made: Path) -> Path:
    shutil.copytree(made, folder / "out")
    return folder / "out"


def test_the_plan_is_printed_and_nothing_is_done(folder: Path, call: Call):
    ran = call("batch", ".", "-o", "out", "--plan")
    assert ran.code == 0
    assert "milestones: before.md\n" in ran.out
    assert "coverage: panel.md → " in ran.out
    assert not (folder / "out").exists()


def test_the_log_is_json(folder: Path, call: Call):
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\nand no more")
    ran = call("batch", ".", "-o", "out", "--log-json")
    assert ran.code == 6
    steps = [json.loads(line) for line in ran.err.splitlines() if line.startswith("{")]
    assert [step["done"] for step in steps if step["stage"] == "read"] == list(range(1, 8))
    assert [step["status"] for step in steps if step["name"] == "broken.pdf"] == ["damaged"]
    assert steps[-1]["stage"] == "catalogue"
    assert "broken.pdf: damaged: " in ran.err


def test_the_bar_shows_count_name_and_failures(monkeypatch: pytest.MonkeyPatch):
    from plantext.cli.bar import watching

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    with watching(log_json=False) as watch:
        watch(Step(stage="read", done=3, total=9, failed=2, name="plans/[red]\x1b[2J.pdf", status="ok"))
    shown = sys.stderr.getvalue()
    assert "3/9" in shown
    assert "2 failed" in shown
    assert "[red]" in shown
    assert "\x1b[2J" not in shown


def test_search_and_its_formats(out: Path, call: Call):
    found = call("search", out, "farm yards")
    assert (found.code, "[farm yards]" in found.out.lower()) == (0, True)
    assert call("search", out, "zeppelin").out == "nothing found\n"
    assert "nowhere do these words stand together" in call("search", out, "yards farm").err
    rows = list(csv.DictReader(io.StringIO(call("search", out, "farm", "--format", "csv").out)))
    assert {row["path"] for row in rows} >= {"before.md", "after.md"}
    data = json.loads(call("search", out, "farm", "--in", "milestones", "--limit", "1", "--format", "json").out)
    assert (data["schema"], len(data["hits"]), data["more"]) == ("plantext/search/1", 1, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("search", "out", "??"), "no word to search for"),
        (("search", "out", "farm", "--in", "documents"), "can't be searched"),
        (("search", "out", "farm", "--format", "pdf"), "Formats for it"),
        (("search", "out", "farm", "--limit", "0"), "1 or more"),
        (("search", "nowhere", "farm"), "no catalogue in this folder"),
        (("export", "out", "--table", "zeppelins"), "no table"),
        (("export", "out", "--format", "docx"), "Formats for it"),
        (("export", "out", "--format", "parquet"), "Name a folder"),
        (("batch", ".", "-o", "out", "--jobs", "0"), "1 or more"),
        (("batch", ".", "-o", "out", "--engine", "spark://x"), "dask://HOST:PORT"),
        (("batch", "."), "Name a folder for the results"),
        (("corpus", "list", "."), "no corpus.toml"),
    ],
)
def test_mistakes_in_a_call(out: Path, call: Call, words: tuple[str, ...], said: str):
    ran = call(*words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_export(out: Path, call: Call, folder: Path):
    assert call("export", out).out.splitlines()[0].startswith("id,path,name,status")
    assert call("export", out, "-o", "tables").code == 0
    names = {path.name for path in (folder / "tables").iterdir()}
    assert {"documents.csv", "milestones.csv", "coverage.csv", "pages.csv", "findings.csv"} <= names
    rows = list(csv.DictReader((folder / "tables/topics.csv").read_text("utf-8").splitlines()))
    assert {row["topic"] for row in rows} == {"Farms"}
    assert call("export", out, "--table", "milestones", "-o", "m.csv").code == 0
    assert len((folder / "m.csv").read_text("utf-8").splitlines()) > 2


def test_export_to_parquet(out: Path, call: Call, folder: Path):
    pq = pytest.importorskip("pyarrow.parquet", reason="the extra plantext[parquet] is not installed")
    assert call("export", out, "--format", "parquet", "-o", "tables").code == 0
    table = pq.read_table(folder / "tables/documents.parquet")
    assert table.column("path").to_pylist() == ["after.md", "before.md", "other.md", "panel.md"]
    assert str(table.schema.field("id").type) == "int64"


def test_the_matrix_is_on_the_page(out: Path):
    page = (out / "index.html").read_text("utf-8")
    assert '<td data-label="Farms">' in page
    assert "Plans by force and year" in page
