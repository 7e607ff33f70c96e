"""A Dask cluster that does the units of work. Every worker must reach the sources and the batch's folder: a shared folder, or fsspec addresses."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import msgspec

from plantext.batch.pool import Pool
from plantext.batch.work import Answer, Lost, Task
from plantext.errors import UsageError

AHEAD = 4  # units handed out for each thread of the cluster: none waits for us, and none of millions waits in the scheduler
LEAST = 16
CONNECT = 10  # seconds to find the scheduler


_OWN = threading.local()  # the process that a worker's thread has the work done in


def perform_message(message: bytes) -> bytes:
    """Do one unit on a worker, in a process beside it that is stopped where it hangs or swells, as on a machine of one's own.

    Messages are ours, so that a cluster needs nothing but the same plantext.
    """
    task: Task = msgspec.msgpack.decode(message, type=Task)
    limits, pool = getattr(_OWN, "pool", (None, None))
    if pool is None or limits != task.settings.limits:
        if pool is not None:
            pool.close()
        limits, pool = task.settings.limits, Pool(1, task.settings.limits)
        _OWN.pool = (limits, pool)
    ((_, answer),) = pool.run([task])
    return msgspec.msgpack.encode(answer)


class Cluster:
    """A Dask scheduler at `dask://HOST:PORT`. A unit whose worker dies is done by another."""

    apart = True

    def __init__(self, address: str) -> None:
        try:
            import distributed
        except ImportError as error:
            raise UsageError(
                f"{address}: a Dask cluster needs distributed, which is not installed: pip install 'plantext[dask]'"
            ) from error
        place = f"tcp://{address.removeprefix('dask://')}"
        try:
            client: Any = distributed.Client  # it has no types
            self._client: Any = client(place, timeout=CONNECT, set_as_default=False)
        except (OSError, ValueError) as error:
            raise UsageError(
                f"{address}: no Dask scheduler answers there. Start one with `dask scheduler`, and workers with `dask worker`."
            ) from error

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Answer]]:
        """Each task with its answer, as soon as there is one."""
        import distributed

        waiting = iter(tasks)
        out: dict[str, Task] = {}

        def hand_out(count: int) -> list[Any]:
            futures = []
            for task in islice(waiting, count):
                future = self._client.submit(perform_message, msgspec.msgpack.encode(task), pure=False)
                out[future.key] = task
                futures.append(future)
            return futures

        threads = sum(self._client.nthreads().values())
        completed: Any = distributed.as_completed  # it has no types
        done = completed(hand_out(max(LEAST, AHEAD * threads)), loop=self._client.loop)
        for future in done:
            task = out.pop(future.key)
            yield task, _answer(future)
            for fresh in hand_out(1):
                done.add(fresh)

    def close(self) -> None:
        """Leave the cluster as it is."""
        self._client.close()


def _answer(future: Any) -> Answer:
    """What a worker said; what it could not say is its unit's fault only."""
    error = future.exception()
    if error is None:
        answer: Answer = msgspec.msgpack.decode(future.result(), type=Answer)
        return answer
    if type(error).__name__ == "KilledWorker":
        return Lost(status="crashed", reason="several workers of the cluster died on it.")
    return Lost(status="failed", reason=f"{type(error).__name__}: {error}")
