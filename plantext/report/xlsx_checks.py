"""A check as an Excel workbook: one row a finding, with room for what was decided, and one row a passage that speaks of a requirement."""

from __future__ import annotations

from plantext.model.checks import Checks, Finding, StatutoryEvidence, StatutoryRow
from plantext.report import words
from plantext.report.checks import CODE_WORDS, FOUND_WORDS, NOT_CERTAIN, SEVERITY_WORDS, group_findings, said_words, silence_words
from plantext.report.printable import printable
from plantext.report.workbook import Column, Sheet, make_book
from plantext.report.xlsx import DECISION, figures_sheet, page_cell

CHECKED: tuple[str, ...] = ("To check", "Put right", "Left as it is")
"""What a person can say of a finding; every row begins with the first."""
IN_FORCE = {True: "Yes", False: "No", None: "Not known"}


def render_checks(result: Checks) -> bytes:
    """The figures, the findings, and the statutory contents."""
    result = printable(result)
    findings = Sheet(
        "Findings",
        (
            Column("No.", 6), Column("How bad", 16), Column("What", 26), Column("Page", 10), Column("Section", 28), Column("The plan’s words", 50),
            Column("Finding", 50), Column("Suggestion", 40), Column("Status", 16, CHECKED, fill_in=True), *DECISION, Column("Code", 22),
        ),
        [_finding(number, one) for group in group_findings(result) for number, one in group.rows],
    )  # fmt: skip
    law = Sheet(
        "What the law wants",
        (
            Column("What is wanted", 40), Column("Evidence", 16), Column("In force at the plan’s date", 16), Column("Passage", 60), Column("Document", 24),
            Column("Page", 10), Column("Section", 28), Column("Dates in it", 26), Column("Law", 36), Column("Provision", 24), Column("From", 14),
            Column("Until", 14), Column("How sure", 26), Column("Where to read it", 40), Column("Requirement", 28),
        ),
        [cells for row in result.statutory for cells in _requirement(row)],
    )  # fmt: skip
    sources = [("Plan", words.source_words(result.source)), ("Year", words.edition_words(result.edition))]
    if result.before:
        sources.append(("Compared with", words.source_words(result.before)))
    sources += [("Left out", line) for line in silence_words(result)]
    counts = [(name, result.counts.get(severity, 0)) for severity, name in SEVERITY_WORDS.items()]
    return make_book(f"Check of {result.source.name}", (figures_sheet(counts, sources, result.issues), findings, law))


def _finding(number: int, one: Finding) -> tuple[object, ...]:
    return (
        number, SEVERITY_WORDS[one.severity], CODE_WORDS[one.code], page_cell(one), one.section, said_words(one), one.message, one.suggestion,
        CHECKED[0], None, None, one.code,
    )  # fmt: skip


def _requirement(row: StatutoryRow) -> list[tuple[object, ...]]:
    passages: tuple[StatutoryEvidence | None, ...] = row.evidence or (None,)
    law = (
        row.law,
        row.provision,
        row.in_force_from,
        row.until,
        "Checked" if row.certain else words.sentence(NOT_CERTAIN),
        row.cited,
        row.requirement,
    )
    return [(row.title, FOUND_WORDS[row.status], IN_FORCE[row.in_force], *_passage(one), *law) for one in passages]


def _passage(one: StatutoryEvidence | None) -> tuple[object, ...]:
    return (one.text, one.source, page_cell(one), one.section, ", ".join(one.dates)) if one else (None,) * 5
