"""Rows below a cell that spans several, in full."""

from __future__ import annotations

import plantext
from plantext.find.plan.target_tables import find_target_tables

PAGE = b"""<!DOCTYPE html><html><head><title>Fords</title></head><body><main><h1>Fords</h1>
<p>The county looks after its fords and its ferries in every season of the year, and says each spring what it has done.</p>
<table><tr><th>Aim</th><th>Measure</th><th>Baseline</th><th>Target 2031</th></tr>
<tr><td rowspan="2">Safer fords</td><td>Fords that have a rail</td><td>3</td><td>9</td></tr>
<tr><td>Fords that have a light</td><td>1</td><td>8</td></tr>
<tr><td rowspan="2">Dry feet</td><td>Ferries that run in winter</td><td>2</td><td>5</td></tr>
<tr><td>Boats that do not leak</td><td>7</td><td>9</td></tr></table></main></body></html>"""


def test_rows_below_a_label_keep_to_their_columns() -> None:
    lists = list(find_target_tables(plantext.read(PAGE)))
    assert [(one.objective, [entry.text for entry in one.entries]) for one in lists] == [
        ("Safer fords", ["Fords that have a rail", "Fords that have a light"]),
        ("Dry feet", ["Ferries that run in winter", "Boats that do not leak"]),
    ]
