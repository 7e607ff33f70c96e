from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from plantext.errors import SourceError
from plantext.read import source
from plantext.read.source import DOCX, HTML, JSON, MARKDOWN, PDF, TEXT, describe, load_bytes, media_type


def word_file() -> bytes:
    data = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Mend the pier")
    document.save(data)
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"%PDF-1.7\n", "plan.txt", PDF),
        (b"\r\n junk \n%PDF-1.4", "plan", PDF),
        (word_file(), "plan.pdf", DOCX),
        (b"<!DOCTYPE html><p>x", "plan.txt", HTML),
        (b"\xef\xbb\xbf  <HTML>", "plan", HTML),
        (b'<?xml version="1.0"?>\n<html xmlns="x">', "plan", HTML),
        (b'{"schema": "plantext/document/1"}', "plan.txt", JSON),
        (b'{"schema": "another"}', "plan.txt", TEXT),
        (b"# Plan", "plan.MD", MARKDOWN),
        (b"# Plan", "plan.txt", TEXT),
        ("Plan".encode("utf-16"), "plan.txt", TEXT),
        (b"Mend <b>the</b> pier", "plan.txt", TEXT),
    ],
)
def test_the_kind_is_told_by_what_is_in_it(data: bytes, name: str, kind: str) -> None:
    assert media_type(data, name) == kind


@pytest.mark.parametrize(
    ("data", "status", "said"),
    [
        (b"", "damaged", "empty"),
        (b" \n\t", "damaged", "empty"),
        (b"PK\x03\x04 a spreadsheet", "not_supported", "zip"),
        (b"\xd0\xcf\x11\xe0 an old file", "not_supported", "docx"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not_supported", "kind of file"),
    ],
)
def test_what_is_no_document_is_refused_with_a_remedy(data: bytes, status: str, said: str) -> None:
    with pytest.raises(SourceError) as refused:
        media_type(data, "thing.bin")
    assert refused.value.status == status
    assert refused.value.exit_code == 3
    assert said in str(refused.value)
    assert "thing.bin" in str(refused.value)


def test_a_file_is_loaded_with_its_base_name(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_bytes(b"Mend")
    assert load_bytes(tmp_path / "plan.txt") == (b"Mend", "plan.txt")


@pytest.mark.parametrize(("path", "status"), [("no.txt", "missing"), (".", "not_supported")])
def test_what_is_no_file_is_refused(tmp_path: Path, path: str, status: str) -> None:
    with pytest.raises(SourceError) as refused:
        load_bytes(tmp_path / path)
    assert refused.value.status == status


def test_a_file_that_is_too_large_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "LARGEST", 3)
    (tmp_path / "plan.txt").write_bytes(b"Mend")
    with pytest.raises(SourceError) as refused:
        load_bytes(tmp_path / "plan.txt")
    assert refused.value.status == "too_large"


class Stream:
    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", Stream(b"Mend"))
    assert load_bytes("-") == (b"Mend", "standard input")


def test_standard_input_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "LARGEST", 3)
    monkeypatch.setattr("sys.stdin", Stream(b"Mend"))
    with pytest.raises(SourceError) as refused:
        load_bytes("-")
    assert refused.value.status == "too_large"


def test_a_source_is_known_by_its_content() -> None:
    one, other = describe(b"Mend", "a.txt", TEXT), describe(b"Mend", "b.txt", TEXT)
    assert one.sha256 == other.sha256 != describe(b"Paint", "a.txt", TEXT).sha256
    assert (one.name, one.media_type, one.pages) == ("a.txt", TEXT, None)


def test_another_result_is_no_document():
    with pytest.raises(SourceError, match="another result of plantext"):
        media_type(b'{\n  "schema": "plantext/variations/1",\n  "before": {}}', "variations.json")


def test_a_name_that_is_no_utf8_can_be_written():
    assert describe(b"x", "plan-\udce9.txt", TEXT).name == "plan-?.txt"


def test_a_fragment_of_html_is_told_by_its_name() -> None:
    assert media_type(b"<h1>Plan</h1><p>Mend it.</p>", "plan.html") == HTML
    assert media_type(b"Less < more", "plan.txt") == TEXT


def test_json_that_extract_did_not_write_is_refused() -> None:
    with pytest.raises(SourceError) as refused:
        media_type(b'{"a": 1}', "data.json")
    assert refused.value.status == "not_supported"


def test_bytes_that_are_no_text_are_no_document_even_without_a_zero() -> None:
    with pytest.raises(SourceError, match="not a kind of file"):
        media_type(bytes(range(1, 256)), "plan.pdf")
    assert media_type(b"Form\x0c feeds and \x1b signs of old terminals", "plan.txt") == TEXT
