from hypothesis import given
from hypothesis import strategies as st

from plantext.text.variants import plain_words
from plantext.text.wording import Wording, distinct, terms, terms_in

TEXT = st.lists(st.sampled_from(["cut", "burglary", "burglaries", "the", "5", "per", "cent", "organise", "organize"]), max_size=6).map(
    " ".join
)


@given(st.lists(TEXT, max_size=6))
def test_holds_the_terms_of_each_text_by_number(texts):
    wording = Wording([plain_words(text) for text in texts])
    for at, text in enumerate(texts):
        mine = [wording.terms[number] for number in wording.said[wording.owners == at]]
        assert mine == list(terms_in(plain_words(text)))
        assert wording.terms_of(at, at + 1) == set(terms(text))


@given(st.lists(TEXT, min_size=1, max_size=6))
def test_a_word_is_one_sign_however_it_is_spelt(texts):
    said = [plain_words(text) for text in texts]
    wording = Wording(said)
    signs = wording.in_signs(len(said))
    assert signs == [wording.sign(words) for words in said]
    assert [len(text) for text in signs] == [len(terms_in(words)) for words in said]


def test_spellings_share_a_sign_and_forms_do_not():
    wording = Wording([("organise", "visit"), ("organize", "visits")])
    one, other = wording.in_signs(2)
    assert one[0] == other[0]
    assert one[1] != other[1]


def test_more_words_than_there_are_signs_below_the_surrogates():
    texts = [[f"word{'abcdefghij'[n % 10]}{n}" for n in range(first, first + 1_000)] for first in range(0, 60_000, 1_000)]
    signs = Wording(texts).in_signs(len(texts))
    assert len(set("".join(signs))) == 60_000


def test_of_a_very_long_text_the_beginning_is_compared():
    wording = Wording([["word"] * 5_000, ["other"]])
    assert [len(text) for text in wording.in_signs(2)] == [2_000, 1]
    assert len(wording.sign(["word"] * 5_000)) == 2_000


@given(st.lists(st.integers(0, 9)))
def test_distinct_numbers_in_order(numbers):
    import numpy as np

    assert distinct(np.array(numbers, dtype=np.int64)).tolist() == sorted(set(numbers))
