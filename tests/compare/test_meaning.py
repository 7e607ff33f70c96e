from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plantext.compare import meaning
from plantext.compare.trace import Tracer, trace_texts

PLAN = [
    "The harbour authority will dredge the eastern channel twice a year.",
    "Wardens will walk through the market every evening.",
    "The authority publishes its accounts every spring.",
    "Volunteers keep the beach clear of litter.",
    "Accounts are open to all.",
]


class Same:
    """A made-up model: texts that hold a word of one list mean the same, others nothing alike."""

    def __init__(self, *alike):
        self.alike = alike
        self.read = []

    def vectors(self, texts):
        self.read += texts
        rows = np.full((len(texts), len(self.alike) + 1), 1e-3, dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for column, words in enumerate(self.alike):
                row[column] = float(any(word in text for word in words))
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


PATROLS = Same(("patrols", "walk"))


def test_meaning_finds_what_shares_no_word_and_presence_stays_as_the_words_say():
    without, with_model = (trace_texts(["visible patrols"], PLAN, model=model)[0] for model in (None, PATROLS))
    assert with_model.matches[0].passage == 1
    assert with_model.matches[0].score > max((match.score for match in without.matches), default=0)
    for result in (without, with_model):
        assert result.status == "not_found"
        assert not any(match.linked for match in result.matches)


def test_meaning_votes_on_which_passages_are_linked():
    queries = ["publish the accounts every spring, with simple figures for residents"]
    swap = Same(("residents", "open to all"))
    without, with_model = (trace_texts(queries, PLAN, model=model)[0] for model in (None, swap))
    assert without.matches[0].passage == 2
    assert with_model.matches[0].passage == 4
    assert without.matches[0].linked
    assert with_model.matches[0].linked


def test_a_passage_that_holds_the_whole_query_stays_linked():
    away = Same(("dredge the channel", "litter"))
    result = trace_texts(["dredge the channel"], PLAN, model=away)[0]
    assert result.status == "covered"
    assert 0 in {match.passage for match in result.matches if match.linked}


def test_of_very_many_passages_only_the_best_by_words_are_read(monkeypatch):
    monkeypatch.setattr(meaning, "ALL_UP_TO", 4)
    monkeypatch.setattr(meaning, "READ_MOST", 1)
    model = Same(("never",))
    trace_texts(["dredge the channel", "accounts"], PLAN, model=model)
    assert model.read[:2] == ["dredge the channel", "accounts"]
    assert model.read[2] == PLAN[0]
    assert len(model.read) == 4


@pytest.mark.parametrize(("queries", "passages"), [([], PLAN), (["patrols"], []), ([""], PLAN), (["patrols"], ["", " "])])
def test_nothing_gives_nothing(queries, passages):
    assert [result.status for result in trace_texts(queries, passages, model=PATROLS)] == ["not_found"] * len(queries)


TEXTS = st.lists(st.sampled_from([*PLAN, "", "patrols", "walk the beach", "litter"]) | st.text(max_size=30), max_size=6)


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_a_model_changes_no_status_and_no_presence(queries, passages):
    without = Tracer(passages).trace(queries, len(passages))
    with_model = Tracer(passages, model=PATROLS).trace(queries, len(passages))
    assert [one.status for one in with_model] == [one.status for one in without]
    assert [one.terms for one in with_model] == [one.terms for one in without]
    for one, other in zip(without, with_model, strict=True):
        assert any(match.linked for match in one.matches) == any(match.linked for match in other.matches)
        assert {match.passage for match in one.matches} <= {match.passage for match in other.matches}
        scores = [match.score for match in other.matches]
        assert scores == sorted(scores, reverse=True)
        assert all(0 <= score <= 1 for score in scores)
