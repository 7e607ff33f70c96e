"""A Dask cluster of two workers on loopback, one of which is killed."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from plantext.batch.engine import open_engine
from plantext.batch.manifest import load_manifest
from plantext.batch.run import run_batch
from plantext.errors import UsageError
from plantext.model.batch import Batch
from plantext.settings import Settings

ROOT = Path(__file__).resolve().parents[2]


def test_what_is_no_engine():
    with pytest.raises(UsageError, match="dask://HOST:PORT"):
        open_engine("ssh://somewhere", 1)
    with pytest.raises(UsageError, match="1 or more"):
        open_engine(None, 0)


CLUSTER = """
import sys, time, threading
from pathlib import Path
from plantext.batch.cluster import Cluster
from plantext.batch.manifest import load_manifest
from plantext.batch.run import run_batch
from plantext.settings import Settings
import os, signal
address, source, out, victim = sys.argv[1:]
engine = Cluster(address)
while len(engine._client.nthreads()) < 2:
    time.sleep(0.1)
def watch(step):
    if step.stage == "read" and step.done == 2:
        os.kill(int(victim), signal.SIGKILL)
run_batch(load_manifest(source, out), out, Settings(), watch, engine=engine)
print(len(engine._client.nthreads()))
engine.close()
"""


@pytest.mark.skipif(os.name != "posix", reason="processes are killed by POSIX's signals")
def test_one_of_two_workers_is_killed(papers: Path, tmp_path: Path):
    pytest.importorskip("distributed", reason="the extra plantext[dask] is not installed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"127.0.0.1:{port}"
    env = {**os.environ, "PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__WORKER__DAEMON": "False"}
    common = {"env": env, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": tmp_path, "start_new_session": True}
    scheduler = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"]
    worker = [sys.executable, "-m", "distributed.cli.dask_worker", address, "--no-nanny", "--nthreads", "1", "--no-dashboard"]
    started = [subprocess.Popen(scheduler, **common)]
    try:
        started += [subprocess.Popen([*worker, "--name", name], **common) for name in ("one", "two")]
        words = [f"dask://{address}", str(papers), str(tmp_path / "out"), str(started[1].pid)]
        done = subprocess.run(
            [sys.executable, "-c", CLUSTER, *words], env=env, cwd=tmp_path, timeout=90, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr[-2000:]
        assert done.stdout.strip() == "1"  # the other worker did the rest
    finally:
        for process in started:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    here = run_batch(load_manifest(papers, tmp_path / "here"), tmp_path / "here", Settings())
    assert len(here.sources) == 6
    assert files(tmp_path / "out") == files(tmp_path / "here")


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_sources_and_results_at_an_address(papers: Path, tmp_path: Path):
    pytest.importorskip("fsspec", reason="the extra plantext[dask] is not installed")
    here = run_batch(load_manifest(papers, tmp_path / "here"), tmp_path / "here", Settings())
    source, out = f"file://{papers}", f"file://{tmp_path}/there"
    there = run_batch(load_manifest(source, out), out, Settings())
    assert isinstance(there, Batch)
    assert there == here
    apart = {".plantext/lock"}  # one machine's, in a folder of its own
    made, wanted = files(tmp_path / "there"), files(tmp_path / "here")
    assert {name: made.get(name) for name in wanted if name not in apart} == {
        name: data for name, data in wanted.items() if name not in apart
    }
    assert run_batch(load_manifest(source, out), out, Settings()) == here


def test_an_address_that_leads_nowhere(tmp_path: Path):
    pytest.importorskip("fsspec", reason="the extra plantext[dask] is not installed")
    from plantext.errors import PlantextError

    with pytest.raises(PlantextError):
        load_manifest(f"file://{tmp_path}/nowhere")
    with pytest.raises(UsageError, match="Install the driver"):
        load_manifest("zeppelin://hangar/papers")
