"""The plan's own reasons, held to plain-text cases: to add one, write it into fixtures/rationales.txt."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantext.find.explanations import Explanation
from plantext.find.objectives import without_number
from plantext.find.rationales import _HINTS, CUES, DONE, find_rationales
from tests.factories.cases import load_cases, read_plain


def shown(explanation: Explanation) -> list[str]:
    places = [reference.section.block.text for reference in explanation.references if reference.section and not reference.source]
    lines = []
    for clause in explanation.clauses:
        which = "general" if clause.general else "-" if clause.ordinal is None else str(clause.ordinal)
        perhaps = "perhaps " if explanation.tentative else ""
        lines.append(f"{perhaps}{', '.join(sorted(clause.ops))} | {which} | {places[0] if places else '-'} | {clause.text.rstrip('.')}")
    return lines


@pytest.mark.parametrize(("given", "expected"), load_cases(Path(__file__).parent / "fixtures" / "rationales.txt"))
def test_case(given: str, expected: list[str]) -> None:
    plan = read_plain(given, markdown=True)
    objectives = [without_number(block.text) for block in plan.blocks if block.kind == "heading"]
    assert [line for explanation in find_rationales(plan, objectives) for line in shown(explanation)] == expected


def test_a_reason_keeps_its_place() -> None:
    plan = read_plain("## Safer piers\n\nGulls are many. A milestone on gulls has been added.\n", markdown=True)
    (found,) = find_rationales(plan, ["Safer piers"])
    passage = found.passage
    assert plan.block(passage.block).text[slice(*passage.span)] == passage.text == "A milestone on gulls has been added."
    assert (found.objective, passage.section) == ("Safer piers", "Safer piers")


def test_only_sections_of_objectives_and_those_that_speak_of_changes_are_read() -> None:
    text = "## Foreword\n\nA milestone on gulls has been added.\n\n## What has changed\n\nA milestone on eels has been added.\n"
    assert [found.passage.text for found in find_rationales(read_plain(text, markdown=True), ["Safer piers"])] == [
        "A milestone on eels has been added."
    ]


@pytest.mark.parametrize("op", sorted({*DONE, *(op for op, _ in CUES)} - {"elsewhere"}))
def test_every_way_to_say_it_is_in_a_case(op: str) -> None:
    cases = (Path(__file__).parent / "fixtures" / "rationales.txt").read_text(encoding="utf-8")
    said = {"dropped": "No number is set for eels, because they can't be counted."}
    if op in said:
        plan = read_plain(f"## Safer piers\n\n{said[op]}\n", markdown=True)
        assert [sorted(clause.ops) for one in find_rationales(plan, ["Safer piers"]) for clause in one.clauses] == [[op]]
    else:
        assert any(op in line.split(" | ")[0] for line in cases.splitlines() if " | " in line)


@pytest.mark.parametrize("verb", [verb for verbs in DONE.values() for verb in verbs.replace("(?:", "").replace(")", "").split("|")])
def test_every_verb_is_among_the_hints(verb: str) -> None:
    plain = verb.replace("\\s+", " ").replace("\\b", "").replace("?", "")
    assert any(hint in f" {plain} ".lower() for hint in _HINTS) or plain in {"three", "four"}
