"""A batch that is stopped, starved, raced and meddled with, in earnest: processes are killed, disks are full, sources change."""

from __future__ import annotations

import json
import os
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from plantext.batch.engine import Here
from plantext.batch.manifest import load_manifest
from plantext.batch.pool import Pool
from plantext.batch.run import Step, run_batch
from plantext.batch.work import Answer, ReadTask, Task, perform
from plantext.errors import OutputError
from plantext.model.batch import Batch
from plantext.read.limits import Limits
from plantext.settings import Settings
from tests.factories import plans

ROOT = Path(__file__).resolve().parents[2]
posix = pytest.mark.skipif(os.name != "posix", reason="signals and limits of processes are POSIX's")


def start(folder: Path, out: Path, *words: str, **options: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "plantext", "batch", str(folder), "-o", str(out), *words]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=folder.parent, **options)


def finish(process: subprocess.Popen[str]) -> tuple[int, str]:
    _, err = process.communicate(timeout=100)
    return process.returncode, err


def files(folder: Path) -> dict[str, bytes]:
    """All that a batch wrote, with what it keeps for the next run."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def here(folder: Path, out: Path, **options: object) -> Batch:
    return run_batch(load_manifest(folder, out), out, Settings(), **options)


@posix
def test_killed_twice_at_random_and_gone_on_with(many: Path, tmp_path: Path):
    begun = time.monotonic()
    assert finish(start(many, tmp_path / "whole", "--jobs", "2"))[0] == 6
    lasted = time.monotonic() - begun
    seed = random.randrange(10_000)
    points = random.Random(seed)
    out = tmp_path / "killed"
    for _ in range(2):
        process = start(many, out, "--jobs", "2")
        time.sleep(points.uniform(0.1, 0.9) * lasted)
        process.kill()
        process.communicate()
    code, err = finish(start(many, out, "--jobs", "2"))
    assert code == 6, (seed, err)
    whole, killed = files(tmp_path / "whole"), files(out)
    assert sorted(whole) == sorted(killed), seed
    assert [name for name in whole if whole[name] != killed[name]] == [], seed


@posix
def test_what_was_done_before_the_kill_is_not_done_again(many: Path, tmp_path: Path):
    process = start(many, tmp_path / "out", "--log-json", stdin=subprocess.DEVNULL)
    assert process.stderr is not None
    done = [json.loads(process.stderr.readline())["name"] for _ in range(5)]
    process.kill()
    process.communicate()
    _, err = finish(start(many, tmp_path / "out", "--log-json"))
    steps = [json.loads(line) for line in err.splitlines() if line.startswith("{")]
    again = {step["name"] for step in steps if step["again"]}
    read = [step["name"] for step in steps if step["stage"] == "read"]
    assert sorted(read) == sorted(path.relative_to(many).as_posix() for path in many.rglob("*.*"))
    assert set(done) <= again


def test_an_engine_of_processes_gives_the_same_bytes(many: Path, tmp_path: Path):
    engine = Pool(2, Limits())
    try:
        here(many, tmp_path / "pool", engine=engine)
    finally:
        engine.close()
    here(many, tmp_path / "here")
    assert files(tmp_path / "pool") == files(tmp_path / "here")


class Counting(Here):
    """Notes what is done."""

    def __init__(self) -> None:
        self.done: list[Task] = []

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Answer]]:
        for task in tasks:
            self.done.append(task)
            yield task, perform(task)


def test_equal_content_is_read_once_and_nothing_is_done_twice(many: Path, tmp_path: Path):
    (many / "copy of 2031.md").write_bytes((many / "Avon/2031.md").read_bytes())
    counting = Counting()
    first = here(many, tmp_path / "out", engine=counting)
    reads = [task.path for task in counting.done if isinstance(task, ReadTask)]
    assert len(reads) == 9
    assert len(first.sources) == 10
    counting.done.clear()
    assert here(many, tmp_path / "out", engine=counting) == first
    assert counting.done == []
    (many / "Brack/2032.md").write_text(plans.AFTER.replace("farm yards", "sheds"), encoding="utf-8")
    (many / "Brack/panel.md").unlink()
    here(many, tmp_path / "out", engine=counting)
    assert [task.path for task in counting.done if isinstance(task, ReadTask)] == ["Brack/2032.md"]
    assert not list((tmp_path / "out").glob("*Brack-panel*"))
    counting.done.clear()
    run_batch(load_manifest(many, tmp_path / "out"), tmp_path / "out", Settings(pdf_reader="pdfplumber"), engine=counting)
    assert len([task for task in counting.done if isinstance(task, ReadTask)]) == 8  # other settings, other results


def test_a_result_that_was_removed_is_made_again(many: Path, tmp_path: Path):
    here(many, tmp_path / "out")
    whole = files(tmp_path / "out")
    for name in ("index.html", "catalogue.db", next(name for name in whole if name.startswith("variations"))):
        (tmp_path / "out" / name).unlink()
    here(many, tmp_path / "out")
    assert files(tmp_path / "out") == whole


class Meddling(Here):
    """Changes a source after it was looked at and before it is read."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.text = text

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Answer]]:
        for one in tasks:
            if isinstance(one, ReadTask) and self.path.name in one.path and self.text:
                self.path.write_text(self.text, encoding="utf-8")
                self.text = ""
            yield one, perform(one)


def test_a_source_that_changes_before_it_is_read(many: Path, tmp_path: Path):
    (many / "Avon/twin.md").write_bytes((many / "Avon/2031.md").read_bytes())
    batch = here(many, tmp_path / "out", engine=Meddling(many / "Avon/2031.md", plans.OTHER))
    rows = {row.path: row for row in batch.sources}
    assert batch.changed == ("Avon/2031.md",)
    assert rows["Avon/2031.md"].sha256 != rows["Avon/twin.md"].sha256
    assert {rows[name].status for name in ("Avon/2031.md", "Avon/twin.md")} == {"ok"}
    for job in batch.jobs:
        if job.verb == "milestones" and job.json:
            made = json.loads((tmp_path / "out" / job.json).read_text("utf-8"))
            assert made["source"]["sha256"] == rows[job.sources[0]].sha256


def test_a_source_that_changes_after_it_was_read(many: Path, tmp_path: Path):
    def meddle(step: Step) -> None:
        if step.stage == "compare" and step.done == 1:
            (many / "Avon/2031.md").write_text(plans.OTHER, encoding="utf-8")
            (many / "Avon/panel.md").unlink()

    def changed(step: Step) -> None:
        if step.stage == "read" and step.done == step.total:
            (many / "Avon/2032.md").write_text(plans.OTHER, encoding="utf-8")

    first = here(many, tmp_path / "whole")
    batch = here(many, tmp_path / "out", watch=meddle)
    assert batch.sources == first.sources
    assert batch.jobs == first.jobs  # all of what was read first
    assert here(many, tmp_path / "late", watch=changed).changed == ("Avon/2032.md",)
    assert here(many, tmp_path / "out").changed == ()


def test_two_runs_on_one_folder(many: Path, tmp_path: Path):
    runs = [start(many, tmp_path / "out") for _ in range(2)]
    ended = sorted(finish(run) for run in runs)
    assert ended[-1][0] == 6
    assert ended[0][0] == 6 or "another run is at work" in ended[0][1]
    here(many, tmp_path / "whole")
    assert files(tmp_path / "out") == files(tmp_path / "whole")


@posix
def test_a_full_disk_is_said_and_what_was_done_is_kept(many: Path, tmp_path: Path):
    import resource

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (12_000, 12_000))

    code, err = finish(start(many, tmp_path / "out", preexec_fn=limit))
    assert code == 2
    assert "the disk is full" in err
    assert "Make room" in err
    assert "Traceback" not in err
    assert finish(start(many, tmp_path / "out"))[0] == 6
    here(many, tmp_path / "whole")
    assert files(tmp_path / "out") == files(tmp_path / "whole")


def test_a_full_disk_under_the_catalogue(many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def full(*_arguments: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("plantext.batch.catalogue.write_catalogue", full)
    with pytest.raises(OutputError, match="the disk is full"):
        here(many, tmp_path / "out")


def test_the_state_cannot_be_written(many: Path, tmp_path: Path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out/.plantext").write_text("in the way")
    with pytest.raises(OutputError, match="Choose another folder"):
        here(many, tmp_path / "out")


def test_the_state_is_damaged(many: Path, tmp_path: Path):
    here(many, tmp_path / "out")
    whole = files(tmp_path / "out")
    for number, path in enumerate(sorted((tmp_path / "out/.plantext").rglob("*.*"))):
        path.write_bytes(b"" if number % 2 else b"{damaged")
    (tmp_path / "out/.plantext/units/zz").mkdir()
    (tmp_path / "out/.plantext/units/zz/left.json").write_text("{}")
    here(many, tmp_path / "out")
    assert files(tmp_path / "out") == whole
