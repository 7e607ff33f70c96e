"""Which milestones of a plan are held against those of another, or against a report; and what is said where there are none."""

from __future__ import annotations

from collections.abc import Sequence

from plantext.errors import NothingToCompareError
from plantext.model.alignment import Side
from plantext.model.document import Document, Issue
from plantext.model.findings import Milestone

LOOKED_FOR = (
    "Looked for bullets and table rows under headings such as milestones, deliverables, actions, commitments or priorities, "
    "for numbered entries such as “Action 3”, for numbered paragraphs such as “1.1 We will …”, for sentences that end in “will:”, for tables of targets, for policies, clauses that "
    "say “must”, and for lists of bare orders such as “Mend the pier”. "
    "Check that this is the plan itself; `plantext extract` shows what was read of it."
)


def other_year(report: Document, chosen: str | None, editions: Sequence[str]) -> tuple[Issue, ...]:
    """The doubt whether a report and a plan are of one year."""
    from plantext.find.performance.report_time import report_edition

    if chosen is None or report_edition(report, editions):
        return ()
    message = f"{report.source.name} does not name {' or '.join(editions)}: it is held against the milestones of {chosen}. Name another year with --edition."
    return (Issue(code="year-mismatch", severity="warning", message=message, page=None),)


def two_editions(plan: Document, container: str | None) -> tuple[Side, Side, tuple[Issue, ...]]:
    """The last two editions that one plan carries. Raises NothingToCompareError where it has not two."""
    from plantext.find.plan.milestones import find_milestones

    found = find_milestones(plan, container)
    editions = sorted({one.edition for one in found.milestones if one.edition})
    if len(editions) < 2:
        known = f"only {editions[0]} was found" if editions else "no milestones were found"
        remedy = "Give the earlier and the later plan, in this order."
        raise NothingToCompareError(
            f"{plan.source.name}: the plan must carry milestones of two years, and {known}. {remedy} {looked_for(container)}"
        )
    old, new = (tuple(one for one in found.milestones if one.edition == edition) for edition in editions[-2:])
    return side_of(plan, editions[-2], old), side_of(plan, editions[-1], new), found.issues


def own_side(plan: Document, container: str | None) -> tuple[Side, tuple[Issue, ...]]:
    """The milestones of a plan's own edition. Raises NothingToCompareError where it has none."""
    from plantext.find.plan.milestones import find_milestones, own_edition

    found = find_milestones(plan, container)
    edition = own_edition(plan, found.milestones)
    own = tuple(one for one in found.milestones if one.edition == edition)
    if not own:
        raise NothingToCompareError(f"{plan.source.name}: no milestones were found. {looked_for(container)}")
    return side_of(plan, edition, own), found.issues


def side_of(plan: Document, edition: str | None, found: tuple[Milestone, ...]) -> Side:
    """One side of a comparison."""
    return Side(source=plan.source, edition=edition, milestones=found)


def looked_for(container: str | None) -> str:
    """What was looked for, for a person who got nothing."""
    if container is None:
        return LOOKED_FOR
    return f"Looked for lists and table columns headed “{container}”, and for entries such as “{container.capitalize()} 3: …”."
