"""Documents that were read before, kept by content: the same bytes, reader and version give the same Document."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import msgspec

from plantext.model.document import Document
from plantext.read.collecting import uncollected
from plantext.version import __version__
from plantext.write import write_atomically

FORMAT = 2  # grows when what is stored changes without a new version

_DIGEST = hashlib.sha256().digest_size  # bytes before the Document: a checksum, so that a damaged entry is known


def cache_folder() -> Path:
    """`PLANTEXT_CACHE`, else the user's cache folder as the system has it."""
    named = os.environ.get("PLANTEXT_CACHE")
    if named:
        return Path(named)
    import platformdirs

    return platformdirs.user_cache_path("plantext", appauthor=False)


def load_cached(key: str) -> Document | None:
    """The Document stored under `key`; None where there is none, or where the entry is damaged or foreign."""
    try:
        data = (cache_folder() / key).read_bytes()
        digest, body = data[:_DIGEST], data[_DIGEST:]
        if hashlib.sha256(body).digest() != digest:
            return None
        with uncollected():
            return msgspec.msgpack.decode(body, type=Document)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


def store_cached(key: str, document: Document) -> None:
    """Store `document` under `key`; a cache that can't be written is no cache."""
    path = cache_folder() / key
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        body = msgspec.msgpack.encode(document)
        write_atomically(path, hashlib.sha256(body).digest() + body)
    except OSError:
        return


def cache_key(data: bytes, name: str, media_type: str, pdf_reader: str) -> str:
    """The name of a cache entry. The source's name is in it, since it is in the Document."""
    digest = hashlib.sha256(data)
    digest.update("\x1f".join(["", name, media_type, pdf_reader, __version__, str(FORMAT), _reader_state()]).encode())
    return f"{digest.hexdigest()}.msgpack"


@lru_cache(maxsize=1)
def _reader_state() -> str:
    """The sizes and times of the reader's own files: whoever changes the reader in place must not be served what it read before."""
    folder = Path(__file__).parent.parent
    return ",".join(sorted(state for part in ("read", "text", "model") for state in _states(str(folder / part))))


def _states(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:  # a fifth of the time that `rglob` takes
        for entry in entries:
            if entry.is_dir():
                yield from _states(entry.path)
            elif entry.name.endswith(".py"):
                state = entry.stat()
                yield f"{entry.name}:{state.st_size}:{state.st_mtime_ns}"
