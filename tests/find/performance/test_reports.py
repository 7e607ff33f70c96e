"""The entries of reports of several looks."""

from __future__ import annotations

import pytest

from plantext.find.performance.reports import find_entries, is_performance_report
from plantext.find.performance.tables import find_table_entries
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
    return [
        (entry.titles[0], entry.lead, entry.frequency, [said.text for said in entry.said])
        for entry in entries
        if entry.titles[0] != "HARBOUR BOARD"
    ]


def test_lettered_lines_with_leads() -> None:
    assert brief(LETTERED) == [
        ("Safe harbours", "Harbour Master", None, ["The harbours are open."]),
        ("Mend the long pier", "Head of Works", "quarterly", ["Half of it is mended."]),
        ("reduce late sailings by 8 per cent", "Head of Ferries", None, ["They are 6 per cent lower."]),
    ]


def test_labels_within_a_paragraph() -> None:
    assert brief(LABELLED) == [
        ("Mend the long pier", "Head of Works", None, ["Half of it is mended."]),
        ("Reduce late sailings by 8 per cent", "Head of Ferries", None, ["They are 6 per cent lower."]),
    ]
    assert [entry.stated for entry in find_entries(read_plain(LABELLED), MILESTONES)] == ["Amber", None]


def test_names_that_run_into_their_paragraph() -> None:
    assert brief(RUN_IN, markdown=True) == [
        ("Mend the long pier", None, None, ["Half of it is mended."]),
        ("Reduce late sailings by 8 per cent", None, None, ["they are 6 per cent lower."]),
    ]


def test_every_sentence_stands_at_its_place() -> None:
    for text in (LETTERED, LABELLED, RUN_IN):
        document = read_plain(text)
        for entry in find_entries(document, MILESTONES, OBJECTIVES):
            for said in entry.said:
                assert document.block(said.block.id).text[slice(*said.span)] == said.text


ROWS = """| Ref | Commitment | Target date | Target | 2031-32 actual | RAG | Comment |
| --- | --- | --- | --- | --- | --- | --- |
| 1.1 | Mend the long pier | May 2031 | | | Red | The storm took it. |
| 1.2 | Late sailings | | -8% | -6.5% | Amber | |
"""


def test_rows_of_a_table() -> None:
    entries = find_table_entries(read_plain(ROWS, markdown=True))
    assert [(one.titles[0], one.stated, one.aim, one.actual and one.actual.text, [said.text for said in one.said]) for one in entries] == [
        ("Mend the long pier", "Red", None, None, ["The storm took it."]),
        ("Late sailings", "Amber", "-8%", "-6.5%", []),
    ]
    assert [one.number for one in entries] == ["1.1", "1.2"]


def test_a_table_without_results_has_no_entries() -> None:
    assert find_table_entries(read_plain("| Commitment | Due |\n| --- | --- |\n| Mend the long pier | May |\n", markdown=True)) == []


@pytest.mark.parametrize(
    ("title", "verdict"),
    [
        ("Progress against the Harbour Plan 2031-32", True),
        ("Annual performance report", True),
        ("Final self-assessment of the second plan", True),
        ("Harbour Plan 2031-32", False),
        ("Report of the Harbour Panel on the draft plan", False),
    ],
)
def test_what_calls_itself_a_report_on_progress(title: str, verdict: bool) -> None:
    assert is_performance_report(read_plain(f"# {title}\n\n## Piers\n\nThe piers are open.\n", markdown=True)) is verdict
