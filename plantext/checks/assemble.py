"""The rules and the checklist, asked of one plan: the result of a check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from plantext.checks.plan import Plan
from plantext.checks.rules import check_rules, silence
from plantext.checks.statutory import Checklist, check_statutory
from plantext.model.checks import SEVERITIES, Checks, Silence, StatutoryRow
from plantext.model.document import Document, Issue

SAID_AS_FINDINGS = frozenset({"draft-mark", "year-mismatch", "dead-link"})
"""Issues of reading that the rules turn into findings, and need not say twice."""


def check_plan(plan: Plan, checklist: Checklist, also: Sequence[Document] = (), silences: Sequence[Silence] = ()) -> Checks:
    """Everything that is to be said of one plan. `also` are documents that tell how it was made."""
    findings, silenced = silence(check_rules(plan), silences)
    issues = [issue for issue in (*plan.document.issues, *plan.milestones.issues) if issue.code not in SAID_AS_FINDINGS]
    rows: tuple[StatutoryRow, ...] = ()
    if checklist.applies(plan.document):
        rows = check_statutory(plan.document, plan.year, checklist, also)
    else:
        message = f"Statutory contents were not looked for: this does not read like a plan under the checklist “{checklist.regime}”."
        issues.append(Issue(code="other-regime", severity="info", message=message, page=None))
    counts = Counter(finding.severity for finding in findings)
    return Checks(
        source=plan.document.source,
        before=plan.before.source if plan.before else None,
        edition=plan.edition,
        findings=findings,
        statutory=rows,
        counts={severity: counts[severity] for severity in SEVERITIES},
        silenced=silenced,
        issues=tuple(dict.fromkeys(issues)),
    )
