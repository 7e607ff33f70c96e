"""The checklist: what was in force when, what counts as evidence, and another regime as a file."""

from __future__ import annotations

import re

import pytest

from plantext.checks.assemble import check_plan
from plantext.checks.plan import Plan
from plantext.checks.rules import RULES, silence
from plantext.checks.statutory import Checklist, check_statutory, in_force, load_checklist
from plantext.errors import UsageError
from plantext.find.plan.milestones import find_milestones
from plantext.model.checks import Checks, Silence
from plantext.model.json import dumps, loads
from tests.factories.cases import read_plain

CHECKLIST = load_checklist()
THREATS = [item for item in CHECKLIST.requirement if item.requirement.startswith("threat_")]

PLAN = """Police and Crime Plan 2014-15

Our police and crime objectives are three. The police fight crime, and crime falls.

The Chief Constable was consulted between 3 and 14 January 2014, and the draft went to the Panel on 20 January 2014.

The force trains for terrorism, and each quarter the Chief Constable reports to me on progress against this plan.
"""


def rows(text, year=2014, also=()):
    return {row.requirement: row for row in check_statutory(read_plain(text), year, CHECKLIST, [read_plain(one) for one in also])}


@pytest.mark.parametrize(("year", "threats"), [(2013, 5), (2014, 5), (2015, 6), (2022, 6), (2023, 7), (2030, 7)])
def test_the_threats_of_each_year(year, threats):
    assert sum(in_force(item, year) is True for item in THREATS) == threats


def test_nothing_is_known_to_be_in_force_without_a_date():
    assert {in_force(item, None) for item in CHECKLIST.requirement} == {None}


def test_six_contents_of_section_7():
    contents = [item for item in CHECKLIST.requirement if item.provision.startswith("section 7(1)")]
    assert [item.requirement for item in contents] == [
        "objectives",
        "policing_provided",
        "resources",
        "reporting",
        "performance_measures",
        "grants",
    ]


def test_every_requirement_says_where_it_stands_and_has_ways_to_be_found():
    for item in CHECKLIST.requirement:
        assert item.law
        assert item.cited
        assert item.look_for
        assert item.in_force_from is None or re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?)?", item.in_force_from)


def test_evidence_with_place_and_dates():
    found = rows(PLAN)
    assert found["objectives"].evidence[0].text == "Our police and crime objectives are three."
    assert found["chief_constable_consulted"].evidence[0].dates == ("3 and 14 January 2014", "20 January 2014")
    assert found["draft_sent_to_panel"].status == "found"
    assert found["reporting"].status == found["threat_terrorism"].status == "found"
    assert found["grants"].status == found["threat_cyber"].status == "not_found"
    for row in found.values():
        for evidence in row.evidence:
            document = read_plain(PLAN)
            assert document.block(evidence.block).text[slice(*evidence.span)] == evidence.text


def test_steps_are_looked_for_in_every_document_and_contents_in_the_plan_only():
    found = rows(
        "The police and crime plan, in short.",
        also=["The Panel considered the draft plan on 9 February 2014. Grants are made on conditions."],
    )
    assert found["panel_reviewed"].evidence[0].dates == ("9 February 2014",)
    assert found["grants"].status == "not_found"


def test_another_regime_is_a_file(tmp_path):
    path = tmp_path / "fire.toml"
    path.write_text(
        'regime = "Fire plans"\napplies_to = ["fire"]\noften_enough = 1\n[[requirement]]\nrequirement = "risk"\ntitle = "Risks"\nlaw = "The framework"\n'
        'provision = "4.6"\ncited = "here"\ncertain = false\nlook_for = [["foreseeable", "risks?"]]\n',
        encoding="utf-8",
    )
    checklist = load_checklist(path)
    document = read_plain("Fire plan 2031-32\n\nWe list all foreseeable fire and rescue risks.")
    result = check_plan(Plan(document, find_milestones(document)), checklist)
    assert [(row.requirement, row.status) for row in result.statutory] == [("risk", "found")]
    assert loads(dumps(result), Checks) == result
    path.write_text("regime = 3", encoding="utf-8")
    with pytest.raises(UsageError, match=r"fire\.toml"):
        load_checklist(path)


def test_a_document_of_another_kind_is_told_so():
    document = read_plain("Harbour plan 2031-32\n\nWe mend the wall.")
    result = check_plan(Plan(document, find_milestones(document)), CHECKLIST)
    assert result.statutory == ()
    assert [issue.code for issue in result.issues] == ["other-regime"]
    assert isinstance(CHECKLIST, Checklist)


def test_silence():
    document = read_plain("Harbour plan 2031-32\n\nLaunch: TBC. It ends on 31 June 2031. The place is TBA")
    plan = Plan(document, find_milestones(document))
    every = check_plan(plan, CHECKLIST)
    assert [one.code for one in every.findings] == ["placeholder", "impossible-date", "placeholder"]
    silences = (Silence(code="placeholder", reason="the designer fills it in", text="launch"), Silence(code="acronym", reason="known"))
    kept, silenced = silence(every.findings, silences)
    assert [one.code for one in kept] == ["impossible-date", "placeholder"]
    assert [(one.code, one.count) for one in silenced] == [("placeholder", 1), ("acronym", 0)]
    assert len(RULES) == 19
