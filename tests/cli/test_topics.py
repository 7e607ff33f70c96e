"""`plantext topics`, and the list of topics in `coverage`."""

from pathlib import Path

import pytest

from plantext.cli.topics import load_topics
from plantext.errors import UsageError

FIXTURES = Path(__file__).parents[1] / "compare" / "fixtures"


def test_a_file_that_is_no_list(tmp_path):
    path = tmp_path / "topics.toml"
    with pytest.raises(UsageError, match="can't be read"):
        load_topics(path)
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="can't be read"):
        load_topics(path)
    path.write_text("x" * 2_000_000)
    with pytest.raises(UsageError, match="too long"):
        load_topics(path)


def test_the_commands(tmp_path, monkeypatch):
    from typer.testing import CliRunner

    from plantext.cli.app import app

    monkeypatch.chdir(tmp_path)
    (tmp_path / "topics.toml").write_text('[[topic]]\nlabel = "Fires"\nphrases = ["deliberate fire"]\n')
    plan, report = str(FIXTURES / "harbour_plan.md"), str(FIXTURES / "harbour_report.md")
    told = CliRunner().invoke(app, ["topics", "topics.toml", plan, plan])
    assert told.exit_code == 0, told.output
    assert "deliberate fire" in told.output
    written = CliRunner().invoke(
        app,
        [
            "coverage",
            report,
            plan,
            "--before",
            plan,
            "--response",
            plan,
            "--undertakings",
            report,
            "--topics",
            "topics.toml",
            "-o",
            "out.json",
        ],
    )
    assert written.exit_code == 0, written.output
    assert '"before"' in (tmp_path / "out.json").read_text()
