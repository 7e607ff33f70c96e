import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from plantext.compare.candidates import POSTINGS_PER_QUERY, Index

ROW = st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0.1, 5), max_size=5)


def cosine(one, other):
    shared = sum(weight * other[term] for term, weight in one.items() if term in other)
    lengths = np.sqrt(sum(w * w for w in one.values())) * np.sqrt(sum(w * w for w in other.values()))
    return shared / lengths if lengths else 0.0


@given(st.lists(ROW, max_size=12), st.lists(ROW, max_size=6), st.integers(1, 5))
def test_finds_the_best_rows_by_cosine(rows, queries, limit):
    found = Index(rows).best(queries, limit)
    for at, query in enumerate(queries):
        expected = sorted((cosine(query, row) for row in rows if cosine(query, row) > 0), reverse=True)[:limit]
        mine = found.query == at
        np.testing.assert_allclose(found.score[mine], expected, atol=1e-9)
        assert all(abs(cosine(query, rows[row]) - score) < 1e-9 for row, score in zip(found.row[mine], found.score[mine], strict=True))


def test_ties_go_to_the_earlier_row():
    index = Index([{"a": 1.0}, {"a": 1.0}, {"a": 1.0}])
    assert index.best([{"a": 2.0}], 2).row.tolist() == [0, 1]


def test_least_leaves_out_what_is_far_behind_the_best():
    index = Index([{"a": 1.0, "b": 1.0}, {"a": 0.1, "c": 3.0}])
    assert index.best([{"a": 1.0, "b": 1.0}], 5).row.tolist() == [0, 1]
    assert index.best([{"a": 1.0, "b": 1.0}], 5, least=0.5).row.tolist() == [0]


def test_unknown_terms_and_nothing_at_all():
    assert Index([]).best([{"a": 1.0}], 3).row.tolist() == []
    assert Index([{"a": 1.0}]).best([], 3).row.tolist() == []
    assert Index([{"a": 1.0}, {}]).best([{"b": 1.0}, {}], 3).row.tolist() == []


def test_rare_terms_find_a_row_among_very_many_with_a_common_one():
    rows = [{"common": 1.0, f"rare{number}": 3.0} for number in range(3 * POSTINGS_PER_QUERY)]
    found = Index(rows).best([{"common": 1.0, "rare1234": 3.0}], 1)
    assert found.row.tolist() == [1234]
