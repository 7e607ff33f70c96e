from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantext.find.sentences import sentences

CASES = [
    ("One. Two.", ["One.", "Two."]),
    ("See No. 3 and Nos. 4-6. Then rest.", ["See No. 3 and Nos. 4-6.", "Then rest."]),
    ("Under s. 28 (3) of the Act it must. It did.", ["Under s. 28 (3) of the Act it must.", "It did."]),
    ("Hubs, i.e. Shared desks, are open, e.g. Here.", ["Hubs, i.e. Shared desks, are open, e.g. Here."]),
    ("It met on 3 Feb. 2031. It left.", ["It met on 3 Feb. 2031.", "It left."]),
    ("Mr. Jones and Cllr. Patel spoke. Dr. Lee did not.", ["Mr. Jones and Cllr. Patel spoke.", "Dr. Lee did not."]),
    ("A rise of 3.5 per cent. Next.", ["A rise of 3.5 per cent.", "Next."]),
    ("“Who pays?” she asked. Nobody knew.", ["“Who pays?” she asked.", "Nobody knew."]),
    ('He said "We agree." They left.', ['He said "We agree."', "They left."]),
    ("It is in the plan.3 The rest is not.", ["It is in the plan.3", "The rest is not."]),
    ("  Spaces around.  ", ["Spaces around."]),
    ("Patrols", ["Patrols"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == expected


@given(st.text(alphabet="aB1 .!?\"'()“”\n,;:", max_size=60))
def test_sentences_are_in_order_and_hold_all_but_spaces(text: str) -> None:
    spans = sentences(text)
    assert all(start < end and text[start:end] == text[start:end].strip() for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert "".join("".join(text[start:end] for start, end in spans).split()) == "".join(text.split())
