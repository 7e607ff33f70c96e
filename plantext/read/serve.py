"""The worker's side: read documents until nobody sends one, within the memory that each may take. Started as `python -m plantext.read.serve`."""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import sys
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from plantext.errors import SourceError, UsageError
from plantext.read.framing import read_message, write_message
from plantext.read.messages import Answer, Done, Failed, Ready, Request

CPU = 660  # seconds of processor time for one document: ends a worker whose caller died while it hung
LOOK = 2.0  # seconds between two looks whether the caller still lives
SPARE = 64 * 1024 * 1024  # bytes of address space beyond the limit, that are mapped but not used


def serve() -> None:
    """Answer requests on standard input until it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the caller decides what an interrupt means
    _die_with_parent()
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    turned = os.dup(2)  # a file: a byte for each page
    sink = os.open(os.devnull, os.O_RDWR)
    for own in (0, 1, 2):  # a library that prints must not break the messages
        os.dup2(sink, own)
    _warm_up()
    gc.freeze()  # what is imported stays
    _say(answers, Ready())
    while (request := _next(requests)) is not None:
        if request.pdf_reader == "pdfium":  # a collection while the Document is still there would cost a hundredth of reading it
            gc.disable()
        write_message(answers, _answer(request, turned))
        del request
        gc.enable()
        gc.collect()


def _warm_up() -> None:
    """Import what nearly every document needs while the caller is still reading the file."""
    with contextlib.suppress(ImportError):
        import plantext.read.formats
        import plantext.read.pdf.engines.pdfium
        import plantext.read.pdf.layout
        import plantext.read.pdf.structure  # noqa: F401


def _next(pipe: BinaryIO) -> Request | None:
    message = read_message(pipe)
    return None if message is None else msgspec.msgpack.decode(message, type=Request)


def _say(pipe: BinaryIO, answer: Answer) -> None:
    write_message(pipe, msgspec.msgpack.encode(answer))


def _failed(status: str, where: str, detail: str) -> Failed:
    return Failed(status=status, where=where, detail=detail)  # type: ignore[arg-type]


def _answer(request: Request, turned: int) -> bytes:
    """Read one document; every failure is an answer. The answer as it is sent."""
    message = _outcome(request, turned)
    return message if isinstance(message, bytes) else msgspec.msgpack.encode(message)


def _outcome(request: Request, turned: int) -> Failed | bytes:
    """The Document as it is sent, or why there is none."""
    _limit_memory(request.memory)
    try:
        from plantext.read.formats import read_bytes

        with _told_of_pages(turned, request.most_pages):
            document = read_bytes(request.data, request.name, request.media_type, password=request.password, pdf_reader=request.pdf_reader)
        message = msgspec.msgpack.encode(Done(document))
    except SourceError as error:
        return Failed(status=error.status, where=error.where, detail=error.detail)
    except UsageError as error:
        return Failed(status="failed", where=request.name, detail=str(error), usage=True)
    except MemoryError:
        return _failed("too_large", request.name, f"reading it needed more than {request.memory // 1024**2} MB.")
    except RecursionError:
        return _failed("damaged", request.name, "its parts are nested too deeply.")
    except Exception as error:  # noqa: BLE001  # whatever it is, the caller must hear of it
        import traceback  # costs as much as a page, and is rarely needed

        trace = "".join(traceback.format_exception(error))
        return Failed(status="failed", where=request.name, detail=f"reading it failed ({type(error).__name__}).", trace=trace)
    if len(message) > request.output:
        return _failed("too_large", request.name, f"what was read of it is more than {request.output // 1024**2} MB.")
    return message


@contextlib.contextmanager
def _told_of_pages(turned: int, most_pages: int | None) -> Iterator[None]:
    """Let the reader of PDFs write a byte to the file `turned` for each page, and stop after `most_pages`."""
    from plantext.read import pdf

    pdf.on_page, pdf.most_pages = (lambda: os.write(turned, b".")), most_pages
    try:
        yield
    finally:
        pdf.on_page = pdf.most_pages = None


def _limit_memory(budget: int) -> None:
    """Allow `budget` bytes in all; the address space that is mapped already, but not used, does not count."""
    if sys.platform == "win32":
        return
    import resource

    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123  # not a file of the user's
            fields = file.read().split()
        page = os.sysconf("SC_PAGE_SIZE")
        mapped, resident = int(fields[0]) * page, int(fields[1]) * page
    except OSError:
        mapped, resident = 0, 0
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    soft = mapped + max(budget - resident, 0) + SPARE
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard_cpu = resource.getrlimit(resource.RLIMIT_CPU)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + CPU, hard_cpu))


def _die_with_parent() -> None:
    """Leave when the caller has died, also in the midst of a document. By a timer: with a second thread every allocation would take locks."""
    parent = os.getppid()

    def look(_number: int, _frame: object) -> None:
        if os.getppid() != parent:
            os._exit(1)

    if sys.platform != "win32":
        signal.signal(signal.SIGALRM, look)
        signal.setitimer(signal.ITIMER_REAL, LOOK, LOOK)


if __name__ == "__main__":
    serve()
