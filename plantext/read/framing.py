"""Messages between processes: each after its length, over a pipe."""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import IO

HEAD = struct.Struct(">Q")
TOO_LONG = b""  # stands for a message that is longer than it may be


def write_message(pipe: IO[bytes], message: bytes) -> None:
    """Send one message. Raises OSError or ValueError where nobody listens any more."""
    pipe.write(HEAD.pack(len(message)))
    pipe.write(message)
    pipe.flush()


def read_message(pipe: IO[bytes], most: Callable[[], int] | None = None) -> bytes | None:
    """The next message; None at the end; TOO_LONG where it is longer than the bytes that `most` allows when it comes."""
    try:
        head = pipe.read(HEAD.size)
        if len(head) < HEAD.size:
            return None
        (length,) = HEAD.unpack(head)
        if most is not None and length > most():
            return TOO_LONG
        body = pipe.read(length)
    except (OSError, ValueError):
        return None
    return body if len(body) == length else None
