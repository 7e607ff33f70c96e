from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantext.find.statements.topics import MOST, topics


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Panel would like more detail on moped theft and drone nuisance.", ("moped theft", "drone nuisance")),
        ("No mention of the Rural Crime Partnership (RCP).", ("Rural Crime Partnership", "RCP")),
        ("Members asked for an update on women’s safety at night.", ("women’s safety", "night")),
        ("The Committee asked the Mayor to report back.", ()),
    ],
)
def test_topics(text: str, expected: tuple[str, ...]) -> None:
    assert topics(text) == expected


@given(st.text(max_size=80))
def test_topics_are_words_of_the_text(text: str) -> None:
    found = topics(text)
    assert len(found) <= MOST
    assert all(topic in text for topic in found)
