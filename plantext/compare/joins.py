"""Words written in one or apart: "antisocial", "anti-social"; "website", "web site". A passage is given the form that a query has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantext.compare.terms import STOP, Vocabulary

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

PART = 2  # letters of either part: "co-operate"; one letter would make "a way" of "away"
WHOLE = 6  # letters of the word in one: shorter ones are too often two words by chance ("man age")


def joined(vocabulary: Vocabulary, asked: tuple[Ints, Ints], given: tuple[Ints, Ints]) -> tuple[Ints, Ints]:
    """The passages' run of word forms, `given` (forms, owners), with what the queries' run `asked` writes otherwise after it."""
    import numpy as np

    size = len(vocabulary.forms)
    number = {
        form: k for k, form in enumerate(vocabulary.forms) if k != STOP and len(vocabulary.form_stems[k]) == 1
    }  # identifiers tell already
    forms, owners = given
    places: list[Ints] = []
    added: list[Ints] = []

    # A query's word in one, apart in a passage.
    apart = {
        number[first] * size + number[second]: form
        for form in np.unique(asked[0]).tolist()
        if len(vocabulary.form_stems[form]) == 1
        for first, second in _splits(vocabulary.forms[form])
        if first in number and second in number
    }
    if apart and len(forms) > 1:
        keys = np.array(sorted(apart))
        pairs = forms[:-1] * size + forms[1:]
        near = np.minimum(np.searchsorted(keys, pairs), len(keys) - 1)
        found = np.flatnonzero((keys[near] == pairs) & (owners[:-1] == owners[1:]))
        places.append(found + 2)
        added.append(np.array([apart[key] for key in keys.tolist()], dtype=np.int64)[near[found]])

    # A query's two words, in one in a passage.
    queries, askers = asked
    for k in np.flatnonzero(askers[:-1] == askers[1:]).tolist():
        first, second = int(queries[k]), int(queries[k + 1])
        one = vocabulary.forms[first] + vocabulary.forms[second]
        whole = [number[form] for form in (one, one + "s", one.removesuffix("s")) if form in number] if len(one) >= WHOLE else []
        if whole and min(len(vocabulary.forms[part]) for part in (first, second)) >= PART:
            found = np.flatnonzero(np.isin(forms, whole))
            for part in (first, second):
                places.append(found + 1)
                added.append(np.full(len(found), part, dtype=np.int64))

    if not places:
        return given
    place, more = np.concatenate(places), np.concatenate(added)
    return np.insert(forms, place, more), np.insert(owners, place, owners[place - 1])


def _splits(word: str) -> list[tuple[str, str]]:
    """The two parts that a word may be written in, also in the other number."""
    if len(word) < WHOLE or not word.isalpha():
        return []
    forms = (word, word + "s", word.removesuffix("s"))
    return [(form[:cut], form[cut:]) for form in dict.fromkeys(forms) for cut in range(PART, len(form) - PART + 1)]
