from __future__ import annotations

import pytest

from plantext.find.plan.contents import contents_edition
from tests.factories.cases import read_plain

PLAN = (
    "Contents\n\n1 Safer piers ... 3\n2 Milestones for 2031-32 ... 5\n3 From 2030-31 to 2031-32 ... 7\n"
    "Lamps of 2029-30 ... 8\n\n1 Safer piers\n\nThey are old.\n"
)


@pytest.mark.parametrize(
    ("heading", "edition"),
    [
        ("2 Milestones for 2030-31", "2031-32"),
        ("2. Anything", "2031-32"),
        ("1 Safer piers", None),
        ("3 From", None),
        ("Lamps of 2029-30", "2029-30"),
        ("Eels", None),
        ("9 Eels", None),
    ],
)
def test_the_contents_list_says_of_which_year_a_section_is(heading: str, edition: str | None) -> None:
    assert contents_edition(read_plain(PLAN), heading) == edition
