"""The figures of a batch's results in plain words: the same names as in the results' own reports."""

from __future__ import annotations

from collections.abc import Mapping

from plantext.model.alignment import KINDS
from plantext.model.batch import JobRow
from plantext.model.checks import SEVERITIES
from plantext.model.coverage import STATUSES
from plantext.model.progress import EVENT_KINDS, PROGRESS_STATUSES
from plantext.report import words
from plantext.report.checks import SEVERITY_WORDS
from plantext.report.history import EVENT_WORDS
from plantext.report.progress import PROGRESS_WORDS

REVIEW = {"needs_review": words.REVIEW}
FIGURES: Mapping[str, Mapping[str, str]] = {
    "milestones": {"found": "Milestones"},
    "recommendations": {"found": "Statements"},
    "variations": {
        "before": "Milestones before", "after": "Milestones after",
        words.UNCHANGED: words.KIND_WORDS[words.UNCHANGED], **{kind: words.KIND_WORDS[kind] for kind in KINDS}, **REVIEW,
    },
    "coverage": {"asks": "Asks", **{status: words.STATUS_WORDS[status] for status in STATUSES}, **words.ANSWERABLE_WORDS, **REVIEW},
    "progress": {"milestones": "Milestones", **{status: PROGRESS_WORDS[status] for status in PROGRESS_STATUSES}, **REVIEW},
    "check": {severity: SEVERITY_WORDS[severity] for severity in SEVERITIES},
    "history": {"lives": "Milestones", **{kind: EVENT_WORDS[kind] for kind in EVENT_KINDS}},
}  # fmt: skip
"""Which of a result's counts are said, in this order, and what they are called; a topic is called by its own name."""


def figure_words(job: JobRow) -> str:
    """A result's figures in a line; those that are nought are left out."""
    named = FIGURES.get(job.verb) or {topic: topic for topic in job.counts}
    said = [
        f"{name if job.verb == 'topics' else words.within(name)}: {job.counts[key]:,}" for key, name in named.items() if job.counts.get(key)
    ]
    return words.sentence(", ".join(said) or job.summary)
