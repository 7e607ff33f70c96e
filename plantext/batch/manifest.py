"""What a batch is made of: a manifest that states it, or a folder that is surveyed."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import msgspec

from plantext.errors import SourceError, UsageError
from plantext.model.batch import Entry

NAME = "corpus.toml"
ENDINGS = {".pdf", ".docx", ".doc", ".html", ".htm", ".md", ".markdown", ".txt"}
"""The files of a folder that are taken for documents. Word's old format is among them, so that it is said to be unreadable."""


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """The sources of a batch, and the folder that their paths are relative to."""

    folder: Path
    entries: tuple[Entry, ...]
    stated: bool  # by a manifest; else surveyed


def load_manifest(place: Path) -> Manifest:
    """The manifest file `place`, the manifest in the folder `place`, or a survey of it. Raises SourceError, UsageError."""
    if place.is_dir():
        inner = place / NAME
        return _stated(inner) if inner.is_file() else _surveyed(place)
    if not place.exists():
        raise SourceError("missing", str(place), "there is no such file or folder.")
    return _stated(place)


def _stated(path: Path) -> Manifest:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        listed = data.get("document", [])
        entries = tuple(msgspec.convert(_plain(item), Entry) for item in listed)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, UnicodeDecodeError, AttributeError) as error:
        raise UsageError(f"{path}: this manifest can't be understood: {error}. `corpus/README.md` shows the form.") from error
    for entry in entries:
        if Path(entry.path).is_absolute() or ".." in Path(entry.path).parts:
            raise UsageError(f"{path}: the path “{entry.path}” leads out of the manifest's folder. Give paths below it.")
    if not entries:
        raise UsageError(f"{path}: the manifest names no document. Add [[document]] tables with a path.")
    return Manifest(folder=path.parent, entries=entries, stated=True)


def _plain(item: dict[str, Any]) -> dict[str, Any]:
    """A manifest's table with its date as text."""
    return {key: value.isoformat() if hasattr(value, "isoformat") else value for key, value in item.items()}


def _surveyed(folder: Path) -> Manifest:
    found = sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix.lower() in ENDINGS and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )
    if not found:
        raise UsageError(f"{folder}: there is no document in this folder ({', '.join(sorted(ENDINGS))}).")
    return Manifest(folder=folder, entries=tuple(Entry(path=path) for path in found), stated=False)
