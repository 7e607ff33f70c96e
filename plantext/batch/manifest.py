"""What a batch is made of: a manifest that states it, or a folder that is surveyed."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import msgspec

from plantext.errors import SourceError, UsageError
from plantext.model.batch import Entry

NAME = "corpus.toml"
RESULT = "batch.json"  # what a batch writes last but its page: a folder that holds it holds results, and no documents
ENDINGS = {".pdf", ".docx", ".doc", ".html", ".htm", ".md", ".markdown", ".txt"}
"""The files of a folder that are taken for documents. Word's old format is among them, so that it is said to be unreadable."""


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """The sources of a batch, and the folder that their paths are relative to."""

    folder: Path
    entries: tuple[Entry, ...]
    stated: bool  # by a manifest; else surveyed


def load_manifest(place: Path, out: Path | None = None) -> Manifest:
    """The manifest file `place`, the manifest in the folder `place`, or a survey of it. Raises SourceError, UsageError.

    A survey passes over `out`, where the results go, and over the results of earlier batches.
    """
    if place.is_dir():
        inner = place / NAME
        return _stated(inner) if inner.is_file() else _surveyed(place, out)
    if not place.exists():
        raise SourceError("missing", str(place), "there is no such file or folder.")
    return _stated(place)


def _stated(path: Path) -> Manifest:
    try:
        text = path.read_text(encoding="utf-8-sig")  # some editors begin a file with a mark
    except (OSError, UnicodeDecodeError) as error:
        reason = "it is no text file" if isinstance(error, UnicodeDecodeError) else error.strerror
        raise UsageError(f"{path}: this can't be read as a manifest ({reason}). Give a folder of documents, or a {NAME}.") from error
    try:
        data = tomllib.loads(text)
        listed = data.get("document", [])
        entries = tuple(msgspec.convert(_plain(item), Entry) for item in listed)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, AttributeError, TypeError) as error:
        raise UsageError(f"{path}: this manifest can't be understood: {error}. `corpus/README.md` shows the form.") from error
    paths = [entry.path for entry in entries]
    if repeated := sorted({name for name in paths if paths.count(name) > 1}):
        raise UsageError(f"{path}: the manifest names “{repeated[0]}” twice. Keep one of the two.")
    for entry in entries:
        if Path(entry.path).is_absolute() or ".." in Path(entry.path).parts:
            raise UsageError(f"{path}: the path “{entry.path}” leads out of the manifest's folder. Give paths below it.")
    if not entries:
        raise UsageError(f"{path}: the manifest names no document. Add [[document]] tables with a path.")
    return Manifest(folder=path.parent, entries=entries, stated=True)


def _plain(item: dict[str, Any]) -> dict[str, Any]:
    """A manifest's table with its date as text."""
    return {key: value.isoformat() if hasattr(value, "isoformat") else value for key, value in item.items()}


def _surveyed(folder: Path, out: Path | None) -> Manifest:
    if out is not None and out.resolve() == folder.resolve():
        raise UsageError(f"{out}: the results would be mixed with the documents. Choose another folder with -o.")
    apart = {path.parent.resolve() for path in folder.rglob(RESULT)} | ({out.resolve()} if out else set())
    found = sorted(
        _printable(path.relative_to(folder).as_posix())
        for path in folder.rglob("*")
        if path.suffix.lower() in ENDINGS
        and path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and apart.isdisjoint(path.resolve().parents)
    )
    if not found:
        raise UsageError(f"{folder}: there is no document in this folder. Put {', '.join(sorted(ENDINGS))} files there, or name another.")
    return Manifest(folder=folder, entries=tuple(Entry(path=path) for path in found), stated=False)


def _printable(path: str) -> str:
    """A path that can stand in a result: bytes of a file's name that are no UTF-8 become U+FFFD."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
