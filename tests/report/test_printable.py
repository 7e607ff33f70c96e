import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from plantext.report.printable import printable, printable_text
from tests.factories.results import statement
from tests.factories.samples import sample_variations


@given(st.text(st.characters(codec=None)))
def test_no_control_character_is_left_but_tab_and_line_feed(text):
    kept = printable_text(text)
    assert not [letter for letter in kept if unicodedata.category(letter) in {"Cc", "Cs"} and letter not in "\t\n"]
    assert kept.encode().decode() == kept


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs"))))
def test_what_people_read_stays(text):
    assert printable_text(text) == text


def test_a_whole_result_keeps_its_class_and_its_clean_text():
    assert printable(sample_variations()) == sample_variations()
    assert printable(statement("s", "a\x00b")).text == "ab"
