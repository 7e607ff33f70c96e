"""Where results go, and in which words."""

from __future__ import annotations

import json
import os
import sys
import zipfile
from pathlib import Path

import pytest

FORMATS = {
    "extract note.txt": "text json md html",
    "milestones before.md": "text json md csv",
    "variations before.md after.md": "text json md html csv",
    "recommendations panel.md": "text json md csv",
    "coverage panel.md after.md": "text json md html csv",
}
OPENS = {"json": '{\n  "schema": "plantext/', "html": "<!DOCTYPE html>"}


@pytest.mark.parametrize("line", FORMATS)
def test_every_format_on_standard_output_and_in_a_file(call, folder: Path, line: str):
    for name in FORMATS[line].split():
        printed = call(*line.split(), "--format", name)
        assert (printed.code, printed.err) == (0, "")
        assert printed.out.startswith(OPENS.get(name, ""))
        assert printed.out.endswith("\n")
        written = call(*line.split(), "-o", f"out.{'txt' if name == 'text' else name}")
        assert (written.code, written.out, written.err) == (0, "", "")
        assert (folder / f"out.{'txt' if name == 'text' else name}").read_bytes().decode() == printed.out


@pytest.mark.parametrize("name", ["docx", "xlsx"])
@pytest.mark.parametrize("line", ["variations before.md after.md", "coverage panel.md after.md"])
def test_word_and_excel_files(call, folder: Path, line: str, name: str):
    written = call(*line.split(), "-o", f"out.{name}")
    assert (written.code, written.out, written.err) == (0, "", "")
    assert zipfile.is_zipfile(folder / f"out.{name}")
    first = (folder / f"out.{name}").read_bytes()
    assert call(*line.split(), "--format", name, "-o", "again").code == 0
    assert (folder / "again").read_bytes() == first


def test_the_format_named_goes_before_the_ending(call, folder: Path):
    assert call("extract", "note.txt", "--format", "json", "-o", "out.txt").code == 0
    assert json.loads((folder / "out.txt").read_text("utf-8"))["schema"] == "plantext/document/1"


@pytest.mark.parametrize(("name", "same"), [("out.JSON", "json"), ("out.markdown", "md"), ("out.htm", "html"), ("out.TXT", "text")])
def test_an_ending_in_any_case_and_spelling(call, folder: Path, name: str, same: str):
    assert call("extract", "note.txt", "-o", name).code == 0
    assert (folder / name).read_text("utf-8") == call("extract", "note.txt", "--format", same).out


def test_a_format_may_be_named_as_its_ending(call):
    assert call("extract", "note.txt", "--format", "TXT").out == call("extract", "note.txt").out
    assert call("extract", "note.txt", "--format", "markdown").out == call("extract", "note.txt", "--format", "md").out


def test_names_with_spaces_and_accents(call, folder: Path):
    (folder / "Plan für Ærø 1.md").write_bytes((folder / "before.md").read_bytes())
    (folder / "mit Leerzeichen").mkdir()
    ran = call("milestones", "Plan für Ærø 1.md", "-o", "mit Leerzeichen/übersicht 1.json")
    assert ran.code == 0
    assert json.loads((folder / "mit Leerzeichen/übersicht 1.json").read_text("utf-8"))["source"]["name"] == "Plan für Ærø 1.md"


def test_an_older_result_is_replaced(call, folder: Path):
    (folder / "out.md").write_text("older " * 1000)
    assert call("extract", "note.txt", "-o", "out.md").code == 0
    assert "older" not in (folder / "out.md").read_text()


def test_a_link_stays_a_link(call, folder: Path):
    (folder / "real.md").write_text("older")
    (folder / "link.md").symlink_to(folder / "real.md")
    assert call("extract", "note.txt", "-o", "link.md").code == 0
    assert (folder / "link.md").is_symlink()
    assert (folder / "real.md").read_text("utf-8") == call("extract", "note.txt", "--format", "md").out


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes of Unix")
def test_a_pipe_or_device_is_written_to_and_never_replaced(call, folder: Path):
    os.mkfifo(folder / "pipe.md")
    reader = os.open(folder / "pipe.md", os.O_RDONLY | os.O_NONBLOCK)
    assert call("extract", "note.txt", "-o", "pipe.md").code == 0
    assert (folder / "pipe.md").is_fifo()
    assert os.read(reader, 10_000).decode() == call("extract", "note.txt", "--format", "md").out
    os.close(reader)


def test_standard_input(call, folder: Path):
    plan = (folder / "after.md").read_bytes()
    ran = call("variations", "before.md", "-", "--format", "json", stdin=plan)
    assert ran.code == 0
    assert json.loads(ran.out)["after"]["source"]["name"] == "standard input"
    assert call("coverage", "-", "after.md", stdin=(folder / "panel.md").read_bytes()).code == 0
    assert call("extract", "-", stdin=b"").code == 3


def test_what_extract_wrote_is_a_source(call):
    assert call("extract", "before.md", "-o", "before.json").code == 0
    assert call("extract", "panel.md", "-o", "panel.json").code == 0
    for line, other in (("variations before.md after.md", "variations before.json after.md"), ("coverage panel.md after.md",) * 2):
        assert call(*other.replace("panel.md", "panel.json").split(), "--format", "json").out == call(*line.split(), "--format", "json").out


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("variations before.md after.md --fail-on removed", 1),
        ("variations before.md after.md --fail-on split,merged", 0),
        ("variations before.md after.md --fail-on split,,added,", 1),
        ("variations before.md before.md --fail-on reworded,target,moved,split,merged,added,removed", 0),
        ("coverage panel.md after.md --fail-on covered,partial,mentioned,not_found", 1),
        ("coverage panel.md other.md --fail-on covered", 0),
    ],
)
def test_fail_on(call, line: str, code: int):
    ran = call(*line.split())
    assert (ran.code, ran.err) == (code, "")
    assert ran.out == call(*line.split(" --", maxsplit=1)[0].split()).out  # the result is printed all the same


class Terminal:
    """Standard output that a person looks at."""

    def __init__(self) -> None:
        self.text = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> None:
        self.text += text

    def flush(self) -> None:
        pass


def at_a_terminal(call, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> str:
    terminal = Terminal()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", terminal)
        assert call(*arguments).code == 0
    return terminal.text


def test_colour_only_at_a_terminal_and_the_same_words_everywhere(call, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    line = ["variations", "before.md", "after.md"]
    piped = call(*line).out
    assert "\x1b" not in piped
    assert "\x1b[" in at_a_terminal(call, monkeypatch, *line)
    monkeypatch.setenv("NO_COLOR", "1")
    assert at_a_terminal(call, monkeypatch, *line) == piped
    monkeypatch.setenv("COLUMNS", "64")
    narrow = at_a_terminal(call, monkeypatch, *line)
    assert max(map(len, narrow.splitlines())) <= 64
    assert narrow.split() == piped.split()


def test_no_colour_in_files(call, folder: Path, monkeypatch: pytest.MonkeyPatch):
    assert at_a_terminal(call, monkeypatch, "variations", "before.md", "after.md", "-o", "out.txt") == ""
    assert "\x1b" not in (folder / "out.txt").read_text("utf-8")


def test_settings_of_the_folder_and_of_the_call(call, folder: Path, monkeypatch: pytest.MonkeyPatch):
    import plantext.read

    asked = []
    real = sys.modules["plantext.read"].read

    def read(source: str, **options: object) -> object:
        asked.append((options["pdf_reader"], options["cache"], options["limits"].wall))
        return real(source, **options)

    monkeypatch.setattr(sys.modules["plantext.read"], "read", read)
    assert plantext.read is not read
    (folder / "plantext.toml").write_text('pdf_reader = "pdfplumber"\n[limits]\nwall = 12.5\n')
    call("extract", "note.txt")
    call("extract", "note.txt", "--pdf-reader", "pdfium", "--no-cache")
    assert asked == [("pdfplumber", True, 12.5), ("pdfium", False, 12.5)]


def test_the_same_bytes_twice_and_on_any_console(shell):
    line = "$PLANTEXT variations before.md after.md"
    assert shell(line).out == shell(f"LC_ALL=C PYTHONIOENCODING=ascii PYTHONHASHSEED=7 {line}").out != ""
