"""Fetching what a manifest names: politely, in pieces that can be resumed, into its own folder only, and never more than was meant."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urljoin

import msgspec

from plantext.batch.addresses import RefusedError, check_peers, check_redirect, origin_of
from plantext.batch.manifest import Manifest
from plantext.batch.politeness import AGENT, Politeness
from plantext.errors import OutputError, SourceError, UsageError
from plantext.model.batch import Entry

if TYPE_CHECKING:
    import httpx

LARGEST = 200 * 1024 * 1024  # bytes; the longest published plan met so far has 30 MB
TRIES = 4  # of one document
WAITS = (1.0, 4.0, 15.0)  # seconds before each further try
LONGEST_WAIT = 60.0  # that a server may ask for with Retry-After
REDIRECTS = 5
SILENCE = 30.0  # seconds without a byte
WHOLE = 900.0  # seconds for one document, all tries together: a server that drips is left
AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Answers after which it is worth asking again."""
PART = ".part"

KINDS: dict[str, tuple[str, ...]] = {
    ".pdf": ("application/pdf",),
    ".docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
    ".html": ("text/html",),
    ".htm": ("text/html",),
    ".md": ("text/markdown", "text/plain"),
    ".markdown": ("text/markdown", "text/plain"),
    ".txt": ("text/plain", "text/markdown"),
}
"""What must be in a file of this ending, told by its bytes: a page that says "not found" is no PDF, whatever the server calls it."""

State = Literal["there", "fetched", "no_address", "failed"]


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one document of a manifest."""

    path: str
    state: State
    reason: str = ""
    sha256: str | None = None
    size: int | None = None


class _AgainError(Exception):
    """Not now; perhaps after `wait` seconds."""

    def __init__(self, reason: str, wait: float | None = None) -> None:
        super().__init__(reason)
        self.wait = wait


class Fetcher:
    """Fetches documents one after the other. `pause`: seconds between two requests to a server; `sleep` for tests."""

    def __init__(self, *, largest: int = LARGEST, pause: float | None = None, sleep: Callable[[float], None] = time.sleep) -> None:
        try:
            import httpx
        except ImportError as error:
            raise UsageError("Fetching needs httpx, which is not installed: pip install 'plantext[fetch]'") from error
        self._largest = largest
        self._sleep = sleep
        self._manners = Politeness(pause, sleep)
        self._client = httpx.Client(headers={"User-Agent": AGENT, "Accept-Encoding": "identity"}, timeout=SILENCE, follow_redirects=False)
        self._proxied = any(
            os.environ.get(name) for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy")
        )

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def fetch(self, manifest: Manifest, *, anew: bool = False) -> Iterator[Outcome]:
        """What became of each document, in the manifest's order. Raises OutputError where its folder can't be written."""
        for entry in manifest.entries:
            try:
                yield self._one(manifest.folder, entry, anew=anew)
            except OSError as error:
                raise OutputError(
                    f"{entry.path}: it can't be written ({error.strerror or error}). Make room, or correct the folder."
                ) from error

    def _one(self, folder: Path, entry: Entry, *, anew: bool) -> Outcome:
        place = _inside(folder, entry.path)
        if place is None:
            return Outcome(path=entry.path, state="failed", reason="its place leads out of the manifest's folder, through a link.")
        if place.is_file() and not anew:
            digest = _digest(place)
            if entry.sha256 is None or digest == entry.sha256.lower():
                return Outcome(path=entry.path, state="there", sha256=digest, size=place.stat().st_size)
        if entry.url is None:
            return Outcome(path=entry.path, state="no_address", reason="the manifest knows no address for it.")
        place.parent.mkdir(parents=True, exist_ok=True)
        part = place.with_name(f".{place.name}{PART}")
        end = time.monotonic() + WHOLE
        reason = ""
        for number in range(TRIES):
            try:
                self._load(entry.url, part, end)
                return self._accept(entry, part, place)
            except _AgainError as error:
                reason = str(error)
                wait = min(error.wait if error.wait is not None else WAITS[min(number, len(WAITS) - 1)], LONGEST_WAIT)
                if number + 1 == TRIES or time.monotonic() + wait > end:
                    break
                self._sleep(wait)
            except RefusedError as error:
                part.unlink(missing_ok=True)
                _tag(part).unlink(missing_ok=True)
                return Outcome(path=entry.path, state="failed", reason=f"{error}.")
        return Outcome(
            path=entry.path,
            state="failed",
            reason=f"{reason} ({TRIES} tries). What came of it is kept, and a later try goes on from there.",
        )

    def _accept(self, entry: Entry, part: Path, place: Path) -> Outcome:
        """Check what came, and put it in its place. Raises RefusedError."""
        from plantext.read.source import media_type

        data = part.read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        if entry.sha256 and digest != entry.sha256.lower():
            raise RefusedError(f"what came is not what the manifest names: its sha256 is {digest}")
        try:
            kind = media_type(data, place.name)
        except SourceError as error:
            raise RefusedError(f"what came is no document: {error.detail.rstrip('.')}") from error
        wanted = KINDS.get(place.suffix.lower())
        if wanted and kind not in wanted:
            raise RefusedError(f"what came is {kind}, and not what the name ends with ({place.suffix})")
        _tag(part).unlink(missing_ok=True)
        part.replace(place)
        return Outcome(path=entry.path, state="fetched", sha256=digest, size=len(data))

    def _load(self, url: str, part: Path, end: float) -> None:
        """Fetch `url` into `part`, going on from what is there. Raises _AgainError, RefusedError."""
        import httpx

        at = url
        for _ in range(REDIRECTS + 1):
            if not self._manners.allows(at, self._client):
                raise RefusedError(f"the server's robots.txt asks us not to fetch it ({at})")
            self._manners.wait(at)
            try:
                with self._client.stream("GET", at, headers=_resumed(part)) as answer:
                    self._check_peer(url, at, answer)
                    target = answer.headers.get("location") if answer.is_redirect else None
                    if target is None:
                        self._take(answer, part, end)
                        return
            except httpx.InvalidURL as error:
                raise RefusedError(f"“{at}” is no address") from error
            except httpx.TimeoutException as error:
                raise _AgainError("the server was silent for too long") from error
            except httpx.DecodingError as error:
                raise RefusedError("the server packed it in a way that can't be undone") from error
            except httpx.HTTPError as error:
                raise _AgainError(f"the connection failed: {str(error) or type(error).__name__}") from error
            at = _joined(at, target)
            check_redirect(url, at)
        raise RefusedError(f"the server sends us on more than {REDIRECTS} times")

    def _check_peer(self, start: str, at: str, answer: httpx.Response) -> None:
        """A name may lead elsewhere when it is asked again: what counts is where the connection went."""
        stream: Any = answer.extensions.get("network_stream")
        peer = stream.get_extra_info("server_addr") if stream is not None else None
        if peer and not self._proxied and origin_of(at) != origin_of(start):
            check_peers(at, {str(peer[0])})

    def _take(self, answer: httpx.Response, part: Path, end: float) -> None:
        status = answer.status_code
        if status == 416:  # what is there is no beginning of it
            part.unlink(missing_ok=True)
            raise _AgainError("the server has no such piece", 0.0)
        if status in AGAIN:
            raise _AgainError(f"the server answered {status}", _retry_after(answer.headers.get("retry-after")))
        if status not in {200, 206}:
            raise RefusedError(f"the server answered {status}")
        begun = part.stat().st_size if status == 206 and part.is_file() else 0
        if status == 206 and not answer.headers.get("content-range", "").startswith(f"bytes {begun}-"):
            part.unlink(missing_ok=True)
            raise _AgainError("the server sent another piece than was asked for", 0.0)
        announced = answer.headers.get("content-length", "")
        if announced.isdigit() and begun + int(announced) > self._largest:
            raise RefusedError(f"it is larger than {self._largest // 1024**2} MB")
        _note_tag(part, answer)
        size = begun
        with part.open("ab" if begun else "wb") as file:
            for piece in answer.iter_bytes():
                size += len(piece)
                if size > self._largest:
                    raise RefusedError(f"it is larger than {self._largest // 1024**2} MB")
                file.write(piece)
                if time.monotonic() > end:
                    raise _AgainError("the server is too slow")
            file.flush()
            os.fsync(file.fileno())


def _joined(at: str, target: str) -> str:
    """Where a redirect leads. Raises RefusedError for an address that is none."""
    try:
        return urljoin(at, target)
    except ValueError as error:
        raise RefusedError(f"the server sends us to “{target}”, which is no web address") from error


def _inside(folder: Path, path: str) -> Path | None:
    """Where the document lies; None where a link leads out of the folder."""
    base = folder.resolve()
    place = base / path
    if place.is_symlink() or not place.parent.resolve().is_relative_to(base):
        return None
    return place


def _tag(part: Path) -> Path:
    return part.with_name(f"{part.name}.tag")


def _resumed(part: Path) -> dict[str, str]:
    """What asks for the rest of a document, if it is still the one that was begun; without a mark of it, all is asked for again."""
    try:
        size, tag = part.stat().st_size, _tag(part).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return {}
    return {"Range": f"bytes={size}-", "If-Range": tag} if size and tag else {}


def _note_tag(part: Path, answer: httpx.Response) -> None:
    """Keep the server's mark of this version of the document, by which it can be resumed. A weak mark is none."""
    if answer.status_code != 200:
        return
    tag = answer.headers.get("etag", "")
    mark = tag if tag.startswith('"') else answer.headers.get("last-modified", "")
    packed = answer.headers.get("content-encoding", "identity") != "identity"
    _tag(part).write_text("" if packed or not mark.isprintable() or not mark.isascii() else mark, encoding="utf-8")


def _retry_after(value: str | None) -> float | None:
    """The seconds that a server asks us to wait, as a number or a date."""
    if not value:
        return None
    if value.strip().isdigit():
        return float(value)
    from datetime import UTC, datetime
    from email.utils import parsedate_to_datetime

    try:
        return max(0.0, (parsedate_to_datetime(value) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


Verdict = Literal["ok", "unchecked", "missing", "different"]


def verify(manifest: Manifest) -> Iterator[tuple[Entry, Verdict, str]]:
    """Each document with its verdict, and the sha256 of the file that is there: "unchecked" where the manifest states none."""
    for entry in manifest.entries:
        place = _inside(manifest.folder, entry.path)
        if place is None or not place.is_file():
            yield entry, "missing", ""
            continue
        digest = _digest(place)
        if entry.sha256 is None:
            yield entry, "unchecked", digest
        else:
            yield entry, "ok" if digest == entry.sha256.lower() else "different", digest
