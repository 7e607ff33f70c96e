from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from plantext.cli import main
from tests.factories import plans

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Ran:
    """What a call gave."""

    code: int
    out: str
    err: str


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with two plans, one that carries both years, a plan of somebody else, a panel's report and a note."""
    monkeypatch.chdir(tmp_path)
    for name, text in {
        "before.md": plans.BEFORE,
        "after.md": plans.AFTER,
        "both.txt": plans.BOTH,
        "other.md": plans.OTHER,
        "panel.md": plans.PANEL,
        "note.txt": "The key of the shed hangs beside the door.\n",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def call(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """Run a command in this process, in `folder`."""

    def run(*arguments: str | Path, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return run


@pytest.fixture
def shell(folder: Path) -> Callable[[str], Ran]:
    """Run a line in a shell, in `folder`, where `$PLANTEXT` is the command."""

    def run(line: str) -> Ran:
        env = {**os.environ, "PLANTEXT": f"{sys.executable} -m plantext", "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            ["bash", "-c", line], cwd=folder, env=env, capture_output=True, text=True, timeout=60, check=False, encoding="utf-8"
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return run
