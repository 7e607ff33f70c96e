"""Cleaning of what documents hold: one form for spaces, quotes, dashes and ligatures, and no control characters."""

from __future__ import annotations

import re
import unicodedata

_SPACES = re.compile(r"[^\S\n]+")
_AROUND_BREAKS = re.compile(r" *\n *")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u00ad": "", "\t": " ", "\r": "\n"}
)


def clean(text: str) -> str:
    r"""The text as a person reads it: ligatures parted, soft hyphens and control characters gone, spaces single.

    Quotes, dashes and case stay as printed; line breaks stay.

    >>> clean("The  oﬃce\x02\u00a0of  policing ")
    'The office of policing'
    """
    text = unicodedata.normalize("NFC", text.translate(_LIGATURES))
    text = _CONTROL.sub("", text)
    return _AROUND_BREAKS.sub("\n", _SPACES.sub(" ", text)).strip()
