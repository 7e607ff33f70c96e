"""Who does the work: this process, processes of this machine, or a Dask cluster. All give the same answers, and so the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from plantext.batch.work import Answer, Task, perform
from plantext.errors import UsageError


class Engine(Protocol):
    """Does units of work. Tasks are taken as they are needed; answers come in any order."""

    apart: bool  # whether the work is done in other processes than the sources' hashes

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Answer]]:
        """Each task with its answer, as soon as there is one. Every task has exactly one."""
        ...

    def close(self) -> None:
        """End what it started."""
        ...


class Here:
    """The caller's own process, one after the other."""

    apart = False

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Answer]]:
        """Each task with its answer."""
        for task in tasks:
            yield task, perform(task)

    def close(self) -> None:
        """Nothing was started."""


def open_engine(address: str | None, jobs: int, *, limits: object = None) -> Engine:
    """The engine for `--engine` and `--jobs`. Raises UsageError for what is none."""
    if address is None:
        from plantext.batch.pool import Pool
        from plantext.read.limits import Limits

        if jobs < 1:
            raise UsageError("--jobs must be 1 or more.")
        return Pool(jobs, limits if isinstance(limits, Limits) else Limits())
    if not address.startswith("dask://"):
        raise UsageError(f"--engine is dask://HOST:PORT, not “{address}”.")
    from plantext.batch.cluster import Cluster

    return Cluster(address)
