"""Statements, held to plain-text cases: to add one, write it into fixtures/statements.txt."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plantext.find.statements.statements import find_recommendations, find_statements
from plantext.model.document import Document, Mark
from plantext.read.assemble import Draft, DraftCell, assemble
from plantext.read.source import TEXT, describe

CASES = Path(__file__).parent / "fixtures" / "statements.txt"


def document_of(lines: list[str]) -> Document:
    drafts: list[Draft] = []
    for line in lines:
        if match := re.match(r"(#+) (.*)", line):
            drafts.append(Draft(kind="heading", text=match[2], level=len(match[1])))
        elif match := re.match(r"( *)(-|\d+\.) (.*)", line):
            drafts.append(Draft(kind="list_item", text=match[3], level=1 + len(match[1]) // 2, marker=match[2]))
        elif match := re.fullmatch(r"\*(.*)\*", line):
            drafts.append(Draft(kind="paragraph", text=match[1], marks=[Mark(style="italic", span=(0, len(match[1])))]))
        else:
            drafts.append(Draft(kind="paragraph", text=line))
    return assemble(describe(b"x", "x.txt", TEXT), drafts)


def load_cases() -> list[object]:
    cases: list[object] = []
    for case in CASES.read_text(encoding="utf-8").split("\n= ")[1:]:
        title, _, rest = case.partition("\n")
        given, _, expected = rest.partition("\n---")
        cases.append(pytest.param(given.split("\n"), [line for line in expected.split("\n") if line.strip()], id=title))
    return cases


@pytest.mark.parametrize(("given", "expected"), load_cases())
def test_case(given: list[str], expected: list[str]) -> None:
    found = [f"{s.act}{' absent' if s.absence_claim else ''} | {s.text}" for s in find_statements(document_of(given))]
    assert found == expected


def test_a_letter_keeps_words_places_deadlines_and_addressee() -> None:
    document = document_of(
        [
            "## To the Commissioner for Harbours",
            "## Moorings",
            "The Panel expects more on piers in the 2031-32 Harbour Plan. It asked the Deputy Mayor for figures on tolls within six weeks.",
            "You agreed to meet the rowers by June 2031.",
        ]
    )
    result = find_recommendations(document)
    expected, asked, agreed = result.statements
    for statement in result.statements:
        assert document.block(statement.block).text[slice(*statement.span)] == statement.text
        assert statement.theme == statement.section == "Moorings"
        assert statement.id.startswith("s-")
    assert (expected.act, expected.due, expected.addressee) == ("request", "in the 2031-32 Harbour Plan", "Commissioner for Harbours")
    assert (asked.act, asked.due, asked.topics[0]) == ("information", "within six weeks", "Deputy Mayor")
    assert (agreed.act, agreed.due, agreed.addressee) == ("undertaking", "by June 2031", None)
    assert len({statement.id for statement in result.statements}) == len(result.statements)


def test_a_line_that_opens_a_resolution_is_no_theme() -> None:
    document = document_of(["## Tolls", "The Panel noted the fees.", "## RESOLVED:", "- That the Mayor be asked to halve the fees."])
    assert [(s.act, s.theme) for s in find_statements(document)] == [("note", "Tolls"), ("request", "Tolls")]


def test_a_resumptive_ask_takes_its_subject_from_the_sentence_before() -> None:
    _, asked = find_statements(document_of(["There was nothing on dog theft in the draft. It therefore asked that this be added."]))
    assert asked.topics == ("dog theft",)


def test_in_a_report_of_numbered_recommendations_narrative_is_no_demand() -> None:
    narrative = [
        "## Findings",
        "Ferries should run on time. We found that staff need more rooms.",
        "The Committee was concerned about ice.",
    ]
    numbered = [line for number in (1, 2, 3) for line in (f"## Recommendation {number}", f"Pier {number} should be mended.")]
    asked = [f"Pier {number} should be mended." for number in (1, 2, 3)]
    short = [statement.text for statement in find_statements(document_of([*narrative, *numbered]))]
    assert short == ["We found that staff need more rooms.", "The Committee was concerned about ice.", *asked]
    argued = ["The ferry ran on Monday and the tide was high at noon on that day."] * 600  # as long as a review that argues its case
    long = [statement.text for statement in find_statements(document_of([*narrative, *argued, *numbered]))]
    assert long == ["The Committee was concerned about ice.", *asked]


def test_numbers_are_those_in_print() -> None:
    lines = ["## Recommendations", "R1. Mend the pier.", "1. Paint the pier.", "Recommendation 3(b): Light the pier."]
    lines += ["## Recommendation 4", "The Mayor should:", "- open a desk;", "## Roads", "The Panel asked for a map."]
    assert [(s.number, s.text) for s in find_statements(document_of(lines))] == [
        ("R1", "Mend the pier."),
        ("1", "Paint the pier."),
        ("Recommendation 3(b)", "Light the pier."),
        ("Recommendation 4", "open a desk;"),
        (None, "The Panel asked for a map."),
    ]


def test_a_table_says_number_owner_and_date_of_what_it_asks() -> None:
    def row(*texts: str) -> list[DraftCell]:
        return [DraftCell(blocks=[Draft(kind="paragraph", text=text)]) for text in texts]

    header = ["Ref", "Action", "Lead", "By when"]
    rows = [row("R1", "Mend the pier", "Harbour master", "June 2031"), row("R1.1", "Report on ice to the Board", "Clerk", "May 2031")]
    found = find_statements(assemble(describe(b"x", "x.txt", TEXT), [Draft(kind="table", text="", header=header, rows=rows)]))
    assert [(s.number, s.act, s.addressee, s.due) for s in found] == [
        ("R1", "request", "Harbour master", "June 2031"),
        ("R1.1", "information", "Clerk", "May 2031"),
    ]


def test_a_document_that_states_nothing_says_what_was_looked_for() -> None:
    (issue,) = find_recommendations(document_of(["The county has four hundred miles of coast."])).issues
    assert issue.code == "no-statements"
    assert find_recommendations(document_of(["The Panel asked for a map."])).issues == ()


def test_a_question_that_minutes_answer_is_a_note() -> None:
    lines = [
        "Cllr Hale asked whether the pier was safe. The Harbour Director replied that it was.",
        "Cllr Moss asked when the kiosk would open.",
    ]
    assert [s.act for s in find_statements(document_of(lines))] == ["note", "note", "information"]
    (owed, later) = find_statements(document_of(["Cllr Hale asked who pays. The Director replied that he would circulate a note."]))
    assert (owed.act, later.act) == ("information", "undertaking")


def test_praise_among_recommendations_stays_praise() -> None:
    lines = ["## Recommendations", "R1. Mend the pier.", "R2. Congratulates the crews on their speed.", "R3. Support the crews."]
    assert [s.act for s in find_statements(document_of(lines))] == ["request", "praise", "request"]


def test_a_stem_lends_its_deadline_and_addressee() -> None:
    found = find_statements(document_of(["By 31 March 2031, the Director of Piers should:", "- mend the lamps;", "- oil the gates."]))
    assert [(s.due, s.addressee) for s in found] == [("By 31 March 2031", "the Director of Piers")] * 2


def test_a_table_gives_the_cells_of_its_recommendations() -> None:
    def cell(text: str) -> DraftCell:
        return DraftCell(blocks=[Draft(kind="paragraph", text=text)])

    table = Draft(
        kind="table",
        text="",
        header=["No", "Recommendation", "Response"],
        rows=[[cell("1"), cell("Mend the pier."), cell("We should not.")], [cell("2"), cell("Provide an update on ice."), cell("Agreed.")]],
    )
    found = find_statements(assemble(describe(b"x", "x.txt", TEXT), [table]))
    assert [(s.act, s.text) for s in found] == [("request", "Mend the pier."), ("information", "Provide an update on ice.")]


WORDS = st.sampled_from(
    (
        "The Panel Members you asked was concerned that should be and but , . : ; ? for a report on RESOLVED Recommendation 4 - "
        "no mention of would like to"
    ).split()
)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=25).map(" ".join), max_size=4))
@settings(max_examples=60, deadline=None)
def test_any_document_gives_statements_of_its_own_words(lines: list[str]) -> None:
    document = document_of(lines)
    found = find_statements(document)
    assert all(document.block(s.block).text[slice(*s.span)] == s.text == s.text.strip() != "" for s in found)
    assert found == find_statements(document)


def test_long_lines_without_a_stop_are_read_in_reasonable_time() -> None:
    started = time.process_time()
    find_statements(document_of(["the panel and the members that asked " * 300, "a, " * 1000, "It was " * 800]))
    assert time.process_time() - started < 20  # seconds; a pattern that backtracks without end would take hours
