"""The collector of cycles may rest while many parts without cycles are made."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def uncollected() -> Iterator[None]:
    """Let the collector rest: a page's parts and a Document make no cycles, and looking for them among so many costs a fifth of reading a PDF."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
