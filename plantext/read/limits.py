"""What reading one document may cost before it is stopped."""

from __future__ import annotations

import os

import msgspec

MB = 1024 * 1024


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """Limits for one document. Times in seconds of wall clock, sizes in bytes.

    The wall limit grows with the pages that were really read, so that a long document has the time it needs and one that
    hangs is stopped soon. The memory limit holds on Linux, macOS and other Unix systems; Windows has no such limit for a
    process that it did not start in a job, so there only the wall and output limits hold.
    """

    wall: float = 30.0
    wall_per_page: float = 0.25
    wall_most: float = 600.0
    memory: int = 700 * MB  # resident in the worker
    output: int = 256 * MB  # of the Document on its way back

    def deadline(self, pages: int) -> float:
        """Seconds that a document of which `pages` pages were read may have taken.

        >>> Limits().deadline(100)
        55.0
        """
        return min(self.wall + self.wall_per_page * pages, self.wall_most)


def resident(pid: int) -> int:
    """Bytes that a process holds in memory; 0 where the system does not say."""
    try:
        file = os.open(f"/proc/{pid}/statm", os.O_RDONLY)  # costs a tenth of a Path, and is asked twenty times a second
        try:
            fields = os.read(file, 128).split()
        finally:
            os.close(file)
    except OSError:
        return 0
    return int(fields[1]) * os.sysconf("SC_PAGE_SIZE") if fields else 0
