"""Reading in a worker: the same Document, and a typed reason when a file hangs, swells or crashes the reader."""

from __future__ import annotations

import importlib
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from plantext.errors import SourceError, UsageError
from plantext.read.limits import MB, Limits
from plantext.read.pdf import read_pdf
from plantext.read.source import PDF, TEXT, describe
from plantext.read.worker import close_workers, read_in_worker
from tests.factories import pdf as made

GOOD = made.pdf(made.Sheet().text(72, 80, "The county looks after its bridges."))


@pytest.fixture(autouse=True)
def _no_worker_left():
    yield
    close_workers()


def read(data: bytes, **options):
    return read_in_worker(data, "made.pdf", PDF, **options)


def test_the_document_is_that_of_the_reader():
    assert read(GOOD) == read_pdf(GOOD, describe(GOOD, "made.pdf", PDF))


def test_a_worker_reads_one_document_after_another_and_after_a_failure():
    for _ in range(2):
        assert read(GOOD).blocks
        with pytest.raises(SourceError, match="no pages"):
            read(made.no_pages())


def test_reasons_pass_through_the_process():
    with pytest.raises(SourceError) as caught:
        read(made.encrypted())
    assert (caught.value.status, caught.value.where) == ("encrypted", "made.pdf")
    assert read(made.encrypted("key"), password="key").blocks
    with pytest.raises(UsageError):
        read(GOOD, pdf_reader="acrobat")


@pytest.mark.parametrize("data", [made.self_drawing_form(), made.nested_forms()], ids=["self-drawing", "nested"])
def test_forms_that_never_end_are_stopped_and_the_next_document_is_read(data):
    with pytest.raises(SourceError) as caught:
        read(data, limits=Limits(wall=3, memory=200 * MB))
    assert caught.value.status in {"too_slow", "too_large", "crashed"}
    assert read(GOOD).blocks


def test_a_double_bomb_does_not_swell_the_worker():
    with pytest.raises(SourceError) as caught:
        read(made.deflate_bomb(600, double=True), limits=Limits(wall=10, memory=200 * MB))
    assert caught.value.status in {"too_large", "too_slow", "crashed", "damaged", "needs_ocr"}


def test_a_reader_that_is_too_slow_is_stopped():
    with pytest.raises(SourceError) as caught:
        read(made.nested_forms(), pdf_reader="pdfplumber", limits=Limits(wall=1))
    assert caught.value.status == "too_slow"
    assert "too long" in str(caught.value)


def test_more_output_than_allowed_is_refused():
    with pytest.raises(SourceError) as caught:
        read(GOOD, limits=Limits(output=200))
    assert caught.value.status == "too_large"


def test_a_page_tree_cycle_deep_arrays_and_no_pdf_at_all():
    for data in (made.page_tree_cycle(), made.deep_arrays(), b"<html>bridges</html>"):
        with pytest.raises(SourceError):
            read(data)


def test_threads_may_read_at_once():
    documents = []
    threads = [threading.Thread(target=lambda: documents.append(read(GOOD))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(documents) == 3
    assert len({document.blocks[0].id for document in documents}) == 1


def test_pages_before_a_hang_are_kept_when_asked_for():
    data = made.hanging_second_page()
    limits = Limits(wall=3, memory=200 * MB)
    with pytest.raises(SourceError):
        read(data, limits=limits)
    document = read(data, limits=limits, partial=True)
    assert [page.status for page in document.pages] == ["text", "failed"]
    assert document.blocks[0].text == "The county looks after its bridges."
    assert document.issues[0].code == "partial"


worker = importlib.import_module("plantext.read.worker")

STARTED = r"""
import os, struct, sys
say = lambda message: (os.write(1, struct.pack(">Q", len(message)) + message), None)[1]
say(b"\x81\xa4type\xa5ready")
sys.stdin.buffer.read(struct.unpack(">Q", sys.stdin.buffer.read(8))[0])
"""


def _instead(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Let the next worker be a process that takes a request and then does `code`."""
    real = worker.subprocess.Popen

    def popen(_: list[str], **options: Any) -> Any:
        return real([sys.executable, "-c", STARTED + code], **options)

    close_workers()
    monkeypatch.setattr(worker.subprocess, "Popen", popen)


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_worker_that_was_killed_from_outside_has_crashed_and_did_not_say_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    _instead(monkeypatch, "os.close(1)\nimport time, signal\ntime.sleep(0.2)\nos.kill(os.getpid(), signal.SIGKILL)")
    with pytest.raises(SourceError) as caught:
        read(GOOD)
    assert caught.value.status == "crashed"


def test_a_worker_that_says_too_much_is_stopped_for_that(monkeypatch: pytest.MonkeyPatch) -> None:
    _instead(monkeypatch, 'os.write(1, struct.pack(">Q", 2**40))\nimport time\ntime.sleep(30)')
    with pytest.raises(SourceError, match="what was read of it is more than") as caught:
        read(GOOD)
    assert caught.value.status == "too_large"


def test_the_output_limit_is_that_of_the_document_and_not_of_the_one_before() -> None:
    words = b"The county looks after its bridges. " * 20  # plain text: no word of a page comes before the Document
    with pytest.raises(SourceError, match="more than"):
        read_in_worker(words, "made.txt", TEXT, limits=Limits(output=400))
    assert read_in_worker(words, "made.txt", TEXT).blocks


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="only Linux says who is whose child")
def test_a_worker_whose_caller_was_killed_leaves_in_the_midst_of_a_document(tmp_path: Path) -> None:
    sheet = made.Sheet().lines(72, 80, ["The county looks after its bridges and its roads in every season."] * 50)
    path = tmp_path / "long.pdf"
    path.write_bytes(made.pdf(*[sheet] * 12_000))
    code = "import sys; from plantext import read; read(sys.argv[1], cache=False)"
    with subprocess.Popen([sys.executable, "-c", code, str(path)]) as caller:
        children = Path(f"/proc/{caller.pid}/task/{caller.pid}/children")
        deadline = time.monotonic() + 20
        while not (found := children.read_text().split()) and time.monotonic() < deadline:
            time.sleep(0.05)
        (worker,) = found
        time.sleep(2)  # it reads
        caller.kill()
    assert Path(f"/proc/{worker}").exists()
    deadline = time.monotonic() + 8
    while Path(f"/proc/{worker}").exists() and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not Path(f"/proc/{worker}").exists()
