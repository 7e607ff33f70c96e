"""A place on a page of which a report may show a picture."""

from __future__ import annotations

from typing import NamedTuple

from plantext.model.document import Box


class Spot(NamedTuple):
    """A passage on one page: what to look for, and the box of the block that holds it. `source` is the SHA-256 of the file."""

    source: str
    page: int  # from 1
    bbox: Box
    text: str


class Whole(NamedTuple):
    """A whole page."""

    source: str
    page: int  # from 1


PictureKey = Spot | Whole
