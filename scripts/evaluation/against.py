"""Two evaluations compared: gains and losses, figure by figure and case by case."""

from __future__ import annotations

from typing import Any, NamedTuple

from evaluation.scores import Case, Evaluation, short

LOWER_IS_BETTER = ("leaks", "wrong_covered")
"""The last parts of the figures that count faults."""

SAME = 1e-9


class Shift(NamedTuple):
    """A figure then and now; None where it was not counted."""

    name: str
    then: float | None
    now: float | None


class Turn(NamedTuple):
    """A case then and now; None where it was not judged."""

    name: str
    then: Case | None
    now: Case | None


class Comparison(NamedTuple):
    """What became better, worse, and what can't be said to be either, in the order of the names."""

    figures_up: list[Shift]
    figures_down: list[Shift]
    figures_else: list[Shift]  # counted in one of the two only
    gains: list[Turn]  # became right
    losses: list[Turn]  # became wrong
    cases_else: list[Turn]  # as wrong as before, in another way
    unmatched: list[str]  # right cases that were judged in one of the two only
    sets_else: list[str]  # sets that are in one of the two only


def compare(then: Evaluation, now: Evaluation) -> Comparison:
    """Gains and losses from `then` to `now`, over the sets that are in both.

    A wrong case that is no longer there is a gain, and a new one a loss: it was an entry too many.
    """
    both = _sets(then) & _sets(now)
    result = Comparison([], [], [], [], [], [], [], sorted(_sets(then) ^ _sets(now)))
    for name in sorted({*then.figures, *now.figures}):
        if _set_of(name) in both:
            _place_figure(result, Shift(name, then.figures.get(name), now.figures.get(name)))
    for name in sorted({*then.cases, *now.cases}):
        if _set_of(name) in both:
            _place_case(result, Turn(name, then.cases.get(name), now.cases.get(name)))
    return result


def _place_figure(result: Comparison, shift: Shift) -> None:
    if shift.then is None or shift.now is None:
        result.figures_else.append(shift)
    elif abs(shift.now - shift.then) > SAME:
        rose = shift.now > shift.then
        better = rose != shift.name.endswith(LOWER_IS_BETTER)
        (result.figures_up if better else result.figures_down).append(shift)


def _place_case(result: Comparison, turn: Turn) -> None:
    was, is_now = (None if case is None else case.right for case in (turn.then, turn.now))
    if was is False and is_now is not False:
        result.gains.append(turn)
    elif is_now is False and was is not False:
        result.losses.append(turn)
    elif was is None or is_now is None:
        result.unmatched.append(turn.name)
    elif not was and _got(turn.then) != _got(turn.now):
        result.cases_else.append(turn)


def _got(case: Case | None) -> Any:
    return case and case.got


def _sets(evaluation: Evaluation) -> set[str]:
    return {_set_of(name) for name in (*evaluation.figures, *evaluation.cases)}


def _set_of(name: str) -> str:
    return name.split(".", maxsplit=1)[0]


def render_comparison(result: Comparison) -> str:
    """Gains and losses in lines of text."""
    lines = ["Gains and losses"]
    moved = (("Figures better", result.figures_up), ("Figures worse", result.figures_down), ("Figures new or gone", result.figures_else))
    for title, shifts in moved:
        lines.append(f"  {title}: {len(shifts)}")
        lines += [f"    {shift.name:<56} {_number(shift.then)} → {_number(shift.now)}{_by(shift)}" for shift in shifts]
    turned = (("Became right", result.gains), ("Became wrong", result.losses), ("Still wrong, in another way", result.cases_else))
    for title, turns in turned:
        lines.append(f"  {title}: {len(turns)}")
        lines += [line for turn in turns for line in _turn_lines(turn)]
    lines += [f"  Right, and judged in one of the two only: {len(result.unmatched)}"] if result.unmatched else []
    lines += [f"  In one of the two only, not compared: {', '.join(result.sets_else)}"] if result.sets_else else []
    return "\n".join(lines) + "\n"


def _turn_lines(turn: Turn) -> list[str]:
    wanted = turn.now or turn.then
    return [
        f"    {turn.name}",
        f"      was    {'not judged' if turn.then is None else short(turn.then.got)}",
        f"      is     {'not judged' if turn.now is None else short(turn.now.got)}",
        f"      wanted {short(wanted.want if wanted else None)}",
    ]


def _number(value: float | None) -> str:
    return "none" if value is None else f"{value:.4f}"


def _by(shift: Shift) -> str:
    return "" if shift.then is None or shift.now is None else f"  ({shift.now - shift.then:+.4f})"
