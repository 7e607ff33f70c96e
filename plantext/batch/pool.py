"""Processes of this machine that do units of work: one that hangs, swells or dies is stopped and replaced, and its unit is tried once more.

The caller's side. The other side is `plantext.batch.serve`; messages are msgpack, each after its length, over standard input and output.
"""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from plantext.batch.work import Answer, Lost, Task
from plantext.read.framing import read_message, write_message
from plantext.read.limits import MB, Limits, resident

TRIES = 2  # a process may die through no fault of its unit: a machine short of memory ends whom it likes
REUSES = 200  # units after which a process is replaced: libraries leak
LOOK = 0.2  # seconds between two looks at the processes' memory
BASE = 400 * MB  # what a process needs for its libraries, above the limit for one document
SLACK = 60.0  # seconds that a unit may take above the longest that reading may take


class Pool:
    """`jobs` processes, started when there is work for them."""

    apart = True

    def __init__(self, jobs: int, limits: Limits) -> None:
        self._jobs = jobs
        self._limits = limits
        self._heard: queue.Queue[tuple[_Process, bytes | None]] = queue.Queue()
        self._processes: list[_Process] = []

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Answer]]:
        """Each task with its answer, as soon as there is one."""
        waiting = iter(tasks)
        again: deque[tuple[Task, int]] = deque()
        while True:
            while len(self._busy()) < self._jobs and (one := self._next(waiting, again)) is not None:
                self._idle().give(*one)
            if not self._busy():
                return
            for process, answer in self._answers():
                task, tries = process.take_back()
                if isinstance(answer, Lost) and answer.status == "crashed" and tries < TRIES:
                    again.append((task, tries + 1))
                else:
                    yield task, answer

    @staticmethod
    def _next(waiting: Iterator[Task], again: deque[tuple[Task, int]]) -> tuple[Task, int] | None:
        if again:
            return again.popleft()
        task = next(waiting, None)
        return None if task is None else (task, 1)

    def _busy(self) -> list[_Process]:
        return [process for process in self._processes if process.task is not None]

    def _idle(self) -> _Process:
        for process in self._processes:
            if process.task is None:
                if process.used < REUSES:
                    return process
                self._end(process)
                break
        fresh = _Process(self._heard)
        self._processes.append(fresh)
        return fresh

    def _end(self, process: _Process) -> None:
        process.kill()
        self._processes = [one for one in self._processes if one is not process]

    def _answers(self) -> Iterator[tuple[_Process, Answer]]:
        """What is heard until the next look, and what the look tells."""
        with contextlib.suppress(queue.Empty):
            process, message = self._heard.get(timeout=LOOK)
            while True:
                if process.task is not None and process in self._processes:
                    if message is None:
                        self._end(process)
                        yield process, Lost(status="crashed", reason="the process that worked on it died.")
                    elif message:
                        answer: Answer = msgspec.msgpack.decode(message, type=Answer)
                        yield process, answer
                    else:
                        process.beat = time.monotonic()
                process, message = self._heard.get_nowait()
        for process in self._busy():
            if stopped := process.overdue(self._limits):
                self._end(process)
                yield process, stopped

    def close(self) -> None:
        """End all processes."""
        for process in list(self._processes):
            self._end(process)


class _Process:
    """One process, and a thread that takes in what it says."""

    def __init__(self, heard: queue.Queue[tuple[_Process, bytes | None]]) -> None:
        root = str(Path(__file__).resolve().parents[2])
        path = os.pathsep.join([root, *filter(None, [os.environ.get("PYTHONPATH")])])
        self._process = (
            subprocess.Popen(  # our own module, by this interpreter; in a group of its own, to be ended with all that it started
                [sys.executable, "-m", "plantext.batch.serve"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env={**os.environ, "PYTHONPATH": path},
                start_new_session=os.name == "posix",
            )
        )
        self.task: Task | None = None
        self.used = 0
        self.beat = time.monotonic()
        self._tries = 0
        self._start = 0.0
        threading.Thread(target=self._listen, args=(heard,), daemon=True).start()

    def give(self, task: Task, tries: int) -> None:
        """Give it a task. What it can't take is heard as its death."""
        self.task, self._tries, self.used = task, tries, self.used + 1
        self._start = self.beat = time.monotonic()
        message = msgspec.msgpack.encode(task)
        with contextlib.suppress(OSError, ValueError):
            pipe = self._process.stdin
            if pipe is not None:
                write_message(pipe, message)

    def take_back(self) -> tuple[Task, int]:
        """The task that it had, and how often that was tried."""
        task = self.task
        if task is None:  # never: it is asked only of a process that answered
            raise RuntimeError("a process without a task answered")
        self.task = None
        return task, self._tries

    def overdue(self, limits: Limits) -> Lost | None:
        """Why it must be stopped, if it must."""
        now = time.monotonic()
        if resident(self._process.pid) > limits.memory + BASE:
            return Lost(status="too_large", reason=f"working on it needed more than {(limits.memory + BASE) // MB} MB, and was stopped.")
        if now - self._start > limits.wall_most + SLACK:
            return Lost(status="too_slow", reason="working on it took too long, and was stopped.")
        if now - self.beat > limits.wall:  # it says nothing at all: stopped from outside, or stuck within one library call
            return Lost(status="too_slow", reason=f"the process that worked on it was silent for {limits.wall:g} seconds, and was stopped.")
        return None

    def _listen(self, heard: queue.Queue[tuple[_Process, bytes | None]]) -> None:
        pipe = self._process.stdout
        while pipe is not None and (message := read_message(pipe)) is not None:
            heard.put((self, message))
        heard.put((self, None))

    def kill(self) -> None:
        """End it at once, with all that it started."""
        with contextlib.suppress(OSError):
            if os.name == "posix":
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError, ValueError):
                    pipe.close()
