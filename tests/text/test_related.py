from __future__ import annotations

from plantext.text.related import TABLE, related_stems
from plantext.text.words import stem


def test_related_is_mutual_and_never_oneself():
    table = related_stems()
    assert table
    for word, others in table.items():
        assert word not in others
        assert list(others) == sorted(set(others))
        assert all(word in table[other] for other in others)


def test_every_line_of_the_table_relates_at_least_two_words_and_stands_once():
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert len(lines) == len({frozenset(line.split()) for line in lines})
    for line in lines:
        assert len({stem(word) for word in line.split()}) > 1, line
        assert len(line.split()) <= 12, line
