"""Targets, held to plain-text cases: to add one, write it into fixtures/targets.txt."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from plantext.find.targets.targets import find_targets
from plantext.model.findings import Target
from tests.factories.cases import load_cases


def shown(target: Target) -> str:
    value = "-" if target.value is None else f"{round(target.value, 2):g}" if target.value < 1e5 else f"{target.value:.0f}"
    parts = [f"{target.direction or '-'} {value} {target.unit or '-'}", target.measure, target.text]
    parts += [f"since {target.baseline}"] if target.baseline else []
    parts += [f"by {target.deadline}"] if target.deadline else []
    return " | ".join(parts)


@pytest.mark.parametrize(("given", "expected"), load_cases(Path(__file__).parent / "fixtures" / "targets.txt"))
def test_case(given: str, expected: list[str]) -> None:
    assert [shown(target) for target in find_targets(given.strip())] == expected


def test_a_deadline_may_stand_elsewhere() -> None:
    (target,) = find_targets("Cut spills by 5 per cent", deadline="Quarterly")
    assert target.deadline == "Quarterly"
    (lone,) = find_targets("Mend the pier", deadline="June 2031")
    assert (lone.value, lone.measure, lone.text, lone.deadline) == (None, "pier", "June 2031", "June 2031")


pieces = st.sampled_from(
    [
        "Reduce",
        "increase",
        "spills",
        "by",
        "to",
        "five",
        "5",
        "12%",
        "per cent",
        "£2m",
        "a third",
        "(",
        ")",
        ",",
        ". ",
        "and",
        "for",
        "of",
        "2031",
        "by March 2031",
        "lowest ever",
        "Recruit",
        "450",
        "at least",
        "compared with",
        "baseline",
        "section 4.2",
        "the 3rd",
        ";",
        "half",
    ]
)


@examples(st.lists(pieces, max_size=14).map(" ".join))
def test_targets_of_any_words_keep_to_the_model(text: str) -> None:
    for target in find_targets(text):
        assert target.value is None or target.value >= 0
        assert target.text in text
        assert find_targets(text) == find_targets(text)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("fund 5,000 safe and well visits", "safe and well visits"),
        ("open two drug and alcohol clinics", "drug and alcohol clinics"),
        ("recruit 50 officers and train them", "officers"),
        ("train 40 people and open a shop", "people"),
        ("recruit 50 police officers and staff", "police officers"),
    ],
)
def test_what_a_bare_number_counts_may_hold_an_and(text: str, unit: str) -> None:
    assert [target.unit for target in find_targets(text)] == [unit]
