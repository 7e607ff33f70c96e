"""What an ask is about: its own words, and those of its heading only where it points back."""

import pytest

from plantext.find.subject import own_clause, read_subject
from plantext.find.subject_words import FULL


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
