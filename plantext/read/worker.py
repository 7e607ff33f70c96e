"""Reading a document in a process of its own, which can be killed: files from the street hang, crash and swell.

The caller's side: start a worker, send it a document, wait within the limits, turn what went wrong into a SourceError.
The worker's side is `plantext.read.serve`, started as a module of its own; messages are msgpack, each after its length, over the
worker's standard input and output. One idle worker is kept for the next document.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from plantext.errors import SourceError, SourceStatus, UsageError
from plantext.model.document import Document, Issue
from plantext.read.collecting import uncollected
from plantext.read.framing import TOO_LONG, read_message, write_message
from plantext.read.limits import MB, Limits, resident
from plantext.read.messages import Answer, Done, Failed, Ready, Request

START = 60.0  # seconds for a worker to start: imports on a cold disk
LOOK = 0.05  # seconds between two looks at the worker's memory
REUSES = 64  # documents after which a worker is replaced: libraries leak

_lock = threading.Lock()
_idle: list[_Worker] = []


def read_in_worker(
    data: bytes,
    name: str,
    media_type: str,
    *,
    password: str | None = None,
    pdf_reader: str = "pdfium",
    limits: Limits | None = None,
    partial: bool = False,
) -> Document:
    """The Document of `data`, read in another process. Thread-safe.

    Where `partial` is set and the reader of a PDF had to be stopped or died after some pages, the Document of those pages is
    returned: its other pages have status "failed", and an issue "partial" says why.

    Raises SourceError: what the reader says (encrypted, damaged, no_pages, needs_ocr, not_supported …), and too_slow,
    too_large or crashed where the worker had to be stopped or died. Raises UsageError as the reader does.
    """
    limits = limits or Limits()
    request = Request(
        data=data, name=name, media_type=media_type, password=password, pdf_reader=pdf_reader, memory=limits.memory, output=limits.output
    )
    try:
        return _read(request, limits)
    except StoppedError as stop:
        if not partial or stop.pages == 0:
            raise
        document = _read(msgspec.structs.replace(request, most_pages=stop.pages), limits)
        issue = Issue(
            code="partial",
            severity="error",
            message=f"Only {stop.pages} page{'s were' if stop.pages != 1 else ' was'} read: {stop.detail}",
            page=stop.pages + 1,
        )
        return msgspec.structs.replace(document, issues=(issue, *document.issues))


class StoppedError(SourceError):
    """The worker was stopped or died. `pages` were read before."""

    def __init__(self, status: SourceStatus, where: str, detail: str, pages: int) -> None:
        super().__init__(status, where, detail)
        self.pages = pages


def _read(request: Request, limits: Limits) -> Document:
    worker = _take()
    try:
        document = worker.read(request, limits)
    except (SourceError, UsageError):
        _give_back(worker)
        raise
    except BaseException:
        worker.kill()
        raise
    _give_back(worker)
    return document


def _take() -> _Worker:
    with _lock:
        while _idle:
            worker = _idle.pop()
            if worker.usable():
                return worker
            worker.kill()
    return _Worker()


def _give_back(worker: _Worker) -> None:
    with _lock:
        if worker.usable() and not _idle:
            _idle.append(worker)
            return
    worker.close()


def close_workers() -> None:
    """End the idle worker. Called at exit; a caller may call it sooner."""
    with _lock:
        workers, _idle[:] = list(_idle), []
    for worker in workers:
        worker.close()


atexit.register(close_workers)


class _Worker:
    """One process, and a thread that takes in what it says."""

    def __init__(self) -> None:
        root = str(Path(__file__).resolve().parents[2])
        path = os.pathsep.join([root, *filter(None, [os.environ.get("PYTHONPATH")])])
        self._turned = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115  # closed with the pipes
        self._process = subprocess.Popen(  # our own module, by this interpreter
            [sys.executable, "-m", "plantext.read.serve"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._turned,
            env={**os.environ, "PYTHONPATH": path},
        )
        self._owner = os.getpid()
        self._answers: queue.Queue[bytes | None] = queue.Queue()
        self._most = Limits().output
        self._used = 0
        self._peak = 0
        self._ready = False
        threading.Thread(target=self._listen, daemon=True).start()

    def usable(self) -> bool:
        """Whether it can read another document."""
        return self._owner == os.getpid() and self._process.poll() is None and self._used < REUSES

    def read(self, request: Request, limits: Limits) -> Document:
        """Send a document and wait for its Document."""
        self._used += 1
        self._most = limits.output
        self._peak = 0
        if not self._ready:
            self._answer(request.name, limits, lambda: START)
            self._ready = True
        self._turned.truncate(0)
        self._turned.seek(0)
        sender = threading.Thread(target=self._send, args=(msgspec.msgpack.encode(request),), daemon=True)
        sender.start()
        answer = self._answer(request.name, limits, lambda: limits.deadline(self._pages()))
        if isinstance(answer, Failed):
            _raise(answer, request.name)
        if not isinstance(answer, Done):
            raise TypeError(f"The worker answered a request with {answer!r}.")
        return answer.document

    def _pages(self) -> int:
        """The pages of this document that have been read: the worker writes a byte for each, so that nobody need wake up for it."""
        return os.fstat(self._turned.fileno()).st_size

    def _send(self, message: bytes) -> None:
        pipe = self._process.stdin
        if pipe is None:
            return
        with contextlib.suppress(OSError, ValueError):  # it died: its silence says so
            write_message(pipe, message)

    def _listen(self) -> None:
        pipe = self._process.stdout
        message: bytes | None = None
        while pipe is not None and (message := read_message(pipe, lambda: self._most)):
            self._answers.put(message)
        self._answers.put(message)  # None or TOO_LONG

    def _answer(self, name: str, limits: Limits, allowed: Callable[[], float]) -> Answer:
        """The next thing the worker says, within the seconds allowed so far. Raises SourceError where it is too slow, too large or dead."""
        start = time.monotonic()
        while True:
            left = start + allowed() - time.monotonic()
            if left <= 0:
                raise self._stopped("too_slow", name, "reading it took too long, and was stopped.")
            try:
                message = self._answers.get(timeout=min(left, LOOK))
            except queue.Empty:
                self._peak = max(self._peak, resident(self._process.pid))
                if self._peak > limits.memory:
                    detail = f"reading it needed more than {limits.memory // MB} MB, and was stopped."
                    raise self._stopped("too_large", name, detail) from None
                continue
            if message == TOO_LONG:
                self.kill()
                raise SourceError("too_large", name, f"what was read of it is more than {limits.output // MB} MB.")
            if message is None:
                raise self._death(name, limits)
            with uncollected():
                answer: Answer = msgspec.msgpack.decode(message, type=Answer)
            return answer

    def _death(self, name: str, limits: Limits) -> SourceError:
        """Why the worker ended of itself."""
        pages = self.kill()  # its pipe is closed; the process itself may take a moment longer, and keeps its own exit code
        code = self._process.wait()
        aborted = code in {-getattr(signal, part, 0) for part in ("SIGABRT", "SIGTRAP", "SIGILL") if hasattr(signal, part)}
        if self._peak > 0.7 * limits.memory or (aborted and self._peak > 0.4 * limits.memory):
            return StoppedError("too_large", name, f"reading it needed more than {limits.memory // MB} MB.", pages)
        return StoppedError("crashed", name, "the reader crashed on it.", pages)

    def _stopped(self, status: SourceStatus, name: str, detail: str) -> StoppedError:
        return StoppedError(status, name, detail, self.kill())

    def kill(self) -> int:
        """End the process at once. The pages that it has read of its last document."""
        if self._owner != os.getpid():
            return 0  # a forked child must leave its parent's worker alone
        self._process.kill()
        self._process.wait()
        pages = self._pages() if self._ready and not self._turned.closed else 0  # before, it holds why the start failed
        self._close_pipes()
        return pages

    def close(self) -> None:
        """End the process: it leaves when nobody talks to it any more."""
        if self._owner != os.getpid():
            return
        with contextlib.suppress(OSError):
            if self._process.stdin is not None:
                self._process.stdin.close()
        try:
            self._process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._close_pipes()

    def _close_pipes(self) -> None:
        for pipe in (self._process.stdin, self._process.stdout, self._turned):
            if pipe is not None:
                with contextlib.suppress(OSError, ValueError):
                    pipe.close()


def _raise(failure: Failed, name: str) -> None:
    if failure.usage:
        raise UsageError(failure.detail)
    error = SourceError(failure.status, failure.where or name, failure.detail)
    if failure.trace:
        error.add_note(failure.trace)
    raise error


__all__ = ["Limits", "Ready", "close_workers", "read_in_worker"]
