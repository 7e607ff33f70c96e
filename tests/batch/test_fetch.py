"""Fetching from a local server that misbehaves in every way."""

from __future__ import annotations

import gzip
import hashlib
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("httpx", reason="the extra plantext[fetch] is not installed")

from plantext.batch import fetch as module
from plantext.batch.fetch import Outcome, verify
from plantext.batch.manifest import load_manifest
from plantext.cli import main
from plantext.errors import OutputError, UsageError
from tests.factories.pdf import one_page
from tests.factories.server import Handler, Server

PDF = one_page(b"BT /F1 12 Tf 72 700 Td (Hedges) Tj ET") + b"%" * 300_000
TEXT = b"# A plan\n\nPlant hedges along the canal.\n"


def left(folder: Path) -> set[str]:
    return {path.name for path in folder.rglob("*") if path.is_file()} - {"corpus.toml"}


def test_a_document_is_fetched_once(server: Server, fetch: Callable[..., Outcome], tmp_path: Path):
    server.answers["/plan.pdf"] = lambda to: to.give(200, PDF)
    outcome = fetch("/plan.pdf", "plans/2031/plan.pdf")
    assert (outcome.state, outcome.size, outcome.sha256) == ("fetched", len(PDF), hashlib.sha256(PDF).hexdigest())
    assert (tmp_path / "plans/2031/plan.pdf").read_bytes() == PDF
    assert left(tmp_path) == {"plan.pdf"}
    asked = len(server.asked)
    assert fetch("/plan.pdf", "plans/2031/plan.pdf").state == "there"
    assert len(server.asked) == asked
    paths, headers = zip(*server.asked, strict=True)
    assert paths == ("/robots.txt", "/plan.pdf")
    assert all(header["user-agent"].startswith("plantext/") for header in headers)


def test_what_is_not_what_was_meant_is_not_kept(server: Server, fetch: Callable[..., Outcome], tmp_path: Path):
    server.answers["/plan.pdf"] = lambda to: to.give(200, PDF)
    outcome = fetch("/plan.pdf", sha256="0" * 64)
    assert outcome.state == "failed"
    assert hashlib.sha256(PDF).hexdigest() in outcome.reason
    assert left(tmp_path) == set()
    assert fetch("/plan.pdf", sha256=hashlib.sha256(PDF).hexdigest().upper()).state == "fetched"


@pytest.mark.parametrize(
    ("body", "name", "word"),
    [
        (b"<!DOCTYPE html><html><p>Page not found", "plan.pdf", "text/html"),
        (b"", "plan.pdf", "empty"),
        (b"\x7fELF\x02\x01\x01\x00\x00", "plan.pdf", "not a kind"),
        (TEXT, "plan.docx", "text/plain"),
        (PDF, "plan.html", "application/pdf"),
    ],
)
def test_what_is_of_another_kind_is_refused(
    server: Server, fetch: Callable[..., Outcome], tmp_path: Path, body: bytes, name: str, word: str
):
    server.answers["/x"] = lambda to: to.give(200, body, Content_Type="application/pdf")
    outcome = fetch("/x", name)
    assert (outcome.state, word in outcome.reason) == ("failed", True)
    assert left(tmp_path) == set()


@pytest.mark.parametrize("status", [401, 403, 404, 410, 451, 204])
def test_an_answer_that_is_none_is_not_asked_for_again(server: Server, fetch: Callable[..., Outcome], status: int):
    server.answers["/x"] = lambda to: to.give(status, b"" if status == 204 else b"no", Content_Length="0" if status == 204 else "2")
    assert str(status) in fetch("/x").reason
    assert [path for path, _ in server.asked].count("/x") == 1
    assert fetch.waited == []


def test_a_server_that_is_busy_is_asked_again(server: Server, fetch: Callable[..., Outcome]):
    answers = iter([(503, {"Retry_After": "7"}), (429, {"Retry_After": "100000"}), (500, {}), (200, {})])

    def answer(to: Handler) -> None:
        status, headers = next(answers)
        to.give(status, PDF if status == 200 else b"later", **headers)

    server.answers["/x"] = answer
    assert fetch("/x").state == "fetched"
    assert fetch.waited == [7.0, module.LONGEST_WAIT, module.WAITS[2]]


def test_a_server_that_is_always_busy(server: Server, fetch: Callable[..., Outcome]):
    server.answers["/x"] = lambda to: to.give(503, b"later")
    outcome = fetch("/x")
    assert (outcome.state, "503" in outcome.reason) == ("failed", True)
    assert [path for path, _ in server.asked].count("/x") == module.TRIES


def broken(at: int, etag: str | None = '"one"', ranges: bool = True) -> Callable[[Handler], None]:
    """Breaks off after `at` bytes, once; then goes on where it is asked to, if it does `ranges`."""
    state = {"broken": False}

    def answer(to: Handler) -> None:
        headers = {"ETag": etag} if etag else {}
        if not state["broken"]:
            state["broken"] = True
            to.send_response(200)
            for name, value in {"Content-Length": str(len(PDF)), **headers}.items():
                to.send_header(name, value)
            to.end_headers()
            to.wfile.write(PDF[:at])
            to.close_connection = True
            return
        wanted = to.headers.get("Range")
        if wanted and ranges and to.headers.get("If-Range") == etag:
            begin = int(wanted.removeprefix("bytes=").rstrip("-"))
            to.give(206, PDF[begin:], Content_Range=f"bytes {begin}-{len(PDF) - 1}/{len(PDF)}", **headers)
        else:
            to.give(200, PDF, **headers)

    return answer


@pytest.mark.parametrize(
    ("etag", "ranges", "resumed"), [('"one"', True, True), ('"one"', False, True), (None, True, False), ('W/"weak"', True, False)]
)
def test_a_connection_that_breaks_off_is_gone_on_with(
    server: Server, fetch: Callable[..., Outcome], tmp_path: Path, etag: str | None, ranges: bool, resumed: bool
):
    server.answers["/x"] = broken(150_000, etag, ranges)
    assert fetch("/x").state == "fetched"
    assert (tmp_path / "plan.pdf").read_bytes() == PDF
    second = [headers for path, headers in server.asked if path == "/x"][1]
    assert ("range" in second) == resumed
    assert left(tmp_path) == {"plan.pdf"}


def test_what_was_begun_in_an_earlier_run_is_gone_on_with(server: Server, fetch: Callable[..., Outcome], tmp_path: Path):
    (tmp_path / ".plan.pdf.part").write_bytes(PDF[:1000])
    (tmp_path / ".plan.pdf.part.tag").write_text('"one"')
    answer = broken(0)
    answer_state = {"first": True}

    def resume(to: Handler) -> None:
        answer_state["first"] = False
        begin = int(to.headers["Range"].removeprefix("bytes=").rstrip("-"))
        to.give(206, PDF[begin:], Content_Range=f"bytes {begin}-{len(PDF) - 1}/{len(PDF)}")

    assert answer
    server.answers["/x"] = resume
    assert fetch("/x").state == "fetched"
    assert (tmp_path / "plan.pdf").read_bytes() == PDF


def test_a_piece_that_was_not_asked_for_and_one_that_is_not_there(server: Server, fetch: Callable[..., Outcome], tmp_path: Path):
    for status, headers in ((206, {"Content_Range": "bytes 5-9/10"}), (416, {})):
        (tmp_path / "plan.pdf").unlink(missing_ok=True)
        (tmp_path / ".plan.pdf.part").write_bytes(b"another")
        (tmp_path / ".plan.pdf.part.tag").write_text('"one"')

        def answer(to: Handler, status: int = status, headers: dict[str, str] = headers) -> None:
            if "Range" in to.headers:
                to.give(status, b"piece", **headers)
            else:
                to.give(200, PDF)

        server.answers["/x"] = answer
        assert fetch("/x").state == "fetched"
        assert (tmp_path / "plan.pdf").read_bytes() == PDF


def test_what_is_too_large(server: Server, fetch: Callable[..., Outcome], tmp_path: Path):
    def endless(to: Handler) -> None:
        to.send_response(200)
        to.send_header("Transfer-Encoding", "chunked")
        to.end_headers()
        try:
            while True:
                to.wfile.write(b"10000\r\n" + b"%" * 65536 + b"\r\n")
        except OSError:
            to.close_connection = True

    server.answers["/endless"] = endless
    server.answers["/long"] = lambda to: to.give(200, b"%PDF-" + b"%" * 3_000_000)
    bomb = gzip.compress(b"%PDF-" + b"\0" * 30_000_000)
    server.answers["/bomb"] = lambda to: to.give(200, bomb, Content_Encoding="gzip")
    for path in ("/endless", "/long", "/bomb"):
        outcome = fetch(path, largest=2 * 1024 * 1024)
        assert (outcome.state, outcome.reason) == ("failed", "it is larger than 2 MB.")
        assert left(tmp_path) == set()


def test_a_server_that_packs_what_it_sends(server: Server, fetch: Callable[..., Outcome], tmp_path: Path):
    server.answers["/x"] = lambda to: to.give(200, gzip.compress(PDF), Content_Encoding="gzip", ETag='"one"')
    assert fetch("/x").state == "fetched"
    assert (tmp_path / "plan.pdf").read_bytes() == PDF
    server.answers["/y"] = lambda to: to.give(200, b"no gzip at all", Content_Encoding="gzip")
    assert "can't be undone" in fetch("/y", "other.pdf").reason


def test_a_server_that_drips_and_one_that_is_silent(server: Server, fetch: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch):
    stop = threading.Event()

    def drip(to: Handler) -> None:
        to.send_response(200)
        to.send_header("Content-Length", "1000000")
        to.end_headers()
        try:
            while not stop.wait(0.05):
                to.wfile.write(b"%")
        except OSError:
            to.close_connection = True

    server.answers["/drip"] = drip
    monkeypatch.setattr(module, "WHOLE", 0.5)
    assert "too slow" in fetch("/drip").reason
    server.answers["/silent"] = lambda _to: stop.wait(3) and None
    monkeypatch.setattr(module, "SILENCE", 0.2)
    assert "silent" in fetch("/silent", "other.pdf").reason
    stop.set()


def test_nobody_is_there(fetch: Callable[..., Outcome]):
    outcome = fetch("", url="http://127.0.0.1:9/plan.pdf")
    assert outcome.state == "failed"
    assert outcome.reason


def test_a_link_that_leads_out(server: Server, fetch: Callable[..., Outcome], tmp_path: Path):
    server.answers["/x"] = lambda to: to.give(200, PDF)
    outside = tmp_path.parent / f"{tmp_path.name}-outside"
    outside.mkdir()
    (tmp_path / "plans").symlink_to(outside)
    (tmp_path / "plan.pdf").symlink_to(outside / "plan.pdf")
    for name in ("plans/plan.pdf", "plan.pdf"):
        assert "through a link" in fetch("/x", name).reason
    assert not list(outside.iterdir())


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://example.org/x", "https://", "plan.pdf"])
def test_an_address_that_is_none(tmp_path: Path, address: str):
    (tmp_path / "corpus.toml").write_text(f'[[document]]\npath = "x.pdf"\nurl = "{address}"\n')
    with pytest.raises(UsageError, match="no address that can be fetched"):
        load_manifest(tmp_path)


def test_a_path_is_taken_from_the_address(tmp_path: Path):
    urls = ("https://example.org/a/Plan%202031.pdf?x=1", "https://example.org/%2e%2e/", "https://example.org/a%2F..%2Fb.pdf")
    (tmp_path / "corpus.toml").write_text("".join(f'[[document]]\nurl = "{url}"\n' for url in urls))
    assert [entry.path for entry in load_manifest(tmp_path).entries] == ["Plan 2031.pdf", "example.org.html", "b.pdf"]


def test_a_folder_that_cannot_be_written(server: Server, fetch: Callable[..., Outcome], tmp_path: Path):
    server.answers["/x"] = lambda to: to.give(200, PDF)
    (tmp_path / "plans").write_text("a file")
    with pytest.raises(OutputError, match="can't be written"):
        fetch("/x", "plans/plan.pdf")


def test_verify(tmp_path: Path):
    digest = hashlib.sha256(TEXT).hexdigest()
    for name in ("a.md", "b.md", "c.md"):
        (tmp_path / name).write_bytes(TEXT)
    stated = {"a.md": digest, "b.md": "0" * 64, "c.md": None, "d.md": digest}
    lines = (f'[[document]]\npath = "{name}"\n' + (f'sha256 = "{known}"\n' if known else "") for name, known in stated.items())
    (tmp_path / "corpus.toml").write_text("".join(lines))
    assert [verdict for _, verdict, _ in verify(load_manifest(tmp_path))] == ["ok", "different", "unchecked", "missing"]


def test_the_commands(server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("plantext.batch.politeness.PAUSE", 0)
    server.answers["/plan.pdf"] = lambda to: to.give(200, PDF)
    (tmp_path / "m.toml").write_text(
        f'[[document]]\npath = "plan.pdf"\nurl = "{server.url("/plan.pdf")}"\ntitle = "The plan"\n'
        f'[[document]]\npath = "gone.pdf"\nurl = "{server.url("/gone.pdf")}"\n[[document]]\npath = "unknown.pdf"\n'
    )
    assert main(["corpus", "list", str(tmp_path / "m.toml")]) == 0
    assert "unknown.pdf\n  not there; no address known" in capsys.readouterr().out
    assert main(["corpus", "fetch", str(tmp_path / "m.toml")]) == 6
    said = capsys.readouterr()
    assert said.out == f"plan.pdf: fetched, {len(PDF)} bytes, sha256 {hashlib.sha256(PDF).hexdigest()}\n"
    assert [line.split(":")[:2] for line in said.err.splitlines()] == [["gone.pdf", " failed"], ["unknown.pdf", " no address"]]
    assert main(["corpus", "verify", str(tmp_path / "m.toml")]) == 6
    assert "plan.pdf: unchecked" in capsys.readouterr().out
    assert main(["batch", str(tmp_path / "m.toml"), "-o", str(tmp_path / "out")]) == 6
    assert "gone.pdf: missing: it was not fetched yet" in capsys.readouterr().err
