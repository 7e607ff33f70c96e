"""Results to text, Markdown, HTML, CSV, JSON, Word and Excel. It decides nothing, and touches no disk but for its own templates."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, overload

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
from plantext.report.places import places_of

if TYPE_CHECKING:
    from plantext.report.pictures import Pictures


def _later(module: str, name: str) -> Callable[..., Any]:
    """A renderer that is imported when it is first called: a result is written in one format, and nobody waits for the others."""

    def renderer(*given: Any) -> Any:
        return getattr(import_module(f"plantext.report.{module}"), name)(*given)

    return renderer


FORMATS: dict[tuple[type, str], Callable[[Any], str | bytes]] = {
    (Document, "text"): _later("text", "render_text"),
    (Document, "json"): dumps,
    (Document, "md"): _later("markdown", "render_document"),
    (Document, "html"): _later("html", "render_document"),
    (Milestones, "text"): _later("text", "render_text"),
    (Milestones, "json"): dumps,
    (Milestones, "md"): _later("markdown", "render_milestones"),
    (Milestones, "csv"): _later("csv", "render_milestones"),
    (Milestones, "xlsx"): _later("xlsx", "render_milestones"),
    (Variations, "text"): _later("text", "render_text"),
    (Variations, "json"): dumps,
    (Variations, "md"): _later("markdown", "render_variations"),
    (Variations, "html"): _later("html", "render_variations"),
    (Variations, "docx"): _later("docx.variations", "render_variations"),
    (Variations, "xlsx"): _later("xlsx", "render_variations"),
    (Variations, "csv"): _later("csv", "render_variations"),
    (Recommendations, "text"): _later("text", "render_text"),
    (Recommendations, "json"): dumps,
    (Recommendations, "md"): _later("markdown", "render_recommendations"),
    (Recommendations, "csv"): _later("csv", "render_recommendations"),
    (Recommendations, "xlsx"): _later("xlsx", "render_recommendations"),
    (Coverage, "text"): _later("text", "render_text"),
    (Coverage, "json"): dumps,
    (Coverage, "md"): _later("markdown", "render_coverage"),
    (Coverage, "html"): _later("html", "render_coverage"),
    (Coverage, "docx"): _later("docx.coverage", "render_coverage"),
    (Coverage, "xlsx"): _later("xlsx", "render_coverage"),
    (Coverage, "csv"): _later("csv", "render_coverage"),
    (Checks, "text"): _later("text", "render_text"),
    (Checks, "json"): dumps,
    (Checks, "md"): _later("checks", "render_markdown"),
    (Checks, "html"): _later("checks", "render_html"),
    (Checks, "docx"): _later("docx.checks", "render_checks"),
    (Checks, "xlsx"): _later("xlsx_checks", "render_checks"),
    (TopicMatrix, "text"): _later("text", "render_text"),
    (TopicMatrix, "json"): dumps,
    (TopicMatrix, "md"): _later("topics", "render_topics_markdown"),
    (TopicMatrix, "html"): _later("topics", "render_topics_html"),
    (TopicMatrix, "xlsx"): _later("xlsx", "render_topics"),
    (TopicMatrix, "csv"): _later("topics", "render_topics_csv"),
    (Progress, "text"): _later("text", "render_text"),
    (Progress, "json"): dumps,
    (Progress, "md"): _later("progress", "render_markdown"),
    (Progress, "html"): _later("progress_page", "render_progress"),
    (Progress, "docx"): _later("docx.progress", "render_progress"),
    (Progress, "xlsx"): _later("xlsx_progress", "render_progress"),
    (Progress, "csv"): _later("progress", "render_csv"),
    (History, "text"): _later("text", "render_text"),
    (History, "json"): dumps,
    (History, "md"): _later("history", "render_markdown"),
    (History, "html"): _later("progress_page", "render_history"),
    (History, "docx"): _later("docx.history", "render_history"),
    (History, "xlsx"): _later("xlsx_progress", "render_history"),
    (History, "csv"): _later("history", "render_csv"),
    (Batch, "json"): dumps,
    (Batch, "html"): _later("html", "render_batch"),
}
"""Which result is written in which format, and by what."""

PICTURED: dict[type, Callable[[Any, Pictures], str]] = {
    Document: _later("html", "render_document"),
    Variations: _later("html", "render_variations"),
    Coverage: _later("html", "render_coverage"),
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
    with places_of(result):
        if pictures and format == "html" and type(result) in PICTURED:
            return PICTURED[type(result)](result, pictures)
        return renderer(result)
