"""A document with every kind of block, and a batch of documents. The sentences are our own."""

from __future__ import annotations

from plantext.model.batch import Batch, JobRow, SourceRow
from plantext.model.document import Document, Page
from tests.factories.results import block, cell, document


def sample_document() -> Document:
    """Every kind of block, a page that is a scan, and pictures that were not read."""
    return document(
        block("b-1", "heading", "Plan for Downland", level=1, role="title"),
        block("b-2", "heading", "Making our streets safer", level=2, marker="2.1"),
        block("b-3", "paragraph", "We asked 1,200 people what they want * of the police; most <want> to see them."),
        block("b-4", "list_item", "Hold a street meeting in each ward", level=1, marker="•"),
        block("b-5", "list_item", "in the evening", level=2, marker="a."),
        block("b-6", "heading", "A level is missed", level=4, page=2),
        block(
            "b-7",
            "table",
            "Milestone\tDate\nOpen a centre\tMay",
            page=2,
            header=("Milestone", "Date"),
            rows=((cell("Open a centre\nin the north | west"), cell("May")), (cell("Close the old one", colspan=2),)),
        ),
        block("b-8", "footnote", "Figures to March.", page=2, marker="1"),
        block("b-9", "caption", "Figure 1: calls by month", page=2),
        pages=(Page(number=1, status="text"), Page(number=2, status="text"), Page(number=3, status="scan")),
        figures=2,
    )


def sample_batch() -> Batch:
    """A batch with a source that was read, one in part and one not at all, and a result that was made and one that was not."""
    plan = SourceRow(
        path="plans/plan-2022.pdf",
        status="ok",
        reason="",
        kind="plan",
        title="Plan for Downland",
        publisher="Downland",
        edition="2022-23",
        date=None,
        pages=31,
        sha256="0" * 64,
        guessed=("edition",),
    )
    letter = SourceRow(
        path="letter.docx",
        status="partial",
        reason="one page is a picture",
        kind=None,
        title=None,
        publisher=None,
        edition=None,
        date="2022-03-01",
        pages=None,
        sha256="1" * 64,
        guessed=(),
    )
    scan = SourceRow(
        path="scan.pdf",
        status="needs_ocr",
        reason="every page is a picture.",
        kind=None,
        title=None,
        publisher=None,
        edition=None,
        date=None,
        pages=4,
        sha256="2" * 64,
        guessed=(),
    )
    made = JobRow(
        verb="variations",
        sources=("plans/plan-2021.pdf", "plans/plan-2022.pdf"),
        status="ok",
        reason="",
        summary="7 changes",
        json="variations.json",
        html="variations.html",
    )
    nothing = JobRow(
        verb="recommendations", sources=("letter.docx",), status="nothing", reason="nothing is asked", summary="", json=None, html=None
    )
    return Batch(title="Downland papers", sources=(plan, letter, scan), jobs=(made, nothing))
