from __future__ import annotations

from pathlib import Path

import pytest

from plantext.errors import UsageError
from plantext.read.limits import Limits
from plantext.settings import FILE_NAME, Settings, load_settings


def test_without_a_file_the_defaults_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    assert load_settings() == load_settings(tmp_path) == Settings()
    assert Settings() == Settings(pdf_reader="pdfium", cache=True, limits=Limits())


def test_what_is_set_and_what_is_not(tmp_path: Path):
    (tmp_path / FILE_NAME).write_text('pdf_reader = "pdfplumber"\n[limits]\nwall = 5\nmemory = 900_000_000\n')
    settings = load_settings(tmp_path)
    assert settings.pdf_reader == "pdfplumber"
    assert settings.cache
    assert (settings.limits.wall, settings.limits.memory, settings.limits.output) == (5.0, 900_000_000, Limits().output)


def test_no_other_folder_is_looked_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / FILE_NAME).write_text("cache = false")
    (tmp_path / "inner").mkdir()
    monkeypatch.chdir(tmp_path / "inner")
    assert load_settings().cache


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ('pdf_reader = "acrobat"', "acrobat"),
        ('cache = "yes"', "cache"),
        ("colour = true", "colour"),
        ("[limits]\nwal = 5", "wal"),
        ('[limits]\nwall = "long"', "limits.wall"),
        ("[limits]\nwall = 0", "limits.wall"),
        ("[limits]\nmemory = -1", "limits.memory"),
        ("cache = ", FILE_NAME),
        ("cache = true\ncache = true", FILE_NAME),
    ],
)
def test_a_mistake_is_named_with_its_file(tmp_path: Path, text: str, word: str):
    (tmp_path / FILE_NAME).write_text(text)
    with pytest.raises(UsageError) as caught:
        load_settings(tmp_path)
    assert word in str(caught.value)
    assert str(tmp_path / FILE_NAME) in str(caught.value)
    assert str(caught.value).endswith("Correct the file, or remove it to use the defaults.")


def test_a_file_that_is_no_text(tmp_path: Path):
    (tmp_path / FILE_NAME).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="can't be read"):
        load_settings(tmp_path)
    (tmp_path / FILE_NAME).unlink()
    (tmp_path / FILE_NAME).mkdir()
    with pytest.raises(UsageError, match="can't be read"):
        load_settings(tmp_path)


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path):
    (tmp_path / FILE_NAME).write_text("cache = false", encoding="utf-8-sig")
    assert not load_settings(tmp_path).cache
