from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantext.find.nearness import NEAR, nearness
from plantext.find.plan.commitments import Entry
from plantext.find.plan.repeats import part_entries
from plantext.read.assemble import Draft, assemble
from plantext.read.source import TEXT, describe

TEXTS = ["Mend the pier at its head", "Light the lamps each night", "Count the eels under the quay", "Sweep the boards"]


def entry(text: str) -> Entry:
    block = assemble(describe(b"x", "x", TEXT), [Draft(kind="paragraph", text=text)]).blocks[0]
    return Entry(text=text, block=block, section=None)


def parted(text: str, *others: list[str]) -> list[str]:
    pieces = part_entries([entry(text)], [[entry(one) for one in other] for other in others])
    for piece in pieces:
        assert piece.block.text[piece.start : piece.start + len(piece.text)] == piece.text
    return [piece.text for piece in pieces]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mend the pier at its head", "Mend the pier, at its head."),
        ("Set up invest- to-save schemes", "Set up invest-to-save schemes"),
        ("Light the lamps each night", "Light the lamps every night"),
    ],
)
def test_small_differences_are_near(one: str, other: str) -> None:
    assert nearness(one, other) == nearness(other, one) >= NEAR


@pytest.mark.parametrize(
    ("one", "other"), [("Mend the pier", "Count the eels"), ("Cut theft of oars by 5 per cent", "Cut late sailings"), ("Сад", "Дом")]
)
def test_other_entries_are_not(one: str, other: str) -> None:
    assert nearness(one, other) < NEAR


def test_entries_that_ran_together_are_parted_by_the_list_elsewhere() -> None:
    assert parted(" ".join(TEXTS), TEXTS) == TEXTS
    assert parted(" ".join(TEXTS[1:3]), TEXTS) == TEXTS[1:3]


def test_small_differences_do_not_keep_them_together() -> None:
    assert parted("Mend the pier, at its head Light the lamps every night Sweep boards", [TEXTS[0], TEXTS[1], TEXTS[3]]) == [
        "Mend the pier, at its head", "Light the lamps every night", "Sweep boards",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["Mend the pier at its head", "Mend the pier at its head and at its foot, with stones from the old wall", "Something else"]
)
def test_an_entry_that_stands_alone_is_left_whole(text: str) -> None:
    assert parted(text, TEXTS) == [text]
    assert parted(text) == [text]


@given(st.lists(st.sampled_from(TEXTS), min_size=2, max_size=5), st.lists(st.sampled_from(TEXTS), max_size=5))
def test_parting_loses_no_word(texts: list[str], other: list[str]) -> None:
    joined = " ".join(texts)
    assert " ".join(parted(joined, other)) == joined
