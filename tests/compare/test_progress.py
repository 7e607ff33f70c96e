"""Reports held against plans, as plain-text cases: to add one, write it into fixtures/progress.txt."""

from __future__ import annotations

from pathlib import Path

import pytest

import plantext
from plantext.errors import NothingToCompareError
from plantext.model.json import dumps, loads
from plantext.model.progress import MilestoneProgress, Progress
from tests.factories.cases import load_cases


def shown(result: Progress) -> list[str]:
    lines: list[str] = []
    for one in result.milestones:
        lines.append(f"{one.status}{' so far' if one.interim else ''} | {one.text}")
        lines += [f"{figure.measure}: {figure.target:g} → {figure.actual:g} {figure.unit}, {figure.as_at or '-'}" for figure in one.figures]
    return lines + [f"other | {passage.text}" for passage in result.unmatched]


@pytest.mark.parametrize(("given", "expected"), load_cases(Path(__file__).parent / "fixtures" / "progress.txt"))
def test_case(given: str, expected: list[str]) -> None:
    plan, _, report = given.partition("~~~\n")
    assert shown(plantext.progress(report.encode(), plan.encode())) == expected


PLAN = b"""# Harbour Plan

## Summary of changes

| Objective | Milestones 2030-31 | Milestones 2031-32 |
| --- | --- | --- |
| Safe harbours | Reduce spills by 9 per cent | Reduce spills by 5 per cent |
| Safe harbours | Paint the lighthouse white | Mend the long pier |
"""
REPORT = b"""# Progress against the Harbour Plan 2030/31

## Reduce spills by 9 per cent

Spills are 4 per cent lower.

## Paint the lighthouse white

As per the Works report, May 2031
"""
LATER = REPORT.replace(b"4 per cent lower", b"10 per cent lower")


def of(result: Progress, text: str) -> MilestoneProgress:
    return next(one for one in result.milestones if one.text == text)


def test_the_year_is_read_from_the_report() -> None:
    result = plantext.progress(REPORT, PLAN)
    assert result.edition == "2030-31"
    assert {one.text for one in result.milestones} == {"Reduce spills by 9 per cent", "Paint the lighthouse white"}
    assert plantext.progress(REPORT, PLAN, "2031-32").edition == "2031-32"


def test_counts_agree_with_the_rows() -> None:
    result = plantext.progress(REPORT, PLAN)
    assert (result.counts["milestones"], result.counts["reported_on"], result.counts["missed"], result.counts["deferred"]) == (2, 2, 1, 1)
    assert of(result, "Paint the lighthouse white").deferred_to == "Works report, May 2031"


def test_several_reports_make_a_series() -> None:
    result = plantext.progress([REPORT, LATER], PLAN)
    spills = of(result, "Reduce spills by 9 per cent")
    assert spills.status == "met"
    assert [(point.status, point.actual, point.target) for point in spills.series] == [("missed", -4.0, -9.0), ("met", -10.0, -9.0)]
    assert len(result.reports) == 2


def test_evidence_stands_at_its_place_and_the_result_survives_json() -> None:
    document = plantext.read(REPORT)
    result = plantext.progress(document, PLAN)
    for one in result.milestones:
        for passage in (*one.evidence, *one.figures):
            assert document.block(passage.block).text[slice(*passage.span)] == passage.text
    assert loads(dumps(result), Progress) == result


def test_a_report_on_something_else_is_said_to_be_one() -> None:
    with pytest.raises(NothingToCompareError):
        plantext.progress(b"# Progress on the canteen\n\nThe soup is hot. Spoons are to be had at the door.\n", PLAN)
