from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantext.model.ids import Ids, normalised


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Reduce  harm.", "reduce harm"),
        ("the Force’s aims", "The force's aims"),
        ("oﬃce", "office"),
        ("well–being", "well-being"),
        ("５ per cent", "5 per cent"),
        ("caf\u00e9 wall", "cafe\u0301 wall"),
    ],
)
def test_what_printers_differ_in_is_folded(one: str, other: str) -> None:
    assert normalised(one) == normalised(other)
    assert Ids().new("m", one) == Ids().new("m", other)


@pytest.mark.parametrize(
    ("one", "other"), [("by 5%", "by 5"), ("£2m", "2m"), ("by 5 per cent", "by 6 per cent"), ("Сад", "Дом"), ("été", "ete")]
)
def test_what_matters_is_kept(one: str, other: str) -> None:
    assert normalised(one) != normalised(other)


def test_a_repeat_counts_on() -> None:
    ids = Ids()
    first = ids.new("m", "Mend")
    assert [ids.new("m", "Mend."), ids.new("m", "MEND")] == [f"{first}-2", f"{first}-3"]


def test_parts_do_not_run_together() -> None:
    assert Ids().new("m", "a", "b c") != Ids().new("m", "a b", "c")
    assert Ids().new("m", None, "a") != Ids().new("m", "a", None)


@given(st.lists(st.text(max_size=5), max_size=30))
def test_ids_of_one_result_are_all_different(texts: list[str]) -> None:
    ids = Ids()
    names = [ids.new("m", text) for text in texts]
    assert len(set(names)) == len(names)
