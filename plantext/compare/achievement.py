"""The figures of a report tied to what a milestone counts, and whether they reach what it aims at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from plantext.find.performance.asat import Dated, find_dates
from plantext.find.performance.entry import ReportEntry, Said
from plantext.find.performance.figures import Reading, find_figures
from plantext.find.targets.quantities import find_numbers
from plantext.model.document import place_of
from plantext.model.findings import Target
from plantext.model.progress import Figure
from plantext.text.words import stems

ORDER = 0.02  # taken off for each sentence before it: the first of two equals is meant
DATED = 0.25  # a figure with a date goes before one without
FOREIGN = 0.6  # taken off for a clause whose subject is wholly of another thing
NAMED = 0.5  # the least share for a count whose noun is the measure's: "2,960 visits"
UNNAMED = 0.2  # taken off for a count that does not say of what: "14 have started"
LEAST = -0.25  # below this a figure is of something else
NOUN_WITHIN = 3  # words behind a number in which what it counts is named
NEARLY = 1e-9
_PERCENT = {"per cent", "percentage points"}

_BY = re.compile(r"\b(?:by|a\s+further|another|of\s+at\s+least)\b(?:\s+(?!to\b)[\w'’-]+){0,4}\s*$", re.IGNORECASE)
_TO = re.compile(
    r"\b(?:to|at|of|over|above|below|under|than|reach|achieve|maintain)\s+(?:at\s+least\s+|around\s+|about\s+|below\s+"
    r"|under\s+|over\s+|above\s+|no\s+(?:more|fewer|less)\s+than\s+)?$",
    re.IGNORECASE,
)
_SMALL = frozenset(
    stems(
        "period year month date figure rate level number total average overall recorded likely share score result current"
        " latest position police force survey winter autumn spring summer "
        "wave twelve eleven ten rolling quarter half january february march april june july august september october november"
        " december ytd percentage per cent end last same previous "
        "performance deliver deliverable milestone target stand stood put give gave made make reach achieve now show see"
        " compare higher lower fewer more increase decrease reduce reduction rise fall fell"
    )
)


_WITHIN = re.compile(r"\b(?:within|in\s+(?:under|less\s+than))\s+$", re.IGNORECASE)
_TIME = re.compile(r"^\s*(?:working\s+|calendar\s+|clear\s+)?(?:seconds?|minutes?|hours?|days?|weeks?|months?)\b", re.IGNORECASE)
_OPENING_COUNT = re.compile(r"\W*[A-Za-z]+(?:\s+(?:out|up|on|in|at\s+least|over|a\s+further|another|more\s+than|up\s+to))*\s+(?=\d)")
_DOWNWARD = re.compile(r"^\W*(?:reduc|cut|lower|decreas|minimi|fewer|less)\w*\s+", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Aim:
    """A number aimed at, as the figures of a report are: changes signed. `at_least`: more is better; None where only nearness counts."""

    measure: str
    value: float | None
    unit: str | None
    change: bool
    at_least: bool


def find_aims(text: str, targets: Sequence[Target]) -> list[Aim]:
    """What a milestone aims at, target by target.

    >>> from plantext.find.targets.targets import find_targets
    >>> [(aim.value, aim.change, aim.at_least) for aim in find_aims("Reduce theft by 8 per cent", find_targets("Reduce theft by 8 per cent"))]
    [(-8.0, True, False)]
    """
    aims = [aim for target in targets if (aim := _aim(text, target))]
    if (
        not aims
        and not targets
        and (opening := _OPENING_COUNT.match(text))
        and (numbers := find_numbers(text))
        and numbers[0].start == opening.end()
    ):
        aims = [Aim(measure=text[numbers[0].end :].strip(" ."), value=numbers[0].value, unit=numbers[0].unit, change=False, at_least=True)]
    return aims


def aim_of_cell(text: str, cell: str) -> Aim | None:
    """What the column of targets in a report says was aimed at, for a milestone whose own words hold no number; None where it is no number."""
    reading = next(iter(find_figures(cell)), None)
    if reading is None or find_dates(cell):
        return None
    down = bool(_DOWNWARD.match(text)) or (reading.change and reading.value < 0)
    return Aim(measure=_DOWNWARD.sub("", text).strip(), value=reading.value, unit=reading.unit, change=reading.change, at_least=not down)


def aim_of_row(aim: Aim, row: ReportEntry) -> Aim:
    """What a row's result is held against: the plan's aim, or where that is a change in per cent and the row counts, the level in its column of targets."""
    if not aim.change or row.actual is None or row.aim is None:
        return aim
    got, wanted = (next(iter(find_figures(text)), None) for text in (row.actual.text, row.aim))
    counted = got and wanted and not (got.change or wanted.change) and got.unit == wanted.unit and got.unit not in _PERCENT
    return replace(aim, value=wanted.value, unit=wanted.unit, change=False) if counted and wanted else aim


def _aim(text: str, target: Target) -> Aim | None:
    if target.value is None:
        return None
    at = text.find(target.text)
    whole = text[at : at + len(target.text)] if at >= 0 else target.text
    numbers = find_numbers(whole)
    number = next((one for one in numbers if abs(one.value - target.value) < NEARLY), None)
    if number and _WITHIN.search(whole[: number.start]) and _TIME.match(whole[number.end :]):
        return None  # "within 2 days" says how, not how many
    before = whole[: number.start] if number else whole
    saving = whole.lower().startswith("sav")  # what is saved is to be more, not less
    column = at < 0 and target.direction == "reach" and bool(_DOWNWARD.match(text))  # "28" beside "Cut missed bins"
    down = (target.direction == "reduce" or column) and not saving
    change = target.direction in {"increase", "reduce"} and not saving and not _TO.search(before)
    change = change or bool(_BY.search(before) and target.direction != "reach")
    behind = text[at + number.end :] if number and at >= 0 else ""
    noun = re.match(r"\s+(?:more\s+|fewer\s+|new\s+|extra\s+|additional\s+)*((?:police\s+)?[a-z][\w'’-]+)", behind)
    unit = target.unit or (noun[1] if noun and noun[1] not in {"by", "in", "per", "and", "to", "of", "a", "from"} else None)
    value = -target.value if change and down else target.value
    return Aim(measure=target.measure, value=value, unit=unit, change=change, at_least=not down)


def reached(aim: Aim, actual: float) -> bool:
    """Whether a figure reaches what is aimed at."""
    if aim.value is None:
        return False
    return actual >= aim.value - NEARLY if aim.at_least else actual <= aim.value + NEARLY


def choose_figure(aim: Aim, said: Sequence[Said], heading: str, until: date | None) -> tuple[Said, Reading] | None:
    """The latest figure of what is aimed at among the sentences: of the same kind and unit, its clause about the same thing."""
    measure = frozenset(stems(f"{aim.measure}")) - _SMALL
    about = measure | (frozenset(stems(heading)) - _SMALL)
    found: list[tuple[float, float, Said, Reading]] = []
    carried: Dated | None = None  # "The survey ended in August. It put the share at …": the date of the sentence before
    before: Said | None = None
    for place, one in enumerate(said):
        readings = find_figures(one.text, until)
        same = carried if before is not None and before.block is one.block else None
        carried, before = _date_of(one.text, until) if not readings else None, one
        for there in readings:
            reading = there if there.as_at else replace(there, as_at=one.as_at or same)
            if reading.role != "actual" or reading.change != aim.change or not _same_unit(aim, reading, one.text):
                continue
            score = _about(reading, measure, about) - ORDER * place - (0.0 if reading.unit else UNNAMED)
            if score >= LEAST:
                day = reading.as_at.day.toordinal() if reading.as_at and reading.as_at.day else 0
                found.append((score + (DATED if day else 0), day, one, reading))
    if not found:
        return None
    best = max(score for score, *_ in found)
    level = [one for one in found if one[0] >= best - DATED and _about(one[3], measure, about) >= 0] or [max(found, key=lambda one: one[0])]
    latest = max(day for _, day, *_ in level)
    chosen = max((one for one in level if one[1] == latest), key=lambda one: one[0])
    return chosen[2], chosen[3]


def _date_of(text: str, until: date | None) -> Dated | None:
    """The last date of a sentence, of those that are past."""
    dates = [found for found in find_dates(text, until) if found.day and not (until and found.day > until)]
    return dates[-1] if dates else None


def choose_forecast(aim: Aim, said: Sequence[Said]) -> float | None:
    """The last forecast of what is aimed at."""
    values = [
        reading.value
        for one in said
        for reading in find_figures(one.text)
        if reading.role == "forecast" and reading.change == aim.change and _same_unit(aim, reading, one.text)
    ]
    return values[-1] if values else None


def _unit(aim: Aim, reading: Reading) -> str | None:
    """The unit aimed at; of a count, what the report counts where the plan's own words count it too ("days", of "days lost … a year")."""
    if (
        reading.unit
        and aim.unit != reading.unit
        and set(stems(reading.unit)) & set(stems(aim.measure))
        and not set(stems(reading.unit)) & set(stems(aim.unit or ""))
    ):
        whole = aim.measure.lower().startswith(f"{reading.unit.lower()} ") and len(aim.measure.split()) <= NOUN_WITHIN
        return aim.measure if whole else reading.unit  # "hull checks", of which the noun read was "hull"
    return aim.unit or reading.unit


def _same_unit(aim: Aim, reading: Reading, text: str) -> bool:
    """Whether a figure counts in the unit aimed at; of a count, one of the words behind it names that ("nine electric vehicles")."""
    if aim.unit == reading.unit:
        return True
    percent = {"per cent", "percentage points"}
    if aim.unit in percent or reading.unit in percent or "£" in {aim.unit, reading.unit}:
        return aim.unit in percent and reading.unit in percent and aim.change
    if reading.unit is None:
        return not aim.change
    wanted = set(stems(f"{aim.unit or ''} {aim.measure}"))
    behind = " ".join(text[reading.end :].split()[:NOUN_WITHIN])
    return bool(wanted & set(stems(f"{reading.unit} {re.split('[.,;:()]', behind)[0]}")))


def _about(reading: Reading, measure: frozenset[str], about: frozenset[str]) -> float:
    """How much a figure's clause is about what is counted: its share of the measure, less what of its subject is foreign to it."""
    clause = frozenset(stems(reading.clause)) - _SMALL
    subject = _subject(reading.lead)
    held = len(clause & measure) / len(measure) if measure else 0.0
    if reading.unit and measure & set(stems(reading.unit)):
        held = max(held, NAMED)
    foreign = len(subject - about) / len(subject) if subject else 0.0
    return held - FOREIGN * foreign


def _subject(lead: str) -> frozenset[str]:
    """The telling stems of what a sentence speaks of: of its first part, between commas, that has any; dates and numbers are none."""
    for found in reversed(find_dates(lead)):
        lead = lead[: found.start] + lead[found.end :]
    parts = (frozenset(stem for stem in stems(part) if not stem[:1].isdigit()) - _SMALL for part in re.split(r",\s", lead))
    return next((part for part in parts if part), frozenset())


def figure_of(aim: Aim, said: Said, reading: Reading, general: str | None) -> Figure:
    """The figure at its place."""
    return Figure(
        measure=aim.measure,
        target=aim.value,
        actual=reading.value,
        unit=_unit(aim, reading),
        as_at=reading.as_at.text if reading.as_at else general,
        period=reading.period,
        text=said.text,
        change=reading.change,
        **place_of(said.block, said.section, said.span),  # type: ignore[arg-type]
    )


def figure_of_row(aim: Aim, row: ReportEntry, general: str | None) -> Figure | None:
    """The figure of a table's row, its cell of results; without a sign it has that of what is aimed at."""
    if row.actual is None:
        return None
    reading = next((one for one in find_figures(row.actual.text) if one.role == "actual"), None)
    if reading is None:
        return None
    if aim.change and aim.unit in _PERCENT and reading.unit not in _PERCENT and not reading.change:
        return None  # "27" says nothing of a quarter fewer
    value = reading.value
    if aim.change and not reading.change and aim.value is not None and aim.value < 0:  # "7.5%" beside "10% reduction"
        value = -value
    return Figure(
        measure=aim.measure,
        target=aim.value,
        actual=value,
        unit=aim.unit or reading.unit,
        as_at=reading.as_at.text if reading.as_at else general,
        period=None,
        text=row.actual.text,
        change=aim.change,
        **place_of(row.actual.block, row.actual.section, row.actual.span),  # type: ignore[arg-type]
    )
