"""The processes that do a batch's work: one that dies, hangs, freezes or swells is stopped and replaced."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

import msgspec
import pytest

from plantext.batch import pool
from plantext.batch.cluster import perform_message
from plantext.batch.manifest import load_manifest
from plantext.batch.pool import Pool
from plantext.batch.run import run_batch
from plantext.batch.work import Answer, Lost, ReadDone, ReadTask
from plantext.read.limits import MB, Limits
from plantext.settings import Settings
from tests.factories import plans

posix = pytest.mark.skipif(os.name != "posix", reason="signals and limits of processes are POSIX's")


@posix
def test_a_worker_that_dies_is_replaced_and_its_source_read(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.md")
    engine = Pool(1, Limits())

    def kill_and_feed() -> None:
        while not engine._processes:
            time.sleep(0.02)
        first = engine._processes[0]._process
        time.sleep(1)
        first.kill()
        first.wait()
        (tmp_path / "pipe.md").write_text(plans.AFTER, encoding="utf-8")  # waits until the second worker opens it

    threading.Thread(target=kill_and_feed, daemon=True).start()
    ((_, answer),) = engine.run([task(tmp_path, "pipe.md")])
    engine.close()
    assert isinstance(answer, ReadDone)
    assert answer.record.status == "ok"


def task(folder: Path, name: str) -> ReadTask:
    return ReadTask(path=name, folder=str(folder), out=str(folder / "out"), kind="plan", basis="", settings=Settings())


@posix
def test_a_worker_that_hangs_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    os.mkfifo(tmp_path / "pipe.md")  # nobody ever writes to it
    (tmp_path / "plan.md").write_text(plans.AFTER, encoding="utf-8")
    monkeypatch.setattr(pool, "SLACK", 0.5)
    engine = Pool(1, Limits(wall_most=2.0))
    answers = {one.path: answer for one, answer in engine.run([task(tmp_path, "pipe.md"), task(tmp_path, "plan.md")])}
    engine.close()
    assert answers["pipe.md"] == Lost(status="too_slow", reason="working on it took too long, and was stopped.")
    assert isinstance(answers["plan.md"], ReadDone | Lost)  # on a machine with much to do, two seconds are short for it too


@posix
def test_a_worker_that_is_frozen_is_stopped(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.md")
    engine = Pool(1, Limits(wall=3.0))

    def freeze() -> None:
        while not engine._processes:
            time.sleep(0.02)
        engine._processes[0]._process.send_signal(signal.SIGSTOP)

    threading.Thread(target=freeze, daemon=True).start()
    ((_, answer),) = engine.run([task(tmp_path, "pipe.md")])
    engine.close()
    assert isinstance(answer, Lost)
    assert (answer.status, "silent for 3 seconds" in answer.reason) == ("too_slow", True)


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="this system does not say what a process holds")
def test_a_worker_that_swells_is_stopped_and_the_run_goes_on(many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pool, "BASE", 5 * MB)  # any process of ours holds more than that
    engine = Pool(1, Limits(memory=5 * MB))
    batch = run_batch(load_manifest(many, tmp_path / "out"), tmp_path / "out", Settings(), engine=engine)
    engine.close()
    assert len(batch.sources) == 9
    assert {row.status for row in batch.sources} <= {"too_large", "damaged", "encrypted"}
    assert "needed more than 10 MB" in next(row.reason for row in batch.sources if row.status == "too_large")
    again = run_batch(load_manifest(many, tmp_path / "out"), tmp_path / "out", Settings())
    assert again.sources[0].status == "ok"  # nothing is remembered of it


@posix
def test_a_unit_that_hangs_on_a_cluster_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    os.mkfifo(tmp_path / "pipe.md")  # nobody ever writes to it
    monkeypatch.setattr(pool, "SLACK", 0.5)
    short = Settings(limits=Limits(wall_most=2.0))
    stuck = msgspec.structs.replace(task(tmp_path, "pipe.md"), settings=short)
    answer = msgspec.msgpack.decode(perform_message(msgspec.msgpack.encode(stuck)), type=Answer)
    assert answer == Lost(status="too_slow", reason="working on it took too long, and was stopped.")


def test_a_worker_of_a_cluster_goes_on_with_the_process_that_it_has(tmp_path: Path):
    (tmp_path / "plan.md").write_text(plans.AFTER, encoding="utf-8")
    first, second = (
        msgspec.msgpack.decode(perform_message(msgspec.msgpack.encode(task(tmp_path, "plan.md"))), type=Answer) for _ in range(2)
    )
    assert isinstance(first, ReadDone)
    assert first == second
