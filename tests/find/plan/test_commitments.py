from __future__ import annotations

import pytest

from plantext.find.plan.commitments import find_lists
from plantext.find.plan.containers import is_container, says_will
from plantext.find.plan.vacant import find_in_vacant
from tests.factories.cases import read_plain


@pytest.mark.parametrize(
    "heading",
    [
        "Milestones",
        "4.3 Deliverables and milestones for 2031-32",
        "Key actions",
        "Our commitments:",
        "Actions 2031-35",
        "Success measures",
        "Practices",
        "Pledges to the town",
        "7 Summary of milestones and deliverables for 2031-32",
        "Priority actions by March 2032",
        "Commitments (2031-32)",
        "Actions under this objective",
        "Actions on late sailings",
    ],
)
def test_these_headings_name_commitments(heading: str) -> None:
    assert is_container(heading, "strong")


@pytest.mark.parametrize(
    "heading",
    [
        "Action plan",
        "Showing our commitment to the region",
        "Action 3: Mend the pier",
        "Actions completed last year",
        "Progress on actions",
        "Piers",
        "Previous milestones",
        "Our commitment to fair sailing",
        "Achievements and actions",
        "",
        "How we came to think of these actions in the course of a long and very windy year",
    ],
)
def test_these_headings_do_not(heading: str) -> None:
    assert not is_container(heading, "strong")


def test_a_weak_word_is_told_from_a_strong_one() -> None:
    assert is_container("Our priorities", "weak")
    assert not is_container("Our priorities", "strong")
    assert not is_container("Priority 2: Piers", "weak")


@pytest.mark.parametrize(
    "text",
    [
        "As Mayor, I will:",
        "To make the pier safe, we shall:",
        "The Authority commits to:",
        "We pledge to:",
        "The rowers intend to:",
        "The piers are old. The masons will:",
        "We commit ourselves to:",
        "The town is committed to: ",
        "The piers are old. By spring we will",
        "The rowers will also –",
    ],
)
def test_these_sentences_say_will(text: str) -> None:
    assert says_will(text)


@pytest.mark.parametrize(
    "text",
    [
        "We will mend it.",
        "The report will include:",
        "Progress will be measured by:",
        "Will you come? We think of:",
        "The plan will set out:",
        "We like:",
        "That is what we want, and what we will do",
        ":",
        "",
    ],
)
def test_these_do_not(text: str) -> None:
    assert not says_will(text)


def test_one_bullet_is_no_list_of_commitments() -> None:
    assert find_lists(read_plain("Our actions\n\n• Mend the pier\n")) == []


def test_a_list_keeps_its_numbers_its_path_and_its_nested_items() -> None:
    (found,) = find_lists(read_plain("4.1 Piers\n\nActions for 2031-32\n\n(a) Mend the pier\n  - its head\n(b) Paint it\n"))
    assert [(entry.text, entry.number) for entry in found.entries] == [("Mend the pier", "a"), ("Paint it", "b")]
    assert [entry.text for entry in found.nested] == ["its head"]
    assert (found.heading, found.objective, found.path) == ("Actions for 2031-32", "4.1 Piers", ("4.1 Piers", "Actions for 2031-32"))


def test_numbers_may_start_again_under_another_objective() -> None:
    text = "# A\n\n## Piers\n\n### Action 1: Mend the pier\n\n## Lamps\n\n### Action 1: Light the long lamps\n\n### Action 2: Oil them\n"
    assert [[entry.text for entry in found.entries] for found in find_lists(read_plain(text))] == [
        ["Mend the pier"],
        ["Light the long lamps", "Oil them"],
    ]


def test_a_sentence_about_an_action_is_not_the_action() -> None:
    text = "# A\n\n## Piers\n\nAction 1 will be led by the wardens.\n\n### Action 1: Mend the pier\n\n### Action 2: Paint it\n"
    assert [entry.text for found in find_lists(read_plain(text)) for entry in found.entries] == ["Mend the pier", "Paint it"]


def test_one_plan_may_speak_in_several_ways() -> None:
    own = "# A\n\n## Lamps\n\nAs Mayor, I will:\n\n- light the quay\n- oil the lamps\n\n## Piers\n\n"
    named = "Commitment 1: Mend the pier.\n\nTo do so we will:\n\n- find the nails\n- borrow a boat\n\nCommitment 2: Paint it.\n"
    document = read_plain(own + named)
    lists = find_lists(document)
    found = [entry.text for one in (*lists, *find_in_vacant(document, lists)) for entry in one.entries]
    assert found == ["Mend the pier.", "Paint it.", "light the quay", "oil the lamps"]


def test_what_a_department_will_do_is_a_detail_of_the_actions() -> None:
    text = "# A\n\n## Lamps\n\nThe harbour office will:\n\n- light the quay\n\n## Actions\n\n- mend the pier\n- paint it\n"
    assert [entry.text for one in find_lists(read_plain(text)) for entry in one.entries] == ["mend the pier", "paint it"]


def test_a_heading_may_ask_what_will_be_done() -> None:
    text = "# A\n\n## Priority 1: Piers\n\n### What I will do\n\n- mend the pier\n- paint it\n\n"
    text += "### How we will measure success\n\n- fewer falls\n- more boats\n"
    text += "\n## Priority 2: Lamps\n\n### What I will do\n\n- oil the lamps\n"
    found = find_lists(read_plain(text))
    assert [(one.objective, [entry.text for entry in one.entries]) for one in found] == [
        ("Priority 1: Piers", ["mend the pier", "paint it"]),
        ("Priority 2: Lamps", ["oil the lamps"]),
    ]


@pytest.mark.parametrize("text", ["What will this cost?", "What we will not do", "What the law will allow", "How we will measure success"])
def test_other_questions_do_not(text: str) -> None:
    assert not says_will(text)


@pytest.mark.parametrize(
    ("lead", "count"),
    [
        ("Activity this quarter has focused on:", 0),
        ("Actions that we have completed:", 0),
        ("The Board has agreed these actions:", 2),
        ("Key actions:", 2),
    ],
)
def test_a_line_over_what_was_done_introduces_no_commitments(lead: str, count: int) -> None:
    plan = read_plain(f"# Harbour news\n\n{lead}\n\n- mending of the pier\n- painting of the lamps\n", markdown=True)
    assert sum(len(one.entries) for one in find_lists(plan)) == count
