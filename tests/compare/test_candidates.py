import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from plantext.compare.candidates import POSTINGS_PER_QUERY, Index
from plantext.text.similarity import Rows

ROW = st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0.1, 5), max_size=5)


def rows_of(texts, numbers):
    """Texts as dicts of term -> weight, the terms numbered in `numbers`, which grows."""
    owners = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
    terms = np.array([numbers.setdefault(term, len(numbers)) for text in texts for term in text], dtype=np.int64)
    weights = np.array([weight for text in texts for weight in text.values()], dtype=np.float64)
    return Rows(owners, terms, weights, len(texts))


def best(texts, queries, limit, **options):
    numbers = {}
    one, other = rows_of(texts, numbers), rows_of(queries, numbers)
    return Index(one, len(numbers)).best(other, limit, **options)


def cosine(one, other):
    shared = sum(weight * other[term] for term, weight in one.items() if term in other)
    lengths = np.sqrt(sum(w * w for w in one.values())) * np.sqrt(sum(w * w for w in other.values()))
    return shared / lengths if lengths else 0.0


@given(st.lists(ROW, max_size=12), st.lists(ROW, max_size=6), st.integers(1, 5))
def test_finds_the_best_rows_by_cosine(rows, queries, limit):
    found = best(rows, queries, limit)
    for at, query in enumerate(queries):
        expected = sorted((cosine(query, row) for row in rows if cosine(query, row) > 0), reverse=True)[:limit]
        mine = found.query == at
        np.testing.assert_allclose(found.score[mine], expected, atol=1e-9)
        assert all(abs(cosine(query, rows[row]) - score) < 1e-9 for row, score in zip(found.row[mine], found.score[mine], strict=True))


def test_ties_go_to_the_row_in_the_same_place_then_to_the_earlier():
    found = best([{"a": 1.0}] * 4, [{"a": 2.0}] * 4, 2)
    assert list(zip(found.query.tolist(), found.row.tolist(), strict=True)) == [
        (0, 0),
        (0, 1),
        (1, 1),
        (1, 0),
        (2, 2),
        (2, 1),
        (3, 3),
        (3, 2),
    ]


def test_least_leaves_out_what_is_far_behind_the_best():
    rows = [{"a": 1.0, "b": 1.0}, {"a": 0.1, "c": 3.0}]
    assert best(rows, [{"a": 1.0, "b": 1.0}], 5).row.tolist() == [0, 1]
    assert best(rows, [{"a": 1.0, "b": 1.0}], 5, least=0.5).row.tolist() == [0]


def test_unknown_terms_and_nothing_at_all():
    assert best([], [{"a": 1.0}], 3).row.tolist() == []
    assert best([{"a": 1.0}], [], 3).row.tolist() == []
    assert best([{"a": 1.0}, {}], [{"b": 1.0}, {}], 3).row.tolist() == []


def test_rare_terms_find_a_row_among_very_many_with_a_common_one():
    rows = [{"common": 1.0, f"rare{number}": 3.0} for number in range(3 * POSTINGS_PER_QUERY)]
    assert best(rows, [{"common": 1.0, "rare1234": 3.0}], 1).row.tolist() == [1234]
