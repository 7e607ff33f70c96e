"""The ledger of targets: what became of every number that a milestone aims at."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plantext.compare.aims import aims
from plantext.model.alignment import TargetChange
from plantext.model.findings import Target
from plantext.text.variants import folded
from plantext.text.words import stems

SAME_MEASURE = 0.75  # Dice of the stems of two measures; also the same where one holds all of the other ("house burglary", "burglary")
NEAR_MEASURE = (
    0.25  # shared stems, of the shorter measure's, below which they are two targets; between, a measure that changed with its number
)

SHARES = frozenset({"per cent", "percentage points", "£", "$", "€"})
"""Units that do not say what is counted."""
_COUNTED_FROM = re.compile(r"(?:compared|against|from|relative|on)\b", re.IGNORECASE)
_YEAR = re.compile(r"20\d\d")
_DATE_WORD = re.compile(r"[a-z]+|\d+")
_DATED = re.compile(
    r"\d|\b(?:spring|summer|autumn|winter|year|month|quarter|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE
)
_MONTHS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())


def compare_targets(
    before: Sequence[Target], after: Sequence[Target], *, one_to_one: bool = False, years_on: int | None = None
) -> tuple[TargetChange, ...]:
    """Pair the targets of the two sides by measure: the most alike first, in order; what is left was dropped or introduced.

    A target in words ("the lowest ever") has None for its number. A deadline alone is no number aimed at, and is left out.
    `one_to_one`: one milestone became one; if each has one target, of one unit and direction, its measure changed, whatever the words.
    `years_on`: how many years the plan has moved on; a year that a change is counted from and that has moved with it is no change.
    """
    old = [target for target in before if _counts(target)]
    new = [target for target in after if _counts(target)]
    pairs = sorted(
        (
            (-_alike(one, other), abs(i - j), i, j)
            for i, one in enumerate(old)
            for j, other in enumerate(new)
            if _alike(one, other) >= NEAR_MEASURE
        )
    )
    if (
        one_to_one
        and len(old) == len(new) == 1
        and not pairs
        and _same_unit(old[0].unit, new[0].unit)
        and old[0].direction == new[0].direction
    ):
        pairs = [(0.0, 0, 0, 0)]
    partner: dict[int, int] = {}
    for _, _, i, j in pairs:
        if i not in partner and j not in partner.values():
            partner[i] = j
    changes = [_changed(one, new[partner[i]], years_on) if i in partner else _only(one, "dropped") for i, one in enumerate(old)]
    changes += [_only(other, "introduced") for j, other in enumerate(new) if j not in partner.values()]
    return tuple(changes)


def _counts(target: Target) -> bool:
    return target.value is not None or target.deadline is None


def _alike(one: Target, other: Target) -> float:
    """How alike two measures are, in [0, 1]; other units make other measures, unless one target is in words."""
    if one.value is not None and other.value is not None and not _same_unit(one.unit, other.unit):
        return 0.0
    first, second = set(stems(one.measure)), set(stems(other.measure))
    if not first or not second:
        return 1.0 if first == second else 0.0
    return len(first & second) / min(len(first), len(second))


def _same_unit(one: str | None, other: str | None) -> bool:
    """Whether two units are one: "officers" and "police officers", or none and what is counted."""
    if one == other or not {one, other} & SHARES:
        return one == other or one is None or other is None or _count_alike(one, other)
    return False


def _count_alike(one: str, other: str) -> bool:
    """Whether two units count the same, by the last word of each kind of thing, for each of the same: "schools", "schools and nurseries"."""
    (things, _, each), (others, _, every) = one.partition(" per "), other.partition(" per ")
    first, second = ({kind.split()[-1] for kind in text.split(" and ") if kind.split()} for text in (things, others))
    return each == every and (first == second or not first.isdisjoint(second))


def _same(one: Target, other: Target) -> bool:
    if folded(one.measure) == folded(other.measure):
        return True
    if aims(one.measure) != aims(other.measure):  # "calls within 10 seconds" is not "calls within 15 seconds"
        return False
    if one.value == other.value and one.unit and one.unit not in SHARES and _same_unit(one.unit, other.unit):
        return True  # as many of the same things, put differently
    first, second = set(stems(one.measure)), set(stems(other.measure))
    return first <= second or second <= first or 2 * len(first & second) >= SAME_MEASURE * (len(first) + len(second))


def _rebased(one: Target, other: Target, years_on: int | None) -> bool:
    """Whether the same share is counted from another year: "by 60 per cent from 2030 levels", now "from 2034 levels"."""
    bases = [_YEAR.search(target.baseline) if target.baseline and _COUNTED_FROM.match(target.baseline) else None for target in (one, other)]
    if one.unit not in {"per cent", "percentage points"} or not bases[0] or not bases[1]:
        return False
    moved = int(bases[1][0]) - int(bases[0][0])
    return moved not in {0, years_on}


def _changed(one: Target, other: Target, years_on: int | None) -> TargetChange:
    same = _same(one, other) and {one.direction, other.direction} != {"reduce", "increase"}
    measure = one.measure if same else f"{one.measure} → {other.measure}"
    if not same:
        change = "measure_changed"
    elif one.value == other.value and one.upper and other.upper and one.upper != other.upper:  # "5 to 10" became "5 to 15"
        change = "raised" if other.upper > one.upper else "lowered"
        return TargetChange(measure=f"{measure}, at most", before=one.upper, after=other.upper, unit=one.unit or other.unit, change=change)  # type: ignore[arg-type]
    elif one.value == other.value and _rebased(one, other, years_on):
        change, measure = "measure_changed", f"{one.measure}, {one.baseline} → {other.baseline}"
    elif one.value == other.value:
        change = "same"
    elif one.value is None or other.value is None:
        change = "introduced" if one.value is None else "dropped"
    else:
        change = "raised" if other.value > one.value else "lowered"
    return TargetChange(measure=measure, before=one.value, after=other.value, unit=one.unit or other.unit, change=change)  # type: ignore[arg-type]


def _only(target: Target, change: str) -> TargetChange:
    before, after = (target.value, None) if change == "dropped" else (None, target.value)
    return TargetChange(measure=target.measure, before=before, after=after, unit=target.unit, change=change)  # type: ignore[arg-type]


def compare_deadlines(before: Sequence[Target], after: Sequence[Target]) -> tuple[str | None, str | None]:
    """The first deadline of either side, as written, where they differ in more than form; else two Nones.

    >>> from plantext.find.targets.targets import find_targets
    >>> compare_deadlines(find_targets("Open a centre", "Dec. 31, 2031"), find_targets("Open a centre", "31 December 2031"))
    (None, None)
    """
    old, new = (next((target.deadline for target in targets if target.deadline), None) for targets in (before, after))
    return (None, None) if _date(old) == _date(new) else (old, new)


def _date(text: str | None) -> frozenset[str]:
    """What two ways to write a date share: its words and numbers, months by their first letters."""
    if not _DATED.search(text or ""):  # "Ongoing", "TBC"
        return frozenset()
    found = _DATE_WORD.findall((text or "").lower())
    return frozenset(word[:3] if word[:3] in _MONTHS else word.lstrip("0") for word in found) - {
        "by",
        "the",
        "of",
        "before",
        "than",
        "no",
        "later",
    }
