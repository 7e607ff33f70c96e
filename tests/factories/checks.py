"""One check of a fictional plan, Downland's, with everything that a report must say. The sentences are our own."""

from __future__ import annotations

from plantext.model.checks import Checks, Finding, Silenced, StatutoryEvidence, StatutoryRow
from plantext.model.document import Issue, Source

_ACT = "Police Reform and Social Responsibility Act 2011"


def _where(page: int | None, section: str | None, line: int | None = None) -> dict[str, object]:
    return {"page": page, "section": section, "line": line, "block": "b-1", "span": (0, 9), "bbox": None}


def sample_checks() -> Checks:
    """Each severity, a fault of several cells, one without a suggestion, a requirement not found, one not in force, and a silence."""
    findings = (
        Finding(
            code="placeholder", severity="error", message="Something is still to be filled in, in 2 cells of this table.", text="TBC",
            suggestion="Fill it in, or take it out.", count=2, **_where(9, "5 Money"),
        ),
        Finding(
            code="name-variant", severity="warning", message="The same name is written “Ann Marlow” on page 3 (once).", text="Anne Marlow",
            suggestion="Ann Marlow, if that is right", **_where(4, "2.1 Making our streets safer"),
        ),
        Finding(
            code="table-sign", severity="warning", message="“Fees | <b>”: -2% beside 20: one of the signs is wrong.", text="-2%",
            **_where(9, "5 Money"),
        ),
        Finding(
            code="table-arithmetic", severity="info", message="This table adds up: Total 2,252.", text="Table 1: Spending", **_where(None, None, 17)
        ),
    )  # fmt: skip
    evidence = StatutoryEvidence(
        text="The draft went to the Panel on 9 February 2022.", source="board.pdf", dates=("9 February 2022",), **_where(2, "Process")
    )
    common = {"law": _ACT, "cited": "legislation.gov.uk/ukpga/2011/13/section/5"}
    statutory = (
        StatutoryRow(
            requirement="grants", title="The grants to be made", provision="section 7(1)(f)", in_force=True, in_force_from="2012-11-22",
            until=None, certain=True, status="not_found", **common,
        ),
        StatutoryRow(
            requirement="draft_sent_to_panel", title="The draft is sent to the panel", provision="section 5(6)(c)", in_force=None,
            in_force_from=None, until=None, certain=False, status="found", evidence=(evidence,), **common,
        ),
        StatutoryRow(
            requirement="threat", title="A threat that was added later", provision="added in 2031", in_force=False, in_force_from="2031",
            until=None, certain=True, status="not_found", **common,
        ),
    )  # fmt: skip
    return Checks(
        source=Source(name="plan-2022.pdf", sha256="0" * 64, media_type="application/pdf", pages=24),
        before=Source(name="plan-2021.pdf", sha256="1" * 64, media_type="application/pdf", pages=20),
        edition="2022-23",
        findings=findings,
        statutory=statutory,
        counts={"error": 1, "warning": 2, "info": 1},
        silenced=(Silenced(code="acronym", reason="our readers know them", count=3),),
        issues=(Issue(code="page-scan", severity="warning", message="a page is a picture, and was not read", page=6),),
    )
