"""Long hostile lines: the time that finding statements takes must grow about as the line does."""

from __future__ import annotations

import time

import pytest

from plantext.find.statements.statements import find_statements
from plantext.read.assemble import Draft, assemble
from plantext.read.source import TEXT, describe

SIZE = 700  # characters of the shorter line: twice as many are still below the length beyond which a sentence is read in part
MOST = 6.0  # times longer for twice the text; linear work takes 2, quadratic 4, and a busy machine adds to both
LEAST = 0.05  # seconds below which growth is noise
LONGEST = 5.0  # seconds for the longer line, and for one of many thousand characters

UNITS = (
    "a ",
    "A ",
    "( ",
    "1.",
    "2031-",
    ", ",
    "to ",
    "to be ",
    "that the ",
    "of the ",
    "and to ",
    ", and that ",
    "the panel asked ",
    "asked to see ",
    "members of the ",
    "should be ",
    "found it ",
    "would also ",
    "really ",
    "no more than ",
    "at least two days before the ",
    "in the autumn ",
    "Director of the ",
    "there is no ",
    "has not been ",
    "Act 2031 ",
    "legal and ",
    "Resolved: ",
    "was awaited",
)


def seconds(text: str, kind: str) -> float:
    best = float("inf")
    for _ in range(3):
        drafts = [Draft(kind="heading", text=text, level=2)] if kind == "heading" else [Draft(kind="paragraph", text=f"{text}:")]
        document = assemble(describe(b"x", "x.txt", TEXT), [*drafts, Draft(kind="list_item", text=text, level=1, marker="-")])
        start = time.process_time()
        find_statements(document)
        best = min(best, time.process_time() - start)
        if best < LEAST:
            break
    return best


@pytest.mark.parametrize("kind", ["heading", "line"])
@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_the_line(unit: str, kind: str) -> None:
    seconds("The Panel asked for a map.", "line")  # the sentencizer is loaded once
    short, long = (unit * (size // len(unit)) for size in (SIZE, 2 * SIZE))
    took = seconds(long, kind)
    assert took < LONGEST
    if took > LEAST:
        assert took < MOST * max(seconds(short, kind), LEAST / MOST)


@pytest.mark.parametrize("unit", UNITS)
def test_a_very_long_line_is_read_in_reasonable_time(unit: str) -> None:
    assert seconds(unit * (8_000 // len(unit)), "line") < LONGEST
