"""Results to text, Markdown, HTML, CSV and JSON. It decides nothing, and touches no disk but for its own templates."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from plantext.errors import UsageError
from plantext.model.alignment import Variations
from plantext.model.batch import Batch
from plantext.model.coverage import Coverage
from plantext.model.document import Document
from plantext.model.findings import Milestones, Recommendations
from plantext.model.json import dumps
from plantext.report import csv, html, markdown, text

FORMATS: dict[tuple[type, str], Callable[[Any], str]] = {
    (Document, "text"): text.render_text,
    (Document, "json"): dumps,
    (Document, "md"): markdown.render_document,
    (Document, "html"): html.render_document,
    (Milestones, "text"): text.render_text,
    (Milestones, "json"): dumps,
    (Milestones, "md"): markdown.render_milestones,
    (Milestones, "csv"): csv.render_milestones,
    (Variations, "text"): text.render_text,
    (Variations, "json"): dumps,
    (Variations, "md"): markdown.render_variations,
    (Variations, "html"): html.render_variations,
    (Variations, "csv"): csv.render_variations,
    (Recommendations, "text"): text.render_text,
    (Recommendations, "json"): dumps,
    (Recommendations, "md"): markdown.render_recommendations,
    (Recommendations, "csv"): csv.render_recommendations,
    (Coverage, "text"): text.render_text,
    (Coverage, "json"): dumps,
    (Coverage, "md"): markdown.render_coverage,
    (Coverage, "html"): html.render_coverage,
    (Coverage, "csv"): csv.render_coverage,
    (Batch, "json"): dumps,
    (Batch, "html"): html.render_batch,
}
"""Which result is written in which format, and by what."""


def formats_of(kind: type) -> tuple[str, ...]:
    """The formats in which a result of class `kind` can be written."""
    return tuple(name for result, name in FORMATS if result is kind)


def render(result: object, format: str) -> str:  # noqa: A002  # the word that users know
    """`result` written in `format`, ending in a line feed; the same result gives the same text. Raises UsageError."""
    renderer = FORMATS.get((type(result), format))
    if renderer is None:
        known = ", ".join(formats_of(type(result)))
        name = type(result).__name__.lower()
        remedy = f"Formats for it: {known}." if known else "There is no format for it."
        raise UsageError(f"{name}: there is no report in the format {format!r}. {remedy}")
    return renderer(result)
