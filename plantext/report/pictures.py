"""Which places of a result a page should show as pictures, and how a page finds the one it needs.

Pictures come in as a value, `{Spot or Whole: bytes of a WebP or PNG file}`: this layer reads no file. A place without a picture (a source
without pages, a PDF that is not at hand, a budget that is spent) is simply not shown.
"""

from __future__ import annotations

import base64
import struct
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from plantext.model.alignment import Variations
from plantext.model.coverage import Coverage
from plantext.model.document import Document, Source
from plantext.model.findings import Milestone, Passage
from plantext.model.picture import PictureKey, Spot, Whole
from plantext.report.printable import printable

Pictures = Mapping[PictureKey, bytes]

BUDGET = 3_300_000  # bytes of pictures in one page: with base64 and the text it stays below 5 MB
EVIDENCE = 2  # passages of an answer that are shown at once, and so with their pictures


class Picture(NamedTuple):
    """A picture as a page embeds it; width and height in its own pixels."""

    url: str
    width: int
    height: int


def spot_of(source: Source, passage: Passage) -> Spot | None:
    """Where a passage is to be looked for; None where it has no page or no box."""
    if passage.page is None or passage.bbox is None:
        return None
    return Spot(source.sha256, passage.page, passage.bbox, passage.text)


def spot_of_milestone(source: Source, milestone: Milestone) -> Spot | None:
    """The place to show of a milestone: the one whose page is the milestone's own, else its first."""
    places = sorted(milestone.places, key=lambda place: place.page != milestone.page)
    return spot_of(source, places[0]) if places else None


def wanted(result: object) -> list[PictureKey]:
    """The pictures that a page about `result` can show, the most wanted first: a budget may not do for all."""
    result = printable(result)  # as the page will hold it
    if isinstance(result, Variations):
        return _unique(_of_variations(result))
    if isinstance(result, Coverage):
        return _unique(_of_coverage(result))
    if isinstance(result, Document):
        return [Whole(result.source.sha256, page.number) for page in result.pages if page.status != "failed" and page.width]
    return []


def within_budget(wanted: Iterable[PictureKey], made: Pictures, budget: int = BUDGET) -> dict[PictureKey, bytes]:
    """The pictures in their order of want, until the budget is spent."""
    kept: dict[PictureKey, bytes] = {}
    for key in wanted:
        data = made.get(key)
        if data is not None and len(data) <= budget:
            kept[key] = data
            budget -= len(data)
    return kept


def picture(pictures: Pictures, key: PictureKey | None) -> Picture | None:
    """The picture of a place, ready to be embedded; None where there is none, or its bytes are no WebP or PNG."""
    data = pictures.get(key) if key else None
    if not data:
        return None
    if data.startswith(b"\x89PNG") and len(data) > 24:
        kind, (width, height) = "png", struct.unpack(">II", data[16:24])
    elif data[8:16] == b"WEBPVP8 " and len(data) > 30:
        kind, (width, height) = "webp", (part & 0x3FFF for part in struct.unpack("<HH", data[26:30]))
    elif data[8:16] == b"WEBPVP8L" and len(data) > 25:
        bits = int.from_bytes(data[21:25], "little")
        kind, (width, height) = "webp", ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    else:
        return None
    return Picture(f"data:image/{kind};base64,{base64.b64encode(data).decode()}", width, height)


def _of_variations(result: Variations) -> Iterable[Spot | None]:
    sides = [(side.source, {one.id: one for one in side.milestones}) for side in (result.before, result.after)]
    changed_first = sorted(result.changes, key=lambda change: not change.kinds)
    for change in changed_first:
        for (source, found), names in zip(sides, (change.before, change.after), strict=True):
            yield from (spot_of_milestone(source, found[name]) for name in names if name in found)
        if change.rationale:
            yield spot_of(result.after.source, change.rationale)


def _of_coverage(result: Coverage) -> Iterable[Spot | None]:
    said = {statement.id: statement for statement in result.statements}
    for most in (slice(0, 1), slice(1, EVIDENCE)):  # the best passage of every ask before the second of any
        for answer in result.coverage:
            yield from (spot_of(result.plan, item) for item in answer.evidence[most])
    for answer in result.coverage:
        if answer.statement in said:
            yield spot_of(result.report, said[answer.statement])


def _unique(keys: Iterable[PictureKey | None]) -> list[PictureKey]:
    return [key for key in dict.fromkeys(keys) if key is not None]
