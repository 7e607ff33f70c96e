"""The two readers see the same structure, on the shared PDFs and on damaged copies of small ones."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plantext.errors import SourceError
from plantext.model.ids import normalised
from plantext.read.pdf import read_pdf
from plantext.read.source import PDF, describe
from tests.factories.pdf import Sheet, pdf

CORPUS = Path(__file__).parents[3] / "corpus"
DATA = os.environ.get("PLANTEXT_DATA")
SMALL = pdf(Sheet().text(72, 80, "Bridges", 18, bold=True).lines(72, 110, ["The county looks after them.", "It always has."]))


@pytest.mark.skipif(not DATA, reason="PLANTEXT_DATA names no folder of test PDFs")
@pytest.mark.parametrize("name", ["panel_report_lo", "plan_2013_14_wp"])
def test_the_readers_agree(name):
    data = (Path(DATA or "") / "pdf" / f"{name}.pdf").read_bytes()
    documents = [read_pdf(data, describe(data, name, PDF), reader=reader) for reader in ("pdfium", "pdfplumber")]
    first, second = ([(b.kind, b.level, normalised(b.text)) for b in document.blocks] for document in documents)
    assert first == second


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.pdf")), ids=lambda path: path.stem)
def test_the_readers_agree_on_the_sample_corpus(path):
    data = path.read_bytes()
    first, second = (read_pdf(data, describe(data, path.name, PDF), reader=reader) for reader in ("pdfium", "pdfplumber"))
    for one, other in zip(first.blocks, second.blocks, strict=True):
        assert (one.id, one.kind, one.level, one.marker, one.page) == (other.id, other.kind, other.level, other.marker, other.page)
    assert first.pages == second.pages
    assert first.figures == second.figures


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, len(SMALL) - 1), st.integers(0, 255)), max_size=12), st.integers(0, len(SMALL)))
def test_a_damaged_file_is_read_or_refused_with_a_reason(changes, cut):
    data = bytearray(SMALL)
    for place, value in changes:
        data[place] = value
    damaged = bytes(data[: cut or None])
    assert _outcome(damaged) in {"read", "damaged", "no_pages", "needs_ocr", "encrypted"}


def _outcome(data: bytes) -> str:
    try:
        document = read_pdf(data, describe(data, "damaged.pdf", PDF))
    except SourceError as error:
        return error.status
    return "read" if document.pages else "nothing"
