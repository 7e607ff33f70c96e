"""What a batch is made of: a manifest that states it, or a folder that is surveyed."""

from __future__ import annotations

import tomllib
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

import msgspec

from plantext.batch.store import STATE, open_store
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
    remote: str | None = None  # the address of the folder, where it is none of this machine

    @property
    def url(self) -> str:
        """The folder, for a store: every process finds it, wherever it was started."""
        return self.remote or str(self.folder.resolve())


def load_manifest(place: Path | str, out: Path | str | None = None) -> Manifest:
    """The manifest file `place`, the manifest in the folder `place`, or a survey of it. Raises SourceError, UsageError.

    A survey passes over `out`, where the results go, and over the results of earlier batches. `place` may be an fsspec address.
    """
    if "://" in str(place):
        return _remote(str(place), str(out) if out else None)
    place = Path(place)
    out = Path(out) if out and "://" not in str(out) else None
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
    return Manifest(folder=path.parent, entries=read_entries(text, str(path)), stated=True)


def read_entries(text: str, name: str) -> tuple[Entry, ...]:
    """The entries of a manifest's text; `name` is for messages. Raises UsageError."""
    try:
        data = tomllib.loads(text)
        listed = data.get("document", [])
        entries = tuple(msgspec.convert(_plain(item), Entry) for item in listed)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, AttributeError, TypeError) as error:
        raise UsageError(f"{name}: this manifest can't be understood: {error}. `corpus/README.md` shows the form.") from error
    seen: set[str] = set()
    for entry in entries:
        if entry.path in seen:
            raise UsageError(f"{name}: the manifest names “{entry.path}” twice. Keep one of the two.")
        seen.add(entry.path)
        _check_entry(entry, name)
    if not entries:
        raise UsageError(f"{name}: the manifest names no document. Add [[document]] tables with a path.")
    return entries


def _check_entry(entry: Entry, name: str) -> None:
    """Raises UsageError for a path that leads out of the folder or an address that is none."""
    path = PurePosixPath(entry.path)
    if Path(entry.path).is_absolute() or ".." in Path(entry.path).parts or "\\" in entry.path or "\x00" in entry.path:
        raise UsageError(f"{name}: the path “{entry.path}” leads out of the manifest's folder. Give paths below it.")
    if path.parts[:1] == (STATE,) or not path.parts:
        raise UsageError(f"{name}: “{entry.path}” is no path for a document. Name a file below the manifest's folder.")
    if entry.url is not None and not _is_address(entry.url):
        raise UsageError(f"{name}: “{entry.url}” is no address that can be fetched. Addresses begin with https://.")


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:  # brackets that hold no address
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def _plain(item: dict[str, Any]) -> dict[str, Any]:
    """A manifest's table with its date as text, and a path that is taken from its address where it has none."""
    plain = {key: value.isoformat() if hasattr(value, "isoformat") else value for key, value in item.items()}
    if "path" not in plain and isinstance(plain.get("url"), str) and _is_address(plain["url"]):
        name = unquote(urlsplit(plain["url"]).path).rpartition("/")[2]
        plain["path"] = name.replace("\\", "-") or f"{urlsplit(plain['url']).hostname or 'document'}.html"
    return plain


def _surveyed(folder: Path, out: Path | None) -> Manifest:
    if out is not None and out.resolve() == folder.resolve():
        raise UsageError(f"{out}: the results would be mixed with the documents. Choose another folder with -o.")
    apart = {path.parent.resolve() for name in (RESULT, STATE) for path in folder.rglob(name)} | ({out.resolve()} if out else set())
    found = sorted(
        _printable(path.relative_to(folder).as_posix())
        for path in folder.rglob("*")
        if path.suffix.lower() in ENDINGS
        and path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and apart.isdisjoint(path.resolve().parents)
    )
    return Manifest(folder=folder, entries=_entries(found, str(folder)), stated=False)


def _remote(place: str, out: str | None) -> Manifest:
    """A manifest or a survey of a place that fsspec can reach."""
    base, _, last = place.rstrip("/").rpartition("/")
    try:
        if last.endswith(".toml"):
            text = open_store(base).load(last).decode("utf-8-sig")
            return Manifest(folder=Path(), entries=read_entries(text, place), stated=True, remote=base)
        store = open_store(place)
        if store.size(NAME):
            text = store.load(NAME).decode("utf-8-sig")
            return Manifest(folder=Path(), entries=read_entries(text, f"{place}/{NAME}"), stated=True, remote=place)
        names = list(store.names())
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError("missing", place, f"this address can't be read ({error}).") from error
    apart = {name.rpartition("/")[0] for name in names if name.rpartition("/")[2] == RESULT}
    if out and out.startswith(f"{place.rstrip('/')}/"):
        apart.add(out[len(place.rstrip("/")) + 1 :].rstrip("/"))
    found = [
        name
        for name in names
        if PurePosixPath(name).suffix.lower() in ENDINGS
        and not any(part.startswith(".") for part in PurePosixPath(name).parts)
        and not any(f"{name}/".startswith(f"{folder}/") for folder in apart)
    ]
    return Manifest(folder=Path(), entries=_entries(found, place), stated=False, remote=place)


def _entries(found: list[str], place: str) -> tuple[Entry, ...]:
    if not found:
        raise UsageError(f"{place}: there is no document in this folder. Put {', '.join(sorted(ENDINGS))} files there, or name another.")
    return tuple(Entry(path=path) for path in found)


def _printable(path: str) -> str:
    """A path that can stand in a result: bytes of a file's name that are no UTF-8 become U+FFFD."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
