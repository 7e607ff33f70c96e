"""What the two sides of a worker's pipes say to each other."""

from __future__ import annotations

import msgspec

from plantext.errors import SourceStatus
from plantext.model.document import Document


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """A document to read."""

    data: bytes
    name: str
    media_type: str
    password: str | None
    pdf_reader: str
    memory: int  # bytes
    output: int  # bytes
    most_pages: int | None = None  # pages beyond these are not read


class Ready(msgspec.Struct, frozen=True, tag="ready"):
    """The worker has started."""


class Done(msgspec.Struct, frozen=True, tag="done"):
    """The Document."""

    document: Document


class Failed(msgspec.Struct, frozen=True, kw_only=True, tag="failed"):
    """The document can't be read. `trace` is set where the fault is ours."""

    status: SourceStatus
    where: str
    detail: str
    usage: bool = False
    trace: str = ""


Answer = Ready | Done | Failed
