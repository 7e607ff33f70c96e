"""A batch: what was given, what became of each source, and what was made of them."""

from __future__ import annotations

from typing import Literal

import msgspec

DocumentKind = Literal["plan", "panel_report", "performance_report", "board_report", "decision_notice", "response", "other"]
READ = ("ok", "partial")
"""The statuses of a source that was read; every other says why it was not."""
Verb = Literal["milestones", "recommendations", "variations", "coverage", "check", "progress", "history", "topics"]


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One source, as the manifest states it or the survey found it. `path` is relative to the manifest's folder."""

    path: str
    kind: DocumentKind | None = None
    title: str | None = None
    publisher: str | None = None
    edition: str | None = None
    date: str | None = None  # ISO 8601
    licence: str | None = None
    url: str | None = None  # where `plantext corpus fetch` gets it
    sha256: str | None = None  # of the file that is meant


class SourceRow(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one source. `guessed` names the fields that were read from its text, not stated."""

    path: str
    status: str  # of the contract's vocabulary
    reason: str  # empty where the status is ok
    kind: DocumentKind | None
    title: str | None
    publisher: str | None
    edition: str | None
    date: str | None
    pages: int | None
    sha256: str | None
    guessed: tuple[str, ...]
    licence: str | None = None
    milestones: int | None = None  # found in a plan; None where none were looked for
    editions: tuple[str, ...] = ()  # of a plan's milestones: it may carry last year's too


class JobRow(msgspec.Struct, frozen=True, kw_only=True):
    """One result that was made, or the reason why it was not. `json` and `html` are file names in the batch's folder."""

    verb: Verb
    sources: tuple[str, ...]  # paths
    status: Literal["ok", "nothing", "failed"]
    reason: str
    summary: str
    json: str | None
    html: str | None
    beside: dict[str, str] = {}  # paths of documents that were taken in besides, by what they are to the result
    also: tuple[str, ...] = ()  # paths of any number of further documents: papers about a plan, reports on it
    counts: dict[str, int] = {}  # the result's own figures


class Batch(msgspec.Struct, frozen=True, kw_only=True):
    """A whole run: every source has one row."""

    schema: str = "plantext/batch/1"
    title: str
    sources: tuple[SourceRow, ...]
    jobs: tuple[JobRow, ...]
    changed: tuple[str, ...] = ()  # paths of sources that changed while the batch ran; the results are of what was read first
