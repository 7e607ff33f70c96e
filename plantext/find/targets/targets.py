"""The numbers that a milestone aims at: what is counted, which way, how far, from where and by when."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from plantext.find.targets import aimed
from plantext.find.targets.counts import count_aimed_at, is_body
from plantext.find.targets.deadlines import deadline_behind, find_baseline, find_deadline
from plantext.find.targets.measures import (
    REACH,
    clause,
    counted,
    counted_clause,
    direction_before,
    limits,
    measure_of,
    qualifier,
    share_of,
    times_taken,
    trimmed,
    unqualified,
    with_limit,
)
from plantext.find.targets.mentions import bounds_things, is_mentioned, is_part, starting_point
from plantext.find.targets.quantities import Number, find_numbers, find_quantities
from plantext.model.findings import Direction, Target

WHOLES: tuple[tuple[str, Direction, float], ...] = (
    ("halv", "reduce", 50.0),
    ("doubl", "increase", 100.0),
    ("trebl", "increase", 200.0),
    ("tripl", "increase", 200.0),
)
"""Verbs that hold their number, in per cent."""

_WHOLE = re.compile(r"\b(?:halv|doubl|trebl|tripl)(?:e|ing)\b(?!\s+(?:glaz|yellow|check|count|deck))", re.IGNORECASE)
CURRENCIES = ("£", "$", "€")
_ABOUT = r"around|about|at\s+least|a\s+further|approximately"
_AIMED = re.compile(rf"\b(?:by|to|of|at|at\s+least|over|above|below|under|than|is|a)\s+(?:(?:{_ABOUT})\s+)?$", re.IGNORECASE)
_OVER_UNDER = r"over|above|below|under|(?:no\s+)?(?:more|fewer|less)\s+than|up\s+to"
_BY_OR_TO = re.compile(rf"\b(?:by|to)\s+(?:(?:between|{_ABOUT}|{_OVER_UNDER})\s+)?$", re.IGNORECASE)
_BOUND = re.compile(
    r"\b(?:(?:(?:must|shall|should|will|may|do|does)\s+)?(?:not|never)\s+exceed|below|under|above|(?<!no\s)(?:fewer|less)\s+than|no\s+(?:more|fewer|less)\s+than|at\s+(?:most|least))\s+$",
    re.IGNORECASE,
)
_LOW = re.compile(r"\b(?:below|under|fewer\s+than|less\s+than|no\s+more\s+than|at\s+most)\s+$", re.IGNORECASE)
_ASIDE = re.compile(r"[.;:]\s+|\bto\s+(?=[a-z]+\s+[a-z])")  # before the clause that a count stands in: "Work with parishes to run …"
_FROM = re.compile(r"\bfrom\s+(?:(?:around|about|an?|the|just|over|under)\s+){0,2}$", re.IGNORECASE)
_TO_NUMBER = re.compile(
    r"(?:\s+[a-z-]+){0,3}?(?:\s+\(?(?:in|at|during|as\s+at)\s+(?:[A-Za-z]+\s+){0,4}(?:(?:19|20)\d\d(?:[-–/]\d{2,4})?\)?)?)?"
    r",?\s+to\s+(?:(?:at\s+least|at\s+most|below|under|above|over|around|about|an?|between)\s+){0,2}",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Where:
    """What holds for the targets of one milestone."""

    text: str
    baseline: str | None
    due: str | None
    taken: int = 0  # where the last target's number ended


def find_targets(text: str, deadline: str | None = None) -> tuple[Target, ...]:
    """The targets of one milestone, in order. `deadline` is one that stands elsewhere, as in the column of a table.

    >>> [(t.measure, t.direction, t.value, t.unit) for t in find_targets("Reduce theft by 8 per cent")]
    [('theft', 'reduce', 8.0, 'per cent')]
    """
    found = find_deadline(text)
    due = found[1] if found else deadline
    base = find_baseline(text)
    if base and base[1].lower().startswith("from") and _TO_NUMBER.match(text, base.end()):
        base = None  # "from 120 in 2030-31 to 100": its number is read with the other
    inert = [match.span() for match in (found, base) if match]
    numbers = [number for number in find_quantities(text) if not any(start <= number.start < end for start, end in inert)]
    where = _Where(text, base[1] if base else None, due)
    targets = [_whole(where)] if _WHOLE.search(text) else []
    for last, number, following in zip([None, *numbers], numbers, [*numbers[1:], None], strict=False):
        if _is_from(text, number, following):
            continue
        origin = last if last and _is_from(text, last, number) else None
        target = _risen(where, number, origin) if origin else _target(where, number)
        if target:
            targets.append(target)
            where = _Where(text, where.baseline, due, number.end)
    if len(targets) > 1 and _WHOLE.match(targets[1].text):  # "double the number of boats to 40"
        targets = targets[1:]
    targets = targets or _within(where)
    if not targets and (words := aimed.WORDS_ONLY.search(text)):
        targets = [_in_words(where, words)]
    if not targets and due:
        targets = [_new(where, _object(text), None, None, None, found[0] if found else due)]
    return tuple(targets)


def _is_from(text: str, number: Number, following: Number | None) -> bool:
    """Whether `number` is where `following` starts from: "from 40 to 60", "from 120 in 2030-31 to 100"."""
    return following is not None and bool(
        _FROM.search(text[max(0, number.start - 25) : number.start]) and _TO_NUMBER.fullmatch(text[number.end : following.start])
    )


def _risen(where: _Where, number: Number, origin: Number) -> Target:
    """The target of "from 40 to 60": without a verb that says which way, the numbers do."""
    text = where.text
    start = text.lower().rindex("from", 0, origin.start)
    near = max(0, start - REACH)
    direction, at = direction_before(text, near, start)
    if direction in {None, "reach"}:
        direction = "increase" if number.value > origin.value else "reduce"
    measure = measure_of(text[:start], text[number.end : number.end + REACH], at)
    since = text[start : origin.end]
    if year := deadline_behind(text, origin.end):
        since = text[start : text.index(year, origin.end) + len(year)]
    due = where.due or deadline_behind(text, number.end)
    unit = number.unit or counted(text[number.end : number.end + REACH]) or counted(text[origin.end : number.start])
    there = _Where(text, since, due)
    return _new(there, measure or trimmed(text[:start]) or trimmed(text), direction, number, unit, _quote(text, at, number.end))


def _whole(where: _Where) -> Target:
    """The target of a verb that holds its number: "halve", "double"."""
    verb = _WHOLE.search(where.text)
    assert verb is not None  # noqa: S101  # callers have matched it
    direction, value = next((direction, value) for word, direction, value in WHOLES if verb[0].lower().startswith(word))
    behind = clause(where.text[verb.end() :])
    number = Number(value=value, unit="per cent", start=verb.start(), end=verb.end())
    return _new(where, trimmed(behind) or trimmed(where.text), direction, number, "per cent", (verb[0] + behind).rstrip())


def _in_words(where: _Where, words: re.Match[str]) -> Target:
    """The target that has no number: "our lowest ever …", "… to its lowest level for ten years"."""
    direction: Direction = "reduce" if words["which"].lower() in {"lowest", "fewest"} else "increase"
    behind = clause(where.text[words.end() :])
    before = "" if trimmed(behind) else _led_up_to(where.text[: words.start()])
    return _new(where, trimmed(behind) or before or trimmed(where.text), direction, None, None, (words[0] + behind).rstrip())


def _led_up_to(text: str) -> str:
    """What is brought to a level: the words behind the verb, without "down to"."""
    _, at = direction_before(text, 0, len(text))
    return trimmed(re.sub(r"\s+(?:down|up|back)$", "", measure_of(text, "", at)))


def _within(where: _Where) -> list[Target]:
    """The time within which something is to be done, where nothing else is aimed at: "Answer calls within 10 seconds"."""
    for limit in times_taken(where.text):
        number = next((one for one in find_numbers(where.text[: limit.end("number")]) if one.start >= limit.start("number")), None)
        if number and number.unit is None:
            unit = limit[0][limit.end("number") - limit.start() :].strip()
            told = re.split(r"[.;:]\s+", where.text[: limit.start()])[-1]
            return [_new(where, _object(told) or trimmed(told) or trimmed(where.text), "reach", number, unit, limit[0])]
    return []


def _target(where: _Where, number: Number) -> Target | None:
    """The target that `number` is part of, or None where it is only mentioned."""
    text = where.text
    near = max(0, number.start - REACH)
    before, after = text[near : number.start], text[number.end : number.end + REACH]
    if is_mentioned(before) or is_part(after):
        return None
    direction, at = direction_before(text, near, number.start)
    if number.unit is None:
        return None if aimed.ADJECTIVE.match(after) else _count(where, number, direction, at)
    if number.unit in CURRENCIES and direction != "reduce" and (verb := aimed.COUNTED.search(before) or aimed.GETS.search(before)):
        return _new(
            where, trimmed(counted_clause(after)) or text, "reach", number, number.unit, _quote(text, near + verb.start(), number.end)
        )
    if direction in {None, "reach"} and (noun := aimed.NOUN_OF_WAY.match(after)):
        way: Direction = "increase" if noun["up"] else "reduce"
        return _new(
            where,
            trimmed(clause(after[noun.end() :])) or trimmed(text),
            way,
            number,
            number.unit,
            text[number.start : number.end + noun.end()].rstrip(),
        )
    if direction is None and (more := aimed.MORE_OF.match(after)):
        way = "reduce" if more[1].lower() in {"fewer", "less"} else "increase"
        measure = unqualified(trimmed(clause(after[more.end() :])) or trimmed(text))
        return _new(where, measure, way, number, number.unit, text[number.start : number.end + more.end()])
    if number.unit in CURRENCIES and not text[: number.start].strip():  # "£2 million saved through …"
        return _new(where, trimmed(counted_clause(after)) or text, "reach", number, number.unit, _quote(text, number.start, number.end))
    if number.unit in CURRENCIES and direction is None and not _AIMED.search(before):
        return None
    if direction is None:
        direction, at = "reach", max((near + match.end() for match in re.finditer(r"[,;(]", before)), default=near)
        if share := share_of(after) or (
            trimmed(clause(after)) if aimed.IN_SO_MANY.search(text[number.start : number.end]) else ""
        ):  # "90% of calls"
            return _new(where, with_limit(share, after), direction, number, number.unit, _quote(text, at, number.end))
    return _measured(where, number, direction, at)


def _measured(where: _Where, number: Number, direction: Direction, at: int) -> Target:
    """The target whose measure stands between its verb and its number."""
    text, after = where.text, where.text[number.end : number.end + REACH]
    if at < where.taken:  # "88% for victims of crime and 80% for victims of nuisance": one verb, two numbers
        first = find_numbers(text[at : number.end])[0]
        shared = measure_of(text[: at + first.start], text[at + first.end : number.end + REACH], at)
        own = trimmed(re.split(r"\band\b|[,;]", text[where.taken : number.start])[-1])
        if own and not aimed.QUALIFIES.match(own):  # "falls by 20% and pressure sores by 30%"
            return _new(where, own, direction, number, number.unit, _quote(text, where.taken, number.end))
        return _new(where, trimmed(f"{shared} {qualifier(after)}"), direction, number, number.unit, _quote(text, where.taken, number.end))
    measure = trimmed(f"{measure_of(text[: number.start], after, at)} {qualifier(after) if direction == 'reach' else ''}")
    there = _Where(text, where.baseline, where.due or deadline_behind(text, number.end))
    unit = number.unit or counted(after) or _each(text[at : number.start], after)
    measure = measure or trimmed(re.sub(r"^\s*(?:in|on)\s", "", qualifier(after)))  # "a reduction of 15 per cent in energy use"
    return _new(there, with_limit(measure or trimmed(text), after), direction, number, unit, _quote(text, at, number.end))


def _each(before: str, after: str) -> str | None:
    """The unit of "the number of days … to 8 a year": days a year; of "deaths to 3 per 100,000 people" the rate alone."""
    if rate := re.match(r"\s+(per\s+\d[\d,]*(?:\s+[a-z-]+)?)", after):
        return rate[1]
    things, each = re.search(r"\bnumber\s+of\s+([\w-]+)", before), re.match(r"\s+(?:an?|per|each|every)\s+\w+", after)
    return f"{things[1]}{each[0]}" if things and each else None


def _count(where: _Where, number: Number, direction: Direction | None, at: int) -> Target | None:
    """The target of a bare number: a count behind a verb of doing, a level that is raised or lowered to it, a bound, a number of places."""
    text = where.text
    near = max(0, number.start - REACH)
    before, after = text[near : number.start], text[number.end : number.end + REACH]
    if verb := aimed.COUNTED.search(before):
        quote = _quote(text, near + verb.start(), number.end)
        return _new(where, trimmed(counted_clause(after)) or text, "reach", number, counted(after), quote)
    things = counted(after)
    in_figures = text[number.start].isdigit()  # a number in words describes: "a hall with two doors"
    made = aimed.MADE_OF.search(before) or (aimed.HOLDS.search(before) if things and in_figures and not is_body(things) else None)
    if made and things:
        return _new(where, trimmed(made["what"]), "reach", number, things, _quote(text, near + made.start(), number.end))
    low = bool(_LOW.search(before))
    idiom = number.value == 1 and not text[number.start].isdigit()  # "under one roof", "to more than one"
    if direction and not idiom and (_BY_OR_TO.search(before) or aimed.AT_LEVEL.search(before) or (direction == "reduce" and low)):
        return _measured(where, number, direction, at)
    if (
        number.value > 1
        and (bound := _BOUND.search(before))
        and (direction is not None or not bounds_things(before))
        and not next((one for one in limits(text) if one.start() <= number.start < one.end()), None)
    ):
        verb_at = at if direction else near
        lead = before[: bound.start()]
        subject = _ASIDE.split(lead)[-1] if bound[0].lower().split()[-1] == "exceed" else ""  # "Vessels must not exceed …"
        measure = trimmed(subject) or (measure_of(text[: near + bound.start()], after, verb_at) if direction else _object(lead))
        way: Direction = direction if direction in {"reduce", "increase"} else "reach"
        return _new(where, measure or things or trimmed(text), way, number, things, _quote(text, verb_at, number.end))
    if direction and things and (level := aimed.LEVEL_OF.search(before)):
        return _new(where, trimmed(level["what"]), direction, number, things, _quote(text, at, number.end))
    if found := count_aimed_at(text, number):
        aside = "" if aimed.EVERY.fullmatch(before) else _ASIDE.split(before)[-1]
        measure = (_object(f"{aside}{found}") if len(aside.split()) > 1 else "") or found
        return _new(where, measure, "reach", number, found, _counted_quote(text, number, found))
    also = where.taken and aimed.AND_ALSO.fullmatch(text[where.taken : number.start])  # "120 hectares of heath and 30 km of hedge"
    alone = replace(number, start=4, end=4 + number.end - number.start)
    if also and things and count_aimed_at(f"Add {text[number.start :]}", alone):
        return _new(where, things, "reach", number, things, _counted_quote(text, number, things))
    return None


def _counted_quote(text: str, number: Number, things: str) -> str:
    """The number with the things that it counts."""
    return _quote(text, number.start, number.end + max(0, text[number.end :].find(things)) + len(things))


def _new(where: _Where, measure: str, direction: Direction | None, number: Number | None, unit: str | None, text: str) -> Target:
    return Target(
        measure=measure,
        direction=direction,
        value=number.value if number else None,
        unit=unit,
        text=text,
        baseline=where.baseline or (starting_point(where.text, number.end) if number else None),
        deadline=where.due,
        upper=number.upper if number else None,
    )


def _object(text: str) -> str:
    """A milestone's words without its first verb and its deadline: what a lone deadline is the deadline of."""
    found = find_deadline(text)
    rest = text.replace(found[0], "") if found else text
    return trimmed(aimed.FIRST_VERB.sub("", rest.strip()))


def _quote(text: str, start: int, end: int) -> str:
    return text[start:end].strip(" (,")
