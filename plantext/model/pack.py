"""Everything that is published about a variation of a plan, as one value."""

from __future__ import annotations

import msgspec

from plantext.model.alignment import Variations
from plantext.model.checks import StatutoryRow
from plantext.model.coverage import Coverage


class Response(msgspec.Struct, frozen=True, kw_only=True):
    """What an officer wrote in a response document: the words of the report that it answers, and the answer."""

    asked: str
    text: str


class Pack(msgspec.Struct, frozen=True, kw_only=True):
    """What goes into the documents. `responses` are by statement id; `lost` are those that answer no ask of this report."""

    variations: Variations
    coverage: Coverage
    statutory: tuple[StatutoryRow, ...] = ()
    responses: dict[str, str] = {}
    lost: tuple[Response, ...] = ()
    blank: tuple[str, ...] = ()  # ids of the asks without a response
