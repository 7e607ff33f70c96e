"""The sample corpus and its judged answers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import plantext
from evaluation.asking import Reader
from evaluation.checks import score_checks
from evaluation.coverage import score_coverage
from evaluation.milestones import score_milestones
from evaluation.progress import score_progress
from evaluation.scores import Scores
from evaluation.statements import score_statements
from evaluation.variations import score_variations


def score_corpus(folder: Path) -> Scores:
    """All that the answers of `folder` judge: milestones, variations, statements, coverage, progress, faults."""

    def answers(name: str) -> Any:
        return json.loads((folder / "answers" / f"{name}.json").read_text(encoding="utf-8"))

    scores, reader = Scores(), Reader()
    changes, coverage = answers("variations"), answers("coverage")
    before, after = folder / changes["before"], folder / changes["after"]
    milestones = {path.name: answers(f"milestones-{path.stem.removeprefix('plan-')}")["milestones"] for path in (before, after)}
    everything = [one for listed in milestones.values() for one in listed]
    found = {path.name: reader.ask(plantext.milestones, path) for path in (before, after)}
    scores.add("milestones", score_milestones(found, everything))
    varied = reader.ask(plantext.variations, before, after)
    scores.add("variations", score_variations(varied, changes["changes"], milestones[before.name], milestones[after.name]))
    statements = answers("statements")["statements"]
    reports = coverage["reports"]
    said = {name: reader.ask(plantext.recommendations, folder / name) for name in reports}
    scores.add("statements", score_statements(said, statements))
    covered = {name: reader.ask(plantext.coverage, folder / name, folder / coverage["plan"]) for name in reports}
    scores.add("coverage", score_coverage(covered, coverage["coverage"], statements))
    told = answers("progress")
    followed = reader.ask(plantext.progress, folder / told["report"], folder / told["plan"])
    scores.add("progress", score_progress(followed, told["milestones"], told["unmatched"]))
    faults = answers("findings")
    checked = reader.ask(plantext.check, folder / faults["document"], folder / faults["before"])
    judged = {one["path"]: one["statutory"] for one in answers("metadata")["documents"] if one.get("statutory") and one["kind"] == "plan"}
    contents = {path: (reader.ask(plantext.check, folder / path), rows) for path, rows in judged.items()}
    scores.add("checks", score_checks(checked, faults["findings"], contents))
    for name, reason in reader.failures.items():
        scores.case(f"failed.{name}", reason, None)
    return scores
