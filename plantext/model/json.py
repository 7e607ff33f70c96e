"""The model as JSON, and back. No other input or output."""

from __future__ import annotations

from typing import TypeVar

import msgspec

T = TypeVar("T")


def dumps(result: object) -> str:
    """One result as indented JSON, ending in a newline; the same result gives the same bytes."""
    return msgspec.json.format(msgspec.json.encode(result), indent=2).decode() + "\n"


def loads(text: str | bytes, kind: type[T]) -> T:
    """The result of class `kind` that `dumps` wrote. Raises `msgspec.ValidationError` where it is not one."""
    return msgspec.json.decode(text, type=kind)
