"""Watermarks and stamps: text that lies across the page, or behind it."""

from __future__ import annotations

import re

from plantext.read.pdf.engines.engine import PageContent, Run

OBLIQUE = 8  # degrees: text further off the level (or the upright) than this is a watermark or a stamp
LARGE = 40.0  # points: larger and pale text is a watermark
PALE = 150  # each channel at least: a shade through which the text can be read
DRAFT = re.compile(r"\b(draft|confidential|not for publication|embargoed|specimen|sample|copy|void)\b", re.IGNORECASE)


def drop_watermarks(content: PageContent) -> list[str]:
    """Take watermarks and stamps out of the page's runs; return their words."""
    if not any(run.angle or run.size >= LARGE for run in content.runs):
        return []
    kept: list[Run] = []
    dropped: list[Run] = []
    for run in content.runs:
        may_be = run.angle or run.size >= LARGE
        (dropped if may_be and _is_watermark(run, content) else kept).append(run)
    if not dropped:
        return []
    content.runs = kept
    words: list[str] = []
    for run in dropped:
        if words and not run.space:
            words[-1] += run.text
        else:
            words.append(run.text)
    return words


def _is_watermark(run: Run, content: PageContent) -> bool:
    off = min(run.angle % 90, 90 - run.angle % 90)
    if off > OBLIQUE:
        return True
    red, green, blue = run.style.colour >> 16 & 255, run.style.colour >> 8 & 255, run.style.colour & 255
    pale = min(red, green, blue) >= PALE or run.style.alpha < 128
    if pale and run.size >= LARGE and len(run.text) <= 30:
        return not _on_dark(run, content)
    return False


def _on_dark(run: Run, content: PageContent) -> bool:
    """Pale text on a dark box is a title, not a watermark."""
    middle = ((run.x0 + run.x1) / 2, (run.top + run.bottom) / 2)
    return any(
        s.kind in {"box", "image", "curve"} and s.x0 <= middle[0] <= s.x1 and s.top <= middle[1] <= s.bottom and _darkness(s.colour) > 90
        for s in content.shapes
    )


def _darkness(colour: int) -> int:
    return 255 - max(colour >> 16 & 255, colour >> 8 & 255, colour & 255)
