"""Reading PDFs: from the characters of each page to the drafts of a Document's blocks."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Callable

import msgspec

from plantext.errors import SourceError, UsageError
from plantext.model.document import Box, Document, Issue, Page, PageStatus, Source
from plantext.read.assemble import assemble
from plantext.read.collecting import uncollected
from plantext.read.pdf.engines.engine import PageContent, PageError, Reader

most_pages: int | None = None
"""Pages beyond these are not read: the worker sets it, to keep what comes before the page on which a reader hangs."""
HOPELESS = 25  # pages in a row that can't be read: the others are not tried (a page tree that lies may claim a million)
MOST_PAGES = 100_000  # pages; a file that claims more is damaged
READERS = ("pdfium", "pdfplumber")
SCAN = 0.5  # of a page: a picture that covers more of a page without text is a scan of it

on_page: Callable[[], object] | None = None
"""Called when a page has been read; the worker sets it, so that the caller's wall limit can grow."""


def read_pdf(data: bytes, source: Source, *, password: str | None = None, reader: str = "pdfium") -> Document:
    """The Document of a PDF, read in this process; `read_in_worker` does it in one that can be killed.

    Raises SourceError: encrypted, damaged, no_pages or needs_ocr; UsageError for an unknown reader.
    """
    with uncollected() if reader == "pdfium" else contextlib.nullcontext():
        return _read(data, source, password, reader)


def _read(data: bytes, source: Source, password: str | None, reader: str) -> Document:
    opened = _open(data, source.name, password, reader)
    source = msgspec.structs.replace(source, pages=opened.page_count)
    contents: list[PageContent] = []
    pages: list[Page] = []
    issues: list[Issue] = []
    fallback: Reader | None = None
    try:
        failed = 0
        for index in range(min(opened.page_count, MOST_PAGES)):
            content: PageContent | None = None
            if failed < HOPELESS and (most_pages is None or index < most_pages):
                try:
                    content = opened.page(index)
                except PageError:
                    if reader == "pdfium" and fallback is None:
                        fallback = _fallback(data, source.name, password)
                    content = _second_try(fallback, index)
            failed = failed + 1 if content is None else 0
            if content is None:
                width, height = opened.size(index) if failed < HOPELESS else (None, None)
                pages.append(Page(number=index + 1, status="failed", width=width, height=height))
                issues.append(Issue(code="page-failed", severity="error", message="This page can't be read.", page=index + 1))
            else:
                status = _status(content)
                pages.append(Page(number=index + 1, status=status, width=round(content.shown[0], 2), height=round(content.shown[1], 2)))
                if status == "scan":
                    message = "This page is a picture without text: run it through text recognition to have it read."
                    issues.append(Issue(code="scan-page", severity="warning", message=message, page=index + 1))
                contents.append(content)
                if on_page is not None:
                    on_page()
    finally:
        opened.close()
        if fallback is not None:
            fallback.close()
    _check_text(pages, source.name)
    return _document(source, contents, pages, issues)


def _document(source: Source, contents: list[PageContent], pages: list[Page], issues: list[Issue]) -> Document:
    from plantext.read.pdf.layout import read_layout
    from plantext.read.pdf.structure import build_drafts

    recognised = [c.number for c in contents if c.runs and sum(run.style.hidden for run in c.runs) > 0.5 * len(c.runs)]
    by_number = {content.number: content for content in contents}
    layout = read_layout(contents)

    def unturn(page: int, box: Box) -> Box:
        content = by_number[page]
        x0, top, x1, bottom = content.unturn(box) if content.turned else box
        return (round(x0, 1), round(top, 1), round(x1, 1), round(bottom, 1))

    drafts = build_drafts(layout, unturn)
    issues += _watermark_issues(layout.watermarks)
    if recognised:
        message = f"The text of {_pages(len(recognised))} was recognised from a picture, and may hold misread words."
        issues.append(Issue(code="recognised-text", severity="warning", message=message, page=recognised[0]))
    return assemble(source, drafts, pages=pages, issues=sorted(issues, key=lambda i: (i.page or 0, i.code)), figures=layout.figures)


def _open(data: bytes, name: str, password: str | None, reader: str) -> Reader:
    if reader == "pdfium":
        from plantext.read.pdf.engines.pdfium import PdfiumReader

        try:
            return PdfiumReader(data, name, password)
        except SourceError as error:
            if error.status != "damaged":
                raise
            repaired = _fallback(data, name, password)
            if repaired is not None:
                return repaired
            if b"/Count 0" in data:  # pdfium calls a PDF without pages damaged
                raise SourceError("no_pages", name, "the PDF has no pages.") from error
            raise
    if reader == "pdfplumber":
        from plantext.read.pdf.engines.plumber import PlumberReader

        return PlumberReader(data, name, password)
    raise UsageError(f"There is no PDF reader {reader!r}; the readers are {' and '.join(READERS)}.")


def _fallback(data: bytes, name: str, password: str | None) -> Reader | None:
    gc.enable()  # the other reader's parts do make cycles
    try:
        return _open(data, name, password, "pdfplumber")
    except SourceError:
        return None


def _second_try(fallback: Reader | None, index: int) -> PageContent | None:
    if fallback is None or index >= fallback.page_count:
        return None
    try:
        return fallback.page(index)
    except PageError:
        return None


def _status(content: PageContent) -> PageStatus:
    if any(run.text.strip() for run in content.runs):
        return "text"
    area = content.width * content.height
    pictures = sum((s.x1 - s.x0) * (s.bottom - s.top) for s in content.shapes if s.kind == "image")
    return "scan" if area > 0 and pictures > SCAN * area else "empty"


def _check_text(pages: list[Page], name: str) -> None:
    if any(page.status == "text" for page in pages):
        return
    if any(page.status == "scan" for page in pages):
        raise SourceError("needs_ocr", name, "the pages are pictures, without text.")
    if any(page.status == "failed" for page in pages):
        raise SourceError("damaged", name, "none of its pages can be read.")
    raise SourceError("needs_ocr", name, "there is no text on its pages.")


def _watermark_issues(watermarks: dict[int, list[str]]) -> list[Issue]:
    from plantext.read.pdf.watermarks import DRAFT

    by_words: dict[str, list[int]] = {}
    for number, words in watermarks.items():
        text = " ".join(words)
        if DRAFT.search(text):
            by_words.setdefault(text, []).append(number)
    return [
        Issue(
            code="draft-mark",
            severity="warning",
            message=f"{_pages(len(pages))} {'carries' if len(pages) == 1 else 'carry'} the mark “{text}”.",
            page=pages[0],
        )
        for text, pages in by_words.items()
    ]


def _pages(count: int) -> str:
    return "1 page" if count == 1 else f"{count} pages"
