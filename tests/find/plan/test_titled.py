from __future__ import annotations

from plantext.find.plan.milestones import find_milestones
from tests.factories.cases import read_plain


def texts(plan: str, container: str | None = None) -> list[tuple[str | None, str | None, str]]:
    found = find_milestones(read_plain(plan, markdown=True), container)
    return [(one.objective, one.number, one.text) for one in found.milestones]


HEADINGS = """# Harbour action plan 2031-32

## Water for all

### 1. Count the eels

The harbour master will count eels each spring.

### 2. Clean the quays

Every quay is dirty. The wardens will wash each of them twice a year.

## Fair sailing

### 1. Open the regatta

All boats will be let in.

### 2. Print the tide tables

The office will print them by June.
"""


def test_numbered_headings_with_prose_are_commitments() -> None:
    assert texts(HEADINGS) == [
        ("Water for all", "1", "Count the eels"),
        ("Water for all", "2", "Clean the quays"),
        ("Fair sailing", "1", "Open the regatta"),
        ("Fair sailing", "2", "Print the tide tables"),
    ]


def test_numbered_sections_of_a_report_are_none() -> None:
    assert texts("# Harbour report\n\n## 1 Introduction\n\nIt was calm.\n\n## 2 Boats\n\nThey came.\n\n## 3 Gulls\n\nThey stayed.\n") == []


def test_bold_titles_with_a_sentence_are_commitments() -> None:
    plan = (
        "# Harbour plan 2031-32\n\n## Water for all\n\nThe water is murky. To clear it, the harbour master will:\n\n"
        "**Count the eels.** They are counted in spring.\n\n**Clean the quays**. Each is washed twice.\n\n## Thanks\n\nWe thank all.\n"
    )
    assert texts(plan) == [
        ("Water for all", None, "Count the eels. They are counted in spring."),
        ("Water for all", None, "Clean the quays. Each is washed twice."),
    ]


def test_the_word_for_commitments_may_be_given() -> None:
    plan = (
        "# Harbour plan 2031-32\n\n## Water for all\n\n### Undertakings\n\n- Count the eels\n- Clean the quays\n\n"
        "### Actions\n\n- Drink more tea\n- Rest on Sundays\n"
    )
    assert [text for _, _, text in texts(plan)] == ["Drink more tea", "Rest on Sundays"]
    for word in ("undertaking", "Undertakings"):
        assert [text for _, _, text in texts(plan, word)] == ["Count the eels", "Clean the quays"]
    assert texts(plan, "pledge") == []


def test_a_table_without_headings_goes_on_from_the_one_before() -> None:
    from msgspec import structs

    rows = "| Milestone | Target date |\n|---|---|\n| Count the eels | June |\n| Clean the quays | May |\n"
    plan = read_plain(f"# Harbour plan 2031-32\n\n## Water\n\n{rows}", markdown=True)
    table = next(block for block in plan.blocks if block.kind == "table")
    at = plan.blocks.index(table)
    first, second = structs.replace(table, rows=table.rows[:1]), structs.replace(table, id="t-2", header=(), rows=table.rows[1:])
    parted = structs.replace(plan, blocks=(*plan.blocks[:at], first, second, *plan.blocks[at + 1 :]))
    assert [one.text for one in find_milestones(parted).milestones] == ["Count the eels", "Clean the quays"]
    assert [one.targets[0].deadline for one in find_milestones(parted).milestones] == ["June", "May"]
