"""A user's own topics: the list, and its phrases in texts."""

import pytest

from plantext.errors import UsageError
from plantext.find.topic_terms import TopicFinder, read_topics
from plantext.model.topics import Topic

LIST = '[[topic]]\nlabel = "Night buses"\nphrases = ["night bus", "late services"]\n\n[[topic]]\nlabel = "ART"\nphrases = ["ART"]\n'


def finder(*phrases):
    return TopicFinder([Topic(label="T", phrases=phrases)])


def test_the_forms_of_a_list():
    assert [topic.label for topic in read_topics(LIST, "t.toml")] == ["Night buses", "ART"]
    assert read_topics('"Night buses" = ["night bus"]', "t.toml")[0] == Topic(label="Night buses", phrases=("night bus",))
    assert read_topics('[topics]\nPiers = ["pier"]', "t.toml")[0].label == "Piers"
    assert read_topics('[[topics]]\nlabel = "Piers"', "t.toml")[0].phrases == ("Piers",)


@pytest.mark.parametrize(
    "text",
    ["", "label = [", '[[topic]]\nphrases = ["a"]', '[[topic]]\nlabel = "A"\nphrases = [3]', '[[topic]]\nlabel = "A"\nphrases = ["…"]'],
)
def test_a_list_that_is_none_is_said_to_be_none(text):
    with pytest.raises(UsageError, match=r"t\.toml.*"):
        read_topics(text, "t.toml")


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("knife crime", "Knife crimes fell."),
        ("farm watch", "The Farm-Watch met."),
        ("organised crime", "Organized crime is rare."),
        ("night bus", "Each night bus's driver waits."),
        ("PCSO", "More PCSOs walk."),
        ("101", "Callers to 101 wait."),
    ],
)
def test_number_ending_hyphen_and_spelling_do_not_matter(phrase, text):
    assert [found for _, found, _ in finder(phrase).find(text)] == [phrase]


@pytest.mark.parametrize(
    ("phrase", "text"), [("ART", "The art of waiting."), ("knife crime", "Crime with a knife."), ("bus", "A busy road.")]
)
def test_other_words_are_not_found(phrase, text):
    assert not finder(phrase).find(text)


def test_the_span_is_that_of_the_words():
    text = "In May, night-bus routes changed."
    ((_, _, span),) = finder("night bus").find(text)
    assert text[slice(*span)] == "night-bus"
