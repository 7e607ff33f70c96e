"""Numbers as lists print them: figures, letters, Roman figures; and what a list in HTML prints before each of its items."""

from __future__ import annotations

import re
from typing import Any

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
MOST = 3999  # no list counts so far in letters or in Roman figures, which would be as long as the number is large
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES = {
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "none": "none",
    "disc": "none",
    "circle": "none",
    "square": "none",
}
_STYLE = re.compile(r"list-style(?:-type)?\s*:[^;]*?\b(" + "|".join(_STYLES) + r"|decimal)\b", re.IGNORECASE)
_INTEGER = re.compile(r"\s*-?\d{1,9}\s*$")


def written(count: int, form: str) -> str:
    """`count` in the form that Word calls "lowerLetter", "upperLetter", "lowerRoman" or "upperRoman"; in figures for any other.

    >>> written(28, "lowerLetter"), written(14, "upperRoman"), written(3, "decimal")
    ('bb', 'XIV', '3')
    """
    if not 0 < count <= MOST:
        return str(count)
    if form in {"lowerLetter", "upperLetter"}:
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)  # behind z come aa, bb
        return letter if form == "lowerLetter" else letter.upper()
    if form in {"lowerRoman", "upperRoman"}:
        text = _roman(count)
        return text if form == "lowerRoman" else text.upper()
    return str(count)


def _roman(count: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * (count // value)
        count %= value
    return text


def number_items(root: Any) -> None:
    """Write on each item of an ordered list what a browser prints before it, as `data-marker`."""
    for ordered in root.iter("ol"):
        form = _form(ordered)
        items = [child for child in ordered if child.tag == "li"]
        backwards = ordered.get("reversed") is not None
        count = _integer(ordered.get("start"), len(items) if backwards else 1)
        for item in items:
            count = _integer(item.get("value"), count)
            if form != "none":
                item.set("data-marker", written(count, form) + (ordered.get("data-sign") or "."))
            count += -1 if backwards else 1


def _form(ordered: Any) -> str:
    style = _STYLE.search(ordered.get("style") or "")
    if style:
        return _STYLES.get(style[1].lower(), "decimal")
    return _FORMS.get(ordered.get("type") or "", "decimal")


def _integer(value: str | None, default: int) -> int:
    return int(value) if value and _INTEGER.match(value) else default
