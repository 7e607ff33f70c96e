"""What a report says of one milestone, sorted: its own words, pointers to other reports, and the figures of what is counted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from plantext.compare.achievement import Aim, aim_of_cell, aim_of_row, choose_figure, figure_of, figure_of_row, find_aims
from plantext.compare.reporting import Linked
from plantext.find.performance.entry import Said
from plantext.find.performance.report_time import General
from plantext.find.statements.pointers import find_pointer
from plantext.find.targets.targets import find_targets
from plantext.model.findings import Milestone
from plantext.model.progress import Figure
from plantext.text.words import stems

HELD_CHANGE = 0.5  # share of a measure's stems that the words about a figure must hold, where nothing says how far it should change
HELD_LEVEL = 1.0  # the same for a level, which anything in the section may have

_DIRECTIONAL = re.compile(r"^\W*(?:further\s+)?(?:reduc|increas|improv|cut|lower|rais|grow|decreas|maintain)\w*\b", re.IGNORECASE)


@dataclass
class Account:
    """What is said of one milestone, sorted: its own words, pointers to other reports, figures."""

    content: list[Said] = field(default_factory=list)
    pointers: list[tuple[Said, str]] = field(default_factory=list)
    figures: list[tuple[Aim, Figure]] = field(default_factory=list)


def take_account(milestone: Milestone, linked: Linked, told: date | None, general: General | None) -> Account:
    """What is linked to a milestone, sorted. `told` is the report's day, `general` the date that its figures hold for."""
    account = Account()
    said = [sentence for entry in linked.entries for sentence in entry.said] + linked.sentences
    for one in said:
        pointer = find_pointer(one.text)
        if pointer:
            account.pointers.append((one, pointer[0]))
        else:
            account.content.append(one)
    heading = " ".join([milestone.text, *(title for entry in linked.entries for title in entry.titles)])
    as_at = general.text if general else None
    for aim in _aims(milestone, linked):
        results = [(meant, found) for row in linked.entries if (found := figure_of_row(meant := aim_of_row(aim, row), row, as_at))]
        if not results and (chosen := choose_figure(aim, account.content, heading, told)):
            results = [(aim, figure_of(aim, *chosen, as_at))]
        if not results:
            results = [(meant, found) for row in linked.rows if (found := figure_of_row(meant := aim_of_row(aim, row), row, as_at))]
        known = {(aim.value, figure.actual, figure.block, figure.span) for aim, figure in account.figures}
        account.figures += [one for one in results[:1] if (one[0].value, one[1].actual, one[1].block, one[1].span) not in known]
    if not account.figures and _DIRECTIONAL.match(milestone.text) and not milestone.targets:
        _open_figure(milestone, account, heading, told, as_at)
    return account


def _aims(milestone: Milestone, linked: Linked) -> list[Aim]:
    """What the plan aims at; where it names no number, what the report's heading or its column of targets says was aimed at."""
    aims = find_aims(milestone.text, milestone.targets)
    if aims:
        return aims
    titles = [title for entry in linked.entries for title in entry.titles]
    said = next((found for title in titles if (found := find_aims(title, find_targets(title))) and found[0].unit), [])
    cells = (aim_of_cell(milestone.text, entry.aim) for entry in [*linked.entries, *linked.rows] if entry.aim)
    return said or next(([aim] for aim in cells if aim), [])


def _open_figure(milestone: Milestone, account: Account, heading: str, told: date | None, as_at: str | None) -> None:
    """The figure of a milestone that says which way and not how far: a change of what it counts, else where it stands."""
    measure = _DIRECTIONAL.sub("", milestone.text).strip()
    for change in (True, False):
        aim = Aim(measure=measure, value=None, unit="per cent", change=change, at_least=True)
        chosen = choose_figure(aim, account.content, heading, told)
        counted = set(stems(measure))
        held = len(counted & set(stems(chosen[1].clause))) / len(counted) if chosen and counted else 0.0
        if chosen and held >= (HELD_CHANGE if change else HELD_LEVEL):
            account.figures.append((aim, figure_of(aim, *chosen, as_at)))
            return
