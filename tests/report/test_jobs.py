"""What the overview of a batch says of each result: the words of its own report, and no names of fields."""

import pytest
from msgspec import structs

from plantext.model.batch import JobRow
from plantext.report.html import render_batch
from plantext.report.jobs import FIGURES, figure_words
from tests.factories.samples import sample_batch


def job(verb, counts, **more):
    fields = {"sources": ("a.pdf",), "status": "ok", "reason": "", "summary": "", "json": None, "html": None}
    return JobRow(verb=verb, counts=counts, **(fields | more))


@pytest.mark.parametrize(
    ("verb", "counts", "said"),
    [
        (
            "variations",
            {"before": 28, "after": 1034, "changes": 35, "unchanged": 0, "target": 12, "editorial": 3, "needs_review": 2},
            "Milestones before: 28, milestones after: 1,034, target changed: 12, needs a person's review: 2",
        ),
        ("coverage", {"asks": 3, "partial": 2, "not_by_a_plan": 1}, "Asks: 3, partly covered: 2, not for a plan: 1"),
        ("check", {"error": 1, "warning": 0, "info": 4}, "Error: 1, for information: 4"),
        ("history", {"lives": 9, "introduced": 9, "dropped": 1}, "Milestones: 9, first seen: 9, dropped: 1"),
        ("topics", {"NHS trusts": 2, "Farms": 0}, "NHS trusts: 2"),
        ("milestones", {"found": 4}, "Milestones: 4"),
    ],
)
def test_figures_in_the_words_of_the_reports(verb, counts, said):
    assert figure_words(job(verb, counts)) == said


def test_where_nothing_is_counted_the_summary_stands():
    assert figure_words(job("check", {}, summary="nothing found")) == "Nothing found"
    assert all(name[:1].isupper() for names in FIGURES.values() for name in names.values())


def test_the_overview_names_what_was_taken_in_besides():
    batch = sample_batch()
    row = job("check", {"error": 1}, beside={"before": "old.pdf"}, also=("board.pdf",))
    assert "with old.pdf, board.pdf" in render_batch(structs.replace(batch, jobs=(row,)))
