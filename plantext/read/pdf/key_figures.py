"""Key figures: a number in large type, with small words below it that say what it counts."""

from __future__ import annotations

import re

from plantext.read.pdf.lines import Line

LARGE = 1.5  # times the body's size, and that of the words below them: key figures are larger
_UNITS = "%|‰|°C|m|k|bn|p|x|km|ha|kg|mph|MW|GWh|per cent|hundred|thousand|million|billion|min|mins|minutes|hours|hrs|days|weeks|months|years|miles|tonnes|hectares|secs|seconds"
_FIGURE = re.compile(
    rf"[£$€+±<>~–-]*\s?(?!(?:19|20)\d\d\b)\d[\d,.]*\s?(?:{_UNITS})?(?:\s?\+|\s?\d{{1,2}}|\s(?:in|of|out of|to)\s\d[\d,.]*)?$", re.IGNORECASE
)


def is_figure(text: str) -> bool:
    """Whether a text is a number with its unit and nothing else, and no year.

    >>> [is_figure(text) for text in ("61 million", "£4.2m", "1 in 4", "2024", "12 bridges")]
    [True, True, True, False, False]
    """
    return _FIGURE.match(text.strip()) is not None


def is_counted(figure: Line, line: Line) -> bool:
    """Whether the line below a key figure says what it counts: it goes on in small letters."""
    return figure.size > LARGE * line.size and line.text[:1].islower() and is_figure(figure.text)
