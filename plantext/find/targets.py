"""The numbers that a milestone aims at: what is counted, which way, how far, from where and by when."""

from __future__ import annotations

import re

from plantext.find.quantities import Number, find_numbers
from plantext.model.findings import Direction, Target

VERBS: tuple[tuple[Direction, str], ...] = (
    (
        "reduce",
        r"reduc\w*|cut(?:ting)?|decreas\w*|lower(?:ing)?|halv(?:e|ing)|minimis\w*|bring(?:ing)?(?=\s[^.;]{1,80}\b(?:down|below|under)\b)|(?:fewer|less)(?!\s+than)|fall\w*|drop\w*|sav(?:e|ing)",
    ),
    (
        "increase",
        r"increas\w*|rais(?:e|ing)|improv\w*|grow\w*|boost\w*|expand\w*|doubl(?:e|ing)|tripl(?:e|ing)|more(?!\s+than)|additional|extra|rise",
    ),
    ("reach", r"achiev\w*|reach\w*|maintain\w*|sustain\w*|attain\w*|keep\w*|ensur\w*|deliver\w*|meet\w*|secur\w*|hold\w*"),
)
"""The words that say which way, in the order in which they are tried at one place."""

COUNTED = re.compile(
    r"\b(?:recruit|appoint|hire|train|fund|open|build|plant|provide|deploy|create|invest|spend|allocate|award|publish|hold|visit|install|purchase)"
    r"(?:ing|s)?\b(?:\s+(?:up\s+to|at\s+least|a\s+further|an?\s+additional|another|over|more\s+than|around|some))?\s*$",
    re.IGNORECASE,
)
"""A bare count is aimed at only straight behind a verb of doing; "the seven areas" is none."""

_MADE_OF = re.compile(
    r"\b(?:recruit|appoint|hire|train|fund|build|create|set\s+up|establish|form)(?:ing|s)?\s+(?P<what>an?\s[^,;.:()]{1,60}?)\s+of\s+(?:(?:up\s+to|at\s+least)\s+)?$",
    re.IGNORECASE,
)
"""A body and its number: "Recruit a harbour patrol of 12 officers"."""

_CONDITION = re.compile(
    r"\b(?:worth|costing|valued\s+at|aged)\s+(?:(?:more\s+than|less\s+than|over|under|at\s+least|up\s+to)\s+)?$", re.IGNORECASE
)
"""A number that says which are meant: "every contract worth more than £50,000"."""

LONGEST_UNIT = 3  # words of what a bare number counts

_DIRECTION = re.compile("|".join(f"(?P<{direction}>\\b(?:{verbs})\\b)" for direction, verbs in VERBS), re.IGNORECASE)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_DEADLINE = re.compile(
    rf"\b(?:by|before|no later than|until)\s+((?:the\s+)?(?:(?:end|close|start|middle)\s+(?:of\s+)?)?(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?"
    rf"(?:{_MONTH}\s+(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s+)?|(?:spring|summer|autumn|winter)\s+|Q[1-4]\s+|(?:financial\s+)?(?:year\s+)?)"
    r"(?:20\d\d(?:[-/]\d{2,4})?))",
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
SMALL_WORDS = 8  # taken off a measure's edges at most: "to at least a further" is the longest run met
REACH = 300  # characters before and behind a number in which its verb and its measure stand; the longest clause met has 180
WHOLES: tuple[tuple[str, Direction, float], ...] = (
    ("halv", "reduce", 50.0),
    ("doubl", "increase", 100.0),
    ("trebl", "increase", 200.0),
    ("tripl", "increase", 200.0),
)
"""Verbs that hold their number, in per cent."""

_WHOLE = re.compile(r"\b(?:halv|doubl|trebl|tripl)(?:e|ing)\b(?!\s+(?:glaz|yellow|check|count|deck))", re.IGNORECASE)
_MORE_OF = re.compile(r"\s+(more|additional|extra|fewer|less)\b(?!\s+than)", re.IGNORECASE)
CURRENCIES = ("£", "$", "€")
_AIMED = re.compile(
    r"\b(?:by|to|of|at|at\s+least|over|above|below|under|than|is|a)\s+(?:(?:around|about|at\s+least|a\s+further|approximately)\s+)?$",
    re.IGNORECASE,
)
_BY_OR_TO = re.compile(
    r"\b(?:by|to)\s+(?:(?:around|about|at\s+least|a\s+further|approximately|over|above|below|under|(?:no\s+)?(?:more|fewer|less)\s+than|up\s+to)\s+)?$",
    re.IGNORECASE,
)
_BELOW = re.compile(r"\b(?:below|under)\s+$", re.IGNORECASE)
_QUALIFIER = re.compile(r"\s*\b(?:for|of|among|in|from)\s")
_CLAUSE = re.compile(r"[,;:.()]|\b(?:and|while|whilst|with|by|to|is|are|was|were)\b", re.IGNORECASE)
_PAIR = re.compile(r"\s+(?!(?:people|children|men|women|staff)\b)[a-z-]+(?<!s)\s+and\s+(?=[a-z-]+\s+[a-z])", re.IGNORECASE)
_BOUND = r"at least|at most|up to|(?:no )?(?:more|fewer|less) than"
_FIRST = rf"{_BOUND}|and|or|that|the|our|of|in|overall level of|number of|an?|further|to|with|on|where"
_LAST = rf"{_BOUND}|to below|below|above|over|under|no|by|to|of|and|at|from|or|is|are|was|were|an?|the"
_MEASURE_EDGES = re.compile(rf"^(?:{_FIRST})\s+|\s+(?:{_LAST})$", re.IGNORECASE)
_NO_MEASURE = re.compile(rf"{_FIRST}|{_LAST}", re.IGNORECASE)


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
    targets = [_whole(text, baseline, due)] if _WHOLE.search(text) else []
    taken = 0  # where the last target's number ended
    for last, number, following in zip([None, *numbers], numbers, [*numbers[1:], None], strict=False):
        if _is_from(text, number, following):
            continue
        start = text.rindex("from", 0, last.start) if last and _is_from(text, last, number) else None
        since = text[start : last.end] if last and start is not None else baseline
        if target := _target(text, number, since, due, taken, start):
            targets.append(target)
            taken = number.end
    if not targets and (words := _WORDS_ONLY.search(text)):
        direction: Direction = "reduce" if words[1].lower() in {"lowest", "fewest"} else "increase"
        behind = _CLAUSE.split(text[words.end() :], maxsplit=1)[0]
        targets = [_new(_trimmed(behind) or _trimmed(text), direction, None, None, (words[0] + behind).rstrip(), baseline, due)]
    if not targets and due:
        targets = [_new(_object(text), None, None, None, found[0] if found else due, baseline, due)]
    return tuple(targets)


def _is_from(text: str, number: Number, following: Number | None) -> bool:
    """Whether `number` is where `following` starts from: "from 40 to 60"."""
    return following is not None and bool(
        re.search(r"\bfrom\s+$", text[max(0, number.start - 10) : number.start])
        and re.fullmatch(r"\s+to\s+(?:at\s+least\s+)?", text[number.end : following.start])
    )


def _whole(text: str, baseline: str | None, due: str | None) -> Target:
    """The target of a verb that holds its number: "halve", "double"."""
    verb = _WHOLE.search(text)
    assert verb is not None  # noqa: S101  # callers have matched it
    direction, value = next((direction, value) for word, direction, value in WHOLES if verb[0].lower().startswith(word))
    behind = _CLAUSE.split(text[verb.end() :], maxsplit=1)[0]
    return _new(_trimmed(behind) or _trimmed(text), direction, value, "per cent", (verb[0] + behind).rstrip(), baseline, due)


def _target(text: str, number: Number, baseline: str | None, due: str | None, taken: int, cut: int | None) -> Target | None:
    """The target that `number` is part of, or None where it is only mentioned.

    `taken` is the end of the number before it; what is counted stands before `cut`, if that is given.
    """
    near = max(0, number.start - REACH)
    before, after = text[near : number.start], text[number.end : number.end + REACH]
    if _NOT_AIMED.search(before) or _CONDITION.search(before) or _is_year(number, text):
        return None
    direction, at = _direction(text, near, number.start)
    if number.unit in {None, *CURRENCIES} and (verb := COUNTED.search(before)):
        measure = _trimmed(_counted_clause(after)) or text
        quote = _quote(text, near + verb.start(), number.end)
        return _new(measure, "reach", number.value, number.unit or _counted(after), quote, baseline, due)
    if number.unit is None and (made := _MADE_OF.search(before)) and (counted := _counted(after)):
        return _new(_trimmed(made["what"]), "reach", number.value, counted, _quote(text, near + made.start(), number.end), baseline, due)
    if number.unit is None and not (direction and (_BY_OR_TO.search(before) or (direction == "reduce" and _BELOW.search(before)))):
        return None
    if direction is None and number.unit and (more := _MORE_OF.match(after)):
        way: Direction = "reduce" if more[1].lower() in {"fewer", "less"} else "increase"
        measure = _trimmed(_CLAUSE.split(after[more.end() :], maxsplit=1)[0]) or _trimmed(text)
        measure = _trimmed(_QUALIFIER.split(measure, maxsplit=1)[0]) if measure else measure
        return _new(measure, way, number.value, number.unit, text[number.start : number.end + more.end()], baseline, due)
    if number.unit in CURRENCIES and direction is None and not _AIMED.search(before):
        return None
    if direction is None:
        direction, at = "reach", max((near + match.end() for match in re.finditer(r"[,;(]", before)), default=near)
    if at < taken:  # "88% for victims of crime and 80% for victims of nuisance": one verb, two numbers
        first = find_numbers(text[at : number.end])[0]
        shared = _measure(text[: at + first.start], text[at + first.end : number.end + REACH], at)
        return _new(
            _trimmed(f"{shared} {_qualifier(after)}"), direction, number.value, number.unit, _quote(text, taken, number.end), baseline, due
        )
    measure = _trimmed(f"{_measure(text[: cut or number.start], after, at)} {_qualifier(after) if direction == 'reach' else ''}")
    unit = number.unit or _counted(after)
    return _new(measure or _trimmed(text), direction, number.value, unit, _quote(text, at, number.end), baseline, due)


def _counted(after: str) -> str | None:
    """What a bare number counts: the words behind it, "police officers"."""
    words = _trimmed(_QUALIFIER.split(_counted_clause(after), maxsplit=1)[0]).split()
    return (
        " ".join(words)
        if 0 < len([word for word in words if word != "and"]) <= LONGEST_UNIT and all(word.replace("-", "").isalpha() for word in words)
        else None
    )


def _counted_clause(after: str) -> str:
    """The clause behind a bare number, over an "and" where one word that is no plural stands before it: "safe and well visits"."""
    pair = _PAIR.match(after)
    return after[: pair.end()] + _CLAUSE.split(after[pair.end() :], maxsplit=1)[0] if pair else _CLAUSE.split(after, maxsplit=1)[0]


def _qualifier(after: str) -> str:
    """The words behind a level that say whose it is: "for victims of crime"."""
    match = _QUALIFIER.match(after) or _QUALIFIER.search(_CLAUSE.split(after, maxsplit=1)[0])
    return _CLAUSE.split(after[match.start() :], maxsplit=1)[0] if match else ""


def _new(
    measure: str, direction: Direction | None, value: float | None, unit: str | None, text: str, baseline: str | None, deadline: str | None
) -> Target:
    return Target(measure=measure, direction=direction, value=value, unit=unit, text=text, baseline=baseline, deadline=deadline)


def _direction(text: str, near: int, end: int) -> tuple[Direction | None, int]:
    """The last word of direction before `end` within its sentence (and not before `near`), and where it stands."""
    sentence = max(near, text.rfind(". ", near, end) + 1, text.rfind("; ", near, end) + 1)
    last = None
    for match in _DIRECTION.finditer(text, sentence, end):
        last = match
    if last is None:
        return None, sentence
    return next(direction for direction, _ in VERBS if last[direction]), last.start()


def _measure(before: str, after: str, at: int) -> str:
    """What is counted: the words between the verb and the number; where there are none, those before the bracket, or behind the number."""
    verb = _DIRECTION.match(before, at)
    between = before[verb.end() :] if verb else before[at:]
    measure = _trimmed(between.strip(" (,"))
    if measure:
        return measure
    bracket = before.rfind("(")
    if bracket >= 0:
        head = before[max(0, bracket - REACH) : bracket]
        pieces = [piece for piece in _CLAUSE.split(head) if piece.strip()]
        return _trimmed(pieces[-1].replace("a focus on", " ")) if pieces else ""
    return "" if _QUALIFIER.match(after) else _trimmed(_QUALIFIER.split(_CLAUSE.split(after.strip(), maxsplit=1)[0], maxsplit=1)[0])


def _object(text: str) -> str:
    """A milestone's words without its first verb: what a lone deadline is the deadline of."""
    return _trimmed(_DEADLINE.sub("", " ".join(text.split()[1:])))


def _trimmed(text: str) -> str:
    """`text` without the small words and points at its edges."""
    text = " ".join(text.split()).strip(" ,;:.()–-")
    for _ in range(SMALL_WORDS):
        text = _MEASURE_EDGES.sub("", text).strip(" ,;:.()–-")
    return "" if _NO_MEASURE.fullmatch(text) else text


def _quote(text: str, start: int, end: int) -> str:
    return text[start:end].strip(" (,")


def _is_year(number: Number, text: str) -> bool:
    written = text[number.start : number.end].strip()
    return number.unit is None and len(written) == 4 and written.isdigit() and 1900 <= number.value < 2100
