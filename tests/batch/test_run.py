"""A whole batch: every source has its row, and no source ends the run."""

from __future__ import annotations

import html
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from plantext import pipeline
from plantext.batch.manifest import NAME, load_manifest
from plantext.batch.run import Step, failures, run_batch
from plantext.cli import main
from plantext.errors import OutputError
from plantext.model.batch import Batch
from plantext.model.json import loads
from plantext.settings import Settings
from tests.factories import plans

ROOT = Path(__file__).resolve().parents[2]


def silent(_step: Step) -> None:
    pass


def run(place: Path, out: Path, watch: Callable[[Step], None] = silent) -> Batch:
    return run_batch(load_manifest(place, out), out, Settings(), watch)


def files(folder: Path, *, state: bool = False) -> dict[str, bytes]:
    """What a batch wrote, by name; with what it keeps for the next run if `state`."""
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return found if state else {name: data for name, data in found.items() if not name.startswith(".plantext/")}


def test_as_many_rows_as_sources_each_with_what_became_of_it(papers: Path, tmp_path: Path):
    batch = run(papers, tmp_path / "out")
    assert {row.path: (row.status, row.kind) for row in batch.sources} == {
        "broken.pdf": ("damaged", None),
        "empty.txt": ("damaged", None),
        "locked.pdf": ("encrypted", None),
        "plans/panel.md": ("ok", "panel_report"),
        "plans/plan 2031.md": ("ok", "plan"),
        "plans/plan 2032.md": ("ok", "plan"),
    }
    assert all(bool(row.reason) == (row.status != "ok") for row in batch.sources)
    assert all(row.sha256 and "kind" in row.guessed for row in batch.sources if row.status == "ok")
    assert failures(batch) == 3
    assert {job.verb: job.status for job in batch.jobs} == dict.fromkeys(
        ("milestones", "variations", "check", "history", "recommendations", "coverage"), "ok"
    )
    connection = sqlite3.connect(tmp_path / "out" / "catalogue.db")
    rows = connection.execute("SELECT name, status, reason FROM documents ORDER BY id").fetchall()
    connection.close()
    assert rows == [(Path(row.path).name, row.status, row.reason) for row in batch.sources]


def test_results_are_json_with_a_schema_and_pages_that_are_linked(papers: Path, tmp_path: Path):
    out = tmp_path / "out"
    batch = run(papers, out)
    made = files(out)
    for job in batch.jobs:
        assert json.loads(made[job.json])["schema"] == f"plantext/{job.verb}/1"
        assert job.summary
        if job.html:
            assert made[job.html].startswith(b"<!DOCTYPE html>")
    index = made["index.html"].decode()
    assert all(f'href="{name}"' in index for job in batch.jobs for name in (job.json, job.html) if name)
    assert loads(made["batch.json"], Batch) == batch
    expected = {"index.html", "batch.json", "catalogue.db"} | {name for job in batch.jobs for name in (job.json, job.html) if name}
    assert set(made) == expected


def test_the_page_names_the_sources_that_failed(papers: Path, tmp_path: Path):
    batch = run(papers, tmp_path / "out")
    index = html.unescape((tmp_path / "out" / "index.html").read_text("utf-8"))
    failed = index[index.index('id="failed"') : index.index("<h2>Plans by force and year</h2>")]
    for row in batch.sources:
        assert (row.path in failed) == (row.status != "ok")
        assert row.path in index
        assert row.reason[1:] in index


def test_two_runs_give_the_same_bytes(papers: Path, tmp_path: Path):
    run(papers, tmp_path / "one")
    run(papers, tmp_path / "two")
    assert files(tmp_path / "one", state=True) == files(tmp_path / "two", state=True)
    run(papers, tmp_path / "two")
    assert files(tmp_path / "one", state=True) == files(tmp_path / "two", state=True)


def test_results_within_the_folder_of_the_documents(papers: Path):
    first = run(papers, papers / "out")
    made = files(papers / "out")
    assert run(papers, papers / "out") == first
    assert files(papers / "out") == made
    assert run(papers, papers / "another") == first


def test_a_fault_in_one_source_never_ends_the_run(papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from plantext.find import kinds as module

    real = module.find_kind

    def find_kind(document):
        if document.source.name == "panel.md":
            raise ZeroDivisionError("by nought")
        return real(document)

    monkeypatch.setattr(module, "find_kind", find_kind)
    batch = run(papers, tmp_path / "out")
    rows = {row.path: row for row in batch.sources}
    assert (rows["plans/panel.md"].status, rows["plans/panel.md"].reason) == ("failed", "ZeroDivisionError: by nought")
    assert {job.status for job in batch.jobs} == {"ok"}
    assert failures(batch) == 4


def test_a_fault_in_one_job_never_ends_the_run(papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def fault(*_documents: object) -> None:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr(pipeline, "history", fault)
    batch = run(papers, tmp_path / "out")
    assert [(job.status, job.reason) for job in batch.jobs if job.verb == "history"] == [("failed", "ZeroDivisionError: by nought")]
    assert failures(batch) == 4
    assert "by nought" in (tmp_path / "out" / "index.html").read_text("utf-8")


def test_a_result_that_cannot_be_rendered_is_not_half_there(papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from plantext import report as module

    real = module.render

    def render(result: object, name: str) -> str | bytes:
        if name == "html" and type(result).__name__ == "Coverage":
            raise ZeroDivisionError("by nought")
        return real(result, name)

    monkeypatch.setattr(module, "render", render)
    batch = run(papers, tmp_path / "out")
    assert [(job.verb, job.json, job.html) for job in batch.jobs if job.status == "failed"] == [("coverage", None, None)]
    assert not list((tmp_path / "out").glob("coverage*"))


def test_a_plan_without_milestones_is_no_failure(tmp_path: Path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in/plan.md").write_text("# Police and Crime Plan for Downland\n\nIt will be written next year.\n")
    batch = run(tmp_path / "in", tmp_path / "out")
    assert [(job.verb, job.status) for job in batch.jobs] == [("milestones", "nothing"), ("check", "ok")]
    assert "no milestones were found" in batch.jobs[0].reason
    assert failures(batch) == 0


def test_equal_files_have_a_row_each(tmp_path: Path):
    (tmp_path / "in").mkdir()
    for name in ("a b.md", "a-b.md", "a  b.md"):
        (tmp_path / "in" / name).write_text(plans.AFTER, encoding="utf-8")
    batch = run(tmp_path / "in", tmp_path / "out")
    assert len({row.sha256 for row in batch.sources}) == 1
    assert [row.path for row in batch.sources] == ["a  b.md", "a b.md", "a-b.md"]
    assert [job.verb for job in batch.jobs] == ["milestones"] * 3 + ["check"] * 3
    assert len({job.json for job in batch.jobs}) == 6
    for job in batch.jobs:
        assert json.loads((tmp_path / "out" / job.json).read_text("utf-8"))["source"]["name"] == job.sources[0]


def test_names_of_any_length_and_script(tmp_path: Path):
    names = ["長い計画" * 15 + " 2031.md", "x" * 240 + "1.md", "plan'\"&<2032>.md", "-o.md"]
    (tmp_path / "in").mkdir()
    for name, text in zip(names, (plans.BEFORE, plans.AFTER, plans.BEFORE, plans.AFTER), strict=True):
        (tmp_path / "in" / name).write_text(text, encoding="utf-8")
    batch = run(tmp_path / "in", tmp_path / "out")
    assert [job.status for job in batch.jobs if job.status != "ok"] == []
    assert len({job.json for job in batch.jobs}) == len(batch.jobs)
    assert all((tmp_path / "out" / job.json).exists() for job in batch.jobs)


def test_a_name_that_is_no_utf8(papers: Path, tmp_path: Path):
    try:
        (papers / "pl\udce4n.md").write_text(plans.OTHER)
    except (OSError, UnicodeEncodeError):
        pytest.skip("this file system wants UTF-8")
    batch = run(papers, tmp_path / "out")
    (row,) = [row for row in batch.sources if "\ufffd" in row.path]
    assert row.status == "missing"
    assert "rename" in row.reason


HOSTILE = "<script>alert(1)</script>\x1b[31m{{ 7*7 }} \"' onload=x"


def test_what_a_manifest_says_stays_text(tmp_path: Path):
    (tmp_path / "plan.md").write_text(plans.AFTER, encoding="utf-8")
    fields = "\n".join(f"{name} = {json.dumps(HOSTILE)}" for name in ("title", "publisher", "edition", "date"))
    (tmp_path / NAME).write_text(
        f'[[document]]\npath = "plan.md"\nkind = "plan"\n{fields}\n[[document]]\npath = "<img src=x>.md"\n', encoding="utf-8"
    )
    batch = run(tmp_path, tmp_path / "out")
    assert [row.status for row in batch.sources] == ["ok", "missing"]
    page = (tmp_path / "out" / "index.html").read_text("utf-8")
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "\x1b" not in page
    assert "{{ 7*7 }}" in html.unescape(page)


def test_nothing_can_be_written(papers: Path, tmp_path: Path):
    (tmp_path / "out").write_text("a file")
    with pytest.raises(OutputError, match="Choose another folder"):
        run(papers, tmp_path / "out")


def test_each_step_is_said(papers: Path, tmp_path: Path):
    said: list[Step] = []
    run(papers, tmp_path / "out", said.append)
    assert said[0] == Step(stage="read", done=1, total=6, failed=1, name="broken.pdf", status="damaged", reason=said[0].reason)
    assert [(step.done, step.failed) for step in said if step.stage == "read"][-1] == (6, 3)
    assert said[-2].name.startswith("coverage of plans/panel.md and ")
    assert (said[-1].stage, said[-1].failed) == ("catalogue", 3)


def test_the_command(papers: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    assert main(["batch", "papers", "-o", "out"]) == 6
    said = capsys.readouterr()
    assert said.out == f"6 documents, 3 not read; 8 results in out; open {Path('out/index.html')}\n"
    assert [line.split(": ")[:2] for line in said.err.splitlines()] == [
        ["broken.pdf", "damaged"],
        ["empty.txt", "damaged"],
        ["locked.pdf", "encrypted"],
    ]
    assert main(["batch", "papers", "--plan"]) == 0
    assert "variations: plans/plan 2031.md → plans/plan 2032.md\n" in capsys.readouterr().out
    assert main(["batch", "papers/plans", "-o", "out"]) == 0
    assert capsys.readouterr().err == ""


def test_the_sample_corpus(tmp_path: Path):
    batch = run(ROOT / "corpus", tmp_path / "out")
    assert [row.status for row in batch.sources] == ["ok"] * 6
    assert {job.status for job in batch.jobs} == {"ok"}
    plans = ("plan-2031-32.pdf", "plan-2032-33.pdf")
    assert [(job.verb, job.sources) for job in batch.jobs] == [
        ("milestones", plans[:1]),
        ("milestones", plans[1:]),
        ("variations", plans),
        ("check", plans[:1]),
        ("check", plans[1:]),
        ("history", plans),
        ("recommendations", ("panel-report-2032.pdf",)),
        ("recommendations", ("board-report-2032.pdf",)),
        ("coverage", ("panel-report-2032.pdf", plans[1])),
        ("progress", ("performance-report-2031-32.pdf", plans[0])),
    ]
    assert {(job.verb, tuple(job.beside.items())) for job in batch.jobs if job.beside} == {
        ("check", (("before", plans[0]),)),
        ("coverage", (("before", plans[0]),)),
    }
    assert batch.title == "corpus"
