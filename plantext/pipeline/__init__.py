"""The flow on one page: read → find → compare. Every verb takes sources (paths, "-", bytes) or Documents, and returns a result of the model."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from plantext.errors import NothingToCompareError, UsageError
from plantext.model.alignment import Side, Variations
from plantext.model.checks import Checks, Silence
from plantext.model.coverage import Coverage
from plantext.model.document import Document, Issue
from plantext.model.findings import Milestones, Recommendations
from plantext.model.pack import Pack
from plantext.model.progress import History, Progress
from plantext.model.topics import Topic, TopicMatrix
from plantext.pipeline.sides import looked_for, other_year, own_side, side_of, two_editions
from plantext.read import read

Sourced = str | Path | bytes | Document


def milestones(plan: Sourced, edition: str | None = None) -> Milestones:
    """The milestones of a plan, of every edition found or of the one asked for. Raises SourceError, NothingToCompareError, UsageError."""
    from plantext.find.editions import edition_of
    from plantext.find.plan.milestones import find_milestones

    document = read(plan)
    found = find_milestones(document)
    if edition is None:
        if not found.milestones:
            raise NothingToCompareError(f"{document.source.name}: no milestones were found. {looked_for(None)}")
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


def variations(
    before: Sourced, after: Sourced | None = None, *, report: Sourced | None = None, whole: bool = False, container: str | None = None
) -> Variations:
    """The summary of variations between two plans, or between the last two editions that one plan carries.

    `report`: a panel's report, to say what it asked for and what changed. `whole`: say too what changed outside the milestones.
    `container`: what the plans call their milestones, where it is not found; "action,commitment" for two plans that differ.
    Raises SourceError, UsageError, and NothingToCompareError where a side has no milestones.
    """
    from plantext.compare.published import published_issues
    from plantext.compare.variations import compare_editions
    from plantext.find.reasons.rationales import find_rationales

    if after is None and (whole or report is not None):
        raise UsageError("--whole and --report compare two versions: give the earlier and the later plan.")
    words = [word.strip() or None for word in (container or "").split(",")]
    earlier = read(before)
    later = earlier if after is None else read(after)
    if after is None:
        old, new, issues = two_editions(later, words[0])
    else:
        (old, first), (new, second) = own_side(earlier, words[0]), own_side(later, words[-1])
        issues = (*first, *second)
    objectives = [milestone.objective for side in (new, old) for milestone in side.milestones]
    one_source = earlier.source.sha256 == later.source.sha256
    issues = tuple(dict.fromkeys((*issues, *published_issues(later, old, new, one_source=one_source))))
    result = compare_editions(old, new, issues, find_rationales(later, objectives))
    return result if not whole and report is None else _widened(result, (earlier, later), report, whole=whole)


def _widened(result: Variations, documents: tuple[Document, Document], report: Sourced | None, *, whole: bool) -> Variations:
    """The summary with what changed outside the milestones, and with what a report asked for."""
    from msgspec import structs

    from plantext.compare.whole import compare_whole

    changed = compare_whole(*documents, (result.before, result.after))
    promises = None
    if report is not None:
        from plantext.compare.promises import compare_promises

        found = Milestones(source=result.after.source, milestones=result.after.milestones)
        promises = compare_promises(recommendations(report), result.after, documents[1], found, result.changes, changed)
    return structs.replace(result, whole=changed if whole or promises else None, promises=promises)


def recommendations(report: Sourced) -> Recommendations:
    """What a panel, board or committee says in its report, statement by statement. Raises SourceError."""
    from plantext.find.statements.statements import find_recommendations

    return find_recommendations(read(report))


def coverage(
    report: Sourced,
    plan: Sourced,
    *,
    before: Sourced | None = None,
    response: Sourced | None = None,
    undertakings: Sourced | None = None,
    topics: Sequence[Topic] = (),
    model: Path | str | None = None,
) -> Coverage:
    """Each thing that a report asks for, matched to a plan.

    `before`: the plan's earlier edition, to say which passages are new; `response`: the answer to the report; `undertakings`: an earlier
    report, whose undertakings are held against this plan; `topics`: phrases that stand for one another; `model`: a folder with a
    sentence-embedding model, which has a vote on the order of the evidence and on nothing else.
    Raises SourceError, UsageError for the model, and NothingToCompareError where nothing is asked.
    """
    from plantext.compare.coverage import Beside, compare_coverage
    from plantext.find.plan.milestones import find_milestones

    embedder = None
    if model is not None:
        from plantext.text.embedding import Embedder

        embedder = Embedder(model)
    panel = read(report)
    said = recommendations(panel)
    document = read(plan)
    if not said.statements:
        looked = "Looked for what a panel wants, suggests, is concerned about, recommends, notes or welcomes. Check that the report is given first."
        raise NothingToCompareError(f"{said.source.name}: no statement of a panel or board was found. {looked}")
    beside = Beside(
        report=panel,
        before=None if before is None else read(before),
        response=None if response is None else read(response),
        undertakings=None if undertakings is None else recommendations(undertakings),
        topics=tuple(topics),
        model=embedder,
    )
    return compare_coverage(said, document, find_milestones(document), beside)


def check(
    plan: Sourced,
    before: Sourced | None = None,
    *,
    also: Sequence[Sourced] = (),
    silences: Sequence[Silence] = (),
    checklist: Path | None = None,
) -> Checks:
    """A plan's own faults, and the passages that speak of what the law wants in it.

    `before`: the plan's earlier edition, for changes without a reason; `also`: documents that tell how the plan was made, such as a board
    report; `silences`: findings to leave out; `checklist`: another regime's file. Raises SourceError, UsageError.
    """
    from plantext.checks.assemble import check_plan
    from plantext.checks.plan import Plan
    from plantext.checks.statutory import load_checklist
    from plantext.find.plan.milestones import find_milestones

    wanted = load_checklist(checklist)
    document = read(plan)
    earlier = None if before is None else read(before)
    try:
        changed = variations(document) if earlier is None else variations(earlier, document)
    except NothingToCompareError:  # a plan of one edition, or of none: its other faults are still worth finding
        changed = None
    seen = Plan(document, find_milestones(document), changed, earlier)
    return check_plan(seen, wanted, [read(one) for one in also], silences)


def pack(before: Sourced, after: Sourced, report: Sourced, *, responses: Sourced | None = None, also: Sequence[Sourced] = ()) -> Pack:
    """What is published about a variation: the variations, the report's coverage, the statutory steps, and an officer's `responses`.

    `responses` is the response document with its blanks filled in; `also`: documents that tell how the plan was made. Raises as the verbs do.
    """
    from plantext.compare.answered import asks_of, match_responses
    from plantext.find.statements.filled import find_responses

    old, new, panel = read(before), read(after), read(report)
    covered = coverage(panel, new, before=old)
    filled, lost = match_responses(covered, find_responses(read(responses)) if responses is not None else ())
    return Pack(
        variations=variations(old, new),
        coverage=covered,
        statutory=check(new, old, also=[panel, *also]).statutory,
        responses=filled,
        lost=lost,
        blank=tuple(ask.id for ask in asks_of(covered) if ask.id not in filled),
    )


def topics(wanted: Sequence[Topic], plans: Sequence[Sourced]) -> TopicMatrix:
    """The matrix of a user's topics by plans. Raises SourceError."""
    from plantext.compare.topics_matrix import compare_topics

    return compare_topics(wanted, [read(plan) for plan in plans])


def progress(report: Sourced | Sequence[Sourced], plan: Sourced, edition: str | None = None) -> Progress:
    """What a performance report says of each milestone of a plan; of several reports, in order, the last one's account with the series of all.

    The edition is the one that the report speaks of, unless it is given. Raises SourceError, UsageError, and NothingToCompareError where
    the plan has no milestones or the report speaks of none.
    """
    from plantext.compare.progress import compare_progress
    from plantext.compare.series import join_series
    from plantext.find.performance.report_time import report_edition

    document = read(plan)
    found = milestones(document)
    reports = [read(one) for one in (report if isinstance(report, list | tuple) else (report,))]
    editions = sorted({one.edition for one in found.milestones if one.edition})
    issues: tuple[Issue, ...] = found.issues
    if edition is not None:
        kept = milestones(document, edition)
        chosen = kept.milestones[0].edition
    else:
        chosen = report_edition(reports[-1], editions) or own_side(document, None)[0].edition
        issues += other_year(reports[-1], chosen, editions)
    own = tuple(one for one in found.milestones if one.edition == chosen)
    result = join_series([compare_progress(one, document.source, own, chosen, (*one.issues, *issues)) for one in reports])
    if not result.counts["reported_on"]:
        looked = (
            "Looked for headings, table rows and sentences near to its milestones. Check that the report is given first, and the plan last."
        )
        raise NothingToCompareError(f"{result.report.name}: nothing in it speaks of a milestone of {document.source.name}. {looked}")
    return result


def history(plans: Sequence[Sourced], reports: Sequence[Sourced] = ()) -> History:
    """The life of each milestone over plans and the reports on them, in order. Raises SourceError, and NothingToCompareError without milestones.

    Each plan counts with its own edition; an edition that no other plan is of, and that a plan carries too, comes before it.
    """
    from plantext.compare.history import compare_history
    from plantext.compare.progress import compare_progress
    from plantext.find.performance.report_time import report_edition
    from plantext.find.plan.milestones import find_milestones
    from plantext.find.reasons.rationales import find_rationales

    documents = [read(plan) for plan in plans]
    own = [own_side(document, None) for document in documents]
    sides: list[Side] = []
    explained = {}
    for document, (side, _) in zip(documents, own, strict=True):
        known = {one.edition for one, _ in own} | {one.edition for one in sides}
        carried = find_milestones(document).milestones
        older = sorted({one.edition for one in carried if one.edition and one.edition < (side.edition or "")} - known)
        sides += [side_of(document, edition, tuple(one for one in carried if one.edition == edition)) for edition in older]
        explained[len(sides)] = find_rationales(document, [one.objective for one in side.milestones])
        sides.append(side)
    told = []
    for one in map(read, reports):
        chosen = report_edition(one, [side.edition for side in sides if side.edition])
        place = next((number for number, side in enumerate(sides) if side.edition == chosen), len(sides) - 1)
        told.append((place, compare_progress(one, sides[place].source, sides[place].milestones, sides[place].edition, one.issues)))
    issues = [issue for _, found in own for issue in found] + [issue for _, said in told for issue in said.issues]
    return compare_history(sides, told, explained, tuple(dict.fromkeys(issues)))
