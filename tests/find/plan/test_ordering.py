"""Bare orders under headings that do not call them anything."""

from __future__ import annotations

import pytest

from plantext.find.plan.milestones import find_milestones
from plantext.find.plan.ordering import find_ordering_items
from tests.factories.cases import read_plain


def found(text: str) -> list[tuple[str | None, str]]:
    return [(one.objective, one.text) for one in find_milestones(read_plain(text, markdown=True)).milestones]


BULLETS = "# Harbour plan 2031-34\n\n## {0}\n\nPiers are old.\n\n- Mend the north pier\n- Paint every lamp\n\n## {1}\n\n- Count the eels\n- Bring back the otters\n"


@pytest.mark.parametrize("headings", [("Safer piers", "Calm water"), ("Ambition 1: Safer piers", "Ambition 2: Calm water")])
def test_bullets_that_order(headings: tuple[str, str]) -> None:
    assert [text for _, text in found(BULLETS.format(*headings))] == [
        "Mend the north pier",
        "Paint every lamp",
        "Count the eels",
        "Bring back the otters",
    ]


@pytest.mark.parametrize(
    "headings", [("How you can help", "Contact"), ("What we did last year", "Achievements"), ("Case study", "Background")]
)
def test_what_readers_do_and_what_was_done_is_no_plan(headings: tuple[str, str]) -> None:
    assert not list(find_ordering_items(read_plain(BULLETS.format(*headings), markdown=True)))


def test_noun_phrases_order_nothing() -> None:
    assert not list(
        find_ordering_items(
            read_plain(BULLETS.format("A", "B").replace("Mend the", "Violent").replace("Paint every", "Road"), markdown=True)
        )
    )


def test_headings_that_order() -> None:
    titles = ["Mend the north pier", "Paint every lamp", "Count the eels in spring", "Bring back the otters"]
    text = "# Harbour plan 2031-34\n\n## 1 Safer piers\n\n" + "".join(
        f"### 1.{n} {title}\n\nThe wardens lead.\n\n" for n, title in enumerate(titles, 1)
    )
    assert found(text) == [("Safer piers", title) for title in titles]


def test_bold_titles_with_an_order() -> None:
    text = "# Harbour plan 2031-34\n\n## Safer piers\n\n**Piers.** Mend the north pier.\n\n**Light.** Paint every lamp.\n"
    assert found(text) == [("Safer piers", "Piers. Mend the north pier."), ("Safer piers", "Light. Paint every lamp.")]


def test_headings_below_a_lead_in() -> None:
    text = (
        "# Harbour plan 2031-34\n\n## Safer piers\n\nTo this end the Board will:\n\n### Better lamps\n\nThe wardens lead.\n\n### Dry steps\n\nThe masons lead.\n\n"
        "## Calm water\n\nWater matters.\n\n### Slower boats\n\nThe Board will buy buoys.\n"
    )
    assert found(text) == [("Safer piers", "Better lamps"), ("Safer piers", "Dry steps"), ("Calm water", "Slower boats")]
