"""What a place is counted in where its source has no pages: the lines of a text, or the paragraphs of a Word file.

A place holds a number only; what it counts stands with the result's sources, which `render` names before anything is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import msgspec

from plantext.model.document import Source
from plantext.read.source import DOCX

LINE, PARAGRAPH = "line", "paragraph"
EITHER = "line or paragraph"  # where sources of both kinds meet, and a place does not say which is its own
DEEP = 3  # levels of a result at which its sources stand: a pack's variations' side

_COUNTED: ContextVar[str] = ContextVar("_COUNTED", default=LINE)


@contextmanager
def places_of(result: object) -> Iterator[None]:
    """Within it, places without a page are said as the sources of `result` count them."""
    kinds = {PARAGRAPH if source.media_type == DOCX else LINE for source in _sources(result, DEEP) if source.pages is None}
    token = _COUNTED.set(EITHER if len(kinds) > 1 else kinds.pop() if kinds else LINE)
    try:
        yield
    finally:
        _COUNTED.reset(token)


def counted_in(source: str | None = None) -> str:
    """What places without a page count; `source` is the name of their document, where it is not one of the result's own.

    >>> counted_in(), counted_in("board report.docx"), counted_in("notes.txt")
    ('line', 'paragraph', 'line')
    """
    if source is None:
        return _COUNTED.get()
    return PARAGRAPH if source.casefold().endswith(".docx") else LINE


def _sources(value: object, deep: int) -> Iterator[Source]:
    if isinstance(value, Source):
        yield value
    elif isinstance(value, msgspec.Struct) and deep:
        for name in value.__struct_fields__:
            yield from _sources(getattr(value, name), deep - 1)
    elif isinstance(value, tuple):
        for one in value:
            yield from _sources(one, deep)
