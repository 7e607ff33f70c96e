"""Everything to publish, as files: the summary, the response, the notice, the coverage report, and a page that names them all."""

from __future__ import annotations

from typing import NamedTuple

from plantext.model.pack import Pack
from plantext.report import html, render
from plantext.report.docx.coverage import render_coverage
from plantext.report.docx.decision import render_decision
from plantext.report.docx.response import render_response
from plantext.report.docx.variations import render_variations
from plantext.report.pictures import Pictures
from plantext.report.places import places_of

RESPONSE = "response-to-the-panel.docx"
INDEX = "index.html"


class Part(NamedTuple):
    """One document of the pack: its file names, and what it is."""

    names: tuple[str, ...]
    title: str
    note: str


PARTS = (
    Part(
        ("summary-of-variations.docx", "summary-of-variations.html", "summary-of-variations.xlsx"),
        "Summary of variations",
        "Both years side by side, and the schedule of every change with its reason.",
    ),
    Part((RESPONSE,), "Response to the panel’s report", "Each ask, what the plan says, and the response."),
    Part(("decision-notice.docx",), "Decision notice", "A draft: what only a person can say is marked by square brackets."),
    Part(("coverage.docx", "coverage.html"), "Coverage", "What was asked, where the plan answers it, and how firmly."),
)


def render_pack(pack: Pack, *, draft: bool, pictures: Pictures | None = None) -> dict[str, bytes]:
    """Every file of the pack by its name. The decision notice stays a draft until a person has filled in its blanks."""
    with places_of(pack):
        made = _documents(pack, draft=draft, pictures=pictures)
    made[INDEX] = html.render_pack(pack, PARTS, draft=draft).encode()
    return made


def _documents(pack: Pack, *, draft: bool, pictures: Pictures | None) -> dict[str, bytes]:
    return {
        "summary-of-variations.docx": render_variations(pack.variations, draft=draft, checks=draft),
        "summary-of-variations.html": render(pack.variations, "html", pictures).encode(),
        "summary-of-variations.xlsx": render(pack.variations, "xlsx"),
        RESPONSE: render_response(pack.coverage, responses=pack.responses, lost=[(one.asked, one.text) for one in pack.lost], draft=draft),
        "decision-notice.docx": render_decision(pack),
        "coverage.docx": render_coverage(pack.coverage, draft=draft),
        "coverage.html": render(pack.coverage, "html", pictures).encode(),
    }
