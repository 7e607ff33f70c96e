"""Control characters from documents are dropped here, before anything is written: no terminal, page or cell ever gets one."""

from __future__ import annotations

import re
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")

# C0 and C1 controls but tab and line feed; lone surrogates and non-characters, which no file may hold; and the marks that
# hide text or turn its direction, with which a document could make a report show other words than it holds.
_DROPPED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")


def printable_text(text: str) -> str:
    r"""`text` without control characters; tabs and line feeds stay.

    >>> printable_text("\x1b[31mred\x02\tand\r\nmore")
    '[31mred\tand\nmore'
    """
    return _DROPPED.sub("", text)


def printable(result: T) -> T:
    """The same result with every text in it printable."""
    return msgspec.convert(_walk(msgspec.to_builtins(result)), type(result))


def _walk(value: Any) -> Any:
    if isinstance(value, str):
        return printable_text(value)
    if isinstance(value, dict):
        return {_walk(key): _walk(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_walk(item) for item in value]
    return value
