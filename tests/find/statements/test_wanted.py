from __future__ import annotations

import pytest

from plantext.find.statements.wanted import wanted, wanted_by_question


@pytest.mark.parametrize(
    "complement",
    [
        "for a report on the ferry",
        "to know how many desks are open",
        "the Mayor to report back to the Board",
        "that an update be brought to the Committee in June",
        "details of how the targets in the plan were set",
        "if you would provide further information on tolls",
        "that the treasurer explain the shortfall",
        "last year for a list of sites",
        "that figures by ward be provided",
        "that we be kept informed",
        "if a breakdown by street could be supplied",
    ],
)
def test_to_be_told(complement: str) -> None:
    assert wanted(complement) == "information"


@pytest.mark.parametrize(
    "complement",
    [
        "more detail on tolls in the next edition of the plan",
        "to see you open a desk",
        "the Mayor to publish its data",
        "that the glossary be extended",
        "if a map could be added",
        "that consideration be given to a second pier",
        "for the figures to be published",
        "that a shelter be provided at the stop",
        "for interpreters to be supplied at every hearing",
        "that tenants be told the outcome within ten days",
        "if a second kiosk could be provided",
        "that information be provided to all tenants",
    ],
)
def test_to_be_done(complement: str) -> None:
    assert wanted(complement) == "request"


def test_questions() -> None:
    assert wanted_by_question("Could the draft include a map?") == "request"
    assert wanted_by_question("Can the Mayor explain the fee?") == "information"
    assert wanted_by_question("Who pays?") == "information"
