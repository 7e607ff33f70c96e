"""The plan's own reasons, held to plain-text cases: to add one, write it into fixtures/rationales.txt."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plantext.find.plan.objectives import without_number
from plantext.find.reasons.change_words import CUES, DONE, HINTS
from plantext.find.reasons.explanations import ANYTHING, Explanation
from plantext.find.reasons.rationales import find_rationales
from tests.factories.cases import load_cases, read_plain


def shown(explanation: Explanation) -> list[str]:
    places = [reference.section.block.text for reference in explanation.references if reference.section and not reference.source]
    lines = []
    for clause in explanation.clauses:
        which = "general" if clause.general else "-" if clause.ordinal is None else str(clause.ordinal)
        perhaps = "perhaps " if explanation.tentative else ""
        ops = "anything" if clause.ops == ANYTHING else ", ".join(sorted(clause.ops))
        lines.append(f"{perhaps}{ops} | {which} | {places[0] if places else '-'} | {clause.text.rstrip('.')}")
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


def told(text: str) -> list[str]:
    return [found.passage.text for found in find_rationales(read_plain(text, markdown=True), ["Safer piers"])]


@pytest.mark.parametrize(
    "heading",
    [
        "What has changed",
        "How this plan differs from the last one",
        "What the refresh changes",
        "Review of the previous programme",
        "Compared with 2030-31",
    ],
)
def test_a_section_that_speaks_of_changes_is_read(heading: str) -> None:
    assert told(f"## {heading}\n\nThe milestone on eels has been removed.\n") == ["The milestone on eels has been removed."]


def test_elsewhere_only_what_says_of_a_milestone_why_it_changed() -> None:
    assert told("## Foreword\n\nA milestone on gulls has been added.\n") == []
    assert told("## Foreword\n\nThe ferry was taken out of use.\n") == []
    (perhaps,) = find_rationales(
        read_plain("## Foreword\n\nThe ferry was sold, so we cut two trips because it leaked.\n", markdown=True), []
    )
    assert perhaps.tentative
    assert told("## Foreword\n\nA milestone on gulls has been added because they steal.\n") == [
        "A milestone on gulls has been added because they steal."
    ]
    assert told("## Foreword\n\nThe milestones have been reviewed in the light of what you said.\n") == []


def test_a_list_of_changes_below_a_line_that_says_so() -> None:
    text = "## Foreword\n\nThese are the changes since the last plan:\n\n- The slipway is no longer in the plan: it was sold.\n"
    assert told(text) == ["The slipway is no longer in the plan: it was sold."]


@pytest.mark.parametrize("op", sorted({*DONE, *(op for op, _ in CUES)} - {"elsewhere"}))
def test_every_way_to_say_it_is_in_a_case(op: str) -> None:
    cases = (Path(__file__).parent / "fixtures" / "rationales.txt").read_text(encoding="utf-8")
    said = {"dropped": "No number is set for eels, because they can't be counted."}
    if op in said:
        plan = read_plain(f"## Safer piers\n\n{said[op]}\n", markdown=True)
        assert [sorted(clause.ops) for one in find_rationales(plan, ["Safer piers"]) for clause in one.clauses] == [[op]]
    else:
        assert any(op in line.split(" | ")[0] for line in cases.splitlines() if " | " in line)


@pytest.mark.parametrize("verb", [verb for verbs in DONE.values() for verb in verbs])
def test_every_verb_is_among_the_hints(verb: str) -> None:
    plain = re.sub(r"\(\?:\[.*?\{0,10\}\?", "", verb).replace("\\s+", " ").replace("\\b", "")
    parts = re.sub(r"[()?:]", "", plain).split("|") if not plain.startswith("not") else ["not "]
    assert any(hint in f" {part} ".lower() for part in parts for hint in HINTS)
