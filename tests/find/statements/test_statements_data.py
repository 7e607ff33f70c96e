"""Statements in published documents, which are not ours: only acts and headings are held here, found by PLANTEXT_DATA."""

from __future__ import annotations

import os
from collections import defaultdict
from pathlib import Path

import pytest

from plantext.find.statements.statements import find_statements
from plantext.model.findings import ASKS, Statement
from plantext.read.formats import read_bytes
from plantext.read.source import media_type

DATA = os.environ.get("PLANTEXT_DATA")
pytestmark = pytest.mark.skipif(not DATA, reason="PLANTEXT_DATA is not set: the published documents are not here")


def statements_of(name: str) -> dict[str, list[Statement]]:
    path = next(Path(DATA or "").glob(name))
    data = path.read_bytes()
    found: dict[str, list[Statement]] = defaultdict(list)
    for statement in find_statements(read_bytes(data, path.name, media_type(data, path.name))):
        found[statement.theme or ""].append(statement)
    return found


@pytest.mark.parametrize("name", ["seeds/003_*.txt", "pdf/panel_report_lo.pdf"])
def test_a_panel_report(name: str) -> None:
    found = statements_of(name)
    acts = {theme: [statement.act for statement in of] for theme, of in found.items()}
    assert acts["Targets and Measures"] == ["note", "note", "note"]
    assert acts["Crime Solving / Detection rates"] == ["request", "note", "undertaking"]
    assert acts["Harm"] == ["concern", "concern", "note", "request", "request"]
    assert acts["Neighbourhood Watch"] == ["concern", "suggestion", "undertaking"]
    assert acts["Progress on Local Police and Crime Boards"] == ["note", "praise", "note", "information"]
    assert acts["Young People"] == ["request", "note", "request", "undertaking", "information", "information"]
    assert acts["Magistrates"] == ["information", "note", "information"]
    assert [s.absence_claim for s in found["Young People"]] == [False, False, True, False, False, False]
    assert found["Harm"][3].due == "in the 2015-16 Police and Crime Plan"
    assert "MASHs" in found["Harm"][0].topics
    assert "Introduction" not in found
    assert "Members Present:" not in found


@pytest.mark.parametrize("name", ["seeds/000_*.txt", "pdf/board_report.docx"])
def test_a_board_report(name: str) -> None:
    found = statements_of(name)
    assert "BACKGROUND" not in found
    (asked,) = found["RECOMMENDATIONS"]
    assert (asked.act, asked.addressee) == ("request", "The Board")
    development = [statement for theme, of in found.items() if theme.startswith("DEVELOPMENT") for statement in of]
    asks = [statement for statement in development if statement.act in ASKS]
    assert len(asks) == 17  # six priorities, six issues (one of two sentences), three parts of one, two by the Force and on milestones
    assert len(asks) > len(development) * 0.7


def test_a_review_with_numbered_recommendations() -> None:
    found = statements_of("real/inquiry-response/Report1.pdf")
    for number in range(1, 14):
        assert any(s.act == "request" for s in found[f"Recommendation {number}"]), number
    elsewhere = [s for theme, of in found.items() if not theme.startswith("Recommendation") for s in of]
    assert len(elsewhere) <= 3
