"""Scores the current tree on everything that has been judged, writes one JSON, and compares with an earlier one.

    python scripts/evaluate.py -o evaluation.json
    python scripts/evaluate.py -o now.json --against earlier.json       # gains and losses, case by case
    python scripts/evaluate.py -o now.json --only corpus,seeds

The sample corpus comes with the project. The other sets are in the folder that PLANTEXT_DATA names (`seeds`, `bench`, `pdf`); one that is
not there is left out, and said to be. The same tree gives the same bytes: no times are in the file.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
from evaluation.against import compare, render_comparison
from evaluation.scores import Evaluation, Scores, evaluation_of, load_evaluation, short

from plantext.model.json import dumps
from plantext.write import write_atomically

ROOT = Path(__file__).resolve().parents[1]


def score_corpus(_data: Path | None) -> Scores:
    """The sample corpus."""
    from evaluation.corpus import score_corpus as score

    return score(ROOT / "corpus")


def score_seeds(data: Path | None) -> Scores:
    """The user's own documents."""
    from evaluation.seeds import score_seeds as score

    return score(_folder(data, "seeds"), _folder(data, "seeds").parent / "pdf")


def score_align(data: Path | None) -> Scores:
    """The public sets for `align_texts`."""
    from evaluation.public import score_align_sets

    return score_align_sets(_folder(data, "bench"))


def score_trace(data: Path | None) -> Scores:
    """The public sets for `trace_texts`."""
    from evaluation.public import score_trace_sets

    return score_trace_sets(_folder(data, "bench"))


def score_reading(data: Path | None) -> Scores:
    """Documents whose perfect reading is known."""
    from evaluation.public import score_readings

    return score_readings(_folder(data, "pdf"))


SETS: dict[str, Callable[[Path | None], Scores]] = {
    "corpus": score_corpus,
    "seeds": score_seeds,
    "align": score_align,
    "trace": score_trace,
    "reading": score_reading,
}


class NotThereError(Exception):
    """A set has no data here; `str()` says why."""


def _folder(data: Path | None, name: str) -> Path:
    if data is None:
        raise NotThereError("PLANTEXT_DATA is not set")
    if not (data / name).is_dir():
        raise NotThereError(f"{name} is not in the folder that PLANTEXT_DATA names")
    return data / name


def evaluate(chosen: Sequence[str], data: Path | None) -> Evaluation:
    """Score the sets named, in their order. Sets without data are named in `skipped`."""
    scores, skipped = Scores(), {}
    for name in chosen:
        print(f"{name} …", file=sys.stderr, flush=True)
        try:
            part = SETS[name](data)
        except NotThereError as reason:
            skipped[name] = str(reason)
            continue
        if not part.figures and not part.cases:
            skipped[name] = "none of its documents is there"
        part.share("cases", sum(case.right for case in part.cases.values()), len(part.cases))
        scores.add(name, part)
    return evaluation_of(scores, skipped)


def render_evaluation(evaluation: Evaluation) -> str:
    """Figures as a table, then every wrong case with what was got and what is wanted."""
    lines = [f"{name:<60} {value:>8.4f}" for name, value in evaluation.figures.items()]
    wrong = {name: case for name, case in evaluation.cases.items() if not case.right}
    lines += ["", f"{len(wrong)} of {len(evaluation.cases)} cases are wrong"]
    for name, case in wrong.items():
        lines += [f"  {name}", f"    got    {short(case.got)}", f"    wanted {short(case.want)}"]
    lines += [f"Left out: {name} ({reason})" for name, reason in evaluation.skipped.items()]
    return "\n".join(lines) + "\n"


def _chosen(text: str) -> list[str]:
    names = [name.strip() for name in text.split(",") if name.strip()]
    if not names or set(names) - set(SETS):
        raise argparse.ArgumentTypeError(f"name one or more of {', '.join(SETS)}, with commas between")
    return [name for name in SETS if name in names]


def main(arguments: Sequence[str] | None = None) -> int:
    """Evaluate, print, write, compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="where the JSON goes")
    parser.add_argument("--against", type=Path, metavar="EARLIER", help="an earlier evaluation: say what became right and what wrong")
    parser.add_argument("--only", type=_chosen, default=list(SETS), metavar="SET,SET", help=f"of {', '.join(SETS)}")
    options = parser.parse_args(arguments)
    earlier = None
    if options.against:
        try:
            earlier = load_evaluation(options.against)
        except (OSError, msgspec.MsgspecError) as error:
            parser.error(f"{options.against} is no evaluation that can be read ({error})")
    named = os.environ.get("PLANTEXT_DATA")
    evaluation = evaluate(options.only, Path(named) if named else None)
    if options.output:
        write_atomically(options.output, dumps(evaluation).encode())
    print(render_evaluation(evaluation))
    if earlier:
        print(render_comparison(compare(earlier, evaluation)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
