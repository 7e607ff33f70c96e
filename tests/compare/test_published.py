from __future__ import annotations

from plantext import pipeline
from tests.factories.cases import read_plain

BEFORE = """# Harbour plan 2030-31

## 4.1 Safer piers

Milestones for 2030-31

- Mend the north pier
- Paint the old lamps green
- Count the gulls at dawn
"""


def after(left: list[str], right: list[str]) -> str:
    rows = "\n".join(f"| Safer piers | {one} | {other} |" for one, other in zip(left, right, strict=True))
    return (
        f"# Harbour plan 2031-32\n\n## 3 Summary of variations\n\n| Objective | 2030-31 | 2031-32 |\n|---|---|---|\n{rows}\n\n"
        "## 4.1 Safer piers\n\nMilestones for 2031-32\n\n- Mend the north pier\n- Paint the old lamps blue\n- Open a school for sailors\n"
    )


def issues(left: list[str], right: list[str]) -> list[tuple[str, str]]:
    result = pipeline.variations(read_plain(BEFORE, markdown=True), read_plain(after(left, right), markdown=True))
    return [(issue.code, issue.message) for issue in result.issues if issue.code.startswith("published")]


OLD = ["Mend the north pier", "Paint the old lamps green", "Count the gulls at dawn"]
NEW = ["Mend the north pier", "Paint the old lamps blue", "Open a school for sailors"]


def test_a_table_that_agrees_is_not_spoken_of() -> None:
    assert issues(OLD, NEW) == []


def test_what_the_table_lacks_of_the_sections_is_said() -> None:
    ((code, message),) = issues(OLD, [*NEW[:2], ""])
    assert code == "published-missing"
    assert "Open a school for sailors" in message


def test_what_the_table_lacks_of_the_earlier_plan_is_said() -> None:
    ((code, message),) = issues([*OLD[:2], ""], NEW)
    assert code == "published-missing"
    assert "Count the gulls at dawn" in message


def test_other_words_in_the_table_are_said() -> None:
    ((code, message),) = issues(OLD, ["Mend the north pier", "Paint the old lamps blue", "Open a new school for sailors"])
    assert code == "published-wording"
    assert "“Open a new school for sailors”" in message
    assert "“Open a school for sailors”" in message


def test_only_in_the_table() -> None:
    codes = [code for code, _ in issues([*OLD, "Wash all the boats on Sunday"], [*NEW, "Buy the harbour master a hat"])]
    assert codes == ["published-extra", "published-extra"]


def test_the_words_that_differ_are_quoted_and_not_a_sign_before_them() -> None:
    from plantext.compare.published import _apart

    start = (
        "Work with the parishes to mend the steps,(the long flight, the short flight and the old ramp) so that all bathers reach the water"
    )
    assert "the water safely" in _apart(start.replace(",(", ", (") + " safely by noon", start)
