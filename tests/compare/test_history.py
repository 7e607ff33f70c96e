"""The life of each milestone over plans and reports."""

from __future__ import annotations

import plantext
from plantext.model.json import dumps, loads
from plantext.model.progress import History

FIRST = b"""# Harbour Plan 2030-31

## Safe harbours

Milestones for 2030-31

- Reduce spills by 9 per cent
- Paint the lighthouse white
- Hold a forum on every pier
"""
SECOND = (
    FIRST.replace(b"2030-31", b"2031-32")
    .replace(b"9 per cent", b"5 per cent")
    .replace(b"Paint the lighthouse white", b"Mend the long stairs")
)
THIRD = SECOND.replace(b"2031-32", b"2032-33").replace(b"- Hold a forum on every pier\n", b"")
REPORT = b"""# Progress against the Harbour Plan 2031-32

## Reduce spills by 5 per cent

Spills are 4 per cent lower.

## Hold a forum on every pier

This is complete.
"""


def shown(result: History) -> dict[str, list[str]]:
    return {
        life.text: [f"{event.edition}: {'+'.join(event.kinds)}{' ' + event.status if event.status else ''}" for event in life.events]
        for life in result.lives
    }


def test_lives_over_three_plans_and_a_report() -> None:
    assert shown(plantext.history([FIRST, SECOND, THIRD], [REPORT])) == {
        "Reduce spills by 5 per cent": ["2030-31: introduced", "2031-32: target", "2031-32: reported missed", "2032-33: unchanged"],
        "Paint the lighthouse white": ["2030-31: introduced", "2031-32: dropped"],
        "Hold a forum on every pier": ["2030-31: introduced", "2031-32: unchanged", "2031-32: reported complete", "2032-33: dropped"],
        "Mend the long stairs": ["2031-32: introduced", "2032-33: unchanged"],
    }


def test_what_changed_is_said_in_numbers() -> None:
    result = plantext.history([FIRST, SECOND])
    spills = result.lives[0]
    assert spills.events[1].targets == ("spills: 9 → 5 per cent",)
    assert (spills.introduced, spills.dropped) == ("2030-31", None)
    assert next(life for life in result.lives if life.text == "Paint the lighthouse white").dropped == "2031-32"


def test_one_plan_is_a_history_of_introductions() -> None:
    result = plantext.history([FIRST])
    assert result.counts["introduced"] == len(result.lives) == 3


def test_plans_in_the_wrong_order_are_said_to_be() -> None:
    assert "wrong-order" in {issue.code for issue in plantext.history([SECOND, FIRST]).issues}


def test_every_milestone_of_every_plan_is_in_a_life() -> None:
    result = plantext.history([FIRST, SECOND, THIRD], [REPORT])
    for chapter in result.chapters:
        if chapter.kind == "plan":
            held = {
                event.milestone
                for life in result.lives
                for event in life.events
                if event.source == chapter.source.name and event.edition == chapter.edition
            }
            assert len(held - {None}) == chapter.milestones
    assert loads(dumps(result), History) == result
