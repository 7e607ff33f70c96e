from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantext.read.decode import decode

TEXT = "Piers – “café” €5\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_usual_encoding_gives_the_same_text(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_utf16_is_read_in_either_order() -> None:
    assert decode(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be")) == TEXT


def test_line_ends_are_one() -> None:
    assert decode(b"a\r\nb\rc\nd") == "a\nb\nc\nd"


def test_one_bad_byte_costs_no_other_character() -> None:
    assert decode("café – wall".encode() + b"\xff") == "café – wallÿ"


@given(st.binary(max_size=200))
def test_any_bytes_have_a_text(data: bytes) -> None:
    assert "\r" not in decode(data)


@given(st.text().filter(lambda text: "\r" not in text and not text.startswith("\ufeff")))
def test_utf8_is_kept_whole(text: str) -> None:
    assert decode(text.encode()) == text
