"""Where sources lie and results go: a folder of this machine, or any place that fsspec can reach."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

from plantext.errors import UsageError

CHUNK = 1024 * 1024
STATE = ".plantext"  # what a batch needs to go on where it stopped; everything else in its folder is for people


class Store(Protocol):
    """Files by name, as `plans/2031.pdf`. Every method raises OSError where the place can't be reached."""

    url: str

    def load(self, name: str) -> bytes:
        """The file's bytes."""
        ...

    def save(self, name: str, data: bytes) -> None:
        """Write it whole or not at all, with the folders that it needs."""
        ...

    def size(self, name: str) -> int | None:
        """Its bytes; None where there is no such file."""
        ...

    def digest(self, name: str) -> str:
        """Hex of SHA-256 over it, without holding all of it in memory."""
        ...

    def names(self, folder: str = "") -> Iterator[str]:
        """The names of all files below `folder`, sorted."""
        ...

    def remove(self, name: str) -> None:
        """Remove it; nothing happens where it is not there."""
        ...


def open_store(url: str) -> Store:
    """The store of a path or of an fsspec address. Raises UsageError where fsspec or the driver for its scheme is not installed."""
    return RemoteStore(url) if "://" in url else FolderStore(url)


class FolderStore:
    """A folder of this machine."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.folder = Path(url)

    def load(self, name: str) -> bytes:
        """The file's bytes."""
        return (self.folder / name).read_bytes()

    def save(self, name: str, data: bytes) -> None:
        """Write it whole or not at all, with the folders that it needs."""
        from plantext.write import write_atomically

        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, data)

    def size(self, name: str) -> int | None:
        """Its bytes; None where there is no such file."""
        path = self.folder / name
        return path.stat().st_size if path.is_file() else None

    def digest(self, name: str) -> str:
        """Hex of SHA-256 over it."""
        path = self.folder / name
        if path.exists() and not path.is_file():  # a pipe would never end
            raise IsADirectoryError(f"{path} is no file")
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    def names(self, folder: str = "") -> Iterator[str]:
        """The names of all files below `folder`, sorted."""
        yield from sorted(path.relative_to(self.folder).as_posix() for path in (self.folder / folder).rglob("*") if path.is_file())

    def remove(self, name: str) -> None:
        """Remove it; nothing happens where it is not there."""
        (self.folder / name).unlink(missing_ok=True)


class RemoteStore:
    """A place that fsspec can reach. Its files appear whole: object stores show nothing before the upload is complete; elsewhere it is moved."""

    def __init__(self, url: str) -> None:
        try:
            import fsspec
        except ImportError as error:
            raise UsageError(f"{url}: addresses like this need fsspec, which is not installed: pip install 'plantext[dask]'") from error
        self.url = url
        try:
            self._system, self._root = fsspec.core.url_to_fs(url)
        except (ValueError, ImportError) as error:
            raise UsageError(f"{url}: {error}. Install the driver of this kind of address, or name a folder.") from error
        self._moves = "file" in self._protocols() or "sftp" in self._protocols()

    def _protocols(self) -> tuple[str, ...]:
        protocol: Any = self._system.protocol
        return (protocol,) if isinstance(protocol, str) else tuple(protocol)

    def _path(self, name: str) -> str:
        return f"{self._root.rstrip('/')}/{name}" if name else self._root

    def load(self, name: str) -> bytes:
        """The file's bytes."""
        data: bytes = self._system.cat_file(self._path(name))
        return data

    def save(self, name: str, data: bytes) -> None:
        """Write it whole or not at all, with the folders that it needs."""
        path = self._path(name)
        self._system.makedirs(path.rsplit("/", 1)[0], exist_ok=True)
        if not self._moves:
            self._system.pipe_file(path, data)
            return
        import uuid

        folder, base = path.rsplit("/", 1)
        temporary = f"{folder}/.{base[:100]}.{uuid.uuid4().hex[:8]}.part"
        self._system.pipe_file(temporary, data)
        self._system.mv(temporary, path)

    def size(self, name: str) -> int | None:
        """Its bytes; None where there is no such file."""
        try:
            found: int | None = self._system.info(self._path(name))["size"]
        except FileNotFoundError:
            return None
        return found

    def digest(self, name: str) -> str:
        """Hex of SHA-256 over it. All of it is fetched for that."""
        known = hashlib.sha256()
        with self._system.open(self._path(name), "rb") as file:
            while part := file.read(CHUNK):
                known.update(part)
        return known.hexdigest()

    def names(self, folder: str = "") -> Iterator[str]:
        """The names of all files below `folder`, sorted."""
        start = len(self._root.rstrip("/")) + 1
        yield from sorted(str(path)[start:] for path in self._system.find(self._path(folder)))

    def remove(self, name: str) -> None:
        """Remove it; nothing happens where it is not there."""
        if self._system.exists(self._path(name)):
            self._system.rm_file(self._path(name))
