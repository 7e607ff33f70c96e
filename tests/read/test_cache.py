from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest

import plantext
from plantext.model.document import Document
from plantext.read.cache import cache_folder, cache_key, load_cached, store_cached
from plantext.read.limits import MB, Limits
from plantext.read.source import PDF
from tests.factories.documents import sample_document
from tests.factories.pdf import Sheet, hanging_second_page, pdf

BRIDGES = pdf(Sheet().text(72, 80, "The county looks after its bridges."))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PLANTEXT_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_what_is_stored_comes_back(folder: Path) -> None:
    key = cache_key(b"%PDF", "plan.pdf", PDF, "pdfium")
    assert load_cached(key) is None
    store_cached(key, sample_document())
    assert load_cached(key) == sample_document()
    assert [path.name for path in folder.iterdir()] == [key]


def test_the_key_holds_all_that_makes_a_document() -> None:
    keys = {
        cache_key(data, name, PDF, reader)
        for data in (b"1", b"2")
        for name in ("a", "b")
        for reader in ("pdfium", "pdfplumber")
    }  # fmt: skip
    assert len(keys) == 8
    assert cache_key(b"1", "a", PDF, "pdfium") in keys


@pytest.mark.parametrize("data", [b"", b"\xc1", b"\x80", b"not msgpack at all"])
def test_a_damaged_entry_is_none(folder: Path, data: bytes) -> None:
    key = cache_key(b"%PDF", "plan.pdf", PDF, "pdfium")
    folder.mkdir()
    (folder / key).write_bytes(data)
    assert load_cached(key) is None


def test_a_cache_that_cannot_be_written_is_no_cache(folder: Path) -> None:
    folder.write_text("a file where the folder should be")
    store_cached("key", sample_document())
    assert load_cached("key") is None


def test_without_a_setting_the_cache_is_the_users(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PLANTEXT_CACHE", raising=False)
    assert cache_folder().name == "plantext"


def _count_readings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    worker = importlib.import_module("plantext.read.worker")
    seen: list[str] = []
    real = worker.read_in_worker

    def counted(data: bytes, name: str, *rest: Any, **options: Any) -> Document:
        seen.append(name)
        return real(data, name, *rest, **options)

    monkeypatch.setattr(worker, "read_in_worker", counted)
    return seen


def test_a_second_reading_comes_from_the_cache(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = _count_readings(monkeypatch)
    first = plantext.read(BRIDGES)
    assert plantext.read(BRIDGES) == first
    assert len(seen) == 1
    assert plantext.read(BRIDGES, cache=False) == first
    assert len(seen) == 2


@pytest.mark.parametrize("damage", ["cut", "changed", "foreign"])
def test_a_damaged_or_foreign_entry_is_ignored_and_rewritten(folder: Path, monkeypatch: pytest.MonkeyPatch, damage: str) -> None:
    seen = _count_readings(monkeypatch)
    first = plantext.read(BRIDGES)
    (entry,) = folder.iterdir()
    whole = entry.read_bytes()
    changed = whole.replace(b"bridges", b"bandits")  # still a Document, but not the one that was stored
    assert changed != whole
    entry.write_bytes({"cut": whole[:-20], "changed": changed, "foreign": b"\x89PNG\r\n\x1a\n" + bytes(100)}[damage])
    assert plantext.read(BRIDGES) == first
    assert len(seen) == 2
    assert entry.read_bytes() == whole


def test_a_partial_document_is_not_remembered(folder: Path) -> None:
    data = hanging_second_page()
    document = plantext.read(data, partial=True, limits=Limits(wall=2.0, memory=200 * MB))
    assert "partial" in {issue.code for issue in document.issues}
    assert not folder.exists() or not list(folder.iterdir())
