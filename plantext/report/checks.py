"""A check as text, Markdown and a page: the same rows, the same words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plantext.model.checks import SEVERITIES, Checks, Finding, StatutoryEvidence, StatutoryRow
from plantext.report import words
from plantext.report.html import _page
from plantext.report.lines import Laid, figures, heading, item, labelled, paragraph
from plantext.report.markdown import escape
from plantext.report.printable import printable

SHOWN = 240  # characters of the plan's words in a text report; the other formats hold all
STYLES = {"error": "red", "warning": "yellow", "info": "cyan"}

SEVERITY_WORDS = {"error": "Error", "warning": "Warning", "info": "For information"}
SEVERITY_MEANS = {
    "error": "put it right before publication",
    "warning": "look at it, it is probably a fault",
    "info": "worth knowing, or a table that adds up",
}
CODE_WORDS = {
    "placeholder": "Still to be filled in",
    "draft-mark": "Draft mark",
    "duplicate-milestone": "Milestone stands twice",
    "milestone-mismatch": "Milestone worded differently",
    "year-mismatch": "Wrong year",
    "typo-year": "Mistyped year",
    "cross-reference": "Cross-reference",
    "name-variant": "Name in two spellings",
    "table-arithmetic": "Table arithmetic",
    "table-sign": "Sign in a table",
    "missing-rationale": "Promised reasons missing",
    "unexplained-change": "Change without a reason",
    "contents-mismatch": "Contents list",
    "numbering": "Numbering",
    "footnote": "Footnote",
    "acronym": "Acronym not spelt out",
    "impossible-date": "Impossible date",
    "figure-conflict": "Figure said differently",
    "dead-link": "Dead link",
}
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
FOUND_WORDS = {"found": "Evidence found", "not_found": "Not found"}
NO_FAULTS = "No fault was found."
NO_WORDS = "(no words of the text)"
NOT_A_JUDGEMENT = (
    "Evidence found means that a passage speaks of it, not that the law is satisfied. "
    "Not found means that no passage was found by the words that were looked for."
)
NOT_CERTAIN = "not checked against the law's text"


@dataclass(frozen=True)
class Group:
    """Findings of one severity; `rows` numbered from 1 through the whole report."""

    anchor: str
    name: str
    rows: tuple[tuple[int, Finding], ...]


def group_findings(result: Checks) -> tuple[Group, ...]:
    """Errors first, each severity in the plan's order."""
    groups: list[Group] = []
    number = 0
    for severity in SEVERITIES:
        members = [one for one in result.findings if one.severity == severity]
        if members:
            rows = tuple((number + place, one) for place, one in enumerate(members, start=1))
            number += len(members)
            groups.append(Group(severity, SEVERITY_WORDS[severity], rows))
    return tuple(groups)


def in_force(result: Checks) -> tuple[StatutoryRow, ...]:
    """The requirements in force at the plan's date, and those of which that is not known."""
    return tuple(row for row in result.statutory if row.in_force is not False)


def not_in_force(result: Checks) -> tuple[StatutoryRow, ...]:
    """The requirements that came later, or were over."""
    return tuple(row for row in result.statutory if row.in_force is False)


def law_words(row: StatutoryRow) -> str:
    """Where a requirement stands, and since when."""
    since = f"from {_day(row.in_force_from)}" if row.in_force_from else "date not known"
    until = f" until {_day(row.until)}" if row.until else ""
    certain = "" if row.certain else f"; {NOT_CERTAIN}"
    return f"{row.law}, {row.provision} ({since}{until}{certain})"


def _day(date: str) -> str:
    """An ISO date, or a month of one, as people write it.

    >>> _day("2012-11-22"), _day("2012-07"), _day("2012")
    ('22 November 2012', 'July 2012', '2012')
    """
    year, *rest = date.split("-")
    return " ".join([*(str(int(day)) for day in rest[1:]), *([MONTHS[int(rest[0]) - 1]] if rest else []), year])


def evidence_words(evidence: StatutoryEvidence) -> str:
    """Where a passage stands, with the dates in it."""
    dates = f"; dates: {', '.join(evidence.dates)}" if evidence.dates else ""
    return f"{evidence.source}, {words.place_words(evidence, evidence.source)}{dates}"


def said_words(finding: Finding) -> str:
    """The plan's own words, with how often they stand there; a table's cells parted by lines, and nothing for a watermark."""
    times = f" ({finding.count} times)" if finding.count > 1 else ""
    said = " | ".join(filter(None, finding.text.split("\t")))
    return f"“{said}”{times}" if said else NO_WORDS


def count_words(result: Checks) -> list[tuple[str, str]]:
    """How many findings of each severity."""
    return [(SEVERITY_WORDS[severity], f"{result.counts.get(severity, 0):,}") for severity in SEVERITIES]


def silence_words(result: Checks) -> list[str]:
    """What was left out, and why."""
    return [
        f"{CODE_WORDS[one.code]}: {words.plural(one.count, 'finding')} left out, because {one.reason.strip().rstrip('.')}."
        for one in result.silenced
    ]


def text_lines(result: Checks) -> Iterator[Laid]:
    """The check as a text report's pieces."""
    yield heading(f"Check of {words.source_words(result.source)}, {words.edition_words(result.edition)}")
    if result.before:
        yield paragraph(f"Compared with {words.source_words(result.before)}", 2)
    yield figures(("", ""), count_words(result))
    if not result.findings:
        yield paragraph(NO_FAULTS, 2)
    for group in group_findings(result):
        yield ""
        yield heading(f"{group.name} ({len(group.rows)})")
        for number, one in group.rows:
            yield ""
            yield item(f"{number}.", f"{CODE_WORDS[one.code]}, {words.place_words(one)}", style=STYLES[one.severity])
            lines = [("Plan", words.shorten(said_words(one), SHOWN)), ("Finding", one.message)]
            yield labelled(lines + ([("Suggest", one.suggestion)] if one.suggestion else []), 5, 8)
    rows = in_force(result)
    if rows:
        yield ""
        yield heading("What the law wants: evidence found")
        yield paragraph(NOT_A_JUDGEMENT, 2)
    for row in rows:
        yield ""
        yield item("-", f"{FOUND_WORDS[row.status]}: {row.title}")
        lines = [("Law", law_words(row)), *(("Passage", f"“{words.shorten(e.text, SHOWN)}” ({evidence_words(e)})") for e in row.evidence)]
        yield labelled(lines, 4, 8)
    if later := not_in_force(result):
        yield ""
        yield paragraph(f"Not in force at the plan's date: {'; '.join(row.title for row in later)}.", 2)
    notes = [*silence_words(result), *map(words.issue_words, result.issues)]
    if notes:
        yield ""
        yield heading("What was not read or left out, and what to know")
        for note in notes:
            yield item("-", note)


def render_markdown(result: Checks) -> str:
    """The check as Markdown."""
    return "\n\n".join(_markdown(printable(result))) + "\n"


def _table(header: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = [f"| {' | '.join(header)} |", f"|{'|'.join(' --- ' for _ in header)}|"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])


def _markdown(result: Checks) -> Iterator[str]:
    yield f"# Check of {escape(result.source.name)}"
    yield ", ".join(f"{name}: {number}" for name, number in count_words(result)) + "."
    if not result.findings:
        yield NO_FAULTS
    for group in group_findings(result):
        yield f"## {group.name} ({len(group.rows)})"
        yield _table(
            ("No.", "What", "The plan's words", "Finding", "Suggestion"), (_finding_cells(number, one) for number, one in group.rows)
        )
    if rows := in_force(result):
        yield "## What the law wants: evidence found"
        yield NOT_A_JUDGEMENT
        yield _table(("What is wanted", "Law", "Evidence"), (_statutory_cells(row) for row in rows))
    if later := not_in_force(result):
        yield f"Not in force at the plan's date: {escape('; '.join(row.title for row in later))}."
    notes = [*silence_words(result), *map(words.issue_words, result.issues)]
    if notes:
        yield "## What was not read or left out, and what to know"
        yield "\n".join(f"- {escape(note)}" for note in notes)


def _finding_cells(number: int, one: Finding) -> tuple[str, ...]:
    what = f"{CODE_WORDS[one.code]}<br>({escape(words.place_words(one))})"
    return str(number), what, escape(said_words(one)), escape(one.message), escape(one.suggestion or "") or " "


def _statutory_cells(row: StatutoryRow) -> tuple[str, ...]:
    found = [f"**{FOUND_WORDS[row.status]}**", *(f"“{escape(e.text)}” ({escape(evidence_words(e))})" for e in row.evidence)]
    return escape(row.title), escape(law_words(row)), "<br>".join(found)


def render_html(result: Checks) -> str:
    """The check as a page."""
    result = printable(result)
    groups = group_findings(result)
    rows = [one for group in groups for one in group.rows]
    codes = {code: sum(one.code == code for one in result.findings) for code in CODE_WORDS}
    return _page(
        "checks.html.j2",
        rows=len(rows),
        result=result,
        groups=groups,
        total=len(rows),
        counts=[(name, SEVERITY_MEANS[severity], result.counts.get(severity, 0)) for severity, name in SEVERITY_WORDS.items()],
        codes=CODE_WORDS,
        found=FOUND_WORDS,
        said=said_words,
        law=law_words,
        where=evidence_words,
        statutory=in_force(result),
        later=not_in_force(result),
        no_faults=NO_FAULTS,
        not_a_judgement=NOT_A_JUDGEMENT,
        choices=[
            *((severity, SEVERITY_WORDS[severity], result.counts.get(severity, 0)) for severity in SEVERITIES),
            *((code, CODE_WORDS[code], number) for code, number in codes.items()),
        ],
        issues=[*silence_words(result), *map(words.issue_words, result.issues)],
    )
