"""What an ask is about: its own words, and those of its heading only where it points back."""

import pytest

from plantext.find.statements.subject import own_clause, read_subject
from plantext.find.statements.subject_words import FULL


def full(text, act="request", theme=None, before=None):
    return [word.printed for word in read_subject(text, act, theme, before).words if word.says == FULL]


@pytest.mark.parametrize(
    ("text", "act", "words"),
    [
        ("The Panel was concerned that there was no mention of night buses.", "concern", ["night", "buses"]),
        ("Members asked whether ferry fares could be cut.", "request", ["ferry", "fares"]),
        ("There was little in the draft on piers.", "concern", ["piers"]),
        ("Members noted the summit on trams and asked for details of how anglers are heard.", "information", ["anglers"]),
        ("It was noted that in the Panel's view the Plan should say more about the 101 line.", "request", ["101", "line"]),
        ("The absence of the Harbour Lights Trust in the Plan was regretted.", "concern", ["Harbour", "Lights", "Trust"]),
        ("Vehicle noise at night", "request", ["Vehicle", "noise", "night"]),
    ],
)
def test_the_words_of_asking_are_left_out(text, act, words):
    assert full(text, act) == words


def test_dates_quantities_and_years_are_no_subject():
    assert full("Members want 40 more ferries by March 2044, at a cost of £3 million.") == ["ferries", "cost"]


def test_what_only_describes_says_half():
    says = {word.printed: word.says for word in read_subject("Members want shelters for people who miss the ferry.").words}
    assert says["shelters"] == FULL
    assert says["ferry"] < FULL


def test_a_heading_joins_only_where_the_ask_points_back():
    assert "Night" in full("It was suggested that they could be lit.", "suggestion", "Night ferries")
    assert full("Members want lower harbour fares.", "request", "Night ferries") == ["harbour", "fares"]
    assert full("Members want lower harbour fares.", "request", "RESOLVED") == ["harbour", "fares"]


def test_the_sentence_before_is_what_it_points_back_to():
    assert "anglers" in full("The Panel asks that a commitment on it be added.", "request", "Piers", before="anglers")


@pytest.mark.parametrize("theme", ["RESOLVED:", "What people told us", "Recommendations", "Summary", "Final comments"])
def test_a_heading_of_form_is_no_subject(theme):
    assert not full("It should be clearer.", "request", theme)


def test_the_clause_of_a_spoken_ask():
    assert own_clause("Members asked for a map.", "information") == "for a map."


def test_a_concession_only_describes():
    assert full("There is nothing on eels, although anglers spoke of little else.", "concern") == ["eels"]


def test_the_deadline_is_no_subject():
    assert full("We want the Trust to tell us, at our meeting in October, how its tide model works.") == ["tide", "model", "works"]


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("Eels should be counted each spring.", "eels"),
        ("There is no mention anywhere in the draft of eels, although anglers asked.", "eels"),
        ("Members asked for the provision of lifebelts.", "lifebelts"),
        ("Buy a dredger.", "dredger"),
        ("Night ferries should be lit.", None),
        ("Children should be taught to row.", None),
    ],
)
def test_the_one_word_that_names_the_subject(text, thing):
    assert read_subject(text).thing == thing


def test_words_behind_the_thing_may_say_which_is_meant():
    assert read_subject("The plan should include noise from ferries.").narrowed
    assert not read_subject("Noise should be measured.").narrowed


def test_who_is_to_do_it_is_not_what_it_is_about():
    text = "The Harbour Trust, with help from the Sea School, should sweep the piers."
    says = {word.plain: word.says for word in read_subject(text, addressee="The Harbour Trust").words}
    assert says["piers"] == FULL
    assert max(says.get(word, 0) for word in ("harbour", "trust", "sea", "school")) < 0.5


def test_a_verb_behind_to_ends_no_head():
    assert read_subject("The Trust should consider how to mend leaks in boats.").head[-1] == "leaks"


def test_whoever_needs_a_thing_is_part_of_what_it_is_about():
    assert {"advisers", "funding"} <= {word.plain for word in read_subject("Rural Harbour Advisers need funding for two years.").words}
    assert {word.plain for word in read_subject("We need a report on night buses.", "information").words} == {"night", "buses"}
