"""The life of each milestone: editions of plans compared link by link, in order, and the reports on each laid beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from plantext.compare.variations import compare_editions
from plantext.find.reasons.explanations import Explanation
from plantext.model.alignment import Change, Side
from plantext.model.document import Issue
from plantext.model.findings import Milestone
from plantext.model.ids import Ids
from plantext.model.progress import EVENT_KINDS, Chapter, Event, EventKind, History, Life, Progress


@dataclass
class Living:
    """A life being put together; `now` is its milestone's id in the edition reached so far, None once it is over."""

    first: Milestone
    last: Milestone
    introduced: str | None
    now: str | None
    events: list[Event] = field(default_factory=list)
    dropped: str | None = None
    parents: list[Living] = field(default_factory=list)


def compare_history(
    sides: Sequence[Side],
    reports: Sequence[tuple[int, Progress]] = (),
    explanations: Mapping[int, Sequence[Explanation]] | None = None,
    issues: Sequence[Issue] = (),
) -> History:
    """The lives of all milestones of `sides`, which are editions in order.

    `reports` are what each report says, with the number of the side that it is on; `explanations` are what the plan of a side says of its
    changes.
    """
    lives: list[Living] = []
    chapters: list[Chapter] = []
    for number, side in enumerate(sides):
        here = len(chapters)
        if number == 0:
            lives += [_born(here, side, milestone, ("introduced",)) for milestone in side.milestones]
        else:
            _continue(here, lives, sides[number - 1], side, (explanations or {}).get(number, ()))
        chapters.append(Chapter(source=side.source, kind="plan", edition=side.edition, milestones=len(side.milestones)))
        for place, progress in reports:
            if place == number:
                _report(len(chapters), lives, progress)
                chapters.append(
                    Chapter(source=progress.report, kind="report", edition=progress.edition, milestones=progress.counts["reported_on"])
                )
    ids = Ids()
    names = {id(one): ids.new("l", one.introduced, one.first.objective, one.first.text) for one in lives}
    found = tuple(
        Life(
            id=names[id(one)],
            text=one.last.text,
            objective=one.last.objective,
            introduced=one.introduced,
            dropped=one.dropped,
            events=tuple(one.events),
            parents=tuple(names[id(parent)] for parent in one.parents),
        )
        for one in lives
    )
    counts = Counter(kind for life in found for event in life.events for kind in event.kinds)
    return History(
        chapters=tuple(chapters),
        lives=found,
        counts={"lives": len(found), **{kind: counts[kind] for kind in EVENT_KINDS}},
        issues=(*issues, *_doubts(sides)),
    )


def _continue(here: int, lives: list[Living], before: Side, after: Side, explanations: Sequence[Explanation]) -> None:
    """Carry the lives on from one edition to the next, in the order of the earlier; new ones in the order of the later."""
    of_id = {one.now: one for one in lives if one.now}
    milestones = {one.id: one for one in after.milestones}
    born: list[tuple[int, Living]] = []
    order = {one.id: place for place, one in enumerate(after.milestones)}
    for change in compare_editions(before, after, (), explanations).changes:
        old = [of_id[name] for name in change.before if name in of_id]
        new = [milestones[name] for name in change.after]
        kinds = tuple(kind for kind in EVENT_KINDS if kind in change.kinds) or ("unchanged",)
        if not new:
            for one in old:
                one.events.append(_dropped(here, after, change))
                one.dropped, one.now = after.edition, None
            continue
        if not old:
            born += [(order[one.id], _born(here, after, one, ("introduced",))) for one in new]
            continue
        old[0].events.append(_event(here, after, new[0], kinds, change))
        old[0].last, old[0].now = new[0], new[0].id
        for one in old[1:]:  # merged into the first, whose life goes on
            one.events.append(_event(here, after, new[0], kinds, change))
            one.now = None
        for more in new[1:]:  # split off
            child = _born(here, after, more, ("split",), change)
            child.parents = [old[0]]
            born.append((order[more.id], child))
    lives += [one for _, one in sorted(born, key=lambda pair: pair[0])]


def _born(here: int, side: Side, milestone: Milestone, kinds: tuple[EventKind, ...], change: Change | None = None) -> Living:
    return Living(
        first=milestone, last=milestone, introduced=side.edition, now=milestone.id, events=[_event(here, side, milestone, kinds, change)]
    )


def _event(here: int, side: Side, milestone: Milestone, kinds: tuple[EventKind, ...], change: Change | None) -> Event:
    return Event(
        chapter=here,
        source=side.source.name,
        edition=side.edition,
        kinds=kinds,
        milestone=milestone.id,
        text=milestone.text,
        page=milestone.page,
        line=milestone.places[0].line if milestone.places else None,
        targets=tuple(_target_words(change)) if change else (),
        needs_review=change.needs_review if change else False,
    )


def _target_words(change: Change) -> list[str]:
    """What became of each number aimed at, as "measure: before → after unit"."""
    said = []
    for target in change.targets:
        if target.change != "same":
            unit = target.unit or ""
            money = unit if unit in {"£", "$", "€"} else ""
            old, new = (f"{money}{value:,.10g}" if value is not None else "none" for value in (target.before, target.after))
            shown = f" {unit}" if unit and not money else ""
            said.append(f"{target.measure}: {old}{shown} → none" if target.after is None else f"{target.measure}: {old} → {new}{shown}")
    return said


def _dropped(here: int, after: Side, change: Change) -> Event:
    return Event(
        chapter=here,
        source=after.source.name,
        edition=after.edition,
        kinds=("dropped",),
        milestone=None,
        text=None,
        page=None,
        line=None,
        needs_review=change.needs_review,
    )


def _report(here: int, lives: Sequence[Living], progress: Progress) -> None:
    """What a report says, as an event of each life that it reports on."""
    said = {one.milestone: one for one in progress.milestones if one.status != "not_reported"}
    for life in lives:
        one = said.get(life.now or "")
        if one:
            first = one.evidence[0] if one.evidence else None
            event = Event(
                chapter=here,
                source=progress.report.name,
                edition=progress.edition,
                kinds=("reported",),
                milestone=one.milestone,
                text=first.text if first else one.deferred_to,
                page=first.page if first else None,
                line=first.line if first else None,
                status=one.status,
                interim=one.interim,
                figures=one.figures,
                needs_review=one.needs_review,
            )
            life.events.append(event)


def _doubts(sides: Sequence[Side]) -> list[Issue]:
    issues = []
    for before, after in pairwise(sides):
        if before.edition and after.edition and before.edition[:4] > after.edition[:4]:
            message = f"The plan of {before.edition} is given before that of {after.edition}: they may be in the wrong order."
            issues.append(Issue(code="wrong-order", severity="warning", message=message, page=None))
    return issues
