from __future__ import annotations

from pathlib import Path

import pytest

from plantext.read.cache import cache_folder, cache_key, load_cached, store_cached
from plantext.read.source import PDF
from tests.factories.documents import sample_document


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
