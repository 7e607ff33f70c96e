"""The numbers that a milestone aims at: what is counted, which way, how far, from where and by when."""

from __future__ import annotations

import re

from plantext.find.quantities import Number, find_numbers
from plantext.model.findings import Direction, Target

VERBS: tuple[tuple[Direction, str], ...] = (
    (
        "reduce",
        r"reduc\w*|cut(?:ting)?|decreas\w*|lower(?:ing)?|halv(?:e|ing)|minimis\w*|bring(?:ing)? down|fewer|less|fall\w*|drop\w*|sav(?:e|ing)",
    ),
    ("increase", r"increas\w*|rais(?:e|ing)|improv\w*|grow\w*|boost\w*|expand\w*|doubl(?:e|ing)|tripl(?:e|ing)|more|additional|extra|rise"),
    ("reach", r"achiev\w*|reach\w*|maintain\w*|sustain\w*|attain\w*|keep\w*|ensur\w*|deliver\w*|meet\w*|secur\w*|hold\w*"),
)
"""The words that say which way, in the order in which they are tried at one place."""

COUNTED = re.compile(
    r"\b(?:recruit|appoint|hire|train|fund|open|build|plant|provide|deploy|create|invest|spend|allocate|award|publish|hold|visit|install|purchase)"
    r"(?:ing|s)?\b(?:\s+(?:up\s+to|at\s+least|a\s+further|an?\s+additional|another|over|more\s+than|around|some))?\s*$",
    re.IGNORECASE,
)
"""A bare count is aimed at only straight behind a verb of doing; "the seven areas" is none."""

_DIRECTION = re.compile("|".join(f"(?P<{direction}>\\b(?:{verbs})\\b)" for direction, verbs in VERBS), re.IGNORECASE)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DEADLINE = re.compile(
    rf"\b(?:by|before|no later than|until)\s+((?:the\s+)?(?:(?:end|close|start|middle)\s+of\s+)?(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:{_MONTH}\s+|"
    r"(?:spring|summer|autumn|winter)\s+|Q[1-4]\s+|(?:financial\s+)?(?:year\s+)?)(?:20\d\d(?:[-/]\d{2,4})?))",
    re.IGNORECASE,
)
_BASELINE = re.compile(
    r"\b((?:compared\s+(?:with|to)|against|from|relative\s+to|on)\s+(?:the\s+|a\s+|its\s+)?(?:[\w-]+\s+){0,3}?(?:baseline|levels?|20\d\d(?:[-/]\d{2,4})?|last\s+year|previous\s+year)"
    r"(?:\s+(?:baseline|levels?|figures?))?)",
    re.IGNORECASE,
)
_WORDS_ONLY = re.compile(r"\b(?:(?:our|the|its)\s+)?(lowest|highest|best|fewest)[\s-]+ever\b", re.IGNORECASE)
_NOT_AIMED = re.compile(
    r"(?:^|\b)(?:section|page|objective|priority|table|figure|annex|part|phase|act|stage|level|tier|band|strand)s?\s*$", re.IGNORECASE
)
CURRENCIES = ("£", "$", "€")
_AIMED = re.compile(r"\b(?:by|to|of|at|at\s+least|over|above|below|under|than|is|a)\s+(?:(?:around|about|at\s+least|a\s+further|approximately)\s+)?$", re.IGNORECASE)
_BY_OR_TO = re.compile(r"\b(?:by|to)\s+(?:(?:around|about|at\s+least|a\s+further|approximately|over|more\s+than|up\s+to)\s+)?$", re.IGNORECASE)
_QUALIFIER = re.compile(r"\s*\b(?:for|of|among|in|from)\s")
_CLAUSE = re.compile(r"[,;:.()]|\b(?:and|while|whilst|with|by|to|is|are|was|were)\b", re.IGNORECASE)
_MEASURE_EDGES = re.compile(
    r"^(?:and|or|that|the|our|of|in|overall level of|number of|a|an|further|to|with|on|where)\s+|\s+(?:by|to|of|and|at|from|or|is|are|was|were|a|an|the)$",
    re.IGNORECASE,
)


def find_targets(text: str, deadline: str | None = None) -> tuple[Target, ...]:
    """The targets of one milestone, in order. `deadline` is one that stands elsewhere, as in the column of a table.

    >>> [(t.measure, t.direction, t.value, t.unit) for t in find_targets("Reduce theft by 8 per cent")]
    [('theft', 'reduce', 8.0, 'per cent')]
    """
    found = _DEADLINE.search(text)
    due = found[1] if found else deadline
    base = _BASELINE.search(text)
    baseline = base[1] if base else None
    inert = [match.span() for match in (found, base) if match]
    numbers = [number for number in find_numbers(text) if not any(start <= number.start < end for start, end in inert)]
    targets = []
    taken = 0  # where the last target's number ended
    for number in numbers:
        if target := _target(text, number, baseline, due, taken):
            targets.append(target)
            taken = number.end
    if not targets and (words := _WORDS_ONLY.search(text)):
        direction: Direction = "reduce" if words[1].lower() in {"lowest", "fewest"} else "increase"
        behind = _CLAUSE.split(text[words.end() :], maxsplit=1)[0]
        targets = [_new(_trimmed(behind) or _trimmed(text), direction, None, None, (words[0] + behind).rstrip(), baseline, due)]
    if not targets and due:
        targets = [_new(_object(text), None, None, None, found[0] if found else due, baseline, due)]
    return tuple(targets)


def _target(text: str, number: Number, baseline: str | None, due: str | None, taken: int) -> Target | None:
    """The target that `number` is part of, or None where it is only mentioned. `taken` is the end of the number before it."""
    before, after = text[: number.start], text[number.end :]
    if _NOT_AIMED.search(before) or _is_year(number, text):
        return None
    direction, at = _direction(before)
    if number.unit in {None, *CURRENCIES} and COUNTED.search(before):
        measure = _trimmed(_CLAUSE.split(after, maxsplit=1)[0]) or text
        return _new(measure, "reach", number.value, number.unit, _quote(text, at, number.end), baseline, due)
    if number.unit is None and not (direction and _BY_OR_TO.search(before)):
        return None
    if number.unit in CURRENCIES and direction is None and not _AIMED.search(before):
        return None
    if direction is None:
        direction, at = "reach", max((match.end() for match in re.finditer(r"[,;(]", before)), default=0)
    if at < taken:  # "88% for victims of crime and 80% for victims of nuisance": one verb, two numbers
        first = find_numbers(text[at:])[0]
        shared = _measure(text[: at + first.start], text[at + first.end :], at)
        return _new(
            _trimmed(f"{shared} {_qualifier(after)}"), direction, number.value, number.unit, _quote(text, taken, number.end), baseline, due
        )
    measure = _trimmed(f"{_measure(before, after, at)} {_qualifier(after) if direction == 'reach' else ''}")
    return _new(measure or _trimmed(text), direction, number.value, number.unit, _quote(text, at, number.end), baseline, due)


def _qualifier(after: str) -> str:
    """The words behind a level that say whose it is: "for victims of crime"."""
    match = _QUALIFIER.match(after) or _QUALIFIER.search(_CLAUSE.split(after, maxsplit=1)[0])
    return _CLAUSE.split(after[match.start() :], maxsplit=1)[0] if match else ""


def _new(
    measure: str, direction: Direction | None, value: float | None, unit: str | None, text: str, baseline: str | None, deadline: str | None
) -> Target:
    return Target(measure=measure, direction=direction, value=value, unit=unit, text=text, baseline=baseline, deadline=deadline)


def _direction(before: str) -> tuple[Direction | None, int]:
    """The last word of direction before a number within its sentence, and where it stands."""
    sentence = max(before.rfind(". "), before.rfind("; ")) + 1
    matches = list(_DIRECTION.finditer(before, sentence))
    if not matches:
        return None, sentence
    last = matches[-1]
    name = next(direction for direction, _ in VERBS if last[direction])
    return name, last.start()


def _measure(before: str, after: str, at: int) -> str:
    """What is counted: the words between the verb and the number; where there are none, those before the bracket, or behind the number."""
    verb = _DIRECTION.match(before, at)
    between = before[verb.end() :] if verb else before[at:]
    measure = _trimmed(between.strip(" (,"))
    if measure:
        return measure
    bracket = before.rfind("(")
    if bracket >= 0:
        head = before[:bracket]
        pieces = [piece for piece in _CLAUSE.split(head) if piece.strip()]
        return _trimmed(pieces[-1].replace("a focus on", " ")) if pieces else ""
    return "" if _QUALIFIER.match(after) else _trimmed(_QUALIFIER.split(_CLAUSE.split(after.strip(), maxsplit=1)[0], maxsplit=1)[0])


def _object(text: str) -> str:
    """A milestone's words without its first verb: what a lone deadline is the deadline of."""
    return _trimmed(_DEADLINE.sub("", " ".join(text.split()[1:])))


def _trimmed(text: str) -> str:
    """`text` without the small words and points at its edges."""
    text = " ".join(text.split()).strip(" ,;:.()–-")
    while (shorter := _MEASURE_EDGES.sub("", text).strip(" ,;:.()–-")) != text:
        text = shorter
    return "" if text.lower() in {"by", "to", "of", "a", "the", "and"} else text


def _quote(text: str, start: int, end: int) -> str:
    return text[start:end].strip(" (,")


def _is_year(number: Number, text: str) -> bool:
    written = text[number.start : number.end].strip()
    return number.unit is None and len(written) == 4 and written.isdigit() and 1900 <= number.value < 2100
