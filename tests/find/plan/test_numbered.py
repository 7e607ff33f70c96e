from __future__ import annotations

import pytest

from plantext.find.plan.milestones import find_milestones
from plantext.find.plan.numbered import numbered_items, undertakes
from tests.factories.cases import read_plain


def found(plan: str) -> list[tuple[str | None, str | None, str]]:
    return [(one.objective, one.number, one.text) for one in find_milestones(read_plain(plan, markdown=True)).milestones]


@pytest.mark.parametrize(
    "text",
    [
        "We will mend the pier.",
        "By spring 2032, the Harbour Board will paint the boat house.",
        "Each ward shall have a warden.",
        "The council's wardens commit to a daily round.",
        "Working with the rowers, I will count the eels.",
    ],
)
def test_these_undertake(text: str) -> None:
    assert undertakes(text)


@pytest.mark.parametrize(
    "text",
    ["Piers matter.", "The report will include a map.", "In 2030 crews went to 400 fires.", "Will you come?", "", "If it rains we close."],
)
def test_these_do_not(text: str) -> None:
    assert not undertakes(text)


def test_numbered_paragraphs_that_undertake_are_commitments() -> None:
    plan = (
        "# Harbour plan 2031-32\n\n## Objective 1: Safer piers\n\nPiers are old.\n\n1.1 We will mend the long pier.\n\n"
        "1.2 We will count the steps.\n\n## Objective 2: Calm water\n\n2.1 The wardens will slow the boats.\n\n2.2 We will buy ten buoys.\n"
    )
    assert found(plan) == [
        ("Safer piers", "1.1", "We will mend the long pier."),
        ("Safer piers", "1.2", "We will count the steps."),
        ("Calm water", "2.1", "The wardens will slow the boats."),
        ("Calm water", "2.2", "We will buy ten buoys."),
    ]


def test_orders_count_where_their_number_is_that_of_the_objective() -> None:
    plan = "# Plan\n\n## Objective 1: Piers\n\n1.1 Mend the long pier\n\n1.2 Cut falls by 5 per cent\n"
    assert [text for _, _, text in found(plan)] == ["Mend the long pier", "Cut falls by 5 per cent"]


def test_numbered_prose_is_none() -> None:
    plan = (
        "# Report\n\n## 1 Piers\n\n1.1 The piers are old and the steps are worn.\n\n1.2 Crews went out 40 times.\n\n"
        "1.3 We will look into it.\n\n1.4 Nobody was hurt last year.\n"
    )
    assert found(plan) == []


def test_bullets_that_undertake_need_an_objective_above() -> None:
    bullets = "- We will mend the pier\n- We will paint it\n"
    assert len(found(f"# Plan\n\n## Priority 1: Piers\n\n{bullets}")) == 2
    assert found(f"# Report\n\n## Piers\n\n{bullets}") == []


NUMBERED = "# Harbour plan 2031-32\n\n## 1. Safer piers\n\nPiers are old.\n\n### Actions\n\n{}\n\n## Monitoring\n\nWe report each spring.\n"


def test_numbered_paragraphs_below_a_heading_that_names_them_are_its_items() -> None:
    plan = NUMBERED.format("1.1 Mend the long pier.\n\n1.2 Count the steps by May 2032.\n\n1.3 Paint six lamps.")
    assert found(plan) == [
        ("Safer piers", "1.1", "Mend the long pier."),
        ("Safer piers", "1.2", "Count the steps by May 2032."),
        ("Safer piers", "1.3", "Paint six lamps."),
    ]


@pytest.mark.parametrize(
    "prose",
    [
        "1.1 The actions were agreed in May.\n\n1.2 They have been costed since.\n\n1.3 Paint is dear this year, and was dearer last year.",
        "1.1 Mend the long pier.\n\n4.7 Count the steps.",
    ],
)
def test_numbered_prose_and_numbers_that_do_not_count_on_are_no_items(prose: str) -> None:
    assert not numbered_items(read_plain(NUMBERED.format(prose), markdown=True))


def test_a_list_of_pledges_needs_no_lead_nor_number() -> None:
    plan = (
        "# Harbour plan 2031-32\n\n## Priority 1: Safer piers\n\nOur commitments:\n\n- The masons will mend the long pier.\n"
        "- We will count the steps.\n\n## Calm water\n\n- Boats will be slowed from May.\n- I will buy ten buoys.\n\n"
        "## What lies ahead\n\n- Costs will rise.\n- Fewer boats will come.\n"
    )
    assert [text for _, _, text in found(plan)] == [
        "The masons will mend the long pier.",
        "We will count the steps.",
        "Boats will be slowed from May.",
        "I will buy ten buoys.",
    ]
