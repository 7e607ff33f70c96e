from __future__ import annotations

import pytest

from plantext.find.reasons.references import find_references, find_sections
from tests.factories.cases import read_plain

PLAN = """# 4 Aims

## 4.1 Safer piers and harbours

The piers are old, and so we look after them, each with its own keeper.

## 4.2 Cleaner water for bathers

Eels are counted each spring.

# 7 Summary of milestones

## 7.1 Safer piers and harbours

- Mend the pier

## 7.2 Cleaner water for bathers

- Count the eels
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is now part of 4.2 Cleaner water for bathers.", [("4.2", "4.2", False)]),
        ("It has been moved to Section 3.6, Safer piers and harbours, with other work.", [("3.6", "4.1", False)]),
        ("It is here instead of 7.1 Safer piers and harbours.", [("7.1", "4.1", True)]),
        ("It is dealt with in Section 4.2.", [("4.2", "4.2", False)]),
        ("It is dealt with in Section 9.9.", [("9.9", None, False)]),
        ("It is now under Cleaner water for bathers.", [(None, "4.2", False)]),
        ("It is now part of 4.2 Cleaner water for the bathers.", [("4.2", "4.2", False)]),
        ("It fell by 4.2 per cent, to 4.1 million.", []),
        ("Cleaner water for bathers is what all want.", []),
        ("It costs £4.2 and takes 7.1% of the time.", []),
    ],
)
def test_finds_the_section_that_is_meant(text: str, expected: list[tuple[str | None, str | None, bool]]) -> None:
    found = find_references(text, find_sections(read_plain(PLAN, markdown=True)))
    assert [(one.number, one.section and one.section.number, one.source) for one in found] == expected


def test_a_wrong_number_is_told() -> None:
    sections = find_sections(read_plain(PLAN, markdown=True))
    (wrong,) = find_references("See Section 3.6, Safer piers and harbours.", sections)
    (right,) = find_references("See Section 4.1, Safer piers and harbours.", sections)
    assert (wrong.misnumbered, right.misnumbered) == (True, False)


def test_a_reference_keeps_its_place() -> None:
    text = "It is now part of Section 4.2 Cleaner water for bathers."
    (found,) = find_references(text, find_sections(read_plain(PLAN, markdown=True)))
    assert text[found.start : found.end] == "Section 4.2 Cleaner water for bathers"
