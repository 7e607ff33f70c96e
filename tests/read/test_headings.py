from __future__ import annotations

import pytest

from plantext.read.assemble import Draft
from plantext.read.headings import find_headings


def told(*texts: str, **fields: object) -> list[tuple[str, int | None, str]]:
    drafts = find_headings([Draft(kind="paragraph", text=text, role="alone", **fields) for text in texts])  # type: ignore[arg-type]
    return [(draft.role or draft.kind, draft.level, draft.text) for draft in drafts]


@pytest.mark.parametrize(
    ("text", "level"),
    [("4 Piers", 1), ("4. Piers", 1), ("4.2 Safer piers", 2), ("4.2.1 “Quiet” piers", 3), ("10.11 Ferries and what they cost", 2)],
)
def test_numbers_give_the_level(text: str, level: int) -> None:
    assert told(text, "The rest is prose, and it goes on.")[0] == ("heading", level, text)


@pytest.mark.parametrize(
    "text",
    [
        "4 piers were mended",
        "2014 Piers",
        "4.2 Piers are old.",
        "12 Boats sailed in the morning, came home in the evening, and were tied up at the long pier by night",
        "TBC",
        "N/A",
        "Text to be added",
        "We like piers",
        "Piers, sheds and walls",
        "The tide comes in;",
    ],
)
def test_these_are_no_headings(text: str) -> None:
    assert told(text, "The rest is prose, and it goes on.")[0][0] == "paragraph"


def test_a_line_without_number_is_below_the_numbered() -> None:
    assert [level for _, level, _ in told("1 Piers", "1.1 Old piers", "Medium term prospects", "There is none, we fear.")] == [
        1,
        2,
        3,
        None,
    ]


def test_a_question_may_have_a_verb() -> None:
    assert told("Who is the harbour master", "A person with a boat, a hat and a dog.")[0][0] == "heading"


def test_a_contents_list_ends_where_its_first_entry_comes_again() -> None:
    roles = [
        role
        for role, _, _ in told("Intro, at last.", "Contents", "Foreword … 3", "1 Piers . . . . 4", "Foreword", "It was windy, and wet.")
    ]
    assert roles == ["paragraph", "heading", "toc", "toc", "heading", "paragraph"]


def test_capitals_at_the_start_are_the_title() -> None:
    assert told("HARBOUR PLAN", "FOR THE TOWN", "1 Piers", "They are old, all of them.") == [
        ("title", 1, "HARBOUR PLAN"),
        ("title", 1, "FOR THE TOWN"),
        ("heading", 1, "1 Piers"),
        ("paragraph", None, "They are old, all of them."),
    ]


def test_nothing_has_no_heading() -> None:
    assert find_headings([]) == []


def test_a_date_on_a_line_of_its_own_is_no_numbered_heading() -> None:
    found = told("7 January 2031", "3 March past the pier", "The rest is prose, and it goes on.")
    assert [level for _, level, _ in found] == [None, 1, None]
