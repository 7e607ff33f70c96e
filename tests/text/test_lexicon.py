from __future__ import annotations

import numpy as np
import pytest

from plantext.text.lexicon import VECTORS, WORDS, word_vectors


def test_a_line_of_words_for_each_row():
    lines = [line.split() for line in WORDS.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert len(lines) == len(np.load(VECTORS))
    stems = [stem for stem, *_ in lines]
    assert stems == sorted(set(stems))


def test_rows_are_of_unit_length_and_unknown_words_are_zero():
    known, unknown = word_vectors(["bridge", "qqxzzy"])
    assert known @ known == pytest.approx(1, abs=1e-5)
    assert not unknown.any()
    assert word_vectors([]).shape == (0, len(known))


def test_forms_of_one_word_have_one_row():
    assert (word_vectors(["abandoned"]) == word_vectors(["abandon"])).all()


@pytest.mark.parametrize(
    ("word", "near", "far"), [("hospital", "nurse", "bridge"), ("theft", "robbery", "garden"), ("ferry", "boat", "tax")]
)
def test_words_that_go_together_are_nearer(word, near, far):
    first, second, third = word_vectors([word, near, far])
    assert first @ second > first @ third + 0.2
