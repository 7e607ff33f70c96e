"""Kinds of documents, held to plain-text cases: to add one, write it into fixtures/kinds.txt."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantext.find.kinds import find_kind
from tests.factories.cases import load_cases, read_plain


@pytest.mark.parametrize(("given", "expected"), load_cases(Path(__file__).parent / "fixtures" / "kinds.txt"))
def test_case(given: str, expected: list[str]) -> None:
    assert [find_kind(read_plain(given))] == expected


def test_what_stands_in_the_contents_list_does_not_count() -> None:
    assert find_kind(read_plain("Contents\n\n1 Action plan ... 3\n2 Songs ... 4\n\nSea songs\n\nThe tide comes in.\n")) == "other"


def test_nothing_is_other() -> None:
    assert find_kind(read_plain("")) == "other"
