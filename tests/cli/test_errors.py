"""Every failure: its exit code, one plain sentence on standard error, nothing on standard output, nothing half-written."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from plantext import pipeline
from plantext.errors import REMEDIES
from tests.factories.pdf import Sheet, encrypted, no_pages, pdf

ROOT = Path(__file__).resolve().parents[2]
PLAN = ROOT / "corpus" / "plan-2031-32.pdf"


def plain(ran, *words: str) -> bool:
    """One line that begins with the program's name, ends as a sentence, and holds these words."""
    line = ran.err.removesuffix("\n")
    return line.startswith("plantext: ") and line.endswith(".") and "\n" not in line and all(word in line for word in words)


def archive() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        file.writestr("readme.txt", "no document")
    return data.getvalue()


SOURCES = {
    "empty.txt": (b"", 3, "empty", REMEDIES["damaged"]),
    "spaces.txt": (b" \n\n ", 3, "empty", REMEDIES["damaged"]),
    "picture.pdf": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", 3, "not a kind of file", REMEDIES["not_supported"]),
    "noise.txt": (bytes(range(256)) * 8, 3, "not a kind of file", REMEDIES["not_supported"]),
    "archive.docx": (archive(), 3, "zip archive", REMEDIES["not_supported"]),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, 3, "old Office file", "save it as .docx"),
    "cut.pdf": (PLAN.read_bytes()[:20_000], 3, "no whole PDF", REMEDIES["damaged"]),
    "pageless.pdf": (no_pages(), 3, "", REMEDIES["no_pages"]),
    "locked.pdf": (encrypted(), 3, "", REMEDIES["encrypted"]),
    "scan.pdf": (pdf(Sheet().picture(0, 0, 595, 842)), 4, "", REMEDIES["needs_ocr"]),
    "broken.json": (b'{"schema": "plantext/document/1", "pages": 3}', 3, "not a Document", REMEDIES["damaged"]),
}


@pytest.mark.parametrize("name", SOURCES)
def test_a_source_that_cannot_be_read(call, folder: Path, name: str):
    data, code, detail, remedy = SOURCES[name]
    (folder / name).write_bytes(data)
    before = sorted(folder.iterdir())
    ran = call("extract", name, "-o", "out.json")
    assert (ran.code, ran.out) == (code, "")
    assert plain(ran, name, detail, remedy), ran.err
    assert sorted(folder.iterdir()) == before


def test_a_source_that_is_missing_or_a_folder(call, folder: Path):
    missing = call("variations", "before.md", "no such plan, näh.pdf")
    assert missing.code == 3
    assert plain(missing, "no such plan, näh.pdf", "no such file", "Check the path")
    inner = call("extract", folder)
    assert inner.code == 3
    assert plain(inner, str(folder), "folder", "plantext batch")


def test_a_password_opens_what_is_locked(call, folder: Path):
    (folder / "locked.pdf").write_bytes(encrypted("secret"))
    assert "under lock and key" in call("extract", "locked.pdf", "--password", "secret").out
    wrong = call("extract", "locked.pdf", "--password", "guess")
    assert wrong.code == 3
    assert plain(wrong, "locked.pdf")


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["milestones", "note.txt"], "note.txt"),
        (["milestones", "both.txt", "--edition", "1999-00"], "2031-32, 2032-33"),
        (["variations", "note.txt"], "two years"),
        (["variations", "before.md"], "only 2031-32"),
        (["variations", "before.md", "note.txt"], "note.txt"),
        (["variations", "note.txt", "after.md"], "note.txt"),
        (["coverage", "note.txt", "after.md"], "note.txt"),
    ],
)
def test_nothing_to_compare(call, arguments: list[str], word: str):
    ran = call(*arguments)
    assert (ran.code, ran.out) == (5, "")
    assert plain(ran, word), ran.err


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["extract"], "SOURCE"),
        (["coverage", "panel.md"], "PLAN"),
        (["extrct", "note.txt"], "extract"),
        (["extract", "note.txt", "--bogus"], "--bogus. "),
        (["extract", "note.txt", "surplus.txt"], "surplus.txt"),
        (["extract", "note.txt", "--format"], "--format"),
        (["extract", "note.txt", "--format", "bogus"], "text, json, md, html"),
        (["extract", "note.txt", "--format", "csv"], "text, json, md, html"),
        (["variations", "both.txt", "--format", "docx"], ".docx"),
        (["coverage", "panel.md", "after.md", "--format", "xlsx"], ".xlsx"),
        (["extract", "note.txt", "--format", "docx"], "text, json, md, html"),
        (["extract", "note.txt", "-o", "out.xlsx"], "text, json, md, html"),
        (["variations", "both.txt", "-o", "out.odt"], "out.odt"),
        (["variations", "both.txt", "-o", "out"], ".html"),
        (["variations", "both.txt", "-o", "."], "folder"),
        (["variations", "both.txt", "-o", "nowhere/out.html"], "nowhere"),
        (["variations", "both.txt", "--fail-on", "removed,reworked"], "“reworked”"),
        (["coverage", "panel.md", "after.md", "--fail-on", "removed"], "not_found"),
        (["variations", "-", "-"], "standard input"),
        (["coverage", "-", "-"], "standard input"),
        (["extract", "note.txt", "--pdf-reader", "acrobat"], "pdfplumber"),
        (["milestones", "before.md", "--edition", "soon"], "2014-15"),
        (["extract", ""], "empty"),
        (["variations", "both.txt", ""], "empty"),
        (["batch", "", "-o", "out"], "empty"),
        (["batch", "."], "-o"),
        (["batch", ".", "-o", "."], "-o"),
        (["batch", ".", "-o", "note.txt"], "note.txt"),
        (["batch", "note.txt", "-o", "out"], "note.txt"),
    ],
)
def test_bad_usage(call, folder: Path, arguments: list[str], word: str):
    before = sorted(folder.iterdir())
    ran = call(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert plain(ran, word), ran.err
    assert sorted(folder.iterdir()) == before


@pytest.mark.parametrize(
    "arguments", [["--format", "docx"], ["--format", "odt"], ["-o", "out.odt"], ["-o", "nowhere/out.html"], ["--fail-on", "nothing"]]
)
def test_bad_usage_is_said_before_anything_is_read(call, monkeypatch: pytest.MonkeyPatch, arguments: list[str]):
    monkeypatch.setattr(sys.modules["plantext.read"], "read", lambda *_args, **_options: pytest.fail("it was read"))
    assert call("variations", "before.md", "after.md", *arguments).code == 2


def test_a_source_is_never_written_over(call, folder: Path):
    text = (folder / "before.md").read_text("utf-8")
    (folder / "link.md").symlink_to(folder / "before.md")
    for source, output in (("before.md", "before.md"), ("before.md", "link.md"), ("before.md", "../" + folder.name + "/before.md")):
        ran = call("extract", source, "-o", output)
        assert ran.code == 2
        assert plain(ran, output, "source")
    assert (folder / "before.md").read_text("utf-8") == text


def test_an_older_result_stays_whole_when_writing_fails(call, folder: Path, monkeypatch: pytest.MonkeyPatch):
    (folder / "out.md").write_text("the older result")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    before = sorted(folder.iterdir())
    ran = call("extract", "note.txt", "-o", "out.md")
    assert ran.code == 2
    assert plain(ran, "out.md", "No space left on device")
    assert (folder / "out.md").read_text() == "the older result"
    assert sorted(folder.iterdir()) == before


def test_settings_that_make_no_sense(call, folder: Path):
    (folder / "plantext.toml").write_text('pdf_reader = "acrobat"')
    ran = call("extract", "note.txt")
    assert (ran.code, ran.out) == (2, "")
    assert plain(ran, "plantext.toml", "Correct the file")


def test_a_fault_of_ours_is_said_to_be_one(call, monkeypatch: pytest.MonkeyPatch):
    def fault(*_args: object) -> None:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr(pipeline, "milestones", fault)
    ran = call("milestones", "before.md")
    assert (ran.code, ran.out) == (70, "")
    assert plain(ran, "a fault of plantext", "ZeroDivisionError", "--debug")
    debugged = call("milestones", "before.md", "--debug")
    assert debugged.code == 70
    assert "Traceback (most recent call last)" in debugged.err
    assert "in fault" in debugged.err


@pytest.mark.parametrize(
    "arguments", [["extract", "missing.pdf"], ["milestones", "note.txt"], ["extract", "note.txt", "--format", "bogus"]]
)
def test_a_traceback_comes_with_debug_only(call, arguments: list[str]):
    assert "Traceback" not in call(*arguments).err
    assert "Traceback" in call(*arguments, "--debug").err


def test_an_interrupt_in_the_midst(call, monkeypatch: pytest.MonkeyPatch):
    def stop(*_args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "milestones", stop)
    ran = call("milestones", "before.md", "-o", "out.json")
    assert (ran.code, ran.out, ran.err) == (130, "", "plantext: interrupted.\n")


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
def test_control_c(folder: Path):
    os.mkfifo(folder / "slow.txt")
    process = subprocess.Popen(
        [sys.executable, "-m", "plantext", "extract", "slow.txt", "-o", "out.json"],
        cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    writer = os.open(folder / "slow.txt", os.O_WRONLY)  # comes back when the command has begun to read
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    os.close(writer)
    assert (process.returncode, out, err) == (130, "", "plantext: interrupted.\n")
    assert not (folder / "out.json").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of Unix")
def test_a_reader_that_has_seen_enough(shell, folder: Path):
    (folder / "long.md").write_text("\n\n".join(f"Paragraph {number} of a long report on nothing." for number in range(3_000)))
    ran = shell("$PLANTEXT extract long.md | head -1; echo ${PIPESTATUS[0]}")
    assert ran.out.splitlines()[-1] == "0"
    assert ran.err == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_standard_output_that_takes_nothing(shell):
    full = shell("$PLANTEXT extract note.txt >/dev/full")
    assert full.code == 2
    assert plain(full, "Standard output", "No space left on device")
    closed = shell("$PLANTEXT extract note.txt >&-")
    assert closed.code == 2
    assert plain(closed, "Standard output is closed")


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of Unix")
def test_streams_that_are_closed(shell):
    assert shell("$PLANTEXT extract missing.txt 2>&-").code == 3
    nothing = shell("$PLANTEXT extract - <&-")
    assert nothing.code == 3
    assert plain(nothing, "standard input", "empty")


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="a shell of Unix")
def test_a_source_that_can_be_read_only_once(shell):
    ran = shell("$PLANTEXT variations <(cat before.md) <(cat after.md) --format html")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("<!DOCTYPE html>")
