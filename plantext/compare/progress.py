"""A report × a plan's milestones → what became of each: the flow of `plantext progress` on one page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from plantext.compare.account import Account, take_account
from plantext.compare.achievement import (
    Aim,
    choose_forecast,
    reached,
)
from plantext.compare.reporting import Linked, link_entries
from plantext.find.performance.asat import find_dates, is_one_year, period_end
from plantext.find.performance.entry import ReportEntry, Said
from plantext.find.performance.outcomes import find_outcome, find_stated, is_bare, is_done
from plantext.find.performance.report_time import General, general_date, is_final, is_interim, report_date, term_of
from plantext.find.performance.reports import BOILERPLATE, DEEPEST, find_entries
from plantext.find.performance.tables import find_table_entries
from plantext.find.plan.objectives import same_objective
from plantext.model.document import Document, Issue, Source
from plantext.model.findings import Milestone, Passage
from plantext.model.progress import PROGRESS_STATUSES, Figure, MilestoneProgress, Progress, ProgressStatus
from plantext.text.words import stems

SHOWN = 2  # sentences that stand for a milestone that is only reported on
ABOUT = 0.2  # share of a milestone's stems that a sentence must hold for its "complete" to be the milestone's
FRAGMENT = 6  # words of a sentence without a subject: "Complete for this year."

_GENERIC = re.compile(
    r"^\W*(?:this|these|it|all|both|the\s+(?:deliverable|milestone|action|commitment|target|work|project|programme|item"
    r"|plan|task|pledge|level|objective)|progress|delivery|implementation|work|everything)\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:a\s+further|another|the\s+(?:rest|remainder|remaining|others?|last|final|next|\w+(?:th|st|nd|rd)))\b[^.;]{0,40}\b(?:will"
    r"|joins?|starts?|begins?|follows?|due|expected|planned|to\s+(?:join|start|follow|be))\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"^\W*(?:(?:continue|work|strive|aim|seek)\s+(?:to|with|in|closely|together)\b(?!.*\bto\s+(?:set\s+up|establish|agree|publish|open|launch|build|create|produce"
    r"|introduce|complete|adopt|appoint|deliver)\b)|(?:further\s+)?(?:support|encourage|promote|maintain|reduc|increas|improv|strengthen|raise\s+awareness|ensure)\w*\b)",
    re.IGNORECASE,
)
"""What is never done once and for all, unless the report says in so many words that it is complete."""
_COMPLETE = re.compile(
    r"\b(?:complete[d]?|finished|concluded|achieved|delivered\s+in\s+full|fully\s+(?:delivered|implemented))\b", re.IGNORECASE
)
_PART_YEAR = re.compile(
    r"\b(?:(?:[1-9]|1[01]|one|two|three|four|five|six|seven|eight|nine|ten|eleven)[\s-]months?|quarter|half|since|year[\s-]to[\s-]date|ytd|so\s+far|Q[1-4])\b",
    re.IGNORECASE,
)


def compare_progress(
    report: Document, plan: Source, milestones: Sequence[Milestone], edition: str | None, issues: Sequence[Issue] = ()
) -> Progress:
    """What `report` says of each of `milestones`, which are of one edition of `plan`."""
    entries = find_entries(report, [one.text for one in milestones], list(dict.fromkeys(one.objective for one in milestones)))
    tables = find_table_entries(report)
    linked, free = link_entries(milestones, entries, tables)
    told = report_date(report)
    general = general_date(report, told)
    term = term_of(report, edition)
    asked = _Asked(
        told, general, None if is_interim(report) else period_end(term), is_interim(report), is_final(report) and is_one_year(term)
    )
    results = tuple(_milestone(one, linked[one.id], asked) for one in milestones)
    unmatched = _unmatched(free, [*entries, *tables], linked, milestones)
    counts = Counter(one.status for one in results)
    return Progress(
        report=report.source,
        plan=plan,
        edition=edition,
        as_at=general.text if general else None,
        milestones=results,
        unmatched=unmatched,
        counts={
            "milestones": len(results),
            "reported_on": len(results) - counts["not_reported"],
            **{status: counts[status] for status in PROGRESS_STATUSES},
            "unmatched": len(unmatched),
            "needs_review": sum(one.needs_review for one in results),
        },
        issues=tuple(issues),
    )


@dataclass(frozen=True)
class _Asked:
    """What holds for the whole report: its day, the date of its figures, the end of the year that it speaks of."""

    told: date | None
    general: General | None
    end: date | None
    midway: bool  # the report calls itself one of a part of the time
    final: bool  # it calls itself one of the whole year, and the plan is of one year

    def over(self, figures: Sequence[Figure]) -> bool:
        """Whether the year was over, as far as the figures go."""
        days = [found.day for figure in figures if figure.as_at for found in find_dates(figure.as_at, self.told) if found.day]
        known = max(days) if days else self.general.day if self.general else self.told
        return self.final or (not self.midway and (self.end is None or known is None or known >= self.end))


def _milestone(milestone: Milestone, linked: Linked, asked: _Asked) -> MilestoneProgress:
    account = take_account(milestone, linked, asked.told, asked.general)
    status, why = _status(milestone, linked, account, asked)
    figures = tuple(figure for _, figure in account.figures)
    finished = status == "complete" or (status == "met" and why is not None and find_outcome(why.text) == "complete")
    entry = next((one for one in linked.entries if one.lead), linked.entries[0] if linked.entries else None)
    where = account.pointers[0][1] if account.pointers else None
    stated = next((text for one in [*linked.entries, *linked.rows] if (text := _stated(one))), None)
    return MilestoneProgress(
        milestone=milestone.id,
        text=milestone.text,
        objective=milestone.objective,
        edition=milestone.edition,
        status=status,
        interim=not finished and not asked.over(figures),
        heading=linked.entries[0].heading.text if linked.entries else None,
        lead=(entry.lead or entry.group_lead) if entry else linked.lead,
        frequency=entry.frequency if entry else None,
        deferred_to=where if status == "deferred" else None,
        also_in=where if status != "deferred" else None,
        stated=stated,
        figures=figures,
        evidence=_evidence(status, why, account),
        needs_review=linked.review is not None,
        review_reason=linked.review,
    )


def _status(milestone: Milestone, linked: Linked, account: Account, asked: _Asked) -> tuple[ProgressStatus, Said | None]:
    """The status, and the sentence that says so, where there is one. Rules in order."""
    cells = [cell for entry in [*linked.entries, *linked.rows] if (cell := _stated(entry))]
    if not (linked.entries or linked.rows or linked.sentences):
        return "not_reported", None
    if account.pointers and not (account.content or account.figures or cells):
        return "deferred", account.pointers[0][0]
    outcome, sentence = _outcome(milestone, account.content)
    aimed = [(aim, figure) for aim, figure in account.figures if aim.value is not None and figure.actual is not None]
    if aimed:
        if all(reached(aim, figure.actual) for aim, figure in aimed if figure.actual is not None):
            if any(_still_counting(aim, figure) for aim, figure in aimed) and not asked.over([figure for _, figure in aimed]):
                return ("on_track", None) if outcome == "on_track" or _hopeful(aimed, account) else ("reported", None)
            done = next(
                (one for one in account.content for _, figure in aimed if one.text == figure.text and find_outcome(one.text) == "complete"),
                None,
            )
            return "met", done or (sentence if outcome == "complete" else None)
        hopeful = _hopeful(aimed, account) or any(find_stated(cell) == "on_track" for cell in cells)
        to_come = any(not aim.change and any(_TO_COME.search(one.text) for one in account.content[:SHOWN]) for aim, _ in aimed)
        return (
            ("on_track", None)
            if (outcome == "on_track" or hopeful or to_come) and not asked.over([figure for _, figure in aimed])
            else ("missed", None)
        )
    stated = next((status for cell in cells if (status := find_stated(cell))), None)
    if stated:
        return stated, None
    return (outcome, sentence) if outcome else ("reported", None)


def _hopeful(aimed: Sequence[tuple[Aim, Figure]], account: Account) -> bool:
    """Whether the report forecasts what is aimed at."""
    return any((forecast := choose_forecast(aim, account.content)) is not None and reached(aim, forecast) for aim, _ in aimed)


def _still_counting(aim: Aim, figure: Figure) -> bool:
    """A count that is to stay below a number over a year, and holds for a part of it: it has further to go, "5.9 days in nine months"."""
    counted = aim.unit not in {"per cent", "percentage points"}
    return counted and not aim.change and not aim.at_least and bool(_PART_YEAR.search(figure.period or ""))


def _outcome(milestone: Milestone, content: Sequence[Said]) -> tuple[ProgressStatus | None, Said | None]:
    """The first sentence about the milestone itself that says how far it is."""
    wanted = set(stems(milestone.text))
    for one in content:
        outcome = find_outcome(one.text)
        held = len(wanted & set(stems(one.text))) / max(1, len(wanted))
        about = _GENERIC.match(one.text) or held >= ABOUT or len(one.text.split()) <= FRAGMENT or is_bare(one.text)
        if outcome == "complete" and _GOES_ON.match(milestone.text) and not _COMPLETE.search(one.text):
            outcome = None  # "this has now been agreed" does not end what goes on
        if outcome and about:
            return outcome, one
        if is_done(milestone.text, one.text) and (_GENERIC.match(one.text) or held >= ABOUT):
            return "complete", one
    return None, None


def _stated(entry: ReportEntry) -> str | None:
    """The report's own word for how far it is; of several levels, the lowest, for not all is done."""
    if entry.stated or not entry.levels:
        return entry.stated
    return entry.levels[0][0]


def _evidence(status: ProgressStatus, why: Said | None, account: Account) -> tuple[Passage, ...]:
    chosen: list[Said] = [why] if why else []
    if why in account.content and len(why.text.split()) <= FRAGMENT:  # "This is complete.": what follows says more
        chosen += account.content[account.content.index(why) + 1 :][:1]
    places = {(figure.block, figure.span) for _, figure in account.figures}
    chosen += [one for one in account.content if (one.block.id, one.span) in places and one is not why]
    if not chosen:
        chosen = account.content[:SHOWN] or [one for one, _ in account.pointers[:1]]
    passages = [one.passage() for one in chosen]
    if not passages and status != "not_reported":
        passages = [Passage(**{name: getattr(figure, name) for name in Passage.__struct_fields__}) for _, figure in account.figures]
    return tuple(passages)


def _unmatched(
    free: Sequence[ReportEntry], entries: Sequence[ReportEntry], linked: dict[str, Linked], milestones: Sequence[Milestone]
) -> tuple[Passage, ...]:
    """The headings that stand where milestones do and name none: with a lead of their own, or at the level of most that were linked."""
    held = [entry for one in linked.values() for entry in one.entries]
    levels = Counter(entry.level for entry in held if entry.kind == "heading")
    usual = max(levels, key=lambda level: (levels[level], level)) if levels else None
    groups = {entry.group for entry in held if entry.group}
    parents = {entry.group for entry in entries}
    tables = {(one.kind, one.group) for entry in linked.values() for one in [*entry.entries, *entry.rows] if one.kind != "heading"}
    found = []
    for entry in free:
        title = entry.titles[0]
        sibling = (
            entry.group in groups and len(title.split()) > 1 and usual == DEEPEST
        )  # where only the words tell headings, levels say little
        alike = entry.led or entry.level == usual or sibling
        if entry.kind in {"row", "record"}:
            alike = (entry.kind, entry.group) in tables
        if (
            entry.kind == "objective"
            or not alike
            or title in parents
            or BOILERPLATE.match(title)
            or not (entry.said or entry.led or entry.stated or entry.actual)
        ):
            continue
        if not any(same_objective(title, one.objective) for one in milestones):
            found.append(entry.heading.passage())
    return tuple(found)
