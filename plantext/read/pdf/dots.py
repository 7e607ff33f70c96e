"""Drawn dots that are bullets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plantext.read.pdf.engine import Run, Shape, Style, level_run

DOT_REACH = 32.0  # points: a drawn bullet stands at most this far left of its text


def dots_as_runs(shapes: Iterable[Shape], runs: Sequence[Run]) -> list[Run]:
    """Drawn bullets as runs of "•": dots that stand alone just left of a line's text, within its height."""
    found: list[Run] = []
    dots = [shape for shape in shapes if shape.kind == "dot"]
    level = [run for run in runs if run.angle == 0] if dots else []
    for shape in dots:
        middle = (shape.top + shape.bottom) / 2
        rights = [r for r in level if r.baseline - 0.75 * r.size < middle < r.baseline + 0.1 * r.size and r.x1 > shape.x0]
        if not rights:
            continue
        nearest = min(rights, key=lambda r: r.x0)
        over = any(r.x1 > shape.x0 - 1 and r.x0 < shape.x1 + 1 for r in level if abs(r.baseline - nearest.baseline) < 2)
        if not over and 0 < nearest.x0 - shape.x1 < DOT_REACH and shape.bottom - shape.top < 1.1 * nearest.size:
            style = Style(bold=False, italic=False, colour=shape.colour, alpha=255, hidden=False)
            found.append(level_run("•", shape.x0, shape.x1, nearest.baseline, nearest.size, style))
    return found
