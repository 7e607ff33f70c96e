"""The public gold sets for `align_texts` and `trace_texts`, and the documents whose perfect reading is known."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import score_reading
import score_trace
from score_align import SETS as ALIGN_SETS
from score_align import score_align

from evaluation.scores import DIGITS, Scores
from plantext.errors import SourceError
from plantext.read import read

SHOWN = 40
"""At most so many wrong pairs, or faults of reading, are kept with a case."""


def score_align_sets(bench: Path) -> Scores:
    """Figures by set; a case is a document, right where every link is, and wrong with the pairs that are."""
    scores = Scores()
    for name in ALIGN_SETS:
        if (path := bench / f"{name}.jsonl").exists():
            rows: list[dict[str, Any]] = []
            scores.figures |= {f"{name}.{key}": round(value, DIGITS) for key, value in score_align(path, rows).items()}
            for row in rows:
                got = {kind: row[kind][:SHOWN] for kind in ("wrong", "missed")} | {"count": len(row["wrong"]) + len(row["missed"])}
                scores.case(f"{name}.{row['doc_id']}", got, {"wrong": [], "missed": [], "count": 0})
    return scores


def score_trace_sets(bench: Path) -> Scores:
    """Figures by set, and by document where a set is the mean of its documents. Times are left out: they are not the tree's."""
    scores = Scores()
    for name in score_trace.SETS:
        if (path := bench / f"{name}.jsonl").exists():
            rows = score_trace.score_rows(path)
            figures = score_trace.score_set(path, rows)
            if name in score_trace.BY_COLLECTION:
                figures |= {f"{row.doc_id}.{key}": value for row in rows for key, value in row.figures.items()}
            scores.figures |= {f"{name}.{key}": round(value, DIGITS) for key, value in figures.items() if key != "seconds"}
    return scores


def score_readings(folder: Path) -> Scores:
    """Figures by document that has a truth file; a case is one kind of block in one document."""
    scores = Scores()
    for path in sorted([*folder.glob("*.pdf"), *folder.glob("*.docx")]):
        answers = _truth(path)
        if answers is None:
            continue
        try:
            document = read(path, cache=False)
        except SourceError as error:
            # A picture of a report has no text: to say so is right.
            scores.case(f"{path.stem}.status", error.status, "needs_ocr" if "scan" in path.stem else "ok")
            continue
        figures, wrong = score_reading.score(document, score_reading.load_truth(answers))
        scores.figures |= {f"{path.stem}.{key}": round(value, DIGITS) for key, value in figures.items()}
        for key, faults in wrong.items():
            scores.case(f"{path.stem}.{key}", [str(fault)[:200] for fault in faults[:SHOWN]], [])
    return scores


def _truth(path: Path) -> Path | None:
    """The truth of a document: two prints may share one, and a Word file's names its ending."""
    stems = (score_reading.SHARED_TRUTH.get(path.stem, path.stem), f"{path.stem}_{path.suffix[1:]}")
    return next((truth for stem in stems if (truth := path.parent / "truth" / f"{stem}.json").exists()), None)
