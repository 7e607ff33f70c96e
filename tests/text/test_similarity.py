import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantext.text.similarity import Rarity, Similarity, similarity
from plantext.text.variants import folded, plain_words
from plantext.text.wording import term_of, terms, variants

WORDS = ["cut", "burglary", "robbery", "drugs", "the", "by", "with", "5", "8", "per", "cent", "visit"]
TEXT = st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)


@given(TEXT, TEXT)
def test_is_symmetric_and_within_bounds(one, other):
    assert similarity(one, other) == pytest.approx(similarity(other, one))
    assert 0 <= similarity(one, other) <= 1 + 1e-9


@given(TEXT.filter(str.strip))
def test_a_text_is_like_itself(text):
    assert similarity(text, text) == pytest.approx(1)


def test_numbers_are_kept_out():
    assert similarity("Cut thefts by 5 per cent", "Cut thefts by 11 per cent") == pytest.approx(1)


def test_a_text_of_numbers_alone_has_its_numbers():
    assert list(terms("2014 15")) == ["2014", "15"]
    assert similarity("1234", "5678") < 0.2


def test_what_every_text_says_makes_no_pair():
    common = [f"Work with our partners to improve {what}" for what in ("lighting", "parking", "cycling", "planting", "housing")]
    model = Similarity(common, ["Work with our partners to improve parking", "Parking improved"])
    import numpy as np

    scores = model.pairs(np.array([1, 0]), np.array([0, 0])).shared
    assert scores[0] == pytest.approx(1)
    assert scores[1] < 0.6


def test_rare_words_weigh_more():
    rarity = Rarity({"improv": 3, "park": 1}, total=3)
    assert rarity["park"] > 1.5 * rarity["improv"]
    assert rarity["never seen"] >= rarity["park"]


def test_forms_of_one_word_on_either_side_are_one():
    assert variants({"violent"}, {"violenc"}) == {"violenc": "violent"}
    assert variants({"polic"}, {"polici"}) == {}
    assert variants({"violent", "violenc"}, {"violenc"}) == {}, "both sides have the word itself"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The work-force plan", "the workforce plan."),
        ("Organise centres' programmes", "organize centers programs"),
        ("Five per cent", "5%"),
        ("Research & development", "research and development"),
        ("£2,000", "£2000"),
        ("The Force’s aims", "The Force's aims"),
    ],
)
def test_the_same_written_differently(one, other):
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("1.9 per cent", "19 per cent"), ("5 5", "55"), ("four", "for"), ("hourly", "horly"), ("raise", "rise"), ("!", "?")],
)
def test_different_stays_different(one, other):
    assert folded(one) != folded(other)


def test_words_keep_signs_of_money_and_share():
    assert plain_words("Save £1.5m, or 3%") == ("save", "£1.5m", "or", "3%")
    assert term_of("3%") is None
    assert term_of("£1.5m") is None
