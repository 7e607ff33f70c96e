"""Tables by arithmetic: totals and subtotals, shares of the whole, signs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from plantext.checks.ledgers import FEWEST_ITEMS, PART, SUBTOTAL, TAKEN_OFF, TOTAL, Amount, Ledger, find_ledgers, number_words, scale_of
from plantext.checks.plan import Plan, Text, finding
from plantext.model.checks import Finding
from plantext.model.document import Block

SLIPS = 0.25  # by how much of itself a total may be wrong and still be a total of these rows; further off, it is a total of other rows
MOST_ROWS = 0.6  # share of rows whose last amount must be the sum of the others for that column to be one of totals
MOST_SIGNS = 4  # rows whose sign is open; beyond that some combination always fits
ROUNDING = 0.35  # of the last figure a row: half at worst, and errors cancel in part
SHARE_SLACK = 0.11  # in the last printed figure of a share: shares are rounded from amounts that were rounded


Item = tuple[str, Amount, bool]
"""A row that a total may hold: its label, its amount, and whether its sign is open."""


@dataclass(frozen=True)
class Sum:
    """A total as printed, and what the rows that it should hold add up to."""

    total: Amount
    label: str
    expected: float
    right: bool
    column: int


def find_arithmetic(plan: Plan) -> Iterator[Finding]:
    """“Total 214,262” under rows that add up to 214,622; a share of 12 % that is 21 %; and tables that are right."""
    for table in plan.document.blocks:
        if not table.rows:
            continue
        findings: list[Finding] = []
        checked: list[Sum] = []
        for ledger in find_ledgers(table):
            across = list(_across(ledger))
            wrong = {id(one.total): one.expected for one in across if not one.right}
            sums = [one for column in range(len(ledger.columns)) if not ledger.percent(column) for one in _sums(ledger, column, wrong)]
            checked += [*sums, *(one for one in across if one.right)][: len(sums) or 1]
            findings += [_wrong_total(table, one) for one in (*sums, *across) if not one.right]
            findings += _shares(ledger, sums)
        yield from findings
        if checked and not findings:
            yield _right(plan, table, checked)


def _across(ledger: Ledger) -> Iterator[Sum]:
    """Each row's total with the sum of its other amounts, in a ledger whose last column is headed so and is so in most rows."""
    plain = [column for column in range(len(ledger.columns)) if not ledger.percent(column)]
    if len(plain) <= FEWEST_ITEMS or not TOTAL.search(ledger.columns[plain[-1]]):
        return
    sums = []
    for row in ledger.rows:
        amounts = [row.amounts[column] for column in plain]
        total, parts = amounts[-1], [(row.label, amount, False) for amount in amounts[:-1] if amount]
        if total and len(parts) == len(plain) - 1:
            expected = sum(amount.value for _, amount, _ in parts)
            sums.append(
                Sum(
                    total,
                    f"{ledger.columns[plain[-1]]} of {row.label}",
                    expected,
                    _fits(total, parts, rounded=scale_of(" ".join(ledger.columns)) > 1),
                    plain[-1],
                )
            )
    if sum(one.right for one in sums) >= max(FEWEST_ITEMS, MOST_ROWS * len(sums)):
        yield from sums


def _sums(ledger: Ledger, column: int, amended: Mapping[int, float]) -> Iterator[Sum]:
    """Each total of a column with the sum of the rows above that no earlier total has taken in. `amended`: amounts known to be wrong.

    A subtotal stands for its rows from then on. Nothing is said of a column with a cell that is words, or of a total that fits no rows at all.
    """
    open_rows: list[Item] = []
    every: list[Item] = []
    broken = False
    rounded = scale_of(f"{ledger.label} {ledger.columns[column]} {' '.join(ledger.table.header)}") > 1
    for index, row in enumerate(ledger.rows):
        amount = row.amounts[column]
        if amount and id(amount) in amended and not row.total:
            amount = replace(amount, value=amended[id(amount)])
        if PART.match(row.label):
            continue
        if amount is None:
            broken = broken or row.filled[column]
            continue
        if not row.total:
            open_rows.append((row.label, amount, _open_sign(ledger, index, amount)))
            every.append(open_rows[-1])
            continue
        if broken or len(open_rows) < FEWEST_ITEMS:
            open_rows = [(row.label, amount, False)] if not broken else open_rows
            continue
        yield from _judged(row.label, amount, column, open_rows, every, rounded=rounded)
        fitting = _fitting(amount, open_rows, rounded)
        if SUBTOTAL.search(row.label) and fitting:
            open_rows = [*open_rows[: len(open_rows) - fitting], (row.label, amount, False)]
        else:
            open_rows = [(row.label, amount, False)]


def _judged(label: str, total: Amount, column: int, open_rows: Sequence[Item], every: Sequence[Item], *, rounded: bool) -> Iterator[Sum]:
    if _fitting(total, open_rows, rounded) or _fits(total, every, rounded):
        yield Sum(total, label, total.value, right=True, column=column)
        return
    expected = min(_possible([(amount, sign) for _, amount, sign in open_rows]), key=lambda value: abs(value - total.value))
    if abs(expected - total.value) <= SLIPS * abs(total.value) and total.value:
        yield Sum(total, label, expected, right=False, column=column)


def _fitting(total: Amount, rows: Sequence[Item], rounded: bool) -> int:  # a fact about the rows, not a mode
    """How many of the last rows add up to the total; 0 where no run of them does."""
    return next((count for count in range(len(rows), FEWEST_ITEMS - 1, -1) if _fits(total, rows[-count:], rounded)), 0)


def _fits(total: Amount, rows: Sequence[Item], rounded: bool) -> bool:  # the same
    """Whether rows add up to a total. Rounded amounts may be half of their last figure out, each; counts may not."""
    if len(rows) < FEWEST_ITEMS:
        return False
    decimals = min(total.decimals, *(amount.decimals for _, amount, _ in rows))
    slack = ROUNDING * 10**-decimals * (len(rows) + 1) if rounded or decimals else 0.0
    return any(abs(value - total.value) <= slack + 1e-6 for value in _possible([(amount, sign) for _, amount, sign in rows]))


def _possible(rows: Sequence[tuple[Amount, bool]]) -> list[float]:
    """The sums that rows can have: as printed, and with the rows whose sign is open taken off."""
    plain = sum(amount.value for amount, _ in rows)
    turned = [amount.value for amount, sign in rows if sign][:MOST_SIGNS]
    return [plain - 2 * sum(chosen) for count in range(len(turned) + 1) for chosen in combinations(turned, count)]


def _open_sign(ledger: Ledger, index: int, amount: Amount) -> bool:
    """Whether a row may have to be taken off: its label says so, or its share has the other sign."""
    row = ledger.rows[index]
    contrary = any(other and ledger.percent(at) and (other.value < 0) != (amount.value < 0) for at, other in enumerate(row.amounts))
    return contrary or bool(TAKEN_OFF.search(row.label))


def _wrong_total(table: Block, one: Sum) -> Finding:
    expected = number_words(round(one.expected, 6))
    printed, right = f"{one.total.value:g}", f"{one.expected:g}"
    swapped = " Two figures have changed places." if sorted(printed) == sorted(right) and printed != right else ""
    message = f"“{one.label}” is {one.total.text}; its parts add up to {expected}.{swapped}"
    return finding("table-arithmetic", "error", message, Text(one.total.cell, table.section, table), suggestion=expected)


def _shares(ledger: Ledger, sums: Sequence[Sum]) -> Iterator[Finding]:
    """Shares that are not their amount's part of the whole. The whole is what the rows really add up to."""
    for column in range(1, len(ledger.columns)):
        base = next((at for at in range(column - 1, -1, -1) if not ledger.percent(at)), None)
        if base is None or not ledger.percent(column):
            continue
        whole = next((row.amounts[base] for row in reversed(ledger.rows) if row.total and row.amounts[base]), None)
        last = ledger.rows[-1].amounts[column]
        if whole is None or not whole.value or last is None or abs(abs(last.value) - 100) > 0.5:
            continue
        value = next((one.expected for one in sums if one.total is whole), whole.value)
        doubtful = {id(one.total) for one in sums if not one.right}
        pairs = [
            (row.label, row.amounts[base], row.amounts[column])
            for row in ledger.rows
            if row.amounts[base] and row.amounts[column] and id(row.amounts[base]) not in doubtful
        ]
        wrong = [(label, amount, share) for label, amount, share in pairs if amount and share and not _is_share(amount, share, value)]
        if len(wrong) > len(pairs) / 3:
            continue  # these are shares of something else
        for label, amount, share in wrong:
            right = f"{abs(amount.value) / abs(value) * 100:.{share.decimals}f}%"
            message = f"“{label}”: {amount.text} is {right} of {number_words(value)}, not {share.text}."
            yield finding("table-arithmetic", "error", message, Text(share.cell, ledger.table.section, ledger.table), suggestion=right)


def _is_share(amount: Amount, share: Amount, whole: float) -> bool:
    return abs(abs(amount.value) / abs(whole) * 100 - abs(share.value)) <= (0.5 + SHARE_SLACK) / float(10**share.decimals)


def find_signs(plan: Plan) -> Iterator[Finding]:
    """“-2.6%” beside 5,500."""
    for table in plan.document.blocks:
        for ledger in find_ledgers(table) if table.rows else ():
            for row in ledger.rows:
                for column, share in enumerate(row.amounts):
                    amount = next((row.amounts[at] for at in range(column - 1, -1, -1) if not ledger.percent(at)), None)
                    if (
                        share
                        and amount
                        and ledger.percent(column)
                        and _is_part(ledger, column)
                        and (share.value < 0) != (amount.value < 0)
                        and share.value
                    ):
                        message = f"“{row.label}”: {share.text} beside {amount.text}: one of the signs is wrong."
                        yield finding("table-sign", "warning", message, Text(share.cell, table.section, table))


def _is_part(ledger: Ledger, column: int) -> bool:
    """Whether a column of percentages is of shares, not of changes, which may fall while the amount is positive."""
    heading = ledger.columns[column].lower()
    if any(word in heading for word in ("change", "variance", "increase", "growth", "+/-", "reduction", "difference")):
        return False
    whole = [row.amounts[column] for row in ledger.rows if row.total]
    return "of" in heading.split() or "share" in heading or any(amount and abs(abs(amount.value) - 100) < 0.5 for amount in whole)


def _right(plan: Plan, table: Block, sums: Sequence[Sum]) -> Finding:
    """A table that adds up is said to."""
    said = ", ".join(f"{one.label} {one.total.text}" for one in sums[:4])
    columns = "" if len(sums) <= 4 else f", and {len(sums) - 4} more"
    message = f"This table adds up: {said}{columns}."
    if caption := _caption(plan, table):
        return finding("table-arithmetic", "info", message, Text(caption, table.section))
    return finding("table-arithmetic", "info", message, Text(table, table.section), span=(0, len(table.text.partition("\n")[0])))


def _caption(plan: Plan, table: Block) -> Block | None:
    """The caption straight before or behind a table."""
    blocks = [block for block in plan.document.blocks if block.kind != "footnote"]
    at = blocks.index(table)
    return next((block for block in (*blocks[max(0, at - 1) : at], *blocks[at + 1 : at + 2]) if block.kind == "caption"), None)
