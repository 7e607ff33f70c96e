"""Plans that speak in one way of one objective, in another of the next."""

from __future__ import annotations

from plantext.find.plan.milestones import find_milestones
from tests.factories.cases import read_plain

LISTED = "# Harbour plan 2031-32\n\n## Priority 1: Piers\n\n### Actions\n\n- Mend the pier\n- Paint it\n\n"


def found(plan: str) -> list[tuple[str | None, str]]:
    return [(one.objective, one.text) for one in find_milestones(read_plain(plan, markdown=True)).milestones]


def test_a_section_of_the_same_kind_may_speak_in_another_way() -> None:
    plan = (
        LISTED
        + "## Priority 2: Lamps\n\nThe wardens will:\n\n- light the quay\n\n## Priority 3: Boats\n\n3.1 We will buy a ferry.\n\n3.2 We will sell the tug.\n"
    )
    assert found(plan) == [
        ("Piers", "Mend the pier"),
        ("Piers", "Paint it"),
        ("Lamps", "light the quay"),
        ("Boats", "We will buy a ferry."),
        ("Boats", "We will sell the tug."),
    ]


def test_a_section_of_another_kind_may_not() -> None:
    assert len(found(LISTED + "## Monitoring\n\nThe panel will:\n\n- meet twice\n- read the reports\n")) == 2


def test_what_the_author_says_of_himself_counts_everywhere() -> None:
    assert found(LISTED + "## Lamps\n\nAs Mayor, I will:\n\n- light the quay\n")[-1] == ("Lamps", "light the quay")


def test_what_was_done_is_not_taken_up() -> None:
    assert len(found(LISTED + "## Priority 2: Last year's progress\n\nWe will:\n\n- have lit the quay\n")) == 2


def test_strategies_beside_performance_measures_are_commitments() -> None:
    plan = (
        "# Strategic plan FY 2031-2033\n\n## Goal 1: Clean quays\n\n### Strategies\n\n- Sweep the quays\n- Ban plastic nets\n\n"
        "### Performance measures\n\n- Cut litter by 12 percent\n- Keep spills under 4 a year\n"
    )
    assert [text for _, text in found(plan)] == [
        "Sweep the quays",
        "Ban plastic nets",
        "Cut litter by 12 percent",
        "Keep spills under 4 a year",
    ]
    assert {objective for objective, _ in found(plan)} == {"Clean quays"}


def test_a_list_of_related_strategies_is_none() -> None:
    plan = "# Plan\n\n## Piers\n\n### Actions\n\n- Mend the pier\n- Paint it\n\n## Related strategies\n\n- The lamp strategy\n- The boat strategy\n"
    assert [text for _, text in found(plan)] == ["Mend the pier", "Paint it"]
