"""One figure said twice with different values: in the text, and in the text against the tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plantext.checks.ledgers import Ledger, find_ledgers, number_words, scale_of
from plantext.checks.plan import Plan, Text, finding, sentence_at
from plantext.find.sentences import sentences
from plantext.find.targets.quantities import find_numbers
from plantext.model.checks import Finding
from plantext.model.document import Block, Span
from plantext.text.words import STOP_WORDS, stems

NEAR = 0.03  # by how much of itself a figure in the text may miss a table's total and still be meant for it
BALANCE = 0.02  # by how much two totals that should balance may differ and still be a slip
CLOSE = 0.1  # by how much two statements of one figure may differ and still be a slip rather than two figures
SMALLEST = 100  # a bare count below a hundred is said of many things
REACH = 200  # characters around a figure in which the words stand that say what it is of
LARGEST_PHRASE = 3  # words of what is counted

_HOLDS = re.compile(
    r"\b(?P<who>[\w’'-]+)\s+(?:now\s+|currently\s+|today\s+)?(?:has|have|employs?|there\s+are|consists?\s+of|is\s+made\s+up\s+of|comprises?|with\s+a\s+total\s+of|totals?)\s+(?:a\s+total\s+of\s+|some\s+|about\s+|around\s+|over\s+|nearly\s+|more\s+than\s+)?$",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:about|around|some|nearly|over|almost|approximately|roughly|more\s+than|less\s+than|up\s+to|at\s+least|circa)\s+$", re.IGNORECASE
)
_COUNTED = re.compile(
    r"\s*(?P<what>(?:[a-z][\w’'-]*\s+){0,2}?[a-z][\w’'-]*?)(?=\s*[.,;:()]|\s+\w+ed\b|\s+(?:and|or|but|in|at|on|of|for|to|who|which|that|with|from|by|across|than|were|are|is|was|today|now|currently|altogether|more|serving|working|as|this|last|when|whose)\b|$)"
)
_AMOUNT = re.compile(
    r"\b(?P<what>(?:(?:net|gross|revenue|capital|total|overall|annual|yearly|general|cash|efficiency|planned|proposed|government|police)\s+){0,3}"
    r"(?:budget|savings?|reserves?|precept|grant|funding|cost))\b"
    r"[^.;,£$€]{0,40}?\b(?:of|is|are|was|were|be|at|to|totals?)\s+$",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"\b(?P<what>(?:[\w’'-]+\s+){1,3}?(?:rate|share|proportion|level|score))\b(?:\s*,)?\s+(?:is|stands\s+at|now|currently)"
    r"(?:\s+(?:now|currently|at))?\s+$",
    re.IGNORECASE,
)
"""What a percentage stands at now: "the recycling rate is 47.2 per cent"; where it stood earlier may well be near."""
_YEARS = re.compile(r"\b(?:19|20)\d\d(?:[-/–]\d{1,4})?\b")
_TOTALS = re.compile(r"\b(?:budget|total|spending|expenditure|funding|income)\b", re.IGNORECASE)
_PARTLY = re.compile(
    r"\b(?:grants?|reserves?|savings?|increase|capital|council tax|precept|of which|contracts?|cost|gap|reduction|borrow\w*)\b",
    re.IGNORECASE,
)
_OUT = re.compile(r"\b(?:spending|expenditure|costs?|requirement|budget)\b", re.IGNORECASE)
_IN = re.compile(r"\b(?:funding|income|financing|resources|financed)\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Said:
    """A figure in a sentence: what it is of, how much, and for which years."""

    what: tuple[str, ...]
    value: float
    words: str  # as printed
    text: Text
    sentence: Span
    years: frozenset[str]
    held: bool  # the sentence says that somebody has so many, now, and not that so many were counted once


def find_figure_conflicts(plan: Plan) -> Iterator[Finding]:
    """“The force has 1,846 police officers” and, further on, “1,864 police officers”; a budget that is not the table's total."""
    yield from _twice(plan)
    yield from _balances(plan)
    yield from _totals(plan)


def _twice(plan: Plan) -> Iterator[Finding]:
    """A count or an amount of one thing, said twice with different values."""
    said: dict[tuple[str, ...], list[_Said]] = {}
    for text in plan.prose:
        for start, end in sentences(text.text):
            for one in _said(text, (start, end)):
                said.setdefault(one.what, []).append(one)
    for alike in said.values():
        for index, one in enumerate(alike):
            first = next((other for other in alike[:index] if _conflict(other, one)), None)
            if first:
                where = plan.place_words(first.text)
                swapped = " Two figures have changed places in one of them." if _swapped(first.value, one.value) else ""
                message = f"{first.words} on {where}, {one.words} here.{swapped}"
                yield finding("figure-conflict", "error", message, one.text, span=one.sentence, suggestion=f"{first.words} or {one.words}")


def _said(text: Text, span: Span) -> Iterator[_Said]:
    sentence = text.text[slice(*span)]
    for number in find_numbers(sentence):
        before = sentence[max(0, number.start - REACH) : number.start]
        what: tuple[str, ...] = ()
        if number.unit is None and number.value >= SMALLEST and (counted := _COUNTED.match(sentence[number.end : number.end + REACH])):
            what = tuple(stems(counted["what"]))
        elif number.unit in {"£", "$", "€"} and (owed := _AMOUNT.search(before)):
            what = ("£", *stems(owed["what"]))
        elif number.unit == "per cent" and (rate := _RATE.search(before)):
            what = ("%", *(stem for stem in stems(rate["what"]) if stem not in STOP_WORDS))
        if len(what) > (what[:1] == ("%",)) and len(what) <= LARGEST_PHRASE + (what[:1] == ("%",)) and not _ABOUT.search(before):
            years = frozenset(_YEARS.findall(before)[-1:] or _YEARS.findall(sentence))
            yield _Said(what, number.value, sentence[number.start : number.end].strip(), text, span, years, bool(_HOLDS.search(before)))


def _conflict(first: _Said, other: _Said) -> bool:
    """Whether two figures of one thing can't both be right: two that somebody has, and near; or the same figures, two of them changed round."""
    if first.value == other.value or (first.years and other.years and first.years != other.years):
        return False
    if first.held and other.held and first.what[0] not in {"£", "%"} and _close(first.value, other.value, CLOSE):
        return not _rounded(first.value, other.value)
    return _swapped(first.value, other.value)


def _rounded(one: float, other: float) -> bool:
    """Whether one number is the other, rounded: 1,850 for 1,846."""
    return any(round(a, -places) == b for a, b in ((one, other), (other, one)) for places in (1, 2, 3, 4))


def _swapped(one: float, other: float) -> bool:
    """Whether two numbers are the same but for two neighbouring figures; three figures that are not nought at least, or chance would do it."""
    first, second = (f"{value:.10g}".replace(".", "").strip("0") for value in (one, other))
    if len(first) != len(second) or len(first.replace("0", "")) < 3 or not _close(one, other, 0.5):
        return False
    differing = [at for at in range(len(first)) if first[at] != second[at]]
    if len(differing) != 2 or differing[1] != differing[0] + 1:
        return False
    left, right = differing
    return first[left] + first[right] == second[right] + second[left]


def _close(one: float, other: float, share: float) -> bool:
    return abs(one - other) <= share * max(abs(one), abs(other))


@dataclass(frozen=True)
class _Total:
    """A total of a table, in single units."""

    value: float
    label: str
    words: str
    place: Text
    ledger: Ledger
    years: frozenset[str]
    decimals: int


def _table_totals(plan: Plan) -> list[_Total]:
    found = []
    for table in plan.document.blocks:
        around = f"{' '.join(table.header)} {_above(plan, table)}"
        for ledger in find_ledgers(table) if table.rows else ():
            for row in ledger.rows:
                for column, amount in enumerate(row.amounts):
                    if amount and row.total and not ledger.percent(column):
                        scale = (
                            scale_of(f"{ledger.label} {ledger.columns[column]}")
                            if scale_of(ledger.columns[column]) > 1
                            else scale_of(around)
                        )
                        years = _YEARS.findall(ledger.columns[column]) or _YEARS.findall(f"{ledger.label} {around}")
                        place = Text(amount.cell, table.section, table)
                        found.append(
                            _Total(
                                amount.value * scale,
                                f"{row.label} {ledger.label}",
                                amount.text,
                                place,
                                ledger,
                                frozenset(years),
                                amount.decimals,
                            )
                        )
    return found


def _above(plan: Plan, table: Block) -> str:
    at = plan.document.blocks.index(table)
    return " ".join(block.text for block in plan.document.blocks[max(0, at - 1) : at] if block.kind == "caption")


def _balances(plan: Plan) -> Iterator[Finding]:
    """Total spending and total funding of one section, which should balance."""
    totals = [one for one in _table_totals(plan) if one.value > 0 and not re.search(r"sub-?\s?total", one.label, re.IGNORECASE)]
    grand = [one for one in totals if re.search(r"\btotal\b", one.label, re.IGNORECASE)]
    for index, one in enumerate(grand):
        for other in grand[:index]:
            sides = bool(_OUT.search(one.label)) != bool(_OUT.search(other.label)) and bool(_IN.search(one.label)) != bool(
                _IN.search(other.label)
            )
            same = one.place.section == other.place.section and (not one.years or not other.years or one.years & other.years)
            if sides and same and one.value != other.value and _close(one.value, other.value, BALANCE) and one.decimals == other.decimals:
                message = f"{one.words} here, {other.words} in the other total: the two should balance."
                yield finding("figure-conflict", "error", message, one.place, suggestion=other.words)


def _totals(plan: Plan) -> Iterator[Finding]:
    """A budget in the text that is near to a table's total, and not it."""
    totals = [one for one in _table_totals(plan) if one.value >= 1e6]
    for text in plan.prose if totals else ():
        for number in find_numbers(text.text):
            if number.unit not in {"£", "$", "€"} or number.value < 1e6:
                continue
            start, end = sentence_at(text.text, number.start, 1000)
            clause = re.split(r"[,;:]", text.text[start : number.end])[-1]
            if not _TOTALS.search(clause) or _PARTLY.search(clause):
                continue
            years = frozenset(_YEARS.findall(text.text[start:end]))
            rivals = [one for one in totals if not years or not one.years or years & one.years]
            slack = _rounding(text.text[number.start : number.end]) / 2 + 1e-6
            near = [one for one in rivals if _close(one.value, number.value, NEAR) or _swapped_head(one.value, number.value)]
            if near and not any(abs(one.value - number.value) <= slack for one in rivals):
                best = min(near, key=lambda one: abs(one.value - number.value))
                said = text.text[number.start : number.end].strip()
                message = f"The text says {said}; the table's total is {best.words}."
                yield finding("figure-conflict", "warning", message, text, span=(start, end), suggestion=f"£{number_words(best.value)}")


def _rounding(words: str) -> float:
    """The unit of the last figure printed: £214.6 million is said to a hundred thousand."""
    scale = (
        1e9
        if re.search(r"billion|bn", words, re.IGNORECASE)
        else 1e6
        if re.search(r"million|\dm\b|\d\s?m\b", words, re.IGNORECASE)
        else 1e3
        if re.search(r"thousand|k\b", words, re.IGNORECASE)
        else 1.0
    )
    decimals = re.search(r"\.(\d+)", words)
    return float(scale * 10 ** -(len(decimals[1]) if decimals else 0))


def _swapped_head(total: float, said: float) -> bool:
    """Whether the leading figures are the same in another order: £241.6 million for 214,622 thousand."""
    head = f"{said:.0f}".rstrip("0")
    return (
        len(head) >= 3
        and sorted(head) == sorted(f"{total:.0f}"[: len(head)])
        and len(f"{total:.0f}") == len(f"{said:.0f}")
        and not f"{total:.0f}".startswith(head)
    )
