"""Tables whose rows have a ground by turns: the heading's and the first row's are no table of their own."""

from __future__ import annotations

from collections.abc import Sequence

from plantext.read.pdf.engines.engine import Run

NEAR = 3.0  # points: the edges of two pieces of ground that are nearer are one
NEXT = 2.4  # em: a row without a ground stands no further below one that has it
Edges = tuple[Sequence[float], Sequence[float]]
"""The edges of a piece of ground's columns, from left to right, and of its rows, from top to bottom."""


def is_striped(xs: Sequence[float], ys: Sequence[float], grounds: Sequence[Edges], runs: Sequence[Run]) -> bool:
    """Whether rows without a ground stand below a piece of ground, or above it, and keep to its columns.

    They are the last rows, or stand between it and another of the `grounds`.
    """
    for other_xs, other_ys in grounds:
        if other_ys is ys or len(xs) != len(other_xs) or any(abs(a - b) > NEAR for a, b in zip(xs, other_xs, strict=True)):
            continue
        between = _inside(runs, xs, min(ys[-1], other_ys[-1]), max(ys[0], other_ys[0]))
        if between and _keep_to(between, xs):
            return True
    below = _inside(runs, xs, ys[-1], float("inf"))
    first = min(below, key=lambda run: run.baseline, default=None)
    if first is None or first.baseline - ys[-1] > NEXT * first.size:
        return False
    row = [run for run in below if run.baseline - first.baseline < 0.3 * first.size]
    columns = {sum(run.x0 >= x - 1 for x in xs) for run in row}
    return len(columns) > 1 and _keep_to(row, xs)


def _inside(runs: Sequence[Run], xs: Sequence[float], top: float, bottom: float) -> list[Run]:
    return [run for run in runs if top < (run.top + run.bottom) / 2 < bottom and run.x1 > xs[0] and run.x0 < xs[-1]]


def _keep_to(runs: Sequence[Run], xs: Sequence[float]) -> bool:
    return not any(run.x0 < x - 1 and run.x1 > x + 1 for run in runs for x in xs)
