"""Milestones, held to plain-text cases: to add one, write it into fixtures/milestones.txt."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from plantext.find.plan.milestones import find_milestones, own_edition
from plantext.model.document import Document
from plantext.model.findings import Milestones
from plantext.model.json import dumps, loads
from tests.factories.cases import load_cases, read_plain

DATA = os.environ.get("PLANTEXT_DATA")


def shown(found: Milestones) -> list[str]:
    lines = [
        f"{one.edition or '-'} | {one.objective or '-'} | {len(one.places)} | {one.number or '-'} | {one.text}" for one in found.milestones
    ]
    return lines + [f"issue | {issue.code}" for issue in found.issues]


def check(document: Document, found: Milestones) -> None:
    """What holds for every milestone of every document."""
    assert len({one.id for one in found.milestones}) == len(found.milestones)
    for one in found.milestones:
        assert one.places
        assert one.text in {place.text for place in one.places}
        for place in one.places:
            assert document.block(place.block).text[slice(*place.span)] == place.text
    assert loads(dumps(found), Milestones) == found
    assert dumps(find_milestones(document)) == dumps(found)


@pytest.mark.parametrize(("given", "expected"), load_cases(Path(__file__).parent / "fixtures" / "milestones.txt"))
def test_case(given: str, expected: list[str]) -> None:
    document = read_plain(given)
    found = find_milestones(document)
    check(document, found)
    assert shown(found) == expected


def test_the_deadline_of_a_table_is_the_targets() -> None:
    found = find_milestones(read_plain("Action\tBy when\nCut spills by 5 per cent\tJune 2031\nMend the pier\tJuly 2031\n"))
    assert [(target.value, target.deadline) for one in found.milestones for target in one.targets] == [
        (5, "June 2031"),
        (None, "July 2031"),
    ]


def test_a_plan_is_of_the_edition_that_most_of_its_places_are_of() -> None:
    text = "2030-31\t2031-32\n<ul><li>Mend the pier</li></ul>\t<ul><li>Mend the long pier</li></ul>\n\nMilestones for 2031-32\n\n• Mend the long pier\n"
    document = read_plain(text)
    assert own_edition(document, find_milestones(document).milestones) == "2031-32"
    assert own_edition(read_plain("# Plan for 2031-32\n\n## Piers\n\nOld.\n"), ()) == "2031-32"


objectives = st.lists(
    st.sampled_from(["Safer piers", "Cleaner water", "Brighter lamps", "Calmer wardens", "Fewer eels"]), min_size=1, max_size=3, unique=True
)
entries = st.lists(
    st.sampled_from(
        [
            "Mend the pier",
            "Mend the long pier",
            "Light the lamps each night",
            "Count the eels",
            "Cut spills by 5 per cent",
            "Sweep the boards daily",
            "Hire 20 wardens by March 2032",
            "Paint the boat house blue and white",
            "Light the lamps every night",
            "Oil the steps (both flights)",
        ]
    ),
    min_size=1,
    max_size=5,
)


@st.composite
def plans(draw: st.DrawFn) -> str:
    """A plan with a table of two years, sections with lists, and a closing summary."""
    sections = [(name, draw(entries), draw(entries)) for name in draw(objectives)]
    rows = [
        "\t".join(f"<p>{name}</p><ul>{''.join(f'<li>{text}</li>' for text in texts)}</ul>" for texts in (before, after))
        for name, before, after in sections
    ]
    breaks = [row + draw(st.sampled_from(["\n", "\n\n", "\n\n¹ A note.\n\n"])) for row in rows]
    body = "".join(
        f"4.{at} {name}\n\nIt matters to us all.\n\nMilestones for 2031-32\n\n" + "".join(f"• {text}\n" for text in after) + "\n"
        for at, (name, _, after) in enumerate(sections, start=1)
    )
    closing = "".join(
        f"5.{at} {name}\n\n" + "".join(f"• {text}\n" for text in after) + "\n" for at, (name, _, after) in enumerate(sections, start=1)
    )
    return f"3 Changes\n\n2030-31\t2031-32\n{''.join(breaks)}\n4 Aims\n\n{body}5 Summary of milestones for 2031-32\n\n{closing}"


@examples(plans())
def test_every_place_of_a_plan_is_where_it_says(text: str) -> None:
    document = read_plain(text)
    found = find_milestones(document)
    check(document, found)
    assert {one.edition for one in found.milestones} == {"2030-31", "2031-32"}


@examples(plans())
def test_every_list_of_a_plan_is_counted_once(text: str) -> None:
    found = find_milestones(read_plain(text))
    table, body = text.split("\n4 Aims\n")
    own = body.split("\n5 Summary")[0].count("• ")
    assert sum(one.edition == "2031-32" for one in found.milestones) == own
    assert {len(one.places) for one in found.milestones if one.edition == "2031-32"} == {3}
    assert sum(one.edition == "2030-31" for one in found.milestones) == table.count("<li>") - own


lines = st.sampled_from(
    [
        "",
        "",
        "1 Piers",
        "Milestones for 2031-32",
        "Actions",
        "We will:",
        "• Mend the pier",
        "  - at once",
        "• Action 2: Sweep",
        "Action 1: Mend",
        "TBC",
        "(a) so",
        "2030-31\t2031-32",
        "<p>Piers</p>\t<li>Mend</li>",
        "Action\tBy when",
        "Mend it now\tJune",
        "Contents",
        "Objective\tAction\tLead",
        "Priority 1: x y",
        "# H",
        "## Actions",
    ]
)


@examples(st.lists(lines, max_size=25).map("\n".join))
def test_any_lines_have_milestones_that_hold(text: str) -> None:
    document = read_plain(text)
    check(document, find_milestones(document))


@pytest.mark.skipif(DATA is None, reason="PLANTEXT_DATA is not set: the shared test data is not to be had")
def test_a_published_strategy_has_its_fourteen_actions() -> None:
    path = Path(str(DATA)) / "real" / "digital-strategy" / "strategy" / "09-actions-and-themes.md"
    found = find_milestones(read_plain(path.read_text(encoding="utf-8"), markdown=True))
    assert [one.number for one in found.milestones] == [f"{number:02d}" for number in range(1, 15)]
