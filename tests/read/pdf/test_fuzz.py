"""Damaged PDFs, as hypothesis damages them: each is read or refused with a reason, and never takes the caller along."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plantext.errors import SourceError, SourceStatus
from plantext.read.limits import MB, Limits
from plantext.read.source import PDF
from plantext.read.worker import close_workers, read_in_worker
from tests.factories.pdf import Sheet, encrypted, hanging_second_page, one_page, page_tree_cycle, pdf

TEXT = ["The county looks after its bridges, its fords and the ferries that", "cross the river where there is neither of them."]
TABLE = Sheet().lines(72, 80, TEXT).rule(72, 140, 400, 140).rule(72, 170, 400, 170).rule(72, 140, 72, 170).rule(400, 140, 400, 170)
SAMPLES = (
    pdf(Sheet().text(72, 60, "Bridges", 18, bold=True).lines(72, 100, TEXT), Sheet().lines(72, 100, TEXT)),
    pdf(TABLE.rule(200, 140, 200, 170).text(80, 160, "Stone").text(210, 160, "12")),
    pdf(Sheet(rotate=90).lines(72, 80, TEXT).picture(72, 200, 300, 400)),
    one_page(b"/A Do", forms={"A": b"BT /F0 11 Tf 72 700 Td (Within a form.) Tj ET /B Do", "B": b"0 0 10 10 re f"}),
    encrypted(""),
    page_tree_cycle(),
    hanging_second_page(),
)
LIMITS = Limits(wall=2.0, memory=250 * MB)
REASONS = set(get_args(SourceStatus)) - {"failed", "missing", "partial", "ok"}
"""What may be wrong with a file; "failed" would be a fault of ours."""

samples = st.sampled_from(SAMPLES[:-1])
share = st.floats(0, 1, exclude_max=True)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A sample that is cut, has bytes changed, and has pieces of another sample, or of itself, put in or over its own."""
    data = bytearray(draw(samples))
    for kind in draw(st.lists(st.sampled_from(["cut", "byte", "digit", "over", "in", "out"]), min_size=1, max_size=5)):
        at = int(draw(share) * len(data))
        if kind == "cut":
            del data[at:]
        elif kind == "byte" and data:
            data[at] = draw(st.integers(0, 255))
        elif kind == "digit":  # lengths, references and numbers of objects
            digits = [i for i, byte in enumerate(data) if chr(byte).isdigit()]
            if digits:
                data[digits[int(draw(share) * len(digits))]] = ord(draw(st.sampled_from("0123456789")))
        else:
            other = draw(samples)
            start = int(draw(share) * len(other))
            piece = other[start : start + draw(st.integers(1, 200))] if kind != "out" else b""
            data[at : at + (len(piece) if kind == "over" else 0 if kind == "in" else draw(st.integers(1, 200)))] = piece
    return bytes(data)


@pytest.fixture(autouse=True, scope="module")
def _no_worker_left():
    yield
    close_workers()


def outcome(data: bytes, **options: bool) -> str:
    try:
        document = read_in_worker(data, "damaged.pdf", PDF, limits=LIMITS, **options)
    except SourceError as error:
        return error.status if str(error).startswith("damaged.pdf: ") else f"no name: {error}"
    assert document.pages
    assert all(1 <= block.page <= len(document.pages) for block in document.blocks if block.page is not None)
    return "read"


@settings(max_examples=150, deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow])
@given(damaged())
def test_a_damaged_file_is_read_or_refused_with_a_reason(data):
    assert outcome(data) in REASONS | {"read"}


@pytest.mark.parametrize("number", range(len(SAMPLES)))
def test_a_file_that_is_cut_anywhere_is_read_or_refused_with_a_reason(number):
    data = SAMPLES[number]
    step = len(data) // 4
    for end in range(step, len(data), step):
        assert outcome(data[:end], partial=True) in REASONS | {"read"}
