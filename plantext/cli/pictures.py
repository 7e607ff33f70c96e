"""Pictures of the places that a result names, from the PDFs that the call was given."""

from __future__ import annotations

from pathlib import Path

from plantext.cli.output import progress
from plantext.model.picture import PictureKey


def pictures_of(
    result: object, chosen: str, *sources: str | None, password: str | None = None, wanted: bool = True
) -> dict[PictureKey, bytes]:
    """The pictures for an HTML page; none for another format, for standard input, or where they are not `wanted`."""
    if chosen != "html" or not wanted:
        return {}
    import hashlib

    from plantext.read.pdf.snapshot import take_pictures
    from plantext.read.source import PDF, load_bytes, media_type
    from plantext.report import pictures

    keys = pictures.wanted(result)
    made: dict[PictureKey, bytes] = {}
    with progress("Taking pictures of the places…"):
        for source in dict.fromkeys(sources):
            if source is None or not Path(source).is_file():  # standard input or a pipe has been read, and is gone
                continue
            data, name = load_bytes(source)
            if media_type(data, name) == PDF:
                digest = hashlib.sha256(data).hexdigest()
                made |= take_pictures(data, [key for key in keys if key.source == digest], password)
    return pictures.within_budget(keys, made)
