"""What an evaluation is: figures, and the cases that they were counted from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

DIGITS = 4
"""Figures are rounded to these: finer differences are the order of additions."""

LONGEST = 300
"""Characters of a case's `got` or `want` in a report; the file has all."""


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """One judged question. `want` may name what else would do; both hold what a reader needs to see why."""

    right: bool
    got: Any
    want: Any


class Evaluation(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that was judged, under flat names whose first part is the set. `skipped`: sets that were not there, and why."""

    schema: str = "plantext/evaluation/1"
    figures: dict[str, float]
    cases: dict[str, Case]
    skipped: dict[str, str] = {}


@dataclass
class Scores:
    """Figures and cases in the making."""

    figures: dict[str, float] = field(default_factory=dict)
    cases: dict[str, Case] = field(default_factory=dict)

    def case(self, name: str, got: Any, want: Any, right: bool | None = None) -> bool:
        """Put one case down, and say whether it is right: where `right` is not given, if `got` equals `want`."""
        verdict = got == want if right is None else right
        self.cases[name] = Case(right=verdict, got=got, want=want)
        return verdict

    def share(self, name: str, right: int, of: int) -> None:
        """The figure `right` / `of`; none where nothing was to be judged."""
        if of:
            self.figures[name] = round(right / of, DIGITS)

    def overlap(self, name: str, right: int, found: int, wanted: int) -> None:
        """Precision, recall and F1 under `name`; all are 1 where nothing was wanted and nothing found.

        >>> scores = Scores()
        >>> scores.overlap("links", right=3, found=4, wanted=6)
        >>> scores.figures
        {'links.precision': 0.75, 'links.recall': 0.5, 'links.f1': 0.6}
        """
        self.figures[f"{name}.precision"] = round(right / found, DIGITS) if found else float(not wanted)
        self.figures[f"{name}.recall"] = round(right / wanted, DIGITS) if wanted else float(not found)
        self.figures[f"{name}.f1"] = round(2 * right / (found + wanted), DIGITS) if found + wanted else 1.0

    def add(self, prefix: str, other: Scores) -> None:
        """Take over what `other` holds, its names behind `prefix`."""
        self.figures |= {f"{prefix}.{name}": value for name, value in other.figures.items()}
        self.cases |= {f"{prefix}.{name}": case for name, case in other.cases.items()}


def evaluation_of(scores: Scores, skipped: Mapping[str, str]) -> Evaluation:
    """The evaluation, in the order of the names, and as it will be when it is read again (tuples are lists)."""
    evaluation = Evaluation(figures=dict(sorted(scores.figures.items())), cases=dict(sorted(scores.cases.items())), skipped=dict(skipped))
    return msgspec.json.decode(msgspec.json.encode(evaluation), type=Evaluation)


def load_evaluation(path: Path) -> Evaluation:
    """The evaluation that was written to `path`. Raises OSError, and msgspec.MsgspecError where it is none."""
    return msgspec.json.decode(path.read_bytes(), type=Evaluation)


def short(value: object) -> str:
    """A case's `got` or `want` in one line of a report.

    >>> short(None)
    'nothing'
    """
    text = "nothing" if value is None else str(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
