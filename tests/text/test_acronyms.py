from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantext.text.acronyms import Names, harvest, singular

INTRODUCED = [
    ("Staff of the Joint Rescue Unit (JRU) will train.", {"JRU": "Joint Rescue Unit"}),
    ("We fund Early Help Hubs (EHHs) in every town.", {"EHH": "Early Help Hubs"}),
    ("The Board of Parks and Gardens (BPG) met.", {"BPG": "Board of Parks and Gardens"}),
    ("Reports of off-road biking (ORB) fell.", {"ORB": "off-road biking"}),
    ("JRU (Joint Rescue Unit) staff were there.", {"JRU": "Joint Rescue Unit"}),
    ("JRU – Joint Rescue Unit", {"JRU": "Joint Rescue Unit"}),
    ("A night of Ministry of Ports (MoP) talks.", {"MoP": "Ministry of Ports"}),
    ("It was late. Joint work (ABC) began.", {}),
    ("Spending rose (see page 4) in May (UK).", {}),
    ("Visit the Centre (open daily).", {}),
]


@pytest.mark.parametrize(("text", "expected"), INTRODUCED)
def test_names_are_read_where_they_are_introduced(text, expected):
    assert harvest([text]) == expected


def test_the_most_frequent_name_wins_then_the_first():
    rescue, rail = "the Joint Rescue Unit (JRU)", "the Joint Rail Union (JRU)"
    assert harvest([rail, rescue, rescue]) == {"JRU": "Joint Rescue Unit"}
    assert harvest([rail, rescue]) == {"JRU": "Joint Rail Union"}


def test_plural_and_possessive_are_one_acronym():
    assert singular("EHHs") == singular("EHH's") == singular("EHH") == "EHH"


@pytest.mark.parametrize("text", ["early help hub", "Early-Help Hubs", "EARLY HELP HUB"])
def test_a_name_gives_its_acronym_however_it_is_written(text):
    assert Names({"EHH": "Early Help Hubs"}).added(f"The {text} opened.") == ["EHH"]


@pytest.mark.parametrize("text", ["EHH", "EHHs", "EHH's"])
def test_an_acronym_gives_its_name(text):
    assert Names({"EHH": "Early Help Hubs"}).added(f"The {text} opened.") == ["Early Help Hubs"]


def test_nothing_is_added_where_both_or_neither_stand():
    names = Names({"EHH": "Early Help Hubs"})
    assert names.added("Early Help Hubs (EHHs)") == []
    assert names.added("ehhs and early hubs of help") == []
    assert names.expanded("Nothing here") == "Nothing here"


def test_only_names_in_use_are_kept():
    names = Names({"EHH": "Early Help Hubs", "JRU": "Joint Rescue Unit"}).used_in(["the joint rescue unit"])
    assert names.added("EHH and JRU") == ["Joint Rescue Unit"]
    assert not names.used_in(["nothing"])


@given(st.text(max_size=200))
def test_any_text_can_be_harvested_and_expanded(text):
    names = Names(harvest([text, "the Joint Rescue Unit (JRU)"]))
    assert names.expanded(text).startswith(text)
