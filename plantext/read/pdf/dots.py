"""Drawn dots and dashes that are bullets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plantext.read.pdf.engines.engine import PageContent, Run, Shape, Style, level_run

DOT_REACH = 32.0  # points: a drawn bullet stands at most this far left of its text
DASH = (2.5, 9.0)  # points long
DASH_HEIGHT = (0.12, 0.5)  # em above the baseline: a blank to be filled in stands lower
MOST_DASHES = 200  # on a page; more are the pieces of dashed lines
ALONE = 20.0  # points to the next rule at its height: else it is a piece of a line that is dashed
LEFT = 1.5  # em: text that ends nearer to its left makes it a dash within the line


def find_dashes(content: PageContent) -> list[Shape]:
    """Short level rules that stand alone, as dots without height; they are taken out of `content.rules`."""
    low, high = DASH
    short = [r for r in content.rules if low <= r.x1 - r.x0 <= high and r.bottom - r.top < 1]
    if not 0 < len(short) <= MOST_DASHES:
        return []
    near = [r for r in content.rules if r.bottom - r.top < 1 or r.x1 - r.x0 < 1]
    dashes = {
        dash
        for dash in short
        if sum(r.x0 < dash.x1 + ALONE and r.x1 > dash.x0 - ALONE and r.top - 1 < dash.top < r.bottom + 1 for r in near) == 1
    }
    level = [run for run in content.runs if run.angle == 0]
    dashes = {dash for dash in dashes if _opens_line(dash.x0, dash.x1, dash.top, level)}
    if dashes:
        content.rules = [r for r in content.rules if r not in dashes]
    return [Shape("dot", r.x0, r.top, r.x1, r.top, 0) for r in sorted(dashes)]


def _opens_line(x0: float, x1: float, y: float, runs: Iterable[Run]) -> bool:
    """Whether a dash stands just left of a line's text, at the height of a dash, and nothing hard by its left."""
    low, high = DASH_HEIGHT
    row = [run for run in runs if low * run.size < run.baseline - y < high * run.size and run.x1 > x0 - LEFT * run.size]
    return bool(row) and x1 < min(run.x0 for run in row) < x1 + DOT_REACH


def dots_as_runs(shapes: Iterable[Shape], runs: Sequence[Run]) -> list[Run]:
    """Drawn bullets as runs of "•", or "–" where they have no height: dots that stand alone just left of a line's text, within its height."""
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
            sign = "•" if shape.bottom > shape.top else "–"
            found.append(level_run(sign, shape.x0, shape.x1, nearest.baseline, nearest.size, style))
    return found
