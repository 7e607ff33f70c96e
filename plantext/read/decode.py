"""Bytes → text, without a guess that could lose any."""

from __future__ import annotations

import codecs


def decode(data: bytes) -> str:
    """UTF-8 or UTF-16 where the bytes say so, else Windows-1252, which every byte fits; line ends are `\\n`.

    >>> decode(b"caf\\xe9\\r\\n")
    'café\\n'
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = data.decode("utf-16", errors="replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")
