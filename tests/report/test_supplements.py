"""What stands beside the rows, in every format that people read."""

from __future__ import annotations

import pytest

from plantext import pipeline
from plantext.model.alignment import Variations
from plantext.report import render
from plantext.report.rows import group_changes
from plantext.report.supplements import supplements
from plantext.report.words import reason_lines
from tests.factories.cases import read_plain

DRAFT = """# Harbour plan 2031-32

## Safer piers

Milestones for 2031-32

- Mend the north pier
- Cut thefts of rope by 8 per cent
- Count the gulls

Ropes are kept in 12 sheds.
"""
FINAL = """# Harbour plan 2031-32

## Safer piers

Milestones for 2031-32

- Mend the north pier
- Cut thefts of rope by 2 per cent
- Recruit ten lighthouse keepers

The milestones have been revised to reflect what sailors told us. A milestone on fish & chips | and eels has been added.

Ropes are kept in 13 sheds.
"""
REPORT = (
    "# Report of the harbour panel\n\nThe Panel asked the Commissioner to recruit more lighthouse keepers. "
    "The Panel recommends that lifeboats be bought.\n"
)


@pytest.fixture(scope="module")
def result() -> Variations:
    draft, final, report = (read_plain(text, markdown=True) for text in (DRAFT, FINAL, REPORT))
    return pipeline.variations(draft, final, report=report)


def test_each_part_is_there(result: Variations) -> None:
    found = {one.title: one for one in supplements(result, group_changes(result))}
    assert list(found) == [
        "Reasons without a change",
        "Asked for or promised, and not changed",
        "Asked for or promised, and something changed",
        "Changed, and nobody asked",
        "Changed outside the milestones",
    ]
    assert "lifeboats" in found["Asked for or promised, and not changed"].rows[0][0]
    assert "lighthouse keepers" in found["Asked for or promised, and something changed"].rows[0][-1]
    assert any("rope" in cell for row in found["Changed, and nobody asked"].rows for cell in row)
    assert any("figures differ" in row[1] and "13 sheds" in row[3] for row in found["Changed outside the milestones"].rows)


def test_nothing_is_said_where_nothing_was_asked_for() -> None:
    plan = read_plain(DRAFT, markdown=True)
    same = pipeline.variations(plan, plan)
    assert supplements(same, group_changes(same)) == ()
    assert [issue.code for issue in same.issues] == ["no-variations", "same-source"]


@pytest.mark.parametrize("name", ["text", "md", "html"])
def test_every_format_says_it(result: Variations, name: str) -> None:
    said = render(result, name)
    text = " ".join((said if isinstance(said, str) else said.decode()).split())
    for words in (
        "Reasons without a change",
        "lifeboats",
        "Changed, and nobody asked",
        "Changed outside the milestones",
        "Given for the whole section",
    ):
        assert words in text
    assert "Target softened from 8 to 2 per cent" in text


def test_signs_in_the_plans_words_stay_words(result: Variations) -> None:
    page = render(result, "html")
    assert "fish &amp; chips" in (page if isinstance(page, str) else page.decode())
    table = render(result, "md")
    assert "\\| and eels" in (table if isinstance(table, str) else table.decode())


def test_the_reason_of_a_section_is_said_to_be_one(result: Variations) -> None:
    lines = [line for change in result.changes for line in reason_lines(change)]
    assert lines
    assert all(line.startswith("Given for the whole section: “The milestones have been revised") for line in lines)


def test_a_date_that_changed_is_said() -> None:
    def plan(date: str) -> str:
        return f"# Harbour plan 2031-32\n\n## Piers\n\n| Action | Target date |\n|---|---|\n| Mend the pier | {date} |\n| Count the gulls | May 2031 |\n"

    result = pipeline.variations(read_plain(plan("June 2031"), markdown=True), read_plain(plan("31 December 2031"), markdown=True))
    (change,) = [change for change in result.changes if change.kinds]
    assert (change.kinds, change.deadline_before, change.deadline_after) == (("target",), "June 2031", "31 December 2031")
    said = render(result, "text")
    assert "Date changed from June 2031 to 31 December 2031" in (said if isinstance(said, str) else said.decode())


def test_a_numbered_entry_with_another_number_is_the_same() -> None:
    def plan(first: str, second: str) -> str:
        return f"# Harbour action plan 2031-32\n\n## Piers\n\nAction {first}: Mend the pier\n\nAction {second}: Count the gulls\n"

    result = pipeline.variations(read_plain(plan("1", "2")), read_plain(plan("4", "7")))
    assert [change.kinds for change in result.changes] == [(), ()]
    said = render(result, "md")
    assert "Number changed from 1 to 4" in (said if isinstance(said, str) else said.decode())


def test_names_within_a_change_keep_their_capitals() -> None:
    def plan(share: int) -> str:
        return DRAFT.replace(
            "Cut thefts of rope by 8 per cent", f"Raise the share of people who trust the Harbour Police to {share} per cent"
        )

    draft, final, report = (read_plain(text, markdown=True) for text in (plan(60), plan(70), REPORT))
    compared = pipeline.variations(draft, final, report=report)
    unasked = next(one for one in supplements(compared, group_changes(compared)) if one.title == "Changed, and nobody asked")
    assert unasked.rows[0][0].startswith("Number 2, target raised from 60 to 70 per cent: ")
    assert "harbour police" not in unasked.rows[0][0]
    assert "Harbour Police" in unasked.rows[0][0].split("“")[0]


def test_what_answers_an_ask_begins_with_a_capital(result: Variations) -> None:
    changed = next(one for one in supplements(result, group_changes(result)) if one.title == "Asked for or promised, and something changed")
    assert changed.rows[0][-1].startswith("Number 3, added: “Recruit ten lighthouse keepers”")
