"""Coloured grounds as the edges of rows."""

from __future__ import annotations

import pytest

from plantext.read.pdf.engines.engine import PageContent, Rule, Shape
from plantext.read.pdf.tables.grounds import shade_rules

EDGES = [(70, 196), (196, 396), (396, 520)]


def tops(cells: list[tuple[int, int]], drawn: list[Rule]) -> list[float]:
    shapes = [Shape("box", x0, 150, x1, 190, 0xEEEEEE) for x0, x1 in cells]
    return [rule.top for rule in shade_rules(PageContent(1, 595, 842, shapes=shapes), [], drawn)]


@pytest.mark.parametrize(
    ("cells", "drawn", "expected"),
    [
        (EDGES, [Rule(70, 116, 520, 116)], [150, 190]),  # the only striped row of a small table
        (EDGES, [], []),  # nothing says that it is one
        (EDGES, [Rule(70, 116, 400, 116)], []),
        ([(70, 520)], [Rule(70, 116, 520, 116)], []),  # a box with text below a heading's rule
        ([(70, 520)], [Rule(70, 230, 520, 230)], [150, 190]),  # the ground of a heading, above a rule of its width
    ],
)
def test_when_a_single_ground_is_a_row(cells: list[tuple[int, int]], drawn: list[Rule], expected: list[float]) -> None:
    assert tops(cells, drawn) == expected
