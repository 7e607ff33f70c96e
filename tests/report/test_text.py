import re

import pytest

from plantext.report.text import render_text
from tests.factories import samples
from tests.factories.results import answer as answered
from tests.factories.results import change, coverage, evidence, milestone, statement, variations

EVERY = [
    samples.sample_document,
    samples.sample_milestones,
    samples.sample_variations,
    samples.sample_recommendations,
    samples.sample_coverage,
]
ANSI = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("sample", EVERY)
@pytest.mark.parametrize("width", [60, 80, 120])
def test_lines_fit_and_none_ends_in_spaces(sample, width):
    lines = render_text(sample(), width=width).split("\n")
    assert max(map(len, lines)) <= width
    assert not [line for line in lines if line != line.rstrip()]


@pytest.mark.parametrize("sample", EVERY)
def test_colour_adds_nothing_but_colour(sample):
    plain, coloured = render_text(sample()), render_text(sample(), colour=True)
    assert "\x1b" not in plain
    assert "\x1b" in coloured
    assert [line.rstrip() for line in ANSI.sub("", coloured).split("\n")] == plain.split("\n")


@pytest.mark.parametrize("name", ["NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM"])
def test_the_environment_changes_nothing(monkeypatch, name):
    expected = render_text(samples.sample_coverage()), render_text(samples.sample_coverage(), colour=True)
    monkeypatch.setenv(name, "40")
    assert (render_text(samples.sample_coverage()), render_text(samples.sample_coverage(), colour=True)) == expected


def test_variations_give_the_counts_first_and_unchanged_entries_in_short():
    long = "Visit every village hall " * 20
    result = variations((milestone("b", long),), (milestone("a", long),), (change("v", ("b",), ("a",)),))
    text = render_text(result)
    assert text.index("Unchanged        1") < text.index("Safer streets (0 changes)")
    assert "…" in text
    assert text.endswith("In all: 0 changes, 1 unchanged, in 1 objective.\n")


def test_an_unchanged_entry_that_needs_review_is_shown_whole_with_its_reason():
    doubtful = change("v", ("b",), ("a",), needs_review=True, review_reason="two entries are as near")
    text = render_text(variations((milestone("b", "Old"),), (milestone("a", "New"),), (doubtful,)))
    assert "Needs a person's review. Two entries are as near" in text


def test_coverage_says_what_was_found_where_and_what_was_looked_for():
    text = " ".join(render_text(samples.sample_coverage()).split())
    assert "Found in this version." in text
    assert "(page 10, under “4.2 Policing the countryside”)" in text
    assert "never in the plan: farm theft, machinery" in text
    assert "Undertaking: You agreed" in text


def test_evidence_beyond_the_first_is_counted():
    many = tuple(evidence(f"Passage {number}") for number in range(5))
    text = render_text(coverage((statement("s", "Do it."),), (answered("s", evidence=many),)))
    assert "Passage 2" in text
    assert "Passage 3" not in text
    assert "and 2 more passages" in text


def test_nothing_to_report_still_reads():
    assert "In all: 0 changes, 0 unchanged, in 0 objectives." in render_text(variations())
    assert render_text(coverage()).startswith("Coverage: 0 asks of panel-report.pdf")
