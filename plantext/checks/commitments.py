"""Milestones that stand twice, or that the plan words differently where it repeats them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plantext.checks.plan import NUMBER, Plan, finding_at
from plantext.find.nearness import nearness
from plantext.find.plan.objectives import objective_key
from plantext.find.targets.quantities import find_numbers
from plantext.model.checks import Finding
from plantext.model.document import Severity
from plantext.model.findings import Milestone, Passage
from plantext.model.ids import normalised
from plantext.text.words import STOP_WORDS, stems, words

SAME = 0.5  # likeness of words above which two leftover entries of one objective are one that was reworded, not one missing and one surplus
FEWEST_OBJECTIVES = 2  # a list that repeats the milestones of one objective only is no summary of the plan
WHOLE = 0.6  # share of a plan's milestones that a list must hold to be one that repeats them all

_PRINTED = str.maketrans("’‘“”–—‐‑", "''\"\"----")
_AROUND_POINTS = re.compile(r"\s*([^\w\s])\s*")
_BRACKETS = re.compile(r"\s*\([^()]*\)")


def find_duplicates(plan: Plan) -> Iterator[Finding]:
    """“Train every call handler in the new code” as the third and as the sixth bullet of one objective."""
    seen: dict[tuple[str | None, frozenset[str], str], Milestone] = {}
    for milestone in plan.milestones.milestones:
        key = milestone.edition, objective_key(milestone.objective), normalised(milestone.text)
        first = seen.setdefault(key, milestone)
        if first is not milestone:
            message = "The same entry stands twice under one objective."
            remedy = "Take one of the two out, or say how they differ."
            yield finding_at("duplicate-milestone", "warning", message, _body(plan, milestone), suggestion=remedy)


def find_mismatches(plan: Plan) -> Iterator[Finding]:
    """The section has "18 officers", the closing summary "16 officers"; the table has a word more; the summary lacks one."""
    for milestone in plan.own:
        standard = _body(plan, milestone)
        for place in milestone.places:
            if place is not standard and (difference := _difference(standard.text, place.text)):
                severity, what = difference
                where = _where(standard)
                yield finding_at("milestone-mismatch", severity, f"{what} {where}: “{standard.text}”.", place, suggestion=standard.text)
    yield from _lacking(plan)


def _body(plan: Plan, milestone: Milestone) -> Passage:
    """The place in the plan's own section: in no table, and in the register where prose goes with the entries; else the first."""
    outside = [place for place in milestone.places if not place.block.startswith("c-")] or list(milestone.places)
    prose = {section.heading.text: section.prose for section in plan.sections}
    return max(outside, key=lambda place: min(prose.get(place.section or "", 0), 1))


def _where(place: Passage) -> str:
    return f"“{place.section}” has" if place.section else "Elsewhere it says"


def _difference(standard: str, other: str) -> tuple[Severity, str] | None:
    """How bad it is that two wordings of one milestone differ, and how they do; None where they only look different."""
    if _plain(standard) == _plain(other):
        return None
    numbers = [sorted((number.value, number.unit or "") for number in find_numbers(text)) for text in (standard, other)]
    if [value for value, _ in numbers[0]] != [value for value, _ in numbers[1]]:
        return "error", "The figures differ;"
    bare = [_counted_out(_BRACKETS.sub("", text)) for text in (standard, other)]
    if normalised(bare[0]).replace(" ", "") == normalised(bare[1]).replace(" ", "") or _stems(bare[0]) == _stems(bare[1]):
        return "info", "Worded a little differently;"
    return "warning", "Worded differently;"


def _plain(text: str) -> str:
    """A text without what printers change: the form of quotes and dashes, and spacing."""
    return _AROUND_POINTS.sub(r"\1", " ".join(text.translate(_PRINTED).split()))


def _counted_out(text: str) -> str:
    """A text without its numbers, which are compared apart."""
    for number in reversed(find_numbers(text)):
        text = f"{text[: number.start]} {text[number.end :]}"
    return text


def _stems(text: str) -> list[str]:
    return sorted(stem for stem in stems(text.replace("-", "")) if stem not in STOP_WORDS)


@dataclass(frozen=True)
class _Register:
    """A part of the plan that lists milestones of several objectives: a table, the sections, the closing summary."""

    name: str
    kind: str  # "table" or "section"
    held: frozenset[str]  # milestone ids


def _lacking(plan: Plan) -> Iterator[Finding]:
    """Milestones that one of the plan's lists has and another lacks; two that are alike are one that was reworded."""
    registers = _registers(plan)
    if len(registers) < 2:
        return
    reworded: set[str] = set()
    own = {milestone.id: milestone for milestone in plan.own}
    for register in registers:
        listed = {objective_key(own[one].objective) for one in register.held}
        missing = [one for one in plan.own if one.id not in register.held and objective_key(one.objective) in listed]
        surplus = [own[one] for one in sorted(register.held) if all(one not in other.held for other in registers if other is not register)]
        for milestone in missing:
            if milestone.id in reworded or not any(milestone.id in other.held for other in registers):
                continue
            if any(_plain(own[one].text) == _plain(milestone.text) for one in register.held):
                continue  # a milestone twice in one list, which is a finding of its own
            twin = max(surplus, key=lambda one: _likeness(one, milestone), default=None)
            body = _body(plan, milestone)
            if twin is not None and _likeness(twin, milestone) >= SAME and twin.id not in reworded:
                reworded |= {milestone.id, twin.id}
                place = twin.places[0]
                severity, what = _difference(body.text, place.text) or ("info", "Worded differently;")
                severity = "warning" if severity == "info" else severity
                message = f"{what} {_where(body)}: “{body.text}”."
                yield finding_at("milestone-mismatch", severity, message, place, suggestion=body.text)
            else:
                message = f"{register.name} lacks this milestone."
                remedy = f"Add it to {register.name[:1].lower()}{register.name[1:]}, or take it out."
                yield finding_at("milestone-mismatch", "warning", message, body, suggestion=remedy)


def _likeness(one: Milestone, other: Milestone) -> float:
    if objective_key(one.objective) != objective_key(other.objective):
        return 0.0
    first, second = set(words(one.text)) - STOP_WORDS, set(words(other.text)) - STOP_WORDS
    shared = len(first & second) / max(1, min(len(first), len(second)))
    return max(shared if min(len(first), len(second)) > 2 else 0.0, nearness(one.text, other.text) - 0.25)


def _registers(plan: Plan) -> list[_Register]:
    """The plan's lists of its milestones: tables and top sections that hold most of them, and everything else together, the body."""
    tables = {block.id: table for table in plan.document.blocks for row in table.rows for cell in row for block in cell.blocks}
    held: dict[tuple[str, str], set[str]] = {}
    for milestone in plan.own:
        for place in milestone.places:
            table = tables.get(place.block)
            number = NUMBER.match(place.section or "")
            key = ("table", table.id) if table is not None else ("section", number[1].split(".")[0] if number else "")
            held.setdefault(key, set()).add(milestone.id)
    own = {milestone.id: milestone for milestone in plan.own}

    def whole(ids: set[str]) -> bool:
        return len(ids) >= WHOLE * len(own) and len({objective_key(own[one].objective) for one in ids}) >= FEWEST_OBJECTIVES

    rest: set[str] = set()
    registers = []
    for (kind, name), ids in held.items():
        if whole(ids) and (name or kind == "table"):
            registers.append(_Register("The table of milestones" if kind == "table" else f"Section {name}", kind, frozenset(ids)))
        elif kind == "section":
            rest |= ids
    if whole(rest):
        registers.append(_Register("The body of the plan", "section", frozenset(rest)))
    return registers
