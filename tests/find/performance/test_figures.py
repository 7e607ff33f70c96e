"""Figures, held to plain-text cases: to add one, write it into fixtures/figures.txt."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from plantext.find.performance.figures import Reading, find_figures
from tests.factories.cases import load_cases

UNTIL = date(2032, 3, 31)


def shown(reading: Reading) -> str:
    value = f"{round(reading.value, 2):g}" if abs(reading.value) < 1e5 else f"{reading.value:.0f}"
    return f"{value} {reading.unit or '-'} | {'change' if reading.change else 'level'} | {reading.role} | {reading.as_at.text if reading.as_at else '-'}"


@pytest.mark.parametrize(("given", "expected"), load_cases(Path(__file__).parent / "fixtures" / "figures.txt"))
def test_case(given: str, expected: list[str]) -> None:
    assert [shown(reading) for reading in find_figures(given.strip(), UNTIL)] == expected


@examples(st.text(alphabet=" .,%£-+()0123456789abcMayupto'", max_size=60))
def test_any_text_keeps_its_places(text: str) -> None:
    for reading in find_figures(text):
        assert any(char.isdigit() or char.isalpha() for char in text[reading.start : reading.end])
        assert 0 <= reading.start < reading.end <= len(text)
