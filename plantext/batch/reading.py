"""Reading the sources of a batch: what was read before is not read again, and equal content is read once."""

from __future__ import annotations

from collections.abc import Iterator

from plantext.batch.engine import Engine
from plantext.batch.manifest import Manifest
from plantext.batch.store import FolderStore, open_store
from plantext.batch.survey import row_of, share_publisher
from plantext.batch.units import TRANSIENT, ReadRecord, load_record
from plantext.batch.work import Lost, ReadDone, ReadTask, Task, Unwritable, read_key
from plantext.model.batch import READ, Entry, SourceRow
from plantext.settings import Settings

ROUNDS = 3  # a source that shares its content with one that changes at that moment is looked at again, so often


class _Sources:
    """The sources on their way. `keys`: of those that were read, by path."""

    def __init__(self, manifest: Manifest, out: str, settings: Settings, basis: str, password: str | None, engine: Engine) -> None:
        self._entries = {entry.path: entry for entry in manifest.entries}
        self._place = open_store(manifest.url)
        self._store = open_store(out)
        self._engine = engine
        self._basis = basis
        self._password = password
        self._settings = settings
        self._out = out
        self._states: dict[str, tuple[int, int]] = {}
        self._rows: dict[str, SourceRow] = {}
        self._twins: dict[str, list[ReadTask]] = {}
        self._ready: list[tuple[SourceRow, bool]] = []
        self._expected: dict[str, str] = {}
        self._drifted: set[str] = set()
        self._known: dict[str, ReadRecord] = {}  # what came of contents of which no record is kept
        self.keys: dict[str, str] = {}
        self.stopped: Unwritable | None = None

    def rows(self) -> Iterator[tuple[SourceRow, bool]]:
        """The row of each source as soon as it is known, and whether it was known from an earlier run."""
        waiting = list(self._entries.values())
        for _ in range(ROUNDS):
            self._twins.clear()
            for task, answer in self._engine.run(self._tasks(waiting)):
                yield from self._taken()
                if isinstance(answer, Unwritable):
                    self.stopped = answer
                    return
                if isinstance(task, ReadTask):
                    self._answered(task, answer)
                yield from self._taken()
            yield from self._taken()
            waiting = [entry for path, entry in self._entries.items() if path not in self._rows]
            if not waiting:
                return
        for entry in waiting:
            self._note(entry, "", _unread("failed", "it changes all the time."), again=False)
        yield from self._taken()

    def _tasks(self, entries: list[Entry]) -> Iterator[Task]:
        """What must be read, each content once."""
        for entry in entries:
            task = self._task(entry)
            try:
                self._states[entry.path] = self._state(entry.path)
                key = read_key(task, self._place.digest(entry.path))
            except OSError as error:
                self._note(entry, "", _unopened(entry, error), again=False)
                continue
            if key in self._twins:
                self._twins[key].append(task)
            elif known := self._known.get(key):
                self._note(entry, "", known, again=False)
            elif record := load_record(self._store, key, ReadRecord):
                self._note(entry, key, record, again=True)
            else:
                self._expected[entry.path] = key
                self._twins[key] = [task]
                yield task

    def _task(self, entry: Entry) -> ReadTask:
        return ReadTask(
            path=entry.path,
            folder=self._place.url,
            out=self._out,
            kind=entry.kind,
            basis=self._basis,
            settings=self._settings,
            password=self._password,
        )

    def _answered(self, task: ReadTask, answer: object) -> None:
        """One content was read: it stands for all sources that had the same, if it is still what was hashed."""
        if isinstance(answer, Lost):
            answer = ReadDone(key="", record=_unread(answer.status, answer.reason))
        if not isinstance(answer, ReadDone):
            return
        expected = self._expected[task.path]
        twins = self._twins.pop(expected, [task])
        if answer.key not in {expected, ""}:
            self._drifted.add(task.path)
            twins = [task]  # the others are looked at again
        elif answer.record.status in TRANSIENT:
            self._known[expected] = answer.record
        for twin in twins:
            self._note(self._entries[twin.path], answer.key, answer.record, again=False)

    def _note(self, entry: Entry, key: str, record: ReadRecord, *, again: bool) -> None:
        if entry.sha256 and record.sha256 and entry.sha256.lower() != record.sha256:
            other = f"this is not the file that the manifest names: its sha256 is {record.sha256}."
            record = ReadRecord(status="damaged", reason=other, sha256=record.sha256)
        row = row_of(entry, record)
        if key:
            self.keys[entry.path] = key
        self._rows[entry.path] = row
        self._ready.append((row, again))

    def _taken(self) -> list[tuple[SourceRow, bool]]:
        taken, self._ready = self._ready, []
        return taken

    def _state(self, path: str) -> tuple[int, int]:
        """What tells that a file was written to, without reading it."""
        if not isinstance(self._place, FolderStore):
            return (0, 0)
        found = (self._place.folder / path).stat()
        return (found.st_mtime_ns, found.st_size)

    def in_order(self) -> list[SourceRow]:
        """All rows, in the order of the manifest."""
        return share_publisher([self._rows[path] for path in self._entries])

    def changed(self) -> tuple[str, ...]:
        """The sources that were written to since they were read."""
        changed = set(self._drifted)
        for path, state in self._states.items():
            if self._rows[path].status in READ:
                try:
                    if self._state(path) != state:
                        changed.add(path)
                except OSError:
                    changed.add(path)
        return tuple(path for path in self._entries if path in changed)


def read_sources(manifest: Manifest, out: str, settings: Settings, basis: str, password: str | None, engine: Engine) -> _Sources:
    """The sources of a manifest, to be read into the folder `out`."""
    return _Sources(manifest, out, settings, basis, password, engine)


def _unread(status: str, reason: str) -> ReadRecord:
    return ReadRecord(status=status, reason=reason, sha256=None)


def _unopened(entry: Entry, error: OSError) -> ReadRecord:
    if isinstance(error, IsADirectoryError):
        return _unread("not_supported", "this is a folder or a device, not a document.")
    if "\ufffd" in entry.path:
        return _unread("missing", "its name is not in UTF-8: rename the file.")
    if isinstance(error, FileNotFoundError):
        return _unread("missing", "it was not fetched yet: `plantext corpus fetch` does that." if entry.url else "there is no such file.")
    return _unread("missing", f"the file can't be opened ({error.strerror or error}).")
