"""One run at a time in one folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from plantext.batch.store import STATE
from plantext.errors import OutputError

NAME = f"{STATE}/lock"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder. The system lets go of it when the process ends, however it ends. Raises OutputError where another run holds it, OSError."""
    path = folder / NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        if not _take(file):
            raise OutputError(
                f"{folder}: another run is at work in this folder. Wait until it has ended, or choose another folder with -o."
            )
        yield


def _take(file: BinaryIO) -> bool:
    """Whether the file could be locked."""
    try:
        import fcntl
    except ImportError:
        return _take_on_windows(file)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _take_on_windows(file: BinaryIO) -> bool:
    import msvcrt

    lock = getattr(msvcrt, "locking")  # noqa: B009  # other systems' type stubs have none
    try:
        lock(file.fileno(), getattr(msvcrt, "LK_NBLCK"), 1)  # noqa: B009  # the same
    except OSError:
        return False
    return True
