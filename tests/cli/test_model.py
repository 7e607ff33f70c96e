from __future__ import annotations

from pathlib import Path

import pytest

from plantext.cli import main

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
DOCUMENTS = [str(CORPUS / "panel-report-2032.pdf"), str(CORPUS / "plan-2032-33.pdf")]


@pytest.mark.parametrize("by", ["option", "settings"])
def test_a_folder_without_a_model_is_refused_before_anything_is_read(by, tmp_path, monkeypatch, capsys):
    pytest.importorskip("safetensors", reason="the extra `semantic` is not installed")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plantext.toml").write_text('model = "nowhere"' if by == "settings" else "")
    assert main(["coverage", *DOCUMENTS, *(["--model", "nowhere"] if by == "option" else []), "--format", "json"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "nowhere: there is no config.json" in printed.err
