"""What a number counts: the words between its verb and it, or behind it; without the small words at their edges."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plantext.find.targets.quantities import find_numbers
from plantext.model.findings import Direction

VERBS: tuple[tuple[Direction, str], ...] = (
    (
        "reduce",
        r"reduc\w*|cut(?:ting)?|decreas\w*|lower(?:ing)?|halv(?:e|ing)|minimis\w*|bring(?:ing)?(?=\s[^.;]{1,80}\b(?:down|below|under)\b)|(?:fewer|less)(?!\s+than)|shorten(?:ing)?|narrow(?:ing)?|clos(?:e|ing)(?=\s+(?:[\w-]+\s+){0,3}gap\b)|fall(?:s|en|ing)?|drop(?:s|ped|ping)?(?!-)|sav(?:e|ing)",
    ),
    (
        "increase",
        r"increas\w*|lift(?:ing)?|(?:extend|widen|lengthen)(?:ing)?(?=\s[^.;]{1,80}\bby\b)|rais(?:e|ing)|improv\w*|grow\w*|boost\w*|expand\w*|doubl(?:e|ing)|tripl(?:e|ing)|more(?!\s+than)|additional|extra|ris(?:e|es|ing)",
    ),
    (
        "reach",
        r"achiev(?:e|es|ed|ing)|reach\w*|maintain\w*|sustain(?:s|ed|ing)?|attain(?:s|ed|ing)?|keep(?:s|ing)?|ensur\w*|deliver(?:s|ed|ing)?|meet(?:s|ing)?|secur(?:es?|ed|ing)|hold(?:s|ing)?",
    ),
)
"""The words that say which way, in the order in which they are tried at one place."""

LONGEST_UNIT = 3  # words of what a bare number counts
SMALL_WORDS = 8  # taken off a measure's edges at most: "to at least a further" is the longest run met
REACH = 300  # characters before and behind a number in which its verb and its measure stand; the longest clause met has 180
TIMES = r"(?:working\s+|calendar\s+|school\s+)?(?:seconds?|minutes?|hours?|days?|weeks?|nights?)"

_DIRECTION = re.compile("|".join(f"(?P<{direction}>\\b(?:{verbs})\\b)" for direction, verbs in VERBS), re.IGNORECASE)
_OF_ITSELF = re.compile(r"fall|drop|ris", re.IGNORECASE)  # "Waits will fall to 10 weeks": what falls stands before it
_DOWN = re.compile(r"\b(?:(?P<down>down)|up(?=\s+by))(?:\s+(?:by|to))?\s*$", re.IGNORECASE)  # "Energy use down by 15 per cent"
_OF_WHICH = re.compile(r"\s+(?:(?:the|our|all|any|serious|repeat|number\s+of|rate\s+of)\s+){0,3}", re.IGNORECASE)
_QUALIFIER = re.compile(r"\s*\b(?:for|of|among|in|from)\s")
_ENDS_UNIT = re.compile(
    r"\s*\b(?:for|of(?!\s+(?:staff|the\s+public)\b)|among|in|from|on|at|across|per|each|every|who|that|which|around|near|along|within|or|as|into|an?|the|who|so|where|through|via|without|before|after|during|under|between|against|using|including|since|until)\s"
)
_NUMBER_OF = re.compile(r"^\s*(?:the|our|its|their)\s+(?:total\s+)?number\s+of\s+", re.IGNORECASE)
_MORE = re.compile(r"^(?:more|extra|additional|further)\s+(?=\w)", re.IGNORECASE)
_RATE = re.compile(
    r"\s+per\s+(?P<each>(?:(?:square|cubic|school|working|calendar|full-time)\s+)?(?:\d[\d,]*\s+)?[A-Za-z][a-z-]*)", re.IGNORECASE
)
_CLAUSE = re.compile(r"[,;:.()]|\b(?:and|while|whilst|with|by|to|is|are|was|were)\b", re.IGNORECASE)
_SUBJECT = re.compile(r"[,;:.()]|\b(?:and|while|whilst|that)\b", re.IGNORECASE)
_PAIR = re.compile(r"\s+(?!(?:people|children|men|women|staff)\b)[a-z-]+(?<!s)\s+and\s+(?=[a-z-]+\s+[a-z])", re.IGNORECASE)
_PLURALS = re.compile(
    r"(?:\s+[a-z-]+){0,2}?\s+[a-z-]+[^\Ws]s\s+and\s+[a-z-]+[^\Ws]s(?=\s*(?:$|[.,;:)]|\b(?:by|in|at|for|on|to|an?|each|every|per|with|from|across|along|who|that)\b))",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    rf"\b(?:within|inside|in\s+(?:under|less\s+than|fewer\s+than|at\s+most))\s+(?P<number>[\w.,-]+)\s+{TIMES}\b", re.IGNORECASE
)
_IN_TIME = re.compile(
    r"\bin\s+(?P<number>\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty)\s+(?:seconds|minutes|hours|(?:working\s+)?days)\b(?!['’])",
    re.IGNORECASE,
)
_BOUND = r"at least|at most|up to|(?:no )?(?:more|fewer|less) than"
_FIRST = rf"{_BOUND}|through|and|or|that|the|our|of|in|overall level of|number of|an?|further|to|with|on|where"
_LAST = rf"{_BOUND}|to below|down|within|will be|will have|will|below|above|over|under|no|by|to|of|and|at|from|or|is|are|was|were|an?|the"
_EDGES = re.compile(rf"^(?:{_FIRST})\s+|\s+(?:{_LAST})$", re.IGNORECASE)
_NO_MEASURE = re.compile(rf"{_FIRST}|{_LAST}", re.IGNORECASE)


def direction_before(text: str, near: int, end: int) -> tuple[Direction | None, int]:
    """The last word of direction before `end` within its sentence (and not before `near`), and where it stands."""
    sentence = max(near, text.rfind(". ", near, end) + 1, text.rfind("; ", near, end) + 1)
    last = None
    for match in _DIRECTION.finditer(text, sentence, end):
        if last is None or not _OF_WHICH.fullmatch(text, last.end(), match.start()):  # "reduce falls": they are what is reduced
            last = match
    if last is None and (falls := _DOWN.search(text, sentence, end)):
        return "reduce" if falls["down"] else "increase", falls.start()
    if last is None:
        return None, sentence
    return next(direction for direction, _ in VERBS if last[direction]), last.start()


def measure_of(before: str, after: str, at: int) -> str:
    """What is counted: the words between the verb, which stands at `at`, and the number; where there are none, the first of these that there is.

    Those before the bracket that the number stands in, the verb's subject ("Sickness falls by …"), those behind the number.
    """
    verb = _DIRECTION.match(before, at) or _DOWN.match(before, at)
    measure = trimmed((before[verb.end() :] if verb else before[at:]).strip(" (,"))
    if measure:
        return measure
    bracket = before.rfind("(")
    if bracket >= 0:
        head = before[max(0, bracket - REACH) : bracket]
        pieces = [piece for piece in _CLAUSE.split(head) if piece.strip()]
        return trimmed(pieces[-1].replace("a focus on", " ")) if pieces else ""
    after = _NUMBER_OF.sub("", after)
    behind = "" if _QUALIFIER.match(after) else trimmed(_QUALIFIER.split(_CLAUSE.split(after.strip(), maxsplit=1)[0], maxsplit=1)[0])
    subject = [piece for piece in _SUBJECT.split(before[max(0, at - REACH) : at]) if piece.strip()] if verb else []
    own = trimmed(subject[-1]) if subject else ""
    return (own or behind) if verb and _OF_ITSELF.match(verb[0]) else (behind or own)


def share_of(after: str) -> str:
    """What a share is of, "calls within ten minutes" behind "90 per cent of"; "" where it is of nothing."""
    return trimmed(_CLAUSE.split(after, maxsplit=1)[0]) if re.match(r"\s+of\s", after) else ""


def with_limit(measure: str, after: str) -> str:
    """The measure with the time that belongs to it: "calls within 10 seconds" of "90 per cent of calls are answered within 10 seconds"."""
    limit = _LIMIT.search(re.split(r"[;:()]|\.\s", after, maxsplit=1)[0])
    return f"{measure} {limit[0]}".strip() if limit and limit[0].lower() not in measure.lower() else measure


def limits(text: str) -> Iterator[re.Match[str]]:
    """The times within which something is to be done, each with its number in group `number`."""
    return _LIMIT.finditer(text)


def times_taken(text: str) -> Iterator[re.Match[str]]:
    """The same, and times that something takes: "Answer letters in 10 days"."""
    yield from limits(text)
    yield from _IN_TIME.finditer(text)


def counted(after: str) -> str | None:
    """What a bare number counts: the words behind it, "police officers"; None where they are too many or no words.

    >>> counted(" hydrogen buses on the hill routes"), counted(" homes insulated"), counted(" hares per square mile in the glens")
    ('hydrogen buses', 'homes', 'hares per square mile')
    """
    words = _MORE.sub("", trimmed(_ENDS_UNIT.split(counted_clause(after), maxsplit=1)[0])).split()
    while len(words) > 1 and words[-1].endswith("ed"):
        words.pop()
    few = 0 < len([word for word in words if word != "and"]) <= LONGEST_UNIT
    if not few or not all(word.replace("-", "").isalpha() for word in words):
        return None
    things = " ".join(words)
    at = after.find(things)
    rate = _RATE.match(after, at + len(things)) if at >= 0 else None
    return f"{things} per {rate['each']}" if rate else things


def counted_clause(after: str) -> str:
    """The clause behind a bare number, over an "and" where one word that is no plural stands before it, or plurals on both sides.

    >>> counted_clause(" safe and well visits to homes"), counted_clause(" boats and barges by May"), counted_clause(" boats and mend 20")
    (' safe and well visits ', ' boats and barges ', ' boats ')
    """
    pair = _PLURALS.match(after) or _PAIR.match(after)
    return after[: pair.end()] + _CLAUSE.split(after[pair.end() :], maxsplit=1)[0] if pair else _CLAUSE.split(after, maxsplit=1)[0]


def qualifier(after: str) -> str:
    """The words behind a level that say whose it is: "for victims of crime"."""
    match = _QUALIFIER.match(after) or _QUALIFIER.search(_CLAUSE.split(after, maxsplit=1)[0])
    return _CLAUSE.split(after[match.start() :], maxsplit=1)[0] if match else ""


def unqualified(measure: str) -> str:
    """A measure without what says whose it is."""
    return trimmed(_QUALIFIER.split(measure, maxsplit=1)[0])


def clause(text: str) -> str:
    """The first clause."""
    return _CLAUSE.split(text, maxsplit=1)[0]


def without_first_number(text: str) -> str:
    """The words around the first number, without it and the small words beside it."""
    numbers = find_numbers(text)
    return trimmed(f"{trimmed(text[: numbers[0].start])} {trimmed(text[numbers[0].end :])}") if numbers else trimmed(text)


def trimmed(text: str) -> str:
    """`text` without the small words and points at its edges."""
    text = " ".join(text.split()).strip(" ,;:.()–-")
    for _ in range(SMALL_WORDS):
        text = _EDGES.sub("", text).strip(" ,;:.()–-")
    return "" if _NO_MEASURE.fullmatch(text) else text
