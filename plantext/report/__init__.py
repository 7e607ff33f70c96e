"""Results to text, Markdown, HTML, CSV, JSON, Word and Excel. It decides nothing, and touches no disk but for its own templates."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any, Literal, overload

from plantext.errors import UsageError
from plantext.model.alignment import Variations
from plantext.model.batch import Batch
from plantext.model.checks import Checks
from plantext.model.coverage import Coverage
from plantext.model.document import Document
from plantext.model.findings import Milestones, Recommendations
from plantext.model.json import dumps
from plantext.model.progress import History, Progress
from plantext.model.topics import TopicMatrix
from plantext.report import checks, csv, history, html, markdown, progress, progress_page, text, topics
from plantext.report.pictures import Pictures


def _later(module: str, name: str) -> Callable[[Any], bytes]:
    """A renderer that is imported when it is first called: python-docx and openpyxl take a while."""

    def renderer(result: Any) -> bytes:
        made: bytes = getattr(import_module(f"plantext.report.{module}"), name)(result)
        return made

    return renderer


FORMATS: dict[tuple[type, str], Callable[[Any], str | bytes]] = {
    (Document, "text"): text.render_text,
    (Document, "json"): dumps,
    (Document, "md"): markdown.render_document,
    (Document, "html"): html.render_document,
    (Milestones, "text"): text.render_text,
    (Milestones, "json"): dumps,
    (Milestones, "md"): markdown.render_milestones,
    (Milestones, "csv"): csv.render_milestones,
    (Milestones, "xlsx"): _later("xlsx", "render_milestones"),
    (Variations, "text"): text.render_text,
    (Variations, "json"): dumps,
    (Variations, "md"): markdown.render_variations,
    (Variations, "html"): html.render_variations,
    (Variations, "docx"): _later("docx.variations", "render_variations"),
    (Variations, "xlsx"): _later("xlsx", "render_variations"),
    (Variations, "csv"): csv.render_variations,
    (Recommendations, "text"): text.render_text,
    (Recommendations, "json"): dumps,
    (Recommendations, "md"): markdown.render_recommendations,
    (Recommendations, "csv"): csv.render_recommendations,
    (Recommendations, "xlsx"): _later("xlsx", "render_recommendations"),
    (Coverage, "text"): text.render_text,
    (Coverage, "json"): dumps,
    (Coverage, "md"): markdown.render_coverage,
    (Coverage, "html"): html.render_coverage,
    (Coverage, "docx"): _later("docx.coverage", "render_coverage"),
    (Coverage, "xlsx"): _later("xlsx", "render_coverage"),
    (Coverage, "csv"): csv.render_coverage,
    (Checks, "text"): text.render_text,
    (Checks, "json"): dumps,
    (Checks, "md"): checks.render_markdown,
    (Checks, "html"): checks.render_html,
    (TopicMatrix, "text"): text.render_text,
    (TopicMatrix, "json"): dumps,
    (TopicMatrix, "md"): topics.render_topics_markdown,
    (TopicMatrix, "html"): topics.render_topics_html,
    (TopicMatrix, "xlsx"): _later("xlsx", "render_topics"),
    (TopicMatrix, "csv"): topics.render_topics_csv,
    (Progress, "text"): text.render_text,
    (Progress, "json"): dumps,
    (Progress, "md"): progress.render_markdown,
    (Progress, "html"): progress_page.render_progress,
    (Progress, "docx"): _later("docx.progress", "render_progress"),
    (Progress, "xlsx"): _later("xlsx", "render_progress"),
    (Progress, "csv"): progress.render_csv,
    (History, "text"): text.render_text,
    (History, "json"): dumps,
    (History, "md"): history.render_markdown,
    (History, "html"): progress_page.render_history,
    (History, "xlsx"): _later("xlsx", "render_history"),
    (History, "csv"): history.render_csv,
    (Batch, "json"): dumps,
    (Batch, "html"): html.render_batch,
}
"""Which result is written in which format, and by what."""

PICTURED: dict[type, Callable[[Any, Pictures], str]] = {
    Document: html.render_document,
    Variations: html.render_variations,
    Coverage: html.render_coverage,
}
"""The pages that show pictures of the places they name."""

BINARY: frozenset[str] = frozenset({"docx", "xlsx"})
"""Formats that are bytes, which no terminal can show."""


def formats_of(kind: type) -> tuple[str, ...]:
    """The formats in which a result of class `kind` can be written."""
    return tuple(name for result, name in FORMATS if result is kind)


@overload
def render(result: object, format: Literal["text", "json", "md", "html", "csv"], pictures: Pictures | None = None) -> str: ...
@overload
def render(result: object, format: Literal["docx", "xlsx"], pictures: Pictures | None = None) -> bytes: ...
@overload
def render(result: object, format: str, pictures: Pictures | None = None) -> str | bytes: ...
def render(result: object, format: str, pictures: Pictures | None = None) -> str | bytes:  # noqa: A002  # the word that users know
    """`result` written in `format`: text that ends in a line feed, or the bytes of a Word or Excel file; the same result gives the same.

    `pictures` of places, as `plantext.report.pictures` names them, are shown on HTML pages; the other formats have none.
    Raises UsageError for a format that the result does not have, or whose extra is not installed.
    """
    renderer = FORMATS.get((type(result), format))
    if renderer is None:
        known = ", ".join(formats_of(type(result)))
        name = type(result).__name__.lower()
        remedy = f"Formats for it: {known}." if known else "There is no format for it."
        raise UsageError(f"{name}: there is no report in the format {format!r}. {remedy}")
    if pictures and format == "html" and type(result) in PICTURED:
        return PICTURED[type(result)](result, pictures)
    return renderer(result)
