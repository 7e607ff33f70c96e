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
    ("Held at 5 p.m. on Monday. Then over.", ["Held at 5 p.m. on Monday.", "Then over."]),
    ("Clause 1.2 Fees rise. 1.3 They fall.", ["Clause 1.2 Fees rise.", "1.3 They fall."]),
    (
        "Hawkes Ltd. (the firm) and the U.S. Government agreed . So it went...",
        ["Hawkes Ltd. (the firm) and the U.S. Government agreed .", "So it went..."],
    ),
    ("“Why?” Nobody knew! It was late… Or not.", ["“Why?”", "Nobody knew!", "It was late… Or not."]),
    ("See the plan.The next page is blank.", ["See the plan.", "The next page is blank."]),
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


PROSE = (
    "The harbour board met twice in the spring. Did anybody object? Nobody did! Its members (all but one) thought the fees fair. "
    'The clerk said that "the figures speak for themselves." They rose by 3.5 per cent, to £4.20. Why so little, asked a skipper; '
    "he was told to wait. He is waiting still. Moorings were let to 1,204 boats at 9.30 a.m. on the first day, of which 12 left at once."
)


def test_breaks_are_those_of_spacys_sentencizer_in_plain_prose() -> None:
    spacy = pytest.importorskip("spacy")
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    assert [PROSE[start:end] for start, end in sentences(PROSE)] == [sentence.text.strip() for sentence in nlp(PROSE).sents]
