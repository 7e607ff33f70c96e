"""Who leads, and how often."""

from __future__ import annotations

import pytest

from plantext.find.performance.leads import find_lead


@pytest.mark.parametrize(
    ("line", "lead", "frequency", "rest"),
    [
        ("(Lead Harbour Master – quarterly)", "Harbour Master", "quarterly", ""),
        ("(Lead Director of Works - 6 monthly)", "Director of Works", "6 monthly", ""),
        ("(Lead: Ida Moss)", "Ida Moss", None, ""),
        ("(Leads: Ida Moss and the Harbour Master – annually)", "Ida Moss and the Harbour Master", "annually", ""),
        ("Mend the long pier (Lead Harbour Master – quarterly)", "Harbour Master", "quarterly", "Mend the long pier"),
        ("Owner: Head of Ferries", "Head of Ferries", None, ""),
        ("Lead officer: Ida Moss, monthly", "Ida Moss", "monthly", ""),
        ("Frequency: quarterly", None, "quarterly", ""),
    ],
)
def test_lines_that_name_a_lead(line: str, lead: str | None, frequency: str | None, rest: str) -> None:
    found = find_lead(line)
    assert found is not None
    assert (found.lead, found.frequency, found.rest) == (lead, frequency, rest)


@pytest.mark.parametrize(
    "line", ["Mend the long pier (both halves)", "The lead on the roof was stolen.", "Lead in the water: what we know (see the annex)"]
)
def test_lines_that_name_none(line: str) -> None:
    assert find_lead(line) is None


def test_an_office_in_brackets_is_one_only_behind_a_heading() -> None:
    assert find_lead("(Harbour Office)") is None
    found = find_lead("(Harbour Office)", behind=True)
    assert found is not None
    assert found.lead == "Harbour Office"
