from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantext.model.alignment import KINDS, TargetChange
from plantext.model.coverage import STATUSES, Answerable
from plantext.model.document import BlockKind, Issue, Source
from plantext.model.findings import Act
from plantext.report import words
from tests.factories.results import milestone, target


def test_everything_that_can_happen_has_words():
    assert set(words.KIND_WORDS) == {*KINDS, words.UNCHANGED} == set(words.KIND_ORDER)
    assert set(words.STATUS_WORDS) == {*STATUSES, words.NOT_ASSESSED} == set(words.STATUS_ORDER) == set(words.STATUS_MEANS)
    assert set(words.ACT_WORDS) == set(get_args(Act))
    assert set(words.ANSWERABLE_WORDS) == set(get_args(Answerable)) == set(words.ANSWERABLE_ORDER) == set(words.ANSWERABLE_MEANS)
    assert set(words.BLOCK_WORDS) == set(get_args(BlockKind))


def became(change, before, after, unit="per cent", measure="burglary"):
    return TargetChange(measure=measure, before=before, after=after, unit=unit, change=change)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (became("dropped", 8, None), "Target dropped: reduce burglary by 8 per cent"),
        (became("introduced", None, 5), "Target introduced: burglary, 5 per cent"),
        (became("introduced", None, None, None), "Target introduced: burglary"),
        (became("raised", 40, 60, "officers"), "Target raised from 40 to 60 officers: burglary"),
        (became("lowered", 2.5, 1, "£m"), "Target lowered from £2.5m to £1m: burglary"),
        (became("measure_changed", 8, 9, "%"), "Target measured differently, before 8%, after 9%: burglary"),
        (became("same", 8, 8), "Target unchanged: burglary, 8 per cent"),
        (became("same", None, None), "Target unchanged: burglary"),
    ],
)
def test_what_became_of_a_target(change, said):
    assert words.target_change_words(change, [target(text="reduce burglary by 8 per cent.")], []) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [("Reduce Burglary by 8%", "Reduce Burglary by 8%"), ("by 8 per cent", "burglary: by 8 per cent"), ("", "burglary: reduce 8 per cent")],
)
def test_a_target_names_its_measure(text, said):
    assert words.target_words(target(text=text)) == said


@pytest.mark.parametrize(
    ("text", "value", "unit", "said"),
    [
        ("bring the wait below three", 3.0, "minutes", "bring the wait below three minutes"),
        ("recruit 1200", 1200.0, "police officers", "recruit 1200 police officers"),
        ("cut the days lost to 8", 8.0, "days a year", "cut the days lost to 8"),
        ("raise it by a fifth", 20.0, "per cent", "raise it by a fifth"),
        ("save £5", 5.0, "£", "save £5"),
    ],
)
def test_a_number_at_the_end_gets_what_it_counts(text, value, unit, said):
    assert words.target_words(target(measure="", value=value, unit=unit, text=text)) == said


def test_units_of_money():
    assert words.quantity(3, "£ million") == "£3 million"
    assert words.quantity(1200, "£") == "£1,200"
    assert words.quantity(5, None) == "5"


def test_where_a_milestone_stands():
    once = milestone("m", "A")
    twice = milestone("m", "A", places=once.places * 2)
    lined = milestone(
        "m", "A", page=None, places=(type(once.places[0])(text="A", page=None, section=None, line=7, block="b", span=(0, 1), bbox=None),)
    )
    nowhere = milestone("m", "A", page=None, places=())
    assert [words.milestone_place(one) for one in (once, twice, lined, nowhere)] == [
        "page 4",
        "page 4, and 1 more place",
        "line 7",
        "page not known",
    ]
    assert words.milestone_places([once, once, lined]) == "page 4; line 7"


def test_sources_and_issues():
    assert words.source_words(Source(name="a.txt", sha256="", media_type="", pages=None)) == "a.txt"
    assert words.issue_words(Issue(code="c", severity="error", message="Not read", page=3)) == "Error, page 3: Not read"
    assert words.issue_words(Issue(code="c", severity="info", message="Not read", page=None)) == "Not read"


@given(st.text(), st.integers(2, 60))
def test_shortened_text_fits_on_one_line(text, width):
    short = words.shorten(text, width)
    assert "\n" not in short
    assert len(short) <= width + 1


@given(st.floats(0, 1))
def test_only_nothing_is_none_and_only_all_is_all(share):
    said = words.percent(share)
    assert (said == "0%") == (share == 0)
    assert (said == "100%") == (share == 1)
