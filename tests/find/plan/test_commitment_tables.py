from __future__ import annotations

import pytest

from plantext.find.plan.commitment_tables import find_edition_columns, find_named_columns
from plantext.find.plan.commitments import CommitmentList
from plantext.model.document import Document
from plantext.read.assemble import Draft, DraftCell, assemble
from tests.factories.cases import read_plain


def shown(lists: list[CommitmentList]) -> list[tuple[str | None, str | None, list[str]]]:
    return [(one.column, one.objective, [entry.text for entry in one.entries]) for one in lists]


def edition_columns(text: str) -> list[tuple[str | None, str | None, list[str]]]:
    return shown(list(find_edition_columns(read_plain(text))))


def named_columns(text: str, strength: str = "strong") -> list[tuple[str | None, str | None, list[str]]]:
    return shown(list(find_named_columns(read_plain(text), strength)))


@pytest.mark.parametrize(
    "header",
    [
        "2030-31\t2031-32",
        "Milestones 2030/31\tMilestones 2031/32",
        "Last year’s plan 2030-31\tNew plan 2031-32",
        "Actions for 2030\tActions for 2031",
    ],
)
def test_columns_that_are_editions(header: str) -> None:
    found = edition_columns(f"{header}\n<p>Piers</p><ul><li>Mend the pier</li></ul>\t<p>Piers</p><ul><li>Paint the pier</li></ul>\n")
    assert [(objective, entries) for _, objective, entries in found] == [("Piers", ["Mend the pier"]), ("Piers", ["Paint the pier"])]


def bare(first: str, rows: str) -> Document:
    """A table whose print does not tell its first row from the others, as Word often writes it."""
    drafts = [
        [DraftCell(blocks=[Draft(kind="paragraph", text=text)]) for text in row.split("\t")] for row in f"{first}\n{rows}".splitlines()
    ]
    return assemble(read_plain("Piers\n").source, [Draft(kind="table", text="table", rows=drafts)])


@pytest.mark.parametrize("first", ["Action\tLead", "What\tOur actions\tTarget date", "Commitment\tHow we measure\tResponsible officer"])
def test_a_first_row_may_head_its_table_by_its_words_alone(first: str) -> None:
    width = len(first.split("\t"))
    row = {2: "Mend the pier\tIda Moss", 3: "Mend the pier\tMend the pier\tIda Moss"}[width]
    document = bare(first, f"{row}\n{row.replace('pier', 'lamp')}\n")
    assert [entries for _, _, entries in shown(list(find_named_columns(document, "strong")))] == [["Mend the pier", "Mend the lamp"]]


@pytest.mark.parametrize(
    "first", ["Signed\tIda Moss", "Action taken by the warden on the pier in the long winter\tLead", "Actions\tMend the pier"]
)
def test_a_first_row_may_be_a_row(first: str) -> None:
    assert list(find_named_columns(bare(first, "Paint the pier\tIda Moss\n"), "strong")) == []


def test_editions_in_a_first_row_head_the_columns() -> None:
    found = shown(list(find_edition_columns(bare("2030-31\t2031-32", "Mend the pier\tPaint the pier\n"))))
    assert [(column, entries) for column, _, entries in found] == [("2030-31", ["Mend the pier"]), ("2031-32", ["Paint the pier"])]


@pytest.mark.parametrize(
    "header", ["2030-31 spending\t2031-32 spending", "2030-31\t2030-31", "Piers\t2031-32", "Budget 2030-31\tBudget 2031-32"]
)
def test_columns_that_are_none(header: str) -> None:
    assert edition_columns(f"{header}\nMend the pier\tPaint the pier\n") == []


def test_a_column_of_objectives_says_what_entries_are_for() -> None:
    text = "Objective\t2030-31\t2031-32\nPiers\tMend the pier\tPaint the pier\n\tSweep the pier\tOil the pier\n"
    assert [objective for _, objective, _ in edition_columns(text)] == ["Piers"] * 4


def test_an_objective_that_one_year_lacks_is_that_of_the_other() -> None:
    text = "2030-31\t2031-32\n<ul><li>Mend the pier</li></ul>\t<p>Piers</p><ul><li>Paint the pier</li></ul>\n"
    assert [objective for _, objective, _ in edition_columns(text)] == ["Piers", "Piers"]


@pytest.mark.parametrize(
    "column",
    [
        "Action",
        "Milestone",
        "Our commitments",
        "Key deliverable",
        "As Mayor, I will:",
        "We will:",
        "Success measures",
        "Actions for 2031-32",
    ],
)
def test_a_column_named_for_commitments(column: str) -> None:
    found = named_columns(f"{column}\tLead\nMend the pier\tMaster\nPaint the pier\tWardens\n")
    assert found == [(column, None, ["Mend the pier", "Paint the pier"])]


@pytest.mark.parametrize("column", ["Action taken last year", "Progress on actions", "Pier", "Completed actions", "Action plan"])
def test_a_column_that_is_named_for_others(column: str) -> None:
    assert named_columns(f"{column}\tLead\nMend the pier\tMaster\n") == []


@pytest.mark.parametrize("heading", ["By when", "Target date", "Timescale", "Due", "Deadline", "Completion date"])
def test_a_column_of_dates_gives_deadlines(heading: str) -> None:
    (found,) = find_named_columns(read_plain(f"Action\t{heading}\nMend the pier\tJune 2031\nPaint the pier\t\n"), "strong")
    assert [entry.deadline for entry in found.entries] == ["June 2031", None]


def test_a_cell_of_one_word_names_something() -> None:
    assert named_columns("Action\tLead\nPiers\tMaster\nMend the pier\tMaster\n") == [("Action", None, ["Mend the pier"])]


def test_a_table_of_edition_columns_is_read_once():
    table = "Objective\tMilestones 2030-31\tMilestones 2031-32\nPiers\tMend the long pier\tPaint the long pier\n"
    assert [entries for _, _, entries in edition_columns(table)] == [["Mend the long pier"], ["Paint the long pier"]]
    assert named_columns(table) == []


def test_each_column_that_says_who_will_is_read() -> None:
    found = named_columns("As Mayor, I will:\tThe wardens will:\nMend the pier\tCount the eels\n")
    assert found == [("As Mayor, I will:", None, ["Mend the pier"]), ("The wardens will:", None, ["Count the eels"])]
    document = bare("As Mayor, I will:\tThe wardens will:", "Mend the pier\tCount the eels\n")
    assert [entries for _, _, entries in shown(list(find_named_columns(document, "strong")))] == [["Mend the pier"], ["Count the eels"]]


def test_column_headings_may_stand_in_a_row_of_a_form():
    form = (
        "| Lead | Piers team | | |\n| --- | --- | --- | --- |\n| Ambition | Dry feet for all | | |\n| Milestones | Start date | End date | Owner |\n"
        "| Light the steps | 1 May 2031 | 30 June 2031 | Piers |\n| Mend the ladder | 1 May 2031 | 31 July 2031 | Piers |\n"
    )
    lists = list(find_named_columns(read_plain(f"# Harbour plan\n\n## Commitment 1: Safer piers\n\n{form}", markdown=True), "strong"))
    assert [(entry.text, entry.deadline) for one in lists for entry in one.entries] == [
        ("Light the steps", "30 June 2031"),
        ("Mend the ladder", "31 July 2031"),
    ]


def test_a_form_may_hold_a_list_beside_its_label():
    def row(label: str, *items: Draft) -> list[DraftCell]:
        return [DraftCell(blocks=[Draft(kind="paragraph", text=label)]), DraftCell(blocks=list(items))]

    rows = [
        row("Lead", Draft(kind="paragraph", text="Piers team")),
        row("Key actions", Draft(kind="list_item", text="Light the steps"), Draft(kind="list_item", text="Mend the ladder")),
    ]
    document = assemble(read_plain("Piers\n").source, [Draft(kind="table", text="table", rows=rows)])
    assert shown(list(find_named_columns(document, "strong"))) == [("Key actions", None, ["Light the steps", "Mend the ladder"])]


def test_the_column_of_what_milestones_belong_to_groups_them():
    table = (
        "| Ref | Commitment | Milestone | By when |\n| --- | --- | --- | --- |\n| 1.1 | Safer piers | Light the steps | May 2031 |\n"
        "| 1.2 | Safer piers | Mend the ladder | June 2031 |\n| 2.1 | Clean water | Count the eels | July 2031 |\n| 2.2 | Clean water | Wash the quays | May 2031 |\n"
    )
    lists = list(find_named_columns(read_plain(f"# Harbour plan\n\n{table}", markdown=True), "strong"))
    assert [(one.objective, [(entry.number, entry.text) for entry in one.entries]) for one in lists] == [
        ("Safer piers", [("1.1", "Light the steps"), ("1.2", "Mend the ladder")]),
        ("Clean water", [("2.1", "Count the eels"), ("2.2", "Wash the quays")]),
    ]


def test_a_table_of_crosses_below_numbered_actions_commits_to_nothing():
    crosses = "\n".join(f"Look after bridge {n}\tx\tx\tx\tx\tx\tx" for n in range(1, 6))
    assert named_columns(f"Actions\t1\t2\t3\t4\t5\t6\n{crosses}") == []
    assert len(named_columns(f"Actions\tLead\tQ1\tQ2\tQ3\tQ4\tDone\n{crosses}")) == 1
