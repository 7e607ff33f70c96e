"""Results as the rows that people read: changes by objective, asks by theme. Every format writes these; nothing is decided here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from msgspec import structs

from plantext.model.alignment import Change, Edit, TargetChange, Variations
from plantext.model.coverage import Answer, Coverage
from plantext.model.document import Document
from plantext.model.findings import ASKS, Milestone, Statement
from plantext.model.ids import normalised
from plantext.report import words
from plantext.text.words import stems

R = TypeVar("R")
T = TypeVar("T")


@dataclass(frozen=True)
class Group(Generic[R]):
    """Rows under one heading; `anchor` names it within a page."""

    anchor: str
    name: str
    rows: tuple[R, ...]
    gone: tuple[tuple[R, str], ...] = ()  # rows that moved from here, each with the name of the group it is in now


@dataclass(frozen=True)
class ChangeRow:
    """One change, ready to be written. `number` counts from 1 through the whole report."""

    number: int
    change: Change
    before: tuple[Milestone, ...]
    after: tuple[Milestone, ...]
    kinds: tuple[str, ...]  # of words.KIND_ORDER, never empty
    what: tuple[str, ...]  # what changed, in plain words
    tones: tuple[str, ...]  # the kind that each line of `what` speaks of
    targets: tuple[tuple[str, str, str], ...]  # measure, before, after

    @property
    def is_change(self) -> bool:
        """Whether anything happened to the milestone."""
        return bool(self.change.kinds)

    @property
    def unexplained(self) -> bool:
        """Whether it changed and the plan gives no reason."""
        return self.is_change and self.change.rationale is None

    def before_text(self) -> str:
        """The texts before, one a line."""
        return "\n".join(milestone.text for milestone in self.before)

    def after_text(self) -> str:
        """The texts after, one a line."""
        return "\n".join(milestone.text for milestone in self.after)

    def before_edits(self) -> tuple[Edit, ...]:
        """The text before as runs that stayed and runs that went."""
        return self._edits("delete", self.before_text())

    def after_edits(self) -> tuple[Edit, ...]:
        """The text after as runs that stayed and runs that came."""
        return self._edits("insert", self.after_text())

    def _edits(self, op: str, whole: str) -> tuple[Edit, ...]:
        if not whole:
            return ()
        kept = [part for edit in self.change.redline if edit.op in {"equal", op} for part in _spaces_apart(edit)]
        return tuple(kept) or (Edit(op="equal", text=whole),)


@dataclass(frozen=True)
class AskRow:
    """One ask with the plan's answer; `answer` is None where it was not compared."""

    number: int
    statement: Statement
    answer: Answer | None

    @property
    def status(self) -> str:
        """Of words.STATUS_ORDER."""
        return self.answer.status if self.answer else words.NOT_ASSESSED

    @property
    def answerable(self) -> str:
        """Of words.ANSWERABLE_ORDER."""
        return self.answer.answerable if self.answer else "this_plan"


def group_changes(result: Variations) -> tuple[Group[ChangeRow], ...]:
    """The changes by objective: those of the plan after in its order, then those that only the plan before has."""
    before = {milestone.id: milestone for milestone in result.before.milestones}
    after = {milestone.id: milestone for milestone in result.after.milestones}
    names: dict[tuple[str, ...], str] = {}
    for milestone in (*result.after.milestones, *result.before.milestones):
        names.setdefault(objective_key(milestone.objective), milestone.objective or words.NO_OBJECTIVE)
    for change in result.changes:
        objective = change.objective_after or change.objective_before
        names.setdefault(objective_key(objective), objective or words.NO_OBJECTIVE)

    def row(number: int, change: Change) -> ChangeRow:
        old = tuple(before[name] for name in change.before)
        new = tuple(after[name] for name in change.after)
        said = _what_changed(change, old, new)
        return ChangeRow(
            number=number,
            change=change,
            before=old,
            after=new,
            kinds=change.kinds or (words.UNCHANGED,),
            what=tuple(line for _, line in said),
            tones=tuple(kind for kind, _ in said),
            targets=tuple(
                (target.measure, _aimed_at(target, target.before, old), _aimed_at(target, target.after, new)) for target in change.targets
            ),
        )

    def key(change: Change) -> tuple[str, ...]:
        return objective_key(change.objective_after if change.after else change.objective_before)

    groups = _grouped("objective", names, result.changes, key, row)
    moved = [(row, group) for group in groups for row in group.rows if "moved" in row.kinds]
    return tuple(
        replace(group, gone=tuple((row, now.name) for row, now in moved if now is not group and _came_from(row, group.name)))
        for group in groups
    )


def _aimed_at(change: TargetChange, value: float | None, side: tuple[Milestone, ...]) -> str:
    """One side of a target: its quantity, a range with both ends, or its words where it has no number ("our lowest ever crime levels")."""
    alike = [one for milestone in side for one in milestone.targets if one.value == value and one.measure in change.measure]
    if value is None:
        return next((one.text for one in alike if one.deadline is None), words.quantity(None, change.unit))
    upper = next((one.upper for one in alike if one.upper is not None), None)
    quantity = words.quantity(value, change.unit)
    return quantity if upper is None else f"{words.number_words(value)} to {words.quantity(upper, change.unit)}"


def _target_words(change: TargetChange, old: tuple[Milestone, ...], new: tuple[Milestone, ...]) -> str:
    """What became of one target; a range is said with both its ends."""
    targets = [[one for milestone in side for one in milestone.targets] for side in (old, new)]
    said = words.target_change_words(change, *targets)
    ranged = any(one.upper is not None and one.value in {change.before, change.after} for side in targets for one in side)
    if not ranged or change.before is None or change.after is None:
        return said
    done = said.split(" from ")[0]
    return f"{done}, before {_aimed_at(change, change.before, old)}, after {_aimed_at(change, change.after, new)}: {change.measure}"


def _came_from(row: ChangeRow, objective: str) -> bool:
    return objective_key(row.change.objective_before) == objective_key(objective)


def group_asks(result: Coverage) -> tuple[Group[AskRow], ...]:
    """What is asked for, with its answer, by theme in the report's order."""
    answers = {answer.statement: answer for answer in result.coverage}
    asks = [statement for statement in result.statements if statement.act in ASKS or statement.id in answers]
    names: dict[tuple[str, ...], str] = {}
    for ask in asks:
        names.setdefault(_theme_key(ask), ask.theme or words.NO_THEME)
    return _grouped("theme", names, asks, _theme_key, lambda number, ask: AskRow(number, ask, answers.get(ask.id)))


def for_the_record(result: Coverage) -> tuple[Statement, ...]:
    """What asks for nothing: undertakings first, which a panel will return to, then notes and praise, each in the report's order."""
    answered = {answer.statement for answer in result.coverage}
    rest = [statement for statement in result.statements if statement.act not in ASKS and statement.id not in answered]
    return tuple(sorted(rest, key=lambda statement: statement.act != "undertaking"))


def group_milestones(milestones: Iterable[Milestone]) -> list[tuple[str | None, list[tuple[str, list[Milestone]]]]]:
    """Milestones by edition and objective, each in its first order."""
    editions: dict[str | None, dict[str, list[Milestone]]] = {}
    for milestone in milestones:
        objectives = editions.setdefault(milestone.edition, {})
        objectives.setdefault(milestone.objective or words.NO_OBJECTIVE, []).append(milestone)
    return [(edition, list(objectives.items())) for edition, objectives in editions.items()]


def count_kinds(rows: Iterable[ChangeRow]) -> dict[str, int]:
    """How many changes of each kind, "unchanged" first; a change of two kinds counts under both."""
    counts = Counter(kind for row in rows for kind in row.kinds)
    return {kind: counts[kind] for kind in words.KIND_ORDER}


def count_statuses(rows: Iterable[AskRow]) -> dict[str, dict[str, int]]:
    """How many asks of each status, by whether a plan can answer them; "Not assessed" only where there are any."""
    counts = Counter((row.status, row.answerable) for row in rows)
    return {
        status: {answerable: counts[status, answerable] for answerable in words.ANSWERABLE_ORDER}
        for status in words.STATUS_ORDER
        if status != words.NOT_ASSESSED or any(counts[status, answerable] for answerable in words.ANSWERABLE_ORDER)
    }


def not_read(document: Document) -> list[str]:
    """What of a document was not read: pages, pictures; then its issues."""
    lines = [f"Page {page.number}: {words.PAGE_WORDS[page.status]}" for page in document.pages if page.status != "text"]
    if document.figures and not any(issue.code == "figures-not-read" for issue in document.issues):
        were = "was" if document.figures == 1 else "were"
        lines.append(f"{words.plural(document.figures, 'picture or chart', 'pictures and charts')} {were} not read")
    return lines + [words.issue_words(issue) for issue in document.issues]


def _grouped(
    prefix: str,
    names: dict[tuple[str, ...], str],
    items: Iterable[T],
    key: Callable[[T], tuple[str, ...]],
    row: Callable[[int, T], R],
) -> tuple[Group[R], ...]:
    """Items under their headings in the order of `names`, rows numbered from 1 through all; headings without rows are left out."""
    parted: dict[tuple[str, ...], list[T]] = {name: [] for name in names}
    for item in items:
        parted[key(item)].append(item)
    groups: list[Group[R]] = []
    number = 0
    for name, members in parted.items():
        if members:
            rows = tuple(row(number + place, member) for place, member in enumerate(members, start=1))
            number += len(rows)
            groups.append(Group(f"{prefix}-{len(groups) + 1}", names[name], rows))
    return tuple(groups)


def _spaces_apart(edit: Edit) -> Iterator[Edit]:
    """An edit with the spaces at its ends taken out of what is marked: nobody sees a marked space, and it looks like a fault."""
    core = edit.text.strip()
    start = edit.text.find(core) if core else len(edit.text)
    for op, text in (("equal", edit.text[:start]), (edit.op, core), ("equal", edit.text[start + len(core) :])):
        if text:
            yield structs.replace(edit, op=op, text=text)


def objective_key(objective: str | None) -> tuple[str, ...]:
    """Objectives that differ in a word's form only ("Reduce…", "Reducing…") are one."""
    return tuple(stems(objective or "")) or (normalised(objective or ""),)


def _theme_key(statement: Statement) -> tuple[str, ...]:
    return (normalised(statement.theme or ""),)


def _what_changed(change: Change, before: tuple[Milestone, ...], after: tuple[Milestone, ...]) -> list[tuple[str, str]]:
    """What happened as `(kind, words)`: one line a kind, and one a target that changed."""
    if not change.kinds:
        said = "Unchanged but for the way it is written" if change.editorial else words.KIND_WORDS[words.UNCHANGED]
        return [(words.UNCHANGED, said), *_renumbered(before, after)]
    targets = [_target_words(target, before, after) for target in change.targets if target.change != "same"]
    if date := words.date_change_words(change):
        targets.append(date)
    special = {
        "moved": f"Moved from {change.objective_before or words.NO_OBJECTIVE} to {change.objective_after or words.NO_OBJECTIVE}",
        "split": f"Split into {len(after)}",
        "merged": f"Merged from {len(before)}",
    }
    if change.duplicate_of:
        special["added"] = "Added: repeats another milestone of the same plan"
    if change.editorial:
        special["reworded"] = "Reworded only in the way it is written"
    kinds = [kind for kind in change.kinds if kind != "target" or not targets]
    lines: list[tuple[str, str]] = [(kind, special.get(kind, words.KIND_WORDS[kind])) for kind in kinds]
    return lines + [("target", line) for line in targets] + _renumbered(before, after)


def _renumbered(before: tuple[Milestone, ...], after: tuple[Milestone, ...]) -> list[tuple[str, str]]:
    """A line where a numbered entry has another number."""
    numbers = [(one.number or "").rstrip(".)") for side in (before, after) for one in side]
    if len(before) != 1 or len(after) != 1 or not all(numbers) or numbers[0] == numbers[1]:
        return []
    return [(words.UNCHANGED, f"Number changed from {numbers[0]} to {numbers[1]}")]
