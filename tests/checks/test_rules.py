"""The rules, held to plain-text cases: to add one, write it into a file of fixtures/. Each file asks only the rules that it names in its first line."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec import structs

from plantext.checks.plan import Plan
from plantext.checks.rules import RULES, check_rules
from plantext.errors import NothingToCompareError
from plantext.find.plan.milestones import find_milestones
from plantext.model.checks import Code
from plantext.model.document import Document, Issue
from plantext.model.json import dumps
from plantext.pipeline import check, variations
from tests.factories.cases import load_cases, read_plain

FIXTURES = Path(__file__).parent / "fixtures"
CASES = [
    pytest.param(path, *case.values, id=f"{path.stem}: {case.id}") for path in sorted(FIXTURES.glob("*.txt")) for case in load_cases(path)
]


def plan_of(document: Document) -> Plan:
    try:
        changed = variations(document)
    except NothingToCompareError:
        changed = None
    return Plan(document, find_milestones(document), changed)


@pytest.mark.parametrize(("path", "given", "expected"), CASES)
def test_cases(path, given, expected):
    codes = re.findall(r"[a-z-]+", path.read_text(encoding="utf-8").partition("\n")[0].partition(":")[2])
    rules = [rule for rule in RULES if rule.code in codes]
    assert len(rules) == len(codes)
    document = read_plain(given, markdown=not path.read_text(encoding="utf-8").startswith("plain"))
    found = check_rules(plan_of(document), rules)
    shown = [(one, one.text.replace("\t", " | ")) for one in found]  # a table's row stands with its cells parted by tabs
    assert [f"{one.code} {one.severity} | {text} | {one.suggestion or '-'}" for one, text in shown] == expected
    assert all(document.block(one.block).text[slice(*one.span)] == one.text for one in found)


def test_every_code_has_one_rule():
    assert sorted(rule.code for rule in RULES) == sorted(Code.__args__)


def test_findings_are_in_the_plans_order_and_no_worse_than_their_rule_says():
    rank = {"error": 0, "warning": 1, "info": 2}
    worst = {rule.code: rank[rule.severity] for rule in RULES}
    for path, given, _ in (case.values for case in CASES):
        document = read_plain(given, markdown=True)
        found = check_rules(plan_of(document))
        order = {block.id: index for index, block in enumerate(document.texts())}
        assert all(order[one.block] <= order[two.block] for one, two in pairwise(found)), path
        assert all(rank[one.severity] >= worst[one.code] for one in found)
        assert dumps(found) == dumps(check_rules(plan_of(document)))


def test_a_plan_without_faults_gets_no_finding():
    text = """# Harbour plan 2031-32

## 1 Safer quays

We will watch the quays day and night, because the harbour master asked for it.

Actions for 2031-32

- Light both quays
- Mend the sea wall by March 2032

## 2 Cleaner water

Actions for 2031-32

- Count the eels each spring
"""
    assert check_rules(plan_of(read_plain(text, markdown=True))) == ()


def test_dead_links_that_a_reader_noted():
    document = read_plain("Our plan\n\nSee the annex on boats for more.")
    issue = Issue(
        code="dead-link", severity="error", message="“annex on boats” links to “boats”, which is nowhere in the document.", page=None
    )
    (found,) = check_rules(plan_of(structs.replace(document, issues=(issue,))))
    assert (found.code, found.text) == ("dead-link", "annex on boats")
    assert document.block(found.block).text[slice(*found.span)] == found.text


WRONG_YEAR = """# Harbour plan 2031-32

## 1 Safer quays

### Actions for 2031-32

- Light both quays
- Mend the sea wall

## 2 Cleaner water

### Actions for 2031-32

- Count the eels each spring

## 3 Crews

### Actions for 2030-31

- Train forty rowers

## 4 Boats

### Actions for 2031-32

- Buy two boats
"""


def test_a_list_under_another_year_makes_no_second_edition():
    found = check_rules(plan_of(read_plain(WRONG_YEAR, markdown=True)))
    assert [(one.code, one.text) for one in found] == [("year-mismatch", "Actions for 2030-31")]


def test_a_milestone_that_was_dropped_is_named_where_its_section_stands():
    before = read_plain(
        "# Harbour plan 2030-31\n\n## Safer quays\n\nActions for 2030-31\n\n- Light both quays\n- Count the eels\n- Mend the sea wall\n",
        markdown=True,
    )
    after = read_plain(
        "# Harbour plan 2031-32\n\n## Safer quays\n\nActions for 2031-32\n\n- Light both quays\n- Count the eels\n", markdown=True
    )
    found = check(after, before).findings
    (gone,) = [one for one in found if one.code == "unexplained-change"]
    assert (gone.text, "Mend the sea wall" in gone.message) == ("Safer quays", True)
    assert after.block(gone.block).text[slice(*gone.span)] == gone.text
