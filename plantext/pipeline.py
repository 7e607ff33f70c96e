"""The flow on one page: read → find → compare. Every verb takes sources (paths, "-", bytes) or Documents, and returns a result of the model."""

from __future__ import annotations

from pathlib import Path

from plantext.errors import NothingToCompareError, UsageError
from plantext.model.alignment import Side, Variations
from plantext.model.coverage import Coverage
from plantext.model.document import Document, Issue
from plantext.model.findings import Milestone, Milestones, Recommendations
from plantext.read import read

Sourced = str | Path | bytes | Document

LOOKED_FOR = (
    "Looked for bullets and table rows under headings such as milestones, deliverables, actions, commitments or priorities, "
    "for numbered entries such as “Action 3”, and for sentences that end in “will:”. "
    "Check that this is the plan itself; `plantext extract` shows what was read of it."
)


def milestones(plan: Sourced, edition: str | None = None) -> Milestones:
    """The milestones of a plan, of every edition found or of the one asked for. Raises SourceError, NothingToCompareError, UsageError."""
    from plantext.find.editions import edition_of
    from plantext.find.milestones import find_milestones

    document = read(plan)
    found = find_milestones(document)
    if edition is None:
        if not found.milestones:
            raise NothingToCompareError(f"{document.source.name}: no milestones were found. {LOOKED_FOR}")
        return found
    wanted = edition_of(edition)
    if wanted is None:
        raise UsageError(f"“{edition}” is no edition: write it as 2014-15, or a term as 2021-25.")
    kept = tuple(one for one in found.milestones if one.edition == wanted)
    if not kept:
        known = ", ".join(sorted({one.edition for one in found.milestones if one.edition})) or "none"
        raise NothingToCompareError(
            f"{document.source.name}: no milestones of {wanted} were found; editions found: {known}. Name one of these, or none for all."
        )
    return Milestones(source=found.source, milestones=kept, issues=found.issues)


def variations(before: Sourced, after: Sourced | None = None) -> Variations:
    """The summary of variations between two plans, or between the last two editions that one plan carries.

    Raises SourceError, and NothingToCompareError where a side has no milestones.
    """
    from plantext.compare.published import published_issues
    from plantext.compare.variations import compare_editions
    from plantext.find.rationales import find_rationales

    if after is None:
        later = read(before)
        old, new, issues = _two_editions(later)
    else:
        earlier, later = read(before), read(after)
        (old, first), (new, second) = _own_side(earlier), _own_side(later)
        issues = (*first, *second)
    objectives = [milestone.objective for side in (new, old) for milestone in side.milestones]
    issues = (*issues, *published_issues(later, old, new, one_source=after is None))
    return compare_editions(old, new, issues, find_rationales(later, objectives))


def recommendations(report: Sourced) -> Recommendations:
    """What a panel, board or committee says in its report, statement by statement. Raises SourceError."""
    from plantext.find.statements import find_recommendations

    return find_recommendations(read(report))


def coverage(report: Sourced, plan: Sourced) -> Coverage:
    """Each thing that a report asks for, matched to a plan. Raises SourceError, and NothingToCompareError where nothing is asked."""
    from plantext.compare.coverage import compare_coverage
    from plantext.find.milestones import find_milestones

    said = recommendations(report)
    document = read(plan)
    if not said.statements:
        looked = "Looked for what a panel wants, suggests, is concerned about, recommends, notes or welcomes. Check that the report is given first."
        raise NothingToCompareError(f"{said.source.name}: no statement of a panel or board was found. {looked}")
    return compare_coverage(said, document, find_milestones(document))


def _two_editions(plan: Document) -> tuple[Side, Side, tuple[Issue, ...]]:
    from plantext.find.milestones import find_milestones

    found = find_milestones(plan)
    editions = sorted({one.edition for one in found.milestones if one.edition})
    if len(editions) < 2:
        known = f"only {editions[0]} was found" if editions else "no milestones were found"
        remedy = "Give the earlier and the later plan, in this order."
        raise NothingToCompareError(f"{plan.source.name}: the plan must carry milestones of two years, and {known}. {remedy} {LOOKED_FOR}")
    old, new = (tuple(one for one in found.milestones if one.edition == edition) for edition in editions[-2:])
    return _side(plan, editions[-2], old), _side(plan, editions[-1], new), found.issues


def _own_side(plan: Document) -> tuple[Side, tuple[Issue, ...]]:
    from plantext.find.milestones import find_milestones, own_edition

    found = find_milestones(plan)
    edition = own_edition(plan, found.milestones)
    own = tuple(one for one in found.milestones if one.edition == edition)
    if not own:
        raise NothingToCompareError(f"{plan.source.name}: no milestones were found. {LOOKED_FOR}")
    return _side(plan, edition, own), found.issues


def _side(plan: Document, edition: str | None, found: tuple[Milestone, ...]) -> Side:
    return Side(source=plan.source, edition=edition, milestones=found)
