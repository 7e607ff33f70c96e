"""Scores `trace_texts` on the public gold sets, in one default setting.

    PLANTEXT_DATA=... python scripts/score_trace.py [--model FOLDER] [SET...]

A row per document, then the set's figures: F1 and F2 over the links, mean average precision over the queries with gold,
`pool_map` where the documents of one country are put into one pool, and `status_f1` where the queries are labelled.
`--model`: with the second opinion of a sentence-embedding model.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from plantext.compare.meaning import Embeds
from plantext.compare.trace import trace_texts
from plantext.model.coverage import TextTrace

SETS = ("trace_dev", "ria_dev", "contractnli_dev")
BY_COLLECTION = {"trace_dev"}  # F1 and F2 are the mean over its documents; elsewhere their links are pooled
POOLED = {"ria_dev"}  # ids are "country / plan"
LABELS = {
    "none": ({"not_found", "mentioned"}, "none"),
    "covered": ({"partial", "covered"}, "addressed"),
    "NotMentioned": ({"not_found"}, "absent"),
    "Entailment": ({"covered", "partial", "mentioned"}, "present"),
    "Contradiction": ({"covered", "partial", "mentioned"}, "present"),
}
"""Label -> the statuses that answer it, and its class."""


class Row(NamedTuple):
    """One document's figures, with the counts that the set's figures are made from."""

    doc_id: str
    links: tuple[int, int, int]  # right, returned, gold
    precisions: tuple[float, ...]  # average precision of each query with gold
    labelled: tuple[tuple[str, str], ...]  # class, class of the status given
    seconds: float

    @property
    def figures(self) -> dict[str, float]:
        """F1, F2, MAP and status_f1 of this document alone, where it has what they need."""
        return _figures([self])


def load(path: Path) -> list[dict[str, Any]]:
    """The documents of one set."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def pooled(documents: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """One document per country: all its plans' items, each text once."""
    countries: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for document in documents:
        countries[document["doc_id"].split(" / ")[0]].append(document)
    pools = []
    for country, plans in countries.items():
        queries: dict[str, int] = {}
        passages: dict[str, int] = {}
        gold = set()
        for plan in plans:
            for query in plan["queries"]:
                queries.setdefault(query, len(queries))
            for passage in plan["passages"]:
                passages.setdefault(passage.strip(), len(passages))
            gold |= {(queries[plan["queries"][q]], passages[plan["passages"][p].strip()]) for q, p in plan["gold"]}
        pools.append({"doc_id": country, "queries": list(queries), "passages": list(passages), "gold": sorted(gold)})
    return pools


def score_document(document: dict[str, Any], model: Embeds | None = None) -> Row:
    """What `trace_texts` makes of one document."""
    started = time.perf_counter()
    traces = trace_texts(document["queries"], document["passages"], limit=len(document["passages"]), model=model)
    seconds = time.perf_counter() - started
    gold = {tuple(pair) for pair in document["gold"]}
    returned = {(q, match.passage) for q, trace in enumerate(traces) for match in trace.matches if match.linked}
    wanted: dict[int, set[int]] = defaultdict(set)
    for query, passage in sorted(gold):
        wanted[query].add(passage)
    precisions = tuple(_average_precision(traces[query], passages) for query, passages in wanted.items())
    labelled = tuple(_judged(label, trace.status) for label, trace in zip(document.get("labels", ()), traces, strict=False))
    return Row(document["doc_id"], (len(gold & returned), len(returned), len(gold)), precisions, labelled, seconds)


def _judged(label: str, status: str) -> tuple[str, str]:
    statuses, name = LABELS[label]
    if status in statuses:
        return name, name
    other = {"none": "addressed", "addressed": "none", "absent": "present", "present": "absent"}
    return name, other[name]


def _average_precision(trace: TextTrace, wanted: set[int]) -> float:
    found = 0
    total = 0.0
    for rank, match in enumerate(trace.matches, 1):
        if match.passage in wanted:
            found += 1
            total += found / rank
    return total / len(wanted)


def _f(right: int, returned: int, gold: int, beta: float) -> float:
    """F-beta from counts."""
    denominator = returned + beta**2 * gold
    return (1 + beta**2) * right / denominator if denominator else 0.0


def _figures(rows: Sequence[Row]) -> dict[str, float]:
    right, returned, gold = (sum(row.links[k] for row in rows) for k in range(3))
    figures = {"f1": _f(right, returned, gold, 1), "f2": _f(right, returned, gold, 2)}
    precisions = [value for row in rows for value in row.precisions]
    if precisions:
        figures["map"] = sum(precisions) / len(precisions)
    labelled = [pair for row in rows for pair in row.labelled]
    if labelled:
        from sklearn.metrics import f1_score

        wanted, said = zip(*labelled, strict=True)
        figures["status_f1"] = float(f1_score(wanted, said, labels=sorted(set(wanted)), average="macro"))
    return figures


def score_rows(path: Path, model: Embeds | None = None) -> list[Row]:
    """A row per document of the set."""
    return [score_document(document, model) for document in load(path)]


def score_trace(path: Path | str, model: Embeds | None = None) -> dict[str, float]:
    """The figures of one set file: f1, f2, map, and where it has them status_f1 and pool_map; seconds for all of it."""
    path = Path(path)
    return score_set(path, score_rows(path, model), model)


def score_set(path: Path, rows: Sequence[Row], model: Embeds | None = None) -> dict[str, float]:
    """The figures of one set, whose rows have been made."""
    if path.stem in BY_COLLECTION:
        each = [row.figures for row in rows]
        figures = {name: sum(one[name] for one in each) / len(each) for name in each[0]}
    else:
        figures = _figures(rows)
    figures["seconds"] = sum(row.seconds for row in rows)
    if path.stem in POOLED:
        pools = [score_document(document, model) for document in pooled(load(path))]
        precisions = [value for row in pools for value in row.precisions]
        figures["pool_map"] = sum(precisions) / len(precisions)
        figures["seconds"] += sum(row.seconds for row in pools)
    return figures


def _said(figures: dict[str, float]) -> str:
    return "  ".join(f"{name} {value:.3f}" for name, value in figures.items())


def main() -> None:
    """Print the rows and figures of the sets named, or of all."""
    data = os.environ.get("PLANTEXT_DATA")
    if not data:
        sys.exit("Set PLANTEXT_DATA to the folder that holds bench/.")
    names = sys.argv[1:]
    model: Embeds | None = None
    if names[:1] == ["--model"]:
        from plantext.text.embedding import Embedder

        model, names = Embedder(names[1]), names[2:]
    for name in names or SETS:
        path = Path(data) / "bench" / f"{name}.jsonl"
        rows = score_rows(path, model)
        for row in rows:
            print(f"  {row.doc_id[:40]:<40} {_said(row.figures)}")
        print(f"{name}: {_said(score_set(path, rows, model))}")


if __name__ == "__main__":
    main()
