"""Bytes → text, without a guess that could lose any."""

from __future__ import annotations

import codecs

_STRAY_BYTES = "plantext-windows-1252"


def _windows_1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error(_STRAY_BYTES, _windows_1252)


def decode(data: bytes) -> str:
    r"""UTF-16 where the bytes say so, else UTF-8; what is no UTF-8 is Windows-1252, byte by byte. Line ends are `\n`.

    So a file in Windows-1252 is read as such, and one bad byte spoils no other character of a file in UTF-8.

    >>> decode(b"caf\xe9\r\n")
    'café\n'
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = data.decode("utf-16", errors="replace")
    else:
        text = data.decode("utf-8-sig", errors=_STRAY_BYTES)
    return text.replace("\r\n", "\n").replace("\r", "\n")
