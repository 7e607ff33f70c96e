"""The pool's other side: takes a task, does it, answers; says every second that it lives, and ends when nobody listens any more."""

from __future__ import annotations

import os
import signal
import sys
import threading
from typing import BinaryIO

import msgspec

from plantext.batch.work import Task, perform
from plantext.read.framing import read_message, write_message

BEAT = 1.0  # seconds


def serve() -> None:
    """Do tasks until the pipe ends."""
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as out:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever a library prints is no answer
        speak = threading.Lock()
        threading.Thread(target=_beat, args=(out, speak), daemon=True).start()
        while (message := read_message(sys.stdin.buffer)) is not None:
            task: Task = msgspec.msgpack.decode(message, type=Task)
            _say(out, speak, msgspec.msgpack.encode(perform(task)))


def _beat(out: BinaryIO, speak: threading.Lock) -> None:
    still = threading.Event()
    while not still.wait(BEAT):
        _say(out, speak, b"")


def _say(out: BinaryIO, speak: threading.Lock, message: bytes) -> None:
    try:
        with speak:
            write_message(out, message)
    except (OSError, ValueError):  # the batch was killed: leave at once, with the reader, and write nothing more
        if os.name == "posix" and os.getpgrp() == os.getpid():
            os.killpg(0, signal.SIGKILL)
        os._exit(1)


if __name__ == "__main__":
    serve()
